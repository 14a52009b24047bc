/** What is drawn over the cells of an .xls: the anchors of its shapes ([MS-XLS] 2.4.163, 2.4.181; [MS-ODRAW] 2.2.14, 2.3.7). */
import { viewOf } from "../../container/views.ts";
import type { Area } from "../workbook/areas.ts";
import { areaUnder, coveredSpan } from "../workbook/drawn-over.ts";
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

/** Each shape is a piece of drawing, then its object, then its text, which the next record continues. */
export function readDrawings(stream: Uint8Array, records: readonly BiffRecord[], modern: boolean): readonly Drawing[] {
  const view = viewOf(stream);
  const drawings: Drawing[] = [];
  let shape: { readonly areas: readonly Area[]; readonly filled: boolean } | undefined;
  for (const [i, { id, at, length }] of records.entries()) {
    if (id === MSODRAWING) shape = shapeOf(stream.subarray(at, at + length)) ?? shape;
    if (id !== OBJ || length < (modern ? 6 : 26)) continue;
    const type = view.getUint16(at + 4, true);
    const found = modern ? shape : { areas: anchorAt(view, at + 10), filled: true };
    shape = undefined;
    if (!COVERS.includes(type) || !found) continue;
    const text = textOf(stream, records, i + 1);
    drawings.push({ areas: found.areas, hides: found.filled || text !== "", isPicture: type === PICTURE, text });
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

const CLIENT_ANCHOR = 0xf010;
const PROPERTIES = 0xf00b;
const FILL_FLAGS = 0x01bf;

/** The last shape of a piece of drawing: where it is, and whether it is filled. Containers are gone through. */
function shapeOf(piece: Uint8Array): { readonly areas: readonly Area[]; readonly filled: boolean } | undefined {
  const view = viewOf(piece);
  let areas: readonly Area[] | undefined;
  let filled = true;
  for (let at = 0; at + 8 <= piece.length; ) {
    const header = view.getUint16(at, true);
    const type = view.getUint16(at + 2, true);
    const length = view.getUint32(at + 4, true);
    const body = at + 8;
    if (type === PROPERTIES) filled = isFilled(view, body, Math.min(length, piece.length - body), header >>> 4);
    if (type === CLIENT_ANCHOR && length >= 18 && body + 18 <= piece.length) areas = anchorAt(view, body + 2);
    // A container (version 15) holds the records that follow.
    at = (header & 0x0f) === 0x0f ? body : body + length;
  }
  return areas && { areas, filled };
}

function isFilled(view: DataView, body: number, length: number, count: number): boolean {
  for (let i = 0; i < count && 6 * i + 6 <= length; i++)
    if ((view.getUint16(body + 6 * i, true) & 0x3fff) === FILL_FLAGS) {
      const flags = view.getUint32(body + 6 * i + 2, true);
      return (flags & 0x100000) === 0 || (flags & 0x10) > 0;
    }
  return true;
}

/** Column and share of it in 1 024ths, row and share of it in 256ths; of the two corners. */
function anchorAt(view: DataView, at: number): readonly Area[] {
  const [left, leftShare, top, topShare, right, rightShare, bottom, bottomShare] = Array.from({ length: 8 }, (_, i) =>
    view.getUint16(at + 2 * i, true),
  ) as [number, number, number, number, number, number, number, number];
  const rows = coveredSpan({ index: top, share: topShare / 256 }, { index: bottom, share: bottomShare / 256 });
  const columns = coveredSpan({ index: left, share: leftShare / 1024 }, { index: right, share: rightShare / 1024 });
  return areaUnder(rows, columns);
}
