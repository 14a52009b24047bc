/** Tables as they are printed. */
import type { Sparkline, SpreadStrip } from "../chart.ts";
import type { Verdict } from "../degree.ts";

export interface TableColumn {
  readonly id: string;
  readonly label: string;
  /** Heading over several columns that follow each other. */
  readonly group?: string;
  readonly kind: "label" | "text" | "number" | "sparkline";
  /** A quarter among others in their order: it stays even where nothing is known of it. */
  readonly isOfAxis?: true;
}

export interface TableCell {
  readonly text: string;
  /** For sorting on screen; null sorts last. */
  readonly sort?: number | null;
  /** provenanceKey of the cells it comes from: links to the control sheet. */
  readonly from?: readonly string[];
  readonly sparkline?: Sparkline;
  readonly spread?: SpreadStrip;
  /** Its mark stands beside the number. */
  readonly mark?: Verdict;
  /** strong (bold): what is announced, a check that fails; muted: nothing to tell. */
  readonly emphasis?: "strong" | "muted";
}

export interface TableRow {
  /** Key for the filter by line: indicator or folded label. */
  readonly line: string;
  /** 0: a line or a family; 1: a sub-line, set back. */
  readonly level: 0 | 1;
  /** A heading over the rows that follow: "Véhicules". It stands alone in its row. */
  readonly isTheme?: true;
  /** One a column; the first is the row's heading. */
  readonly cells: readonly TableCell[];
}

/** `id` is "t1", "t2" …: the number of the table. Its cells have ids too, to which the control sheet links: tableCells. */
export interface Table {
  readonly id: string;
  /** What it shows: "Faits enregistrés par type d'infraction, 1er trimestre 2026". Numbered by compose: « Tableau 1 ». */
  readonly number: number;
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly champ: string;
  readonly source: string;
  readonly notes?: readonly string[];
}
