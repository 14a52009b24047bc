import { describe, expect, it } from "vitest";
import { MOST_IN_ONE_FILE } from "../../scripts/check/index.ts";
import { spoken } from "../spoken.ts";
import { count, issuesOf, recognise, told } from "./build.ts";

describe("one fault in very many cells of a file", () => {
  it("is told cell by cell up to a bound, then counted", () => {
    const lines = Array.from({ length: MOST_IN_ONE_FILE + 5 }, (_, i) => `?ligne${i}`);
    const recognitions = recognise(
      lines.flatMap((l) => [count(`${l} PN 2026-T1 1`), count(`${l} GN 2026-T1 1`), count(`${l} ensemble 2026-T1 9`)]),
    );
    const issues = issuesOf(["total-does-not-add-up"], { recognitions });
    expect(issues).toHaveLength(MOST_IN_ONE_FILE + 1);
    expect(spoken(issues.at(-1)).message).toMatch(/5.autres constats/);
  });

  const faults = (number: number, file: string) =>
    Array.from({ length: number }, (_, i) => `?ligne${i}`).flatMap((l) => [
      count(`${l} PN 2026-T1 1`, { file, label: `${l} ${file}` }),
      count(`${l} GN 2026-T1 1`, { file, label: `${l} ${file}` }),
      count(`${l} ensemble 2026-T1 9`, { file, label: `${l} ${file}` }),
    ]);
  const rule = ["total-does-not-add-up"];

  it("is told cell by cell at the bound, and one above it is said in the singular", () => {
    const found = (number: number) => issuesOf(rule, { recognitions: recognise(faults(number, "2026-T1/IS101.csv")) });
    expect(found(MOST_IN_ONE_FILE)).toHaveLength(MOST_IN_ONE_FILE);
    expect(
      found(MOST_IN_ONE_FILE)
        .map((i) => spoken(i).message)
        .join(),
    ).not.toContain("même nature");
    const last = found(MOST_IN_ONE_FILE + 1).at(-1);
    expect(last).toMatchObject({ place: { file: "2026-T1/IS101.csv" }, rest: 1 });
    expect(last?.place).not.toHaveProperty("row");
    expect(last && told(last)).toEqual({
      rule: "total-does-not-add-up",
      severity: "warning",
      message: "Et 1 autre constat de même nature dans ce fichier.",
      hint: "La feuille de contrôle montre, cellule par cellule, ce qui a été lu. Autant de constats font douter du fichier entier : vérifiez que c'est le bon, ou demandez-le de nouveau.",
    });
  });

  it("is counted by file: the few of another file are all told", () => {
    const recognitions = recognise([...faults(MOST_IN_ONE_FILE + 3, "2026-T1/a.csv"), ...faults(2, "2026-T1/b.csv")]);
    const files = issuesOf(rule, { recognitions }).map((i) => i.place?.file);
    expect(files.filter((file) => file === "2026-T1/a.csv")).toHaveLength(MOST_IN_ONE_FILE + 1);
    expect(files.filter((file) => file === "2026-T1/b.csv")).toHaveLength(2);
  });

  it("is an error as soon as one of them is, even among those that are only counted", () => {
    const twice = (text: string, more = {}) => [count(`${text} 1`, more), count(`${text} 2`, { ...more, row: 9 })];
    const warnings = Array.from({ length: MOST_IN_ONE_FILE }, (_, i) =>
      twice(`?total${i} PN 2026-T1`, { kind: "total" }),
    ).flat();
    const recognitions = recognise([...warnings, ...twice("homicides PN 2026-T1")]);
    const issues = issuesOf(["figure-given-twice"], { recognitions });
    expect(issues.map((i) => i.severity)).toEqual([...Array(MOST_IN_ONE_FILE).fill("warning"), "error"]);
  });
});
