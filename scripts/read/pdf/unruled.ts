/**
 * Text without a full set of lines around it -> paragraphs and tables, by the places of the words: figures that stand one
 * under the other make a column, and what stands on or around the line of a figure makes its row.
 */
import {
  addEmptyColumns,
  type Band,
  findBands,
  hasValue,
  isBody,
  isValue,
  isYear,
  joinUnderHeadings,
} from "./bands.ts";
import { doubtOf, isBesideWords } from "./beside-tables.ts";
import { isInMargin, type PageBlock, type PageLayout, type PageRow, type PageSize, type TableBlock } from "./blocks.ts";
import { doubtsAround, doubtsOfLine, doubtsOfRows } from "./doubts.ts";
import type { Rule } from "./drawn/marks.ts";
import { readHead } from "./head.ts";
import { findLines, gapsOf, type Line, median, spotOf, textOfLines, type Unit } from "./lines.ts";
import { APART_EMS, APART_GAPS, FAR_APART, OVERLAP } from "./measures.ts";
import { findParagraphs } from "./paragraphs.ts";
import { findRows, rowContext } from "./rows.ts";

/** Lines drawn within the zone, where a table has some but not all: between its columns, and across. */
export interface RuleHints {
  readonly xs: readonly number[];
  readonly across: readonly Rule[];
}

export function readFreeZone(units: readonly Unit[], page: PageSize, hints: RuleHints): PageLayout {
  const blocks: PageBlock[] = [];
  const doubts: string[] = [];
  const loose: Line[] = [];
  let above: Line | undefined; // the last line of the text just before
  for (const segment of findSegments(findLines(units))) {
    const read = isTable(segment, page) ? readTable(segment, hints) : null;
    if (read) {
      const [before, after] = [read.before, read.after].map((lines) => findParagraphs(lines, page.textWidth));
      blocks.push(...(before ?? []), read.table, ...(after ?? []));
      doubts.push(...read.doubts, ...doubtsOfLine(above, read.table.bands));
    } else {
      loose.push(...segment.filter(isLoose).filter(({ baseline }) => !isInMargin(baseline, page.height)));
      blocks.push(...findParagraphs(segment, page.textWidth));
    }
    above = read ? undefined : segment.at(-1);
  }
  const isOfTable = (line: Line): boolean => hints.xs.length > 2 && isBesideWords(line, units);
  return {
    blocks,
    doubts: [...doubts, ...loose.filter(isOfTable).map(doubtOf)],
    loose: loose.filter((line) => !isOfTable(line)),
  };
}

/** Figures alone on their line. */
const isLoose = (line: Line): boolean => hasValue(line) && line.units.every(({ text }) => isValue(text));

/**
 * Rows of figures that something names: a label or a year before them, headings above. The figures of a chart have none. Texts and
 * one number alone at the foot of a sheet are no table (« Exemplaire n° 12 »), nor are they with the number of the page, at its head.
 */
function isTable(lines: readonly Line[], page: PageSize): boolean {
  const first = lines.findIndex(isBody);
  if (first < 0 || lines.every((line) => !isBody(line) || isRunning(line, page))) return false;
  const isNamed = ({ units: [label] }: Line): boolean =>
    label !== undefined && (!isValue(label.text) || isYear(label.text));
  return (
    lines.some((line) => isBody(line) && isNamed(line)) || lines.slice(0, first).some(({ units }) => units.length > 1)
  );
}

function isRunning({ units, baseline }: Line, { height, number }: PageSize): boolean {
  const [figure, other] = units.filter(({ text }) => isValue(text));
  const isFoot = baseline > height / 2 || figure?.text === String(number);
  return other === undefined && isInMargin(baseline, height) && isFoot;
}

/** Lines cut where a wide blank parts them, or where a second heading comes after figures. */
function findSegments(lines: readonly Line[]): readonly (readonly Line[])[] {
  const gaps = gapsOf(lines);
  const usual = median(gaps);
  const segments: Line[][] = [];
  for (const [i, line] of lines.entries()) {
    const gap = gaps[i - 1] ?? 0;
    const current = segments.at(-1);
    if (!current || (gap > APART_GAPS * usual && gap > APART_EMS * line.size)) segments.push([line]);
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
  // Lines right below the last figures may end their label; the caption starts after the first wider gap.
  const lastFigures = lines.findLastIndex((line, i) => i < heading && hasValue(line));
  const gapAbove = (i: number): number => (lines[i]?.baseline ?? 0) - (lines[i - 1]?.baseline ?? 0);
  let start = lastFigures + 1;
  while (start < heading && gapAbove(start) < FAR_APART * (lines[start]?.size ?? 0)) start += 1;
  return [lines.slice(0, start), ...splitAtHeadings(lines.slice(start))];
}

/** Not part of a row of figures just above or below, within a line's height. */
const hasRoom = (lines: readonly Line[], i: number): boolean => {
  const line = lines[i];
  return (
    line !== undefined &&
    [lines[i - 1], lines[i + 1]].every(
      (other) => !other || !hasValue(other) || Math.abs(other.baseline - line.baseline) >= OVERLAP * line.size,
    )
  );
};

/** Heights of the lines drawn from the first column to the last, in one piece or more: an underlined heading has none. */
function rowLinesIn(across: readonly Rule[], bands: readonly Band[]): readonly number[] {
  const [first, last] = [bands[0], bands.at(-1)];
  return [...Map.groupBy(across, ({ at }) => Math.round(at))].flatMap(([y, pieces]) =>
    first &&
    last &&
    Math.min(...pieces.map(({ from }) => from)) < first.x1 &&
    Math.max(...pieces.map(({ to }) => to)) > last.x0
      ? [y]
      : [],
  );
}

interface FreeTable {
  readonly before: readonly Line[];
  readonly table: TableBlock;
  readonly after: readonly Line[];
  readonly doubts: readonly string[];
}

function readTable(lines: readonly Line[], hints: RuleHints): FreeTable | null {
  const [firstBody, lastBody] = [lines.findIndex(isBody), lines.findLastIndex(isBody)];
  const body = lines.slice(firstBody, lastBody + 1);
  const above = lines.slice(0, firstBody);
  const bands = addEmptyColumns(joinUnderHeadings(findBands(body, hints.xs), body, above), above);
  if (bands.length < 2) return null;
  const context = rowContext(body, bands, rowLinesIn(hints.across, bands));
  const { start, end, rows } = findRows(lines, context);
  const head = readHead(lines.slice(0, start), context);
  const bodyRows = rows.map(
    ({ lines: own, cells }): PageRow => ({
      top: Math.min(...own.map((line) => line.baseline - line.size)),
      bottom: Math.max(...own.map((line) => line.baseline)),
      cells: cells.map((units, column) => ({
        text: textOfLines(units),
        ...spotOf(units),
        column,
        colSpan: 1,
        rowSpan: 1,
      })),
    }),
  );
  return {
    before: head.before,
    table: {
      kind: "table",
      rows: [...head.rows, ...bodyRows],
      bands,
      isHeadless: head.rows.length === 0,
      pitch: Number.isFinite(context.pitch) ? context.pitch : 0,
      top: lines[0]?.baseline ?? 0,
    },
    after: lines.slice(end),
    doubts: [
      ...head.doubts,
      ...doubtsOfRows(rows, context),
      ...doubtsAround(head.before, head.rows, lines.slice(end), context, lines[end - 1]),
    ],
  };
}
