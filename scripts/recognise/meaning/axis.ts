/** The texts along one axis of a number (its column's headings, or its row's cells) to one union of facets. */
import type { Force } from "../../model/observation.ts";
import { isYearLike, type ViewCell, yearIn } from "../layout/view.ts";
import { saysBeside } from "../words/composite-label.ts";
import { isFamily, type LabelMatch } from "../words/labels.ts";
import { mergeParts, type PeriodPart } from "../words/period-part.ts";
import { measureOf } from "../words/phrases.ts";
import { isExplained, NOTHING_SAID, type Said, saysSomething } from "../words/said.ts";

/** What the texts say together; two periods or more only beside a measure that compares. */
export interface Axis extends Said {
  /** The texts that say its periods. */
  readonly periodTexts: readonly string[];
  readonly matches: readonly LabelMatch[];
  /** The text that names the line, as written; null when the axis names none. */
  readonly label: string | null;
  /** Texts that are not understood. */
  readonly unknown: readonly string[];
  /** Two forces, periods or lines that exclude each other. */
  readonly conflict: boolean;
  readonly texts: readonly string[];
}

export const NO_AXIS: Axis = {
  ...NOTHING_SAID,
  periodTexts: [],
  matches: [],
  label: null,
  unknown: [],
  conflict: false,
  texts: [],
};

/** The outer's force gives way to the inner's when it is the wider: "Ensemble" over "Police". Two forces exclude each other. */
function mergeForce(outer: Force | null, inner: Force | null): Force | null | "conflict" {
  if (outer === null || inner === null) return inner ?? outer;
  if (outer === inner || outer === "ensemble") return inner;
  return inner === "ensemble" ? outer : "conflict";
}

/** Periods of outer and inner headings: each of the one with the one of the other; null when they contradict each other. */
function mergePeriods(outer: readonly PeriodPart[], inner: readonly PeriodPart[]): readonly PeriodPart[] | null {
  if (outer.length === 0) return inner;
  if (inner.length === 0) return outer;
  if (outer.length > 1 && inner.length > 1) return null;
  const merged = outer.flatMap((o) => inner.map((i) => mergeParts(o, i)));
  return merged.every((m) => m !== undefined) ? merged : null;
}

/** One cell as an axis of its own. `asLabel`: a text that is not understood names the line. */
export function axisOfCell(cell: ViewCell, asLabel: boolean): Axis {
  const { facets, text } = cell;
  if (isYearLike(cell) && !facets.declared)
    return { ...NO_AXIS, periods: [{ year: yearIn(cell) }], periodTexts: [text], texts: [text] };
  if (facets.ignored) return { ...NO_AXIS, ignored: true, texts: [text] };
  if (cell.matches.length > 0) {
    const named: Axis = { ...NO_AXIS, matches: cell.matches, label: text, texts: [text] };
    const { force, periods } = facets;
    return cell.composite ? { ...named, force, periods, periodTexts: periods.length > 0 ? [text] : [] } : named;
  }
  const periodTexts = facets.periods.length > 0 ? [text] : [];
  const base: Axis = { ...NO_AXIS, ...facets, periodTexts, matches: [], texts: [text] };
  // "VSX" is made of known words that say nothing: among the labels, a line
  if (isExplained(facets) && (!asLabel || saysSomething(facets))) return base;
  if (asLabel && (cell.declaredLine || !saysBeside(facets))) return { ...NO_AXIS, label: text, texts: [text] };
  return { ...base, unknown: [text] };
}

/** One line said twice, or a family over one of its lines. */
const isWithin = (outer: Axis, inner: Axis): boolean =>
  outer.matches.some((o) => inner.matches.some((i) => o.indicator.id === i.indicator.id)) ||
  outer.matches.some((o) => isFamily(o.indicator));

/** Outer to inner: the union of what they say, with the first contradiction named. */
export function unite(cells: readonly Axis[]): Axis {
  return cells.reduce<Axis>((outer, inner) => {
    const force = mergeForce(outer.force, inner.force);
    const periods = mergePeriods(outer.periods, inner.periods);
    const areTwoLines = outer.label !== null && inner.label !== null && !isWithin(outer, inner);
    return {
      statements: inner.statements.length > 0 ? inner.statements : outer.statements,
      periods: periods ?? [],
      periodTexts: [...outer.periodTexts, ...inner.periodTexts],
      force: force === "conflict" ? null : force,
      total: outer.total || inner.total,
      measure: measureOf([outer.measure, inner.measure]),
      // "MOIS" over "2026-01": the name of what the heading under it says
      dimension: inner.dimension ?? (inner.periods.length > 0 || inner.force !== null ? null : outer.dimension),
      matches: inner.label === null ? outer.matches : inner.matches,
      label: inner.label ?? outer.label,
      ignored: outer.ignored || inner.ignored,
      unknown: [...outer.unknown, ...inner.unknown],
      conflict: outer.conflict || inner.conflict || force === "conflict" || periods === null || areTwoLines,
      texts: [...outer.texts, ...inner.texts],
    };
  }, NO_AXIS);
}
