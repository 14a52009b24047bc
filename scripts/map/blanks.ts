/** Places beside figures that hold nothing yet, or a mark for none: what the others of their column are, or of their row. */
import type { Figure, MapCell } from "./map.ts";

type Rows = readonly (readonly MapCell[])[];
type Count = Extract<Figure, { is: "count" }>;

export function withBlanks(rows: Rows): Rows {
  return rows.map((cells, row) => {
    const counts = cells.flatMap(({ part }, column) =>
      part.is === "figure" && part.figure.is === "count"
        ? [{ column, figure: part.figure, series: seriesOver(rows, row, column) }]
        : [],
    );
    const [first] = counts;
    if (!first) return cells;
    /** Columns of a series of which not all hold a figure yet. */
    const growing = new Set<string>();
    const filled = cells.map((cell, column): MapCell => {
      if (cell.part.is !== "empty" && cell.part.is !== "number") return cell;
      const series = seriesOver(rows, row, column);
      const like = series === "" ? undefined : counts.find((one) => one.series === series);
      if (like && cell.part.is === "empty") {
        growing.add(series);
        return { ...cell, part: { is: "figure", figure: { ...like.figure, held: "none", isOfYear: true }, marks: "" } };
      }
      return likeColumn(rows, cell, column, first.figure);
    });
    return growing.size === 0
      ? filled
      : filled.map((cell, column) => ofSeries(cell, seriesOver(rows, row, column), growing));
  });
}

/** "T1 | T2 | T3 | T4 | Total": each quarter stays in its place; a total without months of its own runs from January. */
function ofSeries(cell: MapCell, series: string, growing: ReadonlySet<string>): MapCell {
  const { part } = cell;
  if (part.is !== "figure" || part.figure.is !== "count") return cell;
  if (growing.has(series)) return { ...cell, part: { ...part, figure: { ...part.figure, isOfYear: true } } };
  const isBare = part.figure.datedBy.every(({ by }) => by !== "row" && by !== "heading");
  const spans = part.figure.spans.filter(({ is }) => is === "since-january");
  return isBare ? { ...cell, part: { ...part, figure: { ...part.figure, spans } } } : cell;
}

/** "{trimestre} {an}": the headings over a column, where they name a quarter, a month or a half year of a series; "" for others. */
function seriesOver(rows: Rows, row: number, column: number): string {
  const shapes: string[] = [];
  for (let r = row - 1; r >= 0; r -= 1) {
    const part = rows[r]?.[column]?.part;
    if (part?.is === "text" && part.read.kind === "text" && part.read.role === "header") shapes.push(part.shape);
    if (shapes.length > 0 && part?.is === "figure") break;
  }
  const said = shapes.join(" / ");
  return /\{(?:trimestre|semestre|mois)\}/.test(said) ? said : "";
}

/** @param line the figure of its row, whose line it is. */
function likeColumn(rows: Rows, cell: MapCell, column: number, line: Count): MapCell {
  const beside = rows.flatMap((cells) => cells[column]?.part ?? []);
  const [printed] = beside.flatMap((part) =>
    part.is === "figure" && part.figure.is === "printed" ? [part.figure] : [],
  );
  const { statement, indicator, label, labelAt, family } = line;
  if (printed)
    return {
      ...cell,
      part: { is: "figure", figure: { ...printed, statement, indicator, label, labelAt, family }, marks: "" },
    };
  const number = beside.find((part) => part.is === "number");
  return number && cell.part.is === "empty" ? { ...cell, part: number } : cell;
}
