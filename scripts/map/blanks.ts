/** Places beside figures that hold nothing yet, or a mark for none: what the others of their column are, or of their row. */
import type { Period } from "../model/period.ts";
import type { Counted, MapCell } from "./map.ts";
import { spansOf } from "./spans.ts";

type Rows = readonly (readonly MapCell[])[];

const NOTHING: MapCell = { beside: "", part: { is: "empty" } };

export function withBlanks(rows: Rows, quarter: Period): Rows {
  const across = rows.map((cells, row) => {
    const line = firstCount(cells);
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

const countIn = (cell: MapCell | undefined): Counted | undefined =>
  cell?.part.is === "figure" && cell.part.figure.is === "count" ? cell.part.figure : undefined;

const firstCount = (cells: readonly MapCell[]): Counted | undefined => cells.map(countIn).find((c) => c !== undefined);

/** A row or a column whose empty places are what the figures of their series are; `otherwise`: those of no series. */
function filled(
  quarter: Period,
  cells: readonly MapCell[],
  seriesAt: (place: number) => string,
  otherwise = (cell: MapCell, _place: number): MapCell => cell,
): readonly MapCell[] {
  const counts = cells.flatMap((cell, place) => {
    const figure = countIn(cell);
    return figure ? [{ figure, series: seriesAt(place) }] : [];
  });
  /** Series of which not all places hold a figure yet. */
  const growing = new Set<string>();
  const full = cells.map((cell, place): MapCell => {
    if (cell.part.is !== "empty" && cell.part.is !== "number") return cell;
    const series = seriesAt(place);
    const like = series === "" ? undefined : counts.find((one) => one.series === series);
    if (!like || (cell.part.is === "number" && !cell.part.isNone)) return otherwise(cell, place);
    growing.add(series);
    return { ...cell, part: { is: "figure", figure: blankOf(like.figure), marks: "" } };
  });
  return growing.size === 0 ? full : full.map((cell, place) => ofSeries(cell, seriesAt(place), growing, quarter));
}

const blankOf = (figure: Counted): Counted => ({ ...figure, of: { ...figure.of, value: null }, isOfYear: true });

/** "T1 | T2 | T3 | T4 | Total": each quarter stays in its place; a total without months of its own runs from January. */
function ofSeries(cell: MapCell, series: string, growing: ReadonlySet<string>, quarter: Period): MapCell {
  const { part } = cell;
  if (part.is !== "figure" || part.figure.is !== "count") return cell;
  if (growing.has(series)) return { ...cell, part: { ...part, figure: { ...part.figure, isOfYear: true } } };
  const isBare = part.figure.datedBy.every(({ by }) => by !== "row" && by !== "heading");
  const spans = spansOf(part.figure.of.period, quarter, false).filter(({ is }) => is === "since-january");
  return isBare ? { ...cell, part: { ...part, figure: { ...part.figure, spans } } } : cell;
}

/** "{trimestre} {an}": the headings over a column, where they name a quarter, a month or a half year of a series; "" for others. */
function seriesOver(rows: Rows, row: number, column: number): string {
  const above = rows.slice(0, row).map((cells) => cells[column]?.part);
  return seriesIn(above.toReversed(), ["header"]);
}

/** The texts at the left of a place, where they name one; the label of a row without figures stands as a line of its own. */
const seriesBeside = (rows: Rows, row: number, column: number): string =>
  seriesIn(
    (rows[row] ?? [])
      .slice(0, column)
      .map(({ part }) => part)
      .toReversed(),
    ["label", "caption", "title"],
  );

/** @param parts nearest first. */
function seriesIn(parts: readonly (MapCell["part"] | undefined)[], roles: readonly string[]): string {
  const shapes: string[] = [];
  for (const part of parts) {
    if (part?.is === "text" && part.read.kind === "text" && roles.includes(part.read.role)) shapes.push(part.shape);
    if (shapes.length > 0 && part?.is === "figure") break;
  }
  const said = shapes.join(" / ");
  return /\{(?:trimestre|semestre|mois)\}/.test(said) ? said : "";
}

/** @param line the figure of its row, whose line it is. */
function likeColumn(rows: Rows, cell: MapCell, column: number, line: Counted): MapCell {
  const beside = rows.flatMap((cells) => cells[column]?.part ?? []);
  const [printed] = beside.flatMap((part) =>
    part.is === "figure" && part.figure.is === "printed" ? [part.figure] : [],
  );
  const { statement, indicator, label, family } = line.of;
  const of = printed && { ...printed.of, statement, indicator, label, family };
  if (of) return { ...cell, part: { is: "figure", figure: { ...printed, of, labelAt: line.labelAt }, marks: "" } };
  const number = beside.find((part) => part.is === "number");
  return number && cell.part.is === "empty" ? { ...cell, part: number } : cell;
}
