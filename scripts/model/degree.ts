/**
 * The one scale of a bulletin: how sure a change is. Words, marks, bold, ranges behind curves, tables, the index, the JSON and the workbook
 * all follow it, so that none can say what another does not.
 *
 *   established  « établi » : of a hundred bulletins in which nothing has changed, at most five hold any
 *   to-follow    « à suivre » : at most fifteen hold any; to be confirmed by what comes next
 *   ordinary     « ordinaire » : nothing is said of it, and it carries no mark
 *
 * From numbers to a degree: analyse/methods/degree.ts. From a degree to French: VERDICT_WORDS below, compose/words/verdicts.ts for sentences.
 */
export type Degree = "established" | "to-follow" | "ordinary";
export type Direction = "rise" | "fall";

/** not-judged: a figure is missing or a break in series stands between. none: no fact in any of the periods. */
export type Verdict = "not-judged" | "none" | "ordinary" | `${Direction}-${"to-follow" | "established"}`;

export const degreeOf = (verdict: Verdict): Degree =>
  verdict.endsWith("-established") ? "established" : verdict.endsWith("-to-follow") ? "to-follow" : "ordinary";

export const directionOf = (verdict: string): Direction | null =>
  verdict.startsWith("rise-") ? "rise" : verdict.startsWith("fall-") ? "fall" : null;

/** Is anything said of it? */
export const isAnnounced = (verdict: Verdict): boolean => directionOf(verdict) !== null;

/** The surest first. */
const RANK: Readonly<Record<Degree, number>> = { established: 0, "to-follow": 1, ordinary: 2 };
export const compareDegrees = (a: Degree, b: Degree): number => RANK[a] - RANK[b];

/** As tables, charts and the workbook say it. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  "rise-established": "hausse établie",
  "fall-established": "baisse établie",
  "rise-to-follow": "hausse à suivre",
  "fall-to-follow": "baisse à suivre",
  ordinary: "ordinaire",
  none: "aucun fait",
  "not-judged": "non comparable",
};
