/** Two sequences of keys, side by side: what stands in both in the same order. */

/** More than that is compared by place alone. */
const MOST = 2_000_000;

/** Pairs of indexes, a longest common subsequence; the ends that are the same are taken first. */
export function align(before: readonly string[], after: readonly string[]): readonly (readonly [number, number])[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let tail = 0;
  while (
    tail < before.length - start &&
    tail < after.length - start &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail += 1;
  const head = Array.from({ length: start }, (_, i) => [i, i] as const);
  const end = Array.from({ length: tail }, (_, i) => [before.length - tail + i, after.length - tail + i] as const);
  const [a, b] = [before.slice(start, before.length - tail), after.slice(start, after.length - tail)];
  const middle = a.length * b.length > MOST ? [] : common(a, b);
  return [...head, ...middle.map(([i, j]) => [start + i, start + j] as const), ...end];
}

function common(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
