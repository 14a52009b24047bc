/** Observation[] → QuarterAnalysis: series, vintages, changes, tests. Pure. */
export { toAnalysesJson } from "./json.ts";
export { type AnalyseInput, analyse, announcementsAt } from "./quarter.ts";
