/** What one page of a PDF holds, from top to bottom: paragraphs and tables with their places. */
import type { Beside } from "../../model/grid.ts";
import type { TableRow } from "../document/document.ts";
import type { SeenText } from "../plain/seen-text.ts";
import type { Band } from "./bands.ts";
import type { Box } from "./drawn/geometry.ts";
import type { Line } from "./lines.ts";

/** A row with its place, in points from the top of the page. */
export interface PageRow extends TableRow {
  readonly top: number;
  readonly bottom: number;
  /** The lines of its label, where drawn lines enclose it. */
  readonly label?: readonly Line[];
}

export type PageBlock = TextBlock | TableBlock;

export interface TextBlock extends Band, SeenText {
  readonly kind: "paragraph";
  /** The baselines of its first line and of its last one. */
  readonly top: number;
  readonly bottom: number;
  /** Texts side by side on its last line; several are the heading of a table, left at the end of its page. */
  readonly parts: number;
}

export interface TableBlock {
  readonly kind: "table";
  readonly rows: readonly PageRow[];
  /** Extents of the columns, in points: they tell that a table goes on, on the next page. */
  readonly bands: readonly Band[];
  /** No heading names its columns: it goes on with the table before it, or the title names an only column. */
  readonly isHeadless: boolean;
  readonly top: number;
  /** In points: how far apart its rows are, where no lines enclose them. */
  readonly pitch?: number;
}

/** What stands on a page and is not simply seen text, with its place. */
export interface Aside extends Beside {
  readonly box: Box;
  /** Of a thing drawn: the texts of cells beside which it may stand for a figure; nothing is told of it elsewhere. */
  readonly matters?: (text: string) => boolean;
}

export interface PageLayout {
  readonly blocks: readonly PageBlock[];
  /** What could not be told from the drawing, in French: "l'en-tête « … » peut couvrir …". */
  readonly doubts: readonly string[];
  /** Lines of figures alone, in a text: are they of the table beside which they stand? */
  readonly loose: readonly Line[];
}

/** In points: from the first text's left to the last one's right; and the sheet's height. `number`: of the page, from 1. */
export interface PageSize {
  readonly textWidth: number;
  readonly height: number;
  readonly number: number;
}

/** Share of the page, at its top and bottom, where running headers, footers and page numbers stand. */
const MARGIN = 0.12;

export const isInMargin = (y: number, height: number): boolean => y <= MARGIN * height || y >= (1 - MARGIN) * height;
