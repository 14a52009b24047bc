/** A row of an RTF table, as its control words define it (\\trowd … \\cellx). */
import type { Rgb } from "../../contract/contrast.ts";
import { isOfCell, isOfRow } from "../../plain/rtf-words.ts";
import type { RowDefinition } from "../row-definition.ts";
import { groundOf, NOTHING_SAID, type Said, saidWith } from "./rtf-said.ts";
import type { Word } from "./rtf-tokens.ts";

const GROUNDS = [
  ["clshdng", "clcfpat", "clcbpat"],
  ["clshdngraw", "clcfpatraw", "clcbpatraw"],
] as const;

export function createRow() {
  let row = NOTHING_SAID;
  let cell = NOTHING_SAID;
  let cells: { readonly right: number; readonly said: Said }[] = [];
  return {
    control: (word: Word): void => {
      const { name, value } = word;
      if (name === "trowd") [row, cell, cells] = [NOTHING_SAID, NOTHING_SAID, []];
      else if (name === "cellx") {
        cells.push({ right: value ?? 0, said: saidWith(cell, word) });
        cell = NOTHING_SAID;
      } else if (isOfCell(name)) cell = saidWith(cell, word);
      else if (isOfRow(name)) row = saidWith(row, word);
    },
    /** Number of the style of its table. */
    style: (): number | undefined => row.values.ts,
    /** `isShaded`: the style of its table puts a ground behind cells: which ones is not followed. */
    definition: (colours: readonly (Rgb | undefined)[], isShaded: boolean): RowDefinition => {
      const behind = groundOf(row.values, ["trshdng", "trcfpat", "trcbpat"], colours) ?? (isShaded ? null : undefined);
      return {
        left: row.values.trleft ?? 0,
        exactHeight: (row.values.trrh ?? 0) < 0 ? -(row.values.trrh ?? 0) : undefined,
        constructs: [...row.constructs.values()],
        cells: cells.map(({ right, said: { constructs, values } }) => ({
          right,
          joinsLeft: values.clmrg !== undefined,
          merge: values.clvmgf !== undefined ? "start" : values.clvmrg !== undefined ? "continue" : undefined,
          ground: GROUNDS.map((words) => groundOf(values, words, colours)).find(Boolean) ?? behind,
          constructs: [...constructs.values()],
        })),
      };
    },
  };
}
