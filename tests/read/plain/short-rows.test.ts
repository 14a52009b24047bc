/** A row that has lost a cell is found, and no row that only looks so. */
import { expect, test } from "vitest";
import { asShort, findShortRows } from "../../../scripts/read/plain/short-rows.ts";

const shapes = (table: string) =>
  table.split("\n").map((line) => {
    const texts = line === "" ? [] : line.split(";");
    return { width: texts.length, texts };
  });
const WHOLE =
  "Année;2026\nPolice nationale;;;\nType;T1;T2;T3\nVols;1;2;3\nHomicides;0;1;0\n\nGendarmerie\nType;T1\nVols;4";

test("rows of figures that end before the others of their table", () => {
  for (const heads of ["with heads", "figures only"] as const) {
    expect(findShortRows(shapes(WHOLE), heads)).toEqual([]);
    expect(findShortRows(shapes(WHOLE.replace("0;1;0", "0;190")), heads)).toEqual([4]);
  }
});

test("a text alone parts two tables, a name with its figure does not", () => {
  const table = "Type;T1;T2\nVols;1;2\nRixes;3;4\nGendarmerie\nVols;4\nRixes;5";
  expect(findShortRows(shapes(table), "figures only")).toEqual([]);
  expect(findShortRows(shapes(table.replace("Gendarmerie\n", "")), "figures only")).toEqual([3, 4]);
});

test("the row of heads just above the figures, where the format writes all its cells", () => {
  for (const row of ["T1 2026;T1 2025", "2026;2025", "Police;Gendarmerie"]) {
    const table = shapes(`${row}\nVols;1;2\nRixes;3;4`);
    expect(findShortRows(table, "with heads"), row).toEqual([0]);
    expect(findShortRows(table, "figures only"), row).toEqual([]);
  }
  expect(findShortRows(shapes("Année;2026\nVols;1;2\nRixes;3;4"), "with heads")).toEqual([]);
});

test("each of its cells tells it, but for the places that others cover", () => {
  expect(asShort({ text: "12" })).toMatchObject({ text: "12", beside: [{ kind: "unplain" }] });
  expect(asShort({ text: "", covered: true })).toEqual({ text: "", covered: true });
});
