/**
 * What the modifications of a paragraph in a .doc say of it, the row that its mark ends apart (doc-row.ts). Format: [MS-DOC] 2.6.2 (sprms of
 * paragraphs).
 */
import { viewOf } from "../../container/views.ts";
import type { Rgb } from "../../contract/contrast.ts";
import { isOutAtRight, isOutOfCell, LEAST_LINE, type Setting, type TabStop } from "../paragraph-limits.ts";
import { isShaded80, shadeOf } from "./doc-look.ts";
import { createRow, NO_ROW, type RowProperties } from "./doc-row.ts";
import { forEachSprm } from "./doc-sprms.ts";

export interface ParagraphProperties extends RowProperties {
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
  /** From right to left, or in a frame of its own: a figure may stand elsewhere, or in another order. */
  readonly isUnusual: boolean;
  /** In its cell. */
  readonly setting: Setting;
  /** What is behind it; undefined: nothing of its own; null: it cannot be told. */
  readonly ground: Rgb | null | undefined;
}
export const PLAIN_PARAGRAPH: ParagraphProperties = {
  depth: 0,
  endsRow: false,
  endsInnerCell: false,
  style: 0,
  isListed: false,
  isUnusual: false,
  setting: { above: 0, beginning: 0, right: 0, stops: [] },
  ground: undefined,
  ...NO_ROW,
};

/** `data`: the stream that holds the lists too long for a page (PHugePapx, PTableProps). */
export function paragraphProperties(
  list: Uint8Array,
  ownStyle: number,
  data: Uint8Array | undefined,
): ParagraphProperties {
  let style = ownStyle;
  let ground: Rgb | null | undefined;
  let isListed = false;
  let isReversed = false;
  let isFramed = false;
  let above = 0;
  let left = 0;
  let first = 0;
  let right = 0;
  let isAtRight = false;
  let stops: readonly TabStop[] = [];
  let line: number | undefined;
  let inTable = false;
  let depth = 0;
  let endsRow = false;
  let endsInnerCell = false;
  const row = createRow();
  const visit = (code: number, operand: Uint8Array): void => {
    const view = viewOf(operand);
    const value = operand[0] ?? 0;
    if (code === 0x4600 && operand.length === 2)
      style = view.getUint16(0, true); // PIstd
    else if (code === 0xc64d)
      ground = shadeOf(operand); // PShd
    else if (code === 0x442d)
      ground = isShaded80(operand) ? null : undefined; // PShd80
    else if (code === 0x460b && operand.length === 2)
      isListed = view.getUint16(0, true) !== 0; // PIlfo
    else if (FRAMES.includes(code)) isFramed ||= operand.some((byte) => byte !== 0);
    else if (code === 0x2441)
      isReversed = value !== 0; // PFBiDi
    else if ((code === 0x840f || code === 0x845e) && operand.length === 2)
      left = view.getInt16(0, true); // PDxaLeft
    else if ((code === 0x8411 || code === 0x8460) && operand.length === 2)
      first = view.getInt16(0, true); // PDxaLeft1
    else if (code === 0xa413 && operand.length === 2)
      above = view.getUint16(0, true); // PDyaBefore
    else if ((code === 0x840e || code === 0x845d) && operand.length === 2)
      right = view.getInt16(0, true); // PDxaRight
    else if (code === 0x2403 || code === 0x2461)
      isAtRight = value === AT_RIGHT; // PJc80, PJc
    else if (TABS.includes(code)) stops = changedStops(stops, operand, code === TABS[0] ? 4 : 2);
    else if (code === 0x6412 && operand.length === 4) {
      const lines = view.getInt16(0, true); // PDyaLine: below 0, exact
      line = lines < 0 ? -lines : undefined;
    } else if (code === 0x2416)
      inTable = value === 1; // PFInTable
    else if (code === 0x6649 && operand.length === 4)
      depth = view.getInt32(0, true); // PItap
    else if (code === 0x2417 || code === 0x244c)
      endsRow ||= value === 1; // PFTtp, PFInnerTtp
    else if (code === 0x244b)
      endsInnerCell = value === 1; // PFInnerTableCell
    else if (ELSEWHERE.includes(code) && operand.length === 4 && data) {
      const at = view.getUint32(0, true);
      if (at + 2 <= data.length) {
        const longer = data.subarray(at + 2, at + 2 + viewOf(data).getUint16(at, true));
        forEachSprm(longer, (inner, its) => {
          if (!ELSEWHERE.includes(inner)) visit(inner, its);
        });
      }
    } else row.change(code, operand);
  };
  forEachSprm(list, visit);
  return {
    depth: inTable ? Math.max(1, depth) : 0,
    endsRow,
    endsInnerCell,
    style,
    isListed,
    isUnusual:
      isReversed ||
      (isFramed && inTable) ||
      (line ?? LEAST_LINE) < LEAST_LINE ||
      isOutOfCell(left + first, inTable) ||
      (isAtRight && isOutAtRight(-right)),
    setting: { above, beginning: left + first, right, stops, line },
    ground,
    ...row.finish(),
  };
}

/** PChgTabs, PChgTabsPapx. */
const TABS: readonly number[] = [0xc615, 0xc60d];

/** The tab stops as they are changed: places cleared, with `bytes` for each; then places set, then how each sets its text. */
function changedStops(stops: readonly TabStop[], operand: Uint8Array, bytes: 2 | 4): readonly TabStop[] {
  const view = viewOf(operand);
  const cleared = operand[0] ?? 0;
  const at = 1 + bytes * cleared;
  const set = operand[at] ?? 0;
  if (at + 1 + 3 * set > operand.length) return stops;
  const gone = new Set(Array.from({ length: cleared }, (_, i) => view.getInt16(1 + 2 * i, true)));
  const added = Array.from({ length: set }, (_, i) => ({
    at: view.getInt16(at + 1 + 2 * i, true),
    isDecimal: ((operand[at + 1 + 2 * set + i] ?? 0) & 7) === DECIMAL,
  }));
  return [...stops.filter((stop) => !gone.has(stop.at)), ...added];
}
const DECIMAL = 3;

/** Of PJc: its lines are set to the right. */
const AT_RIGHT = 2;

/** PHugePapx and PTableProps: the list stands in the other stream, and sends nowhere else. */
const ELSEWHERE: readonly number[] = [0x6645, 0x6646, 0x646b];
/** PDxaAbs, PDyaAbs, PDxaWidth, PWHeightAbs: where a frame stands, and how large it is. */
const FRAMES: readonly number[] = [0x8418, 0x8419, 0x841a, 0x442b];
