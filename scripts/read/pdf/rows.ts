/** Lines of an unruled table's body -> its rows: a row of figures, and its label wrapped around it. */
import { areThousands, type Band, bandOf, EDGE, hasValue, isBody, unitsIn } from "./bands.ts";
import { goesOn, mostGoOn } from "./labels.ts";
import { gapsOf, isWrapped, type Line, middleOf, textOf, type Unit } from "./lines.ts";
import { FAR_APART, LONGER, OVERLAP, USUAL_LEADING, WIDEST_LEADING } from "./measures.ts";

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
  /** Most labels begin in small letters. */
  readonly areSmall: boolean;
}

export function rowContext(body: readonly Line[], bands: readonly Band[], rowLines: readonly number[]): RowContext {
  const size = body[0]?.size ?? 0;
  const gapsIn = (lines: readonly Line[]): readonly number[] => gapsOf(lines).filter((gap) => gap >= OVERLAP * size);
  const figures = body.filter(isBody);
  const pitch = Math.min(...gapsIn(figures));
  const labels = body.filter((line) => line.units.some((u) => bandOf(bands, u) === 0));
  const wraps = gapsIn(labels).filter((gap) => gap <= WIDEST_LEADING * size && gap * LONGER < pitch);
  const leading = Math.min(...(wraps.length > 0 ? wraps : [USUAL_LEADING * size]));
  const areParted = figures.slice(1).every((line, i) => isParted(figures[i], line, rowLines));
  const areSmall = mostGoOn(figures.map((line) => textOf(unitsIn([line], bands, 0))));
  return { bands, rowLines, pitch, leading, isParted: figures.length > 1 && areParted, areSmall };
}

/** Is a line drawn between them? */
export const isParted = (above: Line | undefined, below: Line, rowLines: readonly number[]): boolean =>
  above !== undefined && rowLines.some((y) => y > middleOf(above) && y < middleOf(below));

/** Its lines, and by column what stands in it. */
export interface Row {
  readonly lines: readonly Line[];
  readonly cells: readonly (readonly Unit[])[];
}

/** `start`, `end`: the lines that the rows take, label lines around the first and last figures included. */
export interface Rows {
  readonly start: number;
  readonly end: number;
  readonly rows: readonly Row[];
}

export function findRows(lines: readonly Line[], context: RowContext): Rows {
  const isLabelOnly = (line: Line): boolean => columnsOf(line, context).every((column) => column === 0);
  const isJoined = (i: number): boolean => {
    const [above, below] = [lines[i - 1], lines[i]];
    return above !== undefined && below !== undefined && goesWith([above], below, context);
  };
  let start = lines.findIndex(isBody);
  while (lines.slice(start - 1, start).some(isLabelOnly) && isJoined(start)) start -= 1;
  start = underHead(lines, start, context);
  let end = lines.findLastIndex(isBody) + 1;
  while (lines.slice(end, end + 1).some(isLabelOnly) && isJoined(end)) end += 1;
  const groups: Line[][] = [];
  for (const line of lines.slice(start, end)) {
    const group = groups.at(-1);
    if (group && goesWith(group, line, context)) group.push(line);
    else groups.push([line]);
  }
  const { bands } = context;
  const rows = groups.map((own): Row => ({ lines: own, cells: bands.map((_, column) => unitsIn(own, bands, column)) }));
  return { start, end, rows };
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

/**
 * Does the line belong to the row above it? It overlaps it in height; or its label goes on, nearer than rows are to each other; or all its
 * figures do: "17" with "228" below it is one in thousands.
 */
function goesWith(group: readonly Line[], line: Line, context: RowContext): boolean {
  const { pitch, leading, rowLines } = context;
  const previous = group.at(-1);
  if (!previous || isParted(previous, line, rowLines)) return false;
  const held = new Set(group.flatMap((l) => columnsOf(l, context)));
  const columns = columnsOf(line, context);
  const clash = columns.filter((column) => column > 0 && held.has(column));
  if (clash.some((column) => !areThousands(unitsIn([...group, line], context.bands, column)))) return false;
  const gap = line.baseline - previous.baseline;
  if (gap < OVERLAP * line.size || isRest(group, line, context)) return true;
  if (gap > LONGER * leading) return false;
  if (context.isParted || (clash.length > 0 && !columns.includes(0))) return true;
  return gap * LONGER < pitch && columns.includes(0) && held.has(0) && !(hasValue(line) && group.some(hasValue));
}

/** In small letters, right below a label that fills its column, where that begins: its next line, even as far from it as rows are. */
function isRest(group: readonly Line[], line: Line, { bands, areSmall }: RowContext): boolean {
  const [label, above] = [bands[0], unitsIn(group, bands, 0).at(-1)];
  const [first, other] = line.units;
  if (!label || !above || !first || other || areSmall) return false;
  const isBelow = Math.abs(first.x0 - above.x0) < EDGE && first.baseline - above.baseline < FAR_APART * first.size;
  return isBelow && first.x1 <= label.x1 && goesOn(first.text) && isWrapped(above, first, label.x1 - label.x0);
}

const columnsOf = ({ units }: Line, { bands }: RowContext): readonly number[] => units.map((u) => bandOf(bands, u));
