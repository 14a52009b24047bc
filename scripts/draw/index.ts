/** Chart data -> SVG text. */
export { chartConfiguration } from "./configuration.ts";
export { drawCurve, drawSparkline, drawSpread } from "./sparkline.ts";
export { drawChart } from "./svg.ts";
