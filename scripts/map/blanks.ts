/** Places beside figures that hold nothing yet, or a mark for none: what the others of their column are, or of their row. */
import type { Period } from "../model/period.ts";
import { isFigure, type MapCell } from "./map.ts";
import { spansOf } from "./spans.ts";

type CountCell = Extract<MapCell, { is: "count" }>;
const isCount = (cell: MapCell): cell is CountCell => cell.is === "count";
type Rows = readonly (readonly MapCell[])[];

const NOTHING: MapCell = { is: "empty", beside: "" };

export function withBlanks(rows: Rows, quarter: Period): Rows {
  const across = rows.map((cells, row) => {
    const line = cells.find(isCount);
    return line
      ? filled(
          quarter,
          cells,
          (c) => seriesOver(rows, row, c),
          (cell, c) => likeColumn(rows, cell, c, line),
        )
      : cells;
  });
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const columns = Array.from({ length: width }, (_, column) =>
    filled(
      quarter,
      across.map((cells) => cells[column] ?? NOTHING),
      (row) => seriesBeside(rows, row, column),
    ),
  );
  return across.map((cells, row) => cells.map((cell, column) => columns[column]?.[row] ?? cell));
}

/** A row or a column whose empty places are what the figures of their series are; `otherwise`: those of no series. */
function filled(
  quarter: Period,
  cells: readonly MapCell[],
  seriesAt: (place: number) => string,
  otherwise = (cell: MapCell, _place: number): MapCell => cell,
): readonly MapCell[] {
  const series = cells.map((_, place) => seriesAt(place));
  /** Series of which not all places hold a figure yet. */
  const growing = new Set<string>();
  const full = cells.map((cell, place): MapCell => {
    if (cell.is !== "empty" && cell.is !== "number") return cell;
    const own = series[place] ?? "";
    const isBlank = own !== "" && (cell.is === "empty" || cell.isNone);
    const like = isBlank ? cells.find((one, i) => isCount(one) && series[i] === own) : undefined;
    if (!like || !isCount(like)) return otherwise(cell, place);
    growing.add(own);
    return { ...like, of: { ...like.of, value: null }, isOfYear: true, beside: cell.beside, marks: "" };
  });
  return growing.size === 0 ? full : full.map((cell, i) => ofSeries(cell, growing.has(series[i] ?? ""), quarter));
}

/** "T1 | T2 | T3 | T4 | Total": each quarter stays in its place; a total without months of its own runs from January. */
function ofSeries(cell: MapCell, isGrowing: boolean, quarter: Period): MapCell {
  if (!isCount(cell)) return cell;
  if (isGrowing) return { ...cell, isOfYear: true };
  if (cell.datedBy.some(({ by }) => by === "row" || by === "heading")) return cell;
  return { ...cell, spans: spansOf(cell.of.period, quarter, false).filter(({ is }) => is === "since-january") };
}

/** "{trimestre} {an}": the headings over a column, where they name a quarter, a month or a half year of a series; "" for others. */
const seriesOver = (rows: Rows, row: number, column: number): string =>
  seriesIn(
    rows.slice(0, row).map((cells) => cells[column] ?? NOTHING),
    ["header"],
  );

/** The texts at the left of a place, where they name one; the label of a row without figures stands as a line of its own. */
const seriesBeside = (rows: Rows, row: number, column: number): string =>
  seriesIn((rows[row] ?? []).slice(0, column), ["label", "caption", "title"]);

/** @param before the nearest last. */
function seriesIn(before: readonly MapCell[], roles: readonly string[]): string {
  const shapes: string[] = [];
  for (const cell of before.toReversed()) {
    if (cell.is === "text" && cell.read.kind === "text" && roles.includes(cell.read.role)) shapes.push(cell.shape);
    if (shapes.length > 0 && isFigure(cell)) break;
  }
  const said = shapes.join(" / ");
  return /\{(?:trimestre|semestre|mois)\}/.test(said) ? said : "";
}

/** @param line the figure of its row, whose line it is. */
function likeColumn(rows: Rows, cell: MapCell, column: number, { of: line, labelAt }: CountCell): MapCell {
  const own = rows.flatMap((cells) => cells[column] ?? []);
  const { beside } = cell;
  const printed = own.find((one) => one.is === "printed");
  const { statement, indicator, label, family } = line;
  const of = printed && { ...printed.of, statement, indicator, label, family };
  if (of) return { ...printed, of, labelAt, beside, marks: "" };
  const number = own.find((one) => one.is === "number");
  return number && cell.is === "empty" ? { ...number, beside } : cell;
}
