/** Last quarter's figures under this quarter's title are asked about before they are taken; a quiet town that repeats itself is not. */

import { expect, test } from "vitest";
import { sentAgain } from "../../scripts/lectures/index.ts";
import { spoken } from "../spoken.ts";
import { FIRST, quarterOf, SECOND } from "./pairs.ts";

const plain = (text = ""): string => text.replace(/[\u00a0\u202f]/g, " ");
type Figures = readonly (readonly [number, number])[];
const again = (first: Figures, second: Figures, answers: Parameters<typeof sentAgain>[2] = []) => {
  const [before, after] = [
    quarterOf({ number: 1, figures: first }).recognition,
    quarterOf({ number: 2, figures: second }).recognition,
  ];
  return sentAgain(after, [before, after], answers);
};

test("the same figures as the quarter before are left out, all of that quarter, and asked about", () => {
  const found = again(FIRST, FIRST);
  expect(spoken(found?.issues[0])).toMatchObject({
    rule: "figures-copied",
    severity: "error",
  });
  expect(spoken(found?.issues[0]).message).toMatch(/chiffres du 2e.trimestre.2026 .* ceux du 1er.trimestre.2026/);
  expect(found?.recognition.observations).toEqual([]);
  expect(found?.recognition.tables.flatMap((t) => t.readings.flat()).some((r) => r.kind === "count")).toBe(false);
});

test("of a file that gives no figure of its quarter, its longest period is looked at: twelve months copied are told", () => {
  const rolling = (number: number, figures: Figures, last: string) =>
    quarterOf({ number, figures, change: (t) => t.replace(/– \d.*$/m, `– 12 mois glissants à fin ${last} 2026`) })
      .recognition;
  const before = rolling(1, FIRST, "mars");
  expect(sentAgain(rolling(2, SECOND, "juin"), [before], [])).toBeNull();
  expect(plain(spoken(sentAgain(rolling(2, FIRST, "juin"), [before], [])?.issues[0]).message)).toContain(
    "Les chiffres de la période « juillet 2025 à juin 2026 » ne sont pas pris",
  );
});

const withOwn = (lines: readonly number[], own: Figures): Figures =>
  FIRST.map((pair, i) => (lines.includes(i) ? (own[i] ?? pair) : pair));

test("one force alone is a copy; so is a column of which a third at most was typed anew", () => {
  const police = FIRST.map(([one], i) => [one, SECOND[i]?.[1] ?? 0] as const);
  expect(again(FIRST, police)).not.toBeNull();
  const [one, three, four] = [[3], [3, 4, 5], [3, 4, 5, 6]].map((lines) => again(FIRST, withOwn(lines, SECOND)));
  expect(plain(spoken(one?.issues[0]).message)).toContain("pour 8 lignes sur 9 (police nationale)");
  expect(three).not.toBeNull();
  expect(four).toBeNull();
});

test("four large figures of nine are typed anew: another quarter; of a quiet column, one is enough", () => {
  const alike = (own: readonly number[], lines: readonly number[]) => {
    const column = own.map((count) => [count, 0] as const);
    return (
      again(
        column,
        own.map((count, i) => [lines.includes(i) ? count + 1 : count, 0] as const),
      ) && column
    );
  };
  const large = [40, 41, 42, 43, 44, 45, 46, 47, 48];
  expect(alike(large, [0, 1, 2])).not.toBeNull();
  expect(alike(large, [0, 1, 2, 3])).toBeNull();
  const quiet = [0, 0, 0, 2, 5, 5, 0, 0, 0];
  expect(alike(quiet, [])).not.toBeNull();
  expect(alike(quiet, [0])).toBeNull();
});

test("of two spans that share months, each line has to be the same", () => {
  const rolling = (number: number, figures: Figures, last: string) =>
    quarterOf({ number, figures, change: (t) => t.replace(/– \d.*$/m, `– 12 mois glissants à fin ${last} 2026`) })
      .recognition;
  expect(sentAgain(rolling(2, withOwn([3], SECOND), "juin"), [rolling(1, FIRST, "mars")], [])).toBeNull();
});

/** Columns « T1 2025 | T1 2026 » of the police. */
const twoYears = (number: number, columns: Figures) =>
  quarterOf({
    number,
    figures: columns,
    change: (t) =>
      t.replace("Police | Gendarmerie | Total", `T${number} 2025 | T${number} 2026`).replace(/ \| \d+$/gm, ""),
  }).recognition;

test("the column of the year before, delivered as that of another quarter, is told alone; the one that is known is none", () => {
  const before = twoYears(1, FIRST);
  const copied = twoYears(
    2,
    SECOND.map(([own], i) => [FIRST[i]?.[0] ?? 0, own] as const),
  );
  const found = sentAgain(copied, [before], []);
  expect(plain(spoken(found?.issues[0]).message)).toMatch(
    /^Les chiffres du 2e trimestre 2025 .* ceux du 1er trimestre 2025\./,
  );
  expect([found?.issues.length, found?.recognition.observations.length]).toEqual([1, 9]);
  const known = { ...before, observations: [...before.observations, ...copied.observations] };
  expect(sentAgain(copied, [known], [])).toBeNull();
});

test("a copy of the corrected file of a quarter is one too", () => {
  const corrected = quarterOf({ number: 1, figures: FIRST, options: { delivery: "2026-T1-rectificatif" } }).recognition;
  const first = quarterOf({ number: 1, figures: SECOND }).recognition;
  const after = quarterOf({ number: 2, figures: FIRST }).recognition;
  expect(sentAgain(after, [first, corrected, after], [])).not.toBeNull();
});

const COPY = { kind: "copy", choice: "own", statement: null } as const;

test("the answer of the person is taken, for that quarter alone", () => {
  expect(again(FIRST, FIRST, [{ ...COPY, text: "2026-04/2026-06" }])).toBeNull();
  expect(again(FIRST, FIRST, [{ ...COPY, text: "2026-01/2026-03" }])).not.toBeNull();
});

test.each(["leave-out", "unknown"])("answered « %s », they stay out, and nothing more is told of them", (choice) => {
  const found = again(FIRST, FIRST, [{ ...COPY, text: "2026-04/2026-06", choice }]);
  expect([found?.issues, found?.recognition.observations]).toEqual([[], []]);
});

// five lines of one fact each come out the same in three pairs of quarters of a thousand: no question
test.each([
  ["none at all", [0, 0, 0, 0, 0, 0, 0, 0, 0]],
  ["one fact on three lines", [0, 1, 0, 0, 1, 0, 1, 0, 0]],
  ["2 and 5, and nothing else", [0, 0, 0, 2, 5, 0, 0, 0, 0]],
])("%s, twice, is no copy", (_, values) => {
  const quiet = values.map((value) => [value, 0] as const);
  expect(again(quiet, quiet)).toBeNull();
});

test("the figures of the same quarter a year before are a copy too", () => {
  const quarter = { number: 2, figures: FIRST };
  const yearBefore = { change: (text: string) => text.replaceAll("2026", "2025"), options: { delivery: "2025-T2" } };
  const [before, after] = [quarterOf({ ...quarter, ...yearBefore }).recognition, quarterOf(quarter).recognition];
  expect(spoken(sentAgain(after, [before, after], [])?.issues[0]).message).toMatch(/ceux du 2e.trimestre.2025/);
});
