/** The charts of a bulletin, large and small: for their drawings, and for the screen script; what the legend of some of them holds. */

import type { ChartData } from "../../model/chart.ts";
import { isAnnounced } from "../../model/degree.ts";
import type { Block, Section } from "../../model/document/bulletin.ts";

/** Of one block, in the order in which they stand. */
export function chartsIn(block: Block): readonly ChartData[] {
  if (block.kind === "charts") return block.charts.map(({ chart }) => chart);
  if (block.kind !== "curves") return [];
  return block.themes.flatMap(({ curves }) => curves.map(({ chart }) => chart));
}

export const chartsOf = (sections: readonly Section[]): readonly ChartData[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap(chartsIn));

/** Which signs are drawn in these charts: the legend explains those, and no other. */
export const signsIn = (charts: readonly ChartData[]) => ({
  mark: charts.some(({ verdict }) => isAnnounced(verdict)),
  band: charts.some(({ range }) => range.some((one) => one !== null)),
  pastBand: charts.some(({ range }) => range.slice(0, -1).some((one) => one !== null)),
  mean: charts.some(({ top, rolling }) => top === undefined && rolling.some((value) => value !== null)),
  course: charts.some(({ top, course }) => top === undefined && course.length > 0),
  note: charts.some(({ top, events = [] }) => top === undefined && events.length > 0),
  rupture: charts.some(({ breaks }) => breaks.length > 0),
});
