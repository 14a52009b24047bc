/** What is said of one line: its quarter, its last twelve months, its course; and its one sign, that of the surest of them, wherever it stands. */
import { type Analysis, type Comparison, lastingOf, readingOf, type Shape } from "../../model/analysis.ts";
import {
  compareDegrees,
  type Degree,
  type Direction,
  degreeOf,
  directionOf,
  type Verdict,
} from "../../model/degree.ts";

export interface Said {
  readonly degree: Degree;
  readonly direction: Direction;
  readonly sign: Verdict;
  /** Of the quarter and of twelve months, when they are announced. */
  readonly quarter: Comparison | null;
  readonly year: Comparison | null;
  /** A course over the years, when it is told. */
  readonly shape: Shape | null;
  /** A course that this quarter goes against: it is what came before, and no news. */
  readonly denied: Shape | null;
}

/** null: nothing is said of it. */
export function saidOf(a: Analysis): Said | null {
  const told = (comparison: Comparison | undefined): Comparison | null =>
    comparison && directionOf(comparison.verdict) !== null ? comparison : null;
  const course = a.shape?.told ? a.shape : null;
  const [shape, denied] = course?.denied ? [null, course] : [course, null];
  const [quarter, lasting] = [told(readingOf(a)), told(lastingOf(a))];
  // Twelve months that still follow a course which the quarter goes against are no news either.
  const year = lasting && denied && directionOf(lasting.verdict) === courseDirection(denied) ? null : lasting;
  const [surest] = [quarter, year]
    .flatMap((x) => x ?? [])
    .toSorted((x, y) => compareDegrees(degreeOf(x.verdict), degreeOf(y.verdict)));
  const parts = { quarter, year, shape, denied };
  if (surest) {
    const { verdict } = surest;
    return { ...parts, degree: degreeOf(verdict), direction: directionOf(verdict) ?? "rise", sign: verdict };
  }
  const follow = { ...parts, degree: "to-follow" } as const;
  if (shape) return { ...follow, direction: courseDirection(shape), sign: `${courseDirection(shape)}-to-follow` };
  // What another line of the same facts denies has no sign.
  return denied && { ...follow, direction: courseDirection(denied) === "rise" ? "fall" : "rise", sign: "ordinary" };
}

export const courseDirection = ({ change }: Shape): Direction => (change > 0 ? "rise" : "fall");
