/** What would be read otherwise today of a file whose lecture is confirmed: told, and changed in nothing. */
import { FORCE_LABELS, formatNumber, formatPeriod, quote } from "../model/format.ts";
import { type Observation, provenanceKey, type Recognition } from "../model/observation.ts";
import { figureKey } from "../nomenclature/index.ts";
import type { Difference } from "./news-words.ts";

const key = (o: Observation): string => [provenanceKey(o.provenance), figureKey(o), o.value ?? o.status].join("|");

const show = (o: Observation): string =>
  `${quote(o.label)}, ${FORCE_LABELS[o.force].toLowerCase()}, ${formatPeriod(o.period)} : ${o.value === null ? o.provenance.raw : formatNumber(o.value)}`;

export function rereadDifferences(confirmed: Recognition, today: Recognition): readonly Difference[] {
  const only = (these: Recognition, others: Recognition): readonly Observation[] => {
    const known = new Set(others.observations.map(key));
    return these.observations.filter((o) => !known.has(key(o)));
  };
  return [
    ...only(confirmed, today).map((o) => ({ says: `confirmé, et plus lu ainsi : ${show(o)}`, place: o.provenance })),
    ...only(today, confirmed).map((o) => ({
      says: `lu aujourd'hui, et non confirmé : ${show(o)}`,
      place: o.provenance,
    })),
  ];
}
