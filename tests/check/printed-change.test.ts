import { describe, expect, it } from "vitest";
import type { PrintedFigure } from "../../scripts/model/observation.ts";
import { saying, spoken } from "../spoken.ts";
import { count, issuesOf, period, printed, recognise, told } from "./build.ts";

const rules = ["printed-change-mismatch", "printed-change-impossible"];
const found = (raw: string, values: Record<string, number>, more: Parameters<typeof printed>[1] = {}) =>
  issuesOf(rules, {
    recognitions: recognise(
      Object.entries(values).map(([span, value]) => count(`homicides ensemble ${span} ${value}`)),
      [printed(raw, more)],
    ),
  });

describe("a printed change", () => {
  it.each([
    ["+5", 11, 16],
    ["-3", 15, 12],
    ["+0", 0, 0],
    ["+45,45 %", 11, 16],
    ["-16,67 %", 12, 10],
    ["45 %", 11, 16],
    ["0,00 %", 0, 0],
    ["+100 %", 0, 4],
  ])("that follows from its counts is silent: %s for %d then %d", (raw, before, after) => {
    expect(found(raw, { "2025-T1": before, "2026-T1": after })).toEqual([]);
  });

  it.each([
    ["+4", 11, 16, "+5"],
    ["-45,45 %", 11, 16, "+45,45 %"],
    ["+46 %", 11, 16, "+45 %"],
  ])("that does not is a warning with the right one: %s for %d then %d", (raw, before, after, expected) => {
    const issues = found(raw, { "2025-T1": before, "2026-T1": after });
    expect(issues).toMatchObject([
      { rule: "printed-change-mismatch", severity: "warning", message: saying(raw, `(${expected})`) },
    ]);
  });

  it("whose heading names no period may be that of any pair a year apart", () => {
    const values = { "2025-T1": 1, "2026-T1": 2, "2025-01/2025-06": 10, "2026-01/2026-06": 17 };
    expect(found("+7", values)).toEqual([]);
    expect(found("+9", values)).toHaveLength(1);
  });

  it("whose heading names its periods is that of these alone", () => {
    const values = { "2025-T1": 1, "2026-T1": 2, "2025-01/2025-06": 10, "2026-01/2026-06": 17 };
    expect(found("+7", values, { between: [period("2025-T1"), period("2026-T1")] })).toHaveLength(1);
  });

  it("of +32 beside a count of 21 alone is impossible: there were -11 before", () => {
    const issues = found("+32 fait(s)", { "2026-T1": 21 });
    expect(issues).toMatchObject([{ rule: "printed-change-impossible", severity: "warning" }]);
    expect(spoken(issues[0]).message).toContain("−11");
    expect(found("+21", { "2026-T1": 21 })).toEqual([]);
  });

  it("is beside the counts of its row, or of its column in a table that runs across, before all those of its line", () => {
    const [few, many] = [
      count("homicides ensemble 2026-T1 4", { row: 1 }),
      count("homicides ensemble 2024-T1 90", { row: 7 }),
    ];
    const at = (row: number, column: number) =>
      issuesOf(rules, {
        recognitions: recognise(
          [few, { ...many, provenance: { ...many.provenance, column: 5 } }],
          [printed("+32", { provenance: { file: "2026-T1/IS101.csv", part: "CSV", row, column, raw: "+32" } })],
        ),
      }).length;
    expect([at(1, 9), at(7, 9), at(3, 2), at(3, 5), at(3, 9)]).toEqual([1, 0, 1, 0, 0]);
  });

  it("of less than -100 % is impossible", () => {
    expect(found("-120 %", { "2026-T1": 21 })).toMatchObject([{ rule: "printed-change-impossible" }]);
    expect(found("-100 %", { "2026-T1": 0 })).toEqual([]);
  });

  it("of another line or force is not compared", () => {
    expect(found("+99", { "2025-T1": 1, "2026-T1": 100 }, { force: "PN" })).toEqual([]);
  });

  it("is compared with the counts of its own line: numbered or not, and of its family", () => {
    const line = { indicator: null, statement: "IST", label: "Divers", family: "Tapages" } as const;
    const counts = [2, 5].map((value, i) =>
      count(`? ensemble ${2025 + i}-T1 ${value}`, { ...line, label: "4 - Divers" }),
    );
    const with9 = (more: Partial<PrintedFigure>) =>
      issuesOf(rules, { recognitions: recognise(counts, [printed("+9", { ...line, ...more })]) });
    expect(with9({})).toMatchObject([{ message: saying("+3") }]);
    expect(with9({ family: "Dépôts" })).toEqual([]);
  });

  it("that does not follow is told in words, with what it should be and what it would suppose", () => {
    const [change] = found("+1032", { "2025-T1": 1011, "2026-T1": 1016 });
    expect(change).toMatchObject({ message: saying("+1032", "+5"), place: { column: 9 } });
    expect(change && told(change)).toEqual({
      rule: "printed-change-mismatch",
      severity: "warning",
      message:
        "« homicides », ensemble, 1er trimestre 2026 : l'évolution imprimée « +1032 » ne correspond pas à 1 011 puis 1 016 (+5). Il supposerait −16 fait auparavant, ce qui est impossible.",
      hint: "Vérifiez ces cellules dans le fichier reçu ; si elles sont bien lues, demandez au service lequel des nombres est le bon.",
    });
    const [percent] = found(" -3 % ", { "2025-T1": 40, "2026-T1": 50 });
    expect(percent).toMatchObject({ message: saying("-3 %") });
    expect(percent && told(percent).message).toBe(
      "« homicides », ensemble, 1er trimestre 2026 : le pourcentage imprimé « -3 % » ne correspond pas à 40 puis 50 (+25 %).",
    );
    const [fall] = found("-3,00 %", { "2025-T1": 40, "2026-T1": 30 });
    expect(fall && told(fall).message).toMatch(/\(−25,00 %\)\.$/);
    const [none] = found("+5 %", { "2025-T1": 40, "2026-T1": 40 });
    expect(none && told(none).message).toMatch(/\(0 %\)\.$/);
    const [zero] = found("+1 %", { "2025-T1": 0, "2026-T1": 0 });
    expect(zero && told(zero).message).toMatch(/ne correspond pas à 0 puis 0 \(0 %\)\.$/);
  });

  it("that supposes exactly nothing before is only wrong", () => {
    const [issue] = found("+16", { "2025-T1": 11, "2026-T1": 16 });
    expect(issue && told(issue).message).toMatch(/ne correspond pas à 11 puis 16 \(\+5\)\.$/);
    const [percent] = found("+99 %", { "2025-T1": 11, "2026-T1": 16 });
    expect(spoken(percent).message).not.toContain("supposerait");
  });

  it("that fits none of several pairs says so", () => {
    const values = { "2025-T1": 1, "2026-T1": 2, "2025-01/2025-06": 10, "2026-01/2026-06": 17 };
    const [issue] = found("+9", values);
    expect(issue && told(issue).message).toContain(
      "(+1), ni à l'écart d'aucun autre couple de nombres de la ligne. Il supposerait",
    );
    const [one] = found("+9", { "2025-T1": 1, "2026-T1": 2 });
    expect(spoken(one).message).not.toContain("aucun autre couple");
  });

  it("may differ by half a unit of its last digit, and by no more", () => {
    expect(found("+6 %", { "2025-T1": 200, "2026-T1": 211 })).toEqual([]); // 5,5 %
    expect(found("+5 %", { "2025-T1": 200, "2026-T1": 211 })).toEqual([]);
    expect(found("+7 %", { "2025-T1": 200, "2026-T1": 211 })).toHaveLength(1);
    expect(found("+5,6 %", { "2025-T1": 200, "2026-T1": 211 })).toHaveLength(1);
  });

  it("is verified by the counts of its own row; of another row, part, force or statement, by none", () => {
    const at = (row: number, more: object = {}) => ({ row, ...more });
    const pair = (row: number, before: number, after: number, more: object = {}) => [
      count(`homicides ensemble 2025-T1 ${before}`, at(row, more)),
      count(`homicides ensemble 2026-T1 ${after}`, at(row, more)),
    ];
    const issues = (raw: string, observations: ReturnType<typeof count>[], more = {}) =>
      issuesOf(rules, { recognitions: recognise(observations, [printed(raw, more)]) });
    // row 1 is the figure's own
    expect(issues("+5", [...pair(1, 1, 6), ...pair(2, 1, 8)])).toEqual([]);
    expect(issues("+7", [...pair(1, 1, 6), ...pair(2, 1, 8)])).toHaveLength(1);
    const inPart = (part: string, counts: ReturnType<typeof count>[]) =>
      counts.map((c) => ({ ...c, provenance: { ...c.provenance, part } }));
    expect(issues("+7", inPart("Feuil2", pair(1, 1, 6)))).toEqual([]);
    expect(issues("+7", inPart("CSV", pair(1, 1, 6)))).toHaveLength(1);
    expect(issues("+7", pair(1, 1, 6, { statement: "IST" }))).toEqual([]);
    expect(issues("+7", pair(1, 1, 6), { indicator: "vols-avec-armes" })).toEqual([]);
    // a rate, and words that are no change, are verified by nothing here
    for (const measure of ["rate", "other"] as const) expect(issues("+7", pair(1, 1, 6), { measure })).toEqual([]);
  });

  it("of an unknown line is verified by the counts of that label, in whatever letters", () => {
    const counts = [count("?Vélos ensemble 2025-T1 1"), count("?Vélos ensemble 2026-T1 6")];
    const issues = (raw: string) =>
      issuesOf(rules, { recognitions: recognise(counts, [printed(raw, { indicator: null, label: "VELOS" })]) });
    expect(issues("+5")).toEqual([]);
    expect(issues("+7")).toHaveLength(1);
  });

  it("in a table that runs across is verified by the counts of its own column", () => {
    const across = (span: string, value: number, row: number, column: number) => {
      const own = count(`homicides ensemble ${span} ${value}`, { row });
      return { ...own, provenance: { ...own.provenance, column } };
    };
    const own = [across("2025-T1", 1, 3, 9), across("2026-T1", 6, 4, 9)];
    const beside = [across("2025-T1", 1, 3, 8), across("2026-T1", 8, 4, 8)];
    const issues = (raw: string) => issuesOf(rules, { recognitions: recognise([...own, ...beside], [printed(raw)]) });
    expect(issues("+5")).toEqual([]);
    expect(issues("+7")).toHaveLength(1);
  });

  it("whose counts stand neither on its row nor in its column is verified by all those of its line", () => {
    const apart = { "2025-T1": 1, "2026-T1": 6 };
    const at = { provenance: { ...printed("+7").provenance, row: 30 } };
    expect(found("+5", apart, { provenance: { ...at.provenance, raw: "+5" } })).toEqual([]);
    expect(found("+7", apart, at)).toHaveLength(1);
  });

  it("whose heading names two periods is verified by them wherever they stand on its line", () => {
    const values = { "2025-T1": 1, "2026-T1": 6 };
    const between = [period("2025-T1"), period("2026-T1")] as const;
    const other = count("homicides ensemble 2026-T2 50", { row: 30 });
    const issues = (raw: string) =>
      issuesOf(rules, {
        recognitions: recognise(
          [...Object.entries(values).map(([span, value]) => count(`homicides ensemble ${span} ${value}`)), other],
          [printed(raw, { between, provenance: { ...printed(raw).provenance, row: 30 } })],
        ),
      });
    expect(issues("+5")).toEqual([]);
    expect(issues("+7")).toHaveLength(1);
    // both periods must be those: the change to or from another one proves nothing
    expect(found("+5", { "2024-T1": 1, "2025-T1": 2, "2026-T1": 6 }, { between })).toHaveLength(1);
    expect(found("+5", { "2025-T1": 1, "2026-T1": 2, "2026-T2": 6 }, { between })).toHaveLength(1);
    // of two periods of which one is not held, nothing can be told
    const unheld = { between: [period("2024-T1"), period("2026-T1")] as const };
    expect(found("+5", values, unheld)).toEqual([]);
  });

  it("from zero is no percentage, whatever is printed", () => {
    expect(found("+100 %", { "2025-T1": 0, "2026-T1": 0 })).toHaveLength(1);
    expect(found("+3 %", { "2025-T1": 0, "2026-T1": 4 })).toEqual([]);
  });

  it("that is impossible alone is told in words, beside the greatest count of its row", () => {
    const rows = [
      count("homicides ensemble 2026-T1 21"),
      count("homicides ensemble 2026-01/2026-09 30"),
      count("homicides ensemble 2026-T2 4"),
    ];
    const issues = (raw: string) => issuesOf(rules, { recognitions: recognise(rows, [printed(raw)]) });
    expect(issues("+30")).toEqual([]);
    expect(issues(" +31 ")).toMatchObject([{ message: saying("+31"), place: { column: 9 } }]);
    expect(issues(" +1032 ").map(told)).toEqual([
      {
        rule: "printed-change-impossible",
        severity: "warning",
        message:
          "« homicides », ensemble, janvier à septembre 2026 : l'évolution imprimée « +1032 » est impossible pour 30 : le nombre antérieur serait de −1 002.",
        hint: "Vérifiez ces cellules dans le fichier reçu ; si elles sont bien lues, demandez au service lequel des nombres est le bon.",
      },
    ]);
    expect(found("-120 %", { "2026-T1": 21 }).map(told)).toMatchObject([
      {
        message: "« Homicides » : le pourcentage imprimé « -120 % » est impossible : une baisse ne dépasse pas 100 %.",
      },
    ]);
    // a rise may exceed any number of per cent, a fall of facts any that is not known
    expect(found("+900 %", { "2026-T1": 21 })).toEqual([]);
    expect(found("-900", { "2026-T1": 21 })).toEqual([]);
    expect(found("+9", {})).toEqual([]);
  });
});
