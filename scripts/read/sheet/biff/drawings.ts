/** What is drawn over the cells of an .xls: the anchors of its shapes ([MS-XLS] 2.4.163, 2.4.181; [MS-ODRAW] 2.2.14, 2.3.7). */
import { viewOf } from "../../container/views.ts";
import type { Area } from "../workbook/areas.ts";
import { areaUnder, coveredSpan, type Edge, leanOf, lengthTo, spansUnderLeaning } from "../workbook/drawn-over.ts";
import type { Drawing } from "../workbook/workbook.ts";
import { CONTINUE } from "./book.ts";
import { createCursor } from "./cursor.ts";
import type { BiffRecord } from "./records.ts";

const MSODRAWING = 0x00ec;
const OBJ = 0x005d;
const TXO = 0x01b6;
export const DRAWING_RECORDS = [MSODRAWING, OBJ, TXO];

/** Of a shape, in Obj: those that lie over cells and stay there. Not: comments, the arrows of filters. */
const COVERS = [0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0b, 0x0c, 0x1e];
const PICTURE = 0x08;

export interface Sizes {
  /** Both in points. */
  readonly height: (row: number) => number;
  readonly width: (column: number) => number;
}

/** Each shape is a piece of drawing, then its object, then its text, which the next record continues. */
export function readDrawings(
  stream: Uint8Array,
  records: readonly BiffRecord[],
  { modern, sizes }: { readonly modern: boolean; readonly sizes: Sizes },
): readonly Drawing[] {
  const view = viewOf(stream);
  const drawings: Drawing[] = [];
  let shape: Shape | undefined;
  for (const [i, { id, at, length }] of records.entries()) {
    if (id === MSODRAWING) shape = shapeOf(stream.subarray(at, at + length)) ?? shape;
    if (id !== OBJ || length < (modern ? 6 : 26)) continue;
    const type = view.getUint16(at + 4, true);
    const found = modern ? shape : { box: boxAt(view, at + 10), isSeenThrough: false, turn: 0 };
    shape = undefined;
    if (!COVERS.includes(type) || !found) continue;
    const text = textOf(stream, records, i + 1);
    const areas = areasUnder(found, sizes);
    drawings.push({ areas, hides: !found.isSeenThrough || text !== "", isPicture: type === PICTURE, text });
  }
  return drawings;
}

/** The text of an object, from the records after it; "" when there is none. */
function textOf(stream: Uint8Array, records: readonly BiffRecord[], from: number): string {
  const at = records.findIndex(({ id }, i) => i >= from && i < from + 3 && id === TXO);
  const [header, content] = at < 0 ? [] : [records[at], records[at + 1]];
  if (!header || header.length < 12 || content?.id !== CONTINUE) return "";
  return createCursor(stream, [content])
    .unicode(viewOf(stream).getUint16(header.at + 10, true))
    .text.trim();
}

const SHAPE = 0xf00a;
const PROPERTIES = 0xf00b;
const CLIENT_ANCHOR = 0xf010;
/** A text box, rectangles, an ellipse: without fill, their lines stand around the cells. Other shapes have theirs across them. */
const FRAMES = [1, 2, 3, 202];
/** Properties: in degrees, by 65 536ths; flags, of which the high half says which of the low half are given. */
const TURN = 0x0004;
const FILL_FLAGS = 0x01bf;
const LINE_FLAGS = 0x01ff;

interface Box {
  readonly left: Edge;
  readonly top: Edge;
  readonly right: Edge;
  readonly bottom: Edge;
}

interface Shape {
  readonly box: Box;
  /** Neither filled nor crossed by a line. */
  readonly isSeenThrough: boolean;
  /** In degrees. */
  readonly turn: number;
}

/** The last shape of a piece of drawing. Containers are gone through. */
function shapeOf(piece: Uint8Array): Shape | undefined {
  const view = viewOf(piece);
  let box: Box | undefined;
  let form = 0;
  let properties: ReadonlyMap<number, number> = new Map();
  for (let at = 0; at + 8 <= piece.length; ) {
    const header = view.getUint16(at, true);
    const type = view.getUint16(at + 2, true);
    const length = view.getUint32(at + 4, true);
    const body = at + 8;
    if (type === SHAPE) {
      form = header >>> 4;
      properties = new Map();
    }
    if (type === PROPERTIES) properties = propertiesAt(view, body, Math.min(length, piece.length - body), header >>> 4);
    if (type === CLIENT_ANCHOR && length >= 18 && body + 18 <= piece.length) box = boxAt(view, body + 2);
    // A container (version 15) holds the records that follow.
    at = (header & 0x0f) === 0x0f ? body : body + length;
  }
  const isFilled = isOn(properties.get(FILL_FLAGS), 0x10);
  const isLined = isOn(properties.get(LINE_FLAGS), 0x08);
  const isSeenThrough = !isFilled && (FRAMES.includes(form) || !isLined);
  return box && { box, isSeenThrough, turn: ((properties.get(TURN) ?? 0) | 0) / 65_536 };
}

/** Unless it is said to be off, it is on. */
const isOn = (flags = 0, flag: number): boolean => (flags & (flag << 16)) === 0 || (flags & flag) > 0;

function propertiesAt(view: DataView, body: number, length: number, count: number): ReadonlyMap<number, number> {
  const properties = new Map<number, number>();
  for (let i = 0; i < count && 6 * i + 6 <= length; i++)
    properties.set(view.getUint16(body + 6 * i, true) & 0x3fff, view.getUint32(body + 6 * i + 2, true));
  return properties;
}

/** Column and share of it in 1 024ths, row and share of it in 256ths; of the two corners. */
function boxAt(view: DataView, at: number): Box {
  const edge = (offset: number, whole: number): Edge => ({
    index: view.getUint16(at + offset, true),
    share: view.getUint16(at + offset + 2, true) / whole,
  });
  return { left: edge(0, 1024), top: edge(4, 256), right: edge(8, 1024), bottom: edge(12, 256) };
}

function areasUnder({ box: { left, top, right, bottom }, turn }: Shape, { height, width }: Sizes): readonly Area[] {
  const lean = leanOf(turn);
  if (lean === 0) return areaUnder(coveredSpan(top, bottom), coveredSpan(left, right));
  const { rows, columns } = spansUnderLeaning(
    { from: lengthTo(top, height), to: lengthTo(bottom, height), sizeOf: height, most: LAST_ROW },
    { from: lengthTo(left, width), to: lengthTo(right, width), sizeOf: width, most: LAST_COLUMN },
    lean,
  );
  return areaUnder(rows, columns);
}

/** Of the sheets of these files. */
const LAST_ROW = 65_535;
const LAST_COLUMN = 255;
