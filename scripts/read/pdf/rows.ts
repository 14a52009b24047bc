/** Lines of an unruled table's body -> its rows: a row of figures, and its label wrapped around it. */
import { areThousands, type Band, bandOf, hasValue, isBody, unitsIn } from "./bands.ts";
import { isWrapped, type Line, middleOf } from "./lines.ts";
import { LONGER, OVERLAP, USUAL_LEADING, WIDEST_LEADING } from "./measures.ts";

/** A table's columns, the row lines drawn in it, and the distances between its baselines, in points. */
export interface RowContext {
  readonly bands: readonly Band[];
  readonly rowLines: readonly number[];
  /** Smallest between two rows of figures. */
  readonly pitch: number;
  /** Between the lines of a wrapped label. */
  readonly leading: number;
  /** A line is drawn between any two rows of figures: what no line parts is one row. */
  readonly isParted: boolean;
}

export function rowContext(body: readonly Line[], bands: readonly Band[], rowLines: readonly number[]): RowContext {
  const size = body[0]?.size ?? 0;
  const gapsBetween = (baselines: readonly number[]): readonly number[] =>
    baselines.slice(1).flatMap((y, i) => (y - (baselines[i] ?? 0) >= OVERLAP * size ? [y - (baselines[i] ?? 0)] : []));
  const pitch = Math.min(...gapsBetween(body.filter(isBody).map((line) => line.baseline)));
  const labels = body.filter((line) => line.units.some((u) => bandOf(bands, u) === 0)).map((line) => line.baseline);
  const wraps = gapsBetween(labels).filter((gap) => gap <= WIDEST_LEADING * size && gap * LONGER < pitch);
  const leading = Math.min(...(wraps.length > 0 ? wraps : [USUAL_LEADING * size]));
  return { bands, rowLines, pitch, leading, isParted: arePartedRows(body.filter(isBody), rowLines) };
}

const arePartedRows = (figures: readonly Line[], rowLines: readonly number[]): boolean =>
  figures.length > 1 &&
  figures.slice(1).every((line, i) => {
    const above = figures[i];
    return above !== undefined && isParted(above, line, rowLines);
  });

/** Is a line drawn between them? */
export const isParted = (above: Line, below: Line, rowLines: readonly number[]): boolean =>
  rowLines.some((y) => y > middleOf(above) && y < middleOf(below));

/** `start`, `end`: the lines that the rows take, label lines around the first and last figures included. */
export interface Rows {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly (readonly Line[])[];
}

export function findRows(lines: readonly Line[], context: RowContext): Rows {
  const isLabelOnly = (line: Line): boolean => columnsOf(line, context).every((column) => column === 0);
  const isScrap = (line: Line): boolean => isLabelOnly(line) || line.units.every((u) => /^\d{1,3}$/.test(u.text));
  let start = lines.findIndex(isBody);
  while (start > 0) {
    const [above, below] = [lines[start - 1], lines[start]];
    if (!above || !below || !isScrap(above) || !goesWith([above], below, context)) break;
    start -= 1;
  }
  start = underHead(lines, start, context);
  let end = lines.findLastIndex(isBody) + 1;
  while (end < lines.length) {
    const [above, below] = [lines[end - 1], lines[end]];
    if (!above || !below || !isScrap(below) || !goesWith([above], below, context)) break;
    end += 1;
  }
  const groups: Line[][] = [];
  for (const line of lines.slice(start, end)) {
    const group = groups.at(-1);
    if (group && goesWith(group, line, context)) group.push(line);
    else groups.push([line]);
  }
  return { start, end, groups };
}

/** Labels alone between the head and the first figures, and no wrapped line of the head: they name the rows below them. */
function underHead(lines: readonly Line[], start: number, context: RowContext): number {
  const [ofLabels = 0, figures = 0] = [context.bands[0]?.x1, context.bands[1]?.x0];
  const head = lines.findLastIndex((line, i) => i < start && (line.x0 >= ofLabels || line.x1 > figures));
  if (head < 0) return start;
  const top = lines.findIndex((line) => line.x0 >= ofLabels);
  const isHeading = (line: Line, i: number): boolean =>
    line.x0 < ofLabels && i <= head && (line.units.length > 1 || (top >= 0 && top < i));
  // below headings that leave it blank, the first may be the heading of the labels
  const next = lines.some(isHeading) ? head + 1 : head + 2;
  const first = lines.findIndex((line, i) => i >= next && !goesWith(lines.slice(0, i), line, context));
  return first < 0 ? start : Math.min(start, first);
}

/** Does the line belong to the row above it? It overlaps it in height, or goes on with its wrapped label or figure. */
function goesWith(group: readonly Line[], line: Line, context: RowContext): boolean {
  const { bands, rowLines } = context;
  const previous = group.at(-1);
  if (!previous) return false;
  if (isParted(previous, line, rowLines)) return false;
  const gap = line.baseline - previous.baseline;
  const held = new Set(group.flatMap((l) => columnsOf(l, context)));
  const clash = columnsOf(line, context).filter((column) => column > 0 && held.has(column));
  if (clash.length > 0 && !isWrappedFigure(group, line, bands, clash)) return false;
  if (gap < OVERLAP * line.size) return true;
  if (gap > LONGER * context.leading) return false;
  if (context.isParted) return true;
  if (!columnsOf(line, context).includes(0)) return clash.length > 0;
  const above = group.findLast((l) => columnsOf(l, context).includes(0));
  return above !== undefined && labelGoesOn(above, line, context);
}

const columnsOf = ({ units }: Line, { bands }: RowContext): readonly number[] => units.map((u) => bandOf(bands, u));

/**
 * Is `lower` the rest of a label wrapped after `upper`? The distance tells, where rows stand further apart than the lines of
 * a label; else the next word must not have fitted, and must not start a new label.
 */
function labelGoesOn(upper: Line, lower: Line, { bands, pitch, leading }: RowContext): boolean {
  const [last] = unitsIn([upper], bands, 0);
  const [first] = unitsIn([lower], bands, 0);
  const [label] = bands;
  if (!last || !first || !label) return false;
  if (pitch > LONGER * leading && hasValue(upper) !== hasValue(lower)) return true;
  return isWrapped(last, first, label.x1 - label.x0) && isRest(first.text);
}

/** No word that a new label begins with. */
const isRest = (text: string): boolean => /^[\p{Ll}(«"\d+–-]/u.test(text);

/**
 * Two lines that the distance alone joins into one label, where the second had room beside the first and no line is drawn between rows: the
 * rest of a label, and the title of the next lines under « Total », look the same.
 */
export function mayBeApart(
  group: readonly Line[],
  { bands, isParted: areParted }: RowContext,
): readonly [Line, Line] | undefined {
  const labels = group.filter((line) => unitsIn([line], bands, 0).length > 0);
  const [label] = bands;
  const at = labels.findIndex((line, i) => {
    const upper = labels[i - 1];
    const [last] = upper ? unitsIn([upper], bands, 0) : [];
    const [first] = unitsIn([line], bands, 0);
    if (areParted || !upper || !last || !first || !label || line.baseline - upper.baseline < OVERLAP * line.size)
      return false;
    return !isWrapped(last, first, label.x1 - label.x0) && !isRest(first.text);
  });
  const [upper, lower] = [labels[at - 1], labels[at]];
  return upper && lower ? [upper, lower] : undefined;
}

/** "17" with "228" below it, in the same column: a figure in thousands, wrapped. */
function isWrappedFigure(
  group: readonly Line[],
  line: Line,
  bands: readonly Band[],
  clash: readonly number[],
): boolean {
  return clash.every((column) => areThousands(unitsIn([...group, line], bands, column)));
}
