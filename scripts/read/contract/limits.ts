/**
 * How large a file may be. A quarterly statement of one commune is a few dozen rows: these bounds leave it more than a
 * hundred times its size, and keep a hostile or misplaced file from taking the machine's memory or the operator's morning.
 */

import type { TooMuch } from "../../model/about-files.ts";
import type { Cell } from "../../model/grid.ts";
import { anError, aWarning, type Issue } from "../../model/issue.ts";
import { received } from "../../model/received.ts";

const MiB = 1024 * 1024;

/** Whole file; a command checks it by `stat`, before reading. */
export const MAX_FILE_BYTES = 32 * MiB;
/** Text file (CSV, HTML). */
export const MAX_TEXT_BYTES = 12 * MiB;
/** Old workbook (.xls), which is not compressed. */
export const MAX_SHEET_BYTES = 12 * MiB;
/** All that is inflated from one zip (.xlsx, .ods, .docx, .odt). */
export const MAX_INFLATED_BYTES = 24 * MiB;
export const MAX_ROWS = 20_000;
export const MAX_COLUMNS = 300;
/** Cells of one file, empty ones within its tables included. */
const MAX_CELLS = 50_000;
/** Texts of one file that are not the same: each is looked at in many ways, and what is found is kept. */
export const MAX_TEXTS = 5_000;
/** Tables within tables, elements within elements. */
export const MAX_DEPTH = 200;

/** Why a file is not read. */
export type Refusal = (file: { readonly path: string }) => Issue;

const tooLarge =
  (much: TooMuch): Refusal =>
  ({ path }) =>
    anError("file-too-large", { about: { much, isSound: false }, place: { file: path } });

/** A sound file whose tables are far larger than a statement: it is left aside, and stops nothing. */
export const leftAside =
  (much: TooMuch): Refusal =>
  ({ path }) =>
    aWarning("file-too-large", { about: { much, isSound: true }, place: { file: path } });

export const fileTooLarge = (bytes: number, most = MAX_FILE_BYTES): Refusal =>
  (most < MAX_FILE_BYTES ? leftAside : tooLarge)({ of: "bytes", found: bytes, most });
export const inflatedTooLarge = (bytes: number): Refusal =>
  leftAside({ of: "inflated", found: bytes, most: MAX_INFLATED_BYTES });
export const tooManyRows = (part: string, found: number): Refusal =>
  leftAside({ of: "rows", found, most: MAX_ROWS, part: received(part) });
export const tooManyPages = (found: number, most: number): Refusal => leftAside({ of: "pages", found, most });
export const tooManyOrders = (most: number): Refusal => tooLarge({ of: "orders", found: most, most });
export const tooManyMarks = (found: number, most: number): Refusal => tooLarge({ of: "marks", found, most });
export const tooDeep = tooLarge({ of: "depth", found: MAX_DEPTH, most: MAX_DEPTH });
export const tooManyElements = (part: string, most: number): Refusal =>
  leftAside({ of: "elements", found: most, most, part: received(part) });

/** The first bound that a grid breaks; `cells` and `texts`: of the whole file, this grid included. */
export function sizeFault(
  part: string,
  { rows, columns, cells, texts }: Readonly<Record<"rows" | "columns" | "cells" | "texts", number>>,
): TooMuch | undefined {
  if (rows > MAX_ROWS) return { of: "rows", found: rows, most: MAX_ROWS, part: received(part) };
  if (columns > MAX_COLUMNS) return { of: "columns", found: columns, most: MAX_COLUMNS, part: received(part) };
  if (cells > MAX_CELLS) return { of: "cells", found: cells, most: MAX_CELLS };
  return texts > MAX_TEXTS ? { of: "texts", found: texts, most: MAX_TEXTS } : undefined;
}

type CellRows = readonly (readonly (Cell | undefined)[] | undefined)[];

/** How many texts are not the same; figures alone are none. */
export const textsIn = (rows: CellRows): number =>
  new Set(rows.flatMap((row) => row?.flatMap((cell) => (cell && /\p{L}/u.test(cell.text) ? [cell.text] : [])) ?? []))
    .size;

/** One sheet among others of its workbook. `much`: what it has more of than a statement. */
export const partLeftAside = (file: string, part: string, much: TooMuch): Issue =>
  aWarning("part-too-large", { about: { part: received(part), much }, place: { file, part } });
