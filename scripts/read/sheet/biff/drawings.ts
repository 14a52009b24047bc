/** What is drawn over the cells of an .xls: the anchors of its shapes ([MS-XLS] 2.4.163, 2.4.181; [MS-ODRAW] 2.2.14, 2.3.7). */
import { viewOf } from "../../container/views.ts";
import type { Area } from "../workbook/areas.ts";
import { areaUnder, leaning } from "../workbook/drawn-over.ts";
import type { Drawing } from "../workbook/workbook.ts";
import { CONTINUE, createCursor } from "./cursor.ts";
import type { BiffRecord } from "./records.ts";

const MSODRAWING = 0x00ec;
const OBJ = 0x005d;
const TXO = 0x01b6;
export const DRAWING_RECORDS = [MSODRAWING, OBJ, TXO];

/** Of a shape, in Obj: those that lie over cells and stay there. Not: comments, the arrows of filters. */
const COVERS = [0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0b, 0x0c, 0x1e];
const PICTURE = 0x08;

/** Each shape is a piece of drawing, then its object, then its text, which the next record continues. */
export function readDrawings(stream: Uint8Array, records: readonly BiffRecord[], modern: boolean): readonly Drawing[] {
  const view = viewOf(stream);
  const drawings: Drawing[] = [];
  let shape: Shape | undefined;
  for (const [i, { id, at, length }] of records.entries()) {
    if (id === MSODRAWING) shape = shapeOf(stream.subarray(at, at + length)) ?? shape;
    if (id !== OBJ || length < (modern ? 6 : 26)) continue;
    const type = view.getUint16(at + 4, true);
    const found = modern ? shape : { area: areaAt(view, at + 10), isSeenThrough: false };
    shape = undefined;
    if (!COVERS.includes(type) || !found) continue;
    const text = textOf(stream, records, i + 1);
    drawings.push({ area: found.area, hides: !found.isSeenThrough || text !== "", isPicture: type === PICTURE, text });
  }
  return drawings;
}

/** Of a comment, in Obj. */
const COMMENT = 0x19;

/** What its comments say. */
export const commentsIn = (stream: Uint8Array, records: readonly BiffRecord[]): readonly string[] =>
  records.flatMap(({ id, at, length }, i) => {
    if (id !== OBJ || length < 6 || viewOf(stream).getUint16(at + 4, true) !== COMMENT) return [];
    const text = textOf(stream, records, i + 1);
    return text === "" ? [] : [text];
  });

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

interface Shape {
  readonly area: Area | undefined;
  /** Neither filled nor crossed by a line. */
  readonly isSeenThrough: boolean;
}

/** The last shape of a piece of drawing. Containers are gone through. */
function shapeOf(piece: Uint8Array): Shape | undefined {
  const view = viewOf(piece);
  let area: Area | undefined;
  let isAnchored = false;
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
    if (type === CLIENT_ANCHOR && length >= 18 && body + 18 <= piece.length) {
      area = areaAt(view, body + 2);
      isAnchored = true;
    }
    // A container (version 15) holds the records that follow it.
    at = (header & 0x0f) === 0x0f ? body : body + length;
  }
  if (!isAnchored) return undefined;
  const isOff = (flags: number): boolean => {
    const value = properties.get(flags) ?? 0;
    return flags === FILL_FLAGS ? (value & 0x00100010) === 0x00100000 : (value & 0x00080008) === 0x00080000;
  };
  const isFrame = FRAMES.includes(form);
  return {
    area: leaning(area, (properties.get(TURN) ?? 0) / 65_536),
    isSeenThrough: isOff(FILL_FLAGS) && (isFrame || isOff(LINE_FLAGS)),
  };
}

function propertiesAt(view: DataView, at: number, length: number, count: number): ReadonlyMap<number, number> {
  const properties = new Map<number, number>();
  for (let i = 0; i < count && 6 * (i + 1) <= length; i++)
    properties.set(view.getUint16(at + 6 * i, true) & 0x3fff, view.getInt32(at + 6 * i + 2, true));
  return properties;
}

/** Column, offset, row, offset, and again: offsets in 1 024ths of a column and 256ths of a row. */
function areaAt(view: DataView, at: number): Area | undefined {
  const word = (i: number): number => view.getUint16(at + 2 * i, true);
  const [across, down] = [1024, 256];
  return areaUnder(
    { index: word(2), share: word(3) / down },
    { index: word(6), share: word(7) / down },
    { index: word(0), share: word(1) / across },
    { index: word(4), share: word(5) / across },
  );
}
