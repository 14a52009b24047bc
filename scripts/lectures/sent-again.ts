/** Earlier figures sent again under the title of this quarter: none of them is taken before a person has said that they are its own. */

import { periodOfDelivery } from "../model/delivery.ts";
import { anError, type Issue } from "../model/issue.ts";
import type { Answer } from "../model/lecture.ts";
import { entersSeries, type Observation, type Reading, type Recognition } from "../model/observation.ts";
import { distinctPeriods, lengthOf, type Period, periodKey, samePeriod, shiftQuarters } from "../model/period.ts";
import { CHOICES } from "../model/question.ts";
import { own } from "../model/received.ts";
import { ofPeriod } from "../model/remarks/others.ts";
import { copiedLines, isCopy } from "../nomenclature/index.ts";

interface SentAgain {
  /** Without the figures of the periods whose column is an earlier one. */
  readonly recognition: Recognition;
  /** Of each; none where a person has left them out. */
  readonly issues: readonly Issue[];
}

/** In quarters, from its own: those that the delivery before gives, and the same a year before. */
const EARLIER = [-1, -4, -5, -8] as const;

/** @param others what is known of every delivery. @returns null where no column is that of an earlier one. */
export function sentAgain(
  recognition: Recognition,
  others: readonly Recognition[],
  answers: readonly Answer[],
): SentAgain | null {
  const { delivery, path } = recognition.file.source;
  const ownSpan = ownPeriod(recognition, periodOfDelivery(delivery));
  const before = others.flatMap((r) =>
    r.file.source.delivery < delivery && r.file.source.path !== path ? r.observations : [],
  );
  const earlier = EARLIER.map((shift) => shiftQuarters(ownSpan, shift));
  const periods = distinctPeriods(recognition.observations.map((o) => o.period));
  const answerOn = (period: Period): Answer | undefined =>
    answers.find(({ kind, text }) => kind === "copy" && text === periodKey(period));
  const copied = periods.flatMap((period): readonly Repeated[] => {
    if (lengthOf(period) !== lengthOf(ownSpan) || answerOn(period)?.choice === CHOICES.own) return [];
    const found = repeatedIn(recognition, period, { before, earlier });
    return found ? [found] : [];
  });
  if (copied.length === 0) return null;
  return {
    recognition: copied.reduce(leftOut, recognition),
    issues: copied.flatMap((one) => (answerOn(one.period) ? [] : [issueOf(one, recognition)])),
  };
}

interface Known {
  /** Of the deliveries before. */
  readonly before: readonly Observation[];
  readonly earlier: readonly Period[];
}

/** A column of the period that is, but for a few lines, one of another, and not the one that is known of it. */
function repeatedIn({ observations }: Recognition, period: Period, { before, earlier }: Known): Repeated | undefined {
  for (const column of columnsOf(observations, period)) {
    const [first] = column;
    const others = (when: Period): readonly Column[] =>
      columnsOf(before, when).filter(([other]) => other.statement === first.statement && other.force === first.force);
    if (others(period).some((known) => isCopy(column, known))) continue;
    for (const other of earlier) {
      if (samePeriod(other, period)) continue;
      const same = Math.max(0, ...others(other).map((one) => copiedLines(column, one)));
      // twelve months and the twelve that end a quarter before share nine: few lines change
      if (same > 0 && (same === column.length || other.last < period.first))
        return { first, period, earlier: other, lines: [same, column.length] };
    }
  }
  return undefined;
}

/** The quarter; in a file that gives no figure of it, as one of twelve months, the longest period that ends with it. */
function ownPeriod({ observations }: Recognition, quarter: Period): Period {
  const periods = observations.map((o) => o.period).filter(({ last }) => last === quarter.last);
  if (periods.some((period) => samePeriod(period, quarter))) return quarter;
  const [longest = quarter] = periods.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  return longest;
}

type Column = readonly [Observation, ...Observation[]];

/** The columns of one period: a statement, a force, a file each. */
const columnsOf = (observations: readonly Observation[], period: Period): readonly Column[] =>
  [
    ...Map.groupBy(
      observations.filter((o) => entersSeries(o) && samePeriod(o.period, period)),
      (o) => [o.provenance.file, o.statement, o.force].join("|"),
    ).values(),
  ].flatMap(([first, ...rest]) => (first ? [[first, ...rest] as const] : []));

interface Repeated {
  readonly first: Observation;
  readonly period: Period;
  readonly earlier: Period;
  /** How many of its lines are the same. */
  readonly lines: readonly [same: number, all: number];
}

function leftOut(recognition: Recognition, { period, earlier }: Repeated): Recognition {
  const isLeft = (o: Observation): boolean => samePeriod(o.period, period);
  const reading = (r: Reading): Reading =>
    r.kind === "count" && isLeft(r.observation)
      ? { kind: "not-understood", why: `mêmes chiffres que ceux ${ofPeriod(earlier)}` }
      : r;
  return {
    ...recognition,
    tables: recognition.tables.map((t) => ({ ...t, readings: t.readings.map((row) => row.map(reading)) })),
    observations: recognition.observations.filter((o) => !isLeft(o)),
  };
}

const issueOf = ({ first, period, earlier, lines }: Repeated, { file: { source }, observations }: Recognition): Issue =>
  anError("figures-copied", {
    about: {
      period,
      earlier,
      force: first.force,
      figures: observations.filter((o) => samePeriod(o.period, period)).length,
      lines,
      delivery: own(source.delivery),
    },
    place: first.provenance,
    asks: {
      kind: "copy",
      text: periodKey(period),
      may: [CHOICES.own, CHOICES.leaveOut, CHOICES.unknown],
    },
  });
