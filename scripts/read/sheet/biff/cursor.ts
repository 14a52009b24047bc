/**
 * Reads numbers and texts one after the other from a record and those that continue it ([MS-XLS] 2.4.58, 2.5.293, 2.5.294). A read beyond
 * the end gives zeros, and says so: the record is then damaged.
 */
import type { Area } from "../workbook/areas.ts";

/** Goes on with the record before it. */
export const CONTINUE = 0x003c;

export interface Piece {
  readonly at: number;
  readonly length: number;
}

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
  readonly isPastEnd: () => boolean;
}

const WIDE = 1;
const HAS_EXTENSION = 4;
const HAS_FONTS = 8;

export function createCursor(stream: Uint8Array, pieces: readonly Piece[]): Cursor {
  const rest = pieces.filter(({ length }) => length > 0).toReversed();
  let piece = rest.pop();
  let offset = 0;
  let pastEnd = false;
  const u8 = (): number => {
    pastEnd ||= piece === undefined;
    if (!piece) return 0;
    const byte = stream[piece.at + offset] ?? 0;
    offset += 1;
    if (offset === piece.length) [piece, offset] = [rest.pop(), 0];
    return byte;
  };
  const u16 = (): number => u8() + u8() * 0x100;
  const u32 = (): number => u16() + u16() * 0x10000;
  const skip = (bytes: number): void => {
    for (let i = 0; i < bytes && !pastEnd; i++) u8();
  };
  const unicode = (length: number): StoredText => {
    const flags = u8();
    const changes = (flags & HAS_FONTS) > 0 ? u16() : 0;
    const extension = (flags & HAS_EXTENSION) > 0 ? u32() : 0;
    let sign = (flags & WIDE) > 0 ? u16 : u8;
    let text = "";
    for (let i = 0; i < length && !pastEnd; i++) {
      // A text that goes on in the next piece says there again whether it is wide.
      if (offset === 0) sign = (u8() & WIDE) > 0 ? u16 : u8;
      text += String.fromCharCode(sign());
    }
    const fonts = Array.from({ length: pastEnd ? 0 : changes }, () => ({ from: u16(), font: u16() }));
    skip(extension);
    return { text, fonts };
  };
  return { u8, u16, u32, skip, unicode, isAtEnd: () => piece === undefined, isPastEnd: () => pastEnd };
}

/** A text of so many signs; by default their number comes first. */
export const textIn = (cursor: Cursor, length = cursor.u16()): string => cursor.unicode(length).text;

/** Areas of a record, their number first. `from`: where that stands in the record. */
export function areasIn(stream: Uint8Array, record: Piece, from = 0): readonly Area[] {
  const { skip, u16 } = createCursor(stream, [record]);
  skip(from);
  const count = Math.min(u16(), Math.floor((record.length - from - 2) / 8));
  return Array.from({ length: Math.max(0, count) }, () => ({ top: u16(), bottom: u16(), left: u16(), right: u16() }));
}
