/**
 * Reads numbers and texts one after the other from a record and those that continue it ([MS-XLS] 2.4.58, 2.5.293, 2.5.294). A read beyond
 * the end gives zeros, and says so: the record is then damaged.
 */
import { viewOf } from "../../container/views.ts";
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
const UTF_16 = new TextDecoder("utf-16le");

/** Bytes and numbers, from one piece to the next. */
function createBytes(stream: Uint8Array, pieces: readonly Piece[]) {
  const view = viewOf(stream);
  let index = 0;
  let at = pieces[0]?.at ?? 0;
  let pastEnd = false;
  const left = (): number => {
    const piece = pieces[index];
    return piece ? piece.at + piece.length - at : 0;
  };
  /** Goes to the next piece where this one is used up. */
  const hasMore = (): boolean => {
    while (left() === 0 && index < pieces.length) {
      index += 1;
      at = pieces[index]?.at ?? at;
    }
    return index < pieces.length;
  };
  const turn = (): boolean => {
    pastEnd ||= !hasMore();
    return !pastEnd;
  };
  const u8 = (): number => {
    if (!turn()) return 0;
    at += 1;
    return view.getUint8(at - 1);
  };
  const u16 = (): number => u8() + u8() * 0x100;
  const u32 = (): number => u16() + u16() * 0x10000;
  const skip = (bytes: number): void => {
    for (let rest = bytes; rest > 0 && turn(); ) {
      const step = Math.min(rest, left());
      at += step;
      rest -= step;
    }
  };
  /** Bytes of this piece. */
  const take = (length: number): Uint8Array => {
    at += length;
    return stream.subarray(at - length, at);
  };
  const fail = (isCut: boolean): void => {
    pastEnd ||= isCut;
  };
  return { u8, u16, u32, skip, take, left, fail, isAtEnd: () => !hasMore(), isPastEnd: () => pastEnd };
}

export function createCursor(stream: Uint8Array, pieces: readonly Piece[]): Cursor {
  const { take, left, fail, ...bytesOf } = createBytes(stream, pieces);
  const { u8, u16, u32, skip, isPastEnd } = bytesOf;
  const unicode = (length: number): StoredText => {
    const flags = u8();
    const changes = (flags & HAS_FONTS) > 0 ? u16() : 0;
    const extension = (flags & HAS_EXTENSION) > 0 ? u32() : 0;
    let wide = (flags & WIDE) > 0;
    let text = "";
    while (text.length < length) {
      // A text that goes on in the next piece says there again whether it is wide.
      if (left() === 0) wide = (u8() & WIDE) > 0;
      if (isPastEnd()) break;
      const signs = Math.min(length - text.length, wide ? Math.floor(left() / 2) : left(), 8_192);
      fail(signs === 0);
      text += wide ? UTF_16.decode(take(2 * signs)) : String.fromCharCode(...take(signs));
    }
    const fonts = Array.from({ length: isPastEnd() ? 0 : changes }, () => ({ from: u16(), font: u16() }));
    skip(extension);
    return { text, fonts };
  };
  return { ...bytesOf, unicode };
}

/** A text of so many signs; by default their number comes first. */
export const textIn = (cursor: Cursor, length = cursor.u16()): string => cursor.unicode(length).text;

/** Areas of a record, their number first. `from`: where that stands in the record. */
export function areasIn(stream: Uint8Array, record: Piece, from = 0): readonly Area[] {
  const cursor = createCursor(stream, [record]);
  cursor.skip(from);
  const count = Math.min(cursor.u16(), Math.floor((record.length - from - 2) / 8));
  return Array.from({ length: Math.max(0, count) }, () => ({
    top: cursor.u16(),
    bottom: cursor.u16(),
    left: cursor.u16(),
    right: cursor.u16(),
  }));
}
