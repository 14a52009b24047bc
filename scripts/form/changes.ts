/** Columns of changes that are, in all their rows, the change from one column of counts to another, as their figures bear out. */
import type { Written } from "./numbers.ts";
import type { Counts } from "./sums.ts";

/** The columns of the counts that it compares. */
export interface Change {
  readonly before: number;
  readonly after: number;
  readonly isPercent: boolean;
}

type Numbers = readonly (readonly (Written | null)[])[];

export const changeOf = (before: number, after: number, isPercent: boolean): number =>
  isPercent ? (100 * (after - before)) / before : after - before;

/** @param column of what is no count. */
export function changeIn(column: number, numbers: Numbers, counts: Counts): Change | undefined {
  const rows = counts.flatMap((row, r) => (numbers[r]?.[column] && row[column] === undefined ? [r] : []));
  const columns = [...new Set(counts.flatMap((row) => row.flatMap((count, c) => (count === undefined ? [] : [c]))))];
  const holds = ({ before, after, isPercent }: Change): boolean => {
    const compared = rows.filter((r) => (counts[r]?.[before] ?? 0) > 0 && counts[r]?.[after] !== undefined);
    return (
      compared.length > 0 &&
      compared.every((r) => {
        const { value = 0, decimals = 0 } = numbers[r]?.[column] ?? {};
        const real = changeOf(counts[r]?.[before] ?? 0, counts[r]?.[after] ?? 0, isPercent);
        return Math.abs(real - value) <= 0.5 * 10 ** -decimals + 1e-9;
      })
    );
  };
  return columns
    .flatMap((before) => columns.flatMap((after) => [true, false].map((isPercent) => ({ before, after, isPercent }))))
    .find((change) => change.before !== change.after && holds(change));
}
