/**
 * What a person sees is what is read. The one rule on what readers tell beside it (Beside, in model/grid.ts): a sheet, row or
 * column that is not shown is named and left; text that is struck out or hidden is named, and never joined to a figure; unplain.ts: a
 * figure of which it is not sure what a person sees is not read.
 */

import type { Beside, Cell, Grid } from "../../model/grid.ts";
import { aWarning, type Issue } from "../../model/issue.ts";
import { parseNumber } from "../../model/number.ts";
import { placeAt } from "../../model/observation.ts";
import { own, received } from "../../model/received.ts";
import { nameOfPlace } from "./unplain.ts";

export interface AsSeen {
  /** As received: what the control sheet shows. */
  readonly source: Grid;
  /** What is read: the places that are left are empty. */
  readonly grid: Grid;
  /** The places that are left, from 0, with the reason. */
  readonly left: readonly { readonly row: number; readonly column: number; readonly why: string }[];
  readonly issues: readonly Issue[];
}

/** What a source hides, in French. */
const HIDDEN = { part: "feuille masquée", rows: "ligne masquée", columns: "colonne masquée" } as const;
type Hidden = keyof typeof HIDDEN;

/** Text that is not seen, beside a figure that is. */
type Kind = Exclude<Beside["kind"], "unplain">;

/** "12.", "~12": figures and signs, no word. */
const isOfFigures = (text: string): boolean => /\d/.test(text) && !/\p{L}/u.test(text);

/** Does the cell hold a figure, or did it? A label with a struck word is read as it is seen. */
const isFigure = ({ text, beside = [] }: Cell): boolean =>
  parseNumber(text) !== undefined ||
  beside.some((b) => parseNumber(b.text) !== undefined) ||
  (text.trim() === "" && beside.some((b) => isOfFigures(b.text)));

interface Place {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

/** Its spans stay: the place is empty, not gone. */
const withoutText = ({ beside: _, ...cell }: Cell): Cell => (cell.covered ? cell : { ...cell, text: "" });

/** A grid to what is read of it, with what is left and why. */
export function asSeen(source: Grid): AsSeen {
  const [hiddenRows, hiddenColumns] = [new Set(source.hiddenRows), new Set(source.hiddenColumns)];
  const hiddenAt = (row: number, column: number): Hidden | undefined => {
    if (source.hidden) return "part";
    if (hiddenRows.has(row)) return "rows";
    return hiddenColumns.has(column) ? "columns" : undefined;
  };
  const left: (AsSeen["left"][number] & Place & { readonly hidden: Hidden })[] = [];
  const companions: (Beside & Place)[] = [];
  const rows = source.rows.map((cells, row) =>
    cells.map((cell, column) => {
      const hidden = hiddenAt(row, column);
      const place = { row, column, cell };
      if (!hidden && isFigure(cell)) companions.push(...(cell.beside ?? []).map((one) => ({ ...one, ...place })));
      if (!hidden) return cell;
      if (cell.text.trim() !== "") left.push({ ...place, hidden, why: `${HIDDEN[hidden]} dans le fichier` });
      return withoutText(cell);
    }),
  );
  const issues = [
    ...[...Map.groupBy(companions, (one) => one.kind)].flatMap(([kind, places]) =>
      kind === "unplain" ? [] : besideIssue(source, kind, places),
    ),
    ...[...Map.groupBy(left, (one) => one.hidden)].map(([hidden, places]) => hiddenIssue(source, hidden, places)),
  ];
  return { source, grid: { ...source, rows }, left, issues };
}

function besideIssue(grid: Grid, kind: Kind, places: readonly (Beside & Place)[]): Issue {
  const [{ row, column } = { row: 0, column: 0 }] = places;
  return aWarning(`figure-beside-${kind}`, {
    about: {
      part: received(grid.part),
      cells: places.map((at) => ({
        cell: own(nameOfPlace(grid, at.row, at.column)),
        shown: received(at.cell.text.trim()),
        other: received(at.text),
      })),
    },
    place: placeAt(grid, row, column),
  });
}

/** A sheet, rows or columns that hold something: told once; the control sheet shows each cell. */
function hiddenIssue(grid: Grid, hidden: Hidden, places: readonly Place[]): Issue {
  const [{ row, column } = { row: 0, column: 0 }] = places;
  const part = received(grid.part);
  const many = (of: "row" | "column"): number => new Set(places.map((one) => one[of])).size;
  const place = placeAt(grid, row, column);
  if (hidden === "part") return aWarning("part-hidden", { about: { part }, place });
  return hidden === "rows"
    ? aWarning("rows-hidden", { about: { part, rows: many("row") }, place })
    : aWarning("columns-hidden", { about: { part, columns: many("column") }, place });
}
