/** The sentence that opens a table: every line is counted in it once, and the verb agrees with how many there are. */
import { expect, test } from "vitest";
import type { Line } from "../../scripts/compose/context/lines.ts";
import { ordinaryWords, readingsOverview } from "../../scripts/compose/sentences/overview.ts";
import type { Verdict } from "../../scripts/model/degree.ts";
import { analysesOf, type LineSpec } from "./builders.ts";
import { plain } from "./find.ts";

test.each([
  [0, 0, "rien ne serait annoncé à 0"],
  [1, 2, "rien ne serait annoncé de 1 à 2"],
  [0, 1012, "rien ne serait annoncé de 0 à 1 012"],
])("the range from %d to %d is said « %s »", (low, high, said) => {
  expect(plain(ordinaryWords({ low, high }))).toBe(said);
});

const YEARS = [9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9];
function line(label: string, spec: Partial<LineSpec>): Line {
  const [whole] = analysesOf({ indicator: "vols-vehicules", label, counts: [...YEARS, 24], ...spec }, 1);
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
const READINGS: readonly (readonly [Verdict, one: string, many: string])[] = [
  ["rise-established", "est en hausse établie", "sont en hausse établie"],
  ["fall-established", "est en baisse établie", "sont en baisse établie"],
  ["rise-to-follow", "est en hausse à suivre", "sont en hausse à suivre"],
  ["fall-to-follow", "est en baisse à suivre", "sont en baisse à suivre"],
  ["ordinary", "est ordinaire", "sont ordinaires"],
  ["not-judged", "n'est pas comparable", "ne sont pas comparables"],
];

test.each(READINGS)("lines that are all read « %s » are summed up in one clause", (verdict, one, many) => {
  expect(readingsOverview([])).toBe("");
  expect(readingsOverview(lines(1, { verdict }))).toBe(`La seule ligne ${one}.`);
  for (const count of [2, 3]) expect(readingsOverview(lines(count, { verdict }))).toBe(`Les ${count} lignes ${many}.`);
});

test("readings are said from the strongest rise to what cannot be compared, each with its count", () => {
  const each = READINGS;
  const mixed = each.toReversed().flatMap(([verdict], i) => lines(i % 2 === 0 ? 1 : 2, { verdict }));
  const counts = each.map((_, i) => ((each.length - 1 - i) % 2 === 0 ? 1 : 2));
  const clauses = each.map(([, one, many], i) => `${counts[i]} ${counts[i] === 1 ? one : many}`);
  const unsent = { ...line("Famille", {}), whole: null }; // a family without a count of its own is no line that was read
  expect(plain(readingsOverview([...mixed, unsent]))).toBe(
    `Sur ${mixed.length} lignes, ${clauses.slice(0, -1).join(", ")} et ${clauses.at(-1)}.`,
  );
});

test("a line without a fact is as ordinary as the others: its zeros say it", () => {
  const both = [...lines(1, { verdict: "none" }), ...lines(2, { verdict: "ordinary" })];
  expect(readingsOverview(both)).toBe("Les 3 lignes sont ordinaires.");
});
