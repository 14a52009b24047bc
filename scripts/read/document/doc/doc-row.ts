/** The row that the mark of a paragraph in a .doc ends. Format: [MS-DOC] 2.6.3 (sprms of tables), 2.9.321 (TDefTableOperand). */
import { viewOf } from "../../container/views.ts";
import type { Rgb } from "../../contract/contrast.ts";
import type { RowDefinition, Sides } from "../document-flow.ts";
import { isSetOffThePage } from "../paragraph-limits.ts";
import { isShaded80, shadeOf } from "./doc-look.ts";
import { T_DEF_TABLE } from "./doc-sprms.ts";

export interface RowProperties {
  readonly row: RowDefinition;
  /** Some cells of the row are shaded. */
  readonly isRowShaded: boolean;
  /** What is behind each cell of the row, where that is told cell by cell. */
  readonly shades: readonly (Rgb | null | undefined)[];
}

export const NO_ROW: RowProperties = { row: { left: 0, height: 0, cells: [] }, isRowShaded: false, shades: [] };

interface RowReading {
  /** One modification; any that is of no row is passed over. */
  readonly change: (code: number, operand: Uint8Array) => void;
  readonly finish: () => RowProperties;
}

export function createRow(): RowReading {
  let isRowShaded = false;
  let shades: readonly (Rgb | null | undefined)[] = [];
  let edges: number[] = [];
  let height = 0;
  let gap = 0;
  let padding: Sides = {};
  const paddings = new Map<number, Sides>();
  let isAway = false;
  let cells: { joinsLeft: boolean; merge: "start" | "continue" | undefined; doubt?: "covered" }[] = [];
  const change = (code: number, operand: Uint8Array): void => {
    const view = viewOf(operand);
    const value = operand[0] ?? 0;
    if (SHADES.includes(code)) {
      const found = shadesOf(operand, 10).map(shadeOf);
      isRowShaded ||= found.some((shade) => shade !== undefined);
      if (code === SHADES[0] || code === RAW_SHADES) shades = found;
    } else if (SHADES_80.includes(code)) isRowShaded ||= shadesOf(operand, 2).some(isShaded80);
    else if (code === T_DEF_TABLE && operand.length >= 1 + 2 * (value + 1)) {
      edges = Array.from({ length: value + 1 }, (_, i) => view.getInt16(1 + 2 * i, true));
      cells = Array.from({ length: value }, (_, i) => {
        const at = 1 + 2 * (value + 1) + 20 * i;
        const flags = at + 2 <= operand.length ? view.getUint16(at, true) : 0;
        return { joinsLeft: (flags & 3) === 1, merge: mergeOf((flags >> 5) & 3) };
      });
    } else if (code === 0x9407 && operand.length === 2) {
      height = view.getInt16(0, true); // TDyaRowHeight
    } else if (code === 0x9602 && operand.length === 2) {
      gap = view.getInt16(0, true); // TDxaGapHalf
    } else if (code === 0xd634) {
      padding = { ...padding, ...blanksOf(operand) }; // TCellPaddingDefault
    } else if (code === 0xd632) {
      // TCellPadding: of the cells from the first to before the limit
      for (let i = value; i < (operand[1] ?? 0); i++) paddings.set(i, { ...paddings.get(i), ...blanksOf(operand) });
    } else if (code === 0xd62b) {
      // TVertMerge
      const cell = cells[value];
      if (cell) cell.merge = mergeOf(operand[1] ?? 0);
    } else if (code === 0x5624) {
      // TMerge: cells from the first to before the limit
      for (let i = value + 1; i < (operand[1] ?? 0); i++) {
        const cell = cells[i];
        if (cell) cell.joinsLeft = true;
      }
    } else if (DIAGONALS.includes(code) && (operand[2] ?? 0) & ACROSS) {
      // TSetBrc: borders of the cells from the first to before the limit; their kind is the second byte after a colour of four, or after none
      const isDrawn = (operand[code === DIAGONALS[0] ? 8 : 4] ?? 0) > 0;
      for (const cell of cells.slice(value, operand[1])) if (isDrawn) cell.doubt = "covered";
    } else if ((code === 0x940e || code === 0x940f) && operand.length === 2) {
      // TDxaAbs, TDyaAbs
      isAway ||= isSetOffThePage(view.getInt16(0, true));
    } else if (code === 0x7623 && operand.length === 4) {
      // TDxaCol: width of the cells from the first to before the limit
      for (let i = value; i < (operand[1] ?? 0) && i < cells.length; i++) {
        const change = view.getInt16(2, true) - ((edges[i + 1] ?? 0) - (edges[i] ?? 0));
        edges = edges.map((edge, e) => (e > i ? edge + change : edge));
      }
    }
  };
  const finish = (): RowProperties => ({
    row: {
      left: edges[0] ?? 0,
      height,
      isAway,
      cells: cells.map((cell, i) => ({
        ...cell,
        right: edges[i + 1] ?? 0,
        blanks: { left: gap, right: gap, ...padding, ...paddings.get(i) },
      })),
    },
    isRowShaded,
    shades,
  });
  return { change, finish };
}

/** TDefTableShd, its second and third parts, and their raw forms; TDefTableShd80. */
const SHADES: readonly number[] = [0xd612, 0xd616, 0xd60c, 0xd670, 0xd671, 0xd672];
const RAW_SHADES = 0xd670;
const SHADES_80: readonly number[] = [0xd609];

/** TSetBrc, TSetBrc80; the two lines across a cell among the borders that they set. */
const DIAGONALS: readonly number[] = [0xd62f, 0xd620];
const ACROSS = 0x30;

/** CSSA: two numbers of cells, the sides, the unit (3: twips), the blank. */
function blanksOf(operand: Uint8Array): Sides {
  if (operand.length < 6 || operand[3] !== 3) return {};
  const blank = viewOf(operand).getUint16(4, true);
  const sides = SIDES.filter((_, i) => ((operand[2] ?? 0) >> i) & 1);
  return Object.fromEntries(sides.map((side) => [side, blank]));
}
const SIDES = ["top", "left", "bottom", "right"] as const;

/** One shade a cell. */
const shadesOf = (operand: Uint8Array, size: number): readonly Uint8Array[] =>
  Array.from({ length: Math.floor(operand.length / size) }, (_, i) => operand.subarray(i * size, (i + 1) * size));

/** TC80 vertMerge: 1 goes on, 3 starts. */
const mergeOf = (flags: number): "start" | "continue" | undefined =>
  flags === 3 ? "start" : flags === 1 ? "continue" : undefined;
