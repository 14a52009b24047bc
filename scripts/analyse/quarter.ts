/** All that can be said of one quarter: the lines, one after the other; then what concerns them together. */
import type { Analysis, QuarterAnalysis, ReferenceRate } from "../model/analysis.ts";
import type { Nomenclature } from "../model/nomenclature.ts";
import type { Force, Observation } from "../model/observation.ts";
import {
  comparePeriods,
  cumulative,
  isQuarter,
  type Period,
  parsePeriodKey,
  quartersOf,
  rollingYear,
  shiftYears,
} from "../model/period.ts";
import type { Settings } from "../model/settings.ts";
import { comparisonsOf } from "./comparisons.ts";
import { countInterval } from "./count-interval.ts";
import { type FigureOf, figuresOf } from "./figures.ts";
import { type Line, linesOf } from "./lines.ts";
import { comparePlaces, compareText } from "./order.ts";
import { POWER_LEVELS, smallestRise } from "./power.ts";
import { rateOf } from "./rates.ts";
import { longViewOf, seriesOf } from "./series.ts";
import { judge } from "./table.ts";
import { revisionsOf, type Standings, standingsOf } from "./vintage.ts";

const FORCES = ["ensemble", "PN", "GN"] as const satisfies readonly Force[];

/**
 * Analyses one quarter as known at a delivery.
 *
 * @param observations of all the deliveries known at that time, in any order; of later ones, none.
 * @param quarter of the bulletin.
 * @param references yearly rates of public bases, handed on as they are.
 */
export function analyse(
  observations: readonly Observation[],
  quarter: Period,
  nomenclature: Nomenclature,
  settings: Settings,
  references: readonly ReferenceRate[],
): QuarterAnalysis {
  const deliveries = [...new Set(observations.map((o) => o.delivery))].sort(compareText);
  const lines = linesOf(observations, nomenclature, settings);
  const analyses = judge(lines.flatMap((line) => analyseLine(line, deliveries, quarter, settings)));
  const compared = analyses.filter((a) => a.force === "ensemble" && a.quarter.value !== null).length;
  const among = Math.max(compared, 1);
  return {
    quarter,
    deliveries,
    analyses,
    printedTotals: printedTotals(observations, quarter),
    revisions: lines.flatMap((line) => revisionsOf(line.observations, deliveries)),
    references,
    power: POWER_LEVELS.map((before) => ({
      before,
      alone: smallestRise(before, 1),
      among: smallestRise(before, among),
      lines: among,
    })),
    comparisonsMade: analyses.flatMap((a) => a.comparisons).filter((c) => c.p !== null).length,
  };
}

/** One analysis a force, as far as held: a force of which no figure is known has none. */
function analyseLine(line: Line, deliveries: readonly string[], quarter: Period, settings: Settings): Analysis[] {
  const standings = standingsOf(line.observations, deliveries);
  const figures = figuresOf(standings, deliveries.length - 1, line.breaks);
  return FORCES.flatMap((force) => {
    const first = firstQuarter(standings, force, figures[force], quarter);
    return first ? [analyseForce(line, force, figures[force], first, quarter, settings)] : [];
  });
}

function analyseForce(
  line: Line,
  force: Force,
  figureOf: FigureOf,
  first: Period,
  quarter: Period,
  settings: Settings,
): Analysis {
  const { observations: _, denominator, ...named } = line;
  const before = (period: Period) => figureOf(shiftYears(period, -1));
  const now = figureOf(quarter);
  const rolling = figureOf(rollingYear(quarter));
  const series = seriesOf(figureOf, first, quarter, line.breaks);
  const latest = series.at(-1);
  const sizes = denominator === "logements" ? settings.dwellings : settings.population;
  return {
    ...named,
    force,
    quarter: now,
    interval: now.value === null ? null : countInterval(now.value),
    quarterBefore: before(quarter),
    cumulative: figureOf(cumulative(quarter)),
    cumulativeBefore: before(cumulative(quarter)),
    rolling,
    rollingBefore: before(rollingYear(quarter)),
    comparisons: comparisonsOf(figureOf, quarter, line.breaks),
    range: latest?.range ?? null,
    position: latest?.position ?? "unknown",
    series,
    ...longViewOf(series, line.breaks),
    rate: denominator ? rateOf(rolling, denominator, sizes) : null,
  };
}

/**
 * First quarter with a figure; the bulletin's own when only other spans are known; undefined when nothing is known of that force
 * up to the bulletin's quarter.
 */
function firstQuarter(standings: Standings, force: Force, figureOf: FigureOf, quarter: Period): Period | undefined {
  const sources: readonly Force[] = force === "ensemble" ? FORCES : [force];
  const periods = sources
    .flatMap((source) => [...(standings.get(source)?.keys() ?? [])])
    .flatMap((key) => parsePeriodKey(key) ?? [])
    .filter((p) => comparePeriods(p, quarter) <= 0);
  const quarters = periods.flatMap((p) => (isQuarter(p) ? [p] : (quartersOf(p) ?? []))).sort(comparePeriods);
  const held = quarters.find((q) => figureOf(q).value !== null);
  if (held) return held;
  const own =
    force === "ensemble" ? standings.has("ensemble") || periods.some((p) => figureOf(p).value !== null) : true;
  return periods.length > 0 && own ? quarter : undefined;
}

/** Totals of the quarter that the latest delivery to give them prints, by place. */
function printedTotals(observations: readonly Observation[], quarter: Period): readonly Observation[] {
  const totals = observations.filter((o) => o.kind === "total" && o.period.last === quarter.last);
  const latest = totals
    .map((o) => o.delivery)
    .sort(compareText)
    .at(-1);
  return totals.filter((o) => o.delivery === latest).sort(comparePlaces);
}
