/** Made towns, judged by the real tests with the real nomenclature: the counts of some lines over the quarters up to the first of 2026. */

import { analyse, announcementsAt } from "../../scripts/analyse/index.ts";
import { toAnalysesJson } from "../../scripts/analyse/json.ts";
import type { ComposeInput } from "../../scripts/compose/index.ts";
import type { ReferenceRate } from "../../scripts/model/analysis.ts";
import { printedKey } from "../../scripts/model/edition.ts";
import { comparePeriods, periodKey, quarter, shiftQuarters } from "../../scripts/model/period.ts";
import { loadNomenclature } from "../../scripts/nomenclature/index.ts";
import { inputOf, type LineSpec } from "./builders.ts";

export const AT = quarter(2026, 1);
/** Quarters of five years, and this one. */
const LENGTH = 21;

const LINES: readonly (readonly [indicator: string, label: string, level: number])[] = [
  ["homicides", "Homicides", 0],
  ["vols-avec-armes", "Vols avec armes", 0],
  ["coups-blessures-15-ans-plus", "Coups et blessures volontaires sur personnes de 15 ans ou plus", 16],
  ["cambriolages-logement", "Cambriolages de logement", 10],
  ["vols-vehicules", "Vols de véhicules", 6],
  ["vols-dans-vehicules", "Vols dans les véhicules", 16],
  ["vols-accessoires-vehicules", "Vols d'accessoires sur véhicules", 8],
];

/** Counts that go up and down by some three facts around a level, with no course. */
const WOBBLE = [0, 2, -1, 1, -2, 0, 1, -1, 2, -2, 1, 0, -1, 2, 0, -2, 1, -1, 0, 1, 0] as const;
export const around = (level: number, length = LENGTH): readonly number[] =>
  WOBBLE.slice(-length).map((w) => Math.max(0, level + (level < 4 ? 0 : w)));

/** A quiet town; `counts` in place of those of a line, by its indicator. */
export const town = (
  counts: Readonly<Record<string, readonly (number | null)[]>> = {},
  { length = LENGTH, more = {} }: { readonly length?: number; readonly more?: Partial<LineSpec> } = {},
): readonly LineSpec[] =>
  LINES.map(([indicator, label, level]) => ({
    indicator,
    label,
    counts: counts[indicator] ?? around(level, length),
    ...more,
  }));

/** The last `n` counts of a quiet line changed by a factor. */
export const changed = (level: number, n: number, factor: number): readonly number[] =>
  around(level).map((count, i) => (i >= LENGTH - n ? Math.round(count * factor) : count));

/** The counts that an edition of this input prints, as the next one compares them. */
export const printedOf = ({ analysis }: ComposeInput): Readonly<Record<string, number | null>> =>
  Object.fromEntries(
    analysis.analyses.flatMap((a) =>
      a.comparisons.flatMap((x) => [
        ...x.before.periods.map((period, i) => [printedKey(a, periodKey(period)), x.before.values[i] ?? null] as const),
        ...x.after.periods.map((period) => [printedKey(a, periodKey(period)), x.after.value] as const),
      ]),
    ),
  );

type More = Parameters<typeof inputOf>[1];

/** What compose is given: the analysis of the quarter, and what the four before announced as they were known then. */
export function madeInput(
  specs: readonly LineSpec[],
  more: More & { readonly references?: readonly ReferenceRate[] } = {},
): ComposeInput {
  const built = inputOf(specs, { settings: { expectedStatements: ["IS101"], ...more?.settings }, ...more });
  const nomenclature = loadNomenclature();
  const { settings } = built;
  const observations = built.recognitions.flatMap((r) => r.observations);
  const at = more?.at ?? AT;
  const references = more.references ?? [];
  const analysis = analyse({ observations, quarter: at, nomenclature, settings, references });
  const earlier = [-1, -2, -3, -4].flatMap((n) => {
    const before = shiftQuarters(at, n);
    const known = observations.filter((o) => comparePeriods(o.period, before) <= 0);
    const then = { observations: known, quarter: before, nomenclature, settings, references };
    return known.length === 0 ? [] : [{ quarter: before, announcements: announcementsAt(then) }];
  });
  return {
    ...built,
    nomenclature,
    analysis: { ...analysis, ...more.analysis },
    earlier,
    analyses: toAnalysesJson(analysis),
  };
}
