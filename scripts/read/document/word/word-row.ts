/** What is said of a row of a table, and of each of its cells -> its definition. */
import type { Ink } from "../../plain/rule.ts";
import type { RowDefinition } from "../row-definition.ts";
import { groundOf, OF_CELL, OF_ROW } from "./word-colours.ts";
import { oddIn, type Said } from "./word-said.ts";

export interface RowSaid {
  readonly row: Said;
  readonly cells: readonly Said[];
}

/** What may be behind a cell, the nearest first. */
const CELL_GROUNDS = [OF_CELL, ["clshdngraw", "clcbpatraw"]] as const;

const constructsOf = (said: Said): readonly string[] => oddIn(said).map(([, construct]) => construct);

/** `inks`: of the cells of its table. */
export function definitionOf({ row, cells }: RowSaid, inks: readonly Ink[]): RowDefinition {
  const { trleft = 0, trrh = 0 } = row.values;
  return {
    left: trleft,
    exactHeight: trrh < 0 ? -trrh : undefined,
    isApart: Object.keys(row.values).some((name) => /^tp(?:os|[hv])/.test(name)),
    constructs: constructsOf(row),
    cells: cells.map((cell) => {
      const { cellx = 0, clwidth, clmrg, clvmgf, clvmrg } = cell.values;
      const ground = groundOf({ ...row.values, ...cell.values }, [...CELL_GROUNDS, OF_ROW]);
      return {
        right: cellx,
        width: clwidth,
        joinsLeft: clmrg !== undefined,
        merge: clvmgf !== undefined ? "start" : clvmrg !== undefined ? "continue" : undefined,
        inks: ground === undefined ? inks : inks.map((one) => ({ ...one, ground })),
        constructs: constructsOf(cell),
      };
    }),
  };
}
