/** A correction: which confirmed figures of the same quarter it changes, one by one. */
import { periodOfDelivery } from "../model/delivery.ts";
import { FORCE_LABELS, formatNumber, formatPeriod } from "../model/format.ts";
import type { Lecture } from "../model/lecture.ts";
import { entersSeries, type Observation, type Recognition } from "../model/observation.ts";
import { periodKey, samePeriod } from "../model/period.ts";
import { lineKey } from "../nomenclature/index.ts";
import type { Difference } from "./news-words.ts";

const keyOf = (o: Observation): string => [lineKey(o), o.force, periodKey(o.period)].join("|");
const shown = ({ value, provenance }: Observation): string =>
  value === null ? provenance.raw.trim() || "n.d." : formatNumber(value);

/** « Cambriolages de logement, gendarmerie nationale : 9 → 11 »; a figure of another period than the quarter says which. */
export function correctedFigures(
  { file, observations }: Recognition,
  lectures: readonly Lecture[],
): readonly Difference[] {
  const { delivery } = file.source;
  const quarter = periodOfDelivery(delivery);
  const others = lectures.filter(
    (one) => one.delivery < delivery && samePeriod(periodOfDelivery(one.delivery), quarter),
  );
  const before = new Map(
    others
      .flatMap(({ files }) => files.flatMap(({ recognition }) => recognition.observations.filter(entersSeries)))
      .map((o) => [keyOf(o), o]),
  );
  return observations.filter(entersSeries).flatMap((o): readonly Difference[] => {
    const old = before.get(keyOf(o));
    if (!old || old.value === o.value) return [];
    const period = samePeriod(o.period, quarter) ? "" : `, ${formatPeriod(o.period)}`;
    const says = `${o.label}, ${FORCE_LABELS[o.force].toLowerCase()}${period} : ${shown(old)} → ${shown(o)}`;
    return [{ says, place: o.provenance }];
  });
}
