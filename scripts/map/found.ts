/** A later file beside a map: where its tables stand in it, and what is not as it was confirmed. */
import type { Grid } from "../model/grid.ts";
import type { Provenance } from "../model/observation.ts";
import type { Period } from "../model/period.ts";
import type { ReadText } from "../model/received.ts";
import type { At, MapOfFile, MapOfTable } from "./map.ts";
import type { MonthsGone } from "./months-held.ts";
import type { Placed } from "./placed.ts";

/** A place of the confirmed file: which of its tables, row, column. */
export type WasAt = readonly [table: number, ...At];

/** What is not as it was confirmed. `text`: as received; `was`: its place in the confirmed file. */
export type News =
  | { readonly is: "format" | "name" }
  | { readonly is: "part" | "part-gone" | "part-named" | "part-hidden"; readonly part: string }
  /** A text in a margin, a box, a comment; of one that is gone, its shape. */
  | { readonly is: "beside-table" | "beside-table-gone"; readonly text: string }
  /** Of these months, which the template holds each quarter, no figure of the force is there. */
  | ({ readonly is: "months-gone" } & MonthsGone)
  | { readonly is: "column" | "column-moved" | "row" | "row-moved"; readonly text: string; readonly place: Provenance }
  | { readonly is: "column-gone" | "row-gone"; readonly was: WasAt }
  | CellNews;

export interface CellNews {
  /** dates: no months that its place may mean are said. blank: many facts stood there. meaning: it is read as another figure. */
  readonly is: "new" | "gone" | "changed" | "beside" | "mark" | "dates" | "blank" | "meaning";
  readonly text: string;
  readonly place: Provenance;
  readonly was: WasAt;
}

/** A table of a later file beside its map. */
export interface FoundTable {
  readonly map: MapOfTable;
  /** Which of its file's. */
  readonly of: number;
  readonly grid: Grid;
  readonly rows: Placed;
  readonly columns: Placed;
  /** Its texts, as the map knows them. */
  readonly read: (text: string) => ReadText;
  /** Of the confirmed file, and of the later one. */
  readonly quarters: { readonly from: Period; readonly to: Period; readonly delivery: string };
  /** Places of figures were left empty: others are, each quarter. */
  readonly hasBlanks: boolean;
  /** A sheet a quarter: others of its kind stand beside it, more than were confirmed. */
  readonly isOfSeries: boolean;
}

export interface Found {
  readonly map: MapOfFile;
  readonly tables: readonly FoundTable[];
  readonly news: readonly News[];
}
