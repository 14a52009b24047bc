/** A file that was recognised, held to the map of a confirmed one: what of its texts is new, and what is read as another figure. */
import { periodOfDelivery } from "../model/delivery.ts";
import { type Observation, provenanceKey, type Recognition } from "../model/observation.ts";
import { type Period, samePeriod } from "../model/period.ts";
import { findIn } from "./find.ts";
import type { News } from "./found.ts";
import type { Counted, MapOfFile } from "./map.ts";
import { areSaid, mayBe, monthsAt } from "./months-at.ts";
import { monthsGone } from "./months-held.ts";
import { newsAt, type Spot, wasAt } from "./spot.ts";
import { isNothing, readText } from "./texts.ts";

export function heldTo(map: MapOfFile, { file, tables, observations }: Recognition): readonly News[] {
  const { news, tables: found } = findIn(map, { ...file, grids: tables.map(({ grid }) => grid) });
  const counts = new Map(observations.map((o) => [provenanceKey(o.provenance), o]));
  const told = new Set(news.flatMap((one) => ("place" in one ? [provenanceKey(one.place)] : [])));
  const isAsItWas = (spot: Spot): boolean => {
    const { place } = newsAt(spot, "meaning");
    const was = wasAt(spot);
    if (!was || told.has(provenanceKey(place))) return true;
    const now = counts.get(provenanceKey(place));
    if (was.is === "count" && now) return sameFigure(was, now) && sameMonths(was, now.period, spot);
    return (was.is !== "count" && !now) || isNothing(place.raw.trim());
  };
  const others = found.flatMap((table) =>
    table.grid.rows.flatMap((cells, row) =>
      cells
        .map((_, column): Spot => ({ found: table, row, column }))
        .filter((spot) => !isAsItWas(spot))
        .map((spot) => newsAt(spot, "meaning")),
    ),
  );
  const gone = monthsGone(map, observations, periodOfDelivery(file.source.delivery));
  return [...news, ...others, ...gone.map((one) => ({ is: "months-gone", ...one }) as const)];
}

const sameFigure = ({ of: before }: Counted, now: Observation): boolean =>
  before.statement === now.statement &&
  before.kind === now.kind &&
  before.force === now.force &&
  before.indicator === now.indicator &&
  (now.indicator !== null || readText(before.label).shape === readText(now.label).shape);

/** Where its texts do not say which of two spans it is, a person may have said so. */
function sameMonths(before: Counted, period: Period, spot: Spot): boolean {
  const own = monthsAt(before, spot);
  if (own) return samePeriod(own, period);
  return mayBe(before, spot).some((one) => samePeriod(one, period)) && areSaid(before, period, spot);
}
