/** Columns that say the period of their rows and count nothing: "Année", "Trimestre", "Début | Fin". */
import { fold } from "../../nomenclature/index.ts";
import type { Columns, ValueColumn } from "../layout/columns.ts";
import type { View, ViewCell } from "../layout/view.ts";
import type { PeriodPart } from "../words/period-part.ts";
import { findPeriods } from "../words/period-text.ts";
import { isCount } from "../words/said.ts";

/** Folded headings, and what the numbers under them say. */
const HEADINGS = [
  ["year", /^(?:annee|an|exercice)$/],
  ["quarter", /^(?:n )?trim(?:estre)?$/],
  ["half", /^semestre$/],
  ["month", /^moi$/],
] as const;
const namedBy = ({ text }: ViewCell) => HEADINGS.find(([, words]) => words.test(fold(text)))?.[0];

/** What the cells of a column say of the row's period. `unreadable`: they say one, and nothing tells which. */
type PeriodColumn = (typeof HEADINGS)[number][0] | "year-month" | "first day" | "last day" | "unreadable";
export type PeriodColumns = ReadonlyMap<number, PeriodColumn>;

/** Lines whose totals could by chance all look like years. */
const LEAST_YEARS = 3;

/** "Période" beside "Cumul annuel" heads counts of the statement's own period. */
export const isOwnPeriod = ({ text }: ViewCell, columns: Columns): boolean =>
  fold(text) === "periode" && headingsOf(columns).some((h) => h.facets.periods.some((p) => p.cumulative));

const headingsOf = ({ values }: Columns): readonly ViewCell[] => values.flatMap(({ headings }) => headings);

/** "Année" beside "T1 | T2 | T3 | T4", or beside twelve months, heads their total. */
export function isYearOf(cell: ViewCell, columns: Columns): boolean {
  if (namedBy(cell) !== "year") return false;
  const spans = headingsOf(columns).flatMap((h) => h.facets.periods.flatMap((p) => (p.within ? [p.within] : [])));
  const isHeaded = (month: number): boolean => spans.some(([first, last]) => first <= month && month <= last);
  return Array.from({ length: 12 }, (_, i) => i + 1).every(isHeaded);
}

/** The columns of a table that say periods; `rows`: its rows of data. */
export function findPeriodColumns(view: View, rows: readonly number[], columns: Columns): PeriodColumns {
  const headings = headingsOf(columns);
  // "Année | Trimestre | Homicides | …": what stands beside lines that go across is of the row
  const isAcross = headings.filter((h) => h.matches.length > 0).length > 1;
  const longForm = isAcross || headings.some((h) => h.facets.measure === "count");
  const numbers = columns.values.flatMap((value): readonly [number, PeriodColumn][] => {
    const kind = kindOf(
      value,
      rows.flatMap((row) => view.at(row, value.column) ?? []),
      longForm,
      columns,
    );
    return kind ? [[value.column, kind]] : [];
  });
  return new Map([...numbers, ...dateColumns(view, rows, columns)]);
}

/**
 * "Année", "Trimestre", "Période" over numbers that say a period and count nothing. "Trimestre" over counts is the statement's
 * own quarter, unless another column says "Nombre": then the table is in long form.
 */
function kindOf(
  column: ValueColumn,
  cells: readonly ViewCell[],
  longForm: boolean,
  columns: Columns,
): PeriodColumn | undefined {
  const heading = column.headings.at(-1);
  if (!heading) return undefined;
  // "2026¹": the mark of a note says nothing of the year.
  const all = (pattern: RegExp) => cells.every((c) => pattern.test(c.text.replace(/[¹²³]$/, "")));
  const areYears = all(/^(?:19|20)\d\d$/);
  // a total of each line is no year in all of them
  if (isYearOf(heading, columns)) return areYears && cells.length >= LEAST_YEARS ? "year" : undefined;
  // "Total année", "Évolution sur un an"
  if (heading.facets.total || !isCount(heading.facets) || isOwnPeriod(heading, columns)) return undefined;
  const named = namedBy(heading);
  if (heading.facets.dimension !== "period" && !(named && longForm)) return undefined;
  if (areYears) return "year";
  if (all(/^20\d\d(?:0[1-9]|1[0-2])$/)) return "year-month";
  return named && named !== "year" ? named : "unreadable";
}

const DATE = /^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2})$/;
const FIRST = /d[ée]but|^du\b|^de\b|^depuis|^premier/i;
const LAST = /\bfin|^au\b|^jusqu|^dernier/i;

/** Columns whose every cell is a date: "Début | Fin" say the row's span, and a date alone does not tell how many months it is of. */
function dateColumns(view: View, rows: readonly number[], { texts }: Columns): readonly [number, PeriodColumn][] {
  const dates = texts.filter(({ column }) => rows.length > 0 && rows.every((r) => DATE.test(textAt(view, r, column))));
  const headed = (words: RegExp) =>
    dates.filter(({ headings }) => words.test((headings.at(-1)?.text ?? "").replaceAll("_", " ")));
  const [first, last] = [headed(FIRST), headed(LAST)];
  const [from] = first;
  const [to] = last;
  if (from && to && first.length + last.length === 2 && from !== to)
    return [
      [from.column, "first day"],
      [to.column, "last day"],
    ];
  const saysPeriod = ({ headings }: ValueColumn): boolean => {
    const facets = headings.at(-1)?.facets;
    return facets?.dimension === "period" && facets.residual === "";
  };
  return dates
    .filter((c) => first.includes(c) || last.includes(c) || saysPeriod(c))
    .map(({ column }) => [column, "unreadable"]);
}

const textAt = (view: View, row: number, column: number): string => view.at(row, column)?.text ?? "";

interface SaidInRow {
  readonly part: PeriodPart | undefined;
  readonly texts: readonly string[];
}

/** What the cells of one row say in such columns; the part is undefined for a number or days that are no period. */
export function periodsInRow(view: View, row: number, columns: PeriodColumns): readonly SaidInRow[] {
  const [last] = [...columns].find(([, kind]) => kind === "last day") ?? [];
  return [...columns].flatMap(([column, kind]): readonly SaidInRow[] => {
    const cell = view.at(row, column);
    const text = textAt(view, row, column);
    if (kind === "last day") return [];
    if (kind === "first day" && last !== undefined) return [daysOf(text, textAt(view, row, last))];
    // the settings may say which months: « 2024 » is the 4th quarter of 2024
    const declared = cell?.facets.periods.find((period) => period.full);
    const said = cell?.number?.kind === "whole" ? periodOfNumber(kind, cell.number.value) : undefined;
    return [{ part: declared ?? said, texts: [text] }];
  });
}

/** "2026-01-01 | 2026-03-31"; undefined for days that are no whole months. */
function daysOf(...texts: readonly string[]): SaidInRow {
  const [first, last] = texts.map((text) => text.replace(/^(\d{4})-(\d{2})-(\d{2})$/, "$3/$2/$1"));
  return { part: findPeriods(`du ${first} au ${last}`).parts.find((part) => part.full), texts };
}

const MONTHS: Readonly<Partial<Record<PeriodColumn, number>>> = { quarter: 3, half: 6, month: 1 };

/** "1" under "Trimestre" => January to March; undefined for a number that is none. */
export function periodOfNumber(kind: PeriodColumn, value: number): PeriodPart | undefined {
  if (kind === "year") return { year: value };
  if (kind === "year-month") return { year: Math.floor(value / 100), within: [value % 100, value % 100] };
  const length = MONTHS[kind];
  const isWithin = length !== undefined && value >= 1 && value * length <= 12;
  return isWithin ? { within: [(value - 1) * length + 1, value * length] } : undefined;
}
