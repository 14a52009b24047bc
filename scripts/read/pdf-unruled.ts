/**
 * Text without a full set of lines around it -> paragraphs and tables, by the places of the words: figures that stand one
 * under the other make a column, and what stands on or around the line of a figure makes its row.
 */

import type { TableRow } from "./document.ts";
import { readHead } from "./pdf-head.ts";
import type { PageBlock, PageLayout } from "./pdf-layout.ts";
import { findLines, findParagraphs, isWrapped, joinLines, LEADING, type Line, textOf } from "./pdf-lines.ts";
import type { Unit } from "./pdf-text.ts";

/** Lines drawn within the zone, where a table has some but not all: column lines and row lines. */
export interface RuleHints {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}
/** A column's extent, in points. */
export interface Band {
  readonly x0: number;
  readonly x1: number;
}

/** A figure or what stands for one: "1 012", "+50,00 %", "nd", "/", "-". */
export const isValue = (text: string): boolean =>
  /^[+\-−–]?\s?\d[\d\s\u00a0\u202f.,]*\s?[%‰]?[¹²³⁴-⁹]*$/u.test(text) ||
  /^(nd|n\.d\.|na|n\/a|nc|ndiff|s|ns|\/|-|–|—|\.\.\.)$/i.test(text);

/** "17 228", "1 234 567": one figure in thousands. */
export const isThousands = (text: string): boolean => /^[+\-−–]?\s?\d{1,3}([\s\u00a0\u202f]\d{3})+$/.test(text);

/** A gap between lines beyond this many usual row pitches, or ems, parts two tables. */
const APART_PITCHES = 1.9;
const APART_EMS = 2.6;

/** "2026" alone names a column. */
const isYear = (text: string): boolean => /^(19|20)\d\d$/.test(text);
const hasValue = (line: Line): boolean => line.units.some((unit) => isValue(unit.text) && !isYear(unit.text));
/** A row of figures: at least one, beside something else. */
const isBody = (line: Line): boolean => line.units.length >= 2 && hasValue(line);

export function readFreeZone(units: readonly Unit[], right: number, hints?: RuleHints): PageLayout {
  const lines = findLines(units);
  const blocks: PageBlock[] = [];
  const doubts: string[] = [];
  for (const segment of findSegments(lines)) {
    const table = segment.some(isBody) ? readTable(segment, hints) : null;
    if (!table) {
      for (const { text, lines: own } of findParagraphs(segment, right))
        blocks.push({ kind: "paragraph", text, top: own[0]?.baseline ?? 0 });
      continue;
    }
    for (const { text, lines: own } of findParagraphs(table.before, right))
      blocks.push({ kind: "paragraph", text, top: own[0]?.baseline ?? 0 });
    blocks.push({ kind: "table", rows: table.rows, bands: table.bands, top: segment[0]?.baseline ?? 0 });
    for (const { text, lines: own } of findParagraphs(table.after, right))
      blocks.push({ kind: "paragraph", text, top: own[0]?.baseline ?? 0 });
    doubts.push(...table.doubts);
  }
  return { blocks, doubts };
}

/** Lines cut where a wide blank parts them, or where a second heading comes after figures. */
function findSegments(lines: readonly Line[]): readonly (readonly Line[])[] {
  const pitches = lines.slice(1).map((line, i) => line.baseline - (lines[i]?.baseline ?? 0));
  const sorted = [...pitches].sort((a, b) => a - b);
  const usual = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const segments: Line[][] = [];
  for (const [i, line] of lines.entries()) {
    const gap = pitches[i - 1] ?? 0;
    const current = segments.at(-1);
    if (!current || (gap > APART_PITCHES * usual && gap > APART_EMS * line.size)) segments.push([line]);
    else current.push(line);
  }
  return segments.flatMap(splitAtHeadings);
}

/** A line with several texts and no figure, below figures, starts another table: its caption lines go with it. */
function splitAtHeadings(lines: readonly Line[]): readonly (readonly Line[])[] {
  const firstBody = lines.findIndex(isBody);
  const heading = lines.findIndex(
    (line, i) => firstBody >= 0 && i > firstBody && !hasValue(line) && line.units.length >= 2 && hasRoom(lines, i),
  );
  if (heading < 0) return [lines];
  let start = heading;
  while (start > firstBody + 1) {
    const above = lines[start - 1];
    if (!above || hasValue(above)) break;
    start -= 1;
  }
  return [lines.slice(0, start), ...splitAtHeadings(lines.slice(start))];
}

/** Not part of a row of figures just above or below, within a line's height. */
const hasRoom = (lines: readonly Line[], i: number): boolean => {
  const line = lines[i];
  return (
    line !== undefined &&
    [lines[i - 1], lines[i + 1]].every(
      (other) => !other || !hasValue(other) || Math.abs(other.baseline - line.baseline) > 0.95 * line.size,
    )
  );
};

interface FreeTable {
  readonly before: readonly Line[];
  readonly rows: readonly TableRow[];
  readonly bands: readonly Band[];
  readonly after: readonly Line[];
  readonly doubts: readonly string[];
}

function readTable(lines: readonly Line[], hints: RuleHints | undefined): FreeTable | null {
  const firstBody = lines.findIndex(isBody);
  const lastBody = lines.findLastIndex(isBody);
  const bands = findBands(lines.slice(firstBody, lastBody + 1), hints);
  const label = bands[0];
  const firstFigures = bands[1];
  if (!label || !firstFigures) return null;
  const rows = findRows(lines, firstBody, lastBody, bands, hints);
  if (typeof rows === "string") return null;
  const headLines = lines.slice(0, rows.start);
  const head = readHead(headLines, bands);
  const doubts = [...head.doubts];
  const body = rows.groups.map((group): TableRow => {
    const cells = bands.map((_, column) => group.flatMap((unit) => (bandOf(bands, unit) === column ? [unit] : [])));
    for (const [column, units] of cells.entries()) {
      const text = textInLines(units);
      if (column > 0 && units.length > 1 && units.every((u) => isValue(u.text)) && !isThousands(text))
        doubts.push(`les nombres « ${text} » sont trop près l'un de l'autre : ce peut être une valeur ou deux.`);
    }
    return { cells: cells.map((units, column) => ({ text: textInLines(units), column, colSpan: 1, rowSpan: 1 })) };
  });
  return {
    before: head.before,
    rows: [...head.rows, ...body],
    bands,
    after: lines.slice(rows.end),
    doubts,
  };
}

const textInLines = (units: readonly Unit[]): string => joinLines(findLines(units).map((line) => textOf(line.units)));

/** Extents that overlap are one column. Drawn column lines are taken as they are. */
function findBands(body: readonly Line[], hints: RuleHints | undefined): readonly Band[] {
  if (hints && hints.xs.length > 2) return bandsBetween(hints.xs);
  const bands: { x0: number; x1: number }[] = [];
  for (const unit of body.flatMap((line) => line.units).sort((a, b) => a.x0 - b.x0)) {
    const last = bands.at(-1);
    if (last && unit.x0 < last.x1) last.x1 = Math.max(last.x1, unit.x1);
    else bands.push({ x0: unit.x0, x1: unit.x1 });
  }
  return bands;
}

export const bandsBetween = (edges: readonly number[]): readonly Band[] =>
  edges.slice(1).map((x1, i) => ({ x0: edges[i] ?? 0, x1 }));

/** The band that the unit's middle falls in, or the nearest. */
export function bandOf(bands: readonly Band[], unit: { readonly x0: number; readonly x1: number }): number {
  const middle = (unit.x0 + unit.x1) / 2;
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, band] of bands.entries()) {
    const overlap = Math.min(unit.x1, band.x1) - Math.max(unit.x0, band.x0);
    const distance = overlap > 0 ? -overlap : Math.max(band.x0 - middle, middle - band.x1);
    if (distance < least) {
      least = distance;
      best = i;
    }
  }
  return best;
}

/**
 * Lines of the body -> rows. A line of figures starts a row; lines of text that overlap it in height are its label, wrapped
 * around it; others go with the nearest row when they were surely wrapped, or stand alone (a family's heading).
 */
function findRows(
  lines: readonly Line[],
  firstBody: number,
  lastBody: number,
  bands: readonly Band[],
  hints: RuleHints | undefined,
): { readonly start: number; readonly end: number; readonly groups: readonly (readonly Unit[])[] } {
  const labelRight = bands[0]?.x1 ?? 0;
  const isLabelOnly = (line: Line): boolean =>
    line.units.every((u) => bandOf(bands, u) === 0 && !(isValue(u.text) && u.x0 > labelRight));
  // Label lines just above the first figures belong to the body when they are wrapped onto them.
  let start = firstBody;
  while (start > 0) {
    const [above, below] = [lines[start - 1], lines[start]];
    if (!above || !below || !isLabelOnly(above) || !belongs(above, below, labelRight)) break;
    start -= 1;
  }
  let end = lastBody + 1;
  while (end < lines.length) {
    const [above, below] = [lines[end - 1], lines[end]];
    if (!above || !below || !isLabelOnly(below) || !belongs(above, below, labelRight)) break;
    end += 1;
  }
  const body = lines.slice(start, end);
  const groups: Line[][] = [];
  for (const line of body) {
    const group = groups.at(-1);
    const previous = group?.at(-1);
    const ruled = hints?.ys.some(
      (y) => previous && y > previous.baseline - 0.3 * previous.size && y < line.baseline - 0.3 * line.size,
    );
    if (group && previous && !ruled && goesWith(group, line, bands, labelRight)) group.push(line);
    else groups.push([line]);
  }
  return { start, end, groups: groups.map((group) => group.flatMap((line) => line.units)) };
}

/** Lines that overlap in height, or a wrapped label at the distance of one line. */
function belongs(upper: Line, lower: Line, labelRight: number): boolean {
  const gap = lower.baseline - upper.baseline;
  if (gap < 0.9 * lower.size) return true;
  return gap < LEADING * lower.size && labelGoesOn(upper, lower, labelRight);
}

/** Was the label of `upper` wrapped onto `lower`? Its next word would not have fitted, and does not start a new label. */
function labelGoesOn(upper: Line, lower: Line, labelRight: number): boolean {
  const [last] = upper.units;
  const [first] = lower.units;
  if (!last || !first || first.x0 > labelRight) return false;
  return isWrapped(last, first, labelRight) && /^[\p{Ll}(«"\d+]/u.test(first.text);
}

function goesWith(group: readonly Line[], line: Line, bands: readonly Band[], labelRight: number): boolean {
  const previous = group.at(-1);
  if (!previous) return false;
  const gap = line.baseline - previous.baseline;
  const columnsOf = (l: Line): readonly number[] => l.units.map((u) => bandOf(bands, u));
  const held = new Set(group.flatMap(columnsOf));
  const clash = columnsOf(line).filter((column) => column > 0 && held.has(column));
  if (gap < 0.9 * line.size) return clash.length === 0 || isWrappedFigure(group, line, bands, clash);
  if (gap >= LEADING * line.size) return false;
  const hasLabel = columnsOf(line).includes(0);
  if (clash.length > 0) return !hasLabel && isWrappedFigure(group, line, bands, clash);
  const labels = group.filter((l) => columnsOf(l).includes(0));
  const above = labels.at(-1);
  return hasLabel && above !== undefined && labelGoesOn(above, line, labelRight);
}

/** "17" with "228" below it, in the same column: a figure in thousands, wrapped. */
function isWrappedFigure(
  group: readonly Line[],
  line: Line,
  bands: readonly Band[],
  clash: readonly number[],
): boolean {
  return clash.every((column) => {
    const inColumn = (l: Line): readonly Unit[] => l.units.filter((u) => bandOf(bands, u) === column);
    return isThousands([...group.flatMap(inColumn), ...inColumn(line)].map((u) => u.text).join(" "));
  });
}
