/** What a person sees is what is read: the one rule on what stands beside it. */

import { describe, expect, test } from "vitest";
import type { Beside, Cell, Grid } from "../../../scripts/model/grid.ts";
import { asSeen } from "../../../scripts/recognise/layout/seen.ts";
import { spoken } from "../../spoken.ts";

const grid = (rows: readonly (readonly (string | Cell)[])[], more: Partial<Grid> = {}): Grid => ({
  file: "2026-T1/a.xlsx",
  part: "Feuil1",
  rows: rows.map((cells) => cells.map((cell) => (typeof cell === "string" ? { text: cell } : cell))),
  ...more,
});
const texts = (seen: ReturnType<typeof asSeen>) => seen.grid.rows.map((row) => row.map((cell) => cell.text));
const beside = (kind: Beside["kind"], text: string, shown: string): Cell => ({ text: shown, beside: [{ kind, text }] });

test("a hidden sheet is left whole, and named", () => {
  const seen = asSeen(grid([["Homicides", "12"]], { hidden: true }));
  expect(texts(seen)).toEqual([["", ""]]);
  expect(seen.left.map(({ row, column }) => [row, column])).toEqual([
    [0, 0],
    [0, 1],
  ]);
  expect(seen.issues).toMatchObject([{ rule: "part-hidden", severity: "warning" }]);
});

test("a hidden row and a hidden column are left, and named; the rest is read", () => {
  const rows = [
    ["Ligne", "T1", "T2"],
    ["Homicides", "1", "2"],
    ["Vols", "3", "4"],
  ];
  const seen = asSeen(grid(rows, { hiddenRows: [1], hiddenColumns: [2] }));
  expect(texts(seen)).toEqual([
    ["Ligne", "T1", ""],
    ["", "", ""],
    ["Vols", "3", ""],
  ]);
  expect(seen.issues.map((i) => i.rule).toSorted()).toEqual(["columns-hidden", "rows-hidden"]);
  expect(seen.source.rows[1]?.[1]?.text).toBe("1"); // the control sheet still shows it
});

test("a heading in a hidden column still stands over the columns that it is merged over", () => {
  const merged: Cell = { text: "Police", colSpan: 2 };
  const seen = asSeen(grid([["Ligne", merged, { text: "", covered: true }]], { hiddenColumns: [1] }));
  expect(seen.grid.rows[0]?.slice(1)).toEqual([
    { text: "", colSpan: 2 },
    { text: "", covered: true },
  ]);
});

test("of many cells with something beside them twelve are named, and the others counted", () => {
  const told = (count: number) =>
    spoken(asSeen(grid(Array.from({ length: count }, () => ["Vols", beside("struck", "11", "9")]))).issues[0]).message;
  expect(told(12)).not.toMatch(/ et /);
  expect(told(13)).toMatch(/; et 1.autre\./);
  expect(told(15)).toMatch(/; et 3.autres\./);
});

test("hidden rows and columns that hold nothing are not named; many are counted", () => {
  const rows = [
    ["Ligne", "T1", ""],
    ["", "", ""],
    ["Vols", "3", ""],
  ];
  expect(asSeen(grid(rows, { hiddenRows: [1], hiddenColumns: [2] })).issues).toEqual([]);
  const many = Array.from({ length: 13 }, (_, i) => [`L${i}`, "1"]);
  const [issue] = asSeen(grid(many, { hiddenRows: [...many.keys()] })).issues;
  expect(spoken(issue).message).toMatch(/non lu : 13.lignes\./);
});

describe("a figure with something beside it", () => {
  test.each([
    ["struck", "figure-beside-struck"],
    ["hidden", "figure-beside-hidden"],
  ] as const)("%s: what is seen is read, with a warning", (kind, rule) => {
    const seen = asSeen(grid([["Vols", beside(kind, "11", "9")]]));
    expect(texts(seen)).toEqual([["Vols", "9"]]);
    expect(seen.issues).toMatchObject([{ rule, severity: "warning" }]);
  });

  test("a cell of which nothing is seen, and that held figures and signs, is told; one that held words is not", () => {
    for (const text of ["12", "12.", "~12", "1 2"])
      expect(asSeen(grid([["Vols", beside("hidden", text, "")]])).issues).toMatchObject([
        { rule: "figure-beside-hidden" },
      ]);
    for (const text of ["Page 1", "."]) expect(asSeen(grid([["Vols", beside("hidden", text, "")]])).issues).toEqual([]);
  });

  test("a label with a struck word is read as it is seen", () => {
    const seen = asSeen(grid([[beside("struck", "ancien", "Vols"), "9"]]));
    expect(texts(seen)).toEqual([["Vols", "9"]]);
    expect(seen.issues.filter((i) => i.severity === "error")).toEqual([]);
  });
});
