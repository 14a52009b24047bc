/** What bulletins announce of simulated observations, which go through the same analyse() as real ones. */
import { analyse } from "../../scripts/analyse/index.ts";
import { negativeBinomialCdf, poissonTail } from "../../scripts/analyse/methods/distributions.ts";
import { seeded } from "../../scripts/demo/random.ts";
import { defaultSettings } from "../../scripts/holdings/settings.ts";
import type { Comparison, QuarterAnalysis } from "../../scripts/model/analysis.ts";
import type { Observation } from "../../scripts/model/observation.ts";
import { type Period, quarter } from "../../scripts/model/period.ts";
import { loadNomenclature } from "../../scripts/nomenclature/index.ts";
import { readServices, shuffledBulletin } from "./etat-4001.ts";
import { CHANGED, changedBulletin, LINES, nullBulletin } from "./simulate.ts";

/** Of a hundred bulletins in which nothing changes, at most five announce anything. */
const MOST_ANNOUNCED = 0.05;
const DOUBLED_LEVELS = [5, 10, 20, 40] as const;
const HALVED_LEVELS = [20, 40] as const;

const nomenclature = loadNomenclature();
const settings = defaultSettings();
const run = (observations: readonly Observation[], own: Period): QuarterAnalysis =>
  analyse({ observations, quarter: own, nomenclature, settings, references: [] });

const directionOf = ({ reading }: Comparison): "rise" | "fall" | undefined =>
  /rise/.test(reading) ? "rise" : /fall/.test(reading) ? "fall" : undefined;
const isReading = ({ kind }: Comparison): boolean => kind === "quarter-pooled";

/** What a page announces: a word of the reading; and any claim at all, words beside it and trends included. */
function claimsOf({ analyses }: QuarterAnalysis): { readonly reading: boolean; readonly page: boolean } {
  const told = analyses.flatMap((a) => a.comparisons).filter((c) => directionOf(c) !== undefined);
  return { reading: told.some(isReading), page: told.length > 0 || analyses.some((a) => a.trend?.told) };
}

/** The four quarters of 2026 in turn. */
const turn = (i: number): Period => quarter(2026, (i % 4) + 1);

export interface Trial {
  readonly count: number;
  readonly seed: number;
  readonly phi: number;
  readonly years: number;
}

/** Shares of bulletins in which nothing has changed that announce something, and of quarters in their range. */
function nothingHappens({ count, seed, ...situation }: Trial) {
  const random = seeded(seed);
  const seen = { reading: 0, page: 0, quarters: 0, inside: 0 };
  for (let i = 0; i < count; i++) {
    const own = turn(i);
    const analysis = run(nullBulletin(random, { ...situation, quarter: own }), own);
    const { reading, page } = claimsOf(analysis);
    if (reading) seen.reading++;
    if (page) seen.page++;
    for (const { force, position } of analysis.analyses) {
      if (force !== "ensemble" || position === "unknown") continue;
      seen.quarters++;
      if (position === "inside") seen.inside++;
    }
  }
  return {
    nullAnnounced: seen.reading / count,
    nullPageAnnounced: seen.page / count,
    rangeCovers: seen.inside / seen.quarters,
  };
}

/** Shares of bulletins in which the line that changes is announced: by the program, and by an oracle that knows level and φ. */
function oneLineChanges({ count, seed, ...situation }: Trial, level: number, factor: 2 | 0.5) {
  const random = seeded(seed + level);
  const direction = factor > 1 ? "rise" : "fall";
  const seen = { announced: 0, oracle: 0 };
  for (let i = 0; i < count; i++) {
    const own = turn(i);
    const line = run(changedBulletin(random, { ...situation, quarter: own }, { level, factor }), own).analyses.find(
      (a) => a.label === CHANGED,
    );
    if (line?.comparisons.some((c) => isReading(c) && directionOf(c) === direction)) seen.announced++;
    if (2 * LINES * tailOf(line?.quarter.value ?? 0, { level, direction, phi: situation.phi }) < MOST_ANNOUNCED)
      seen.oracle++;
  }
  return { announced: seen.announced / count, oracle: seen.oracle / count };
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
  const doubled = DOUBLED_LEVELS.map((level) => ({ level, ...oneLineChanges(trial, level, 2) }));
  const halved = HALVED_LEVELS.map((level) => ({ level, ...oneLineChanges(trial, level, 0.5) }));
  return { nothing, doubled, halved };
}
export type Calibration = ReturnType<typeof calibrate>;

/** Real counts, years in random order: shares of bulletins that announce. */
export function onRealCounts(path: string, { count, seed, years }: Trial) {
  const services = readServices(path);
  const random = seeded(seed);
  const own = quarter(2026, 1);
  const claims = Array.from({ length: count }, () =>
    claimsOf(run(shuffledBulletin(random, random.pick(services), { quarter: own, years }), own)),
  );
  return {
    services: services.length,
    nullAnnounced: claims.filter(({ reading }) => reading).length / count,
    nullPageAnnounced: claims.filter(({ page }) => page).length / count,
  };
}
