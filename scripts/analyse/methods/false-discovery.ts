/** The lines of one table at once. */

/**
 * Benjamini and Hochberg (1995): adjusted p of m tests, in the order given. The i-th smallest p becomes
 * min over j >= i of (m / j) p₍ⱼ₎, at most 1: R's p.adjust(p, "BH"). Lines called changed at 5 % are then wrong in at most 5 % of
 * cases on average and, when nothing at all has changed, at least one line is called so in at most 5 % of tables.
 */
export function adjust(p: readonly number[]): readonly number[] {
  const m = p.length;
  const order = p.map((value, index) => ({ value, index })).sort((a, b) => b.value - a.value);
  const adjusted = new Array<number>(m).fill(1);
  let least = 1;
  order.forEach(({ value, index }, position) => {
    least = Math.min(least, (m / (m - position)) * value);
    adjusted[index] = least;
  });
  return adjusted;
}
