/** Chart data -> SVG text. */
export { chartConfiguration } from "./configuration.ts";
export { drawCurve, drawSparkline } from "./sparkline.ts";
export { drawSpread } from "./spread.ts";
export { drawChart } from "./svg.ts";
