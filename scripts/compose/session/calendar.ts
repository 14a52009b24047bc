/**
 * Beside the bulletin, for the session: the days to come, and the charts of what page one announces where the bulletin itself draws none.
 */

import type { ChartData } from "../../model/chart.ts";
import { dueDay, quarterOfDelivery, retentionDay } from "../../model/delivery.ts";
import type { CalendarDay } from "../../model/document/bulletin.ts";
import { formatPeriod } from "../../model/format.ts";
import { quarterId, shiftQuarters } from "../../model/period.ts";
import { chart } from "../charts/chart.ts";
import { chartedLines, hasCourse, timeAxis } from "../charts/charts-block.ts";
import type { Context } from "../context/context.ts";
import { announced } from "../front/announced.ts";

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

/** By the key of their line. */
export function pointCharts(c: Context): Readonly<Record<string, ChartData>> {
  const drawn = c.nomenclature.statements.flatMap((s) => chartedLines(c, s.id));
  const keys = new Set(drawn.map(({ key }) => key));
  const left = announced(c).flatMap(({ line }) => (hasCourse(line) && !keys.has(line.key) ? [line] : []));
  return Object.fromEntries(left.map((line) => [line.key, chart(c, line, timeAxis([...drawn, line]))]));
}
