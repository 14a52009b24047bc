/** Random numbers from a seed: the same on every machine. Only the demo and the tests use them. */

export interface Random {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** Whole number in [from, to], both ends included. */
  readonly integer: (from: number, to: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(items: readonly [T, ...T[]] | readonly T[]) => T;
  /** A copy in random order (Fisher–Yates). */
  readonly shuffle: <T>(items: readonly T[]) => T[];
  /** Number of events when `mean` are expected (Knuth's product of uniforms: fit for means under 100). */
  readonly poisson: (mean: number) => number;
}

/** mulberry32: a 32-bit generator of good quality for its size (T. Ettinger, 2017, public domain). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new RangeError("pick: nothing to pick from");
    return items[integer(0, items.length - 1)] as T;
  };
  const shuffle = <T>(items: readonly T[]): T[] => {
    const out = [...items];
    for (let i = out.length - 1; i > 0; i--) {
      const j = integer(0, i);
      [out[i], out[j]] = [out[j] as T, out[i] as T];
    }
    return out;
  };
  const poisson = (mean: number): number => {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = next(); product > limit; product *= next()) count++;
    return count;
  };
  return { next, integer, chance: (probability) => next() < probability, pick, shuffle, poisson };
}
