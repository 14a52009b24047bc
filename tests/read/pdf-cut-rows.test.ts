import { expect, test } from "vitest";
import { cutRows } from "../../scripts/read/pdf/cut-rows.ts";

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
});

test("a row without figures is the rest of a label, and no figure's", () => {
  expect(cutRows([row("Vols", "4", "17"), row("commis sans violence", "", "")])).toEqual([]);
});
