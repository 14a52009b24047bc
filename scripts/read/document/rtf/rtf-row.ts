/** A row of an RTF table, as its control words define it (\\trowd … \\cellx) -> the edges, merges and grounds of its cells. */
import type { RowDefinition, Sides } from "../document-flow.ts";
import { isPushedOut, isSetOffThePage } from "../paragraph-limits.ts";
import type { Shade } from "./rtf-properties.ts";

export interface RtfRow {
  /** Takes a control word if it defines the row or its cells. */
  readonly control: (name: string, value: number | null) => boolean;
  readonly definition: () => RowDefinition;
  /** Behind a cell, counted from 0; null when it is not defined yet. */
  readonly cellShade: (index: number) => Shade | null;
  /** Number of the style of its table. */
  readonly tableStyle: () => number | undefined;
}

type CellDefinition = RowDefinition["cells"][number] & { readonly shade: Shade };
type Defined = { -readonly [K in keyof Omit<RowDefinition, "cells">]: RowDefinition[K] } & { cells: CellDefinition[] };
type NextCell = { -readonly [K in keyof Omit<CellDefinition, "right">]: CellDefinition[K] };
type Control = (value: number) => void;

/** "raw" words are of Word 2002 and later. */
const sameFor = (names: readonly string[], control: Control): Readonly<Record<string, Control>> =>
  Object.fromEntries(names.map((name) => [name, control]));

const newRow = (): Defined => ({ left: 0, height: 0, isAway: false, isReversed: false, cells: [] });
const newCell = (): NextCell => ({ joinsLeft: false, merge: undefined, shade: {} });

export function createRow(): RtfRow {
  let row = newRow();
  /** What the next \\cellx ends. */
  let cell = newCell();
  /** Behind the cells that have no ground of their own. */
  let ground: Shade = {};
  let style: number | undefined;
  let gap = 0;
  /** In the cells that say nothing of it. */
  let padding: Sides = {};
  let ownPadding: Sides = {};

  const controls: Readonly<Record<string, Control>> = {
    trowd: () => {
      row = newRow();
      ground = {};
      style = undefined;
      gap = 0;
      padding = {};
    },
    trleft: (value) => {
      row.left = value;
    },
    trrh: (value) => {
      row.height = value;
    },
    trgaph: (value) => {
      gap = value;
    },
    rtlrow: () => {
      row.isReversed = true;
    },
    ts: (value) => {
      style = value;
    },
    ...sameFor(["tposx", "tposnegx", "tposy", "tposnegy"], (value) => {
      row.isAway ||= isSetOffThePage(value);
    }),
    trpaddl: (value) => {
      row.isAway ||= isPushedOut(value);
      padding = { ...padding, left: value };
    },
    trpaddr: (value) => {
      padding = { ...padding, right: value };
    },
    trpaddt: (value) => {
      padding = { ...padding, top: value };
    },
    trpaddb: (value) => {
      padding = { ...padding, bottom: value };
    },
    trcbpat: (value) => {
      ground = { ...ground, background: value };
    },
    trcfpat: (value) => {
      ground = { ...ground, shadeColour: value };
    },
    trshdng: (value) => {
      ground = { ...ground, shade: value };
    },
    // Word says the blank at the left where the one above is expected.
    ...sameFor(["clpadl", "clpadt"], (value) => {
      if (isPushedOut(value)) cell.doubt = "unsure";
      const widest = (side: "left" | "top"): number => Math.max(ownPadding[side] ?? 0, value);
      ownPadding = { ...ownPadding, left: widest("left"), top: widest("top") };
    }),
    clpadr: (value) => {
      ownPadding = { ...ownPadding, right: value };
    },
    clpadb: (value) => {
      ownPadding = { ...ownPadding, bottom: value };
    },
    clmrg: () => {
      cell.joinsLeft = true;
    },
    clvmgf: () => {
      cell.merge = "start";
    },
    clvmrg: () => {
      cell.merge = "continue";
    },
    ...sameFor(["clcbpat", "clcbpatraw"], (value) => {
      cell.shade = { ...cell.shade, background: value };
    }),
    ...sameFor(["clcfpat", "clcfpatraw"], (value) => {
      cell.shade = { ...cell.shade, shadeColour: value };
    }),
    ...sameFor(["clshdng", "clshdngraw"], (value) => {
      cell.shade = { ...cell.shade, shade: value };
    }),
    ...sameFor(["cldglu", "cldgll"], () => {
      cell.doubt = "covered";
    }),
    cldel: () => {
      cell.doubt = "struck";
    },
    cellx: (value) => {
      const shade = cell.shade.shade || cell.shade.background ? cell.shade : ground;
      const blanks = { left: gap, right: gap, ...padding, ...ownPadding };
      row.cells.push({ ...cell, right: value, shade, blanks });
      ownPadding = {};
      cell = newCell();
    },
  };

  return {
    control: (name, value) => {
      if (!Object.hasOwn(controls, name)) return false;
      controls[name]?.(value ?? 0);
      return true;
    },
    definition: () => row,
    cellShade: (index) => row.cells[index]?.shade ?? null,
    tableStyle: () => style,
  };
}
