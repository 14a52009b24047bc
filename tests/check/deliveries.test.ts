import { describe, expect, it } from "vitest";
import type { Observation, Recognition } from "../../scripts/model/observation.ts";
import { count, grid, issuesOf, period, recognise, settings } from "./build.ts";

describe("one figure", () => {
  it("given two values in one delivery is an error that names both cells", () => {
    const recognitions = recognise([
      count("homicides PN 2026-T1 1", { row: 4 }),
      count("homicides PN 2026-T1 2", { file: "2026-T1/copie.csv", row: 9 }),
    ]);
    const issues = issuesOf(["figure-given-twice"], { recognitions });
    expect(issues).toMatchObject([
      { severity: "error", actual: "2", expected: "1", place: { file: "2026-T1/copie.csv", row: 9 } },
    ]);
    expect(issues[0]?.message).toMatch(/2026-T1\/IS101\.csv.*ligne 4.*copie\.csv.*ligne 9/);
  });

  it("given twice with one value, or for two forces, is not", () => {
    const recognitions = recognise([
      count("homicides PN 2026-T1 1"),
      count("homicides PN 2026-T1 1", { row: 2 }),
      count("homicides GN 2026-T1 5"),
    ]);
    expect(issuesOf(["figure-given-twice"], { recognitions })).toEqual([]);
  });

  it("that is a printed total stops nothing when it differs", () => {
    const total = { kind: "total" } as const;
    const recognitions = recognise([
      count("?Total PN 2026-T1 1", total),
      count("?Total PN 2026-T1 2", { ...total, row: 9 }),
    ]);
    expect(issuesOf(["figure-given-twice"], { recognitions })).toMatchObject([{ severity: "warning" }]);
  });

  it("of an unknown line, here with its number and there without, is one figure", () => {
    const line = (label: string, value: number, more: Partial<Observation> & { file?: string } = {}) =>
      count(`?x ensemble 2026-T1 ${value}`, { label, ...more });
    const numbered = line("12 - Rodéos urbains", 99, { file: "2026-T1/suite.csv" });
    const recognitions = recognise([line("Rodéos urbains", 12), numbered]);
    const [issue, ...others] = issuesOf(["figure-given-twice"], { recognitions });
    expect(issue).toMatchObject({ severity: "error", actual: "99", expected: "12" });
    expect(issue?.message).toMatch(/12 \(2026-T1\/IS101\.csv.*99 \(2026-T1\/suite\.csv/);
    expect(others).toEqual([]);
    const families = recognise([line("Rodéos urbains", 12, { family: "a" }), { ...numbered, family: "b" }]);
    expect(issuesOf(["figure-given-twice"], { recognitions: families })).toEqual([]);
  });

  it("changed by a later delivery is a revision: an information", () => {
    const later = count("homicides PN 2026-T1 2", { delivery: "2026-T1-rectificatif" });
    const rules = ["figure-given-twice", "figure-revised"];
    expect(issuesOf(rules, { recognitions: recognise([later, count("homicides PN 2026-T1 1")]) })).toMatchObject([
      {
        rule: "figure-revised",
        severity: "info",
        actual: "2",
        place: { file: "2026-T1-rectificatif/IS101.csv" },
      },
    ]);
    expect(issuesOf(rules, { recognitions: recognise([later, count("homicides PN 2026-T1 2")]) })).toEqual([]);
  });

  it("of two other documents is never compared", () => {
    const recognitions = recognise([
      count("?Vols PN 2026-T1 1", { statement: "AUTRE" }),
      count("?Vols PN 2026-T1 2", { statement: "AUTRE", file: "2026-T1/note.csv" }),
    ]);
    expect(issuesOf(["figure-given-twice", "figure-revised"], { recognitions })).toEqual([]);
  });
});

describe("a statement", () => {
  const dated = (delivery: string, ...anchors: string[]): Recognition[] => {
    const path = `${delivery}/IS101.csv`;
    return recognise([count(`homicides PN ${delivery.slice(0, 7)} 1`, { delivery })], [], [grid(path, [["a"]])]).map(
      (r) => ({
        ...r,
        tables: anchors.map((a) => ({
          grid: grid(path, [["a"]]),
          statement: "IS101",
          anchor: period(a),
          readings: [],
        })),
      }),
    );
  };
  const rule = ["statement-of-another-quarter"];

  it("of another quarter than its folder is an error that names the right folder", () => {
    const issues = issuesOf(rule, { recognitions: dated("2026-T1", "2026-T2") });
    expect(issues).toMatchObject([{ severity: "error", actual: "2026-T2", expected: "2026-T1" }]);
    expect(issues[0]?.hint).toContain("2026-T2");
    expect(issuesOf(rule, { recognitions: dated("2026-T1", "2025-T1") })).toHaveLength(1);
  });

  it("of which nothing was read is of no quarter: its refusal is told, not its folder", () => {
    const recognitions = dated("2026-T1", "2026-T2").map((r) => ({ ...r, observations: [] }));
    expect(issuesOf(rule, { recognitions })).toEqual([]);
  });

  it.each([
    ["2026-T1", ["2026-T1"]],
    ["2026-T1-rectificatif", ["2026-T1"]],
    ["2026-T2", ["2026-01/2026-06"]],
    ["2026-T1", ["2025-T1", "2026-T1"]],
    ["2026-T1", []],
  ])("that ends with its folder's quarter is silent: %s %j", (delivery, anchors) => {
    expect(issuesOf(rule, { recognitions: dated(delivery, ...anchors) })).toEqual([]);
  });

  it("that is expected and not held is a warning, once a quarter", () => {
    const recognitions = recognise([
      count("homicides PN 2026-T1 1"),
      count("homicides PN 2026-T1 1", { delivery: "2026-T1-rectificatif" }),
    ]);
    const issues = issuesOf(["statement-missing"], { recognitions });
    expect(issues).toMatchObject([{ severity: "warning", place: { file: "2026-T1" }, expected: "I.S.T" }]);
    const both = [
      ...recognitions,
      ...recognise([count("?x PN 2026-T1 1", { statement: "IST", file: "2026-T1/IST.csv" })]),
    ];
    expect(issuesOf(["statement-missing"], { recognitions: both })).toEqual([]);
  });
});

describe("a delivery", () => {
  const rules = ["delivery-late", "delivery-missing"];
  const held = (...names: string[]) =>
    recognise(names.map((delivery) => count("homicides PN 2026-T1 1", { delivery })));

  it("is late from the day after the one on which it was due", () => {
    const recognitions = held("2026-T1");
    expect(issuesOf(rules, { recognitions, today: "2026-07-08" })).toEqual([]);
    expect(issuesOf(rules, { recognitions, today: "2026-07-09" })).toMatchObject([
      { rule: "delivery-late", severity: "warning", place: { file: "2026-T2" } },
    ]);
  });

  it("that is missing between two others is a gap", () => {
    expect(issuesOf(rules, { recognitions: held("2025-T4", "2026-T2"), today: "2026-07-09" })).toMatchObject([
      { rule: "delivery-missing", place: { file: "2026-T1" } },
    ]);
  });

  it("is expected from the first quarter of the settings, even when none is held, and on their day", () => {
    const late = (today: string) =>
      issuesOf(rules, { settings: settings("livraison: { jour: 15, depuis: 2026-T1 }"), today }).map(
        (i) => i.place?.file,
      );
    expect(late("2026-04-15")).toEqual([]);
    expect(late("2026-07-20")).toEqual(["2026-T1", "2026-T2"]);
    expect(issuesOf(rules, { today: "2026-07-20" })).toEqual([]);
  });

  it("of invented data is never late", () => {
    const fictitious = { ...settings(), fictitious: true };
    expect(issuesOf(rules, { recognitions: held("2020-T1"), settings: fictitious, today: "2026-07-20" })).toEqual([]);
  });
});
