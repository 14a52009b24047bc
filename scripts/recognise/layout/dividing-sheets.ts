/** "T1" and "T2", sheets of one half-year: each says the months of its own tables, under a title that says those of all. */
import type { FacetParser } from "../words/facets.ts";
import type { PeriodPart } from "../words/period-part.ts";
import type { Line } from "./nearest-lines.ts";

/** The one part of a year that a name says. */
function monthsOf({ facets }: Pick<Line, "facets">): PeriodPart | undefined {
  const [only, second] = facets.periods;
  return only?.within && !second && !only.cumulative ? only : undefined;
}

/** Of the sheets of a file, those that are named after months or quarters of which none is another's. */
export function dividingSheets(names: readonly string[], parse: FacetParser): ReadonlySet<string> {
  const parts = names.flatMap((name) => {
    const within = monthsOf({ facets: parse(name) })?.within;
    return within ? [{ name, months: within.join("-") }] : [];
  });
  const distinct = new Set(parts.map((p) => p.months));
  return new Set(parts.length > 1 && distinct.size === parts.length ? parts.map((p) => p.name) : []);
}

/** The title as it speaks of one such sheet: "1er semestre 2026" over the sheet "T1" says the first quarter of 2026 there. */
export function narrowed(title: Line, sheet: Line): Line {
  const [part, whole] = [monthsOf(sheet), monthsOf(title)];
  if (!part?.within || !whole?.within) return title;
  const [[first, last], [from, to]] = [part.within, whole.within];
  const isPart = last - first < to - from && from <= first && last <= to;
  if (!isPart || (part.year !== undefined && part.year !== whole.year)) return title;
  return { ...title, facets: { ...title.facets, periods: [{ ...whole, within: part.within }] } };
}
