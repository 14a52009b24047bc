/** Small observations for the tests of analyse: a nomenclature of two statements, settings, counts. */
import type { Analysis, Comparison, ComparisonKind, QuarterAnalysis } from "../../scripts/model/analysis.ts";
import type { Indicator, Nomenclature } from "../../scripts/model/nomenclature.ts";
import type { Force, Observation } from "../../scripts/model/observation.ts";
import { type Period, quarter, shiftQuarters } from "../../scripts/model/period.ts";
import type { Settings } from "../../scripts/model/settings.ts";

const indicator = (id: string, some: Partial<Indicator> = {}): Indicator => ({
  id,
  label: `Label of ${id}`,
  short: `Label of ${id}`,
  theme: "vols",
  grave: false,
  covers: [],
  aliases: [],
  unit: "fait",
  definition: "",
  index: [],
  source: "",
  denominator: "habitants",
  family: null,
  breaks: [],
  ssmsi: [],
  ...some,
});

export const nomenclature: Nomenclature = {
  statements: [
    {
      id: "IS101",
      label: "IS 101",
      title: "",
      names: [],
      indicators: [
        indicator("homicides", { ssmsi: ["Homicides"] }),
        indicator("cambriolages", { denominator: "logements", ssmsi: ["Cambriolages de logement"] }),
        indicator("vols"),
      ],
    },
    {
      id: "IST",
      label: "IST",
      title: "",
      names: [],
      indicators: [indicator("biens"), indicator("degradations", { family: "biens" })],
    },
  ],
};

export const settings: Settings = {
  commune: { name: "Exemple", insee: "99001", departement: null },
  population: { 2021: 6500 },
  dwellings: { 2021: 3000 },
  service: "",
  deliveryDay: 8,
  since: null,
  expectedStatements: [],
  mandateSince: null,
  marking: "",
  labels: [],
  words: [],
  events: [],
  breaks: [],
  browser: null,
  retentionYears: null,
  fictitious: true,
  isDefault: false,
};

let place = 0;
export const observe = (period: Period, value: number | null, some: Partial<Observation> = {}): Observation => ({
  statement: "IS101",
  indicator: "vols",
  label: "Vols",
  family: null,
  kind: "line",
  force: "ensemble",
  period,
  value,
  status: value === null ? "missing" : "normal",
  delivery: "2026-T1",
  provenance: { file: "2026-T1/is101.csv", part: "CSV", row: ++place, column: 1, raw: String(value ?? "") },
  ...some,
});

/** One count a quarter, oldest first, the last one in `end`. */
export const observeAll = (end: Period, counts: readonly (number | null)[], some: Partial<Observation> = {}) =>
  counts.map((count, i) => observe(shiftQuarters(end, i - counts.length + 1), count, some));

export const T1 = quarter(2026, 1);

/** The only analysis of that line and force. */
export function analysisOf(result: QuarterAnalysis, force: Force = "ensemble", line: string | null = "vols"): Analysis {
  const [found, ...others] = result.analyses.filter((a) => a.force === force && a.indicator === line);
  if (!found || others.length > 0) throw new Error(`${others.length + (found ? 1 : 0)} analyses of ${line}, ${force}`);
  return found;
}

export function comparisonOf(analysis: Analysis, kind: ComparisonKind): Comparison {
  const found = analysis.comparisons.find((c) => c.kind === kind);
  if (!found) throw new Error(`no comparison ${kind}`);
  return found;
}
