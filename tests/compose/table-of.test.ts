/** No column that says nothing; a note for each mark that stands for a number that is not known. */
import { expect, test } from "vitest";
import { finishedTable } from "../../scripts/compose/tables/table-of.ts";
import type { Table, TableColumn } from "../../scripts/model/document/table.ts";

const KINDS: readonly TableColumn["kind"][] = ["label", "number", "number", "text", "sparkline"];
const tableOf = (rows: readonly (readonly string[])[], more: Partial<TableColumn> = {}): Table => ({
  id: "t1",
  number: 1,
  title: "",
  champ: "",
  source: "",
  columns: KINDS.map((kind, i) => ({ id: `c${i}`, label: "", kind, ...more })),
  rows: rows.map((cells) => ({ line: "", level: 0, cells: cells.map((text) => ({ text })) })),
  notes: ["Note."],
});
const idsOf = (table: Table): readonly string[] => table.columns.map(({ id }) => id);

test("a column in which nothing is known or said goes, with its cells; the first number stays", () => {
  const table = finishedTable(
    tableOf([
      ["Vols", "n.d.", "n.d.", "", "–"],
      ["Armes", "n.d.", "n.d.", "non comparable", "–"],
    ]),
  );
  expect(idsOf(table)).toEqual(["c0", "c1"]);
  expect(table.rows.map(({ cells }) => cells.length)).toEqual([2, 2]);
});

test("one cell that says something keeps its column: a number, a dash among numbers, a secret", () => {
  for (const text of ["0", "–", "secret"])
    expect(
      idsOf(
        finishedTable(
          tableOf([
            ["Vols", "1", text, "", "–"],
            ["Armes", "2", "n.d.", "", "–"],
          ]),
        ),
      ),
    ).toEqual(["c0", "c1", "c2"]);
});

test("a quarter among others stays, whatever is known of it; so do the columns of a table without rows", () => {
  expect(idsOf(finishedTable(tableOf([["Vols", "1", "n.d.", "", "–"]], { isOfAxis: true })))).toHaveLength(5);
  expect(idsOf(finishedTable(tableOf([])))).toHaveLength(5);
});

test("each mark that is left is explained once; one that went with its column is not", () => {
  const notes = (...cells: readonly string[]) => finishedTable(tableOf([["Vols", ...cells, "", "–"]])).notes ?? [];
  expect(notes("n.d.", "n.d.").map((note) => note.slice(0, 4))).toEqual(["Note", "n.d."]);
  expect(notes("1", "n.d.")).toEqual(["Note."]);
  expect(notes("secret", "s.o.").map((note) => note.slice(0, 4))).toEqual(["Note", "secr", "s.o."]);
});
