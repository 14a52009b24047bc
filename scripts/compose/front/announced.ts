/** The lines of which something is said, each fact of life once: a family with its line, a count of I.S.T with that of IS 101. */
import { type Comparison, lastingOf, readingOf, type Shape } from "../../model/analysis.ts";
import { compareDegrees, type Degree, type Direction, degreeOf, directionOf } from "../../model/degree.ts";
import { type Context, findLine } from "../context/context.ts";
import { type CountedLine, countedLines, shortName } from "../context/lines.ts";

export interface Announced {
  readonly line: CountedLine;
  /** "Coups et blessures" */
  readonly name: string;
  readonly degree: Degree;
  readonly direction: Direction;
  /** Of the quarter and of twelve months, when they are announced. */
  readonly quarter: Comparison | null;
  readonly year: Comparison | null;
  /** A course or a change of level over the years, when it is told. */
  readonly shape: Shape | null;
  /** Other lines that say the same: the family that stands out through this one alone, the wider count of another statement. */
  readonly same: readonly CountedLine[];
}

/** The surest first; of one degree, the smallest adjusted p. */
export function announced(c: Context): readonly Announced[] {
  const all = countedLines(c).flatMap((line) => announcedLine(c, line));
  const rootOf = (x: Announced): Announced => {
    const other = all.find((one) => one !== x && isSaidBy(c, x, one));
    return other ? rootOf(other) : x;
  };
  const groups = Map.groupBy(all, rootOf);
  return [...groups]
    .map(([x, group]) => ({ ...x, same: group.filter((other) => other !== x).map(({ line }) => line) }))
    .toSorted((a, b) => compareDegrees(a.degree, b.degree) || evidence(a) - evidence(b));
}

function announcedLine(c: Context, line: CountedLine): readonly Announced[] {
  const told = (comparison: Comparison | undefined): Comparison | null =>
    comparison && directionOf(comparison.verdict) !== null ? comparison : null;
  const { whole } = line;
  const [quarter, year] = [told(readingOf(whole)), told(lastingOf(whole))];
  const shape = whole.shape?.told ? whole.shape : null;
  const directions = [quarter, year].flatMap((x) => (x ? (directionOf(x.verdict) ?? []) : []));
  const direction = directions[0] ?? (shape ? (shape.change > 0 ? "rise" : "fall") : undefined);
  if (direction === undefined) return [];
  const degrees = [quarter, year].flatMap((x) => (x ? [degreeOf(x.verdict)] : []));
  const degree = degrees.toSorted(compareDegrees)[0] ?? "to-follow";
  return [{ line, name: shortName(c, line), degree, direction, quarter, year, shape, same: [] }];
}

/** Is what is said of `x` said with `other`, in one sentence? A family due to it; a wider count of the same facts, in the same direction. */
function isSaidBy(c: Context, x: Announced, other: Announced): boolean {
  if (x.direction !== other.direction) return false;
  const [own, its] = [x.line.whole, other.line.whole];
  if (own.dueTo !== null && own.statement === its.statement && its.label === own.dueTo) return true;
  return its.indicator !== null && (findLine(c, own.statement, own.indicator)?.covers ?? []).includes(its.indicator);
}

const evidence = ({ quarter, year, shape }: Announced): number =>
  Math.min(quarter?.pAdjusted ?? 1, year?.pAdjusted ?? 1, shape?.p ?? 1);
