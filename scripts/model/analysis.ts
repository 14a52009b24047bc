/** What can be said of each series: numbers and closed words; no sentence. */
import type { Verdict } from "./degree.ts";
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
export type ComparisonKind = "quarter" | "quarter-pooled" | "cumulative" | "rolling-year" | "rolling-year-pooled";

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
  /** What the course of the line gives for the span: it is compared with that, and not with `before`; null without a course. */
  readonly expected?: number | null;
  /** How many facts are counted for one (methods/dispersion.ts); null when not tested, as the next three. */
  readonly phi: number | null;
  /** Central p, unrounded. */
  readonly p: number | null;
  /** Adjusted for all the lines that it is judged among (analyse/judge.ts). */
  readonly pAdjusted: number | null;
  /**
   * Interval of the rate after / before, at 95 %, wider where the line is announced (methods/count-test.ts); `high` null when unbounded. The whole
   * is null when not tested.
   */
  readonly ratio: { readonly low: number; readonly high: number | null } | null;
  readonly verdict: Verdict;
  /** The break in series that forbids the comparison. */
  readonly acrossBreak: SeriesBreak | null;
}

/** The counts of which nothing would be announced, whole numbers, both ends included. `low` 0: no fall could be. */
export interface OrdinaryRange {
  readonly low: number;
  readonly high: number;
}

/** One quarter of the series, oldest first, no gap: a quarter that is not held has value null. */
export interface SeriesPoint {
  readonly figure: Figure;
  readonly rolling: Figure;
  /** Null without an earlier year to compare with. Of an earlier quarter: by the threshold of this bulletin. */
  readonly range: OrdinaryRange | null;
  /** What the course that is told of the line gives for this quarter; null without one. */
  readonly level?: Level | null;
  /** A break in series starts with this quarter. */
  readonly breakBefore: SeriesBreak | null;
}

/** What the quarters before the bulletin's own show over three years or more: a course, or one change of level. */
export interface Shape {
  /** changed: the level is another one, and neither a trend nor a step says it clearly better. */
  readonly kind: "trend" | "step" | "changed";
  /** Of a step: the likeliest first quarter of the new level. Else the first quarter of the series. */
  readonly since: Period;
  /** Of a step: the first quarters of the new level that are as likely as not; null: it is too young for a date. */
  readonly between: { readonly first: Period; readonly last: Period } | null;
  /** Rate of change, 0.08 = +8 %, with its interval (95 %, wider where it is told): a year, for a trend; else from the level before to the one after. */
  readonly change: number;
  readonly low: number;
  readonly high: number;
  /** Bonferroni over the courses that were tried: one trend, each step. */
  readonly p: number;
  readonly quarters: number;
  /** It stands out among those of all the lines of the bulletin. */
  readonly told: boolean;
  /** The bulletin's own quarter goes against it, of this line or of another that counts the same facts: it is no news that it goes on. */
  readonly denied?: true;
}

/** A level of a quarter, and how many facts would give it as surely. */
export interface Level {
  readonly mean: number;
  readonly facts: number;
}

/** Rate of the rolling year per 1 000 inhabitants or dwellings. */
export interface Rate {
  readonly value: number;
  /** 95 % interval of the count (Garwood), as rates. */
  readonly low: number;
  readonly high: number;
  /** As wide as comparing it asks for: facts counted φ for one, 95 % for all the lines that are compared together (analyse/rates.ts). */
  readonly wide?: { readonly low: number; readonly high: number };
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
  /** Its facts are told one by one: it is never judged. */
  readonly grave: boolean;
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
  readonly series: readonly SeriesPoint[];
  readonly shape: Shape | null;
  readonly rate: Rate | null;
  readonly breaks: readonly SeriesBreak[];
}

export const comparisonOf = (analysis: Analysis, kind: ComparisonKind): Comparison | undefined =>
  analysis.comparisons.find((comparison) => comparison.kind === kind);
/** The quarter with the earlier years together. */
export const readingOf = (analysis: Analysis): Comparison | undefined => comparisonOf(analysis, "quarter-pooled");
/** What lasts: the last twelve months with the earlier years together. */
export const lastingOf = (analysis: Analysis): Comparison | undefined => comparisonOf(analysis, "rolling-year-pooled");
/** Of the bulletin's own quarter. */
export const rangeOf = (analysis: Analysis): OrdinaryRange | null => analysis.series.at(-1)?.range ?? null;

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
  /** How many times more the counts of this town vary than independent facts would: quarters, years of twelve months, years around their course. */
  readonly phi: { readonly quarter: number; readonly year: number; readonly course: number };
  /** Lines whose quarter was tested. */
  readonly lines: number;
  /** Earlier years that most of them are compared with. */
  readonly years: number;
  /** The p under which the quarter of one more line would be announced. */
  readonly threshold: number;
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
  /** What the test can see: for a line of `before` facts a quarter, the smallest count announced as a rise, the greatest as a fall (null: none). */
  readonly power: readonly { readonly before: number; readonly rise: number; readonly fall: number | null }[];
}
