/** Chart data -> SVG text. */
export { chartConfiguration } from "./configuration.ts";
export { drawCurve, drawSparkline } from "./sparkline.ts";
export { drawChart } from "./svg.ts";
