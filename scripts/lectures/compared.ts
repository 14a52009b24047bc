/** A confirmed file, beside what its map reads in the received file: a figure that was changed since in the lecture is not what stands there. */
import { applyMap, drawMap, findIn } from "../map/index.ts";
import type { ReadFile } from "../model/grid.ts";
import type { ConfirmedFile } from "../model/lecture.ts";
import { cellsOf, type Provenance, provenanceKey } from "../model/observation.ts";
import { periodKey } from "../model/period.ts";

/** Places whose figure is not the one that was confirmed. @param read the received file, of the same bytes. */
export function unlikeFile({ recognition, key }: ConfirmedFile, read: ReadFile): readonly Provenance[] {
  const found = findIn(drawMap(recognition, key), read);
  const { recognition: now } = applyMap(found, read);
  const counts = new Map(now.observations.map((o) => [provenanceKey(o.provenance), o]));
  const cells = read.grids.flatMap((grid) => cellsOf({ grid, readings: [] }));
  const texts = new Map(cells.map(({ place }) => [provenanceKey(place), place.raw]));
  // a merged cell, or one whose months a person has said, is read by no map: its text is what it was
  const isOther = ({ provenance }: { readonly provenance: Provenance }): boolean =>
    texts.get(provenanceKey(provenance)) !== provenance.raw;
  return [
    ...recognition.observations.filter((o) => {
      const own = counts.get(provenanceKey(o.provenance));
      if (!own) return isOther(o);
      return own.value !== o.value || own.status !== o.status || periodKey(own.period) !== periodKey(o.period);
    }),
    ...[...recognition.printed, ...recognition.undated].filter(isOther),
  ].map(({ provenance }) => provenance);
}
