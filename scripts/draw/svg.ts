/** ChartData -> SVG text, with Chart.js drawing on a context that writes SVG. */
import type { ChartData } from "../model/chart.ts";
import { escapeXml } from "../model/text/xml.ts";
import { Chart } from "./chart.ts";
import { chartConfiguration, sizeOf } from "./configuration.ts";
import { PAPER } from "./palette.ts";
import { SvgContext } from "./svg-context.ts";

/**
 * Draws one chart. The SVG scales with the place it is given (viewBox, no width), takes font and colours from the page, and
 * is an image with a title and a description for those who do not see it.
 * @returns `<svg …>…</svg>`, the same text for the same chart
 */
export function drawChart(chart: ChartData): string {
  const { width, height } = sizeOf(chart);
  const canvas = { width, height, style: {}, getContext: () => context };
  const context = new SvgContext(canvas);
  // Outside a browser Chart.js needs no more of a canvas than this; its types ask for the browser's own.
  const drawing = new Chart(
    canvas as unknown as ConstructorParameters<typeof Chart>[0],
    chartConfiguration(chart, PAPER),
  );
  const content = context.content();
  drawing.destroy();
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img"`,
    ` aria-labelledby="${chart.id}-t ${chart.id}-d">`,
    `<title id="${chart.id}-t">${escapeXml(chart.title)}</title><desc id="${chart.id}-d">${escapeXml(chart.alternative)}</desc>`,
    content,
    "</svg>",
  ].join("");
}
