/** The settings of the commune: data/convention.yaml, checked, with French keys; nothing of a commune is in the code. */
import type { Month } from "./model/period.ts";
import { parsePeriodKey, parseQuarterId, periodKey } from "./model/period.ts";
import type { ByYear, DeclaredWord, Settings } from "./model/settings.ts";
import { parseYaml, z } from "./yaml.ts";

export const SETTINGS_FILE = "convention.yaml";

const DEFAULT_MARKING = "Confidentiel – diffusion restreinte aux personnes habilitées";
const WORD_READINGS = [
  "ignorer",
  "nombre",
  "evolution",
  "pourcentage",
  "taux",
  "autre",
  "police",
  "gendarmerie",
  "ensemble",
  "IS101",
  "IST",
] as const;

const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "un mois est attendu, par exemple 2026-01")
  .transform((text) => text as Month);
const quarterId = z.string().regex(/^\d{4}-T[1-4]$/, "un trimestre est attendu, par exemple 2026-T1");
const byYear = z
  .record(
    z.string().regex(/^(19|20)\d\d$/, "une année est attendue, par exemple 2021"),
    z.number().int("un nombre entier est attendu").positive("un nombre supérieur à 0 est attendu"),
  )
  .default({});
const statement = z.string().transform((text) => text.replace(/[\s.]/g, "").toUpperCase());
const reading = z
  .string()
  .transform((text) => {
    const asQuarter = parseQuarterId(text);
    return asQuarter ? periodKey(asQuarter) : text;
  })
  .refine(
    (text) => (WORD_READINGS as readonly string[]).includes(text) || parsePeriodKey(text) !== undefined,
    `une lecture est attendue : ${WORD_READINGS.join(", ")}, un trimestre (2026-T1) ou une période (2026-01/2026-09)`,
  );

/** A list that may stand empty: « lignes: » with nothing under it is how the example leaves it, ready for lines to be pasted. */
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

const schema = z.strictObject({
  commune: z.strictObject({
    nom: z.string().min(1),
    insee: z
      .string()
      .regex(/^[0-9AB]{5}$/, 'un code INSEE de cinq caractères entre guillemets est attendu, par exemple "99001"')
      .optional(),
    departement: z
      .string()
      .regex(/^[0-9AB]{2,3}$/, 'un code de département entre guillemets est attendu, par exemple "99"')
      .optional(),
  }),
  population: byYear,
  logements: byYear,
  service: z.string().default("service de police partenaire"),
  livraison: z
    .strictObject({ jour: z.number().int().min(1).max(28).default(8), depuis: quarterId.optional() })
    .default({ jour: 8 }),
  etats_attendus: z.array(statement).default(["IS101", "IST"]),
  marquage: z.string().min(1).default(DEFAULT_MARKING),
  seuils: z.strictObject({ pourcentage: z.number().int().min(1).default(20) }).default({ pourcentage: 20 }),
  lignes: list(
    z.strictObject({
      etat: statement,
      libelle: z.string().min(1),
      indicateur: z.string().optional(),
      unite: z.string().optional(),
    }),
  ),
  mots: list(z.strictObject({ texte: z.string().min(1), lecture: reading, fichier: z.string().optional() })),
  colonnes_ignorees: list(z.string()),
  ruptures: list(z.strictObject({ etat: statement, indicateur: z.string(), depuis: month, motif: z.string() })),
  navigateur: z.string().optional(),
  conservation: z.strictObject({ annees: z.number().int().positive() }).optional(),
  fictif: z.boolean().default(false),
});

type Spec = z.infer<typeof schema>;

const wordOf = (spec: Spec["mots"][number]): DeclaredWord => ({
  text: spec.texte,
  reading: spec.lecture,
  file: spec.fichier ?? null,
});

/**
 * Settings from the text of convention.yaml.
 * @throws UserError (exit 2) that names the file, the line, the key and what to write.
 */
export function parseSettings(text: string, fileName: string): Settings {
  const spec = parseYaml(text, fileName, schema);
  return {
    commune: {
      name: spec.commune.nom,
      insee: spec.commune.insee ?? null,
      departement: spec.commune.departement ?? null,
    },
    population: spec.population as ByYear,
    dwellings: spec.logements as ByYear,
    service: spec.service,
    deliveryDay: spec.livraison.jour,
    since: spec.livraison.depuis ?? null,
    expectedStatements: spec.etats_attendus,
    marking: spec.marquage,
    thresholds: { percentageFrom: spec.seuils.pourcentage },
    labels: spec.lignes.map((l) => ({
      statement: l.etat,
      label: l.libelle,
      indicator: l.indicateur ?? null,
      unit: l.unite ?? null,
    })),
    words: spec.mots.map(wordOf),
    ignoredColumns: spec.colonnes_ignorees,
    breaks: spec.ruptures.map((b) => ({ statement: b.etat, indicator: b.indicateur, from: b.depuis, reason: b.motif })),
    browser: spec.navigateur ?? null,
    retentionYears: spec.conservation?.annees ?? null,
    fictitious: spec.fictif,
    isDefault: false,
  };
}

/** What is in force when no convention.yaml exists: everything is read, and a warning says what is missing. */
export function defaultSettings(): Settings {
  return { ...parseSettings("commune: { nom: Commune non renseignée }", SETTINGS_FILE), isDefault: true };
}
