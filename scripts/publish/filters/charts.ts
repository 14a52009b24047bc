/** The charts of a bulletin, for the screen script. */

import type { ChartData } from "../../model/chart.ts";
import type { Section } from "../../model/document/bulletin.ts";

export const chartsOf = (sections: readonly Section[]): readonly ChartData[] =>
  sections.flatMap((section) =>
    section.blocks.flatMap((block) => (block.kind === "charts" ? block.charts.map(({ chart }) => chart) : [])),
  );
