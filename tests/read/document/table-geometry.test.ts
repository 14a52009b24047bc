import { expect, test } from "vitest";
import { clusterEdges, type EdgedCell, placeByEdges } from "../../../scripts/read/document/table-geometry.ts";

const merged = (...rows: readonly (readonly EdgedCell[])[]): readonly string[] =>
  placeByEdges(rows, 0).map((row) =>
    row.cells.map((c) => `${c.text} ${c.column}+${c.colSpan} x${c.rowSpan}`).join(" | "),
  );
const at = (text: string, column: number, colSpan = 1): EdgedCell => ({ text, left: column, right: column + colSpan });
const start = (...cell: Parameters<typeof at>): EdgedCell => ({ ...at(...cell), merge: "start" });
const goesOn = (...cell: Parameters<typeof at>): EdgedCell => ({ ...at(...cell), merge: "continue" });

test("a cell that goes on below, over the same columns, is one with a row span", () => {
  expect(merged([start("Police", 0)], [goesOn("", 0)], [goesOn("", 0)])).toEqual(["Police 0+1 x3", "", ""]);
  expect(merged([start("Police", 0)], [goesOn("nationale", 0)])).toEqual(["Police\nnationale 0+1 x2", ""]);
});

test("a cell that goes on over other columns than the one above stands alone: in its column, or in its width", () => {
  expect(merged([start("Police", 0), start("12", 1)], [goesOn("7", 0, 2)])).toEqual([
    "Police 0+1 x1 | 12 1+1 x1",
    "7 0+2 x1",
  ]);
  expect(merged([start("12", 0, 2)], [goesOn("7", 0), goesOn("8", 1)])).toEqual(["12 0+2 x1", "7 0+1 x1 | 8 1+1 x1"]);
  expect(merged([start("Police", 1, 2)], [goesOn("7", 0, 2)])).toEqual(["Police 1+2 x1", "7 0+2 x1"]);
});

test("a cell goes on only with the row just above", () => {
  expect(merged([start("Police", 0)], [at("12", 0)], [goesOn("7", 0)])).toEqual([
    "Police 0+1 x1",
    "12 0+1 x1",
    "7 0+1 x1",
  ]);
});

test("a cell that begins right below another of the same columns is another one", () => {
  const forces = [[start("Police", 0)], [goesOn("", 0)], [start("Gendarmerie", 0)], [goesOn("", 0)]];
  expect(merged(...forces)).toEqual(["Police 0+1 x2", "", "Gendarmerie 0+1 x2", ""]);
});

test("a cell that goes on below nothing stands alone, and those below go on with it", () => {
  expect(merged([goesOn("Police", 0)], [goesOn("", 0)])).toEqual(["Police 0+1 x2", ""]);
});

test("what stands beside a cell that goes on is told of the one that it goes on with, and a figure there is in doubt", () => {
  const [first] = placeByEdges(
    [[start("Police", 0)], [{ ...goesOn("", 0), beside: [{ kind: "struck", text: "9" }] }], [goesOn("12", 0)]],
    0,
  );
  expect(first?.cells).toEqual([
    {
      text: "Police\n\n12",
      beside: [
        { kind: "struck", text: "9" },
        { kind: "unplain", text: "texte sous une cellule fusionnée" },
      ],
      column: 0,
      colSpan: 1,
      rowSpan: 3,
    },
  ]);
});

test("columns as narrow as the tolerance stay columns: no figure joins its neighbour's", () => {
  const row = (...edges: readonly number[]) =>
    edges.slice(1).map((right, i) => ({ text: String(i), left: edges[i] ?? 0, right }));
  const columnsOf = (tolerance: number, ...rows: ReturnType<typeof row>[]) =>
    placeByEdges(rows, tolerance).map(({ cells }) => cells.map((c) => `${c.column}+${c.colSpan}`).join(" "));
  expect(columnsOf(10, row(0, 8, 16, 100), row(1, 9, 15, 100))).toEqual(["0+1 1+1 2+1", "0+1 1+1 2+1"]);
  expect(columnsOf(10, row(0, 8, 100), row(0, 10, 100))).toEqual(["0+1 1+1", "0+1 1+1"]);
  expect(columnsOf(10, row(0, 8, 100), row(0, 11, 100))).toEqual(["0+1 1+2", "0+2 2+1"]);
  expect(columnsOf(10, row(0, 8, 100), row(2, 60, 100), row(4, 60, 100), row(6, 60, 100))[0]).toBe("0+1 0+2");
  expect(columnsOf(10, row(0, 60, 120), row(0, 52, 120))).toEqual(["0+1 1+1", "0+1 1+1"]);
  expect(columnsOf(10, row(0, 60, 120), row(0, 120))).toEqual(["0+1 1+1", "0+2"]);
});

test("edges within the tolerance of their neighbour are one line", () => {
  expect(clusterEdges([50, 0, 1], 5)).toEqual([0.5, 50]);
  expect(clusterEdges([0, 5, 11], 5)).toEqual([2.5, 11]);
});
