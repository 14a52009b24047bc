/** A correction: which figures of the earlier deliveries of its quarter it changes, one by one, confirmed or read by their map. */
import { deliveryOfPath, periodOfDelivery } from "../model/delivery.ts";
import { FORCE_LABELS, formatNumber, formatPeriod } from "../model/format.ts";
import { entersSeries, type Observation, type Recognition } from "../model/observation.ts";
import { samePeriod } from "../model/period.ts";
import { figureKey } from "../nomenclature/index.ts";
import type { Difference } from "./news-words.ts";

const shown = ({ value, provenance }: Observation): string =>
  value === null ? provenance.raw.trim() || "n.d." : formatNumber(value);

/** Of each figure, the latest value that the deliveries before this one give. */
function latestBefore(delivery: string, others: readonly Recognition[]): ReadonlyMap<string, Observation> {
  const deliveryOf = (one: Recognition): string => one.file.source.delivery;
  const earlier = others
    .filter((one) => deliveryOf(one) < delivery)
    .toSorted((a, b) => (deliveryOf(a) < deliveryOf(b) ? -1 : 1));
  return new Map(earlier.flatMap((one) => one.observations.filter(entersSeries)).map((o) => [figureKey(o), o]));
}

/**
 * « Cambriolages de logement, gendarmerie nationale : 9 → 11 (corrige 2026-T2) »; a figure of another period than the quarter says which.
 * @param others what is known of every delivery.
 */
export function correctedFigures(
  { file, observations }: Recognition,
  others: readonly Recognition[],
): readonly Difference[] {
  const { delivery } = file.source;
  const quarter = periodOfDelivery(delivery);
  const ofQuarter = others.filter((one) => samePeriod(periodOfDelivery(one.file.source.delivery), quarter));
  const before = latestBefore(delivery, ofQuarter);
  return observations.filter(entersSeries).flatMap((o): readonly Difference[] => {
    const old = before.get(figureKey(o));
    if (!old || old.value === o.value) return [];
    const period = samePeriod(o.period, quarter) ? "" : `, ${formatPeriod(o.period)}`;
    const says = `${o.label}, ${FORCE_LABELS[o.force].toLowerCase()}${period} : ${shown(old)} → ${shown(o)} (corrige ${deliveryOfPath(old.provenance.file)})`;
    return [{ says, place: o.provenance }];
  });
}

/** How many figures of months gone by are others than those that an earlier quarter's delivery gave. */
export function countRevised({ file, observations }: Recognition, others: readonly Recognition[]): number {
  const { delivery } = file.source;
  const quarter = periodOfDelivery(delivery);
  const before = latestBefore(delivery, others);
  return observations.filter((o) => {
    const old = entersSeries(o) && o.period.last < quarter.first ? before.get(figureKey(o)) : undefined;
    return old !== undefined && old.value !== o.value;
  }).length;
}
