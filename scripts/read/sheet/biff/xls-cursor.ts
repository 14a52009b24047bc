/** Reads numbers and texts one after the other from a record and those that continue it ([MS-XLS] 2.4.58, 2.5.293, 2.5.294). */
import { damaged } from "../../contract/reader.ts";
import type { Area } from "../workbook/areas.ts";
import type { BiffRecord } from "./xls-records.ts";

/** A text as stored, with where its fonts change. */
export interface StoredText {
  readonly text: string;
  readonly fonts: readonly FontChange[];
}

export interface FontChange {
  /** The font holds from this sign on. */
  readonly from: number;
  readonly font: number;
}

export interface Cursor {
  readonly u8: () => number;
  readonly u16: () => number;
  readonly u32: () => number;
  readonly skip: (bytes: number) => void;
  /** Text of so many signs, its flags first. */
  readonly unicode: (length: number) => StoredText;
  /** Nothing is left to read. */
  readonly isAtEnd: () => boolean;
}

const WIDE = 1;
const HAS_EXTENSION = 4;
const HAS_FONTS = 8;

/** @throws {NotRead} by its functions: what they read is beyond the end. */
export function createCursor(...records: readonly BiffRecord[]): Cursor {
  const rest = records.flatMap(({ content }) => (content.byteLength > 0 ? [content] : [])).toReversed();
  let piece = rest.pop();
  let offset = 0;
  const u8 = (): number => {
    const byte = piece ? piece.getUint8(offset) : damaged("enregistrement plus court que ce qu'il annonce");
    offset += 1;
    if (offset === piece?.byteLength) [piece, offset] = [rest.pop(), 0];
    return byte;
  };
  const u16 = (): number => u8() + u8() * 0x100;
  const u32 = (): number => u16() + u16() * 0x10000;
  const skip = (bytes: number): void => {
    for (let i = 0; i < bytes; i++) u8();
  };
  const unicode = (length: number): StoredText => {
    const flags = u8();
    const changes = (flags & HAS_FONTS) > 0 ? u16() : 0;
    const extension = (flags & HAS_EXTENSION) > 0 ? u32() : 0;
    let sign = (flags & WIDE) > 0 ? u16 : u8;
    let text = "";
    for (let i = 0; i < length; i++) {
      // A text that goes on in the next record says there again whether it is wide.
      if (offset === 0) sign = (u8() & WIDE) > 0 ? u16 : u8;
      text += String.fromCharCode(sign());
    }
    const fonts = Array.from({ length: changes }, () => ({ from: u16(), font: u16() }));
    skip(extension);
    return { text, fonts };
  };
  return { u8, u16, u32, skip, unicode, isAtEnd: () => piece === undefined };
}

/** A text of so many signs; by default their number comes first. */
export const textIn = (cursor: Cursor, length = cursor.u16()): string => cursor.unicode(length).text;

/** Areas of a record, their number first, which may be more than it holds. `from`: where that stands in the record. */
export function areasIn(record: BiffRecord, from = 0): readonly Area[] {
  const { skip, u16, isAtEnd } = createCursor(record);
  skip(from);
  const count = u16();
  const areas: Area[] = [];
  while (areas.length < count && !isAtEnd()) areas.push({ top: u16(), bottom: u16(), left: u16(), right: u16() });
  return areas;
}
