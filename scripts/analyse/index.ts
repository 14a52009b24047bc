/** Observation[] → QuarterAnalysis: series, vintages, changes, tests. Pure. */
export { toAnalysesJson } from "./json.ts";
export { analyse } from "./quarter.ts";
