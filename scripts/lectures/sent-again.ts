/** Earlier figures sent again under the title of this quarter: none of them is taken before a person has said that they are its own. */

import { periodOfDelivery } from "../model/delivery.ts";
import { anError, type Issue } from "../model/issue.ts";
import type { Answer } from "../model/lecture.ts";
import { entersSeries, type Observation, type Reading, type Recognition } from "../model/observation.ts";
import { lengthOf, type Period, periodKey, samePeriod, shiftQuarters } from "../model/period.ts";
import { CHOICES } from "../model/question.ts";
import { own } from "../model/received.ts";
import { ofPeriod } from "../model/remarks/others.ts";
import { isCopy } from "../nomenclature/index.ts";

interface SentAgain {
  /** Without the figures of its own period. */
  readonly recognition: Recognition;
  /** null: a person has left them out. */
  readonly issue: Issue | null;
}

/** In quarters: the one before, and that of the year before. */
const EARLIER = [-1, -4] as const;

/** @param others what is known of every delivery. @returns null where no column of its own period is that of an earlier one. */
export function sentAgain(
  recognition: Recognition,
  others: readonly Recognition[],
  answers: readonly Answer[],
): SentAgain | null {
  const { delivery, path } = recognition.file.source;
  const period = ownPeriod(recognition, periodOfDelivery(delivery));
  const answer = answers.find((a) => a.kind === "copy" && a.text === periodKey(period));
  if (answer?.choice === CHOICES.own) return null;
  const before = others.flatMap((r) => (r.file.source.delivery < delivery ? r.observations : []));
  for (const shift of EARLIER) {
    const earlier = shiftQuarters(period, shift);
    for (const column of columnsOf(recognition.observations, period)) {
      const [first] = column;
      const isCopied = columnsOf(before, earlier).some(
        (other) =>
          other[0].statement === first.statement &&
          other[0].force === first.force &&
          other[0].provenance.file !== path &&
          isCopy(column, other),
      );
      if (isCopied) {
        const { issue, ...left } = leftOut(recognition, { first, period, earlier });
        return { ...left, issue: answer ? null : issue };
      }
    }
  }
  return null;
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
}

function leftOut(recognition: Recognition, { first, period, earlier }: Repeated) {
  const isLeft = (o: Observation): boolean => samePeriod(o.period, period);
  const reading = (r: Reading): Reading =>
    r.kind === "count" && isLeft(r.observation)
      ? { kind: "not-understood", why: `mêmes chiffres, ligne pour ligne, que ceux ${ofPeriod(earlier)}` }
      : r;
  const left = recognition.observations.filter(isLeft);
  const issue = anError("figures-copied", {
    about: {
      period,
      earlier,
      force: first.force,
      figures: left.length,
      delivery: own(recognition.file.source.delivery),
    },
    place: first.provenance,
    asks: {
      kind: "copy",
      text: periodKey(period),
      may: [CHOICES.own, CHOICES.leaveOut, CHOICES.unknown],
    },
  });
  return {
    recognition: {
      ...recognition,
      tables: recognition.tables.map((t) => ({ ...t, readings: t.readings.map((row) => row.map(reading)) })),
      observations: recognition.observations.filter((o) => !isLeft(o)),
    },
    issue,
  };
}
