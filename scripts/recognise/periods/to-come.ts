/** "T1 | T2 | T3 | T4" in June: those to come are headed, and hold nothing yet. */
import { monthOf, type Period } from "../../model/period.ts";
import type { ViewCell } from "../layout/view.ts";
import { fullPeriod, type PeriodPart } from "../words/period-part.ts";

/**
 * Columns, or rows, but those whose texts say only periods after the delivery's quarter, over marks of absence and no number. "T3 | T4 | T1 |
 * T2" begins in the year before: what stands first is not to come.
 * @param cellsOf the cells of its numbers.
 */
export function withoutToCome<T extends { readonly axis: { readonly periods: readonly PeriodPart[] } }>(
  all: readonly T[],
  folder: Period | null,
  cellsOf: (one: T) => readonly ViewCell[],
): readonly T[] {
  const isToCome = all.map(
    (one) =>
      areToCome(one.axis.periods, folder) &&
      cellsOf(one).every(({ number }) => number === undefined || number.kind === "absent"),
  );
  return all.filter((_, i) => !isToCome[i] || i < isToCome.indexOf(false));
}

/** Do they all begin after the delivery's quarter? */
export const areToCome = (periods: readonly PeriodPart[], folder: Period | null): boolean =>
  folder !== null && periods.length > 0 && periods.every((part) => startsAfter(part, folder));

/** A quarter without its year is of the statement's, or of one before: with nothing in it, it does not matter which. */
function startsAfter(part: PeriodPart, folder: Period): boolean {
  const full = fullPeriod(part);
  if (full) return full.first > folder.last;
  return part.year === undefined && part.within !== undefined && part.within[0] > monthOf(folder.last);
}
