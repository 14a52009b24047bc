/** CSV -> one grid: one line of the file, one row. Wraps csv-parse. A table set with blanks is read as the page that an editor shows. */

import { CsvError, type InfoRecord, parse } from "csv-parse/sync";
import type { Cell, Grid, SourceFile } from "../../model/grid.ts";
import { aNote, anError, type Issue, type Result } from "../../model/issue.ts";
import { received } from "../../model/received.ts";
import { decodeText } from "../container/encoding.ts";
import { MAX_ROWS, tooManyRows } from "../contract/limits.ts";
import { damaged, doubtfulEncoding, notRead, refusing } from "../contract/reader.ts";
import { shape } from "../contract/shape.ts";
import { asShort, findShortRows, isFigure } from "../plain/short-rows.ts";
import { typedPage } from "../plain/typed-page.ts";

const PART = "CSV";

/** Separators by order of likelihood in France, which settles a draw: a decimal comma must never win over ";". */
const DELIMITERS = ["\t", ";", "|", ",", "  "] as const;
const BLANKS = "  ";

/** Lines looked at to find the separator. */
const SAMPLE_LINES = 300;

interface ParsedRecord {
  readonly record: string[];
  /** `info.lines`: line of the file on which the record ends, from 1. */
  readonly info: InfoRecord;
}

/** Quotes: "strict", as RFC 4180 has it; "literal", a quote is a character like any other. */
type Quotes = "strict" | "literal";

function parseRecords(text: string, delimiter: string, quotes: Quotes, to?: number): ParsedRecord[] | CsvError {
  try {
    return parse(text, {
      delimiter,
      quote: quotes === "strict" ? '"' : false,
      record_delimiter: "\n",
      relax_column_count: true,
      skip_empty_lines: false,
      info: true,
      ...(to !== undefined && { to }),
    }) as unknown as ParsedRecord[];
  } catch (error) {
    if (error instanceof CsvError) return error;
    throw error;
  }
}

/**
 * The separator that cuts the most lines into as many cells as each other, from the first that may hold a figure; then the one that leaves
 * the most whole figures; then the one that cuts the most lines. Commas of titles, labels or figures ("Vals, Ardèche",
 * "vols (15, 16, 17)", "10,5") cut fewer lines of the table alike, or part the figures from what a true ";" leaves with them. Last, where
 * every separator meets a misplaced quote, the one that stands in the most lines: the error then names the right one.
 */
function findDelimiter(text: string): string {
  const lines = text.split("\n", SAMPLE_LINES);
  const start = lines.findIndex((line) => DELIMITERS.some((d) => line.replaceAll('"', "").split(d).some(isFigure)));
  const table = lines.slice(Math.max(0, start));
  const cuts = DELIMITERS.map((delimiter) => {
    const rows = cutSample(table, delimiter).filter((row) => row.length > 1);
    const alike = [...Map.groupBy(rows, (row) => row.length).values()].map(({ length }) => length);
    const standsIn = lines.filter((line) => line.includes(delimiter)).length;
    return { delimiter, merits: [Math.max(0, ...alike), rows.flat().filter(isFigure).length, rows.length, standsIn] };
  });
  const best = cuts.reduce((one, other) => {
    const first = other.merits.findIndex((merit, i) => merit !== one.merits[i]);
    return (other.merits[first] ?? 0) > (one.merits[first] ?? 0) ? other : one;
  });
  return best.delimiter;
}

function cutSample(lines: readonly string[], delimiter: string): readonly (readonly string[])[] {
  if (delimiter === BLANKS) return lines.map((line) => line.trim().split(/ {2,}/));
  const records = parseRecords(lines.join("\n"), delimiter, "strict");
  if (Array.isArray(records)) return records.map(({ record }) => record);
  // The sample may end within a quoted field; a wrong separator makes quotes look misplaced.
  return records.code === "CSV_QUOTE_NOT_CLOSED" ? lines.map((line) => line.split(delimiter)) : [];
}

/** "sep=;" on the first line, as Excel writes and obeys it. */
const declaredDelimiter = (text: string): string | undefined => /^sep=(.)\n/i.exec(text)?.[1];

const brokenQuotes = (file: SourceFile, line: number, words: string): Issue =>
  anError("csv-quotes-broken", {
    about: { line, words: received(words) },
    place: { file: file.path, part: PART, row: line, column: 1, raw: "" },
  });

const missingSeparator = (file: SourceFile): Issue =>
  aNote("csv-without-separator", { place: { file: file.path, part: PART } });

/**
 * Blank lines are rows, so that row i is line i; when a quoted cell holds several lines, `rowNames` says "ligne 12".
 * Quotes that do not follow RFC 4180 are read as plain characters where that is the only reading (no cell begins with
 * one), and refused otherwise: a cell is never lost or moved in silence.
 */
export const readCsv = refusing("un texte CSV", async (file) => {
  const decoded = decodeText(file.bytes) ?? damaged("octets nuls ou de commande au milieu du texte");
  const text = decoded.text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const lines = text.split("\n", MAX_ROWS * 5 + 2).length;
  if (lines > MAX_ROWS * 5) notRead(tooManyRows(PART, lines));

  const declared = declaredDelimiter(text);
  const delimiter = declared ?? findDelimiter(text);
  const told = decoded.doubtful ? [doubtfulEncoding(file, PART, decoded.encoding)] : [];
  let records = parseRecords(text, delimiter, "strict");
  if (!Array.isArray(records) && records.code === "INVALID_OPENING_QUOTE" && !beginsACell(text, delimiter))
    records = parseRecords(text, delimiter, "literal");
  if (!Array.isArray(records))
    return notRead(() => brokenQuotes(file, lineOf(records, text, delimiter), records.message));

  if (delimiter === BLANKS || !hasFigures(records.map(({ record }) => record))) {
    const typed = await asTyped(file.path, text);
    if (typed) return { ...typed, issues: [...told, ...typed.issues] };
  }
  const rows = records.map(({ record }): Cell[] => record.map((cell) => ({ text: cell })));
  if (declared && rows[0]) rows[0] = [];
  const rowNames = namesOf(records);
  const shapes = records.map(({ record }) => ({ width: record.length, texts: record }));
  for (const r of findShortRows(shapes, "figures only")) rows[r] = rows[r]?.map(asShort) ?? [];
  const cut = rows.some((row) => row.length > 1) ? [] : [missingSeparator(file)];
  return shape(file, [{ part: PART, rows, ...(rowNames && { rowNames }) }], [...told, ...cut]);
});

const hasFigures = (rows: readonly (readonly string[])[]): boolean => rows.some((row) => row.some(isFigure));

/** In signs: some fifteen pages as typed ones go. More is no text that somebody set with blanks. */
const MAX_TYPED = 30_000;

/** A table set with blanks, or « Homicides : 0 » line by line; null: none stands there. */
async function asTyped(path: string, text: string): Promise<Result<readonly Grid[]> | null> {
  if (text.length > MAX_TYPED) return null;
  const read = (await import("../pdf/pdf.ts")).readPages(path, [typedPage(text)]);
  return read.value.some(({ rows }) => hasFigures(rows.map((row) => row.map((cell) => cell.text)))) ? read : null;
}

/** Does a quote stand at the start of some cell? Then quotes have their meaning, and a misplaced one is a fault. */
const beginsACell = (text: string, delimiter: string): boolean =>
  text.startsWith('"') || text.includes(`\n"`) || text.includes(`${delimiter}"`);

/** Line of the fault; for a quote never closed, the line that opens it: the one after the last whole record. */
function lineOf(error: CsvError, text: string, delimiter: string): number {
  const { lines, records } = error;
  const line = typeof lines === "number" ? lines : 1;
  if (error.code !== "CSV_QUOTE_NOT_CLOSED" || typeof records !== "number") return line;
  const whole = records > 0 ? parseRecords(text, delimiter, "strict", records) : [];
  return Array.isArray(whole) ? (whole.at(-1)?.info.lines ?? 0) + 1 : line;
}

/** undefined when each record takes one line: row i is then line i. */
function namesOf(records: readonly ParsedRecord[]): string[] | undefined {
  const last = records.at(-1);
  if (!last || last.info.lines <= records.length) return undefined;
  let previous = 0;
  return records.map(({ info }) => {
    const first = previous + 1;
    previous = info.lines;
    return first === info.lines ? `ligne ${first}` : `lignes ${first} à ${info.lines}`;
  });
}
