/** A cumulative count is never below the count of a period that it contains: what remains would be negative. */

import { aWarning, type Issue } from "../model/issue.ts";
import { contains, distinctPeriods, periodKey, samePeriod } from "../model/period.ts";
import { own } from "../model/received.ts";
import { type CheckContext, knownCount, wholeOf } from "./context.ts";

export function* partAboveWhole({ observations, series }: CheckContext): Iterable<Issue> {
  const periods = distinctPeriods(observations.map((o) => o.period));
  const parts = new Map(
    periods.map((whole) => [
      periodKey(whole),
      periods.filter((period) => contains(whole, period) && !samePeriod(whole, period)),
    ]),
  );
  for (const one of series) {
    for (const whole of one.counts) {
      for (const period of parts.get(periodKey(whole.period)) ?? []) {
        const part = knownCount(one, period, whole.delivery);
        if (!part || part.value <= whole.value) continue;
        yield aWarning("cumulative-below-part", {
          about: {
            whole: wholeOf(whole),
            part: { period: part.period, value: part.value },
            from: part.delivery === whole.delivery ? null : own(part.delivery),
          },
          place: whole.provenance,
        });
      }
    }
  }
}
