/** Chart data -> SVG text. */
export { drawChart } from "./chart.ts";
export { drawCurve, drawSparkline, drawSpread } from "./sparkline.ts";
