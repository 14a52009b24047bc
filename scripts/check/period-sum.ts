/**
 * A cumulative count, a half-year, a year or a quarter is the sum of its parts, when all of them are held. Lines that differ for one
 * cause – a quarter that was corrected since – are one issue; where the correction is held, nothing is left to ask for.
 */

import { aNote, aWarning, type Issue } from "../model/issue.ts";
import type { Count } from "../model/observation.ts";
import {
  addMonths,
  isHalfYear,
  lengthOf,
  type Month,
  monthOf,
  type Period,
  periodKey,
  quartersOf,
} from "../model/period.ts";
import { own } from "../model/received.ts";
import { remember } from "../model/remember.ts";
import { lineKey } from "../nomenclature/index.ts";
import { byLine, type CheckContext, figureOf, knownCount, type Series } from "./context.ts";

interface Fault {
  readonly whole: Count;
  readonly parts: readonly Count[];
  readonly sum: number;
  /** Deliveries that parts come from, besides that of the whole. */
  readonly others: readonly string[];
  /** The whole is the sum of values that the deliveries gave of its parts, before or after a correction. */
  readonly isExplained: boolean;
}

export function* periodSum({ series }: CheckContext): Iterable<Issue> {
  const faults = series.flatMap((own) => own.counts.flatMap((whole) => findFault(whole, own) ?? []));
  for (const same of Map.groupBy(faults, causeOf).values()) yield toIssue(same);
}

function findFault(whole: Count, series: Series): Fault | undefined {
  const partitions = partitionsOf(whole.period).flatMap((partition) => {
    const parts = knownParts(partition, whole, series);
    // A printed total depends on the lines that its statement lists: it adds up within one delivery only.
    const isApart = whole.kind === "total" && parts?.some((p) => p.delivery !== whole.delivery);
    return parts && !isApart ? [parts] : [];
  });
  const [parts] = partitions;
  // one partition that adds up is enough: where another does not, the fault is within its parts, and told there
  if (!parts || partitions.some((some) => total(some) === whole.value)) return undefined;
  return {
    whole,
    parts,
    sum: total(parts),
    others: [...new Set(parts.map((p) => p.delivery).filter((name) => name !== whole.delivery))],
    isExplained: sumsOf(parts, series).has(whole.value),
  };
}

const total = (parts: readonly Count[]): number => parts.reduce((sum, part) => sum + part.value, 0);

/** undefined as soon as one is not known. */
function knownParts(partition: readonly Period[], whole: Count, series: Series): readonly Count[] | undefined {
  const parts: Count[] = [];
  for (const period of partition) {
    const part = knownCount(series, period, whole.delivery);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  return parts;
}

/** All sums that the values held of the parts make, when each is taken as one delivery gave it. */
function sumsOf(parts: readonly Count[], { byPeriod }: Series): ReadonlySet<number> {
  let sums: ReadonlySet<number> = new Set([0]);
  for (const { period } of parts) {
    const values = new Set((byPeriod.get(periodKey(period)) ?? []).map((count) => count.value));
    sums = new Set([...sums].flatMap((sum) => [...values].map((value) => sum + value)));
  }
  return sums;
}

/** A part that another delivery brought is behind all the differences of a file; within one delivery, each line has its own. */
const causeOf = ({ whole, sum, others, isExplained }: Fault): string =>
  [
    whole.provenance.file,
    isExplained,
    ...(others.length > 0 ? [] : [lineKey(whole), whole.kind, periodKey(whole.period), whole.value - sum]),
  ].join("|");

function toIssue(same: readonly Fault[]): Issue {
  const [first, ...more] = same as readonly [Fault, ...Fault[]];
  const { whole, sum, isExplained } = first;
  const known = {
    others: [...new Set(same.flatMap((fault) => fault.others))].map(own),
    isExplained,
    value: whole.value,
    sum,
  };
  const about =
    more.length === 0
      ? { ...known, one: figureOf(whole), parts: first.parts.map(({ period, value }) => ({ period, value })) }
      : {
          ...known,
          lines: byLine(
            same.map((fault) => ({
              figure: fault.whole,
              said: { period: fault.whole.period, value: fault.whole.value, sum: fault.sum },
            })),
          ),
        };
  const say = isExplained ? aNote : aWarning;
  return say(isHalfYear(whole.period) ? "half-year-not-its-quarters" : "cumulative-not-its-parts", {
    about,
    place: whole.provenance,
    ...(more.length > 0 && { also: more.map((fault) => fault.whole.provenance) }),
  });
}

/**
 * Partitions of a period, the finest last: quarters, what came before and the last quarter, half-years, months.
 * 2026-01/2026-09 => [T1, T2, T3], [S1, T3], [its nine months]
 */
const partitionsOf = ({ first, last }: Period): readonly (readonly Period[])[] => partitions(first, last);

const partitions = remember((start: Month, end: Month): readonly (readonly Period[])[] => {
  const period: Period = { first: start, last: end };
  const quarters = quartersOf(period) ?? [];
  const last = quarters.at(-1);
  const found: (readonly Period[])[] = [];
  if (quarters.length > 1) found.push(quarters);
  if (last && quarters.length > 2) found.push([{ first: period.first, last: addMonths(last.first, -1) }, last]);
  if (quarters.length === 4 && monthOf(period.first) === 1)
    found.push([
      { first: period.first, last: addMonths(period.first, 5) },
      { first: addMonths(period.first, 6), last: period.last },
    ]);
  const months = Array.from({ length: lengthOf(period) }, (_, i) => addMonths(period.first, i));
  if (months.length > 1) found.push(months.map((m) => ({ first: m, last: m })));
  return found;
});
