/** The lines of which something is said, each fact of life once: a family with its line, a count of I.S.T with that of IS 101. */
import { type Comparison, lastingOf, readingOf, type Shape } from "../../model/analysis.ts";
import {
  compareDegrees,
  type Degree,
  type Direction,
  degreeOf,
  directionOf,
  type Verdict,
} from "../../model/degree.ts";
import type { Finding } from "../../model/document/finding.ts";
import { onceFor } from "../../model/remember.ts";
import { type Context, findLine, statementLabel } from "../context/context.ts";
import { shareFacts } from "../context/denials.ts";
import { type CountedLine, countedLines, shortName } from "../context/lines.ts";
import { present } from "../words/present.ts";

export interface Announced {
  readonly line: CountedLine;
  /** "Coups et blessures"; of a statement that counts the same facts more widely, with its name: "Cambriolages (I.S.T)". */
  readonly name: string;
  readonly degree: Degree;
  readonly direction: Direction;
  /** Of the quarter and of twelve months, when they are announced. */
  readonly quarter: Comparison | null;
  readonly year: Comparison | null;
  /** A course over the years, when it is told. */
  readonly shape: Shape | null;
  /** A course that this quarter goes against: it is what came before, and no news. */
  readonly denied: Shape | null;
  /** Other lines that say the same: the family that stands out through this one alone, the wider count of another statement. */
  readonly same: readonly CountedLine[];
}

/** The surest first; of one degree, the smallest adjusted p. */
export const announced = onceFor((c: Context): readonly Announced[] => {
  const all = countedLines(c).flatMap((line) => announcedLine(c, line));
  const rootOf = (x: Announced): Announced => {
    const other = all.find((one) => one !== x && isSaidBy(c, x, one));
    return other ? rootOf(other) : x;
  };
  const groups = Map.groupBy(all, rootOf);
  return [...groups]
    .map(([x, group]) => ({ ...x, same: group.filter((other) => other !== x).map(({ line }) => line) }))
    .toSorted((a, b) => compareDegrees(a.degree, b.degree) || evidence(a) - evidence(b));
});

function announcedLine(c: Context, line: CountedLine): readonly Announced[] {
  const told = (comparison: Comparison | undefined): Comparison | null =>
    comparison && directionOf(comparison.verdict) !== null ? comparison : null;
  const { whole } = line;
  const quarter = told(readingOf(whole));
  const course = whole.shape?.told ? whole.shape : null;
  const denied = course?.denied ? course : null;
  const [shape, lasting] = denied ? [null, told(lastingOf(whole))] : [course, told(lastingOf(whole))];
  // Twelve months that still follow a course which the quarter goes against are no news either.
  const year = lasting && denied && directionOf(lasting.verdict) === courseDirection(denied) ? null : lasting;
  const directions = [quarter, year].flatMap((x) => (x ? (directionOf(x.verdict) ?? []) : []));
  const against = denied && (courseDirection(denied) === "rise" ? "fall" : "rise");
  const direction = directions[0] ?? (shape ? courseDirection(shape) : against);
  if (!direction) return [];
  const degrees = [quarter, year].flatMap((x) => (x ? [degreeOf(x.verdict)] : []));
  const degree = degrees.toSorted(compareDegrees)[0] ?? "to-follow";
  return [{ line, name: nameOf(c, line), degree, direction, quarter, year, shape, denied, same: [] }];
}

export const courseDirection = ({ change }: Shape): Direction => (change > 0 ? "rise" : "fall");

const coversOf = (c: Context, { statement, indicator }: CountedLine["whole"]): readonly string[] =>
  findLine(c, statement, indicator)?.covers ?? [];

/** The fact of life that a line counts, as findings name it. */
export function subjectOf(c: Context, line: CountedLine): string {
  const [covered, ...more] = coversOf(c, line.whole);
  return covered !== undefined && more.length === 0 ? covered : line.key;
}

/** What is said of it, as findings. */
export function findingsOf(c: Context, { line, degree, direction, quarter, year, shape, denied }: Announced) {
  const subject = subjectOf(c, line);
  const { quarter: now, rolling } = line.whole;
  const finding = (of: Finding["of"], way: Direction | null, sure: Degree, number: number | null): Finding => {
    return { of, subject, direction: way, degree: sure, number };
  };
  return present(
    (quarter || (denied && !year)) &&
      finding("quarter", direction, quarter ? degreeOf(quarter.verdict) : degree, now.value),
    year && finding("year", directionOf(year.verdict), degreeOf(year.verdict), rolling.value),
    shape && finding("course", courseDirection(shape), "to-follow", null),
  );
}

/** The one sign of a line, everywhere: that of what is announced of it; of a course that the quarter alone denies, none. */
export const signOf = ({ degree, direction, denied, quarter, year }: Announced): Verdict =>
  degree === "ordinary" || (denied && !quarter && !year) ? "ordinary" : `${direction}-${degree}`;

function nameOf(c: Context, line: CountedLine): string {
  const name = shortName(c, line);
  const isHeld = (id: string): boolean =>
    c.analysis.analyses.some((a) => a.statement !== line.whole.statement && a.indicator === id);
  return coversOf(c, line.whole).some(isHeld) ? `${name} (${statementLabel(c, line.whole.statement)})` : name;
}

/** Is what is said of `x` said with `other`, in one sentence? A family due to it; a wider count of the same facts, in the same direction. */
function isSaidBy(c: Context, x: Announced, other: Announced): boolean {
  if (x.direction !== other.direction) return false;
  const [own, its] = [x.line.whole, other.line.whole];
  if (own.dueTo !== null && own.statement === its.statement && its.label === own.dueTo) return true;
  if (x.denied && !x.quarter && other.denied && shareFacts(c, other.line.whole, x.line.whole)) return true;
  return its.indicator !== null && coversOf(c, own).includes(its.indicator);
}

const evidence = ({ quarter, year, shape }: Announced): number =>
  Math.min(quarter?.pAdjusted ?? 1, year?.pAdjusted ?? 1, shape?.p ?? 1);
