/**
 * The members of a zip (.xlsx, .ods, .docx, .odt), checked before and while they are inflated: sizes are read in the
 * central directory, the inflation itself stops at them, and each member must have its checksum. So a bomb costs nothing
 * and a damaged sheet is never half read. Format: PKWARE APPNOTE 6.3, sections 4.3.7 (local header), 4.3.12 (central
 * directory), 4.3.16 (its end). Inflation and checksum are Node's own (zlib).
 */
import { crc32, inflateRawSync } from "node:zlib";
import { inflatedTooLarge, MAX_INFLATED_BYTES, MAX_ZIP_ENTRIES, tooManyMembers } from "../contract/limits.ts";
import { damaged, notRead } from "../contract/reader.ts";
import { viewOf } from "./views.ts";

export interface ZipMember {
  readonly name: string;
  /** 0 stored, 8 deflated; anything else is not read. */
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Of the local header, from the start of the file. */
  readonly offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && (bytes[3] === 4 || bytes[3] === 6);

const cut = (): never => damaged("répertoire du zip absent ou coupé");

/** The central directory. @throws {NotRead} it is missing or cut (a truncated file loses it first). */
export function listZip(bytes: Uint8Array): readonly ZipMember[] {
  const view = viewOf(bytes);
  // The end record is 22 bytes long, then a comment of at most 65 535.
  const lowest = Math.max(0, bytes.length - 22 - 0xffff);
  let end = bytes.length - 22;
  while (end >= lowest && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
  if (end < lowest) cut();
  const directory = directoryOf(view, end);
  const members: ZipMember[] = [];
  const names = new TextDecoder();
  let at = directory.start;
  for (let i = 0; i < directory.count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) cut();
    const nameLength = view.getUint16(at + 28, true);
    const extra = at + 46 + nameLength;
    const next = extra + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) cut();
    const large = largeNumbers(view, extra, extra + view.getUint16(at + 30, true));
    const numberAt = (place: number): number => {
      const number = view.getUint32(place, true);
      return number === IN_EXTRA ? (large.shift() ?? IN_EXTRA) : number;
    };
    const [size, packed, offset] = [numberAt(at + 24), numberAt(at + 20), numberAt(at + 42)]; // the order of the extra field
    members.push({
      name: names.decode(bytes.subarray(at + 46, extra)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed,
      size,
      offset,
    });
    at = next;
  }
  return members;
}

/** Stands for a number that an extra field holds: some programs write even small files as if they were of more than 4 GiB (4.3.14, 4.5.3). */
const IN_EXTRA = 0xffffffff;
const LARGE_LOCATOR = 0x07064b50;
const LARGE_END = 0x06064b50;

/** Where the directory begins, and how many members it names. */
function directoryOf(view: DataView, end: number): { readonly start: number; readonly count: number } {
  const own = { start: view.getUint32(end + 16, true), count: view.getUint16(end + 10, true) };
  if (own.start !== IN_EXTRA && own.count !== 0xffff) return own;
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== LARGE_LOCATOR) return own;
  const record = Number(view.getBigUint64(locator + 8, true));
  if (record + 56 > locator || view.getUint32(record, true) !== LARGE_END) cut();
  return { start: Number(view.getBigUint64(record + 48, true)), count: Number(view.getBigUint64(record + 32, true)) };
}

/** Those of the extra field 1, in their order. */
function largeNumbers(view: DataView, from: number, to: number): number[] {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const count = Math.floor(Math.min(view.getUint16(at + 2, true), to - at - 4) / 8);
    return Array.from({ length: count }, (_, i) => Number(view.getBigUint64(at + 4 + 8 * i, true)));
  }
  return [];
}

/** One member, inflated. `limit`: bytes at most. */
function inflateMember(bytes: Uint8Array, member: ZipMember, limit: number): Uint8Array {
  const view = viewOf(bytes);
  const part = `partie « ${member.name} »`;
  if (member.offset + 30 > bytes.length || view.getUint32(member.offset, true) !== LOCAL_HEADER)
    damaged(`${part} introuvable`);
  const start =
    member.offset + 30 + view.getUint16(member.offset + 26, true) + view.getUint16(member.offset + 28, true);
  const packed = bytes.subarray(start, start + member.packed);
  if (packed.length < member.packed) damaged(`${part} coupée`);
  if (member.method !== 0 && member.method !== 8) damaged(`${part} : compression inconnue`);
  let inflated: Uint8Array;
  try {
    inflated = member.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    damaged(`${part} : ${error instanceof Error ? error.message : String(error)}`);
  }
  if (inflated.length !== member.size || crc32(inflated) !== member.crc) damaged(`${part} abîmée (somme de contrôle)`);
  return inflated;
}

/**
 * Inflates the members that `wanted` names (e.g. all the .xml ones; pictures are left), within MAX_INFLATED_BYTES in all, checked on the
 * declared sizes first.
 * @throws {NotRead} one bad member refuses the whole file.
 */
export function openZip(bytes: Uint8Array, wanted: (name: string) => boolean): ReadonlyMap<string, Uint8Array> {
  const listed = listZip(bytes);
  if (listed.length > MAX_ZIP_ENTRIES) notRead(({ path }) => tooManyMembers(path, listed.length));
  const chosen = listed.filter((m) => !m.name.endsWith("/") && wanted(m.name));
  const total = chosen.reduce((sum, m) => sum + m.size, 0);
  if (total > MAX_INFLATED_BYTES) notRead(({ path }) => inflatedTooLarge(path, total));
  const members = new Map<string, Uint8Array>();
  for (const m of chosen) {
    if (members.has(m.name)) damaged(`partie « ${m.name} » en double`);
    members.set(m.name, inflateMember(bytes, m, m.size));
  }
  return members;
}
