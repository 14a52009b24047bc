/** Damaged copies of a file: one function a kind of damage. Nothing here knows what the file says. */
import type { Random } from "../demo/random.ts";

/** From `start` to before `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a change of one byte makes another file that is just as valid and says something else (a digit of a cell): nothing
 * can tell, so damage that keeps the length stays out of there.
 */
export type Protected = readonly Range[];

const isProtected = (at: number, ranges: Protected): boolean => ranges.some((r) => at >= r.start && at < r.end);

/** A place outside the protected ranges; undefined when none is found in a hundred trials. */
function place(bytes: Uint8Array, ranges: Protected, random: Random): number | undefined {
  for (let i = 0; i < 100; i++) {
    const at = random.integer(0, bytes.length - 1);
    if (!isProtected(at, ranges)) return at;
  }
  return undefined;
}

export type Mutation = (bytes: Uint8Array, ranges: Protected, random: Random) => Uint8Array;

const chunkLength = (bytes: Uint8Array, random: Random): number =>
  Math.max(1, Math.min(bytes.length >> 1, random.pick([1, 2, 7, 64, 512, 2048])));

/** Overwrites bytes outside the protected ranges. */
function overwrite(bytes: Uint8Array, at: number, values: readonly number[], ranges: Protected): void {
  values.forEach((value, i) => {
    if (at + i < bytes.length && !isProtected(at + i, ranges)) bytes[at + i] = value;
  });
}

const flip: Mutation = (bytes, ranges, random) => {
  const out = bytes.slice();
  for (let i = random.pick([1, 1, 2, 8]); i > 0; i--) {
    const at = place(out, ranges, random);
    if (at !== undefined) out[at] = (out[at] ?? 0) ^ (1 << random.integer(0, 7));
  }
  return out;
};

const truncate: Mutation = (bytes, _, random) => bytes.slice(0, random.integer(0, bytes.length - 1));

const swap: Mutation = (bytes, ranges, random) => {
  const out = bytes.slice();
  const length = chunkLength(out, random);
  const [a, b] = [random.integer(0, out.length - length), random.integer(0, out.length - length)];
  overwrite(out, a, [...bytes.slice(b, b + length)], ranges);
  overwrite(out, b, [...bytes.slice(a, a + length)], ranges);
  return out;
};

const fill: Mutation = (bytes, ranges, random) => {
  const out = bytes.slice();
  const length = chunkLength(out, random);
  const value = random.pick([0x00, 0xff, 0x20, 0x41]);
  const values = Array.from({ length }, () => value);
  overwrite(out, random.integer(0, out.length - length), values, ranges);
  return out;
};

const remove: Mutation = (bytes, _, random) => {
  const length = chunkLength(bytes, random);
  const at = random.integer(0, bytes.length - length);
  return Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + length)]);
};

const repeat: Mutation = (bytes, _, random) => {
  const length = chunkLength(bytes, random);
  const at = random.integer(0, bytes.length - length);
  return Uint8Array.from([...bytes.slice(0, at + length), ...bytes.slice(at)]);
};

const insert: Mutation = (bytes, _, random) => {
  const at = random.integer(0, bytes.length);
  const noise = Array.from({ length: random.pick([1, 3, 100]) }, () => random.integer(0, 255));
  return Uint8Array.from([...bytes.slice(0, at), ...noise, ...bytes.slice(at)]);
};

/** Writes an extreme number where a size may stand. */
const lie: Mutation = (bytes, ranges, random) => {
  const out = bytes.slice();
  for (let i = random.integer(1, 3); i > 0; i--) {
    const at = place(out, ranges, random);
    if (at === undefined) continue;
    const values = random.pick([
      [0xff, 0xff],
      [0xff, 0xff, 0xff, 0x7f],
      [0xff, 0xff, 0xff, 0xff],
      [0, 0],
      [0, 0, 0, 0x80],
      [1, 0, 0, 0],
    ]);
    overwrite(out, at, values, ranges);
  }
  return out;
};

/** In place: the length stays. */
export const IN_PLACE = { flip, swap, fill, lie } as const satisfies Record<string, Mutation>;
/** The bytes that follow move. */
export const MOVING = { truncate, remove, repeat, insert } as const satisfies Record<string, Mutation>;
