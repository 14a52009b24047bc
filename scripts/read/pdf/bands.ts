/** Figures that stand one under the other make a column: what is a figure, and the columns ("bands") of lines of figures. */
import { findLines, type Line, textOfLines, type Unit } from "./lines.ts";
import { OVERLAP } from "./measures.ts";

/** A column's extent, in points. */
export interface Band {
  readonly x0: number;
  readonly x1: number;
}

/** A figure or what stands for one: "1 012", "+50,00 %", "nd", "/", "-". "5." numbers a title. */
export const isValue = (text: string): boolean =>
  /^[+\-−–]?\s?\d(?:[\d\s\u00a0\u202f.,]*\d)?\s?[%‰]?(\s?(\*+|[¹²³⁴-⁹]+|\([a-z\d]\)|[per]))?$/u.test(text) ||
  /^(nd|n\.d\.|na|n\/a|nc|ndiff|s|ns|\/|-|–|—|\.\.\.)$/i.test(text);

/** "17 228", "1 234 567": one figure in thousands. */
const isThousands = (text: string): boolean => /^[+\-−–]?\s?\d{1,3}([\s\u00a0\u202f]\d{3})+$/.test(text);
/** The same, drawn in pieces: side by side, or one below the other. A "1" that is raised beside "234" overlaps its line: a mark. */
export function areThousands(units: readonly Unit[]): boolean {
  const lines = findLines(units);
  const areApart = lines.every(
    (line, i) => line.baseline - (lines[i - 1]?.baseline ?? 0) >= OVERLAP * line.size || i === 0,
  );
  return areApart && isThousands(textOfLines(units));
}

/** "2026" alone names a column. */
export const isYear = (text: string): boolean => /^(19|20)\d\d$/.test(text);
export const hasValue = (line: Line): boolean => line.units.some((unit) => isValue(unit.text) && !isYear(unit.text));
/** A row of figures: at least one, beside something else. */
export const isBody = (line: Line): boolean => line.units.length >= 2 && hasValue(line);

/** Extents that overlap are one column. Drawn column lines are taken as they are. */
export function findBands(body: readonly Line[], columnLines: readonly number[]): readonly Band[] {
  if (columnLines.length > 2) return bandsBetween(columnLines);
  const bands: { x0: number; x1: number }[] = [];
  for (const unit of body.flatMap((line) => line.units).sort((a, b) => a.x0 - b.x0)) {
    const last = bands.at(-1);
    if (last && unit.x0 < last.x1) last.x1 = Math.max(last.x1, unit.x1);
    else bands.push({ x0: unit.x0, x1: unit.x1 });
  }
  return bands;
}

/**
 * "12*" at the left of its cell above "7" at the right: two extents, one column. They are one when one heading stands over
 * both and no row has a text in both.
 */
export function joinUnderHeadings(
  bands: readonly Band[],
  body: readonly Line[],
  above: readonly Line[],
): readonly Band[] {
  const joined = [...bands];
  for (const heading of above.filter((line) => line.units.length > 1).flatMap((line) => line.units)) {
    const under = joined.filter((band, i) => i > 0 && heading.x0 < band.x1 && band.x0 < heading.x1);
    const [first, last] = [under[0], under.at(-1)];
    const isHeld = (line: Line): boolean =>
      under.filter((band) => line.units.some((u) => u.x0 < band.x1 && band.x0 < u.x1)).length > 1;
    if (!first || !last || under.length < 2 || body.some(isHeld)) continue;
    joined.splice(joined.indexOf(first), under.length, { x0: first.x0, x1: last.x1 });
  }
  return joined;
}

/** Columns without a figure are told by a heading line that has more texts than there are columns of figures. */
export function addEmptyColumns(bands: readonly Band[], head: readonly Line[]): readonly Band[] {
  const [label, ...figures] = bands;
  const over = (line: Line): readonly Band[] => line.units.filter((u) => label !== undefined && u.x0 >= label.x1);
  const fullest = head.map(over).sort((a, b) => b.length - a.length)[0] ?? [];
  if (!label || fullest.length <= figures.length) return bands;
  const alone = fullest.filter((unit) => figures.every((band) => unit.x1 < band.x0 || band.x1 < unit.x0));
  if (fullest.length - alone.length !== figures.length) return bands;
  return [label, ...figures, ...alone.map(({ x0, x1 }) => ({ x0, x1 }))].sort((a, b) => a.x0 - b.x0);
}

export const bandsBetween = (edges: readonly number[]): readonly Band[] =>
  edges.slice(1).map((x1, i) => ({ x0: edges[i] ?? 0, x1 }));

/** The band that holds most of the unit (a gap below 0), or the nearest. */
export function bandOf(bands: readonly Band[], unit: Band): number {
  const gaps = bands.map((band) => Math.max(band.x0, unit.x0) - Math.min(band.x1, unit.x1));
  return Math.max(0, gaps.indexOf(Math.min(...gaps)));
}

/** Texts of these lines that stand in a column. */
export const unitsIn = (lines: readonly Line[], bands: readonly Band[], column: number): readonly Unit[] =>
  lines.flatMap((line) => line.units).filter((unit) => bandOf(bands, unit) === column);

/** In points: how far beside its place the line of a column may be drawn. */
export const EDGE = 2;

/** For each column of a table, that of the one above which holds it whole; null: one is in none of its own. */
export function columnsUnder(above: readonly Band[], bands: readonly Band[]): readonly number[] | null {
  const columns = bands.map(({ x0, x1 }) => above.findIndex((of) => x0 >= of.x0 - EDGE && x1 <= of.x1 + EDGE));
  return columns.every((column, i) => column > (columns[i - 1] ?? -1)) ? columns : null;
}

/** As many columns, each overlapping its namesake: figures of other widths leave other extents. */
export const sameColumns = (a: readonly Band[], b: readonly Band[]): boolean =>
  a.length === b.length &&
  a.every((band, i) => {
    const other = b[i];
    return other !== undefined && band.x0 < other.x1 && other.x0 < band.x1;
  });
