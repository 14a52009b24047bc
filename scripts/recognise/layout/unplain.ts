/**
 * A construct that is not plain (Beside "unplain", in model/grid.ts) may show a person something else than what is read. It is a doubt
 * for the figures that it touches: its own cell, those of the row or the column that it heads, those of the tables under its title.
 * Anywhere else it is nobody's business.
 */

import { columnName } from "../../model/format.ts";
import type { Grid } from "../../model/grid.ts";
import { anError, type Issue } from "../../model/issue.ts";
import { placeAt } from "../../model/observation.ts";
import { own, received } from "../../model/received.ts";
import { type Block, captionsIn, dataRows } from "./blocks.ts";
import type { Columns, ValueColumn } from "./columns.ts";
import type { PlacedOutcome } from "./outcome.ts";
import type { Line } from "./surroundings.ts";
import { speaksOfFigures, type View } from "./view.ts";

interface Place {
  readonly row: number;
  readonly column: number;
}
/** A figure that is not read, with the cell whose construct makes it so: its own, that of its row, its column or its title. */
export interface Unplain extends Place {
  readonly cause: Place;
  /** "texte barré" */
  readonly construct: string;
}

/** The cell that fills a place: its own, or the one merged over it. */
function originOf({ rows }: Grid, { row, column }: Place): Place {
  for (let r = row; r >= 0; r--)
    for (let c = column; c >= 0; c--) {
      const cell = rows[r]?.[c];
      const reaches = cell && r + (cell.rowSpan ?? 1) > row && c + (cell.colSpan ?? 1) > column;
      if (reaches && !cell.covered) return { row: r, column: c };
    }
  return { row, column };
}

const constructOf = ({ rows }: Grid, { row, column }: Place): string | undefined =>
  rows[row]?.[column]?.beside?.find(({ kind }) => kind === "unplain")?.text;

const holdsUnplain = ({ rows }: Grid): boolean =>
  rows.some((cells) => cells.some(({ beside }) => beside?.some(({ kind }) => kind === "unplain")));

/** The figures of a table that a construct touches, each once. `lines`: its captions and titles. */
export function unplainFigures(view: View, block: Block, columns: Columns, lines: readonly Line[]): readonly Unplain[] {
  const { grid } = view;
  if (!holdsUnplain(grid)) return [];
  const titles = [...lines.flatMap(({ cell }) => cell ?? []), ...block.lines].filter(speaksOfFigures);
  const captions = captionsIn(block);
  const isLabels = (one: ValueColumn, figure: ValueColumn): boolean => one.column < figure.column;
  return dataRows(block).flatMap((row) =>
    columns.values.flatMap((value): readonly Unplain[] => {
      const own = { row, column: value.column };
      const atLeft = columns.texts.filter((one) => isLabels(one, value));
      const labels = (atLeft.length > 0 ? atLeft : columns.texts).map(({ column }) => ({ row, column }));
      const heads = block.header.map((r) => ({ row: r, column: value.column }));
      const above = [...captions.filter((caption) => caption.row < row), ...titles];
      for (const one of [own, ...labels, ...heads, ...value.headings, ...above]) {
        const cause = originOf(grid, one);
        const construct = constructOf(grid, cause);
        if (construct !== undefined) return [{ ...own, cause, construct }];
      }
      return [];
    }),
  );
}

const NOT_READ = "une mise en forme peut montrer autre chose que ce qui est lu";

/** The same outcomes, without the figures that are not read. */
export function withoutUnplain(
  outcomes: readonly PlacedOutcome[],
  found: readonly Unplain[],
): readonly PlacedOutcome[] {
  const touched = new Map(found.map((one) => [`${one.row} ${one.column}`, one]));
  return outcomes.map((o) => {
    const one = touched.get(`${o.row} ${o.column}`);
    const isRead = o.outcome.kind === "count" || o.outcome.kind === "printed" || o.outcome.kind === "not-understood";
    return one && isRead ? { ...o, outcome: { kind: "ignored", why: `${NOT_READ} : ${one.construct}` } } : o;
  });
}

/** "B5", or "tableau 1, ligne 5, colonne B" where rows have names. */
export const nameOfPlace = (grid: Grid, row: number, column: number): string => {
  const name = grid.rowNames?.[row];
  return name === undefined ? `${columnName(column + 1)}${row + 1}` : `${name}, colonne ${columnName(column + 1)}`;
};

/** One issue a grid. */
export function unplainIssues(grid: Grid, found: readonly Unplain[]): readonly Issue[] {
  const [first] = found;
  if (!first) return [];
  const constructs = [...Map.groupBy(found, ({ construct }) => construct)].map(([construct, touched]) => ({
    name: received(construct),
    cells: [...Map.groupBy(touched, ({ cause }) => `${cause.row} ${cause.column}`).values()].map((group) =>
      bearing(grid, group as [Unplain, ...Unplain[]]),
    ),
  }));
  return [
    anError("figure-beside-unplain", {
      about: { part: received(grid.part), figures: found.length, constructs, isPdf: /\.pdf$/i.test(grid.file) },
      place: placeAt(grid, first.row, first.column),
    }),
  ];
}

/** The cell that bears a construct, with the figures that it touches. */
function bearing(grid: Grid, touched: readonly [Unplain, ...Unplain[]]) {
  const [{ cause }] = touched;
  const isOwn = touched.every(({ row, column }) => row === cause.row && column === cause.column);
  return {
    cell: own(nameOfPlace(grid, cause.row, cause.column)),
    text: received(grid.rows[cause.row]?.[cause.column]?.text.trim() ?? ""),
    touched: isOwn ? null : touched.length,
  };
}
