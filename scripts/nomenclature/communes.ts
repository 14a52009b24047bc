/**
 * The official list of communes, départements and régions (INSEE's, as Etalab publishes it). It is large: it is read only when
 * a text names a place that is not the settings' commune.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { once } from "../model/remember.ts";

const require = createRequire(import.meta.url);

export interface Commune {
  /** INSEE code: "99001". */
  readonly code: string;
  readonly name: string;
  /** Code of the département: "99". */
  readonly departement: string;
  /** Code of the commune that it is a part of; null for a commune of its own. */
  readonly within: string | null;
  readonly population: number | null;
}

/** As the library writes it. */
interface Entry {
  readonly code: string;
  readonly nom: string;
  readonly departement?: string;
  readonly chefLieu?: string;
  readonly type?: string;
  readonly population?: number;
}

/** "St-Aubin les Tilleuls" and "SAINT AUBIN-LES-TILLEULS" are one name; "Mans (Le)" is "Le Mans". */
export function foldPlace(text: string): string {
  const words = text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .replace(/\bst\b/g, "saint")
    .replace(/\bste\b/g, "sainte");
  return words.replace(/^(.+) (les?|la|l)$/, "$2 $1");
}

const communeOf = ({ code, nom, departement, chefLieu, type, population }: Entry): Commune => ({
  code,
  name: nom,
  departement: departement ?? code.slice(0, code.startsWith("97") ? 3 : 2),
  within: type === "commune-actuelle" || type === undefined ? null : (chefLieu ?? null),
  population: population ?? null,
});

const byKey = <T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> =>
  Map.groupBy(items, key);

interface Places {
  readonly byName: ReadonlyMap<string, readonly Commune[]>;
  readonly byCode: ReadonlyMap<string, readonly Commune[]>;
}

const allCommunes = once((): Places => {
  const entries = require("@etalab/decoupage-administratif/data/communes.json") as readonly Entry[];
  const communes = entries.map(communeOf);
  return { byName: byKey(communes, (c) => foldPlace(c.name)), byCode: byKey(communes, (c) => c.code) };
});

/** The communes of that name, whatever its case, accents and hyphens: several départements may have one. */
export const communesNamed = (name: string): readonly Commune[] => allCommunes().byName.get(foldPlace(name)) ?? [];

export const communeOfCode = (code: string): Commune | undefined => allCommunes().byCode.get(code)?.[0];

const widerAreas = once((): ReadonlyMap<string, string> => {
  const entries = (of: unknown): readonly Entry[] => of as readonly Entry[];
  return new Map([
    ...entries(require("@etalab/decoupage-administratif/data/regions.json")).map(({ nom }): [string, string] => [
      foldPlace(nom),
      "une région",
    ]),
    ...entries(require("@etalab/decoupage-administratif/data/departements.json")).map(({ nom }): [string, string] => [
      foldPlace(nom),
      "un département",
    ]),
  ]);
});

/** "un département", "une région" for a name that is one; undefined for any other. */
export const widerArea = (name: string): string | undefined => widerAreas().get(foldPlace(name));

/** One commune, looked up without reading the whole list into memory: for the settings, at each run. */
export function lookUpCode(code: string): Commune | undefined {
  const path = require.resolve("@etalab/decoupage-administratif/data/communes.json");
  const text = readFileSync(path, "utf8");
  const start = text.indexOf(`{"code":"${code}",`);
  const end = start === -1 ? -1 : text.indexOf("\n", start);
  return end === -1 ? undefined : communeOf(JSON.parse(text.slice(start, end).replace(/,\s*$/, "")) as Entry);
}
