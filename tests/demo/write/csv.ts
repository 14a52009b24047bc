/** Sheets to CSV, as Excel saves them: merged cells leave empty fields. */

import { type Encoding, encode } from "./encode.ts";
import { rowsOf } from "./rows.ts";
import type { Sheet } from "./sheet.ts";

export interface CsvOptions {
  readonly encoding: Encoding;
  readonly separator: ";" | "," | "\t";
  readonly newline: "\r\n" | "\n";
  /** Excel fills each row up to the widest; other programs leave short rows. */
  readonly fill: boolean;
  /** Quotes around every field, or only where needed. */
  readonly quoteAll: boolean;
  /** A first line "sep=;" that tells Excel the separator. */
  readonly sepLine?: boolean;
}
export const EXCEL_CSV: CsvOptions = {
  encoding: "windows-1252",
  separator: ";",
  newline: "\r\n",
  fill: true,
  quoteAll: false,
};

export function writeCsv(sheets: readonly Sheet[], options: CsvOptions = EXCEL_CSV): Uint8Array {
  const { separator, newline, fill, quoteAll } = options;
  const rows = sheets.flatMap(rowsOf).map((row) => row.map((c) => c.text));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const field = (text: string): string =>
    quoteAll || text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = rows.map((row) => {
    const missing = fill ? width - row.length : 0;
    return [...row.map(field), ...Array.from({ length: missing }, () => "")].join(separator);
  });
  if (options.sepLine) lines.unshift(`sep=${separator}`);
  return encode(lines.map((text) => text + newline).join(""), options.encoding);
}
