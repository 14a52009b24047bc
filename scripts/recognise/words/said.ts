/** What a text says, in facets: which statement, period, force, measure, and what is left unexplained. */
import type { Force, StatementId } from "../../model/observation.ts";
import type { Dimension, Measure, Mention } from "../../nomenclature/index.ts";
import type { EndDay, PeriodPart } from "./period-part.ts";

/** Of a title or a label, no more characters are understood: nobody writes longer ones. */
export const LONGEST = 500;

/** What one text says, or the texts along one axis together. */
export interface Said {
  readonly statements: readonly StatementId[];
  readonly periods: readonly PeriodPart[];
  readonly force: Force | null;
  /** "Total", "Ensemble total": of forces, of months or of lines, as its neighbours say. */
  readonly total: boolean;
  readonly measure: Measure | null;
  readonly dimension: Dimension | null;
  /** The operator has said to ignore it. */
  readonly ignored: boolean;
}

export const NOTHING_SAID: Said = {
  statements: [],
  periods: [],
  force: null,
  total: false,
  measure: null,
  dimension: null,
  ignored: false,
};

/** A piece of a text between its dashes, colons and brackets, in lower case and without accents. */
export interface Segment {
  readonly text: string;
  /** It stands before the statement's name: "CPN VALMONT - IS 101". */
  readonly beforeName: boolean;
}

/** What one text says, and what of it is not understood. */
export interface Facets extends Said {
  /** What is left of it once statements, periods and the operator's words are out, in its order. */
  readonly segments: readonly Segment[];
  /** The operator has said that it names the commune. */
  readonly ours: boolean;
  /** Ranges of days and the like, which are no span of whole months. */
  readonly unreadable: readonly string[];
  /** Days after which nothing is counted: "arrêté au 15 mars 2026". */
  readonly until: readonly EndDay[];
  /** Words that say nothing we know. Empty: the text is understood whole. */
  readonly residual: string;
  /** What some of its words tell, whatever stands beside them: "Mains courantes" is a part of the facts. */
  readonly mentions: readonly Mention[];
  /** A force stands among words that are not understood: "Direction de la Police nationale du …". */
  readonly weakForce: Force | null;
  /** The operator has said how to read it: it is in no doubt. */
  readonly declared: boolean;
  /** The operator has said its period, or to ignore it: a word on its force says nothing of its months. */
  readonly isPeriodTold: boolean;
}

/** An empty text. */
export const NOTHING: Facets = {
  ...NOTHING_SAID,
  segments: [],
  ours: false,
  unreadable: [],
  until: [],
  residual: "",
  mentions: [],
  weakForce: null,
  declared: false,
  isPeriodTold: false,
};

/** Does the text say anything that is known? */
export const saysSomething = (f: Said): boolean =>
  f.statements.length > 0 ||
  f.periods.length > 0 ||
  f.force !== null ||
  f.total ||
  f.measure !== null ||
  f.dimension !== null;

/** Is every word of it known? */
export const isExplained = (f: Facets): boolean => f.residual === "" && f.unreadable.length === 0;

/** Does it say something, and is every word of it known? */
export const isUnderstood = (f: Facets): boolean => saysSomething(f) && isExplained(f);

/** Numbers under no word for a measure are counts. */
export const isCount = ({ measure }: Pick<Said, "measure">): boolean => measure === null || measure === "count";

/** "Statistiques - Police", "Suivi de la délinquance": no letterhead is called so. */
export const isNamedAfterFigures = ({ mentions }: Pick<Facets, "mentions">): boolean =>
  mentions.includes("document") || mentions.includes("facts");
