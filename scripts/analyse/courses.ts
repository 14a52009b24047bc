/** The course of each line over three years or more: which may be told, and the level that it gives for each quarter. */
import type { Analysis, SeriesPoint } from "../model/analysis.ts";
import { quarterNumber } from "../model/period.ts";
import { sinceLastBreak } from "./breaks.ts";
import { courseDispersion, yearsOf } from "./dispersions.ts";
import { LEVELS } from "./methods/degree.ts";
import { lineDispersion } from "./methods/dispersion.ts";
import { type Fitted, type KnownQuarter, levelsOf, shapeOf, withReach } from "./methods/shape.ts";

/**
 * The bulletin's own quarter is left out: it must not be that quarter that makes it. Told: under the level, Bonferroni over all the lines that have one;
 * its interval is then that of a chosen one (methods/count-test.ts).
 * @param lines analyses of one line each, its main one first: that one alone has a shape.
 */
export function withCourses(lines: readonly (readonly Analysis[])[]): {
  readonly lines: readonly (readonly Analysis[])[];
  readonly phi: number;
} {
  const mains = lines.flatMap((line) => line.slice(0, 1)).filter(({ grave }) => !grave);
  const phi = courseDispersion(mains);
  const ofLine = (a: Analysis): number => lineDispersion(yearsOf(a), phi, true);
  const fitted = new Map(mains.map((a) => [a, shapeOf(quartersBefore(a), ofLine(a))] as const));
  const shapes = [...fitted.values()].filter((shape) => shape !== null);
  const isTold = ({ p }: Fitted): boolean => p * shapes.length < LEVELS.shape.toFollow;
  const share = shapes.filter(isTold).length / Math.max(1, shapes.length);
  const withCourse = (a: Analysis): Analysis => {
    const shape = fitted.get(a);
    if (!shape) return a;
    const told = isTold(shape);
    const { error: _, start: __, isUsual, ...known } = told ? withReach(shape, share) : shape;
    return { ...a, shape: { ...known, told }, series: told && isUsual ? withLevels(a, shape, ofLine(a)) : a.series };
  };
  return { lines: lines.map((line) => line.map(withCourse)), phi };
}

/** Those since the last break, numbered from it. */
function quartersBefore({ series, breaks }: Analysis): readonly KnownQuarter[] {
  return sinceLastBreak(series, breaks)
    .map(({ figure: { period, value } }, time) => ({ period, time, value }))
    .slice(0, -1)
    .flatMap(({ period, time, value }) => (value === null ? [] : [{ period, time, count: value }]));
}

function withLevels(a: Analysis, shape: Fitted, phi: number): readonly SeriesPoint[] {
  const known = sinceLastBreak(a.series, a.breaks);
  const first = a.series.length - known.length;
  const levelAt = levelsOf(quartersBefore(a), shape, phi);
  return a.series.map((point, i) =>
    i < first ? point : { ...point, level: levelAt({ time: i - first, season: quarterNumber(point.figure.period) }) },
  );
}
