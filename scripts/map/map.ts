/** What the places of a file mean, as it was confirmed: ids and numbers, and the texts that say so, without what changes each quarter. */
import type { Format } from "../model/grid.ts";
import type { Force, Observation, PrintedFigure, Reading, StatementId, Undated } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import type { Dated, ReadText } from "../model/received.ts";
import type { Span } from "./spans.ts";
import type { NumberUnit } from "./texts.ts";

/** Row and column of the confirmed grid, from 0. */
export type At = readonly [row: number, column: number];

/**
 * A text that says something of a figure: of its row, over its column, on a line of its own above the table; or, where none of these says
 * more than a year, the name of its part, or of its file.
 */
export type Said = SaidInTable | { readonly by: "part" } | { readonly by: "name" };
export interface SaidInTable {
  readonly by: "row" | "heading" | "line";
  readonly at: At;
  /** Of a number in a cell of its own. */
  readonly unit?: NumberUnit;
}

/** A count that was confirmed, and what finds it again in a later file. */
export interface Counted {
  readonly is: "count";
  readonly of: Observation;
  /** The cell that names its line; null: the label as it was sent. */
  readonly labelAt: At | null;
  /** What its months may be: more than one as long as no later file has told them apart. */
  readonly spans: readonly Span[];
  /** The texts whose dates say its months. */
  readonly datedBy: readonly Said[];
  /** Its table has a place for each quarter or month of the year. */
  readonly isOfYear: boolean;
  /** A total, a family, both forces: nothing there is no zero. */
  readonly isSum: boolean;
}

/** What a figure's place counts, or measures. */
export type Figure =
  | Counted
  | {
      readonly is: "printed";
      readonly of: PrintedFigure;
      readonly labelAt: At | null;
      /** The two counts that it compares. */
      readonly between: readonly [At, At] | null;
    }
  | { readonly is: "undated"; readonly of: Undated; readonly labelAt: At | null };

/**
 * What stands at a place. `beside`: what else is in the cell, without what changes: "struck 11", "unplain texte barré"; "" for nothing.
 * `marks`: those of a figure, "¹".
 */
export type MapCell = { readonly beside: string } & (
  | { readonly is: "empty" }
  | (Figure & { readonly marks: string })
  | (ReadText & { readonly is: "text"; readonly read: Reading })
  /**
   * A number that is none of the figures: a rank, the year of its row. `code`: that of a commune, of a line, or the same on each row;
   * null: it may change. `isNone`: a mark of none.
   */
  | {
      readonly is: "number";
      readonly dates: readonly Dated[];
      readonly code: string | null;
      readonly isNone: boolean;
      readonly read: Reading;
    }
);

/** `force`: null for any; `isOfForce`: a legend names it. */
export interface MarkOfNone {
  readonly mark: string;
  readonly force: Force | null;
  readonly isOfForce: boolean;
}

export const isFigure = ({ is }: MapCell): boolean => is === "count" || is === "printed" || is === "undated";

export interface MapOfTable {
  readonly statement: StatementId;
  readonly anchor: Period | null;
  /** Names of the part and of the file. */
  readonly part: ReadText;
  readonly name: ReadText;
  /** What of it is not shown: all of it, some of its rows and columns. */
  readonly isHidden: boolean;
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly besides: readonly ReadText[];
  /** By which its sealed texts are known again: "#3fa9…" among its shapes. */
  readonly key: string;
  readonly rows: readonly (readonly MapCell[])[];
  /** What stands for no fact in a place of figures: "-", "" for nothing. */
  readonly marksOfNone: readonly MarkOfNone[];
}

export interface MapOfFile {
  /** Path of the confirmed file. */
  readonly of: string;
  readonly format: Format | null;
  readonly name: ReadText;
  /** Of the delivery that it was confirmed for. */
  readonly quarter: Period;
  readonly tables: readonly MapOfTable[];
}
