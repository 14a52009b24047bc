import { describe, expect, it } from "vitest";
import type { PrintedFigure } from "../../scripts/model/observation.ts";
import { count, issuesOf, period, printed, recognise } from "./build.ts";

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
    expect(issues).toMatchObject([{ rule: "printed-change-mismatch", severity: "warning", actual: raw }]);
    expect(issues[0]?.expected?.replace(/\u202f|\u00a0/g, " ")).toBe(expected);
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
    expect(issues[0]?.message).toContain("−11");
    expect(found("+21", { "2026-T1": 21 })).toEqual([]);
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
    expect(with9({})).toMatchObject([{ expected: "+3" }]);
    expect(with9({ family: "Dépôts" })).toEqual([]);
  });
});
