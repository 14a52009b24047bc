/** What can be said of each series: numbers and closed words; no sentence. */
import type { SeriesBreak } from "./nomenclature.ts";
import type { Force, Observation, Provenance, StatementId } from "./observation.ts";
import type { Period } from "./period.ts";
import type { Revision } from "./revision.ts";

/** A figure as known at a delivery. `from`: the cells that it rests on, one when it was sent, several when it is derived. */
export interface Figure {
  readonly period: Period;
  /** null: not known; `status` says why. */
  readonly value: number | null;
  readonly status: Observation["status"];
  readonly from: readonly Provenance[];
}

/**
 * With the same span of the year before alone (shown, never tested: one earlier count is too noisy a reference), or with those of up to
 * five earlier years pooled (tested: the words come from it).
 */
export type ComparisonKind = "quarter" | "quarter-pooled" | "cumulative" | "cumulative-pooled" | "rolling-year";

/**
 * The ladder of words, from a p to a word: analyse/methods/ladder.ts; from a word to French: compose/words/words.ts.
 * not-tested: a figure is missing or a break in series stands between. none: no fact in either period.
 */
export type ReadingWord =
  | "not-tested"
  | "none"
  | "too-few"
  | "no-clear-change"
  | "rise"
  | "fall"
  | "marked-rise"
  | "marked-fall";

export interface Comparison {
  readonly kind: ComparisonKind;
  /** `values`: one a period; `value`: their sum, null when one is not known. */
  readonly before: {
    readonly periods: readonly Period[];
    readonly values: readonly (number | null)[];
    readonly value: number | null;
  };
  readonly after: { readonly periods: readonly Period[]; readonly value: number | null };
  /** Number of spans pooled in `before`: the exposures are exposure : 1. */
  readonly exposure: number;
  /** How many facts are counted for one (methods/dispersion.ts); null when not tested, as the next three. */
  readonly phi: number | null;
  /** Central p, unrounded. */
  readonly p: number | null;
  /** Adjusted for all the lines that it is judged among (table.ts). */
  readonly pAdjusted: number | null;
  /** 95 % interval of the rate after / before; `high` null when unbounded. The whole is null when not tested. */
  readonly ratio: { readonly low: number; readonly high: number | null } | null;
  readonly reading: ReadingWord;
  /** The break in series that forbids the comparison. */
  readonly acrossBreak: SeriesBreak | null;
}

/** Prediction interval of a quarter, whole numbers, both ends included. */
export interface ExpectedRange {
  readonly low: number;
  readonly high: number;
  readonly method: "poisson" | "negative-binomial";
  /** Earlier quarters it rests on. */
  readonly basis: readonly Period[];
}

/** One quarter of the series, oldest first, no gap: a quarter that is not held has value null. */
export interface SeriesPoint {
  readonly figure: Figure;
  readonly rolling: Figure;
  readonly range: ExpectedRange | null;
  /** Where the count stands against its range. */
  readonly position: "inside" | "above" | "below" | "unknown";
  /** A break in series starts with this quarter. */
  readonly breakBefore: SeriesBreak | null;
}

export interface Trend {
  /** Yearly rate of change, 0.08 = +8 % a year, with its 95 % interval. */
  readonly yearly: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
  readonly quarters: number;
  /** quasi-poisson: the counts vary more than Poisson's, and the interval is widened accordingly. */
  readonly method: "poisson" | "quasi-poisson";
  /** It stands out among all the trends of the bulletin, and holds without the bulletin's own quarter. */
  readonly told: boolean;
}

/** Does the series vary around one level? */
export interface RunChart {
  /** Mean count of a quarter. */
  readonly centre: number;
  /** Anhøj: a run too long, or crossings too few, in twelve quarters or more. */
  readonly shift: boolean;
}

/** Rate of the rolling year per 1 000 inhabitants or dwellings. */
export interface Rate {
  readonly value: number;
  readonly denominator: "habitants" | "logements";
  readonly count: number;
  readonly size: number;
  /** Year of the denominator. */
  readonly year: number;
}

/** Everything about one line and one force, as known at one delivery, for one quarter. */
export interface Analysis {
  readonly statement: StatementId;
  readonly indicator: string | null;
  readonly label: string;
  readonly unit: string | null;
  readonly family: string | null;
  /** A family of IST, or a line. */
  readonly level: "family" | "line";
  readonly force: Force;
  readonly quarter: Figure;
  readonly quarterBefore: Figure;
  readonly cumulative: Figure;
  readonly cumulativeBefore: Figure;
  readonly rolling: Figure;
  readonly rollingBefore: Figure;
  /** null: no date in the settings, or no whole quarter since. */
  readonly mandate: Mandate | null;
  readonly comparisons: readonly Comparison[];
  /** Of a family that stands out: the only one of its lines that does, and without which it would not; else null. */
  readonly dueTo: string | null;
  /** Of the quarter itself. */
  readonly range: ExpectedRange | null;
  readonly position: SeriesPoint["position"];
  readonly series: readonly SeriesPoint[];
  readonly trend: Trend | null;
  readonly chart: RunChart | null;
  readonly rate: Rate | null;
  readonly breaks: readonly SeriesBreak[];
}

export const comparisonOf = (analysis: Analysis, kind: ComparisonKind): Comparison | undefined =>
  analysis.comparisons.find((comparison) => comparison.kind === kind);
/** The comparison whose word the bulletin prints: with the earlier years together. */
export const readingOf = (analysis: Analysis): Comparison | undefined => comparisonOf(analysis, "quarter-pooled");

/** The whole quarters since the mandate began, added up, beside the same quarters as many years earlier as it takes to be before them. */
export interface Mandate {
  readonly after: Figure;
  readonly before: Figure;
  /** Quarters of `after` that are known; its value is null as long as one is not. */
  readonly known: number;
  /** The break in series that forbids the sum, or the comparison. */
  readonly acrossBreak: SeriesBreak | null;
}

/** A yearly rate of a public base, for context. */
export interface ReferenceRate {
  readonly indicator: string;
  readonly territory: string;
  readonly year: number;
  /** Per 1 000 inhabitants or dwellings. */
  readonly rate: number;
  readonly denominator: "habitants" | "logements";
  /** "SSMSI, base départementale, édition …", and the file it was read from. */
  readonly source: string;
}

/** What the words of a bulletin rest on. */
export interface Tests {
  /** How many times more the counts of this town vary than independent facts would: quarters, and counts since January. */
  readonly phi: { readonly quarter: number; readonly cumulative: number };
  /** Lines whose quarter was tested. */
  readonly lines: number;
  /** Earlier years that most of them are compared with. */
  readonly years: number;
}

/** All that compose needs to speak of one quarter. */
export interface QuarterAnalysis {
  readonly quarter: Period;
  /** Deliveries known at that time, oldest first. */
  readonly deliveries: readonly string[];
  /** In the order of the nomenclature, unknown lines last; per line: ensemble, PN, GN, as far as held. */
  readonly analyses: readonly Analysis[];
  /** Totals printed in the statements of the quarter, shown as sent. */
  readonly printedTotals: readonly Observation[];
  readonly revisions: readonly Revision[];
  readonly references: readonly ReferenceRate[];
  readonly tests: Tests;
  /**
   * What the test can see: the smallest count that a line of `before` facts a quarter must reach to be announced as a rise, alone and as one
   * more line of this bulletin, with as many earlier years as most of its lines.
   */
  readonly power: readonly { readonly before: number; readonly alone: number; readonly among: number }[];
}
