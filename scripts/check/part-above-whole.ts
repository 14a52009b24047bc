/** A cumulative count is never below the count of a period that it contains: what remains would be negative. */
import { formatNumber } from "../model/format.ts";
import { aWarning, type Issue } from "../model/issue.ts";
import { contains, periodKey, samePeriod } from "../model/period.ts";
import { ASK_SERVICE, type CheckContext, describe, knownCount, withArticle } from "./context.ts";

export function* partAboveWhole({ observations, series }: CheckContext): Iterable<Issue> {
  const periods = [...new Map(observations.map((o) => [periodKey(o.period), o.period])).values()];
  const parts = new Map(
    periods.map((whole) => [
      periodKey(whole),
      periods.filter((period) => contains(whole, period) && !samePeriod(whole, period)),
    ]),
  );
  for (const own of series) {
    for (const whole of own.counts) {
      for (const period of parts.get(periodKey(whole.period)) ?? []) {
        const part = knownCount(own, period, whole.delivery);
        if (!part || part.value <= whole.value) continue;
        const revised =
          part.delivery === whole.delivery
            ? ""
            : ` Ce nombre vient de la livraison ${part.delivery} : il a pu être révisé depuis.`;
        yield aWarning("cumulative-below-part", {
          message:
            `${describe(whole)} : ${formatNumber(whole.value)}, moins que ${withArticle(part.period)} qui en fait partie ` +
            `(${formatNumber(part.value)}) ; le reste serait négatif (${formatNumber(whole.value - part.value)}).${revised}`,
          hint: ASK_SERVICE,
          place: whole.provenance,
          actual: String(whole.value),
          expected: `${part.value} au moins`,
        });
      }
    }
  }
}
