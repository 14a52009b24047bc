/** The same statement laid out otherwise: columns and rows in another order, an empty column, one more title. */

import { type Cell, EMPTY } from "../../scripts/model/grid.ts";
import type { Random } from "../demo/random.ts";
import { type Block, line, type Sheet } from "../demo/write/sheet.ts";

type Table = Extract<Block, { kind: "table" }>;
export type Change = (table: Table, random: Random) => Table;

const reordered = (row: readonly Cell[], order: readonly number[]): Cell[] => order.map((i) => row[i] ?? EMPTY);

/** All columns but the labels' in another order. For tables without merged cells. */
export const swapColumns: Change = (table, random) => {
  const width = table.rows[0]?.length ?? 0;
  const order = [0, ...random.shuffle(Array.from({ length: width - 1 }, (_, i) => i + 1))];
  return { ...table, rows: table.rows.map((row) => reordered(row, order)) };
};

export const reorderRows: Change = (table, random) => ({
  ...table,
  rows: [...table.rows.slice(0, table.head), ...random.shuffle(table.rows.slice(table.head))],
});

export const insertEmptyColumn: Change = (table, random) => {
  const at = random.integer(0, table.rows[0]?.length ?? 0);
  return { ...table, rows: table.rows.map((row) => [...row.slice(0, at), EMPTY, ...row.slice(at)]) };
};

/** The labels after the figures. */
export const labelsLast: Change = (table) => ({
  ...table,
  rows: table.rows.map((row) => [...row.slice(1), row[0] ?? EMPTY]),
});

/** Rows become columns. */
export const transpose: Change = (table) => {
  const width = table.rows[0]?.length ?? 0;
  const rows = Array.from({ length: width }, (_, c) => table.rows.map((row) => row[c] ?? EMPTY));
  return { ...table, rows, head: 1 };
};

export const changeTables = (sheet: Sheet, change: Change, random: Random): Sheet => ({
  ...sheet,
  blocks: sheet.blocks.map((block) => (block.kind === "table" ? change(block, random) : block)),
});

export const addTitle = (sheet: Sheet): Sheet => ({
  ...sheet,
  blocks: [line("Réunion du conseil local de sécurité et de prévention de la délinquance"), ...sheet.blocks],
});
