/** An arrow, or « en hausse », beside two counts says which way they went. */

import { aWarning, type Issue } from "../model/issue.ts";
import { type Count, isCount, type Provenance, placeAt, type ReadTable } from "../model/observation.ts";
import { lengthOf, monthIndex, samePeriod, shiftYears } from "../model/period.ts";
import { received } from "../model/received.ts";
import { wayIn } from "../model/text/trend.ts";
import { type CheckContext, wholeOf } from "./context.ts";

interface Contradiction {
  readonly raw: string;
  readonly before: Count;
  readonly after: Count;
  readonly place: Provenance;
}

/** Once a table, however many of its lines contradict: it is as if two of its columns had changed places. */
export function* printedTrend({ recognitions }: CheckContext): Iterable<Issue> {
  for (const table of recognitions.flatMap((r) => r.tables)) {
    const found = table.readings.flatMap((_, row) => contradictionsIn(table, row));
    const [first] = found;
    if (!first) continue;
    const { raw, before, after, place } = first;
    yield aWarning("printed-trend-mismatch", {
      about: { raw: received(raw), before: before.value, after: wholeOf(after), lines: found.length },
      place,
    });
  }
}

function contradictionsIn(table: ReadTable, row: number): readonly Contradiction[] {
  const found: Contradiction[] = [];
  let beside: Count[] = [];
  for (const [column, reading] of (table.readings[row] ?? []).entries()) {
    if (reading.kind === "count" && isCount(reading.observation)) beside.push(reading.observation);
    const raw = table.grid.rows[row]?.[column]?.text.trim() ?? "";
    const way = wayIn(raw);
    if (way === null) continue;
    const [before, after] = pairIn(beside, table) ?? [];
    if (before && after && (after.value - before.value) * way < 0)
      found.push({ raw, before, after, place: placeAt(table.grid, row, column, raw) });
    beside = [];
  }
  return found;
}

/** « Évolution sur le trimestre précédent », beside counts a year apart, compares others. */
const OF_PERIOD_BEFORE = /(?:trimestre|semestre|mois) pr[ée]c[ée]dent/i;

/** The two counts since the last trend of the row, the earlier first; more or fewer, or of two kinds: nothing tells which it compares. */
function pairIn(counts: readonly Count[], { grid }: ReadTable): readonly [Count, Count] | undefined {
  const [before, after, more] = counts.toSorted((a, b) => monthIndex(a.period.last) - monthIndex(b.period.last));
  if (!before || !after || more || before.force !== after.force) return undefined;
  if (lengthOf(before.period) !== lengthOf(after.period) || before.period.last === after.period.last) return undefined;
  const isYearApart = samePeriod(shiftYears(before.period, 1), after.period);
  const texts = [...grid.rows.flat().map(({ text }) => text), ...(grid.besides ?? [])];
  return isYearApart && texts.some((text) => OF_PERIOD_BEFORE.test(text)) ? undefined : [before, after];
}
