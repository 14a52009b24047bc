/**
 * "Avril | Mai | Juin | Cumul", "Police | Gendarmerie | Cumul PN-GN": where "Cumul" is on every line the sum of the counts beside it,
 * nothing tells whether it is their total or a count since January. One line that is no such sum is enough: it runs since January.
 */
import type { Observation } from "../../model/observation.ts";
import { addMonths, comparePeriods, lengthOf, monthOf, type Period } from "../../model/period.ts";
import { fold, lineKey } from "../../nomenclature/index.ts";
import { asking, type Count, countsIn, type Doubt } from "../layout/outcome.ts";
import { askPeriods } from "../periods/resolve.ts";
import type { OpenTable } from "../table/table.ts";
import { type Doubted, readingsOf } from "./rule.ts";

/** "Cumul depuis le 1er janvier", "Cumul annuel" say from when they run. */
const SAYS_SINCE = /\b(?:janvier|annee|annuel|annuelle|debut)\b/;

/** "Cumul", "Cumul 2026": the words of a count that runs from a month that they do not say; null for another count. */
const runningText = ({ running, observation: { period } }: Count): string | null =>
  running === null || monthOf(period.first) !== 1 || SAYS_SINCE.test(fold(running)) ? null : running;

export function* runningSums(tables: readonly OpenTable[]): Iterable<Doubted> {
  const readings = readingsOf(tables);
  const counts = readings.flatMap((r) => countsIn(r.outcomes));
  const parts = Map.groupBy(
    counts.flatMap((c) => (c.running === null ? [c.observation] : [])),
    lineKey,
  );
  for (const [text, own] of Map.groupBy(counts, runningText)) {
    if (text === null) continue;
    const observations = own.map((c) => c.observation);
    const instead = sumDoubt(text, observations, parts);
    if (instead) for (const reading of readings) yield { reading, instead, of: (count) => runningText(count) === text };
  }
}

/** The doubt over the counts that one text says, where each is the sum of the same months of its line. */
function sumDoubt(
  text: string,
  own: readonly Observation[],
  parts: ReadonlyMap<string, readonly Observation[]>,
): Doubt | null {
  let found: { readonly sum: Period; readonly since: Period } | null = null;
  for (const o of own) {
    const sum = sumUntil(partsOf(parts.get(lineKey(o)) ?? [], o), o.period);
    if (!sum || o.value === null) continue;
    if (sum.value !== o.value) return null;
    found ??= { sum: sum.period, since: o.period };
  }
  if (!found) return null;
  return asking(text, askPeriods([found.sum, found.since]));
}

/** The counts of the same force; of both, where these are said one by one. */
function partsOf(parts: readonly Observation[], { force }: Observation): readonly Observation[] {
  const same = parts.filter((o) => o.force === force);
  return same.length > 0 || force !== "ensemble" ? same : parts;
}

/** The sum of two counts or more until the end of the running one, of spans that follow each other and begin after January. */
function sumUntil(
  parts: readonly Observation[],
  { first, last }: Period,
): { readonly period: Period; readonly value: number } | null {
  const within = parts.filter((o) => o.period.first > first && o.period.last <= last);
  // "Total" beside the months is none of them
  const least = Math.min(...within.map((o) => lengthOf(o.period)));
  const all = within.filter((o) => lengthOf(o.period) === least).toSorted((a, b) => comparePeriods(a.period, b.period));
  const [start] = all;
  const follow = all.every(({ period: p }, i) => {
    const before = all[i - 1]?.period;
    return before === undefined || p.first === before.first || p.first === addMonths(before.last, 1);
  });
  if (!start || all.length < 2 || !follow || all.at(-1)?.period.last !== last) return null;
  const values = all.flatMap((o) => o.value ?? []);
  if (values.length < all.length) return null;
  return { period: { first: start.period.first, last }, value: values.reduce((a, b) => a + b, 0) };
}
