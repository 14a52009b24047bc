import { describe, expect, it } from "vitest";
import { MOST_IN_ONE_FILE } from "../../scripts/check/index.ts";
import { count, issuesOf, recognise } from "./build.ts";

describe("police and gendarmerie", () => {
  const rule = ["total-does-not-add-up"];
  const counts = (whole: string) =>
    recognise([
      count("homicides PN 2026-T1 7"),
      count("homicides GN 2026-T1 0"),
      count(`homicides ensemble 2026-T1 ${whole}`),
    ]);

  it("that do not give the printed total are a warning with both sums, at the total's cell", () => {
    const issues = issuesOf(rule, { recognitions: counts("14") });
    expect(issues).toMatchObject([{ severity: "warning", actual: "14", expected: "7", place: { raw: "14" } }]);
    expect(issues[0]?.message).toContain("police 7 et gendarmerie 0 font 7");
  });

  it("that give it, or of which one is not known, are not", () => {
    expect(issuesOf(rule, { recognitions: counts("7") })).toEqual([]);
    expect(
      issuesOf(rule, {
        recognitions: recognise([
          count("homicides PN 2026-T1 7"),
          count("homicides GN 2026-T1 nd"),
          count("homicides ensemble 2026-T1 9"),
        ]),
      }),
    ).toEqual([]);
  });

  it("of another period, line or delivery are not added", () => {
    const recognitions = recognise([
      count("homicides PN 2026-T1 7"),
      count("homicides GN 2025-T1 1"),
      count("vols-avec-armes GN 2026-T1 1"),
      count("homicides GN 2026-T1 1", { delivery: "2026-T2" }),
      count("homicides ensemble 2026-T1 7"),
    ]);
    expect(issuesOf(rule, { recognitions })).toEqual([]);
  });
});

describe("the lines of a family", () => {
  const rule = ["lines-exceed-family"];
  const family = count("atteintes-biens ensemble 2026-T1 10", { statement: "IST" });
  const line = (name: string, value: number, family = "atteintes-biens") =>
    count(`? ensemble 2026-T1 ${value}`, { statement: "IST", label: name, family });

  it("are a warning when one, or their sum, exceeds it", () => {
    expect(issuesOf(rule, { recognitions: recognise([family, line("Vols", 11)]) })).toMatchObject([
      { severity: "warning", actual: "11" },
    ]);
    expect(issuesOf(rule, { recognitions: recognise([family, line("Vols", 6), line("Autres", 5)]) })).toMatchObject([
      { actual: "11", expected: "10 au plus" },
    ]);
  });

  it("are found under their family's label, numbered or not, each once", () => {
    const own = count("?Tapages ensemble 2026-T1 5", { statement: "IST" });
    const lines = (value: number) => [
      line("Nocturnes", value, "2 - TAPAGES"),
      line("1 - Nocturnes", value, "2 - TAPAGES"),
      line("Diurnes", 1, "Tapages"),
    ];
    expect(issuesOf(rule, { recognitions: recognise([own, ...lines(4)]) })).toEqual([]);
    expect(issuesOf(rule, { recognitions: recognise([own, ...lines(5)]) })).toMatchObject([{ actual: "6" }]);
  });

  it("may stay below it, and lines of another family do not count", () => {
    expect(
      issuesOf(rule, {
        recognitions: recognise([family, line("Vols", 6), line("Tapages", 50, "tranquillite-salubrite")]),
      }),
    ).toEqual([]);
  });
});

describe("a cumulative count", () => {
  const rules = ["cumulative-below-part", "cumulative-not-its-parts", "half-year-not-its-quarters"];
  const found = (...observations: ReturnType<typeof count>[]) =>
    issuesOf(rules, { recognitions: recognise(observations) });
  const T2 = { delivery: "2026-T2" };

  it("below a period that it contains implies a negative rest", () => {
    const issues = found(count("homicides PN 2026-01/2026-06 3", T2), count("homicides PN 2026-T2 5", T2));
    expect(issues).toMatchObject([
      { rule: "cumulative-below-part", severity: "warning", actual: "3", expected: "5 au moins" },
    ]);
  });

  it("that is not the sum of its quarters is a warning; for a half-year too", () => {
    const quarters = [count("homicides PN 2026-T1 1"), count("homicides PN 2026-T2 2", T2)];
    const half = found(...quarters, count("homicides PN 2026-01/2026-06 4", T2));
    expect(half).toMatchObject([
      { rule: "half-year-not-its-quarters", severity: "warning", actual: "4", expected: "3" },
    ]);
    expect(half[0]?.message).toContain("autre livraison (2026-T1)");
    const nine = found(
      ...quarters,
      count("homicides PN 2026-T3 1", { delivery: "2026-T3" }),
      count("homicides PN 2026-01/2026-09 5", { delivery: "2026-T3" }),
    );
    expect(nine).toMatchObject([{ rule: "cumulative-not-its-parts", actual: "5", expected: "4" }]);
  });

  it("uses the half-year when a quarter is not held", () => {
    const parts = [
      count("homicides PN 2026-01/2026-06 4", T2),
      count("homicides PN 2026-T3 1", { delivery: "2026-T3" }),
    ];
    expect(found(...parts, count("homicides PN 2026-01/2026-09 6", { delivery: "2026-T3" }))).toMatchObject([
      { expected: "5" },
    ]);
  });

  it("that adds up, or whose quarters are not all held, is silent", () => {
    expect(
      found(
        count("homicides PN 2026-T1 1"),
        count("homicides PN 2026-T2 2", T2),
        count("homicides PN 2026-01/2026-06 3", T2),
      ),
    ).toEqual([]);
    expect(found(count("homicides PN 2026-T2 2", T2), count("homicides PN 2026-01/2026-06 9", T2))).toEqual([]);
  });

  it("rests on what was known at its delivery, never on a later one", () => {
    expect(
      found(
        count("homicides PN 2026-T1 1"),
        count("homicides PN 2026-T2 2", T2),
        count("homicides PN 2026-01/2026-06 3", T2),
        count("homicides PN 2026-T1 9", { delivery: "2027-T1" }),
      ),
    ).toEqual([]);
  });
});

describe("one fault in very many cells of a file", () => {
  it("is told cell by cell up to a bound, then counted", () => {
    const lines = Array.from({ length: MOST_IN_ONE_FILE + 5 }, (_, i) => `?ligne${i}`);
    const recognitions = recognise(
      lines.flatMap((l) => [count(`${l} PN 2026-T1 1`), count(`${l} GN 2026-T1 1`), count(`${l} ensemble 2026-T1 9`)]),
    );
    const issues = issuesOf(["total-does-not-add-up"], { recognitions });
    expect(issues).toHaveLength(MOST_IN_ONE_FILE + 1);
    expect(issues.at(-1)?.message).toMatch(/5.autres constats/);
  });
});
