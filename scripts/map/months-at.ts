/** The months of a figure of a later file: those that its place may mean and that its texts say. */
import { addMonths, distinctPeriods, lengthOf, monthIndex, type Period } from "../model/period.ts";
import type { Dated } from "../model/received.ts";
import type { Counted, MapOfTable, Said } from "./map.ts";
import { says, saysTheSame } from "./roles.ts";
import { inYearOf, periodsAt, spansOf } from "./spans.ts";
import { laterDates, type Spot, textOf } from "./spot.ts";
import { inUnit } from "./texts.ts";

/** How the dates of texts say the months of a figure: where they end alone; a title, the quarter of the statement alone. */
interface Strictness {
  readonly isLoose: boolean;
  readonly isOfQuarter: boolean;
}
const STRICTEST_FIRST: readonly Strictness[] = [false, true].flatMap((isOfQuarter) =>
  [false, true].map((isLoose) => ({ isLoose, isOfQuarter })),
);

/** null: none that its texts say, or more than one. */
export function monthsAt(figure: Counted, spot: Spot): Period | null {
  const isSeries = isOfSeries(figure, spot);
  const own = periodsAt(figure.spans, spot.found.quarters.to);
  const may = isSeries ? [...own, ...ofSeries(figure.of.period, spot.found.quarters.to)] : own;
  for (const how of STRICTEST_FIRST) {
    const fits = distinctPeriods(may.filter((period) => isSaid(figure, period, spot, how)));
    const [only = null, ...others] = fits;
    if (only) return others.length === 0 && !isYetToCome(only, spot) ? only : null;
    if (isSeries) return null; // one more of a series is known by its dates alone
  }
  return null;
}

/** Its row or column, or its sheet, which says its months, stands beside others of one series. */
const isOfSeries = ({ datedBy, isOfYear }: Counted, { found, row, column }: Spot): boolean =>
  (found.isOfSeries && datedBy.length > 0) ||
  (datedBy.some(({ by }) => by === "row" || by === "heading") &&
    (found.rows.series.has(row) || found.columns.series.has(column) || isOfYear));

/** Do all the texts that said its months say these, in one way or another? */
export const areSaid = (figure: Counted, period: Period, spot: Spot): boolean =>
  STRICTEST_FIRST.some((how) => isSaid(figure, period, spot, how));

/** Months that go on after the quarter hold no figure yet. */
const isYetToCome = (period: Period, spot: Spot): boolean =>
  monthIndex(period.last) > monthIndex(spot.found.quarters.to.last) && textOf(spot).trim() !== "";

/** All the months that its place may mean, whatever its texts say. */
export const mayBe = (figure: Counted, spot: Spot): readonly Period[] => [
  ...periodsAt(spansOf(figure.of.period, spot.found.quarters.from, figure.isOfYear), spot.found.quarters.to),
  ...(figure.isOfYear ? ofSeries(figure.of.period, spot.found.quarters.to) : []),
];

/** As many months, of the quarter's year or the year before: another month or quarter of one series. */
function ofSeries(period: Period, quarter: Period): readonly Period[] {
  const length = lengthOf(period);
  const apart = monthIndex(quarter.last) - monthIndex(period.last);
  return Array.from({ length: MOST_MONTHS }, (_, i) => apart - i)
    .filter((months) => months % length === 0)
    .map((months) => ({ first: addMonths(period.first, months), last: addMonths(period.last, months) }));
}
const MOST_MONTHS = 60;

function isSaid(figure: Counted, later: Period, spot: Spot, how: Strictness): boolean {
  const { map, quarters } = spot.found;
  return figure.datedBy.every((said: Said) => {
    const confirmed = confirmedDates(map, said);
    if (!confirmed) return false;
    const { dates, isTitle } = confirmed;
    const before = { dates, quarter: quarters.from };
    const now = { dates: laterDates(spot, said), quarter: quarters.to };
    const isOwn = says(dates, figure.of.period);
    const isSame = (was: Period, is: Period): boolean =>
      says(dates, was) && saysTheSame({ ...before, period: was }, { ...now, period: is }, how.isLoose);
    if (isSame(figure.of.period, later)) return true;
    // « Du 1er janvier au 30 juin 2026 », over the years 2025 and 2026
    const [was, is] = [inYearOf(figure.of.period, quarters.from), inYearOf(later, quarters.to)];
    if (was && is && isSame(was, is)) return true;
    // a title may say the quarter of the statement alone, over counts since January; the figure's months end with it once a year
    return (how.isOfQuarter || !isOwn) && isTitle && isSame(quarters.from, quarters.to);
  });
}

/** `isTitle`: it speaks of the whole table. */
function confirmedDates(
  { part, name, rows }: MapOfTable,
  said: Said,
): { readonly dates: readonly Dated[]; readonly isTitle: boolean } | null {
  if (said.by === "part") return { dates: part.dates, isTitle: true };
  if (said.by === "name") return { dates: name.dates, isTitle: true };
  const cell = rows[said.at[0]]?.[said.at[1]];
  if (cell?.is !== "text" && cell?.is !== "number") return null;
  const isTitle = cell.is === "text" ? cell.read.kind === "text" && cell.read.role === "title" : said.by === "line";
  return { dates: inUnit(cell.dates, said.unit), isTitle };
}
