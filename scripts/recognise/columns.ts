/** Header rows to what each column says; spans that a format has lost are found again only when one reading is possible. */
import { quote } from "../model/format.ts";
import type { Block } from "./layout.ts";
import { type NumberReading, parseNumber } from "./number.ts";
import { isYearLike, type View, type ViewCell } from "./view.ts";

/** A column that holds numbers, with the heading cells above it, top to bottom. */
export interface ValueColumn {
  readonly column: number;
  readonly headings: readonly ViewCell[];
}

export interface Columns {
  readonly values: readonly ValueColumn[];
  /** Columns of text: labels, forces, periods, notes. With their headings. */
  readonly texts: readonly ValueColumn[];
  /** The readings of a header that may span two ways; null when it is certain. */
  readonly ambiguous: { readonly cell: ViewCell; readonly readings: readonly string[] } | null;
}

const isValue = (n: NumberReading | undefined): boolean => n !== undefined;

/** Columns with at least as many numbers as texts, over the data rows of the block. */
export function readColumns(view: View, block: Block): Columns {
  const rows = block.items.flatMap((i) => (i.kind === "data" ? [i.row] : []));
  const values: number[] = [];
  const texts: number[] = [];
  for (let c = 0; c < view.width; c++) {
    let numbers = 0;
    let words = 0;
    for (const r of rows) {
      const cell = view.at(r, c);
      if (cell === undefined || cell.column !== c) continue;
      if (isValue(parseNumber(cell.text))) numbers++;
      else words++;
    }
    if (numbers > 0 && numbers >= words) values.push(c);
    else if (words > 0) texts.push(c);
  }
  const filled = fillSpans(view, block.header, values);
  const headingsOf = (c: number): readonly ViewCell[] => {
    const cells: ViewCell[] = [];
    for (const [i, r] of block.header.entries()) {
      const cell = filled.rows[i]?.get(c) ?? view.at(r, c);
      if (cell && !cells.includes(cell)) cells.push(cell);
    }
    return cells;
  };
  const column = (c: number): ValueColumn => ({ column: c, headings: headingsOf(c) });
  return { values: values.map(column), texts: texts.map(column), ambiguous: filled.ambiguous };
}

interface Filled {
  /** A header row: value column => the cell that stands over it although the format lost the span. */
  readonly rows: readonly ReadonlyMap<number, ViewCell>[];
  readonly ambiguous: Columns["ambiguous"];
}

/** Says something that a group of columns may share. */
const isGroupHeading = (cell: ViewCell): boolean =>
  cell.facets.periods.length > 0 ||
  cell.facets.force !== null ||
  cell.facets.total ||
  cell.facets.measure !== null ||
  cell.matches.length > 0 ||
  isYearLike(cell);

interface Group {
  readonly head: ViewCell;
  readonly columns: readonly number[];
}

/**
 * Where a format keeps no spans (.csv, .doc), an empty heading continues the one at its left, but only when the row below
 * repeats one sequence under each: "T1 2025 · · T1 2026 · ·" over "Police Gendarmerie Total Police Gendarmerie Total".
 */
function fillSpans(view: View, header: readonly number[], values: readonly number[]): Filled {
  let ambiguous: Columns["ambiguous"] = null;
  const rows = header.map((row, i): ReadonlyMap<number, ViewCell> => {
    const below = header[i + 1];
    const keepsSpans = view.own(row).some((c) => c.colSpan > 1);
    if (below === undefined || keepsSpans) return new Map();
    const groups: Group[] = [];
    let uncovered = 0;
    for (const c of values) {
      const cell = view.at(row, c);
      const last = groups.at(-1);
      if (cell) groups.push({ head: cell, columns: [c] });
      else if (view.at(below, c) === undefined) continue;
      else if (last && isGroupHeading(last.head))
        groups[groups.length - 1] = { head: last.head, columns: [...last.columns, c] };
      else uncovered++;
    }
    const wide = groups.filter((g) => g.columns.length > 1);
    if (wide.length === 0) return new Map();
    const under = (g: Group): string => g.columns.map((c) => view.at(below, c)?.text.toLowerCase() ?? "").join(" · ");
    const kinds = (g: Group): boolean => g.head.facets.periods.length > 0 || isYearLike(g.head);
    const rivals = groups.filter(
      (g) => g.columns.length === 1 && wide.some((w) => kinds(w) === kinds(g)) && isRival(view, g, below),
    );
    const [model] = wide;
    if (model && (uncovered > 0 || rivals.length > 0 || wide.some((g) => under(g) !== under(model)))) {
      ambiguous ??= {
        cell: model.head,
        readings: [
          `${quote(model.head.text)} couvre les ${model.columns.length} colonnes à partir de la sienne`,
          `${quote(model.head.text)} ne couvre que sa colonne, ou un autre nombre de colonnes`,
        ],
      };
      return new Map();
    }
    return new Map(wide.flatMap((g) => g.columns.map((c): [number, ViewCell] => [c, g.head])));
  });
  return { rows, ambiguous };
}

/** A heading of one column beside wider groups: a rival only when the row below says of it what it says of the groups. */
const isRival = (view: View, group: Group, below: number): boolean =>
  group.columns.some((c) => view.at(below, c) !== undefined && view.at(below, c) !== group.head);
