/** All that can be said of one quarter: the lines, one after the other; then what concerns them together. */
import {
  type Analysis,
  lastingOf,
  type QuarterAnalysis,
  type ReferenceRate,
  readingOf,
  type SeriesPoint,
} from "../model/analysis.ts";
import { directionOf } from "../model/degree.ts";
import type { Announcement } from "../model/edition.ts";
import type { Nomenclature, SeriesBreak } from "../model/nomenclature.ts";
import type { Force, Observation } from "../model/observation.ts";
import { comparePlaces, compareText } from "../model/order.ts";
import { comparePeriods, type Period, shiftYears } from "../model/period.ts";
import { type Revision, revisionsOf } from "../model/revision.ts";
import type { Settings } from "../model/settings.ts";
import { breakIn } from "./breaks.ts";
import { type Calendar, calendarOf } from "./calendar.ts";
import { comparisonsOf } from "./comparisons.ts";
import { withCourses } from "./courses.ts";
import { type FigureOf, figuresOf } from "./figures.ts";
import { judge, withRangesAndCauses } from "./judge.ts";
import { type Line, linesOf } from "./lines.ts";
import { mandateOf, mandateSpan } from "./mandate.ts";
import { powerOf } from "./methods/ordinary-range.ts";
import { rateOf, withWideRates } from "./rates.ts";
import { standingsOf } from "./vintage.ts";

const FORCES = ["ensemble", "PN", "GN"] as const satisfies readonly Force[];

export interface AnalyseInput {
  /** Of all the deliveries known at that time, in any order; of later ones, none. */
  readonly observations: readonly Observation[];
  /** Of the bulletin. */
  readonly quarter: Period;
  readonly nomenclature: Nomenclature;
  readonly settings: Settings;
  /** Yearly rates of public bases, handed on as they are. */
  readonly references: readonly ReferenceRate[];
}

/** Analyses one quarter as known at a delivery. */
export function analyse(input: AnalyseInput): QuarterAnalysis {
  const { observations, quarter, references } = input;
  const { deliveries, lines, judgement, course } = judgeQuarter(input);
  const { lines: judged, tests: judging } = withRangesAndCauses(judgement);
  const tests = { ...judging, phi: { ...judgement.phi, course } };
  return {
    quarter,
    deliveries,
    analyses: withWideRates(judged.flat(), references, tests.phi.year),
    printedTotals: printedTotals(observations, quarter),
    revisions: lines.flatMap(revisionsOfLine),
    references,
    tests,
    power: powerOf({ exposure: tests.years, phi: tests.phi.quarter, threshold: tests.threshold }),
  };
}

/** What its bulletin announced, for those that follow it. */
export const announcementsAt = (input: AnalyseInput): readonly Announcement[] =>
  announcementsOf(judgeQuarter(input).judgement.lines.flat());

/** The lines of a quarter, judged together. */
function judgeQuarter({ observations, quarter, nomenclature, settings }: AnalyseInput) {
  const deliveries = [...new Set(observations.map((o) => o.delivery))].sort(compareText);
  const lines = linesOf(observations, nomenclature, settings);
  const calendar = calendarOf(observations, quarter);
  const held = lines.map((line) => analyseLine(line, deliveries, calendar, settings));
  const { lines: shaped, phi: course } = withCourses(held);
  return { deliveries, lines, judgement: judge(shaped), course };
}

/** One analysis a force, as far as held: a force of which no figure is known has none. */
function analyseLine(line: Line, deliveries: readonly string[], calendar: Calendar, settings: Settings): Analysis[] {
  const standings = standingsOf(line.cells, deliveries);
  const figures = figuresOf(standings, deliveries.length - 1, line.breaks);
  const isSum = standings.has("PN") && standings.has("GN");
  return FORCES.flatMap((force) => {
    if (!standings.has(force) && !(force === "ensemble" && isSum)) return [];
    const figureOf = figures[force];
    const isHeld = (period: Period) => figureOf(period).value !== null;
    const first = calendar.findIndex((q) => isHeld(q.period) || isHeld(q.sinceJanuary) || isHeld(q.year));
    if (first === -1 && !standings.has(force)) return [];
    // known by other spans only: the series is the bulletin's own quarter
    return [analyseForce({ line, force, figureOf, calendar: calendar.slice(first), settings })];
  });
}

interface ForceOfLine {
  readonly line: Line;
  readonly force: Force;
  readonly figureOf: FigureOf;
  /** From the first quarter that is held. */
  readonly calendar: Calendar;
  readonly settings: Settings;
}

function analyseForce({ line, force, figureOf, calendar, settings }: ForceOfLine): Analysis {
  const { cells: _, denominator, ...named } = line;
  const series = seriesOf(figureOf, calendar, line.breaks);
  const [latest, own] = [series.at(-1), calendar.at(-1)];
  if (!latest || !own) throw new Error("an empty calendar");
  const { figure: quarter, rolling } = latest;
  const yearBefore = (period: Period) => figureOf(shiftYears(period, -1));
  const sizes = denominator === "logements" ? settings.dwellings : settings.population;
  return {
    ...named,
    force,
    quarter,
    quarterBefore: yearBefore(own.period),
    cumulative: figureOf(own.sinceJanuary),
    cumulativeBefore: yearBefore(own.sinceJanuary),
    rolling,
    rollingBefore: yearBefore(own.year),
    mandate: mandateOf(figureOf, mandateSpan(settings.mandateSince, own.period), line.breaks),
    comparisons: comparisonsOf(figureOf, own, line.breaks),
    series, // with their ranges once all lines are known (judge.ts)
    dueTo: null,
    shape: null, // once all lines are known (courses.ts)
    rate: denominator ? rateOf(rolling, denominator, sizes) : null,
  };
}

/** In order of time; of one period, by force; of one figure, by delivery. */
const revisionsOfLine = ({ cells }: Line): readonly Revision[] =>
  cells.flatMap(revisionsOf).sort((a, b) => comparePeriods(a.period, b.period) || compareText(a.force, b.force));

/** Totals of the quarter that the latest delivery to give them prints, by place. */
function printedTotals(observations: readonly Observation[], quarter: Period): readonly Observation[] {
  const totals = observations.filter((o) => o.kind === "total" && o.period.last === quarter.last);
  const latest = totals
    .map((o) => o.delivery)
    .sort(compareText)
    .at(-1);
  return totals.filter((o) => o.delivery === latest).sort((a, b) => comparePlaces(a.provenance, b.provenance));
}

/** What a quarter announces, for the bulletins that follow it. */
const announcementsOf = (analyses: readonly Analysis[]): readonly Announcement[] =>
  analyses.flatMap((a) =>
    [["quarter", readingOf(a)] as const, ["year", lastingOf(a)] as const].flatMap(([of, comparison]) => {
      const direction = comparison && directionOf(comparison.verdict);
      if (!direction) return [];
      const { statement, indicator, label, family, force } = a;
      return [{ statement, indicator, label, family, force, of, direction }];
    }),
  );

/** One point a quarter of the calendar, no gap: a quarter that is not held has value null. Ranges come when all lines are known (judge.ts). */
const seriesOf = (figureOf: FigureOf, calendar: Calendar, breaks: readonly SeriesBreak[]): readonly SeriesPoint[] =>
  calendar.map((quarter) => ({
    figure: figureOf(quarter.period),
    rolling: figureOf(quarter.year),
    range: null,
    breakBefore: breakIn(breaks, quarter.period),
  }));
