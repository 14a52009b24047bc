/** Observations of invented bulletins: counts around levels that do not change, but for one line when asked. */
import { type DemoLine, IS101_LINES, IST_FAMILIES } from "../../scripts/demo/commune.ts";
import type { Random } from "../../scripts/demo/random.ts";
import type { Force, Observation } from "../../scripts/model/observation.ts";
import { monthOf, type Period, shiftQuarters } from "../../scripts/model/period.ts";

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

/** All the lines of the demo, police and gendarmerie apart, in the quarter and the years before it: nothing has changed. */
export function nullBulletin(random: Random, { quarter, years, phi }: Situation): readonly Observation[] {
  const observations: Observation[] = [];
  for (const period of quartersTo(quarter, years)) {
    const draw = (line: DemoLine, force: 0 | 1): number => {
      const season = line.season?.[monthOf(period.last) / 3 - 1] ?? 1;
      return drawCount(random, line.mean[force] * season, phi);
    };
    for (const { label, ...line } of IS101_LINES)
      observations.push(
        observe({ statement: "IS101", label, force: "PN", period, value: draw({ label, ...line }, 0) }),
        observe({ statement: "IS101", label, force: "GN", period, value: draw({ label, ...line }, 1) }),
      );
    for (const family of IST_FAMILIES) {
      const counts = family.lines.map((line) => draw(line, 0));
      const value = counts.reduce((a, b) => a + b, 0);
      observations.push(observe({ statement: "IST", label: family.label, force: "ensemble", period, value }));
      family.lines.forEach(({ label }, i) => {
        observations.push(observe({ statement: "IST", label, force: "ensemble", period, value: counts[i] ?? 0 }));
      });
    }
  }
  return observations;
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

/** A count as a statement would give it. */
export const observe = (count: {
  readonly statement: string;
  readonly label: string;
  readonly force: Force;
  readonly period: Period;
  readonly value: number;
}): Observation => ({
  ...count,
  indicator: null,
  family: null,
  kind: "line",
  status: "normal",
  delivery: "simulation",
  provenance: { file: "simulation", part: "", row: 1, column: 1, raw: String(count.value) },
});
