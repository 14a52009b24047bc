/** What is laid over the cells of a sheet and may change what a person sees of them: conditional formats, drawings. */
import type { Cell } from "../../../model/grid.ts";
import { UNSURE, withBeside } from "../../seen/seen-text.ts";
import type { Area } from "./areas.ts";
import type { Condition, ConditionalFormat, StoredCell, StoredSheet } from "./workbook.ts";

/** Where a sheet has more areas than this, a drawing or a condition stands for all of it. */
const MOST_AREAS = 3_000;
const EVERYWHERE: Area = { top: 0, left: 0, bottom: Number.MAX_SAFE_INTEGER, right: Number.MAX_SAFE_INTEGER };

export function withinBounds(sheet: StoredSheet): StoredSheet {
  const conditional = sheet.conditionalFormats.reduce((sum, { areas }) => sum + areas.length, 0);
  return {
    ...sheet,
    ...(sheet.drawings.length > MOST_AREAS && {
      drawings: [{ areas: [EVERYWHERE], hides: true, isPicture: false, text: "" }],
    }),
    ...(conditional > MOST_AREAS && {
      conditionalFormats: sheet.conditionalFormats
        .slice(0, MOST_AREAS)
        .map((format) => ({ ...format, areas: [EVERYWHERE], holds: () => undefined })),
    }),
  };
}

/** What is laid over one row. */
export interface OverRow {
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly drawings: readonly Area[];
}

export function overRow({ conditionalFormats, drawings }: StoredSheet, row: number): OverRow {
  const reaches = ({ top, bottom }: Area): boolean => row >= top && row <= bottom;
  return {
    conditionalFormats: conditionalFormats
      .map((format) => ({ ...format, areas: format.areas.filter(reaches) }))
      .filter(({ areas }) => areas.length > 0),
    drawings: drawings.flatMap(({ areas, hides }) => (hides ? areas.filter(reaches) : [])),
  };
}

const isOver = (areas: readonly Area[], column: number): boolean =>
  areas.some(({ left, right }) => column >= left && column <= right);

/**
 * A cell with what lies over it. A condition that is sure to hold shows its look; one that would have to be computed, and would change
 * what is seen, makes the cell unsure.
 */
export function seenOver(cell: StoredCell, column: number, over: OverRow, see: (cell: StoredCell) => Cell): Cell {
  const laid = over.conditionalFormats.filter(({ areas }) => isOver(areas, column));
  const conditions: readonly Condition[] = [...(cell.conditions ?? []), ...laid];
  const seen = conditions.length > 0 ? seenUnder(cell, conditions, see) : see(cell);
  if (seen.text === "" || !isOver(over.drawings, column)) return seen;
  return withBeside({ ...seen, text: "" }, [{ kind: "covered", text: seen.text }]);
}

function seenUnder(cell: StoredCell, all: readonly Condition[], see: (cell: StoredCell) => Cell): Cell {
  const last = all.findIndex(({ holds, stops }) => stops && holds(cell.value) === true);
  const conditions = last < 0 ? all : all.slice(0, last + 1);
  const holding = conditions.filter(({ holds }) => holds(cell.value) === true);
  // The first one wins: it is laid on last.
  const style = holding.reduceRight((below, { change }) => change(below), cell.style);
  const seen = see({ ...cell, style });
  const open = new Set(conditions.filter(({ holds }) => holds(cell.value) === undefined).map(({ change }) => change));
  const differs = [...open].some((change) => !isSame(see({ ...cell, style: change(style) }), seen));
  return differs ? withBeside(seen, [UNSURE]) : seen;
}

const isSame = (a: Cell, b: Cell): boolean =>
  a.text === b.text && JSON.stringify(a.beside ?? []) === JSON.stringify(b.beside ?? []);
