/**
 * A workbook as its file holds it, whatever its format: values, how their cells look, what is laid over them. The readers of .xlsx, .xls and
 * .ods make it; grids.ts makes the grids of it. Rows and columns count from 0.
 */
import type { Rgb } from "../../contract/contrast.ts";
import type { Area } from "./areas.ts";

/** Names, in an operator's words, of the constructs that are not on the list of the plain ones. */
export type Odd = readonly string[];

export interface Font {
  /** null: automatic, which is black. */
  readonly ink: Rgb | null;
  /** Above or under the line, as note marks are. */
  readonly position: "raised" | "lowered" | "baseline";
  /** In points. */
  readonly size: number;
  /** Its digits draw something else: Wingdings, bars. */
  readonly signs: boolean;
  readonly odd: Odd;
}

export interface CellStyle {
  readonly font: Font;
  /** What its text stands on: several for a fill that runs from one colour to others; none: no fill. */
  readonly grounds: readonly Rgb[];
  /** Code of its number format. */
  readonly format: string;
  /** How far from its edge the text begins, in characters. */
  readonly indent: number;
  /** Written upwards, downwards, or one sign under the other: its length is along the height of its row. */
  readonly isUpright?: boolean;
  readonly odd: Odd;
}

/** By the rotation of a text in the files of Excel: up to 90 upwards, from 91 downwards, 255 one sign under the other. */
export const isUpright = (rotation: number): boolean => (rotation > 45 && rotation <= 90) || rotation > 135;

/** Characters to a step of an indent, in the files of Excel. */
export const INDENT = 1.3;

/** A piece of text of one look. */
export interface Run {
  readonly text: string;
  /** null: that of the cell. */
  readonly font: Font | null;
}

export type StoredValue =
  /** As it is shown. `number`: what is stored under it, in OpenDocument, where a number has its text beside it. */
  | { readonly kind: "text"; readonly runs: readonly Run[]; readonly number?: number; readonly odd?: Odd }
  /** Shown by the format of its style. */
  | { readonly kind: "number"; readonly value: number }
  /** A formula whose result is not stored. */
  | { readonly kind: "waiting" };

/** Of the look of its cell: a word, "VRAI", "#REF!". */
export const textValue = (text: string): StoredValue => ({ kind: "text", runs: [{ text, font: null }] });

export interface StoredCell {
  readonly value: StoredValue;
  readonly style: CellStyle;
  /** Of the cell alone: a picture in place of its value. */
  readonly odd?: Odd;
  /** The value is the result of a formula. */
  readonly formula?: Formula;
}

export interface Formula {
  /** "SUM(B2:B9)"; "" where the file does not write it. */
  readonly text: string;
  /** Nothing says that an office program has computed it when it was saved last. */
  readonly mayBeAnother: boolean;
}

/** A look that may be laid over some cells, whether or not its condition holds: a conditional format, a style of tables. */
export interface Overlay {
  readonly areas: readonly Area[];
  readonly change: (style: CellStyle) => CellStyle;
}

/** A picture, a chart, a shape or a line over the cells. */
export interface Drawing {
  /** The cells from its first anchor to its last one; absent: it stands on none. */
  readonly area: Area | undefined;
  readonly isPicture: boolean;
  /** "" when it holds none. */
  readonly text: string;
}

export interface StoredSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Sparse: a lone cell at row 1 048 576 costs nothing. */
  readonly rows: readonly (readonly (StoredCell | undefined)[] | undefined)[];
  readonly merges: readonly Area[];
  readonly showsZeros: boolean;
  /** Formulas are shown in place of their results. */
  readonly showsFormulas: boolean;
  readonly overlays: readonly Overlay[];
  readonly drawings: readonly Drawing[];
  /** Of the header and footer of its pages. */
  readonly pageTexts: readonly string[];
  /** Of its cells. */
  readonly comments: readonly string[];
  /** In points; 0: hidden. undefined: as high as what it holds. */
  readonly rowHeight: (row: number) => number | undefined;
  /** In characters; 0: hidden. */
  readonly columnWidth: (column: number) => number;
}

/** Lower than this, in points, a row shows nothing; narrower than this, in characters, a column. */
const LOWEST_ROW = 5;
const NARROWEST_COLUMN = 0.7;

export const isRowHidden = ({ rowHeight }: StoredSheet, row: number): boolean =>
  (rowHeight(row) ?? LOWEST_ROW) < LOWEST_ROW;
export const isColumnHidden = ({ columnWidth }: StoredSheet, column: number): boolean =>
  columnWidth(column) < NARROWEST_COLUMN;

export interface Workbook {
  readonly from1904: boolean;
  readonly sheets: readonly StoredSheet[];
}

export const PLAIN_FONT: Font = { ink: null, position: "baseline", size: 11, signs: false, odd: [] };
export const PLAIN_STYLE: CellStyle = { font: PLAIN_FONT, grounds: [], format: "General", indent: 0, odd: [] };

/** The same, with something that is not plain. */
export const withOdd = (style: CellStyle, ...names: readonly string[]): CellStyle => ({
  ...style,
  odd: [...style.odd, ...names],
});
