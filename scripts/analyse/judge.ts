/** The comparisons are tested with the bulletin's φ, adjusted together, and given their degree. */
import {
  type Analysis,
  type Comparison,
  type ComparisonKind,
  comparisonOf,
  type Level,
  readingOf,
  type Tests,
} from "../model/analysis.ts";
import { directionOf } from "../model/degree.ts";
import { sinceLastBreak } from "./breaks.ts";
import { POOLED_YEARS } from "./comparisons.ts";
import { dispersions, yearDispersion } from "./dispersions.ts";
import { centralP, type Pair, ratioOf } from "./methods/count-test.ts";
import { LEVELS, type Levels, verdictOf } from "./methods/degree.ts";
import { ordinaryRange } from "./methods/ordinary-range.ts";
import { stepDown, thresholdOf } from "./methods/step-down.ts";

/** One comparison that can be tested. */
interface Tested {
  readonly comparison: Comparison;
  readonly pair: Pair;
  /** The level of its course, where the pair is made of it. */
  readonly expected: number | null;
}

/** What is judged together: its comparisons, its counts and their adjusted p, in one order. */
interface Judged {
  readonly comparisons: ReadonlyMap<Comparison, Comparison>;
  readonly pairs: readonly Pair[];
  readonly adjusted: readonly number[];
}

/** The lines with their verdicts, and what these rest on. */
export interface Judgement {
  readonly lines: readonly (readonly Analysis[])[];
  readonly phi: Omit<Tests["phi"], "course">;
  readonly quarter: Judged;
  readonly forces: Judged;
}

/**
 * Gives every comparison with pooled years its p, its adjusted p and its verdict. Three families are judged apart (LEVELS): the quarter of
 * each line (the ensemble of both forces, or the only force held), its last twelve months, and the quarter of each force. In each, all the
 * lines of the bulletin, but those of grave facts, are adjusted together (step-down.ts). The count since January is not judged: it is made of the same quarters.
 *
 * @param lines analyses of one line each, its main one first; their comparisons not tested yet.
 */
export function judge(lines: readonly (readonly Analysis[])[]): Judgement {
  const judged = lines.filter(([main]) => main?.grave !== true);
  const mains = judged.flatMap((line) => line.slice(0, 1));
  const apart = judged.flatMap((line) => line.slice(1));
  const { quarter: phi, year: town } = dispersions(mains);
  const ofQuarter = testedOf("quarter-pooled", () => phi);
  const quarter = judgeTogether(mains.flatMap(ofQuarter), LEVELS.quarter);
  const year = judgeTogether(
    mains.flatMap(testedOf("rolling-year-pooled", (a) => yearDispersion(a, town))),
    LEVELS.year,
  );
  const forces = judgeTogether(apart.flatMap(ofQuarter), LEVELS.forces);

  const found = new Map([...quarter.comparisons, ...year.comparisons, ...forces.comparisons]);
  return {
    lines: lines.map((line) => line.map((a) => ({ ...a, comparisons: a.comparisons.map((c) => found.get(c) ?? c) }))),
    phi: { quarter: phi, year: town },
    quarter,
    forces,
  };
}

/** Judged, with what a bulletin shows beside: the ordinary range of each quarter, the line that alone makes a family stand out. */
export function withRangesAndCauses({ lines, phi, quarter, forces }: Judgement): {
  readonly lines: readonly (readonly Analysis[])[];
  readonly tests: Omit<Tests, "phi">;
} {
  const threshold = thresholdOf(quarter.pairs, quarter.adjusted, LEVELS.quarter.toFollow);
  const ofForces = thresholdOf(forces.pairs, forces.adjusted, LEVELS.forces.toFollow);
  const mains = lines.flatMap((line) => line.slice(0, 1));
  return {
    lines: lines.map((line) =>
      line.map((a, rank) => ({
        ...a,
        series: withRanges(a, { phi: phi.quarter, threshold: rank === 0 ? threshold : ofForces }),
        dueTo: rank === 0 ? dueTo(a, mains, phi.quarter) : null,
        shape: a.shape && isDenied(a) ? { ...a.shape, denied: true as const } : a.shape,
      })),
    ),
    tests: { lines: quarter.pairs.length, years: usualYears([...quarter.comparisons.keys()]), threshold },
  };
}

/** A level as a count over an exposure. */
const worth = ({ mean, facts }: Level): Omit<Pair, "after" | "phi"> => ({ before: facts, exposure: facts / mean });

/** The comparisons of one kind that can be tested: no figure is missing, no break in series stands between. */
const testedOf =
  (kind: ComparisonKind, phiOf: (a: Analysis) => number) =>
  (a: Analysis): readonly Tested[] => {
    const comparison = comparisonOf(a, kind);
    if (!comparison || comparison.acrossBreak) return [];
    const { before, after, exposure } = comparison;
    if (before.value === null || after.value === null) return [];
    const phi = phiOf(a);
    const level = kind === "quarter-pooled" ? a.series.at(-1)?.level : null;
    const reference = level ? worth(level) : { before: before.value, exposure };
    return [{ comparison, pair: { ...reference, after: after.value, phi }, expected: level?.mean ?? null }];
  };

function judgeTogether(tested: readonly Tested[], levels: Levels): Judged {
  const pairs = tested.map(({ pair }) => pair);
  const adjusted = stepDown(pairs);
  const announced = adjusted.filter((p) => p < levels.toFollow).length;
  const comparisons = tested.map(({ comparison, pair, expected }, i): [Comparison, Comparison] => {
    const pAdjusted = adjusted[i] ?? 1;
    const verdict = verdictOf(pair, pAdjusted, levels);
    const share = directionOf(verdict) === null ? 1 : announced / pairs.length;
    return [
      comparison,
      { ...comparison, expected, phi: pair.phi, p: centralP(pair), pAdjusted, verdict, ratio: ratioOf(pair, share) },
    ];
  });
  return { comparisons: new Map(comparisons), pairs, adjusted };
}

/** The range of each quarter that has earlier years: the bulletin's own, and those before it as they would be judged by it. */
function withRanges(
  { series, breaks, grave }: Analysis,
  { phi, threshold }: { readonly phi: number; readonly threshold: number },
): Analysis["series"] {
  if (grave) return series;
  const first = series.length - sinceLastBreak(series, breaks).length;
  return series.map((point, index) => {
    if (point.level) return { ...point, range: ordinaryRange({ ...worth(point.level), phi }, threshold) };
    const earlier = sameQuarters(series, first, index);
    if (earlier.length === 0) return point;
    const before = earlier.reduce((sum, count) => sum + count, 0);
    return { ...point, range: ordinaryRange({ before, exposure: earlier.length, phi }, threshold) };
  });
}

/** The same quarter of the earlier years that are pooled, from index `first`. */
const sameQuarters = (series: Analysis["series"], first: number, index: number): readonly number[] =>
  Array.from({ length: POOLED_YEARS }, (_, i) => index - 4 * (i + 1)).flatMap((at) =>
    at < first ? [] : (series[at]?.figure.value ?? []),
  );

/** Is the quarter announced the other way than the course that is told of the line? */
function isDenied(a: Analysis): boolean {
  const direction = directionOf(readingOf(a)?.verdict ?? "none");
  return a.shape?.told === true && direction !== null && direction !== (a.shape.change > 0 ? "rise" : "fall");
}

/** The share under which the rest of a family shows nothing by itself. */
const PART_LEVEL = 0.05;

/** The label of the line that alone makes a family stand out: the rest of the family shows nothing, taken by itself. */
function dueTo(family: Analysis, all: readonly Analysis[], phi: number): string | null {
  const whole = readingOf(family);
  const direction = whole ? directionOf(whole.verdict) : null;
  if (family.level !== "family" || !whole || direction === null) return null;
  const told = all.filter((a) => {
    const reading = readingOf(a);
    return (
      a.statement === family.statement &&
      a.family === family.indicator &&
      reading !== undefined &&
      directionOf(reading.verdict) === direction
    );
  });
  const [line, ...others] = told;
  const part = line && readingOf(line);
  if (!part || others.length > 0 || part.exposure !== whole.exposure) return null;
  const before = (whole.before.value ?? 0) - (part.before.value ?? 0);
  const after = (whole.after.value ?? 0) - (part.after.value ?? 0);
  if (before < 0 || after < 0) return null;
  return centralP({ before, after, exposure: whole.exposure, phi }) < PART_LEVEL ? null : line.label;
}

/** Of two as frequent, the greater. */
function usualYears(compared: readonly Comparison[]): number {
  const counts = [...Map.groupBy(compared, ({ exposure }) => exposure)].map(
    ([years, own]) => [years, own.length] as const,
  );
  const [best] = counts.sort(([a, x], [b, y]) => y - x || b - a);
  return best?.[0] ?? 1;
}
