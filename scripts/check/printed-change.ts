/** A change or a percentage printed beside the counts follows from them. */

import { aWarning, type Issue } from "../model/issue.ts";
import { type Count, isCount, type PrintedFigure } from "../model/observation.ts";
import { samePeriod, shiftYears } from "../model/period.ts";
import { received } from "../model/received.ts";
import { lineKey } from "../nomenclature/index.ts";
import { type CheckContext, labelOf, wholeOf } from "./context.ts";

interface Pair {
  readonly before: Count;
  readonly after: Count;
}

export function* printedChange({ recognitions }: CheckContext): Iterable<Issue> {
  for (const { observations, printed } of recognitions) {
    const byLine = Map.groupBy(observations.filter(isCount), lineOf);
    for (const figure of printed) {
      if (figure.measure !== "change" && figure.measure !== "change-percent") continue;
      const counts = (byLine.get(lineOf(figure)) ?? []).filter((c) => c.provenance.part === figure.provenance.part);
      const issue = verify(figure, pairsFor(figure, counts), countsBeside(figure, counts));
      if (issue) yield issue;
    }
  }
}

const lineOf = (o: Count | PrintedFigure): string => `${lineKey(o)}|${o.force}`;

/** Counts of the figure's own row (or column, in a table that runs across); of its line when there are none. */
function countsBeside(figure: PrintedFigure, counts: readonly Count[]): readonly Count[] {
  const { row, column } = figure.provenance;
  const sameRow = counts.filter((c) => c.provenance.row === row);
  if (sameRow.length > 0) return sameRow;
  const sameColumn = counts.filter((c) => c.provenance.column === column);
  return sameColumn.length > 0 ? sameColumn : counts;
}

/** The pair that the heading names; when it names none, every pair of the same months a year apart. */
function pairsFor(figure: PrintedFigure, counts: readonly Count[]): readonly Pair[] {
  const { between } = figure;
  const candidates = between ? counts : countsBeside(figure, counts);
  return candidates.flatMap((before) =>
    candidates
      .filter((after) =>
        between
          ? samePeriod(before.period, between[0]) && samePeriod(after.period, between[1])
          : samePeriod(shiftYears(before.period, 1), after.period),
      )
      .map((after) => ({ before, after })),
  );
}

/** Change in facts, or in per cent; null: no percentage can be told from zero. */
const changeOf = (figure: PrintedFigure, { before, after }: Pair): number | null => {
  const difference = after.value - before.value;
  if (figure.measure === "change") return difference;
  if (before.value === 0) return difference === 0 ? 0 : null;
  return (100 * difference) / before.value;
};

/** Rounded to the last digit printed. */
const fits = (figure: PrintedFigure, change: number | null): boolean =>
  change === null || Math.abs(change - figure.value) <= figure.precision + 1e-9;

function verify(figure: PrintedFigure, pairs: readonly Pair[], beside: readonly Count[]): Issue | undefined {
  if (pairs.some((pair) => fits(figure, changeOf(figure, pair)))) return undefined;
  const [pair] = pairs;
  if (pair) return mismatch(figure, pair, pairs.length);
  return impossible(figure, beside);
}

const printedOf = (figure: PrintedFigure) => ({
  label: labelOf(figure),
  measure: figure.measure === "change" ? ("change" as const) : ("change-percent" as const),
  raw: received(figure.provenance.raw.trim()),
  value: figure.value,
});

const mismatch = (figure: PrintedFigure, pair: Pair, pairs: number): Issue =>
  aWarning("printed-change-mismatch", {
    about: {
      printed: printedOf(figure),
      before: pair.before.value,
      after: wholeOf(pair.after),
      change: changeOf(figure, pair) ?? 0,
      digits: figure.precision < 0.5 ? 2 : 0,
      isOneOfMany: pairs > 1,
    },
    place: figure.provenance,
  });

/** Without the earlier count: the change alone may already be impossible beside every count of its line. */
function impossible(figure: PrintedFigure, beside: readonly Count[]): Issue | undefined {
  const most = beside.reduce<Count | undefined>((a, b) => (a && a.value >= b.value ? a : b), undefined);
  const negative = figure.measure === "change" && most !== undefined && most.value - figure.value < 0;
  const belowNothing = figure.measure === "change-percent" && figure.value < -100;
  if (!negative && !belowNothing) return undefined;
  return aWarning("printed-change-impossible", {
    about: { printed: printedOf(figure), after: negative ? wholeOf(most) : null },
    place: figure.provenance,
  });
}
