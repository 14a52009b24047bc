/** What was received, before anything is understood: files, and tables of text. */
import type { Sealed } from "./received.ts";

/** One file of a delivery, in memory. `path` is relative to the data folder, with "/" : "2026-T1/IS 101.xls". */
export interface SourceFile {
  readonly path: string;
  /** Name of the first folder of the path: "2026-T1". */
  readonly delivery: string;
  /** Last part of the path: "IS 101.xls". */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Hexadecimal SHA-256 of the bytes. */
  readonly sha256: string;
}

/** "IS 101.xls" => "IS 101" */
export const bareName = (name: string): string => name.replace(/\.[A-Za-z0-9]{2,5}$/, "");

/** The formats that have a reader, decided by content and never by the extension. */
export const FORMATS = ["csv", "xls", "xlsx", "ods", "html", "docx", "doc", "odt", "rtf", "pdf"] as const;
export type Format = (typeof FORMATS)[number];

/**
 * What else is in a cell, beside the text that a person sees. A reader tells it and decides nothing; recognise/layout/seen.ts does.
 *   struck     "11" struck out, beside "9"
 *   hidden     text that is not seen: hidden by its style, by a layer that is off, under a drawing, white on white; "" for the result of
 *              a formula, which the file does not hold
 *   unplain    what may show something else than what is read: a construct that is not on its format's list of plain ones, a figure whose
 *              ink is not whole, a picture in place of a text; `text` names it as an operator would: "texte barré"
 */
export interface Beside {
  readonly kind: "struck" | "hidden" | "unplain";
  /** Its own text; "" when it has none, or when it is sealed. */
  readonly text: string;
  readonly sealed?: Sealed;
}

/** Where a text stands on a page that is drawn, from 1; in points from its top left corner. */
export interface Spot {
  readonly page: number;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/**
 * A cell of text, exactly as a person sees it. Raised digits (note marks) are written raised: "12¹". A merged cell stands once, at its top left corner, with its spans;
 * the places that it covers hold COVERED.
 */
export interface Cell {
  readonly text: string;
  /** Rows and columns that the cell takes; 1 when absent. */
  readonly rowSpan?: number;
  readonly colSpan?: number;
  /** The place is covered by a merged cell above or at its left. */
  readonly covered?: true;
  readonly beside?: readonly Beside[];
  /** All its text is bold: shown so, and nothing is read of it. */
  readonly bold?: boolean | undefined;
  readonly at?: Spot;
  /** Of a confirmed file: its text is "", and this stands in its place. */
  readonly sealed?: Sealed;
}
export const EMPTY: Cell = { text: "" };
export const COVERED: Cell = { text: "", covered: true };

/**
 * A physical table: a sheet, a page, or a whole text document. Rectangular: every row has the same number of cells.
 * In a text document (docx, doc, odt, rtf, pdf, html) a paragraph outside any table is a row with one cell of text, in the
 * first column, and an empty row stands between two tables: so titles and captions are found by the same rule everywhere.
 */
export interface Grid {
  /** SourceFile.path */
  readonly file: string;
  /** Sheet name, "document", "CSV": what tells this grid from the others of its file. */
  readonly part: string;
  /** The part is hidden in the source (hidden sheet). */
  readonly hidden?: true;
  /** Rows and columns that the source does not show (hidden, filtered out, of no height), from 0. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
  /** Texts that stand beside the cells: in text boxes, in the header and footer of printed pages. */
  readonly besides?: readonly string[];
  /** Comments, which open when a cell is pointed at: nothing is read of them, and a new one is told. */
  readonly comments?: readonly string[];
  /** Of a confirmed file: those of its texts beside the cells, and the name of a part without a figure, that are not kept. */
  readonly sealedBesides?: readonly Sealed[];
  readonly sealedPart?: Sealed;
  /** Days that those texts name as their own: "Édité le 8 avril 2026". */
  readonly ownDays?: readonly string[];
  /** How a person finds row i in the source, where it is not simply row i + 1: "page 2, ligne 4", "tableau 1, ligne 3". */
  readonly rowNames?: readonly string[];
}

/** Is a cell shown: neither its part, its row nor its column is hidden? */
export function shownIn({ hidden, hiddenRows, hiddenColumns }: Grid): (row: number, column: number) => boolean {
  const [rows, columns] = [new Set(hiddenRows), new Set(hiddenColumns)];
  return (row, column) => !hidden && !rows.has(row) && !columns.has(column);
}

/** What a reader gives for one file. `format` is null when no reader took the file: the issues say why. */
export interface ReadFile {
  readonly source: Pick<SourceFile, "path" | "delivery" | "name" | "sha256">;
  readonly format: Format | null;
  readonly grids: readonly Grid[];
}
