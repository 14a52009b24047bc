/**
 * The record stream of an .xls into the records of each of its sheets, verified: a stream that is cut, holds what no record is, or names
 * a sheet that is not there is refused instead of half read. Format: [MS-XLS] 2.1.4 (records), 2.4.21 (BOF), 2.4.28 (BoundSheet8),
 * 2.4.117 (FilePass). The frame of every record: id, length, content.
 */
import { viewOf } from "../../container/views.ts";
import { damaged, notRead, passwordProtected, tooOld } from "../../contract/reader.ts";
import type { Area } from "../workbook/areas.ts";

export interface BiffRecord {
  readonly id: number;
  readonly content: DataView;
}

/** From a BOF to its EOF, what is nested in it (charts) left out. */
export interface Substream {
  /** Of its BOF. */
  readonly start: number;
  /** 0x05: the workbook, 0x10: a sheet. */
  readonly type: number;
  readonly records: readonly BiffRecord[];
}

const BOF = 0x0809;
/** Of Excel 2, 3 and 4. */
const OLD_BOF = [0x0009, 0x0209, 0x0409];
/** Of Excel 97 and later. */
const VERSION = 0x0600;
const EOF = 0x000a;
const FILEPASS = 0x002f;
/** Goes on with the record before it. */
const CONTINUE = 0x003c;
/** No record of any version has a higher id (the last are those of charts, 0x1066, and of Excel 2007, 0x08xx). */
const HIGHEST_ID = 0x10ff;

/** @throws {NotRead} */
export function readRecords(stream: Uint8Array): readonly Substream[] {
  const view = viewOf(stream);
  if (stream.length >= 4 && OLD_BOF.includes(view.getUint16(0, true))) notRead(ancient);
  const substreams: (Substream & { readonly records: BiffRecord[] })[] = [];
  let depth = 0;
  for (let at = 0; at + 4 <= stream.length; ) {
    // Zeros fill the last sector, and part substreams in the files of some programs.
    if (depth === 0 && stream[at] === 0) {
      at += 1;
      continue;
    }
    const id = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const body = at + 4;
    if (depth === 0 && id !== BOF) break;
    // LibreOffice puts an empty 0xffff for a colour scale.
    if (id > HIGHEST_ID && !(id === 0xffff && length === 0)) damaged(`enregistrement inconnu 0x${id.toString(16)}`);
    if (body + length > stream.length) damaged("enregistrement coupé");
    if (id === FILEPASS) notRead((file) => passwordProtected(file, "Excel"));
    if (id === BOF) {
      if (length < 4) damaged("feuille sans nature");
      if (depth === 0 && view.getUint16(body, true) !== VERSION) notRead(ancient);
      if (depth === 0) substreams.push({ start: at, type: view.getUint16(body + 2, true), records: [] });
      depth += 1;
    } else if (id === EOF) depth -= 1;
    else if (depth === 1)
      substreams.at(-1)?.records.push({ id, content: viewOf(stream.subarray(body, body + length)) });
    at = body + length;
  }
  if (depth !== 0) damaged("feuille coupée avant sa fin");
  return substreams.length > 0 ? substreams : damaged("aucune feuille");
}

/** The rank of the next record of such an id; -1: there is none. */
export function nextRank(records: readonly BiffRecord[], after: number, isWanted: (id: number) => boolean): number {
  for (let i = after + 1; i < records.length; i++) if (isWanted(records[i]?.id ?? 0)) return i;
  return -1;
}

/** A record, by its rank, with those that continue it. */
export function continued(records: readonly BiffRecord[], at: number): readonly BiffRecord[] {
  const after = nextRank(records, at, (id) => id !== CONTINUE);
  return records.slice(at, after < 0 ? undefined : after);
}

/** A word of a record, or 0 where it ends before: older programs write less. */
export const wordOf = ({ content }: BiffRecord, offset: number): number =>
  offset + 2 <= content.byteLength ? content.getUint16(offset, true) : 0;

const ancient = tooOld("un classeur d'Excel 95 ou plus ancien", ".xlsx");

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
