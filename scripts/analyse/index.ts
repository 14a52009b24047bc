/** Observation[] → QuarterAnalysis: series, vintages, changes, tests. Pure. */
export { announcementsOf } from "./announcements.ts";
export { toAnalysesJson } from "./json.ts";
export { analyse } from "./quarter.ts";
