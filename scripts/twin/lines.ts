/** The lines of a document that hold figures, and which line of one document is which of another. */
import { oneLine } from "../model/format.ts";
import type { Cell, Grid } from "../model/grid.ts";
import type { Provenance } from "../model/observation.ts";
import { fold } from "../nomenclature/index.ts";

export interface Place {
  readonly grid: number;
  readonly row: number;
  readonly column: number;
}
export interface Value extends Place {
  readonly cell: Cell;
}
export interface Line {
  /** Letters and digits of the text before the figures: "volsdevehicules" */
  readonly key: string;
  readonly label: string;
  /** From the first figure on: what is written in each cell. */
  readonly values: readonly Value[];
}

/** "1 012" => "1012", "+3,2 %" => "+3.2%": a program prints the decimal sign of its own language. */
export const written = (text: string): string =>
  text
    .replace(/[\s\u00a0\u2009\u202f]/g, "")
    .replace(/[\u2010-\u2012\u2212]/g, "-")
    .replaceAll(",", ".");

/** "12", "-3", "+4,5 %", "6¹", "(2)"; a cell of which nothing is seen may hold one too. */
const isFigure = ({ text, beside = [] }: Cell): boolean =>
  /^[(+-]?\d[\d.,]*[%)]*[\u00b9\u00b2\u00b3\u2070-\u2079]*$/.test(written(text)) ||
  (text.trim() === "" && beside.some((one) => /\d/.test(one.text)));

const isShown = ({ hiddenColumns = [] }: Grid, column: number): boolean => !hiddenColumns.includes(column);

/** Of the parts that are shown, in their order. */
export function linesOf(grids: readonly Grid[]): readonly Line[] {
  return grids.flatMap((grid, g) => {
    if (grid.hidden) return [];
    return grid.rows.flatMap((cells, row): readonly Line[] => {
      if (grid.hiddenRows?.includes(row)) return [];
      const values = cells.flatMap((cell, column): readonly Value[] =>
        isShown(grid, column) && (cell.text.trim() !== "" || cell.beside) ? [{ grid: g, row, column, cell }] : [],
      );
      const first = values.findIndex(({ cell }) => isFigure(cell));
      if (first < 0) return [];
      const label = oneLine(values[first - 1]?.cell.text ?? "");
      return [{ key: fold(label).replace(/[^a-z0-9]/g, ""), label, values: values.slice(first) }];
    });
  });
}

/**
 * Columns that find no room on a page are printed on the next ones, where no label stands before them. So many lines without a label as
 * there are with one before them go on with these.
 */
export function withContinuations(lines: readonly Line[]): readonly Line[] {
  const out: Line[] = [];
  for (let at = 0; at < lines.length; ) {
    const isNamed = lines[at]?.key !== "";
    const past = lines.findIndex((line, i) => i > at && (line.key !== "") !== isNamed);
    const block = lines.slice(at, past < 0 ? lines.length : past);
    const height = Math.min(block.length, out.length);
    if (isNamed || height === 0 || block.length % height > 0) out.push(...block);
    else
      for (const [i, line] of block.entries()) {
        const to = out.length - height + (i % height);
        const begun = out[to] as Line;
        out[to] = { ...begun, values: [...begun.values, ...line.values] };
      }
    at += block.length;
  }
  return out;
}

/** A label that finds no room in its cell is cut there: "volsdeve" is "volsdevehicules". */
const LEAST_CUT = 3;
const isOneLabel = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) >= LEAST_CUT && (a.startsWith(b) || b.startsWith(a)));

const areEqual = (a: Line, b: Line): boolean =>
  a.values.length === b.values.length &&
  a.values.every(({ cell }, i) => written(cell.text) === written(b.values[i]?.cell.text ?? ""));

export const provenanceOf = (grids: readonly Grid[], { grid, row, column }: Place): Provenance => ({
  file: grids[grid]?.file ?? "",
  part: grids[grid]?.part ?? "",
  row: row + 1,
  column: column + 1,
  raw: grids[grid]?.rows[row]?.[column]?.text ?? "",
});

/**
 * Which line of `a` is which of `b`: of the same label, in the same order, as many as can be, those of the same figures first (a longest
 * common subsequence). A label may come back, under each force.
 */
export function pairLines(a: readonly Line[], b: readonly Line[]): readonly (readonly [Line, Line])[] {
  const likeness = (i: number, j: number): number => {
    const [one, other] = [a[i] as Line, b[j] as Line];
    if (!isOneLabel(one.key, other.key)) return 0;
    return areEqual(one, other) ? 3 : 2;
  };
  const best = Array.from({ length: a.length + 1 }, () => new Float64Array(b.length + 1));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const like = likeness(i, j);
      const paired = like > 0 ? like + at(i + 1, j + 1) : 0;
      (best[i] as Float64Array)[j] = Math.max(paired, at(i + 1, j), at(i, j + 1));
    }
  const pairs: (readonly [Line, Line])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const like = likeness(i, j);
    if (like > 0 && at(i, j) === like + at(i + 1, j + 1)) pairs.push([a[i++] as Line, b[j++] as Line]);
    else if (at(i, j) === at(i + 1, j)) i++;
    else j++;
  }
  return pairs;
}
