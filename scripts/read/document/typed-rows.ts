/**
 * Rows of a table that is typed as text: "Homicides : 0", "Homicides ..... 0", "Homicides[tab]0[tab]1", one under the other, as in the body
 * of a mail. Each is a row of cells; a line of headings parted by tabs just above is one too.
 */
import { parseNumber } from "../../model/number.ts";

/** Fewer may be the fields of a letterhead: "Année : 2026", "Trimestre : 1". */
const LEAST = 5;

const isValue = (text: string): boolean => parseNumber(text) !== undefined;
const piecesBetweenTabs = (line: string): readonly string[] => line.split(/\t+/).map((piece) => piece.trim());

/** "Homicides : 0" => "Homicides", "0"; null: no label before numbers. */
function rowIn(line: string): readonly string[] | null {
  const tabbed = piecesBetweenTabs(line);
  const [, name = "", value = ""] = /^(.+?)\s*(?::|[.…_]{3,})\s*([^:]+)$/.exec(line) ?? [];
  const pieces = tabbed.length > 1 ? tabbed : [name, value.trim()];
  const [label = "", ...values] = pieces;
  return /\p{L}/u.test(label) && values.every(isValue) ? pieces : null;
}

/** The rows of a paragraph, all of whose lines are rows as wide; null: it holds none. */
function rowsIn(text: string): readonly (readonly string[])[] | null {
  const rows = text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [rowIn(line.trim())]));
  const width = rows[0]?.length;
  return rows.length > 0 && rows.every((row) => row !== null && row.length === width)
    ? rows.filter((r) => r !== null)
    : null;
}

/** @param texts of blocks that follow each other; null: a table. @returns for the text at an index, its rows. */
export function typedRows(texts: readonly (string | null)[]): ReadonlyMap<number, readonly (readonly string[])[]> {
  const found = new Map<number, readonly (readonly string[])[]>();
  const all = texts.map((text) => (text === null ? null : rowsIn(text)));
  for (let start = 0; start < all.length; start++) {
    const width = all[start]?.[0]?.length;
    if (width === undefined) continue;
    let end = start;
    while (all[end]?.[0]?.length === width) end += 1;
    const group = all.slice(start, end).map((rows) => rows ?? []);
    if (group.flat().length >= LEAST) {
      for (const [i, rows] of group.entries()) found.set(start + i, rows);
      const head = headIn(texts[start - 1] ?? "", width);
      if (head) found.set(start - 1, [head]);
    }
    start = end - 1;
  }
  return found;
}

/** "Faits[tab]Police[tab]Gendarmerie", or without a heading over the labels. */
function headIn(text: string, width: number): readonly string[] | null {
  const heads = piecesBetweenTabs(text.trim());
  if (heads.length < 2 || text.trim().includes("\n")) return null;
  return heads.length === width ? heads : heads.length === width - 1 ? ["", ...heads] : null;
}
