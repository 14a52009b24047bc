/**
 * Where the properties of paragraphs and characters stand in a .doc, and what those of paragraphs say: lists of modifications, found
 * through pages of 512 bytes. Format: [MS-DOC] 2.8.6 (PlcBtePapx), 2.9.33 (ChpxFkp), 2.9.176 (PapxFkp), 2.6 (sprms), 2.9.321
 * (TDefTableOperand).
 */

import { viewOf } from "../../container/views.ts";
import type { Rgb } from "../../contract/contrast.ts";
import type { RowDefinition } from "../document-flow.ts";
import { FURTHEST_LEFT, LEAST_LINE } from "../paragraph-limits.ts";
import { isShaded80, shadeOf } from "./doc-look.ts";
import { forEachSprm, T_DEF_TABLE } from "./doc-sprms.ts";

export interface ParagraphProperties {
  /** Depth of tables: 0 outside. */
  readonly depth: number;
  /** The mark ends a row. */
  readonly endsRow: boolean;
  /** The mark ends a cell of a nested table. */
  readonly endsInnerCell: boolean;
  readonly row: RowDefinition;
  /** Number of its style. */
  readonly style: number;
  /** Word draws a number or a bullet before it. */
  readonly isListed: boolean;
  /** From right to left, or in a frame of its own: a figure may stand elsewhere, or in another order. */
  readonly isUnusual: boolean;
  /** What is behind it; undefined: nothing of its own; null: it cannot be told. */
  readonly ground: Rgb | null | undefined;
  /** Some cells of the row are shaded. */
  readonly isRowShaded: boolean;
  /** What is behind each cell of the row, where that is told cell by cell. */
  readonly shades: readonly (Rgb | null | undefined)[];
}
const NO_ROW: RowDefinition = { left: 0, height: 0, cells: [] };
export const PLAIN_PARAGRAPH: ParagraphProperties = {
  depth: 0,
  endsRow: false,
  endsInnerCell: false,
  row: NO_ROW,
  style: 0,
  isListed: false,
  isUnusual: false,
  ground: undefined,
  isRowShaded: false,
  shades: [],
};

/** Part of the file's main stream with one list of modifications. `from`, `to`: byte offsets. */
export interface PropertyRun<T> {
  readonly from: number;
  readonly to: number;
  readonly properties: T;
}

const PAGE = 512;

/**
 * Runs told by a table of pages (`plc`: n + 1 offsets, n page numbers). `bx`: size of one entry of the page's index (13 for
 * paragraphs, 1 for characters). A page out of the stream is a fault: undefined.
 */
export function readRuns<T>(
  main: Uint8Array,
  plc: Uint8Array,
  bx: 1 | 13,
  interpret: (list: Uint8Array, style: number) => T,
): readonly PropertyRun<T>[] | undefined {
  const runs: PropertyRun<T>[] = [];
  const pages = Math.floor((plc.length - 4) / 8);
  const plcView = viewOf(plc);
  for (let i = 0; i < pages; i++) {
    const start = (plcView.getUint32(4 * (pages + 1) + 4 * i, true) & 0x3fffff) * PAGE;
    if (start + PAGE > main.length) return undefined;
    const page = main.subarray(start, start + PAGE);
    const view = viewOf(page);
    const count = view.getUint8(PAGE - 1);
    if (4 * (count + 1) + bx * count > PAGE - 1) return undefined;
    for (let r = 0; r < count; r++) {
      const at = view.getUint8(4 * (count + 1) + bx * r) * 2;
      runs.push({
        from: view.getUint32(4 * r, true),
        to: view.getUint32(4 * r + 4, true),
        properties:
          at === 0
            ? interpret(new Uint8Array(), 0)
            : bx === 13
              ? interpret(...paragraphList(page, at))
              : interpret(characterList(page, at), 0),
      });
    }
  }
  return runs.sort((a, b) => a.from - b.from);
}

const characterList = (page: Uint8Array, at: number): Uint8Array => page.subarray(at + 1, at + 1 + (page[at] ?? 0));

/** PapxInFkp: size in words, less one byte, or in the next byte; then the number of the style (2 bytes), then the list. */
function paragraphList(page: Uint8Array, at: number): [list: Uint8Array, style: number] {
  const words = page[at] ?? 0;
  const [start, end] = words === 0 ? [at + 2, at + 2 + 2 * (page[at + 1] ?? 0)] : [at + 1, at + 2 * words];
  const style = (page[start] ?? 0) | ((page[start + 1] ?? 0) << 8);
  return [page.subarray(start + 2, end), style];
}

/** `data`: the stream that holds the lists too long for a page (PHugePapx, PTableProps). */
export function paragraphProperties(
  list: Uint8Array,
  ownStyle: number,
  data: Uint8Array | undefined,
): ParagraphProperties {
  let style = ownStyle;
  let ground: Rgb | null | undefined;
  let isRowShaded = false;
  let shades: readonly (Rgb | null | undefined)[] = [];
  let isListed = false;
  let isUnusual = false;
  let left = 0;
  let first = 0;
  let isCutOff = false;
  let inTable = false;
  let depth = 0;
  let endsRow = false;
  let endsInnerCell = false;
  let edges: number[] = [];
  let height = 0;
  let cells: { joinsLeft: boolean; merge: "start" | "continue" | undefined }[] = [];
  const visit = (code: number, operand: Uint8Array): void => {
    const view = viewOf(operand);
    const value = operand[0] ?? 0;
    if (code === 0x4600 && operand.length === 2)
      style = view.getUint16(0, true); // PIstd
    else if (code === 0xc64d)
      ground = shadeOf(operand); // PShd
    else if (code === 0x442d)
      ground = isShaded80(operand) ? null : undefined; // PShd80
    else if (SHADES.includes(code)) {
      const found = shadesOf(operand, 10).map(shadeOf);
      isRowShaded ||= found.some((shade) => shade !== undefined);
      if (code === SHADES[0] || code === RAW_SHADES) shades = found;
    } else if (SHADES_80.includes(code)) isRowShaded ||= shadesOf(operand, 2).some(isShaded80);
    else if (code === 0x460b && operand.length === 2)
      isListed = view.getUint16(0, true) !== 0; // PIlfo
    else if (FRAMES.includes(code)) isUnusual ||= operand.some((byte) => byte !== 0);
    else if ((code === 0x840f || code === 0x845e) && operand.length === 2)
      left = view.getInt16(0, true); // PDxaLeft
    else if ((code === 0x8411 || code === 0x8460) && operand.length === 2)
      first = view.getInt16(0, true); // PDxaLeft1
    else if (code === 0x6412 && operand.length === 4) {
      const lines = view.getInt16(0, true); // PDyaLine: below 0, exact
      isCutOff = lines < 0 && lines > -LEAST_LINE;
    } else if (code === 0x2416)
      inTable = value === 1; // PFInTable
    else if (code === 0x6649 && operand.length === 4)
      depth = view.getInt32(0, true); // PItap
    else if (code === 0x2417 || code === 0x244c)
      endsRow ||= value === 1; // PFTtp, PFInnerTtp
    else if (code === 0x244b)
      endsInnerCell = value === 1; // PFInnerTableCell
    else if ((code === 0x6645 || code === 0x6646 || code === 0x646b) && operand.length === 4 && data) {
      const at = view.getUint32(0, true);
      if (at + 2 <= data.length) {
        const longer = data.subarray(at + 2, at + 2 + viewOf(data).getUint16(at, true));
        forEachSprm(longer, (inner, its) => {
          if (inner !== 0x6645 && inner !== 0x6646 && inner !== 0x646b) visit(inner, its);
        });
      }
    } else if (code === T_DEF_TABLE && operand.length >= 1 + 2 * (value + 1)) {
      edges = Array.from({ length: value + 1 }, (_, i) => view.getInt16(1 + 2 * i, true));
      cells = Array.from({ length: value }, (_, i) => {
        const at = 1 + 2 * (value + 1) + 20 * i;
        const flags = at + 2 <= operand.length ? view.getUint16(at, true) : 0;
        return { joinsLeft: (flags & 3) === 1, merge: mergeOf((flags >> 5) & 3) };
      });
    } else if (code === 0x9407 && operand.length === 2) {
      height = view.getInt16(0, true); // TDyaRowHeight
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
    } else if (code === 0x7623 && operand.length === 4) {
      // TDxaCol: width of the cells from the first to before the limit
      for (let i = value; i < (operand[1] ?? 0) && i < cells.length; i++) {
        const change = view.getInt16(2, true) - ((edges[i + 1] ?? 0) - (edges[i] ?? 0));
        edges = edges.map((edge, e) => (e > i ? edge + change : edge));
      }
    }
  };
  forEachSprm(list, visit);
  const row: RowDefinition = {
    left: edges[0] ?? 0,
    height,
    cells: cells.map((cell, i) => ({ ...cell, right: edges[i + 1] ?? 0 })),
  };
  return {
    depth: inTable ? Math.max(1, depth) : 0,
    endsRow,
    endsInnerCell,
    row,
    style,
    isListed,
    isUnusual: isUnusual || isCutOff || left + first < FURTHEST_LEFT,
    ground,
    isRowShaded,
    shades,
  };
}

/** PFBiDi; PDxaAbs, PDyaAbs, PDxaWidth, PWHeightAbs: where a frame stands, and how large it is. */
const FRAMES: readonly number[] = [0x2441, 0x8418, 0x8419, 0x841a, 0x442b];

/** TDefTableShd, its second and third parts, and their raw forms; TDefTableShd80. */
const SHADES: readonly number[] = [0xd612, 0xd616, 0xd60c, 0xd670, 0xd671, 0xd672];
const RAW_SHADES = 0xd670;
const SHADES_80: readonly number[] = [0xd609];

/** One shade a cell. */
const shadesOf = (operand: Uint8Array, size: number): readonly Uint8Array[] =>
  Array.from({ length: Math.floor(operand.length / size) }, (_, i) => operand.subarray(i * size, (i + 1) * size));

/** TC80 vertMerge: 1 goes on, 3 starts. */
const mergeOf = (flags: number): "start" | "continue" | undefined =>
  flags === 3 ? "start" : flags === 1 ? "continue" : undefined;
