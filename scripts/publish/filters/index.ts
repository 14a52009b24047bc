/** The filters of the templates: plain functions, registered by .eleventy.js under these names. */

import { drawCurve, drawSparkline, drawSpread } from "../../draw/sparkline.ts";
import type { ChartData } from "../../model/chart.ts";
import { formatNumber, plural, SEVERITY_LABELS } from "../../model/format.ts";
import type { Issue } from "../../model/issue.ts";
import { chartsIn, chartsOf, signsIn } from "./charts.ts";
import { controlView, receivedView } from "./control-view.ts";
import { cspHash, embedJson, pageStyle } from "./embed.ts";
import { MOST_POINTS, waysOf } from "./gives-way.ts";
import { onPaper } from "./on-paper.ts";
import { groupStarts, headRows } from "./table-head.ts";
import { leadIn, printable } from "./texts.ts";
import { viewsOf } from "./views.ts";

export const filters = {
  printable,
  onPaper,
  chartsOf,
  chartsIn,
  signsIn,
  drawn: (lines: readonly { readonly chart: ChartData }[]) => lines.map(({ chart }) => chart),
  leadIn,
  controlView,
  receivedView: (files: Parameters<typeof receivedView>[0]) => receivedView(files),
  headRows,
  groupStarts,
  embedJson,
  cspHash,
  pageStyle,
  viewsOf,
  waysOf,
  mostPoints: () => MOST_POINTS,
  drawSparkline,
  drawCurve,
  drawSpread,
  number: formatNumber,
  plural,
  severityLabel: (severity: Issue["severity"]): string => SEVERITY_LABELS[severity],
};
