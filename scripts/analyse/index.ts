/** Observation[] → QuarterAnalysis: series, vintages, changes, tests. Pure. */
export { type AnalyseInput, analyse, announcementsAt } from "./quarter.ts";
