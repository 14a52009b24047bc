/** What became of one place of a table: a count, a printed figure, nothing, or two readings. */
import type { Observation, PrintedFigure, Undated } from "../../model/observation.ts";
import type { Asking } from "../../model/question.ts";
import { type Elsewhere, sayPlace } from "../words/place-said.ts";

/** What became of one place of the table. */
export type Outcome =
  | {
      readonly kind: "count";
      readonly observation: Observation;
      readonly fromFolder: boolean;
      /** What says its force: a row or column of its table, a text around it, or nothing. */
      readonly forceBy: "table" | "around" | "nothing";
      /** Something says that it is of the commune. */
      readonly isPlaced: boolean;
      /** What says that it runs since January, or over twelve months: "Cumul 2026"; null for a count of its own months. */
      readonly running: string | null;
    }
  | { readonly kind: "printed"; readonly figure: PrintedFigure }
  | { readonly kind: "ignored"; readonly why: string }
  /** Understood, and of another place than the commune. `text` names it, `why` says what it is. */
  | { readonly kind: "elsewhere"; readonly text: string; readonly why: string; readonly of: "table" | "column" | "row" }
  /** `subject`: the heading or label that is not understood, so that one issue speaks for all its cells. */
  | {
      readonly kind: "not-understood";
      readonly why: string;
      readonly of: "column" | "row" | "cell";
      readonly subject: string;
      /** The subject is the text of a cell: the settings can say to ignore it, or how to read it. */
      readonly teachable?: true;
      /** What a person may say of it otherwise. */
      readonly asks?: Asking;
      /** A count all the same, of another document, whose months nothing says. */
      readonly undated?: Undated;
    }
  /** `text` may be read in two ways ("": no one text is the cause): the table is refused. */
  | {
      readonly kind: "doubt";
      readonly text: string;
      /** In French, after « … n'est pas lu »; null: the question says it. */
      readonly why: string | null;
      /** What a person may say of the text; absent: only another file can settle it. */
      readonly asks?: Omit<Asking, "text">;
      /** What else to do than to answer, or to ask for another file. */
      readonly hint?: string | undefined;
    };

export interface PlacedOutcome {
  readonly row: number;
  readonly column: number;
  readonly outcome: Outcome;
}

/** Those of one kind, where they stand. */
export const ofKind = <K extends Outcome["kind"]>(outcomes: readonly PlacedOutcome[], kind: K) =>
  outcomes.filter(
    (o): o is PlacedOutcome & { readonly outcome: Extract<Outcome, { kind: K }> } => o.outcome.kind === kind,
  );

export type Count = Extract<Outcome, { kind: "count" }>;
export const countsIn = (outcomes: readonly PlacedOutcome[]): readonly Count[] =>
  ofKind(outcomes, "count").map((o) => o.outcome);

export type Doubt = Extract<Outcome, { kind: "doubt" }>;
export type NotUnderstood = Extract<Outcome, { kind: "not-understood" }>;

/** A doubt that a person settles. */
export const asking = (text: string, asks: Omit<Asking, "text">, hint?: string): Doubt => ({
  ...{ kind: "doubt", text, why: null, asks, hint },
});

/** One that only another file settles. */
export const doubtful = (text: string, why: string, hint?: string): Doubt => ({ kind: "doubt", text, why, hint });

export const notUnderstood = (
  of: NotUnderstood["of"],
  subject: string,
  why: string,
  more: Pick<NotUnderstood, "teachable" | "undated" | "asks"> = {},
): NotUnderstood => ({ kind: "not-understood", why, of, subject, ...more });

/** A number of a place that is not the commune. */
export const ofOtherPlace = (said: Elsewhere, of: "table" | "column" | "row" = "table") =>
  ({ kind: "elsewhere", text: said.text, why: sayPlace(said), of }) as const;
