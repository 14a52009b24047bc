/** What the first day is to settle, from the first answers to the two files that it becomes. */
import { type Entitlements, parseEntitlements } from "../custody/people/entitlement.ts";
import { fillYaml } from "../disk/fill-yaml.ts";
import { parseSettings, SETTINGS_FILE } from "../holdings/settings.ts";
import { formatNumber } from "../model/format.ts";
import type { Settings } from "../model/settings.ts";
import { type Commune, departementName, populationYear } from "../nomenclature/index.ts";
import type { Talk } from "../shell/ask.ts";
import type { ExitCode } from "./walk.ts";

export interface FirstDay extends Pick<Talk, "say" | "line"> {
  readonly dataDir: string;
  /** "2026-04-09" */
  readonly today: string;
  /** A command of the program by its name, to its end; its exit code; null: it was stopped by Ctrl+C. */
  readonly run: (name: string) => Promise<ExitCode | null>;
}

export type NewPerson = Pick<Entitlements["persons"][number], "name" | "role" | "account">;

export interface Draft {
  /** `code` null: the person has kept a name that the official list has not. */
  readonly commune: { readonly name: string; readonly code: string | null; readonly departement: string | null };
  /** By census year. */
  readonly population: Settings["population"];
  readonly dwellings: Settings["dwellings"];
  readonly service: string;
  readonly deliveryDay: number;
  readonly statements: readonly string[];
  readonly me: NewPerson;
  readonly others: readonly NewPerson[];
  /** Whom to ask when an account is refused. */
  readonly contact: string;
}

export const PROPOSED: Omit<Draft, "commune" | "population" | "me" | "others"> = {
  dwellings: {},
  service: "Direction interdépartementale de la Police nationale",
  deliveryDay: 8,
  statements: ["IS101", "IST"],
  contact: "la direction générale des services",
};

/** With the population that the official list knows. */
export function chosen(commune: Commune): Pick<Draft, "commune" | "population"> {
  const { name, code, departement, population } = commune;
  const year = populationYear(commune);
  return {
    commune: { name, code, departement },
    population: year === null || population === null ? {} : { [year]: population },
  };
}

/** "Élise Martin, maire, emartin" => the three parts, the account being optional; undefined for what has no role. */
export function personOf(text: string): NewPerson | undefined {
  const [name = "", role = "", account = "", ...more] = text.split(",").map((part) => part.trim());
  return name === "" || role === "" || more.length > 0 ? undefined : { name, role, account: account || null };
}

export const describePlace = ({ name, code, departement }: Draft["commune"]): string =>
  code === null
    ? `${name} (hors de la liste officielle : ni code INSEE, ni taux)`
    : `${name} (${departementName(departement ?? "")}, code INSEE ${code})`;

export const describePerson = ({ name, role, account }: NewPerson): string =>
  `${name}, ${role} (${account === null ? "papier seulement" : `compte ${account}`})`;

/** { 2023: 6459 } => "6 459 habitants en 2023" */
export function describeCount(counts: Settings["population"], unit: string): string {
  const known = Object.entries(counts).map(([year, count]) => `${formatNumber(count)} ${unit} en ${year}`);
  return known.length === 0 ? "non renseignés : aucun taux sur eux" : known.join(", ");
}

/** The texts of the two examples. */
export interface Examples {
  readonly settings: string;
  readonly persons: string;
}

/** { 2023: 6459 } as YAML wants it, the year a number; nothing under the key for none. */
const byYear = (counts: Settings["population"]): Map<number, number> | null => {
  const years = Object.entries(counts).map(([year, count]): [number, number] => [Number(year), count]);
  return years.length === 0 ? null : new Map(years);
};

/** @throws UserError for what the program would not read again. */
export function settingsText(draft: Draft, { settings }: Examples): string {
  const { commune } = draft;
  const text = fillYaml(settings, [
    [["commune", "nom"], commune.name],
    [["commune", "insee"], commune.code],
    [["commune", "departement"], commune.departement],
    [["population"], byYear(draft.population)],
    [["logements"], byYear(draft.dwellings)],
    [["service"], draft.service],
    [["livraison", "jour"], draft.deliveryDay],
    [["livraison", "depuis"], null], // the first delivery's, which nobody needs to be asked
    [["etats_attendus"], draft.statements],
  ]);
  parseSettings(text, SETTINGS_FILE);
  return text;
}

/** @param from first day of their entitlement, "2026-04-09". @throws UserError as settingsText. */
export function personsText({ me, others, contact }: Draft, from: string, { persons }: Examples): string {
  const text = fillYaml(persons, [
    [["responsable"], contact],
    [
      ["personnes"],
      [me, ...others].map(({ name, role, account }) => ({
        nom: name,
        fonction: role,
        ...(account !== null && { compte: account }),
        du: from,
      })),
    ],
  ]);
  parseEntitlements(text, "habilitations.yaml");
  return text;
}
