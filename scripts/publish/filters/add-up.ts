/** How the counts of several source cells make a figure: what the control sheet writes between them. Pure. */

/** A part, by its place among those given, and the sign before it. */
export interface Term {
  readonly part: number;
  readonly sign: "=" | "+" | "−";
}

/** With more parts the choices of signs are too many, and the one found too doubtful. */
const MOST_PARTS = 10;

/**
 * 53 from 30 and 23 => = 30 + 23; 12 from a first quarter of 8 and a half-year of 20 => = 20 − 8, what is added first; 30 sent twice
 * => = 30 = 30. undefined when the parts do not make the total (a rate), or when several choices of signs do.
 */
export function addUp(total: number | null, parts: readonly (number | undefined)[]): readonly Term[] | undefined {
  const values = parts.filter((value) => value !== undefined);
  if (total === null || values.length === 0 || values.length < parts.length) return undefined;
  if (sum(values) === total) return terms(values.map(() => false));
  if (values.every((value) => value === total)) return values.map((_, part) => ({ part, sign: "=" }));
  if (values.length > MOST_PARTS) return undefined;
  const ways = Array.from({ length: 2 ** values.length }, (_, choice) => values.map((_, i) => (choice >> i) % 2 === 1))
    .filter((taken) => !values.some((value, i) => value === 0 && taken[i])) // to take 0 away is to add it
    .filter((taken) => sum(values.map((value, i) => (taken[i] ? -value : value))) === total);
  const [only] = ways;
  return only !== undefined && ways.length === 1 ? terms(only) : undefined;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** @param taken of each part, whether it is taken away */
function terms(taken: readonly boolean[]): readonly Term[] {
  const parts = [...taken.keys()];
  const ordered = [...parts.filter((part) => !taken[part]), ...parts.filter((part) => taken[part])];
  return ordered.map((part, i) => ({ part, sign: i === 0 ? "=" : taken[part] ? "−" : "+" }));
}
