/** The lines of which something is said, each fact of life once: a family with its line, a count of I.S.T with that of IS 101. */
import type { Comparison } from "../../model/analysis.ts";
import { compareDegrees, degreeOf, directionOf } from "../../model/degree.ts";
import type { Finding } from "../../model/document/finding.ts";
import { onceFor } from "../../model/remember.ts";
import { type Context, findLine, statementLabel } from "../context/context.ts";
import { shareFacts } from "../context/denials.ts";
import { type CountedLine, countedLines, shortName } from "../context/lines.ts";
import { courseDirection, type Said, saidOf } from "../context/said.ts";
import { finding, present } from "../words/present.ts";

export interface Announced extends Said {
  readonly line: CountedLine;
  /** "Coups et blessures"; of a statement that counts the same facts more widely, with its name: "Cambriolages (I.S.T)". */
  readonly name: string;
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
  const groups = Map.groupBy(all, (x) => rootOf(x));
  return [...groups]
    .map(([x, group]) => ({ ...x, same: group.filter((other) => other !== x).map(({ line }) => line) }))
    .toSorted((a, b) => compareDegrees(a.degree, b.degree) || evidence(a) - evidence(b));
});

function announcedLine(c: Context, line: CountedLine): readonly Announced[] {
  const said = saidOf(line.whole);
  return said === null ? [] : [{ ...said, line, name: nameOf(c, line), same: [] }];
}

const coversOf = (c: Context, { statement, indicator }: CountedLine["whole"]): readonly string[] =>
  findLine(c, statement, indicator)?.covers ?? [];

/** The fact of life that a line counts, as findings name it. */
export function subjectOf(c: Context, line: CountedLine): string {
  const [covered, ...more] = coversOf(c, line.whole);
  return covered !== undefined && more.length === 0 ? covered : line.key;
}

/** What is said of it, as findings. */
export function findingsOf(c: Context, { line, quarter, year, shape }: Announced) {
  const subject = subjectOf(c, line);
  const { quarter: now, rolling } = line.whole;
  const ofSpan = (of: "quarter" | "year", { verdict }: Comparison, number: number | null): Finding =>
    finding(of, subject, { direction: directionOf(verdict), degree: degreeOf(verdict), number });
  return present(
    quarter && ofSpan("quarter", quarter, now.value),
    year && ofSpan("year", year, rolling.value),
    shape && finding("course", subject, { direction: courseDirection(shape), degree: "to-follow" }),
  );
}

function nameOf(c: Context, line: CountedLine): string {
  const name = shortName(c, line);
  const isHeld = (id: string): boolean =>
    c.analysis.analyses.some((a) => a.statement !== line.whole.statement && a.indicator === id);
  return coversOf(c, line.whole).some(isHeld) ? `${name} (${statementLabel(c, line.whole.statement)})` : name;
}

/** Is what is said of `x` said with `other`, in one sentence? A family due to it; a wider count of the same facts, in the same direction. */
function isSaidBy(c: Context, x: Announced, other: Announced): boolean {
  // a course that another line denies says nothing itself
  if (x.direction !== other.direction || (other.denied && !other.quarter)) return false;
  const [own, its] = [x.line.whole, other.line.whole];
  if (own.dueTo !== null && own.statement === its.statement && its.label === own.dueTo) return true;
  if (x.denied && !x.quarter && other.denied && shareFacts(c, its, own)) return true;
  return its.indicator !== null && coversOf(c, own).includes(its.indicator);
}

const evidence = ({ quarter, year, shape }: Announced): number =>
  Math.min(quarter?.pAdjusted ?? 1, year?.pAdjusted ?? 1, shape?.p ?? 1);
