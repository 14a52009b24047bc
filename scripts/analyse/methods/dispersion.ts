/** How many times more do the counts of this town vary than independent facts would? */
import { chiSquareUpper } from "./distributions.ts";

/** Facts' worth of the prior, and its value: what French services show for like counts. Fixed, not tuned. */
const PRIOR = { facts: 100, phi: 1.5 } as const;
/** A group's sum of squares counts up to this quantile: one past burst must not blind the bulletin. */
const CAP_LEVEL = 0.99;
const ROUNDS = 12;

/** Counts that would vary around one mean if nothing changed: one line, one season, its years. */
export type Group = readonly number[];

/**
 * φ, one a bulletin (of the groups `along`, as dispersionAlong has it): max(1, (Σ (y − m)² + 1.5 × 100) / (Σ (n − 1) m + 100)) over the groups of two counts or more, m their mean; then
 * twelve times more with each group's sum of squares capped at m φ χ²(0.99; n − 1). Without a group, 1.5.
 */
export const dispersionOf = (groups: readonly Group[], along: readonly Group[] = []): number =>
  pooled([...groups.flatMap(aroundMean), ...along.flatMap(aroundLine)]);

/** The same, of counts that may rise or fall steadily: (y − m)² is taken from the line of least squares, and n − 2 degrees of freedom are left. */
export const dispersionAlong = (groups: readonly Group[]): number => dispersionOf([], groups);

function pooled(usable: readonly Moments[]): number {
  const facts = usable.reduce((sum, { freedom, mean }) => sum + freedom * mean, 0);
  let phi = phiOf(
    usable.map(({ squares }) => squares),
    facts,
  );
  for (let round = 0; round < ROUNDS; round++) {
    const current = phi;
    phi = phiOf(
      usable.map(({ squares, mean, freedom }) => Math.min(squares, mean * current * cap(freedom))),
      facts,
    );
  }
  return phi;
}

const phiOf = (squares: readonly number[], facts: number): number =>
  Math.max(1, (squares.reduce((a, b) => a + b, 0) + PRIOR.phi * PRIOR.facts) / (facts + PRIOR.facts));

const cap = (freedom: number): number => chiSquareUpper(1 - CAP_LEVEL, freedom);

interface Moments {
  readonly mean: number;
  readonly squares: number;
  readonly freedom: number;
}

/** Nothing of a group that is too short to vary. */
function aroundMean(group: Group): readonly Moments[] {
  if (group.length < 2) return [];
  const mean = group.reduce((a, b) => a + b, 0) / group.length;
  return [{ mean, squares: group.reduce((sum, y) => sum + (y - mean) ** 2, 0), freedom: group.length - 1 }];
}

function aroundLine(group: Group): readonly Moments[] {
  const [around] = aroundMean(group);
  if (!around || around.freedom < 2) return [];
  const middle = around.freedom / 2;
  const times = group.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
  const moves = group.reduce((sum, y, i) => sum + (i - middle) * y, 0);
  return [{ ...around, squares: around.squares - moves ** 2 / times, freedom: around.freedom - 1 }];
}

/** Facts' worth of the town's φ in that of one line: a line of few facts says little of its own. */
const TOWN_FACTS = 300;

/** φ of one line, moderated towards that of the town (`town`) and never under it. @param along its counts follow a course */
export function lineDispersion(group: Group, town: number, along: boolean): number {
  const usable = along ? aroundLine(group) : aroundMean(group);
  const squares = usable.reduce((sum, group) => sum + group.squares, 0);
  const facts = usable.reduce((sum, { freedom, mean }) => sum + freedom * mean, 0);
  return Math.max(town, (squares + town * TOWN_FACTS) / (facts + TOWN_FACTS));
}
