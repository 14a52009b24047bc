/**
 * What the modifications of a paragraph in a .doc say of it, and of the row that its mark ends. Format: [MS-DOC] 2.6.2 (sprms of
 * paragraphs), 2.6.3 (sprms of tables), 2.9.321 (TDefTableOperand).
 */
import { viewOf } from "../../container/views.ts";
import { constructOfSprm } from "../../plain/doc-sprms.ts";
import { inPlace, LEAST, NAMES } from "../../plain/rule.ts";
import type { Ground } from "../marked-text.ts";
import type { CellDefinition, RowDefinition } from "../row-definition.ts";
import { shadeOf, shadeOf80 } from "./doc-characters.ts";
import { forEachSprm, T_DEF_TABLE } from "./doc-sprm-list.ts";

export interface Paragraph {
  readonly constructs: readonly string[];
  /** Depth of tables: 0 outside. */
  readonly depth: number;
  /** The mark ends a row. */
  readonly endsRow: boolean;
  /** The mark ends a cell of a nested table. */
  readonly endsInnerCell: boolean;
  /** Number of its style. */
  readonly style: number;
  /** Word draws a number or a bullet before it. */
  readonly isListed: boolean;
  readonly ground: Ground | undefined;
  readonly row: RowDefinition;
}

/** PHugePapx, PTableProps: the list stands in the other stream, and sends nowhere else. */
const ELSEWHERE: readonly number[] = [0x6645, 0x6646, 0x646b];
const IN_TABLE = 0x2416;
/** Three bits of a code say what it modifies. */
const OF_TABLES = 5;
const DEPTH = 0x6649;
/** PDxaLeft and PDxaLeft1, each with its older form. */
const LEFT: readonly number[] = [0x840f, 0x845e];
const FIRST_LINE: readonly number[] = [0x8411, 0x8460];

/** `list`: of its styles, the farthest first, then its own. `data`: the stream that holds the lists too long for a page. */
export function paragraphOf(list: Uint8Array, ownStyle: number, data: Uint8Array | undefined): Paragraph {
  const constructs = new Map<number, string>();
  const numbers = new Map<number, number>();
  let ground: Ground | undefined;
  let left = 0;
  let first = 0;
  const row = createRow();
  const visit = (code: number, operand: Uint8Array): void => {
    const view = viewOf(operand);
    if (ELSEWHERE.includes(code) && operand.length === 4 && data) {
      const at = view.getUint32(0, true);
      if (at + 2 > data.length) return;
      forEachSprm(data.subarray(at + 2, at + 2 + viewOf(data).getUint16(at, true)), (inner, its) => {
        if (!ELSEWHERE.includes(inner)) visit(inner, its);
      });
      return;
    }
    const number =
      operand.length === 4 ? view.getInt32(0, true) : operand.length === 2 ? view.getInt16(0, true) : operand[0];
    numbers.set(code, number ?? 0);
    if (code === 0xc64d)
      ground = shadeOf(operand); // PShd
    else if (code === 0x442d)
      ground = shadeOf80(operand); // PShd80
    else if (LEFT.includes(code)) left = number ?? 0;
    else if (FIRST_LINE.includes(code)) first = number ?? 0;
    else row.change(code, operand);
    const construct = constructOfSprm(code, operand);
    if (construct === "") constructs.delete(code);
    else constructs.set(code, construct);
  };
  forEachSprm(list, visit);
  const depth = numbers.get(IN_TABLE) === 1 ? Math.max(1, numbers.get(DEPTH) ?? 0) : 0;
  const line = ((numbers.get(0x6412) ?? 0) << 16) >> 16; // PDyaLine: its low half; below 0, exact
  const told = [
    ...constructs.values(),
    ...(left + first < -LEAST.out ? [NAMES.pushed] : []),
    ...(line < 0 && line > -LEAST.line ? [NAMES.clipped] : []),
  ];
  return {
    constructs: inPlace(told, depth > 0),
    depth,
    endsRow: numbers.get(0x2417) === 1 || numbers.get(0x244c) === 1, // PFTtp, PFInnerTtp
    endsInnerCell: numbers.get(0x244b) === 1, // PFInnerTableCell
    style: numbers.get(0x4600) ?? ownStyle, // PIstd
    isListed: (numbers.get(0x460b) ?? 0) !== 0, // PIlfo
    ground,
    row: row.finish(
      [...constructs].flatMap(([code, construct]) => (((code >> 10) & 7) === OF_TABLES ? construct : [])),
    ),
  };
}

/** TDefTableShd and its raw form, of the first cells; their second and third parts, which are not followed. */
const SHADES: readonly number[] = [0xd612, 0xd670];
const OTHER_SHADES: readonly number[] = [0xd616, 0xd60c, 0xd671, 0xd672];
/** TSetBrc; the two lines across a cell among the borders that it sets. */
const BORDERS = 0xd62f;
const ACROSS = 0x30;
/** TCellPadding, TCellPaddingDefault: two numbers of cells, the sides (1 above, 2 at the left, 4 under), the unit, the blank. */
const PADDINGS: readonly number[] = [0xd632, 0xd634];
const ROW_HEIGHT = 0x9407;

type Cell = CellDefinition & { constructs: readonly string[] };

function createRow() {
  let left = 0;
  let cells: Cell[] = [];
  let isShadedElsewhere = false;
  let shades: readonly (Ground | undefined)[] = [];
  let olderShades: readonly (Ground | undefined)[] = [];
  const odd = new Set<string>();
  let height = 0; // above 0 where it is exact
  const change = (code: number, operand: Uint8Array): void => {
    const view = viewOf(operand);
    const value = operand[0] ?? 0;
    if (SHADES.includes(code)) shades = partsOf(operand, 10).map(shadeOf);
    else if (OTHER_SHADES.includes(code))
      isShadedElsewhere ||= partsOf(operand, 10).some((one) => shadeOf(one) !== undefined);
    else if (code === 0xd609) olderShades = partsOf(operand, 2).map(shadeOf80);
    else if (code === T_DEF_TABLE && operand.length >= 1 + 2 * (value + 1)) {
      left = view.getInt16(1, true);
      cells = Array.from({ length: value }, (_, i) => cellAt(operand, i));
    } else if (code === ROW_HEIGHT && operand.length === 2) height = -view.getInt16(0, true);
    else if (code === BORDERS && (operand[2] ?? 0) & ACROSS) {
      // Their kind is the second byte after a colour of four.
      const [from = 0, limit = 0] = operand;
      const isDrawn = (operand[8] ?? 0) > 0;
      for (const cell of isDrawn ? cells.slice(from, limit) : []) cell.constructs = [NAMES.crossed];
    } else if (PADDINGS.includes(code) && operand.length >= 6) {
      if (view.getUint16(4, true) > ((operand[2] ?? 0) & 1 ? LEAST.above : LEAST.pushed)) odd.add(NAMES.pushed);
    }
  };
  const finish = (constructs: readonly string[]): RowDefinition => ({
    left,
    exactHeight: height > 0 ? height : undefined,
    constructs: [...constructs, ...odd],
    cells: cells.map((cell, i) => ({
      ...cell,
      ground: shades.length > 0 ? shades[i] : isShadedElsewhere ? null : olderShades[i],
    })),
  });
  return { change, finish };
}

/** One cell of a TDefTableOperand: the number of cells, their edges, then twenty bytes a cell. */
function cellAt(operand: Uint8Array, index: number): Cell {
  const view = viewOf(operand);
  const count = operand[0] ?? 0;
  const at = 1 + 2 * (count + 1) + 20 * index;
  const flags = at + 2 <= operand.length ? view.getUint16(at, true) : 0;
  const right = view.getInt16(1 + 2 * (index + 1), true);
  return { right, joinsLeft: (flags & 3) === 1, merge: mergeOf((flags >> 5) & 3), constructs: [] };
}

const partsOf = (operand: Uint8Array, size: number): readonly Uint8Array[] =>
  Array.from({ length: Math.floor(operand.length / size) }, (_, i) => operand.subarray(i * size, (i + 1) * size));

/** TC80 vertMerge: 1 goes on, 3 starts. */
const mergeOf = (flags: number): "start" | "continue" | undefined =>
  flags === 3 ? "start" : flags === 1 ? "continue" : undefined;
