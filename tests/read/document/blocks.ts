/** Blocks of a document, told in a word each, for the tests of what its readers have in common. */
import type { Block, TableRow } from "../../../scripts/read/document/document.ts";
import type { SeenText } from "../../../scripts/read/plain/seen-text.ts";

export type Beside = NonNullable<SeenText["beside"]>[number];
export const other = (text: string): Beside => ({ kind: "unplain", text });
export const cellAt = (
  column: number,
  text: string,
  more: { colSpan?: number; rowSpan?: number; beside?: readonly Beside[] } = {},
) => ({
  text,
  column,
  colSpan: 1,
  rowSpan: 1,
  ...more,
});
export const rowOf = (...texts: readonly string[]): TableRow => ({
  cells: texts.map((text, column) => cellAt(column, text)),
});
export const tableOf = (...rows: readonly TableRow[]): Block => ({ kind: "table", rows });
