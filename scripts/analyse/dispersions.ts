/** How much the counts of this town vary, over quarters and over years: around their mean, or around the course of a line that has one. */
import { type Analysis, comparisonOf, type Tests } from "../model/analysis.ts";
import { monthOf } from "../model/period.ts";
import { sinceLastBreak } from "./breaks.ts";
import { POOLED_YEARS } from "./comparisons.ts";
import { dispersionAlong, dispersionOf, type Group, lineDispersion } from "./methods/dispersion.ts";

/** The quarters that may hold a change that lasts: φ is that of the quarters before them. */
const LATEST_QUARTERS = 4;

/** Of the courses: no mean is asked of lines that may have one. @param mains of each line its main analysis */
export const courseDispersion = (mains: readonly Analysis[]): number =>
  Math.max(...[seasonsOf, (a: Analysis) => [yearsOf(a)]].map((of) => dispersionAlong(leavesOf(mains).flatMap(of))));

/** Of the quarters and of the years, once the courses are known. */
export function dispersions(mains: readonly Analysis[]): Pick<Tests["phi"], "quarter" | "year"> {
  const leaves = leavesOf(mains);
  const flat = leaves.filter((a) => !hasCourse(a));
  const moving = leaves.filter(hasCourse);
  const quarter = dispersionOf(flat.flatMap(seasonsOf), moving.flatMap(seasonsOf));
  return { quarter, year: Math.max(quarter, dispersionOf(flat.map(yearsOf), moving.map(yearsOf))) };
}

/** Of the years of one line. @param town that of all the lines */
export const yearDispersion = (a: Analysis, town: number): number => lineDispersion(yearsOf(a), town, hasCourse(a));

const hasCourse = ({ shape }: Analysis): boolean => shape?.told === true;

/** A family whose lines are held is their sum: its facts would count twice. */
const leavesOf = (mains: readonly Analysis[]): readonly Analysis[] =>
  mains.filter(
    (a) => a.level !== "family" || !mains.some((b) => b.statement === a.statement && b.family === a.indicator),
  );

/** The quarters of one line before the latest four, by season: those of the years that are pooled, since the last break. */
function seasonsOf({ series, breaks }: Analysis): readonly Group[] {
  const earlier = sinceLastBreak(series, breaks)
    .slice(0, -LATEST_QUARTERS)
    .slice(-4 * POOLED_YEARS)
    .map(({ figure }) => figure);
  return [...Map.groupBy(earlier, ({ period }) => monthOf(period.last)).values()].map((season) =>
    season.flatMap(({ value }) => value ?? []),
  );
}

/** The earlier years of twelve months of one line. */
export function yearsOf(a: Analysis): Group {
  const comparison = comparisonOf(a, "rolling-year-pooled");
  if (!comparison || comparison.acrossBreak) return [];
  return comparison.before.values.flatMap((value) => value ?? []);
}
