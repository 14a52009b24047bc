/**
 * A workbook as its file holds it, whatever its format: values, how their cells look, what is laid over them. The readers of .xlsx, .xls and
 * .ods make it; grids.ts makes the grids of it. Rows and columns count from 0.
 */
import { BLACK, type Rgb } from "../../contract/contrast.ts";
import { type Construct, type Ink, isSignFont, LEAST, NAMES } from "../../plain/rule.ts";
import { onBase, type Said } from "../../plain/said.ts";
import type { Area } from "./areas.ts";

/** What is said of the text of a cell, of its fill and of the cell itself. An ink that is not said is black, on a dark ground too. */
export interface CellStyle extends Said {
  /** In points. */
  readonly size: string;
  /** Code of its number format. */
  readonly format: string;
  /** How far from its edge the text begins, in characters. */
  readonly indent: number;
  /** Written upwards, downwards, or one sign under the other: its length is along the height of its row. */
  readonly isUpright?: boolean;
}

/** The same style, with that on top. */
export const styledBy = (style: CellStyle, said: Said): CellStyle => ({
  ...style,
  ...onBase(style, said),
  size: said.size ?? style.size,
});

/** A set of characters of its own, in the files of Excel: whatever its name, the font draws signs. */
const SIGNS = 2;

/** A font of a file of Excel. `size`: in points. */
export const fontSaid = (
  { charset, ...own }: Omit<Said, "ink" | "size"> & { readonly charset: number },
  ink: Rgb | null | undefined,
  size?: number,
): Said => ({
  ...own,
  font: charset === SIGNS && !isSignFont(own.font ?? "") ? "dingbats" : own.font,
  constructs: size !== undefined && size < LEAST.type ? [...own.constructs, NAMES.tiny] : own.constructs,
  ink: ink === undefined ? {} : { ink: ink ?? BLACK },
  ...(size !== undefined && { size: String(size) }),
});

/** By the rotation of a text in the files of Excel: up to 90 upwards, from 91 downwards, 255 one sign under the other. */
export const isUpright = (rotation: number): boolean => (rotation > 45 && rotation <= 90) || rotation > 135;

/** Characters to a step of an indent, in the files of Excel. */
export const INDENT = 1.3;

/** A piece of text of one look. */
export interface Run {
  readonly text: string;
  /** Absent: it looks as its cell does. */
  readonly look?: Said | undefined;
  /** Where its look does not say it. */
  readonly bold?: boolean | undefined;
}

export type StoredValue =
  /** As it is shown. `number`: what is stored under it, in OpenDocument, where a number has its text beside it. */
  | { readonly kind: "text"; readonly runs: readonly Run[]; readonly number?: number }
  /** Shown by the format of its style. */
  | { readonly kind: "number"; readonly value: number }
  /** A formula whose result is not stored. */
  | { readonly kind: "waiting" };

/** Of the look of its cell: a word, "VRAI", "#REF!". */
export const textValue = (text: string): StoredValue => ({ kind: "text", runs: [{ text }] });

export interface StoredCell {
  readonly value: StoredValue;
  readonly style: CellStyle;
  /** What is not plain of the cell alone: a picture in place of its value. */
  readonly odd?: readonly Construct[];
  /** "SUM(B2:B9)", of which the value is the result; "" where the file does not write it. */
  readonly formula?: string;
}

/** What may be laid over some cells, whether or not its condition holds: a conditional format, a style of tables. */
export interface Overlay {
  readonly areas: readonly Area[];
  /** An ink and a ground; or more, of which what it does to a figure is not followed. */
  readonly laid: Ink | typeof NOT_PLAIN;
}
export const NOT_PLAIN: "not plain" = "not plain";

/** A picture, a chart, a shape or a line over the cells. */
export interface Drawing {
  /** The cells that it stands on. */
  readonly area: Area;
  readonly isPicture: boolean;
  /** "" when it holds none. */
  readonly text: string;
}

export interface StoredSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Sparse: a lone cell at row 1 048 576 costs nothing. */
  readonly rows: readonly (readonly (StoredCell | undefined)[] | undefined)[];
  /** What is not plain of all its cells. */
  readonly odd?: readonly Construct[];
  readonly merges: readonly Area[];
  /** An office program has computed its formulas when it was saved last. */
  readonly isComputed: boolean;
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

export const PLAIN_STYLE: CellStyle = { constructs: [], ink: { ink: BLACK }, size: "11", format: "General", indent: 0 };
