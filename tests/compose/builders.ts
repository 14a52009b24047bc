/** Hand-built inputs of compose: an invented commune, series written as lists of counts, readings chosen by the test. */
import { mandateOf, mandateSpan } from "../../scripts/analyse/mandate.ts";
import { garwood } from "../../scripts/analyse/rates.ts";
import type { ComposeInput } from "../../scripts/compose/index.ts";
import type {
  Analysis,
  Comparison,
  Figure,
  OrdinaryRange,
  QuarterAnalysis,
  SeriesPoint,
} from "../../scripts/model/analysis.ts";
import type { Verdict } from "../../scripts/model/degree.ts";
import { FIRST_EDITION } from "../../scripts/model/edition.ts";
import type { Indicator, Nomenclature, SeriesBreak } from "../../scripts/model/nomenclature.ts";
import type { Force, Observation, Provenance, ReadTable, Recognition } from "../../scripts/model/observation.ts";
import {
  addMonths,
  comparePeriods,
  cumulative,
  monthIndex,
  type Period,
  quarter,
  quarterId,
  quartersOf,
  rollingYear,
  samePeriod,
  shiftQuarters,
  shiftYears,
} from "../../scripts/model/period.ts";
import type { Settings } from "../../scripts/model/settings.ts";
import { settings } from "../analyse/builders.ts";

const FRONT: readonly string[] = [
  ...["cambriolages-logement", "coups-blessures-15-ans-plus", "vols-dans-vehicules", "tranquillite-salubrite"],
];
const GRAVE: ReadonlySet<string> = new Set(["homicides", "vols-avec-armes"]);

export const T1_2026 = quarter(2026, 1);

export interface LineSpec {
  readonly statement?: string;
  /** null: a line that the nomenclature does not know. */
  readonly indicator: string | null;
  readonly label: string;
  readonly unit?: string | null;
  readonly family?: string | null;
  readonly level?: "family" | "line";
  /** Quarterly counts, oldest first, the last one that of the quarter; null: not known. */
  readonly counts: readonly (number | null)[];
  /** Share of the police; absent: no force apart. */
  readonly police?: number;
  /** The police's own counts, in place of a share. */
  readonly policeCounts?: readonly number[];
  readonly force?: Force;
  /** Of the quarter against the pooled years; by default from the distance in standard deviations. */
  readonly verdict?: Verdict;
  readonly dueTo?: string;
  /** Of the last twelve months; by default ordinary. */
  readonly lasting?: Verdict;
  readonly p?: number;
  readonly denominator?: { readonly kind: "habitants" | "logements"; readonly size: number; readonly year: number };
  readonly breakAt?: SeriesBreak;
  readonly shape?: Analysis["shape"];
  readonly status?: Figure["status"];
  /** As the settings give it. */
  readonly mandateSince?: string;
}

const fileOf = (statement: string, period: Period): string =>
  `${quarterId(period)}/${statement === "IS101" ? "IS 101" : statement} ${quarterId(period)}.csv`;

const COLUMN: Readonly<Record<Force, number>> = { PN: 2, GN: 3, ensemble: 4 };

export const place = (statement: string, period: Period, row: number, force: Force, raw: string): Provenance => ({
  file: fileOf(statement, period),
  part: "CSV",
  row,
  column: COLUMN[force],
  raw,
});

/** Analyses of one line: ensemble, then PN and GN when `police` is given. `row` is its row in every statement. */
export function analysesOf(spec: LineSpec, row: number, at: Period = T1_2026): readonly Analysis[] {
  const whole = analysis(spec, spec.counts, spec.force ?? "ensemble", row, at);
  const share = spec.police;
  if (share === undefined && spec.policeCounts === undefined) return [whole];
  const pn = spec.counts.map((n, i) => (n === null ? null : (spec.policeCounts?.[i] ?? Math.round(n * (share ?? 0)))));
  const gn = spec.counts.map((n, i) => (n === null ? null : n - (pn[i] ?? 0)));
  return [whole, analysis(spec, pn, "PN", row, at), analysis(spec, gn, "GN", row, at)];
}

function analysis(spec: LineSpec, counts: readonly (number | null)[], force: Force, row: number, at: Period): Analysis {
  const statement = spec.statement ?? "IS101";
  const periods = counts.map((_, i) => shiftQuarters(at, i - counts.length + 1));
  const missing = spec.status ?? "missing";
  const one = (period: Period): Figure => {
    const i = periods.findIndex((p) => samePeriod(p, period));
    const value = counts[i] ?? null;
    const from = i === -1 ? [] : [place(statement, period, row, force, value === null ? "nd" : String(value))];
    return { period, value, status: value === null ? missing : "normal", from };
  };
  const sum = (period: Period): Figure => {
    const parts = (quartersOf(period) ?? []).map(one);
    const known = parts.every((f) => f.value !== null);
    return {
      period,
      value: known ? parts.reduce((t, f) => t + (f.value ?? 0), 0) : null,
      status: known ? (parts.length === 1 ? "normal" : "derived") : missing,
      from: parts.flatMap((f) => f.from),
    };
  };
  const breakMonth = spec.breakAt ? monthIndex(spec.breakAt.from) : Number.NEGATIVE_INFINITY;
  const earlier = (period: Period): readonly Period[] =>
    [1, 2, 3, 4, 5]
      .map((y) => shiftYears(period, -y))
      .filter((p) => one(p).value !== null && monthIndex(p.first) >= breakMonth)
      .toSorted(comparePeriods);
  const rangeOf = (period: Period): OrdinaryRange | null => {
    const basis = earlier(period);
    if (basis.length === 0) return null;
    const mean = basis.reduce((t, p) => t + (one(p).value ?? 0), 0) / basis.length;
    const half = 3 * Math.sqrt(mean * (1 + 1 / basis.length)) + 0.5;
    return { low: Math.max(0, Math.ceil(mean - half)), high: Math.floor(mean + half) };
  };
  const series = periods.map((period): SeriesPoint => {
    return {
      figure: one(period),
      rolling: sum(rollingYear(period)),
      range: rangeOf(period),
      breakBefore:
        spec.breakAt && monthIndex(period.first) <= breakMonth && breakMonth <= monthIndex(period.last)
          ? spec.breakAt
          : null,
    };
  });
  const before = shiftYears(at, -1);
  const rate = spec.denominator;
  const rolling = sum(rollingYear(at));
  const pooled = earlier(at);
  const across = spec.breakAt && monthIndex(before.first) < breakMonth ? spec.breakAt : null;
  return {
    statement,
    indicator: spec.indicator,
    label: spec.label,
    unit: spec.unit === undefined ? "infraction" : spec.unit,
    family: spec.family ?? null,
    level: spec.level ?? "line",
    grave: GRAVE.has(spec.indicator ?? ""),
    force,
    quarter: one(at),
    quarterBefore: one(before),
    cumulative: sum(cumulative(at)),
    cumulativeBefore: sum(shiftYears(cumulative(at), -1)),
    rolling,
    rollingBefore: sum(shiftYears(rollingYear(at), -1)),
    mandate: mandateOf(
      (period) => one(period),
      mandateSpan(spec.mandateSince ?? null, at),
      spec.breakAt ? [spec.breakAt] : [],
    ),
    comparisons: [
      comparison("quarter", [one(before)], one(at), "not-judged", undefined, across),
      comparison(
        "quarter-pooled",
        pooled.length > 0 ? pooled.map(one) : [one(before)],
        one(at),
        spec.verdict,
        spec.p,
        pooled.length > 0 ? null : across,
      ),
      comparison(
        "cumulative",
        [sum(shiftYears(cumulative(at), -1))],
        sum(cumulative(at)),
        "not-judged",
        undefined,
        across,
      ),
      comparison("rolling-year", [sum(shiftYears(rollingYear(at), -1))], rolling, "not-judged", undefined, across),
      comparison(
        "rolling-year-pooled",
        [sum(shiftYears(rollingYear(at), -1))],
        rolling,
        spec.lasting ?? "ordinary",
        undefined,
        across,
      ),
    ],
    dueTo: spec.dueTo ?? null,
    series,
    shape: force === "ensemble" ? (spec.shape ?? null) : null,
    rate:
      rate && rolling.value !== null && rolling.value >= 10 && force === "ensemble"
        ? {
            value: (rolling.value / rate.size) * 1000,
            low: (garwood(rolling.value).low / rate.size) * 1000,
            high: (garwood(rolling.value).high / rate.size) * 1000,
            ...(rolling.value >= 10 && {
              wide: {
                low: (garwood(rolling.value).low / rate.size) * 1000,
                high: (garwood(rolling.value).high / rate.size) * 1000,
              },
            }),
            denominator: rate.kind,
            count: rolling.value,
            size: rate.size,
            year: rate.year,
          }
        : null,
    breaks: spec.breakAt ? [spec.breakAt] : [],
  };
}

export function comparison(
  kind: Comparison["kind"],
  before: readonly Figure[],
  after: Figure,
  given: Verdict | undefined,
  p: number | undefined,
  acrossBreak: SeriesBreak | null,
): Comparison {
  const value = before.every((f) => f.value !== null) ? before.reduce((t, f) => t + (f.value ?? 0), 0) : null;
  const tested = value !== null && after.value !== null && acrossBreak === null;
  const distance = tested ? z(value, before.length, after.value) : 0;
  const verdict = tested ? (given ?? verdictFor(value, after.value, distance)) : "not-judged";
  return {
    kind,
    before: { periods: before.map((f) => f.period), values: before.map((f) => f.value), value },
    after: { periods: [after.period], value: after.value },
    exposure: before.length,
    phi: tested ? 1 : null,
    p: tested ? (p ?? Math.exp(-(distance ** 2) / 2)) : null,
    pAdjusted: tested ? (p ?? Math.min(1, 12 * Math.exp(-(distance ** 2) / 2))) : null,
    ratio: null,
    verdict,
    acrossBreak,
  };
}

/** Distance in standard deviations: enough for a fixture, not a test. */
const z = (before: number, k: number, after: number): number =>
  before + after === 0 ? 0 : (after - before / k) / Math.sqrt(((before + after) / (k + 1)) * (1 + 1 / k));

function verdictFor(before: number, after: number, distance: number): Verdict {
  if (before + after === 0) return "none";
  if (Math.abs(distance) < 2.9) return "ordinary";
  return `${distance > 0 ? "rise" : "fall"}-${Math.abs(distance) > 3.4 ? "established" : "to-follow"}`;
}

/** One file of one delivery, as a CSV of four columns: label, police, gendarmerie, ensemble. */
export function recognition(statement: string, period: Period, analyses: readonly Analysis[]): Recognition {
  const own = analyses.filter((a) => a.statement === statement);
  const labels = [...new Set(own.map((a) => a.label))];
  const path = fileOf(statement, period);
  const observations: Observation[] = [];
  const rows = labels.map((label) => [label, "", "", ""]);
  const readings: ReadTable["readings"][number][] = [];
  for (const [i, label] of labels.entries()) {
    const read: ReadTable["readings"][number][number][] = [
      { kind: "text", role: "label", means: `ligne « ${label} »` },
    ];
    for (const force of ["PN", "GN", "ensemble"] as const) {
      const a = own.find((x) => x.label === label && x.force === force);
      const figure = a?.series.find((p) => samePeriod(p.figure.period, period))?.figure;
      const provenance = figure?.from[0];
      if (!a || !figure || !provenance) {
        read.push({ kind: "empty" });
        continue;
      }
      const observation: Observation = {
        statement,
        indicator: a.indicator,
        label: a.label,
        family: a.family,
        kind: "line",
        force,
        period,
        value: figure.value,
        status: figure.status,
        delivery: quarterId(period),
        provenance,
      };
      observations.push(observation);
      read.push({ kind: "count", observation });
      const target = rows[i];
      if (target) target[COLUMN[force] - 1] = provenance.raw;
    }
    readings.push(read);
  }
  const header = ["Libellé", "PN", "GN", "Ensemble"];
  return {
    file: {
      source: { path, delivery: quarterId(period), name: path.slice(path.indexOf("/") + 1), sha256: fakeSha(path) },
      format: "csv",
      grids: [],
    },
    tables: [
      {
        grid: { file: path, part: "CSV", rows: [header, ...rows].map((r) => r.map((text) => ({ text }))) },
        statement,
        anchor: period,
        readings: [
          header.map((h) => ({ kind: "text" as const, role: "header" as const, means: `en-tête « ${h} »` })),
          ...readings,
        ],
      },
    ],
    observations,
    undated: [],
    printed: [],
  };
}

/** 64 hexadecimal digits drawn from the text: looks like a SHA-256, and is the same each time. */
function fakeSha(text: string): string {
  let h = 2166136261;
  for (const letter of text) h = Math.imul(h ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  let out = "";
  for (let i = 0; out.length < 64; i += 1) {
    h = Math.imul(h ^ text.charCodeAt(i % text.length) ^ i, 16777619) >>> 0;
    out += h.toString(16).padStart(8, "0");
  }
  return out.slice(0, 64);
}

const indicator = (id: string, label: string, unit: string, family: string | null = null): Indicator => ({
  id,
  label,
  short: label,
  theme: "vols",
  grave: GRAVE.has(id),
  headline: id === "homicides" ? "un homicide" : undefined,
  front: FRONT.includes(id) ? 1 + FRONT.indexOf(id) : undefined,
  covers: id === "ist-cambriolages" ? ["cambriolages-logement"] : [],
  aliases: [],
  unit,
  definition: family === null ? `Définition de « ${label} ».` : "",
  index: [],
  source: "Convention ; SSMSI",
  denominator: id.includes("cambriolage") ? "logements" : "habitants",
  family,
  breaks: [],
  ssmsi: [],
});

/** A nomenclature made of the lines given: what compose needs of it is ids, labels, units and definitions. */
export function nomenclatureOf(specs: readonly LineSpec[]): Nomenclature {
  const of = (statement: string) =>
    specs.flatMap((s) =>
      (s.statement ?? "IS101") === statement && s.indicator !== null
        ? [indicator(s.indicator, s.label, s.unit ?? "infraction", s.family ?? null)]
        : [],
    );
  return {
    statements: [
      { id: "IS101", label: "IS 101", title: "", names: [], indicators: of("IS101") },
      { id: "IST", label: "I.S.T", title: "", names: [], indicators: of("IST") },
    ],
  };
}

export const SETTINGS: Settings = {
  ...settings,
  commune: { name: "Rive-Blanche", insee: null, departement: null },
  service: "Direction interdépartementale de la Police nationale",
  expectedStatements: ["IS101", "IST"],
  marking: "Confidentiel – diffusion restreinte aux personnes habilitées",
};

/** Input of compose from lines alone: deliveries, files and observations follow from their series. */
export function inputOf(
  specs: readonly LineSpec[],
  more: {
    readonly at?: Period;
    readonly settings?: Partial<Settings>;
    readonly analysis?: Partial<QuarterAnalysis>;
  } & Partial<Pick<ComposeInput, "issues" | "recognitions" | "received" | "edition" | "sheets">> = {},
): ComposeInput {
  const at = more.at ?? T1_2026;
  const analyses = specs.flatMap((spec, i) => analysesOf(spec, i + 2, at));
  const length = Math.max(0, ...specs.map((s) => s.counts.length));
  const quarters = Array.from({ length }, (_, i) => shiftQuarters(at, i - length + 1));
  const recognitions =
    more.recognitions ??
    quarters.flatMap((q) =>
      ["IS101", "IST"]
        .filter((s) => specs.some((spec) => (spec.statement ?? "IS101") === s))
        .map((s) => recognition(s, q, analyses)),
    );
  return {
    analysis: {
      quarter: at,
      deliveries: quarters.map(quarterId),
      analyses,
      printedTotals: [],
      revisions: [],
      references: [],
      power: [],
      tests: {
        phi: { quarter: 1.4, year: 1.6, course: 1.5 },
        lines: new Set(analyses.map((a) => `${a.statement} ${a.label}`)).size,
        years: 3,
        threshold: 0.002,
      },
      ...more.analysis,
    },
    earlier: [],
    recognitions,
    issues: more.issues ?? [],
    nomenclature: nomenclatureOf(specs),
    settings: { ...SETTINGS, ...more.settings },
    received: more.received ?? Object.fromEntries(quarters.map((q) => [quarterId(q), [`${addMonths(q.last, 1)}-08`]])),
    edition: more.edition ?? FIRST_EDITION,
    sheets: more.sheets ?? new Set([quarterId(at)]),
    fingerprintOf: () => fakeSha("empreinte"),
    madeFrom: fakeSha("entrées"),
    programVersion: "1.0.0",
    analyses: [],
  };
}
