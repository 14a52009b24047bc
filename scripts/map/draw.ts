/** The map of a file, from what was confirmed of it: each figure over its cell, and the texts that date it. */
import { periodOfDelivery } from "../model/delivery.ts";
import type { Beside, Cell } from "../model/grid.ts";
import { parseNumber } from "../model/number.ts";
import {
  cellsOf,
  type Observation,
  placeAt,
  provenanceKey,
  type Reading,
  type ReadTable,
  type Recognition,
  type Undated,
} from "../model/observation.ts";
import { isQuarter, lengthOf, type Period, periodKey, yearOf } from "../model/period.ts";
import { ARROWS } from "../model/text/trend.ts";
import { legendsIn, markOf, mayBeUncounted } from "../nomenclature/index.ts";
import { withBlanks } from "./blanks.ts";
import { figureOf } from "./figure-of.ts";
import type { MapCell, MapOfFile, MapOfTable, MarkOfNone } from "./map.ts";
import { type NumberColumns, numberColumns } from "./numbers.ts";
import { besidesOf } from "./seal.ts";
import { isBlank, isTrend, isValue, isYear, readCell, readName, readText } from "./texts.ts";

/** @param key of its sealed texts; "" for a file without any. */
export function drawMap({ file, tables, undated }: Recognition, key = ""): MapOfFile {
  const shown = new Map(undated.map((u) => [provenanceKey(u.provenance), u]));
  const name = readName(file.source.name);
  const quarter = periodOfDelivery(file.source.delivery);
  const own = tables.map((table) => drawTable(table, { key, quarter, name }, shown));
  return { of: file.source.path, format: file.format, name, quarter, tables: own };
}

/** What else is in a cell, without what changes: "struck {n}" */
export const besideOf = (beside: readonly Beside[] | undefined, read = readText): string =>
  (beside ?? [])
    .map(({ kind, text, sealed }) => (text === "" && !sealed ? "" : `${kind} ${(sealed ?? read(text)).shape}`))
    .join(", ");

/** "+100 % (+1 fait(s))", "0 fait" */
const OF_FACTS = /\(?\s*[+−–-]?\s*\d+\s*faits?(?:\(s\))?\s*\)?/gi;

/** Of a figure: the marks that it bears, "12¹" or "12 (*)"; a word or dash for none is none, nor is what says a trend. */
export const marksIn = (text: string): string =>
  isTrend(text) || parseNumber(text)?.kind === "absent"
    ? ""
    : text
        .replace(OF_FACTS, "")
        .replace(ARROWS, "")
        .replace(/[\d\s.,\u00a0\u202f+%=–−-]/g, "");

function drawTable(
  table: ReadTable,
  { key, quarter, name }: Pick<MapOfFile, "quarter" | "name"> & Pick<MapOfTable, "key">,
  shown: ReadonlyMap<string, Undated>,
): MapOfTable {
  const { grid, readings, statement, anchor } = table;
  const part = grid.sealedPart ?? readText(grid.part);
  const figures = readings.flat().flatMap((r) => (r.kind === "count" ? [r.observation] : []));
  const numbers = numberColumns(table);
  const context = { table, quarter, part, name, figures, isOfYear: fillsUp(figures, quarter), numbers };
  const isCode = codesIn(table, numbers);
  const cells = grid.rows.map((own, row) =>
    own.map((cell, column): MapCell => {
      const reading = readings[row]?.[column];
      const undated = shown.get(provenanceKey(placeAt(grid, row, column)));
      const figure = figureOf(reading, undated, [row, column], context);
      return figure
        ? { ...figure, beside: besideOf(cell.beside), marks: marksIn(cell.text) }
        : textCell(cell, isCode(column, cell), reading);
    }),
  );
  return {
    statement,
    anchor,
    part,
    name,
    isHidden: grid.hidden === true,
    hiddenRows: grid.hiddenRows ?? [],
    hiddenColumns: grid.hiddenColumns ?? [],
    besides: besidesOf(grid),
    key,
    rows: withBlanks(cells, quarter),
    marksOfNone: marksOfNone(table),
  };
}

/** What stands where a zero was read, and what a legend says to be one. */
function marksOfNone(table: ReadTable): readonly MarkOfNone[] {
  const found = cellsOf(table).flatMap(({ cell: { text }, reading }): readonly MarkOfNone[] => {
    if (reading.kind !== "count") {
      const legends = legendsIn(text).filter(({ isNone }) => isNone);
      return legends.map(({ mark, force }) => ({ mark, force, isOfForce: force !== null }));
    }
    const { value, force } = reading.observation;
    return value === 0 && !/\d/.test(text) ? [{ mark: markOf(text), force, isOfForce: false }] : [];
  });
  return [...new Map(found.map((none) => [JSON.stringify(none), none])).values()];
}

/** Does a text stand for no fact of this force? What a force may not count, an empty place says only where a legend names it. */
export const isNoneOf = (
  marks: readonly MarkOfNone[],
  text: string,
  { force, family }: Pick<Observation, "force" | "family">,
): boolean =>
  marks.some(
    ({ mark, isOfForce, ...none }) =>
      mark === markOf(text) &&
      (none.force === null || none.force === force) &&
      (isOfForce || mark !== "" || !mayBeUncounted(force, family)),
  );

/** Does a table have a place for each quarter, or month, of the quarter's year? */
function fillsUp(figures: readonly Observation[], quarter: Period): boolean {
  const ofYear = figures
    .map(({ period }) => period)
    .filter((p) => yearOf(p.last) === yearOf(quarter.last) && (isQuarter(p) || lengthOf(p) === 1));
  return new Set(ofYear.map(periodKey)).size > 1;
}

function textCell(cell: Cell, isCode: boolean, read: Reading = { kind: "empty" }): MapCell {
  const text = cell.text.trim();
  const beside = besideOf(cell.beside);
  if (isBlank(cell) || cell.covered) return { is: "empty", beside };
  const { shape, dates } = readCell(cell);
  const isNumber = cell.sealed ? shape === "" : isValue(text);
  if (read.kind === "text" || !isNumber) return { is: "text", beside, shape, dates, read };
  const isNone = parseNumber(text)?.kind === "absent";
  return { is: "number", beside, dates, code: isCode ? text : null, isNone, read };
}

const LIKE_A_CODE = /^\d{4,6}$/;

/** Numbers that tell a place or a line: as long as a code, or the same on each row of figures, of which there are several. */
function codesIn({ grid, readings }: ReadTable, dated: NumberColumns): (column: number, cell: Cell) => boolean {
  const rows = grid.rows.filter((_, row) => readings[row]?.some(({ kind }) => kind === "count"));
  const isConstant = (column: number): boolean =>
    rows.length > 1 && new Set(rows.map((cells) => cells[column]?.text.trim())).size === 1;
  const constant = new Set((rows[0] ?? []).flatMap((_, column) => (isConstant(column) ? [column] : [])));
  return (column, { text }) =>
    !dated.has(column) && !isYear(text) && (constant.has(column) || LIKE_A_CODE.test(text.trim()));
}
