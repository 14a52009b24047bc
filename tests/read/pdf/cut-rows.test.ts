import { expect, test } from "vitest";
import { appendRows, cutRows } from "../../../scripts/read/pdf/cut-rows.ts";

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

test("a row cut in two is made whole when both parts have the same cells", () => {
  const joined = (upper: ReturnType<typeof row>, lower: ReturnType<typeof row>) => {
    const rows = [upper];
    const isWhole = appendRows(rows, [lower]);
    return `${isWhole} ${rows.map(({ cells }) => cells.map(({ text }) => text).join("|")).join(" / ")}`;
  };
  const moved = (change: { column?: number; colSpan?: number }) => {
    const { cells } = row("sans violence", "", "");
    return { cells: cells.map((cell, i) => (i === 1 ? { ...cell, ...change } : cell)) };
  };
  const upper = row("Vols", "4", "17");
  expect(joined(upper, row("sans violence", "", ""))).toBe("true Vols sans violence|4|17");
  expect(joined(upper, moved({ column: 3 }))).toBe("false Vols|4|17 / sans violence||");
  expect(joined(upper, moved({ colSpan: 2 }))).toBe("false Vols|4|17 / sans violence||");
  expect(joined(upper, row("sans violence", ""))).toBe("false Vols|4|17 / sans violence|");
  expect(joined(upper, row("Sans violence", "", ""))).toBe("true Vols|4|17 / Sans violence||");
  expect(joined(upper, row("sans violence", "5", ""))).toBe("false Vols|4|17 / sans violence|5|");
});
