/** A file that was recognised, held to the map of a confirmed one: what of its texts is new, and what is read as another figure. */
import { periodOfDelivery } from "../model/delivery.ts";
import { type Observation, placeAt, provenanceKey, type Recognition } from "../model/observation.ts";
import { type Period, samePeriod } from "../model/period.ts";
import { findIn, type News } from "./find.ts";
import type { Counted, MapOfFile } from "./map.ts";
import { areSaid, mayBe, monthsAt } from "./months-at.ts";
import { monthsGone } from "./months-held.ts";
import { newsAt, type Spot, wasAt } from "./spot.ts";
import { isNothing, readText } from "./texts.ts";

export function heldTo(map: MapOfFile, { file, tables, observations }: Recognition): readonly News[] {
  const { news, tables: found } = findIn(map, { ...file, grids: tables.map(({ grid }) => grid) });
  const read = new Map(tables.map(({ grid, readings }) => [grid, readings]));
  const told = new Set(news.flatMap((one) => ("place" in one ? [provenanceKey(one.place)] : [])));
  const others = found.flatMap((table) =>
    (read.get(table.grid) ?? []).flatMap((readings, row) =>
      readings.flatMap((reading, column): readonly News[] => {
        const spot = { found: table, row, column };
        const was = wasAt(spot);
        const place = placeAt(table.grid, row, column);
        if (!was || told.has(provenanceKey(place))) return [];
        const now = reading.kind === "count" ? reading.observation : null;
        const before = was.is === "count" ? was : null;
        const isSame =
          before && now
            ? sameFigure(before, now) && sameMonths(before, now.period, spot)
            : before === now || isNothing(place.raw.trim());
        return isSame ? [] : [newsAt(spot, "meaning")];
      }),
    ),
  );
  const gone = monthsGone(map, observations, periodOfDelivery(file.source.delivery)).map(
    (one) => ({ is: "months-gone", ...one }) as const,
  );
  return [...news, ...others, ...gone];
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
