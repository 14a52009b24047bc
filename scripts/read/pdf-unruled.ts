/**
 * Text without a full set of lines around it -> paragraphs and tables, by the places of the words: figures that stand one
 * under the other make a column, and what stands on or around the line of a figure makes its row.
 */

import type { TableRow } from "./document.ts";
import { addEmptyColumns, type Band, bandOf, findBands, hasValue, isBody, isThousands, isValue } from "./pdf-bands.ts";
import { readHead } from "./pdf-head.ts";
import type { PageBlock, PageLayout } from "./pdf-layout.ts";
import { findLines, findParagraphs, joinLines, LEADING, type Line, textOf } from "./pdf-lines.ts";
import { findRows, type Rows, rowContext } from "./pdf-rows.ts";
import type { Unit } from "./pdf-text.ts";

/** A gap between lines beyond this many usual row pitches, or ems, parts two tables. */
const APART_PITCHES = 1.9;
const APART_EMS = 2.6;

/** Lines drawn within the zone, where a table has some but not all: column lines and row lines. */
export interface RuleHints {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}
export function readFreeZone(units: readonly Unit[], width: number, hints?: RuleHints): PageLayout {
  const lines = findLines(units);
  const blocks: PageBlock[] = [];
  const doubts: string[] = [];
  for (const segment of findSegments(lines)) {
    const table = segment.some(isBody) ? readTable(segment, hints) : null;
    if (!table) {
      for (const { text, lines: own } of findParagraphs(segment, width))
        blocks.push({ kind: "paragraph", text, top: own[0]?.baseline ?? 0, parts: own.at(-1)?.units.length ?? 0 });
      continue;
    }
    for (const { text, lines: own } of findParagraphs(table.before, width))
      blocks.push({ kind: "paragraph", text, top: own[0]?.baseline ?? 0, parts: own.at(-1)?.units.length ?? 0 });
    blocks.push({ kind: "table", rows: table.rows, bands: table.bands, top: segment[0]?.baseline ?? 0 });
    for (const { text, lines: own } of findParagraphs(table.after, width))
      blocks.push({ kind: "paragraph", text, top: own[0]?.baseline ?? 0, parts: own.at(-1)?.units.length ?? 0 });
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
  // Lines right below the last figures may end their label; the caption starts after the first wider gap.
  const lastFigures = lines.findLastIndex((line, i) => i < heading && hasValue(line));
  const gapAbove = (i: number): number => (lines[i]?.baseline ?? 0) - (lines[i - 1]?.baseline ?? 0);
  let start = lastFigures + 1;
  while (start < heading && gapAbove(start) < LEADING * (lines[start]?.size ?? 0)) start += 1;
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
  const body = lines.slice(lines.findIndex(isBody), lines.findLastIndex(isBody) + 1);
  const bands = addEmptyColumns(findBands(body, hints?.xs ?? []), lines.slice(0, lines.findIndex(isBody)));
  if (bands.length < 2) return null;
  const context = rowContext(body, bands, hints?.ys ?? []);
  const rows = findRows(lines, context);
  const head = readHead(lines.slice(0, rows.start), context);
  const doubts = [...head.doubts];
  const bodyRows = rows.groups.map((group): TableRow => {
    const cells = bands.map((_, column) => group.flatMap((unit) => (bandOf(bands, unit) === column ? [unit] : [])));
    for (const [column, units] of cells.entries()) {
      const text = textInLines(units);
      const figures = units.filter((u) => isValue(u.text));
      if (column === 0 ? figures.length > 0 && units.length > 1 : figures.length > 1 && !isThousands(text))
        doubts.push(
          `on ne peut pas dire à quelle colonne appartient chaque nombre de « ${text} » : ils sont trop près l'un de l'autre ou du libellé.`,
        );
    }
    return { cells: cells.map((units, column) => ({ text: textInLines(units), column, colSpan: 1, rowSpan: 1 })) };
  });
  doubts.push(...looseEnds(rows, [head.before.at(-1), lines[rows.end]]));
  return {
    before: head.before,
    rows: [...head.rows, ...bodyRows],
    bands,
    after: lines.slice(rows.end),
    doubts,
  };
}

const textInLines = (units: readonly Unit[]): string => joinLines(findLines(units).map((line) => textOf(line.units)));

/** What was left between rows: figures alone above or below the table, and labels in small letters that no row took. */
function looseEnds(rows: Rows, neighbours: readonly (Line | undefined)[]): readonly string[] {
  const figures = neighbours.filter((line) => line?.units.every((u) => /^\d{1,3}$/.test(u.text)));
  const labels = rows.groups.filter(
    (group) => group.every((u) => !isValue(u.text)) && /^[\p{Ll}(«+–-]/u.test(group[0]?.text ?? ""),
  );
  return [
    ...figures.map(
      (line) => `on ne peut pas dire à quelle ligne appartient ${line ? `« ${textOf(line.units)} »` : ""}.`,
    ),
    ...labels.map((group) => `on ne peut pas dire de quelle ligne « ${textInLines(group)} » est la suite.`),
  ];
}
