/** What was understood: counts, printed changes, and what each cell was read as. */
import type { Cell, Grid, ReadFile } from "./grid.ts";
import { comparePeriods, type Period } from "./period.ts";

/** Police nationale, gendarmerie nationale, both together. */
export type Force = "PN" | "GN" | "ensemble";

/** "IS101", "IST", another id of the nomenclature, or "AUTRE" for any other document received. */
export type StatementId = string;
export const OTHER_STATEMENT: StatementId = "AUTRE";

/** Where a figure comes from. `row` and `column` count from 1 in the grid; `raw` is the cell's own text. */
export interface Provenance {
  readonly file: string;
  readonly part: string;
  readonly row: number;
  readonly column: number;
  readonly raw: string;
  /** The place as a person would say it when row and column do not say it: "page 2, ligne 4". */
  readonly name?: string;
}

/** Where a cell of a table stands. `raw`: another text than its own, as a merged cell's. */
export function placeAt(
  grid: Grid,
  row: number,
  column: number,
  raw = grid.rows[row]?.[column]?.text ?? "",
): Provenance {
  const name = grid.rowNames?.[row];
  return {
    file: grid.file,
    part: grid.part,
    row: row + 1,
    column: column + 1,
    raw,
    ...(name === undefined ? {} : { name }),
  };
}

/** One place in one file: the key that links a figure of the bulletin and its cell on the control sheet. */
export const provenanceKey = (p: Provenance): string => `${p.file}#${p.part}!${p.row}:${p.column}`;

/** normal: a count. The next three: no value, and why. derived: computed by the program from other counts. */
export type Status = "normal" | "missing" | "confidential" | "not-applicable" | "derived";

/** One count, one span of months, one force, one place in one file. */
export interface Observation {
  readonly statement: StatementId;
  /** Id of the nomenclature; null for a line that it does not know: the label then tells it. */
  readonly indicator: string | null;
  /** The line's own text, as sent. */
  readonly label: string;
  /** Family that the line stands under (id of the nomenclature, or its label as sent); null for none. */
  readonly family: string | null;
  /** "line": a count of facts of one kind. "total": a total printed in the statement, shown as sent and never used. */
  readonly kind: "line" | "total";
  readonly force: Force;
  /** No text says it: of another document than the statements, none is shown; of a statement, both are proposed, and a person is asked. */
  readonly forceUnsaid?: true;
  readonly period: Period;
  /** Whole number of facts, 0 or more; null exactly when `status` says why. */
  readonly value: number | null;
  readonly status: Status;
  /** Folder name of the delivery. */
  readonly delivery: string;
  readonly provenance: Provenance;
  /** Where the parts of a derived figure stand. */
  readonly parts?: readonly Provenance[];
}

/** A count of another document than the statements, of which nothing says the months: shown as it was sent, and used nowhere. */
export interface Undated extends Pick<Observation, "label" | "value" | "provenance"> {
  /** null: none is said. */
  readonly force: Force | null;
}

/** A count that is known. */
export type Count = Observation & { readonly value: number };
export const isCount = (o: Observation): o is Count => o.value !== null;

/** Does it enter a series? A printed total and a line of another document are shown as sent, and never used. */
export const entersSeries = (o: Pick<Observation, "kind" | "statement">): boolean =>
  o.kind === "line" && o.statement !== OTHER_STATEMENT;

/** The words or rates that a statement prints beside its counts; checked against them, never counts themselves. */
export type PrintedMeasure = "change" | "change-percent" | "rate" | "other";

export interface PrintedFigure {
  readonly statement: StatementId;
  readonly indicator: string | null;
  readonly label: string;
  readonly family: string | null;
  readonly force: Force;
  readonly measure: PrintedMeasure;
  /** "-16,67 %" => -16.67 (unit: per cent); "+ 5 fait(s)" => 5 (unit: facts) */
  readonly value: number;
  /** Half a unit of the last printed digit: 0.005 for "-16,67 %". */
  readonly precision: number;
  /** The two periods compared (before, after) when the heading tells them. */
  readonly between: readonly [Period, Period] | null;
  readonly delivery: string;
  readonly provenance: Provenance;
}

/** What one cell was read as: the control sheet prints it, cell by cell. */
export type Reading =
  | { readonly kind: "empty" }
  | { readonly kind: "count"; readonly observation: Observation }
  | { readonly kind: "printed"; readonly figure: PrintedFigure }
  /**
   * Title, caption, header, row label. `means`: what it says, in French; "": of a confirmed file, it is not kept; null: it changes no figure.
   * `isPartly`: a title, some of whose words say nothing to the program.
   */
  | {
      readonly kind: "text";
      readonly role: "title" | "caption" | "header" | "label";
      readonly means: string | null;
      readonly isPartly?: true;
    }
  /** Deliberately not used, and why, in French: "rang", "colonne « Observations » ignorée"; "": of a confirmed file, it is not kept. */
  | { readonly kind: "ignored"; readonly why: string }
  /** Shown and named, kept in no table. `why` as above. */
  | { readonly kind: "not-understood"; readonly why: string };

/** It was read, and changes no figure. */
export const hasNoEffect = (reading: Reading | undefined): boolean =>
  reading?.kind === "ignored" || (reading?.kind === "text" && reading.means === null);

/** A grid with what was understood of it; `readings` has the shape of `grid.rows`. */
export interface ReadTable {
  readonly grid: Grid;
  readonly statement: StatementId;
  /** The statement's own quarter or period: the latest that its titles name; null when none does. */
  readonly anchor: Period | null;
  readonly readings: readonly (readonly Reading[])[];
}

/** A cell of a table, with what it was read as; row and column from 0. */
export interface ReadCell {
  readonly cell: Cell;
  readonly reading: Reading;
  readonly row: number;
  readonly column: number;
  readonly place: Provenance;
}
export const cellsOf = ({ grid, readings }: Pick<ReadTable, "grid" | "readings">): readonly ReadCell[] =>
  grid.rows.flatMap((cells, row) =>
    cells.map((cell, column): ReadCell => {
      const reading = readings[row]?.[column] ?? { kind: "empty" };
      return { cell, reading, row, column, place: placeAt(grid, row, column) };
    }),
  );

/** A note of a statement that a person ticked for print, as it was received. */
export interface PrintedNote {
  readonly text: string;
  readonly statement: StatementId;
  readonly delivery: string;
}

/** All that was understood of one file. */
export interface Recognition {
  readonly file: ReadFile;
  readonly tables: readonly ReadTable[];
  readonly observations: readonly Observation[];
  readonly undated: readonly Undated[];
  readonly printed: readonly PrintedFigure[];
  readonly notes?: readonly PrintedNote[];
}

type DatedTable = ReadTable & { readonly anchor: Period };

/**
 * Of each statement, its latest table: one of an earlier year beside it, for comparison, says nothing of where the file belongs. None for a
 * file that is refused or empty, or whose titles name no period.
 */
export function latestTables({ tables, observations }: Recognition): readonly DatedTable[] {
  return observations.length === 0 ? [] : latestOf(tables);
}

/** The same, of a file that is still to be read too. */
export function latestOf(tables: Recognition["tables"]): readonly DatedTable[] {
  const dated = tables.flatMap((table): DatedTable[] =>
    table.anchor && table.statement !== OTHER_STATEMENT ? [{ ...table, anchor: table.anchor }] : [],
  );
  return [...Map.groupBy(dated, (table) => table.statement).values()].map((own) =>
    own.reduce((a, b) => (comparePeriods(b.anchor, a.anchor) > 0 ? b : a)),
  );
}
