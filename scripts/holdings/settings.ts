/** The settings of the commune: data/convention.yaml, checked, with French keys; nothing of a commune is in the code. */

import { group, groupOf, path, v, wholeNumber } from "../disk/schema.ts";
import { parseYaml } from "../disk/yaml.ts";
import { quote } from "../model/format.ts";
import type { Month } from "../model/period.ts";
import { isDay, parsePeriodKey, parseQuarterId, periodKey } from "../model/period.ts";
import type { ByYear, Settings } from "../model/settings.ts";
import { nearest } from "../model/text/nearest.ts";
import { typedDay, typedQuarter } from "../model/typed.ts";
import { anyIndicator, isIndicator, noIndicator, statement } from "./known-lines.ts";

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
  "commune",
  "IS101",
  "IST",
] as const;

const written = (form: RegExp, otherwise: string) => v.pipe(v.string(), v.regex(form, otherwise));
const month = v.pipe(
  written(/^\d{4}-(0[1-9]|1[0-2])$/, "un mois est attendu, par exemple 2026-01"),
  v.transform((text) => text as Month),
);
const quarterId = v.pipe(
  v.string(),
  v.transform((text) => typedQuarter(text) ?? text),
  v.check((text) => parseQuarterId(text) !== undefined, "un trimestre est attendu, par exemple 2026-T1"),
);
const A_DAY = "une date est attendue (année-mois-jour), par exemple 2026-03-22";
/** 20260322 is a number to YAML, and no date to anyone: the same message, for quotes would not mend it. */
const day = v.pipe(
  v.union([v.string(), v.number()], A_DAY),
  v.transform((text) => typedDay(String(text)) ?? String(text)),
  v.check(isDay, A_DAY),
);
const byYear = v.nullish(
  groupOf(
    written(/^(19|20)\d\d$/, "une année est attendue, par exemple 2021"),
    v.pipe(
      v.number(),
      v.safeInteger("un nombre entier est attendu"),
      v.gtValue(0, "un nombre supérieur à 0 est attendu"),
    ),
  ),
  {},
);
/** Longer than any name or sentence that is printed: more is a file pasted by mistake. */
const MOST_SIGNS = 2000;
const text = v.pipe(v.string(), v.maxLength(MOST_SIGNS, `un texte de ${MOST_SIGNS} signes au plus est attendu`));
const someText = v.pipe(text, v.nonEmpty());
/** "2026-05", "2026-05-12" */
const eventDate = v.union([month, day], "un mois ou une date est attendu, par exemple 2026-05 ou 2026-05-12");

/** A line's indicator is one of its statement: another name would be settled by nothing, without a word. */
const line = v.pipe(
  group({ etat: statement, libelle: someText, indicateur: v.optional(v.string()), unite: v.optional(v.string()) }),
  v.check(
    ({ etat, indicateur }) => indicateur === undefined || isIndicator(etat, indicateur),
    ({ input: { etat, indicateur = "" } }) => noIndicator(etat, indicateur),
  ),
);
/** A break is of an indicator, or of a line by its label: what is written as an identifier must be one, for it would else break nothing. */
const seriesBreak = v.pipe(
  group({ etat: statement, indicateur: v.string(), depuis: month, motif: v.string() }),
  v.check(
    ({ etat, indicateur }) => !/^[a-z0-9-]+$/.test(indicateur) || isIndicator(etat, indicateur),
    ({ input: { etat, indicateur } }) => noIndicator(etat, indicateur),
  ),
);
const reading = v.pipe(
  v.string(),
  v.transform((text) => {
    const asQuarter = parseQuarterId(text);
    return asQuarter ? periodKey(asQuarter) : text;
  }),
  v.check(
    (text) => (WORD_READINGS as readonly string[]).includes(text) || parsePeriodKey(text) !== undefined,
    ({ input }) => {
      const close = nearest(input, WORD_READINGS);
      return `une lecture est attendue : ${WORD_READINGS.join(", ")}, un trimestre (2026-T1) ou une période (2026-01/2026-09)${close ? ` ; vouliez-vous dire ${quote(close)} ?` : ""}`;
    },
  ),
);

/** A list that may stand empty: « lignes: » with nothing under it is how the example leaves it, ready for lines to be pasted. */
const list = <const T extends v.GenericSchema>(item: T) => v.nullish(v.array(item), []);

const schema = group({
  commune: group({
    nom: someText,
    insee: v.nullish(
      written(/^[0-9AB]{5}$/, 'un code INSEE de cinq caractères entre guillemets est attendu, par exemple "99001"'),
    ),
    departement: v.nullish(
      written(/^[0-9AB]{2,3}$/, 'un code de département entre guillemets est attendu, par exemple "99"'),
    ),
  }),
  population: byYear,
  logements: byYear,
  service: v.optional(text, "service de police partenaire"),
  livraison: v.optional(
    group({
      jour: v.optional(v.pipe(wholeNumber, v.minValue(1), v.maxValue(28)), 8),
      depuis: v.nullish(quarterId),
    }),
    {},
  ),
  etats_attendus: v.optional(v.array(statement)),
  mandat: v.optional(group({ depuis: day })),
  marquage: v.optional(someText, DEFAULT_MARKING),
  lignes: list(line),
  mots: list(group({ texte: someText, lecture: reading, fichier: v.optional(v.string()) })),
  ruptures: list(seriesBreak),
  evenements: list(group({ date: eventDate, texte: someText, lignes: list(anyIndicator) })),
  navigateur: v.optional(path),
  conservation: v.optional(group({ annees: v.pipe(wholeNumber, v.minValue(1), v.maxValue(100)) })),
  fictif: v.optional(v.boolean(), false),
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
    expectedStatements: spec.etats_attendus ?? ["IS101", "IST"],
    mandateSince: spec.mandat?.depuis ?? null,
    marking: spec.marquage,
    labels: spec.lignes.map((l) => ({
      statement: l.etat,
      label: l.libelle,
      indicator: l.indicateur ?? null,
      unit: l.unite ?? null,
    })),
    words: spec.mots.map((w) => ({ text: w.texte, reading: w.lecture, file: w.fichier ?? null })),
    breaks: spec.ruptures.map((b) => ({ statement: b.etat, indicator: b.indicateur, from: b.depuis, reason: b.motif })),
    events: spec.evenements.map(({ date, texte, lignes }) => ({ date, text: texte, lines: lignes ?? [] })),
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
