import { expect, test } from "vitest";
import { cutRows, isRest } from "../../../scripts/read/pdf/cut-rows.ts";

const row = (...texts: readonly string[]) => ({
  cells: texts.map((text, column) => ({ text, column, colSpan: 1, rowSpan: 1 })),
});

test("a row goes on with the thousands of the row above when all its figures do, and it has no label of its own", () => {
  const above = row("Vols", "4", "17");
  expect(cutRows([above, row("", "146", "228")])).toHaveLength(1);
  expect(cutRows([above, row("commis sans violence", "146", "")])).toHaveLength(1);
  expect(cutRows([above, row("", "146", "22")])).toEqual([]);
  expect(cutRows([above, row("Escroqueries", "146", "228")])).toEqual([]);
  expect(cutRows([row("Vols", "4", ""), row("", "146", "228")])).toEqual([]);
  expect(cutRows([row("Vols", "1 023", "971"), row("commis sans violence", "146", "228")])).toEqual([]);
  // where all labels are in small letters, they tell nothing
  const small = [row("homicides", "1", "2"), row("vols", "896", "867"), row("escroqueries", "971", "699")];
  expect([cutRows(small), cutRows([...small.slice(0, 2), row("", "971", "699")]).length]).toEqual([[], 1]);
  // the items of a list do not count among them
  const items = [row("- Vols", "4", "17"), row("- Rixes", "4", "17"), row("commis sans violence", "146", "228")];
  expect(cutRows(items)).toHaveLength(1);
  expect(cutRows([row("Nature", "T1", "T2"), row("", "Faits", "Faits"), row("", "(1)", "(2)"), ...small])).toEqual([]);
});

test("a row without figures is the rest of a label, and no figure's", () => {
  expect(cutRows([row("Vols", "4", "17"), row("commis sans violence", "", "")])).toEqual([]);
});

test("an item of a list is no rest of the row above, nor is a part of it", () => {
  const rows = [row("Atteintes aux biens", "", ""), row("Cambriolages", "4", "17")];
  expect(
    ["- Tapages", "– Tapages", "dont tentatives", "dt tentatives"].map((l) => isRest(rows, row(l, "1", "2"))),
  ).toEqual(Array(4).fill(false));
  expect(
    ["-Tapages", "dontes", "(tentatives)", "+ vols", "« vols »"].map((l) => isRest(rows, row(l, "1", "2"))),
  ).toEqual(Array(5).fill(true));
  expect(cutRows([...rows, row("- Tapages", "146", "228")])).toEqual([]);
});

test("where all labels are in small letters, a whole row is one more, and a label alone is a doubt", () => {
  const rows = [row("homicides", "1", "2"), row("vols", "4", "17")];
  expect(isRest(rows, row("escroqueries", "5", "6"))).toBe(false);
  expect(isRest(rows, row("sans violence", "", ""))).toBe(true);
  expect(isRest([...rows, row("coups", "", "")], row("et blessures", "5", "6"))).toBe(true);
});
