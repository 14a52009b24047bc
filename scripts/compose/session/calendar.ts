/** The days to come: the deliveries after this quarter, and those on which what is held passes its time. From the settings alone, and no clock. */

import { dueDay, quarterOfDelivery, retentionDay } from "../../model/delivery.ts";
import type { CalendarDay } from "../../model/document/bulletin.ts";
import { formatPeriod } from "../../model/format.ts";
import { quarterId, shiftQuarters } from "../../model/period.ts";
import type { Context } from "../context/context.ts";

const DELIVERIES_AHEAD = 4;

export function calendarDays(c: Context): readonly CalendarDay[] {
  const { deliveryDay, retentionYears } = c.settings;
  const deliveries = Array.from({ length: DELIVERIES_AHEAD }, (_, i) => shiftQuarters(c.quarter, i + 1)).map(
    (quarter) => ({
      id: `livraison-${quarterId(quarter)}`,
      day: dueDay(quarter, deliveryDay),
      title: `Statistiques du ${formatPeriod(quarter)} : livraison attendue`,
    }),
  );
  const held = new Map(
    c.analysis.deliveries
      .flatMap((name) => quarterOfDelivery(name) ?? [])
      .map((quarter) => [quarterId(quarter), quarter]),
  );
  const retention =
    retentionYears === null
      ? []
      : [...held].map(([id, quarter]) => ({
          id: `conservation-${id}`,
          day: retentionDay(quarter, retentionYears),
          title: `Statistiques du ${formatPeriod(quarter)} : fin de conservation (npm run conservation)`,
        }));
  return [...deliveries, ...retention].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
