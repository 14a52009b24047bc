/** The sentence that opens a table: every line is counted in it once, and the verb agrees with how many there are. */
import { expect, test } from "vitest";
import type { Line } from "../../scripts/compose/context/lines.ts";
import {
  cumulativeOverview,
  rangesOverview,
  rangeWords,
  readingsOverview,
} from "../../scripts/compose/sentences/overview.ts";
import type { ReadingWord } from "../../scripts/model/analysis.ts";
import { analysesOf, type LineSpec } from "./builders.ts";
import { plain } from "./find.ts";

test.each([
  [0, 0, "0"],
  [1, 2, "de 1 à 2"],
  [0, 1012, "de 0 à 1 012"],
])("the range from %d to %d is said « %s »", (low, high, said) => {
  expect(plain(rangeWords({ low, high, method: "poisson", basis: [] }))).toBe(said);
});

const YEARS = [9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9];
function line(label: string, spec: Partial<LineSpec>): Line {
  const [whole] = analysesOf({ indicator: "homicides", label, counts: [...YEARS, 24], ...spec }, 1);
  return {
    key: label,
    label,
    level: 0,
    isFamily: false,
    known: true,
    whole: whole ?? null,
    police: null,
    gendarmerie: null,
  };
}
const lines = (count: number, spec: Partial<LineSpec>): readonly Line[] =>
  Array.from({ length: count }, (_, i) => line(`L${i + 1}`, spec));

/** What follows "1" and "2". */
const READINGS: readonly (readonly [ReadingWord, one: string, many: string])[] = [
  ["marked-rise", "est en hausse nette", "sont en hausse nette"],
  ["rise", "est en hausse", "sont en hausse"],
  ["marked-fall", "est en baisse nette", "sont en baisse nette"],
  ["fall", "est en baisse", "sont en baisse"],
  ["no-clear-change", "est sans évolution claire", "sont sans évolution claire"],
  ["too-few", "a des nombres nuls ou trop petits pour conclure", "ont des nombres nuls ou trop petits pour conclure"],
  ["none", "a des nombres nuls ou trop petits pour conclure", "ont des nombres nuls ou trop petits pour conclure"],
  ["not-tested", "n'est pas comparable", "ne sont pas comparables"],
];

test.each(READINGS)("lines that are all read « %s » are summed up in one clause", (reading, one, many) => {
  expect(readingsOverview([])).toBe("");
  expect(readingsOverview(lines(1, { reading }))).toBe(`La seule ligne ${one}.`);
  for (const count of [2, 3]) expect(readingsOverview(lines(count, { reading }))).toBe(`Les ${count} lignes ${many}.`);
});

test("readings are said from the strongest rise to what cannot be compared, each with its count", () => {
  const each = READINGS.filter(([reading]) => reading !== "none");
  const mixed = each.toReversed().flatMap(([reading], i) => lines(i % 2 === 0 ? 1 : 2, { reading }));
  const counts = each.map((_, i) => ((each.length - 1 - i) % 2 === 0 ? 1 : 2));
  const clauses = each.map(([, one, many], i) => `${counts[i]} ${counts[i] === 1 ? one : many}`);
  const unsent = { ...line("Famille", {}), whole: null }; // a family without a count of its own is no line that was read
  expect(plain(readingsOverview([...mixed, unsent]))).toBe(
    `Sur ${mixed.length} lignes, ${clauses.slice(0, -1).join(", ")} et ${clauses.at(-1)}.`,
  );
});

test.each<readonly [count: number, said: string]>([
  [0, "aucune ligne ne se détache"],
  [1, "se détache « L1 » (24 contre 9, hausse)"],
  [2, "se détachent « L1 » (24 contre 9, hausse) et « L2 » (24 contre 9, hausse)"],
  [3, "se détachent « L1 » (24 contre 9, hausse), « L2 » (24 contre 9, hausse) et « L3 » (24 contre 9, hausse)"],
])("of the lines of a half-year, %d that change are named", (count, said) => {
  const still = line("Autre", { cumulativeReading: "no-clear-change" });
  expect(plain(cumulativeOverview([still, ...lines(count, { cumulativeReading: "rise" })]))).toBe(said);
});

test("what leaves its expected range is named on its side, and weighed against chance", () => {
  const inside = line("Dedans", { counts: [...YEARS, 9] });
  const unknown = line("Neuve", { counts: [40] });
  const above = line("Haut", {});
  const below = line("Bas", { counts: [...YEARS, 0] });
  const range = (one: Line): string =>
    plain(rangeWords(one.whole?.range ?? { low: -1, high: -1, method: "poisson", basis: [] }));
  const high = `« Haut » (24, attendu ${range(above)})`;
  const low = `« Bas » (0, attendu ${range(below)})`;
  const chance = (judged: string): string => `Le seul hasard fait sortir environ une série sur vingt (${judged}).`;
  const said = (...all: readonly Line[]): string => plain(rangesOverview(all));
  expect(said(unknown)).toBe("");
  expect(said(inside, unknown)).toBe("Ce trimestre, aucun nombre ne sort de son intervalle attendu (1 série jugée).");
  expect(said(inside, above, unknown)).toBe(
    `Ce trimestre, sortent de leur intervalle attendu : au-dessus, ${high}. ${chance("2 séries jugées")}`,
  );
  expect(said(below)).toBe(
    `Ce trimestre, sortent de leur intervalle attendu : en dessous, ${low}. ${chance("1 série jugée")}`,
  );
  expect(said(below, above, inside)).toBe(
    `Ce trimestre, sortent de leur intervalle attendu : au-dessus, ${high} ; en dessous, ${low}. ${chance("3 séries jugées")}`,
  );
});
