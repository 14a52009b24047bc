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
  expect(spoken(found?.issue)).toMatchObject({
    rule: "figures-copied",
    severity: "error",
  });
  expect(spoken(found?.issue).message).toMatch(/chiffres du 2e.trimestre.2026 .* ceux du 1er.trimestre.2026/);
  expect(found?.recognition.observations).toEqual([]);
  expect(found?.recognition.tables.flatMap((t) => t.readings.flat()).some((r) => r.kind === "count")).toBe(false);
});

test("of a file that gives no figure of its quarter, its longest period is looked at: twelve months copied are told", () => {
  const rolling = (number: number, figures: Figures, last: string) =>
    quarterOf({ number, figures, change: (t) => t.replace(/– \d.*$/m, `– 12 mois glissants à fin ${last} 2026`) })
      .recognition;
  const before = rolling(1, FIRST, "mars");
  expect(sentAgain(rolling(2, SECOND, "juin"), [before], [])).toBeNull();
  expect(plain(spoken(sentAgain(rolling(2, FIRST, "juin"), [before], [])?.issue).message)).toContain(
    "Les chiffres de la période « juillet 2025 à juin 2026 » ne sont pas pris",
  );
});

test("one force alone is a copy; one other figure in each is none", () => {
  expect(
    again(
      FIRST,
      FIRST.map(([police], i) => [police, SECOND[i]?.[1] ?? 0] as const),
    ),
  ).not.toBeNull();
  expect(
    again(
      FIRST,
      FIRST.map(([police, gendarmerie], i) => [i === 3 ? 30 : police, i === 3 ? 8 : gendarmerie] as const),
    ),
  ).toBeNull();
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
  expect([found?.issue, found?.recognition.observations]).toEqual([null, []]);
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
  expect(spoken(sentAgain(after, [before, after], [])?.issue).message).toMatch(/ceux du 2e.trimestre.2025/);
});
