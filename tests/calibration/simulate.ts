/** Observations of invented bulletins: counts around levels that do not change, but for one line when asked. */

import type { Force, Observation } from "../../scripts/model/observation.ts";
import { monthOf, type Period, shiftQuarters } from "../../scripts/model/period.ts";
import { remember } from "../../scripts/model/remember.ts";
import { labelKey, loadNomenclature } from "../../scripts/nomenclature/index.ts";
import { type DemoLine, IS101_LINES, IST_FAMILIES } from "../demo/commune.ts";
import type { Random } from "../demo/random.ts";

/** What is simulated: the bulletin's quarter, the earlier years held, and how much more than independent facts the counts vary. */
export interface Situation {
  readonly quarter: Period;
  readonly years: number;
  /** Variance of a count by its mean: 1 for independent facts. */
  readonly phi: number;
}

/** Negative binomial of that mean and of variance φ × mean (a Poisson count whose mean is gamma); Poisson for φ = 1. */
function drawCount(random: Random, mean: number, phi: number): number {
  if (phi === 1 || mean === 0) return random.poisson(mean);
  return random.poisson(drawGamma(random, mean / (phi - 1)) * (phi - 1));
}

/** Gamma of that shape (> 0) and scale 1: Marsaglia and Tsang (2000); a shape under 1 is raised by 1 and brought back. */
function drawGamma(random: Random, shape: number): number {
  if (shape < 1) return drawGamma(random, shape + 1) * (1 - random.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next()); // normal (Box and Muller)
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** How many times its usual level a line has in a quarter, so many quarters before the bulletin's own. */
export type Change = (label: string, back: number) => number;

/** A line of the demo that is drawn around `WATCHED_LEVEL` facts a quarter, both forces together. */
export const WATCHED = "Vols dans les véhicules";
const WATCHED_LEVEL = 14;
const levelOf = ({ label, mean }: DemoLine): readonly [number, number] => {
  if (label !== WATCHED) return mean;
  const whole = mean[0] + mean[1];
  return [(mean[0] / whole) * WATCHED_LEVEL, (mean[1] / whole) * WATCHED_LEVEL];
};

/** Facts a year of each line of IS 101, as townBulletin draws them where nothing changes. */
export const townLevels = (): readonly { readonly indicator: string; readonly year: number }[] =>
  IS101_LINES.flatMap((line) => {
    const { indicator } = indicatorOf("IS101", line.label);
    const seasons = line.season ?? [1, 1, 1, 1];
    const [police, gendarmerie] = levelOf(line);
    return indicator === null
      ? []
      : [{ indicator, year: (police + gendarmerie) * seasons.reduce((sum, season) => sum + season, 0) }];
  });

/** All the lines of the demo, police and gendarmerie apart, in the quarter and the years before it. Without a change: nothing has changed. */
export function townBulletin(
  random: Random,
  { quarter, years, phi }: Situation,
  change: Change = () => 1,
): readonly Observation[] {
  return quartersTo(quarter, years).flatMap((period, i) => {
    const back = 4 * years - i;
    const draw = (line: DemoLine, force: 0 | 1): number => {
      const season = line.season?.[monthOf(period.last) / 3 - 1] ?? 1;
      return drawCount(random, levelOf(line)[force] * season * change(line.label, back), phi);
    };
    const is101 = IS101_LINES.flatMap((line) => {
      const { label } = line;
      return [
        observe({ statement: "IS101", label, force: "PN", period, value: draw(line, 0) }),
        observe({ statement: "IS101", label, force: "GN", period, value: draw(line, 1) }),
      ];
    });
    const ist = IST_FAMILIES.flatMap(({ label, lines }) => {
      const counts = lines.map((line) => draw(line, 0));
      const ofIst = (own: string, value: number) =>
        observe({ statement: "IST", label: own, force: "ensemble", period, value });
      return [
        ofIst(
          label,
          counts.reduce((a, b) => a + b, 0),
        ),
        ...lines.map((line, j) => ofIst(line.label, counts[j] ?? 0)),
      ];
    });
    return [...is101, ...ist];
  });
}

/** Lines of a table in which one changes. */
export const LINES = 12;
export const CHANGED = "Ligne qui change";

/** Twelve lines of one level; in the quarter, the first, CHANGED, is drawn around `factor` times that level. */
export function changedBulletin(
  random: Random,
  { quarter, years, phi }: Situation,
  { level, factor }: { readonly level: number; readonly factor: number },
): readonly Observation[] {
  const labels = Array.from({ length: LINES }, (_, i) => (i === 0 ? CHANGED : `Ligne ${String.fromCharCode(97 + i)}`));
  return quartersTo(quarter, years).flatMap((period) =>
    labels.map((label) => {
      const isChanged = label === CHANGED && period.first === quarter.first;
      const value = drawCount(random, isChanged ? factor * level : level, phi);
      return observe({ statement: "IS101", label, force: "ensemble", period, value });
    }),
  );
}

/** From the first quarter of `years` years before, to the quarter itself. */
const quartersTo = (quarter: Period, years: number): readonly Period[] =>
  Array.from({ length: 4 * years + 1 }, (_, i) => shiftQuarters(quarter, i - 4 * years));

const nomenclature = loadNomenclature();
/** The indicator of a label, and its family: what recognition would find. */
const indicatorOf = remember((statement: string, label: string): Pick<Observation, "indicator" | "family"> => {
  const known = nomenclature.statements.find(({ id }) => id === statement)?.indicators ?? [];
  const found = known.find((i) => [i.label, ...i.aliases].some((name) => labelKey(name) === labelKey(label)));
  return { indicator: found?.id ?? null, family: found?.family ?? null };
});

/** A count as a statement would give it. */
export const observe = (count: {
  readonly statement: string;
  readonly label: string;
  readonly force: Force;
  readonly period: Period;
  readonly value: number;
}): Observation => ({
  ...count,
  ...indicatorOf(count.statement, count.label),
  kind: "line",
  status: "normal",
  delivery: "simulation",
  provenance: { file: "simulation", part: "", row: 1, column: 1, raw: String(count.value) },
});
