/**
 * A workbook as its file holds it, whatever its format: values, with what decides how a person sees them. The readers of .xlsx, .xls,
 * .ods and SpreadsheetML make it; grids.ts makes the grids of it. Rows and columns count from 0.
 */
import type { Beside } from "../../../model/grid.ts";
import type { Rgb } from "../../contract/contrast.ts";
import type { Look } from "../../seen/seen-text.ts";
import type { Area } from "./areas.ts";
import type { Expression } from "./expression.ts";
import { GENERAL, type NumberFormat } from "./number-format.ts";

export interface Font {
  readonly struck: boolean;
  /** Above or under the line, as note marks are. */
  readonly position: Look["position"];
  /** null: automatic, which is black. */
  readonly colour: Rgb | null;
  /** Said to be hidden: in OpenDocument. */
  readonly hidden: boolean;
  /** In points; 0 when it is transparent, which shows as little. */
  readonly size: number;
  /** Of its size: how wide its digits are; undefined: it is not known. */
  readonly digitWidth?: number | undefined;
  /** Its digits draw something else: Wingdings, bars. */
  readonly signs: boolean;
}

export interface CellStyle {
  readonly font: Font;
  /** null: no fill. */
  readonly fill: Rgb | null;
  readonly format: NumberFormat;
  /** Written again and again over the width of the column (1 is shown as 11111), upside down, from right to left, crossed out. */
  readonly unusual: boolean;
  /** How far from its edge the text begins, in characters. */
  readonly indent?: number;
  /** Drawn smaller where its column is too narrow for it. */
  readonly shrinks?: boolean;
  /** Written upwards, downwards, or one sign under the other: its length is along the height of its row. */
  readonly isUpright?: boolean;
}

/** Characters to a step of an indent, in the files of Excel. */
export const INDENT = 1.3;

/** By the rotation of a text in the files of Excel: up to 90 upwards, from 91 downwards, 255 one sign under the other. */
export const isUpright = (rotation: number): boolean => (rotation > 45 && rotation <= 90) || rotation > 135;

/** A piece of text of one look. */
export interface Run {
  readonly text: string;
  /** null: that of the cell. */
  readonly font: Font | null;
}

export type StoredValue =
  | { readonly kind: "text"; readonly runs: readonly Run[] }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** As the file itself shows it: in OpenDocument, where a number has its text beside it. */
  | {
      readonly kind: "shown";
      readonly runs: readonly Run[];
      readonly number?: number;
      readonly beside: readonly Beside[];
    }
  /** "#REF!" */
  | { readonly kind: "error"; readonly text: string }
  /** A formula whose result is not stored. */
  | { readonly kind: "waiting" };

/** The number that the cell holds, whatever is shown of it. */
export const numberOf = (value: StoredValue): number | undefined =>
  value.kind === "number" ? value.value : value.kind === "shown" ? value.number : undefined;

/** The text that the cell holds, where it holds one. */
export const textOf = (value: StoredValue): string | undefined =>
  value.kind === "text" || value.kind === "shown" ? value.runs.map(({ text }) => text).join("") : undefined;

export interface StoredCell {
  readonly value: StoredValue;
  readonly style: CellStyle;
  /** The value is the result of a formula. */
  readonly formula?: Formula;
  /** Of its style, before those of the sheet. */
  readonly conditions?: readonly Condition[];
  /** Something else is shown in place of the value: a picture in the cell. */
  readonly replaced?: true;
}

export interface Formula {
  /** As the file writes it; "" where it does not. */
  readonly text: string;
  /** What it does, when it only counts and compares cells. */
  readonly expression?: Expression;
  /** The file asks for its result to be computed again. */
  readonly dirty?: true;
}

/** A condition that may change what a person sees of a cell. */
export interface Condition {
  /** undefined: that would have to be computed. */
  readonly holds: (value: StoredValue) => boolean | undefined;
  readonly change: (style: CellStyle) => CellStyle;
  /** Where it holds, those after it are not looked at. */
  readonly stops?: boolean;
}

/** One that stands over some cells of the sheet. */
export interface ConditionalFormat extends Condition {
  readonly areas: readonly Area[];
}

/** A picture, a chart, a shape or a line over the cells. */
export interface Drawing {
  /** Cells whose content a person does not see whole, where it hides what is under it. */
  readonly areas: readonly Area[];
  readonly hides: boolean;
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
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly drawings: readonly Drawing[];
  /** Of the header and footer of its pages. */
  readonly pageTexts?: readonly string[];
  /** In points; 0: hidden. undefined: as high as what it holds. */
  readonly rowHeight: (row: number) => number | undefined;
  /** In characters; 0: hidden. */
  readonly columnWidth: (column: number) => number;
  /** What a character is: a digit of this font, or so many points. By default, one of the plain font. */
  readonly character?: Pick<Font, "size" | "digitWidth"> | number;
}

/** Lower than this, in points, a row shows nothing; narrower than this, in characters, a column. */
const LOWEST_ROW = 5;
const NARROWEST_COLUMN = 0.7;

export const isRowHidden = ({ rowHeight }: Pick<StoredSheet, "rowHeight">, row: number): boolean =>
  (rowHeight(row) ?? LOWEST_ROW) < LOWEST_ROW;
export const isColumnHidden = ({ columnWidth }: StoredSheet, column: number): boolean =>
  columnWidth(column) < NARROWEST_COLUMN;

export interface Workbook {
  readonly from1904: boolean;
  /** The file asks for all its formulas to be computed again. */
  readonly asksToRecalculate: boolean;
  readonly sheets: readonly StoredSheet[];
}

export const PLAIN_FONT: Font = {
  struck: false,
  position: "baseline",
  colour: null,
  hidden: false,
  size: 11,
  digitWidth: 0.507,
  signs: false,
};

export const PLAIN_STYLE: CellStyle = { font: PLAIN_FONT, fill: null, format: GENERAL, unusual: false };

/** The same, whose text is not shown. */
export const withHiddenText = (style: CellStyle): CellStyle => ({ ...style, font: { ...style.font, hidden: true } });
