/** A paper to sign, as data: the annex of the entitled persons, the sheet of a distribution, the elimination list. */

export interface PaperToSign {
  readonly title: string;
  readonly subtitle: string;
  /** Printed at the head of every page: a sheet of paper may be found alone. */
  readonly marking: string;
  readonly before: readonly string[];
  readonly tables: readonly TableToSign[];
  readonly after: readonly string[];
  /** Boxes to date and sign, side by side. */
  readonly signatures: readonly string[];
}

export interface TableToSign {
  /** Above it, where there is more than one. */
  readonly heading?: string;
  /** `share`: part of the width, in any unit. */
  readonly columns: readonly { readonly label: string; readonly share: number }[];
  /** Empty cells are left to be filled in by hand. */
  readonly rows: readonly (readonly string[])[];
}
