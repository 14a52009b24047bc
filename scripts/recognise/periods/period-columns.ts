/** Columns of numbers that say a period and count nothing: "Année", "Trimestre", "Mois". */
import { fold } from "../../nomenclature/index.ts";
import type { Columns, ValueColumn } from "../layout/columns.ts";
import type { ViewCell } from "../layout/view.ts";
import type { PeriodPart } from "../words/period-part.ts";

/** What the numbers of a column say of the row's period. `unreadable`: they say one, and nothing tells which. */
export type PeriodColumn = "year" | "quarter" | "half" | "month" | "year-month" | "unreadable";

const PERIOD_HEADINGS: ReadonlyMap<string, PeriodColumn> = new Map(
  (
    [
      ["année", "year"],
      ["an", "year"],
      ["exercice", "year"],
      ["trimestre", "quarter"],
      ["trim", "quarter"],
      ["n° trimestre", "quarter"],
      ["semestre", "half"],
      ["mois", "month"],
    ] as const
  ).map(([word, kind]) => [fold(word), kind]),
);

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Lines whose totals could by chance all look like years. */
const LEAST_YEARS = 3;

/** "Période" beside "Cumul annuel" heads counts of the statement's own period. */
export const isOwnPeriod = ({ text }: ViewCell): boolean => fold(text) === "periode";

/** "Année" beside "T1 | T2 | T3 | T4", or beside twelve months, heads their total. */
export function isYearOf(cell: ViewCell | undefined, { values }: Columns): boolean {
  if (cell === undefined || PERIOD_HEADINGS.get(fold(cell.text)) !== "year") return false;
  const spans = values.flatMap((v) =>
    v.headings.flatMap((h) => h.facets.periods.flatMap((p) => (p.within ? [p.within] : []))),
  );
  return MONTHS.every((month) => spans.some(([first, last]) => first <= month && month <= last));
}

/**
 * "Année", "Trimestre", "Période" over numbers that say a period and count nothing. "Trimestre" over counts is the statement's
 * own quarter, unless another column says "Nombre": then the table is in long form.
 */
export function periodColumnOf(
  column: ValueColumn,
  cells: readonly ViewCell[],
  longForm: boolean,
  beside: { readonly columns: Columns; readonly cumul: boolean },
): PeriodColumn | undefined {
  const heading = column.headings.at(-1);
  if (!heading) return undefined;
  // "2026¹": the mark of a note says nothing of the year.
  const all = (pattern: RegExp) => cells.every((c) => pattern.test(c.text.replace(/[¹²³]$/, "")));
  const areYears = all(/^(?:19|20)\d\d$/);
  // a total of each line is no year in all of them
  if (isYearOf(heading, beside.columns)) return areYears && cells.length >= LEAST_YEARS ? "year" : undefined;
  if (heading.facets.total) return undefined; // "Total année"
  if (isOwnPeriod(heading) && beside.cumul) return undefined;
  const named = PERIOD_HEADINGS.get(fold(heading.text));
  if (heading.facets.dimension !== "period" && !(named && longForm)) return undefined;
  if (areYears) return "year";
  if (all(/^20\d\d(?:0[1-9]|1[0-2])$/)) return "year-month";
  if (named && named !== "year") return named;
  return "unreadable";
}

/** "1" under "Trimestre" => January to March; undefined for a number that is none. */
export function periodOfNumber(kind: PeriodColumn, value: number): PeriodPart | undefined {
  if (kind === "unreadable") return undefined;
  if (kind === "year") return { year: value };
  if (kind === "year-month") return { year: Math.floor(value / 100), within: [value % 100, value % 100] };
  const length = kind === "quarter" ? 3 : kind === "half" ? 6 : 1;
  return value >= 1 && value * length <= 12 ? { within: [(value - 1) * length + 1, value * length] } : undefined;
}
