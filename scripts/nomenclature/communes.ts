/**
 * The official list of communes, départements and régions (INSEE's, as Etalab publishes it). It is large: it is opened only
 * when a text may name a place that is not the settings' commune, and of its entries only those that are asked for are parsed.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { once, remember } from "../model/remember.ts";
import { nearest } from "../model/text/nearest.ts";

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
  /** Codes of the post, which are not those of the INSEE: "99120". */
  readonly postal: readonly string[];
}

/** As the library writes it. */
interface Entry {
  readonly code: string;
  readonly nom: string;
  readonly departement: string;
  /** Of a former commune: the one that it is now a part of; of a district: the city's `commune`. */
  readonly chefLieu?: string;
  readonly commune?: string;
  readonly population?: number;
  readonly codesPostaux?: readonly string[];
}

/** "St-Aubin les Tilleuls" and "SAINT AUBIN-LES-TILLEULS" are one name; "Mans (Le)" is "Le Mans". */
export const foldPlace = remember((text: string): string => foldLines(text.replaceAll("\n", " ")));

/** A name a line: thousands of them are folded at once in a few milliseconds. */
const foldLines = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/[^a-z0-9\n]+/g, " ")
    .replace(/^ | $/gm, "")
    .replace(/\bst\b/g, "saint")
    .replace(/\bste\b/g, "sainte")
    .replace(/^(.+) (les?|la|l)$/gm, "$2 $1");

const communeOf = ({ code, nom, departement, chefLieu, commune, population, codesPostaux }: Entry): Commune => ({
  code,
  name: nom,
  departement,
  within: chefLieu ?? commune ?? null,
  population: population ?? null,
  postal: codesPostaux ?? [],
});

/** The list as it is written, an entry a line: only the entries that are asked for are read. */
const officialText = once((): string =>
  readFileSync(require.resolve("decoupage-administratif/data/communes.json"), "utf8"),
);

/** The entry that begins there. */
function entryAt(start: number): Commune {
  const line = officialText().slice(start, officialText().indexOf("\n", start));
  return communeOf(JSON.parse(line.replace(/,\s*$/, "")) as Entry);
}

/** A name, folded => where the entries of that name begin. */
const startsByName = once((): ReadonlyMap<string, readonly number[]> => {
  const entries = [...officialText().matchAll(/^\{"code":"\w+","nom":"([^"]+)"/gm)];
  const names = foldLines(entries.map(([, name]) => name).join("\n")).split("\n");
  const starts = new Map<string, number[]>();
  for (const [index, { index: start }] of entries.entries()) {
    const name = names[index] ?? "";
    const known = starts.get(name);
    if (known) known.push(start);
    else starts.set(name, [start]);
  }
  return starts;
});

/** Names of one short word of plain letters: some ten thousand, which anybody can type. */
export const plainNames = (): readonly string[] =>
  [...startsByName().keys()].filter((name) => /^[a-z]{4,9}$/.test(name));

/** Letters, a vowel among them: "2026t1" and "csv" are no names, and the list is not opened for them. "Paris 1er Arrondissement" is one. */
const MAY_BE_A_NAME = /^[a-z ]*[aeiouy][a-z ]*$|arrondissement$/;

/** The communes of that name, whatever its case, accents and hyphens: several départements may have one. */
export function communesNamed(name: string): readonly Commune[] {
  const folded = foldPlace(name);
  return MAY_BE_A_NAME.test(folded) ? (startsByName().get(folded) ?? []).map(entryAt) : [];
}

/** Where its entry begins, -1 where it has none: the whole list is gone through for each code that is asked for. */
const startOfCode = remember((code: string) => officialText().indexOf(`{"code":"${code}",`));

export function communeOfCode(code: string): Commune | undefined {
  const start = startOfCode(code);
  return start === -1 ? undefined : entryAt(start);
}

/** Is it the code of the commune's post? */
export const isPostCode = ({ insee }: { readonly insee: string | null }, code: string): boolean =>
  insee !== null && communeOfCode(insee)?.postal.includes(code) === true;

/**
 * Census year of the populations in the list: those that Insee published in December 2025, in force since 1 January 2026, which the
 * package names as its source. Overseas, some are older: see populationYear.
 */
const CENSUS = 2023;

/** Census year of a commune's population; null where the list has none, or one of another year. */
export const populationYear = ({ code, population }: Commune): number | null =>
  population === null || /^97[5-8]|^98/.test(code) ? null : CENSUS;

/** Communes of today whose name is what was typed, begins with it, may be meant by it, or holds it; in that order. */
export function communesLike(text: string, most: number): readonly Commune[] {
  const folded = foldPlace(text);
  if (folded === "") return [];
  const names = [...startsByName().keys()];
  const begin = names.filter((name) => name.startsWith(folded)).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const found = [folded, ...begin, nearest(folded, names) ?? folded, ...names.filter((name) => name.includes(folded))];
  const communes: Commune[] = [];
  for (const name of new Set(found)) {
    if (communes.length >= most) break;
    communes.push(...(startsByName().get(name) ?? []).map(entryAt).filter(({ within }) => within === null));
  }
  return communes.slice(0, most);
}

const departementNames = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      (require("decoupage-administratif/data/departements.json") as readonly Pick<Entry, "code" | "nom">[]).map(
        ({ code, nom }) => [code, nom],
      ),
    ),
);
/** "Ain"; the code itself for what is no département. */
export const departementName = (code: string): string => departementNames().get(code) ?? code;

const widerAreas = once((): ReadonlyMap<string, string> => {
  const entries = (of: unknown) => of as readonly Pick<Entry, "nom">[];
  return new Map([
    ...entries(require("decoupage-administratif/data/regions.json")).map(({ nom }): [string, string] => [
      foldPlace(nom),
      "une région",
    ]),
    ...entries(require("decoupage-administratif/data/departements.json")).map(({ nom }): [string, string] => [
      foldPlace(nom),
      "un département",
    ]),
  ]);
});

/** "un département", "une région" for a name that is one; undefined for any other. */
export const widerArea = (name: string): string | undefined => widerAreas().get(foldPlace(name));

/** Communes of today, each whole: the list is parsed for it. */
export const communesOfToday = (): readonly Commune[] =>
  (JSON.parse(officialText()) as readonly (Entry & { readonly type: string })[])
    .filter(({ type }) => type === "commune-actuelle")
    .map(communeOf);

/** The intercommunality of a commune, with the codes of its communes. */
export function intercommunalityOf(code: string): { readonly name: string; readonly codes: readonly string[] } | null {
  const bodies = require("decoupage-administratif/data/epci.json") as readonly {
    readonly nom: string;
    readonly membres: readonly { readonly code: string }[];
  }[];
  const body = bodies.find(({ membres }) => membres.some((member) => member.code === code));
  return body ? { name: body.nom, codes: body.membres.map((member) => member.code) } : null;
}
