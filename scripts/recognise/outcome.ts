/** What became of one place of a table: a count, a printed figure, nothing, or two readings. */
import type { Observation, PrintedFigure } from "../model/observation.ts";

/** What became of one place of the table. */
export type Outcome =
  | {
      readonly kind: "count";
      readonly observation: Observation;
      readonly because: readonly string[];
      readonly fromFolder: boolean;
    }
  | { readonly kind: "printed"; readonly figure: PrintedFigure; readonly because: readonly string[] }
  | { readonly kind: "ignored"; readonly why: string }
  /** `subject`: the heading or label that is not understood, so that one issue speaks for all its cells. */
  | {
      readonly kind: "not-understood";
      readonly why: string;
      readonly of: "column" | "row" | "cell";
      readonly subject: string;
    }
  /** Two readings: the table is refused. */
  | { readonly kind: "doubt"; readonly text: string; readonly readings: readonly string[] };

export interface PlacedOutcome {
  readonly row: number;
  readonly column: number;
  readonly outcome: Outcome;
}

export type Doubt = Extract<Outcome, { kind: "doubt" }>;
export type NotUnderstood = Extract<Outcome, { kind: "not-understood" }>;
