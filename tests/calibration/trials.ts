/** What bulletins announce of simulated observations, which go through the same analyse() as real ones. */
import { analyse } from "../../scripts/analyse/index.ts";
import { rateBeside } from "../../scripts/compose/context/rates.ts";
import { defaultSettings } from "../../scripts/holdings/settings.ts";
import {
  type Analysis,
  lastingOf,
  type QuarterAnalysis,
  type ReferenceRate,
  rangeOf,
  readingOf,
} from "../../scripts/model/analysis.ts";
import { type Degree, degreeOf, directionOf, isAnnounced } from "../../scripts/model/degree.ts";
import type { Observation } from "../../scripts/model/observation.ts";
import { monthIndex, type Period, quarter, shiftQuarters, yearOf } from "../../scripts/model/period.ts";
import { loadNomenclature } from "../../scripts/nomenclature/index.ts";
import { seeded } from "../demo/random.ts";
import { negativeBinomialCdf, poissonTail } from "./distributions.ts";
import { readServices, shuffledBulletin } from "./etat-4001.ts";
import { CHANGED, type Change, changedBulletin, LINES, townBulletin, townLevels, WATCHED } from "./simulate.ts";

const DOUBLED_LEVELS = [5, 10, 20, 40] as const;
const HALVED_LEVELS = [20, 40] as const;
/** What the oracle, which knows the level and φ, announces: at most five bulletins in a hundred where nothing changes. */
const ORACLE_LEVEL = 0.05;
/** Earlier years that a change two years old needs: two before it, two after. */
const STEP_YEARS = 4;
/** A course: −15 % a year, over so many. */
const SLOW = { factor: 0.85, years: 5 } as const;

const nomenclature = loadNomenclature();
const INHABITANTS = 10_000;
const settings = { ...defaultSettings(), population: { 2026: INHABITANTS }, dwellings: { 2026: INHABITANTS } };
const run = (
  observations: readonly Observation[],
  own: Period,
  references: readonly ReferenceRate[] = [],
): QuarterAnalysis => analyse({ observations, quarter: own, nomenclature, settings, references });

/** The surest degree of what is said of a line or a force: its quarter, its last twelve months, its course. */
function degreeOfLine(a: Analysis): Degree {
  const verdicts = [readingOf(a)?.verdict ?? "not-judged", lastingOf(a)?.verdict ?? "not-judged"];
  const degrees = verdicts.map(degreeOf);
  if (degrees.includes("established")) return "established";
  return degrees.includes("to-follow") || a.shape?.told ? "to-follow" : "ordinary";
}

/** A count outside its range that no word tells of, or the reverse: marks and bold follow the range. */
const isMarkedWithoutWord = (a: Analysis): boolean => {
  const range = rangeOf(a);
  const { value } = a.quarter;
  const verdict = readingOf(a)?.verdict ?? "not-judged";
  if (!range || value === null || verdict === "not-judged") return false;
  const place = value > range.high ? "rise" : value < range.low ? "fall" : null;
  return place !== directionOf(verdict);
};

/** The four quarters of 2026 in turn. */
const turn = (i: number): Period => quarter(2026, (i % 4) + 1);

export interface Trial {
  readonly count: number;
  readonly seed: number;
  readonly phi: number;
  readonly years: number;
}

/** Share of `count` bulletins. */
const shareOf = (count: number, holds: (i: number) => boolean): number =>
  Array.from({ length: count }, (_, i) => holds(i)).filter(Boolean).length / count;

/** Shares of bulletins that hold anything of a degree, or of a surer one. */
export interface Degrees {
  readonly etabli: number;
  readonly aSuivre: number;
}

function degreesOf(bulletins: readonly QuarterAnalysis[]): Degrees {
  const held = bulletins.map(({ analyses }) => new Set(analyses.map(degreeOfLine)));
  const share = (...degrees: readonly Degree[]): number =>
    shareOf(held.length, (i) => degrees.some((degree) => held[i]?.has(degree)));
  return { etabli: share("established"), aSuivre: share("established", "to-follow") };
}

/** Bulletins in which nothing has changed. */
function nothingHappens({ count, seed, ...situation }: Trial) {
  const random = seeded(seed);
  const bulletins = Array.from({ length: count }, (_, i) => {
    const own = turn(i);
    return run(townBulletin(random, { ...situation, quarter: own }), own);
  });
  const degrees = degreesOf(bulletins);
  const mains = bulletins.flatMap(({ analyses }) => analyses.filter(({ force }) => force === "ensemble"));
  const judged = mains.filter((a) => rangeOf(a) !== null);
  const ofQuarter = bulletins.filter(({ analyses }) =>
    analyses.some((a) => a.force === "ensemble" && degreeOf(readingOf(a)?.verdict ?? "none") === "established"),
  );
  return {
    nullAnnounced: ofQuarter.length / count,
    nullPageAnnounced: degrees.etabli,
    degrees,
    marksWithoutWord: bulletins.filter(({ analyses }) => analyses.some(isMarkedWithoutWord)).length / count,
    rangeCovers: judged.filter((a) => !isAnnounced(readingOf(a)?.verdict ?? "none")).length / judged.length,
  };
}

/** The département has the very rates of the town: whatever is said of it is false. */
function besideTheSame({ count, seed, ...situation }: Trial): number {
  const random = seeded(seed);
  return shareOf(count, (i) => {
    const own = turn(i);
    const references = townReferences(own);
    const { analyses } = run(townBulletin(random, { ...situation, quarter: own }), own, references);
    return analyses.some(({ rate, indicator, force }) => {
      const other = references.find((r) => r.indicator === indicator);
      return force === "ensemble" && other !== undefined && rateBeside(rate, other) !== null;
    });
  });
}

/** The yearly rates that the levels of the town give. */
const townReferences = (own: Period): readonly ReferenceRate[] =>
  townLevels().flatMap(({ indicator, year }) => {
    const known = nomenclature.statements[0]?.indicators.find(({ id }) => id === indicator);
    const rate = (year / INHABITANTS) * 1000;
    return known
      ? [
          {
            indicator,
            territory: "Département",
            year: yearOf(own.last),
            rate,
            denominator: known.denominator,
            source: "",
          },
        ]
      : [];
  });

/** Quarters since which a change of level is dated, and since which it is too young for it. */
const DATED_BACK = 12;
const YOUNG_BACK = 4;

/** A change of level: the share of those that have dates whose dates hold the true one, how many quarters they span, and the young ones dated. */
function stepDates({ count, seed, phi }: Trial) {
  const dates = (back: number) => {
    const random = seeded(seed + back);
    return Array.from({ length: count }, (_, i) => {
      const own = turn(i);
      const change: Change = (label, b) => (label === WATCHED && b < back ? 0.4 : 1);
      const { analyses } = run(townBulletin(random, { phi, years: SLOW.years, quarter: own }, change), own);
      const shape = analyses.find((a) => a.label === WATCHED && a.force === "ensemble")?.shape;
      const truth = monthIndex(shiftQuarters(own, 1 - back).first);
      const between = shape?.told ? shape.between : null;
      const [first, last] = between ? [monthIndex(between.first.first), monthIndex(between.last.first)] : [0, 0];
      return {
        told: shape?.told === true,
        dated: between !== null,
        isRight: first <= truth && truth <= last,
        width: (last - first) / 3 + 1,
      };
    });
  };
  const old = dates(DATED_BACK).filter(({ dated }) => dated);
  const young = dates(YOUNG_BACK).filter(({ told }) => told);
  const widths = old.map(({ width }) => width).sort((a, b) => a - b);
  return {
    datesRight: old.filter(({ isRight }) => isRight).length / Math.max(1, old.length),
    datesWidth: widths[Math.floor(widths.length / 2)] ?? 0,
    youngDated: young.filter(({ dated }) => dated).length / Math.max(1, young.length),
  };
}

/** A year in which something changes, and a change of level two years old. */
function yearChanges({ count, seed, ...situation }: Trial) {
  const bulletins = (change: Change, years = situation.years): readonly QuarterAnalysis[] => {
    const random = seeded(seed);
    return Array.from({ length: count }, (_, i) => {
      const own = turn(i);
      return run(townBulletin(random, { ...situation, years, quarter: own }, change), own);
    });
  };
  const watched = ({ analyses }: QuarterAnalysis): Analysis | undefined =>
    analyses.find((a) => a.label === WATCHED && a.force === "ensemble");
  const isTold = (a: Analysis | undefined): boolean => a !== undefined && degreeOfLine(a) !== "ordinary";
  const oneDoubles = bulletins((label, back) => (label === WATCHED && back < 4 ? 2 : 1));
  const stepped = bulletins(
    (label, back) => (label === WATCHED && back < 8 ? 0.5 : 1),
    Math.max(STEP_YEARS, situation.years),
  );
  const told = (all: readonly QuarterAnalysis[]) =>
    all.flatMap((bulletin) => watched(bulletin)?.shape ?? []).filter((shape) => shape.told);
  const shapes = told(stepped);
  const slow = told(
    bulletins((label, back) => (label === WATCHED ? SLOW.factor ** ((4 * SLOW.years - back) / 4) : 1), SLOW.years),
  );
  return {
    yearDoubles: {
      oneLine14: shareOf(count, (i) => isTold(oneDoubles[i] && watched(oneDoubles[i]))),
      all: degreesOf(bulletins((_, back) => (back < 4 ? 2 : 1))).aSuivre,
    },
    yearHalves: { all: degreesOf(bulletins((_, back) => (back < 4 ? 0.5 : 1))).aSuivre },
    stepTold: shapes.length / count,
    stepCalledTrend: shapes.filter(({ kind }) => kind === "trend").length / Math.max(1, shapes.length),
    slowTold: slow.length / count,
    slowCalledStep: slow.filter(({ kind }) => kind === "step").length / Math.max(1, slow.length),
  };
}

/** Shares of bulletins in which the line that changes in its quarter is told: by the program, and by an oracle that knows level and φ. */
function oneLineChanges({ count, seed, ...situation }: Trial, level: number, factor: 2 | 0.5) {
  const random = seeded(seed + level);
  const direction = factor > 1 ? "rise" : "fall";
  const seen = { announced: 0, established: 0, oracle: 0 };
  for (let i = 0; i < count; i++) {
    const own = turn(i);
    const line = run(changedBulletin(random, { ...situation, quarter: own }, { level, factor }), own).analyses.find(
      (a) => a.label === CHANGED,
    );
    const verdict = (line && readingOf(line)?.verdict) ?? "none";
    if (directionOf(verdict) === direction) seen.announced++;
    if (verdict === `${direction}-established`) seen.established++;
    if (2 * LINES * tailOf(line?.quarter.value ?? 0, { level, direction, phi: situation.phi }) < ORACLE_LEVEL)
      seen.oracle++;
  }
  return { announced: seen.announced / count, established: seen.established / count, oracle: seen.oracle / count };
}

/** Chance of a count as large, or as small, at an unchanged level. */
function tailOf(
  count: number,
  { level, direction, phi }: { readonly level: number; readonly direction: "rise" | "fall"; readonly phi: number },
): number {
  if (phi === 1) return direction === "rise" ? poissonTail(count, level) : 1 - poissonTail(count + 1, level);
  const size = level / (phi - 1);
  return direction === "rise"
    ? 1 - negativeBinomialCdf(count - 1, level, size)
    : negativeBinomialCdf(count, level, size);
}

export function calibrate(trial: Trial) {
  const nothing = nothingHappens(trial);
  const year = yearChanges(trial);
  const doubled = DOUBLED_LEVELS.map((level) => ({ level, ...oneLineChanges(trial, level, 2) }));
  const halved = HALVED_LEVELS.map((level) => ({ level, ...oneLineChanges(trial, level, 0.5) }));
  return { nothing, year, doubled, halved, beside: besideTheSame(trial), dates: stepDates(trial) };
}
export type Calibration = ReturnType<typeof calibrate>;

/** Real counts, years in random order. */
export function onRealCounts(path: string, { count, seed, years }: Trial): Degrees & { readonly services: number } {
  const services = readServices(path);
  const random = seeded(seed);
  const bulletins = Array.from({ length: count }, (_, i) => {
    const own = turn(i);
    return run(shuffledBulletin(random, random.pick(services), { quarter: own, years }), own);
  });
  return { services: services.length, ...degreesOf(bulletins) };
}
