/** What the place of a confirmed figure means: its line, its force, and its months as the quarters see them. */
import { oneLine } from "../model/format.ts";
import type { Grid } from "../model/grid.ts";
import type { Observation, PrintedFigure, Reading, ReadTable, Undated } from "../model/observation.ts";
import { lengthOf, type Period, samePeriod } from "../model/period.ts";
import type { Dated, ReadText } from "../model/received.ts";
import { figureKey } from "../nomenclature/index.ts";
import { besideFigure, headings, lineOver, linesAbove } from "./around.ts";
import type { At, Counted, Figure, Said, SaidInTable } from "./map.ts";
import { type NumberColumns, numbersAbove, numbersInRow } from "./numbers.ts";
import { says } from "./roles.ts";
import { inYearOf, type Span, spansOf } from "./spans.ts";
import { inUnit, readCell } from "./texts.ts";

interface Context {
  readonly table: ReadTable;
  readonly quarter: Period;
  readonly figures: readonly Observation[];
  readonly isOfYear: boolean;
  readonly numbers: NumberColumns;
  /** Names of its part, and of its file. */
  readonly part: ReadText;
  readonly name: ReadText;
}

/** @param undated what stands there, of which nothing says the months. @returns undefined: no figure stands there. */
export function figureOf(
  reading: Reading | undefined,
  undated: Undated | undefined,
  at: At,
  context: Context,
): Figure | undefined {
  const { table, figures, isOfYear } = context;
  const labelAt = (of: Undated | PrintedFigure): At | null => findLabel(table.grid, of.label, at);
  if (reading?.kind === "printed") {
    const { figure: of } = reading;
    const [before, after] = (of.between ?? []).map((period) => countBeside(of, period, at, table));
    return { is: "printed", of, labelAt: labelAt(of), between: before && after ? [before, after] : null };
  }
  if (reading?.kind !== "count") return undated && { is: "undated", of: undated, labelAt: labelAt(undated) };
  const { observation: of } = reading;
  const { indicator, force, kind } = of;
  const isFamily = indicator !== null && figures.some((other) => other.family === indicator);
  const isBoth = force === "ensemble" && figures.some((other) => other.force !== "ensemble");
  const isSum = kind === "total" || isFamily || isBoth;
  return { is: "count", of, labelAt: labelAt(of), ...monthsOf(of, at, context), isOfYear, isSum };
}

/**
 * The count of these months that a printed change is of: of its row or column, counted since January where its heading says so, and the
 * nearest.
 */
function countBeside(
  { statement, indicator, label, force }: PrintedFigure,
  period: Period,
  at: At,
  table: ReadTable,
): At | undefined {
  const runs = (place: At): boolean =>
    headings(table, place).some(([r, c]) => RUNS.test(readCell(table.grid.rows[r]?.[c]).shape));
  const isOwn = (o: Observation): boolean =>
    o.statement === statement && o.indicator === indicator && o.label === label && o.force === force;
  const counts = besides(table.grid, at).filter(([r, c]) => {
    const reading = table.readings[r]?.[c];
    const count = reading?.kind === "count" ? reading.observation : null;
    return count && isOwn(count) && samePeriod(count.period, period);
  });
  const alike = counts.filter((place) => runs(place) === runs(at));
  const far = ([r, c]: At): number => Math.abs(at[0] - r) + Math.abs(at[1] - c);
  return (alike.length > 0 ? alike : counts).toSorted((a, b) => far(a) - far(b))[0];
}

/** What its months may be, and the texts that say them. */
function monthsOf(
  own: Observation,
  at: At,
  { table, quarter, figures, isOfYear, numbers, part, name }: Context,
): Pick<Counted, "spans" | "datedBy"> {
  const { period } = own;
  const textAt = ({ at: [row, column], unit }: SaidInTable) => {
    const { shape, dates } = readCell(table.grid.rows[row]?.[column]);
    return { shape, dates: inUnit(dates, unit) };
  };
  const isDated = (place: SaidInTable): boolean => says(textAt(place).dates, period);
  const beside = [...besideFigure(table, at), ...numbersInRow(numbers, table, at)];
  const over = lineOver(table, at);
  const around = [...beside, ...(over ? [over] : [])];
  const [caption] = linesAbove(table, at[0], "caption").filter(isDated);
  const near = [...around.filter(isDated), ...(caption ? [caption] : [])];
  const above = [...linesAbove(table, at[0], "title"), ...numbersAbove(table, at[0])];
  // « Du 1er janvier au 30 juin 2026 », over 2025 too
  const ofYear = inYearOf(period, quarter);
  const isDatedAbove = (place: SaidInTable): boolean =>
    isDated(place) || (ofYear !== null && says(textAt(place).dates, ofYear));
  const inTable = [...near, ...above.filter(isDatedAbove)];
  const names: readonly { readonly said: Said; readonly dates: readonly Dated[] }[] = [
    { said: { by: "part" }, dates: part.dates },
    { said: { by: "name" }, dates: name.dates },
  ];
  const ofQuarter = above.filter((place) => !isDatedAbove(place) && says(textAt(place).dates, quarter));
  const isInTable = ofQuarter.length > 0 || inTable.some((place) => isOfMonths(textAt(place).dates));
  const [byName] = isInTable ? [] : names.filter(({ dates }) => says(dates, period));
  // "T1 2026 | Total", at the end of March: the total of what will stand there, or the quarter's
  const isTwice =
    !beside.some(isDated) &&
    figures.some(
      (other) =>
        figureKey(other) === figureKey(own) &&
        other.provenance.row === at[0] + 1 &&
        other.provenance.column !== at[1] + 1,
    );
  const datedBy = [...inTable, ...ofQuarter, ...(byName ? [byName.said] : [])];
  if (isTwice || [...numbers.values()].includes("unsure")) return { spans: [], datedBy };
  const saysQuarter = [...[...around, ...above].map((place) => textAt(place).dates), part.dates, name.dates].some(
    (dates) => says(dates, quarter) && isOfMonths(dates),
  );
  const said = [...inTable.map((place) => textAt(place).dates), ...(byName ? [byName.dates] : [])];
  const spans = narrowed(spansOf(period, quarter, isOfYear), {
    runs: [
      ...[...around, ...inTable].map((place) => textAt(place).shape),
      ...(byName ? [part.shape, name.shape] : []),
    ].some((shape) => RUNS.test(shape)),
    saysMonths: said.flat().some(({ unit }) => unit === "month" || unit === "day"),
    saysYearAlone: said.length > 0 && !said.some(isOfMonths) && !saysQuarter,
    isTotalOfYear: isOfYear && lengthOf(period) > 3 && !beside.some(isDated),
    isUndatedYear:
      near.length === 0 && lengthOf(period) === 12 && !around.some((place) => ROLLING.test(textAt(place).shape)),
  });
  return { spans, datedBy };
}

/** Does it say more than a year? */
const isOfMonths = (dates: readonly Dated[]): boolean =>
  dates.some(({ unit }) => unit !== "year" && unit !== "number" && unit !== "length");

/** "cumul {mois} {an}", "depuis le {mois}": the words of a count that runs on from January. */
const RUNS = /\b(?:cumul\p{L}*(?! (?:du |de ce )?trimestr(?:e|iel)\b)|depuis|a ce jour|annee en cours)\b/u;
/** "12 derniers mois", "année glissante" */
const ROLLING = /\bmois\b|\bglissante?s?\b/u;

/**
 * At the end of March the quarter and the count since January are one. Months that a text says tell them apart in the next file; a year
 * alone, in a file that says no quarter anywhere, never does: then a person is asked. Where
 * none does, only the words of a count that runs on make it one, and a bare total of a table of the year.
 */
function narrowed(
  spans: readonly Span[],
  said: Readonly<Record<"runs" | "saysMonths" | "saysYearAlone" | "isTotalOfYear" | "isUndatedYear", boolean>>,
): readonly Span[] {
  const { runs, saysMonths, saysYearAlone, isTotalOfYear } = said;
  if (said.isUndatedYear && !runs) return []; // the year, or twelve months: told by nothing
  const running = spans.filter(({ is }) => is === "since-january");
  if (running.length === 0 || ((saysMonths || saysYearAlone) && !runs)) return spans;
  return runs || isTotalOfYear ? running : spans.filter(({ is }) => is !== "since-january");
}

/** The places of its row, then of its column. */
const besides = ({ rows }: Grid, [row, column]: At): readonly At[] => [
  ...(rows[row] ?? []).map((_, c): At => [row, c]),
  ...rows.map((_, r): At => [r, column]),
];

/** The cell of its row or column that names the line. */
const findLabel = (grid: Grid, label: string, at: At): At | null =>
  besides(grid, at).find(([r, c]) => oneLine(grid.rows[r]?.[c]?.text ?? "") === oneLine(label)) ?? null;
