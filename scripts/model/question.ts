/**
 * What a person is asked about a file: a value of ids, places and received texts. No sentence is in it: the French of a question and of its
 * choices stands in lectures/question-words.ts, and is called only where it is shown.
 */
import type { Provenance, StatementId } from "./observation.ts";

/** What is not known of a place of the file. Append-only: stored answers bear these names. */
export const QUESTION_KINDS = [
  "force", //     whose facts: police, gendarmerie, both
  "line", //      which indicator a line is
  "period", //    which months
  "place", //     is it the commune?
  "statement", // which statement
  "head", //      what a heading, or a text beside a label, says of the figures
  "text", //      does a text at the figures change them?
  "name", //      does a text name a person?
  "copy", //      are figures that were sent before those of this period?
  "remark", //    is a remark on how the statement is made understood? Never asked either
  "note", //      is a note printed? Never asked: a person takes it by its id
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/**
 * What may be answered: an indicator, a statement or a Force by its id, a period by its key ("2026-01/2026-03"), or one of these.
 * Append-only as well.
 */
export const CHOICES = {
  count: "count",
  change: "change",
  rate: "rate",
  /** Of a heading: something else than facts. */
  other: "other",
  commune: "commune",
  /** The text says nothing of the figures: they are those of all the facts. */
  noEffect: "no-effect",
  /** A line that is none of the nomenclature's: kept under its own label. */
  asSent: "as-sent",
  /** The text names nobody: it may be printed. */
  nobody: "nobody",
  /** The figures sent again are those of this period all the same. */
  own: "own",
  /** What it stands over is not taken; a name is not printed. */
  leaveOut: "leave-out",
  /** A remark is told no more while its gap grows no larger. */
  understood: "understood",
  /** A note is printed under our table. */
  print: "print",
  /** What it stands over is not taken, and the service is asked. */
  unknown: "unknown",
} as const;
export type ChoiceId = string;

/** Figures that are taken by nobody: a person left them out, or could not tell what they are. */
export interface Aside extends Pick<Asking, "kind" | "text"> {
  readonly choice: ChoiceId;
}
export const isAside = ({ choice }: Pick<Aside, "choice">): boolean =>
  choice === CHOICES.leaveOut || choice === CHOICES.unknown;

/** A doubt, as the rule that finds it says it. */
export interface Asking {
  readonly kind: QuestionKind;
  /** As received: a title, a heading, a label; "" when no one text is the cause; of a copy, the key of its period. */
  readonly text: string;
  readonly may: readonly ChoiceId[];
  /** Of a line. */
  readonly statement?: StatementId | null;
  /** The one that other words make likely: shown as such, never taken without a word. */
  readonly proposal?: ChoiceId;
}

export interface Question extends Asking {
  /** Stable from one run to the next: of the file, the place, the kind and the text. */
  readonly id: string;
  /** Path of the file in the data folder. */
  readonly file: string;
  /** None: of the file as a whole. */
  readonly places: readonly Provenance[];
  /** Of a line. */
  readonly statement: StatementId | null;
  /** The text is written as a person's name is. */
  readonly likeName: boolean;
  /** Of a remark: its gap. */
  readonly bound?: number;
  /** "lines-3f9a21c0": the list of unknown lines of its file, which one answer settles; null: it is answered alone. */
  readonly list: string | null;
}
