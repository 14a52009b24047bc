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
 * φ, one a bulletin: max(1, (Σ (y − m)² + 1.5 × 100) / (Σ (n − 1) m + 100)) over the groups of two counts or more, m their mean; then
 * twelve times more with each group's sum of squares capped at m φ χ²(0.99; n − 1). Without a group, 1.5.
 */
export function dispersionOf(groups: readonly Group[]): number {
  const usable = groups.filter((group) => group.length > 1).map(momentsOf);
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

function momentsOf(group: Group): { readonly squares: number; readonly mean: number; readonly freedom: number } {
  const mean = group.reduce((a, b) => a + b, 0) / group.length;
  return { mean, squares: group.reduce((sum, y) => sum + (y - mean) ** 2, 0), freedom: group.length - 1 };
}
