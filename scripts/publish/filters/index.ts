/** The filters of the templates: plain functions, registered by .eleventy.js under these names. */
import { drawCurve, drawSparkline, drawSpread } from "../../draw/index.ts";
import { formatNumber, plural, SEVERITY_LABELS } from "../../model/format.ts";
import type { Issue } from "../../model/issue.ts";
import { controlView, receivedView } from "./control-view.ts";
import { cspHash, embedJson, pageStyle } from "./embed.ts";
import { groupStarts, headRows } from "./table-head.ts";
import { leadIn, onPaper, printable } from "./texts.ts";
import { chartsOf, sheetSection, viewsOf } from "./views.ts";

export const filters = {
  printable,
  onPaper,
  chartsOf,
  leadIn,
  controlView,
  receivedView: (files: Parameters<typeof receivedView>[0]) => receivedView(files),
  headRows,
  groupStarts,
  embedJson,
  cspHash,
  pageStyle,
  viewsOf,
  sheetSection,
  drawSparkline,
  drawCurve,
  drawSpread,
  number: formatNumber,
  plural,
  severityLabel: (severity: Issue["severity"]): string => SEVERITY_LABELS[severity],
};
