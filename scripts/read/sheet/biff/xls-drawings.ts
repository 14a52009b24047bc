/** What is drawn over the cells of an .xls: the anchors of its shapes ([MS-XLS] 2.4.163, 2.4.181; [MS-ODRAW] 2.2.14, 2.3.7). */
import { EVERYWHERE } from "../workbook/areas.ts";
import { areaAt } from "../workbook/drawn-over.ts";
import type { Drawing } from "../workbook/workbook.ts";
import { createCursor } from "./xls-cursor.ts";
import { type BiffRecord, continued, nextRank, wordOf } from "./xls-records.ts";

const MSODRAWING = 0x00ec;
const OBJ = 0x005d;
const TXO = 0x01b6;

/** The kinds of shapes, in Obj, that lie over cells and stay there. Not: comments, the arrows of filters. */
const COVERS = [0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0b, 0x0c, 0x1e];
const PICTURE = 0x08;
const COMMENT = 0x19;

/** What lies over the cells, and what its comments say. Each shape is a piece of drawing, then its object, then its text. */
export function readDrawings(records: readonly BiffRecord[]): {
  readonly drawings: readonly Drawing[];
  readonly comments: readonly string[];
} {
  const drawings: Drawing[] = [];
  const comments: string[] = [];
  let shape: Shape | undefined;
  for (const [i, record] of records.entries()) {
    if (record.id === MSODRAWING) shape = shapeOf(record.content) ?? shape;
    if (record.id !== OBJ || record.content.byteLength < 6) continue;
    const type = wordOf(record, 4);
    const text = textOf(records, i);
    if (type === COMMENT && text !== "") comments.push(text);
    if (shape && COVERS.includes(type)) drawings.push({ ...shape, isPicture: type === PICTURE, text });
    shape = undefined;
  }
  return { drawings, comments };
}

/** The text of an object, before the next one, and what continues it; "" when there is none. */
function textOf(records: readonly BiffRecord[], object: number): string {
  const at = nextRank(records, object, (id) => id === TXO || id === OBJ);
  const [header, ...content] = records[at]?.id === TXO ? continued(records, at) : [];
  return header && content.length > 0
    ? createCursor(...content)
        .unicode(wordOf(header, 10))
        .text.trim()
    : "";
}

const PROPERTIES = 0xf00b;
const CLIENT_ANCHOR = 0xf010;

/** A property: in degrees, by 65 536ths. */
const TURN = 0x0004;

type Shape = Pick<Drawing, "area">;

/** The last shape of a piece of drawing. Containers are gone through. */
function shapeOf(view: DataView): Shape | undefined {
  let shape: Shape | undefined;
  let leans = false;
  for (let at = 0; at + 8 <= view.byteLength; ) {
    const header = view.getUint16(at, true);
    const type = view.getUint16(at + 2, true);
    const length = view.getUint32(at + 4, true);
    const body = at + 8;
    for (let i = 0; type === PROPERTIES && i < header >>> 4 && body + 6 * i + 6 <= view.byteLength; i++)
      if ((view.getUint16(body + 6 * i, true) & 0x3fff) === TURN)
        leans = view.getInt32(body + 6 * i + 2, true) % (90 * 65_536) !== 0;
    if (type === CLIENT_ANCHOR && length >= 18 && body + 18 <= view.byteLength)
      shape = { area: leans ? EVERYWHERE : areaAt(words(view, body + 2)) };
    // A container (version 15) holds the records that follow it.
    at = (header & 0x0f) === 0x0f ? body : body + length;
  }
  return shape;
}

/** The eight numbers of an anchor. */
const words = (view: DataView, at: number): readonly number[] =>
  Array.from({ length: 8 }, (_, i) => view.getUint16(at + 2 * i, true));
