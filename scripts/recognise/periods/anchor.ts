/** The statement's own period: the latest that the nearest of its titles, headings, sheet, file or folder names. */
import { comparePeriods, type Period, span, yearOf } from "../../model/period.ts";
import { isNear, type Surroundings } from "../layout/surroundings.ts";
import { fullPeriod, type PeriodPart } from "../words/period-part.ts";
import { type Facets, isExplained } from "../words/said.ts";
import type { Anchor } from "./resolve.ts";

const isTitle = (f: Facets): boolean => f.statements.length > 0 || isExplained(f);

/** A bare year among words that are not understood ("Réf. : EM/2026-118") names no period of the statement. */
export const isTelling = (f: Facets): boolean =>
  isTitle(f) || f.periods.some((p) => fullPeriod(p) !== undefined || p.within !== undefined || p.cumulative);

interface Level {
  readonly source: Anchor["source"];
  readonly parts: readonly PeriodPart[];
}

/** "T3 2026" under a title of the second quarter: which of them the others are counted from, nothing tells. */
export const isBelied = ({ source, period }: Anchor, explicit: readonly Period[], { lines }: Surroundings): boolean =>
  source === "title" &&
  explicit.some(({ last }) => last > period.last) &&
  !lines.some(({ facets }) => facets.isPeriodTold && facets.periods.length > 0);

/**
 * The latest period named by the nearest level; a quarter without its year takes the year of the next level that has one. `inTable`: what
 * its columns and rows say.
 */
export function findAnchor(around: Surroundings, inTable: readonly PeriodPart[]): Anchor | null {
  const said = around.lines.filter((l) => isTelling(l.facets));
  // a title, then a sentence: "Au 1er trimestre 2025, 9 cambriolages …" under the table before says nothing of this one
  const partsOf = (near: boolean, title: boolean) =>
    said.filter((l) => isNear(l) === near && isTitle(l.facets) === title).flatMap((l) => l.facets.periods);
  const levels: readonly Level[] = [
    { source: "title", parts: partsOf(true, true) },
    { source: "title", parts: partsOf(true, false) },
    { source: "title", parts: partsOf(false, true) },
    { source: "title", parts: partsOf(false, false) },
    { source: "header", parts: inTable },
    { source: "sheet", parts: around.sheet.facets.periods },
    { source: "file", parts: around.file.facets.periods },
    { source: "folder", parts: around.folder ? [{ full: around.folder }] : [] },
  ];
  // "Année 2026" over "T1 | T2", over "T1 2026 | T2 2026", beside "Trimestre : T2": the year of these months, and not the whole year
  const saysMonths = (p: PeriodPart): boolean => p.within !== undefined;
  let months: { readonly within: readonly [number, number]; readonly source: Anchor["source"] } | undefined;
  let year: number | undefined;
  for (const { source, parts } of levels) {
    const areMonthsSaid = inTable.some(saysMonths) || parts.some((p) => saysMonths(p) && p.year === undefined);
    const full = parts.flatMap((p) => (areMonthsSaid && p.wholeYear && !p.within ? [] : (fullPeriod(p) ?? [])));
    const years = parts.flatMap((p) => (p.full ? yearOf(p.full.last) : typeof p.year === "number" ? p.year : []));
    const spans = parts.flatMap((p) => (p.within && p.year === undefined && !p.full ? [p.within] : []));
    const [within] = spans.toSorted((a, b) => b[1] - a[1]);
    const [latest] = months ? [] : full.toSorted((a, b) => comparePeriods(b, a));
    // "T1 | Rappel : année 2025" under "Année 2026": the quarter is of 2026
    const isReminder = latest && within && year !== undefined && yearOf(latest.last) < year;
    if (latest && !isReminder) return { period: latest, source };
    months ??= within && { within, source };
    if (years.length > 0) year ??= Math.max(...years);
    if (months && year !== undefined) return { period: span(year, ...months.within), source: months.source };
  }
  return null;
}
