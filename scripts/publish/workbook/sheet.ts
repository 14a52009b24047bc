/** A sheet of the workbook, as plain data: what it holds, not how a file holds it. */

export type Value =
  /** `to`: name of the sheet that it leads to. `set`: back, a sub-line; title, the title of the sheet. */
  | { readonly text: string; readonly to?: string; readonly set?: "back" | "title" }
  /** `format` as spreadsheets write it: "#,##0". `strong`: bold; a column of words says the same. */
  | { readonly number: number; readonly format: string; readonly strong?: true };

export interface SheetColumn {
  /** Unique in its table, and never empty. */
  readonly head: string;
  /** One a row; all columns of a table have as many. */
  readonly values: readonly Value[];
}

export interface Sheet {
  /** At most 31 characters, none of []:*?/\ ; unique in the workbook. */
  readonly name: string;
  /** The first is the title, in A1; the table, when there is one, follows the last. */
  readonly lines: readonly Value[];
  /** Its head and its first column stay in view. */
  readonly columns?: readonly SheetColumn[];
}
