/** A cumulative count, a half-year, a year or a quarter is the sum of its parts, when all of them are held. */
import { formatNumber, formatPeriod } from "../model/format.ts";
import type { Issue } from "../model/issue.ts";
import type { Count } from "../model/observation.ts";
import { isHalfYear, type Period } from "../model/period.ts";
import { ASK_SERVICE, type CheckContext, describe, knownCount, type Series } from "./context.ts";
import { partitionsOf } from "./period-parts.ts";

export function* periodSum({ series }: CheckContext): Iterable<Issue> {
  for (const own of series) {
    for (const whole of own.counts) {
      const parts = partsOf(whole, own);
      if (!parts) continue;
      // A printed total depends on the lines that its statement lists: it adds up within one delivery only.
      if (whole.kind === "total" && parts.some((p) => p.delivery !== whole.delivery)) continue;
      const sum = parts.reduce((total, part) => total + part.value, 0);
      if (sum === whole.value) continue;
      const earlier = [...new Set(parts.map((p) => p.delivery).filter((name) => name !== whole.delivery))];
      const words = parts.map((p) => `${formatPeriod(p.period)} : ${formatNumber(p.value)}`).join(" ; ");
      yield {
        rule: isHalfYear(whole.period) ? "half-year-not-its-quarters" : "cumulative-not-its-parts",
        severity: "warning",
        message:
          `${describe(whole)} : ${formatNumber(whole.value)} imprimé, mais ses parties font ${formatNumber(sum)} (${words}).` +
          (earlier.length > 0
            ? ` Une part vient d'une autre livraison (${earlier.join(", ")}) : elle a pu être révisée depuis.`
            : ""),
        hint:
          earlier.length > 0
            ? "Demandez au service si un trimestre antérieur a été révisé, et l'état corrigé de ce trimestre."
            : ASK_SERVICE,
        place: whole.provenance,
        actual: String(whole.value),
        expected: String(sum),
      };
    }
  }
}

/** The first partition whose counts are all known in the delivery of the whole. */
function partsOf(whole: Count, series: Series): readonly Count[] | undefined {
  for (const partition of partitionsOf(whole.period)) {
    const parts = knownParts(partition, whole, series);
    if (parts) return parts;
  }
  return undefined;
}

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
