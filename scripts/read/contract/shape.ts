/** Rows of any length -> a rectangular grid within the limits. Every reader ends here. */

import type { TooMuch } from "../../model/about-files.ts";
import { type Cell, EMPTY, type Grid, type SourceFile } from "../../model/grid.ts";
import { anError, type Issue, type Result } from "../../model/issue.ts";
import { leftAside, partLeftAside, sizeFault, textsIn } from "./limits.ts";
import { refused } from "./reader.ts";
import { withoutUnseen } from "./unseen.ts";

export interface RawGrid {
  readonly part: string;
  readonly hidden?: true;
  /** A place that holds nothing may be EMPTY or left out (ragged or sparse rows). */
  readonly rows: readonly (readonly (Cell | undefined)[] | undefined)[];
  readonly rowNames?: readonly string[];
  /** Rows and columns that the source does not show, from 0; those outside the rows that hold something are left out. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly besides?: readonly string[];
  readonly comments?: readonly string[];
}

/** Nothing to tell: trimmed at the edges. So is a covered place: the span of its cell is then cut there. */
const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || (cell.text.trim() === "" && (cell.beside ?? []).every(({ text }) => text === ""));

/** Number of leading items that matter: [a, b, blank, blank] => 2 */
function lengthWithout<T>(items: readonly T[], isNothing: (item: T) => boolean): number {
  let length = items.length;
  while (length > 0 && isNothing(items[length - 1] as T)) length--;
  return length;
}

/** Spans never reach outside the grid: a merge to row 1 048 576 ends with the last row that holds something. */
function clip(cell: Cell, rowsLeft: number, columnsLeft: number): Cell {
  const rowSpan = Math.min(cell.rowSpan ?? 1, rowsLeft);
  const colSpan = Math.min(cell.colSpan ?? 1, columnsLeft);
  if (rowSpan === (cell.rowSpan ?? 1) && colSpan === (cell.colSpan ?? 1)) return cell;
  const { rowSpan: _, colSpan: __, ...own } = cell;
  return { ...own, ...(rowSpan > 1 && { rowSpan }), ...(colSpan > 1 && { colSpan }) };
}

/** What a person sees of it. */
function seen(cell: Cell): Cell {
  const text = withoutUnseen(cell.text);
  return text === cell.text ? cell : { ...cell, text };
}

/** Indexes of lines of the grid, or nothing where there are none. */
const within = (lines: readonly number[] | undefined, length: number): readonly number[] | undefined => {
  const found = lines?.filter((line) => line < length);
  return found?.length ? found : undefined;
};

/** A grid that holds something, and how far it goes. */
interface Sized {
  readonly raw: RawGrid;
  readonly height: number;
  readonly width: number;
  /** Texts that are not the same. */
  readonly texts: number;
}

function sized(raw: RawGrid): Sized | undefined {
  const height = lengthWithout(raw.rows, (row) => row === undefined || row.every(isBlank));
  if (height === 0) return undefined;
  let width = 0;
  for (let r = 0; r < height; r++) width = Math.max(width, lengthWithout(raw.rows[r] ?? [], isBlank));
  return { raw, height, width, texts: textsIn(raw.rows) };
}

/** Those that are kept, and why the others are left: larger than a statement, or, the largest of them, too many cells or texts together. */
function withinBounds(grids: readonly Sized[]) {
  const left = new Map<Sized, TooMuch>();
  const sum = { cells: 0, texts: 0 };
  for (const grid of grids.toSorted((a, b) => a.height * a.width - b.height * b.width)) {
    const { raw, height: rows, width: columns } = grid;
    const [cells, texts] = [sum.cells + rows * columns, sum.texts + grid.texts];
    const fault = sizeFault(raw.part, { rows, columns, cells, texts });
    if (fault) left.set(grid, fault);
    else Object.assign(sum, { cells, texts });
  }
  return { kept: grids.filter((grid) => !left.has(grid)), left };
}

/**
 * Makes the grids of one file rectangular, without the empty rows and columns at their end (those inside and before stay:
 * positions are those that a person sees); an empty sheet is left out, and one that is larger than any statement, which is named.
 */
export function shape(
  file: Pick<SourceFile, "path">,
  raws: readonly RawGrid[],
  issues: readonly Issue[] = [],
): Result<readonly Grid[]> {
  const filled = raws.flatMap((raw) => sized(raw) ?? []);
  const { kept, left } = withinBounds(filled);
  const [fault] = left.values();
  if (fault && kept.length === 0) return refused(leftAside(fault)(file));
  const grids: Grid[] = [];
  for (const { raw, height, width } of kept) {
    const rows = Array.from({ length: height }, (_, r) =>
      Array.from({ length: width }, (_, c) => clip(seen(raw.rows[r]?.[c] ?? EMPTY), height - r, width - c)),
    );
    const hiddenRows = within(raw.hiddenRows, height);
    const hiddenColumns = within(raw.hiddenColumns, width);
    grids.push({
      file: file.path,
      part: raw.part,
      ...(raw.hidden && { hidden: true }),
      ...(hiddenRows && { hiddenRows }),
      ...(hiddenColumns && { hiddenColumns }),
      rows,
      ...(raw.besides?.length && { besides: raw.besides }),
      ...(raw.comments?.length && { comments: raw.comments }),
      ...(raw.rowNames && { rowNames: raw.rowNames.slice(0, height) }),
    });
  }
  const told = [...issues, ...[...left].map(([{ raw }, one]) => partLeftAside(file.path, raw.part, one))];
  return { value: grids, issues: grids.length > 0 ? told : [...told, withoutContent(file)] };
}

const withoutContent = (file: Pick<SourceFile, "path">): Issue =>
  anError("file-without-content", { place: { file: file.path } });
