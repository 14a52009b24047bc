/** Which observations are one line, what it is called, and where it stands. */
import { describe, expect, test } from "vitest";
import { linesOf } from "../../scripts/analyse/lines.ts";
import type { Observation } from "../../scripts/model/observation.ts";
import type { Settings } from "../../scripts/model/settings.ts";
import { nomenclature, observe, settings, T1 } from "./builders.ts";

const lines = (observations: readonly Observation[], own: Partial<Settings> = {}) =>
  linesOf(observations, nomenclature, { ...settings, ...own });
const ids = (observations: readonly Observation[]) =>
  lines(observations).map((l) => `${l.statement} ${l.indicator ?? l.label}`);
const unknown = (label: string, some: Partial<Observation> = {}) => observe(T1, 1, { indicator: null, label, ...some });

describe("the order of the lines", () => {
  const sent = [
    observe(T1, 1, { statement: "ZZZ", indicator: null, label: "Ailleurs" }),
    observe(T1, 1, { statement: "IST", indicator: "degradations" }),
    unknown("Rodéos", { statement: "IST" }),
    observe(T1, 1, { statement: "IST", indicator: "biens" }),
    unknown("Tags"),
    observe(T1, 1, { indicator: "vols" }),
    unknown("Bruit"),
    observe(T1, 1, { indicator: "homicides" }),
    observe(T1, 1, { indicator: "cambriolages" }),
  ];
  const expected = [
    "IS101 homicides",
    "IS101 cambriolages",
    "IS101 vols",
    "IS101 Bruit",
    "IS101 Tags",
    "IST biens",
    "IST degradations",
    "IST Rodéos",
    "ZZZ Ailleurs",
  ];

  test("is the nomenclature's; unknown lines follow those of their statement, a statement that it does not know comes last", () => {
    expect(ids(sent)).toEqual(expected);
  });

  test("does not hang on the order in which they were sent", () => {
    expect(ids(sent.toReversed())).toEqual(expected);
  });
});

describe("the label of a line that is not known", () => {
  const at = (file: string, row: number) => ({ provenance: { file, part: "CSV", row, column: 1, raw: "1" } });
  const old = unknown("RODEOS MOTORISES", { delivery: "2025-T4", ...at("2025-T4/a.csv", 1) });
  const first = unknown("Rodéos motorisés", { delivery: "2026-T1", ...at("2026-T1/a.csv", 2) });
  const later = unknown("rodéos motorisés", { delivery: "2026-T1", ...at("2026-T1/a.csv", 9) });

  test("is the one sent last; in one delivery, that of the first place", () => {
    for (const sent of [
      [old, first, later],
      [later, first, old],
      [first, old, later],
      [later, old, first],
    ]) {
      expect(lines(sent).map((l) => l.label)).toEqual(["Rodéos motorisés"]);
    }
  });
});

test("the settings say the unit of an unknown line, and of no other", () => {
  const labels = [{ statement: "IS101", label: "Bruit", indicator: null, unit: "infraction" }];
  const [vols, bruit, tags] = lines([observe(T1, 1), unknown("Bruit"), unknown("Tags")], { labels });
  expect([vols?.unit, bruit?.unit, tags?.unit]).toEqual(["fait", "infraction", null]);
});

test("an indicator that others stand under is a family; one that stands alone is a line", () => {
  const levels = lines([
    observe(T1, 1, { statement: "IST", indicator: "biens" }),
    observe(T1, 1, { statement: "IST", indicator: "degradations" }),
    observe(T1, 1, { indicator: "homicides" }),
    unknown("Tags", { family: "biens", statement: "IST" }),
  ]).map((l) => [l.indicator ?? l.label, l.level, l.family, l.denominator]);
  expect(levels).toEqual([
    ["homicides", "line", null, "habitants"],
    ["biens", "family", null, "habitants"],
    ["degradations", "line", "biens", "habitants"],
    ["Tags", "line", "biens", null],
  ]);
});

test("a printed total, and a line of another document, are no lines", () => {
  expect(ids([observe(T1, 9, { kind: "total" }), observe(T1, 9, { statement: "AUTRE", indicator: null })])).toEqual([]);
});
