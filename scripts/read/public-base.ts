/**
 * A public base of data/reference/: one line a territory, a year and an indicator, up to four million of them. Only those of the territories
 * that are asked for are parsed.
 */

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { CsvError, parse } from "csv-parse/sync";
import type { WhyNotUsed } from "../model/about-counts.ts";
import { type BaseColumns, baseColumns, HEAD_WITHIN } from "../nomenclature/index.ts";
import { decodeText } from "./container/encoding.ts";

/** Lines of the base, as they come. */
type Lines = Iterable<readonly string[]> | AsyncIterable<readonly string[]>;

export interface BaseLine {
  /** Of the file, from 1. */
  readonly row: number;
  readonly fields: readonly string[];
}
export interface PublicBase {
  readonly columns: BaseColumns;
  /** Of the territories asked for. */
  readonly lines: readonly BaseLine[];
}

/** Why a file is not used. */
export interface NotUsed {
  readonly why: WhyNotUsed;
}
export const isUsed = <Used extends object>(found: Used | NotUsed): found is Used => !("why" in found);

const NO_HEAD: NotUsed = { why: "no-header" };
const MISPLACED_QUOTES: NotUsed = { why: "quotes" };

/** What csv-parse gives with `info`; its types do not say it. */
interface Parsed {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

interface Head {
  readonly columns: BaseColumns;
  readonly separator: string;
}

/** @param codes of the territories wanted: "99", "99001". */
export async function chooseLines(batches: Lines, codes: ReadonlySet<string>): Promise<PublicBase | NotUsed> {
  let head: Head | undefined;
  let row = 0;
  const kept: { readonly row: number; readonly line: string }[] = [];
  for await (const batch of batches)
    for (const line of batch) {
      row += 1;
      if (head) {
        if (mayBeOf(line, head, codes)) kept.push({ row, line });
      } else if (row > HEAD_WITHIN) return NO_HEAD;
      else head = headOf(line);
    }
  if (!head) return NO_HEAD;
  const { columns, separator } = head;
  try {
    const text = kept.map(({ line }) => line).join("\n");
    const records = parse(text, { delimiter: separator, relax_column_count: true, info: true });
    const lines = (records as unknown as readonly Parsed[]).map(
      ({ info, record }): BaseLine => ({ row: kept[info.lines - 1]?.row ?? 0, fields: record }),
    );
    return { columns, lines: lines.filter(({ fields }) => codes.has(fields[columns.territory]?.trim() ?? "")) };
  } catch (error) {
    if (error instanceof CsvError) return MISPLACED_QUOTES;
    throw error;
  }
}

function headOf(line: string): Head | undefined {
  for (const separator of [";", ",", "\t", "|"]) {
    const columns = baseColumns(line.split(separator).map((name) => name.trim().replace(/^\ufeff?"|"$/g, "")));
    if (columns) return { columns, separator };
  }
  return undefined;
}

/** A field found by counting separators; where a quoted text holds one, the field is no code, and the line is kept to be parsed. */
function mayBeOf(line: string, { columns, separator }: Head, codes: ReadonlySet<string>): boolean {
  let start = 0;
  for (let i = 0; i < columns.territory; i += 1) start = line.indexOf(separator, start) + 1;
  const end = line.indexOf(separator, start);
  const code = line
    .slice(start, end === -1 ? undefined : end)
    .replaceAll('"', "")
    .trim();
  return codes.has(code) || !/^[0-9AB]{2,5}$/.test(code);
}

/** Of a file in memory; undefined: it is no text. */
export function linesOf(bytes: Uint8Array): Lines | undefined {
  const text = decodeText(bytes)?.text;
  return text === undefined ? undefined : [text.split(/\r\n?|\n/)];
}

/** Of a .csv or a .csv.gz too large for the memory, UTF-8. `hash`: known once all is read. */
export function streamLines(path: string): { readonly lines: Lines; readonly hash: () => string } {
  const hash = createHash("sha256");
  const raw = createReadStream(path, { highWaterMark: 1 << 17 });
  raw.on("data", (chunk) => hash.update(chunk));
  const bytes = path.endsWith(".gz") ? raw.pipe(createGunzip({ chunkSize: 1 << 17 })) : raw;
  raw.on("error", (error) => bytes.destroy(error));
  async function* lines(): AsyncIterable<readonly string[]> {
    const decoder = new TextDecoder();
    let left = "";
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      const whole = (left + decoder.decode(chunk, { stream: true })).split(/\r?\n/);
      left = whole.pop() ?? "";
      yield whole;
    }
    yield [left];
  }
  return { lines: lines(), hash: () => hash.digest("hex") };
}

/** SHA-256 of a file, read as a stream. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 17 })) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
