/** Chart data -> SVG text. */
export { chartConfiguration } from "./configuration.ts";
export { drawSparkline } from "./sparkline.ts";
export { drawChart } from "./svg.ts";
