/** Observations of invented bulletins: Poisson counts around levels that do not change, but for one line when asked. */
import { type DemoLine, IS101_LINES, IST_FAMILIES } from "../demo/commune.ts";
import type { Random } from "../demo/random.ts";
import type { Force, Observation } from "../model/observation.ts";
import { monthOf, type Period, shiftQuarters } from "../model/period.ts";

/** Lines of a table in which one doubles. */
export const LINES = 12;

/** How facts come: by themselves (Poisson), or two at a time in four cases of ten: variance 1.57 times the mean, 2.2 / 1.4. */
export type Arrival = "alone" | "in-pairs";
const PAIRS = 0.4;

/** All the lines of the demo, police and gendarmerie apart, in the quarter and the years before it: nothing has changed. */
export function nullBulletin(
  random: Random,
  quarter: Period,
  years: number,
  arrival: Arrival = "alone",
): readonly Observation[] {
  const observations: Observation[] = [];
  for (const period of quartersTo(quarter, years)) {
    const draw = (line: DemoLine, force: 0 | 1): number => {
      const season = line.season?.[monthOf(period.last) / 3 - 1] ?? 1;
      const mean = line.mean[force] * season;
      if (arrival === "alone") return random.poisson(mean);
      const events = random.poisson(mean / (1 + PAIRS));
      return Array.from({ length: events }, () => (random.chance(PAIRS) ? 2 : 1)).reduce<number>((a, b) => a + b, 0);
    };
    for (const line of IS101_LINES)
      observations.push(
        observe("IS101", line.label, "PN", period, draw(line, 0)),
        observe("IS101", line.label, "GN", period, draw(line, 1)),
      );
    for (const family of IST_FAMILIES) {
      const counts = family.lines.map((line) => draw(line, 0));
      const sum = counts.reduce((a, b) => a + b, 0);
      observations.push(observe("IST", family.label, "ensemble", period, sum));
      family.lines.forEach((line, i) => {
        observations.push(observe("IST", line.label, "ensemble", period, counts[i] ?? 0));
      });
    }
  }
  return observations;
}

/** Twelve lines of one level; in the quarter, the first is drawn around twice that level. Its label is DOUBLED. */
export function doublingBulletin(
  random: Random,
  quarter: Period,
  years: number,
  level: number,
): readonly Observation[] {
  const labels = Array.from({ length: LINES }, (_, i) => (i === 0 ? DOUBLED : `Ligne ${String.fromCharCode(97 + i)}`));
  return quartersTo(quarter, years).flatMap((period) =>
    labels.map((label) => {
      const doubles = label === DOUBLED && period.first === quarter.first;
      return observe("IS101", label, "ensemble", period, random.poisson(doubles ? 2 * level : level));
    }),
  );
}
export const DOUBLED = "Ligne qui double";

/** From the first quarter of `years` years before, to the quarter itself. */
const quartersTo = (quarter: Period, years: number): readonly Period[] =>
  Array.from({ length: 4 * years + 1 }, (_, i) => shiftQuarters(quarter, i - 4 * years));

const observe = (statement: string, label: string, force: Force, period: Period, value: number): Observation => ({
  statement,
  indicator: null,
  label,
  family: null,
  kind: "line",
  force,
  period,
  value,
  status: "normal",
  delivery: "simulation",
  provenance: { file: "simulation", part: "", row: 1, column: 1, raw: String(value) },
});
