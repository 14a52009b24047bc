/** The charts of a bulletin, for the screen script. */
import type { Section } from "../../model/bulletin.ts";
import type { ChartData } from "../../model/chart.ts";

export const chartsOf = (sections: readonly Section[]): readonly ChartData[] =>
  sections.flatMap((section) =>
    section.blocks.flatMap((block) => (block.kind === "charts" ? block.charts.map(({ chart }) => chart) : [])),
  );
