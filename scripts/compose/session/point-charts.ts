/** The charts of what page one announces, where the bulletin itself draws none: a line that stands under its family. */
import type { ChartData } from "../../model/chart.ts";
import { chart } from "../charts/chart.ts";
import { chartedLines, hasCourse, timeAxis } from "../charts/charts-block.ts";
import type { Context } from "../context/context.ts";
import { announced } from "../front/announced.ts";

/** By the key of their line. */
export function pointCharts(c: Context): Readonly<Record<string, ChartData>> {
  const drawn = c.nomenclature.statements.flatMap((s) => chartedLines(c, s.id));
  const keys = new Set(drawn.map(({ key }) => key));
  const left = announced(c).flatMap(({ line }) => (hasCourse(line) && !keys.has(line.key) ? [line] : []));
  return Object.fromEntries(left.map((line) => [line.key, chart(c, line, timeAxis([...drawn, line]))]));
}
