/** A zip whose numbers stand where those of zips of more than 4 GiB do: some programs write small workbooks so. APPNOTE 6.3, 4.3.14 and 4.5.3. */
import { crc32 } from "node:zlib";
import { expect, test } from "vitest";
import { openZip } from "../../../scripts/read/container/zip.ts";
import { refusal } from "../source.ts";

const [IN_EXTRA, COUNT_ELSEWHERE] = [0xffffffff, 0xffff];
const u16 = (...values: readonly number[]): number[] => values.flatMap((v) => [v & 255, (v >> 8) & 255]);
const u32 = (...values: readonly number[]): number[] => values.flatMap((v) => u16(v & 0xffff, Math.floor(v / 65_536)));
const u64 = (...values: readonly number[]): number[] => values.flatMap((v) => u32(v, 0));

interface Lies {
  /** Signature of the record that holds the numbers of the directory. */
  readonly record?: number;
  /** Id of the extra field. */
  readonly field?: number;
  readonly fieldLength?: number;
}

function zip64(content: string, { record = 0x06064b50, field = 1, fieldLength = 24 }: Lies = {}) {
  const bytes = Buffer.from(content);
  const crc = crc32(bytes);
  const name = [...Buffer.from("a.xml")];
  const local = [
    ...u32(0x04034b50),
    ...u16(45, 0, 0, 0, 0),
    ...u32(crc, bytes.length, bytes.length),
    ...u16(5, 0),
    ...name,
  ];
  const other = [...u16(0x9999, 2), 7, 7]; // of another program
  const extra = [...other, ...u16(field, fieldLength), ...u64(bytes.length, bytes.length, 0)];
  const entry = [
    ...u32(0x02014b50),
    ...u16(45, 45, 0, 0, 0, 0),
    ...u32(crc, IN_EXTRA, IN_EXTRA),
    ...u16(5, extra.length, 0, 0, 0),
    ...u32(0, IN_EXTRA),
    ...name,
    ...extra,
  ];
  const start = local.length + bytes.length;
  const end = [
    ...u32(record),
    ...u64(44),
    ...u16(45, 45),
    ...u32(0, 0),
    ...u64(1, 1, entry.length, start),
    ...u32(0x07064b50, 0),
    ...u64(start + entry.length),
    ...u32(1),
    ...u32(0x06054b50),
    ...u16(0, 0, COUNT_ELSEWHERE, COUNT_ELSEWHERE),
    ...u32(IN_EXTRA, IN_EXTRA),
    ...u16(0),
  ];
  return Uint8Array.from([...local, ...bytes, ...entry, ...end]);
}

test("is read", () => {
  const { names, member } = openZip(zip64("12"));
  expect([names, String(member("a.xml"))]).toEqual([["a.xml"], "12"]);
});

test("is refused without the record of its directory", () => {
  expect(refusal(() => openZip(zip64("12", { record: 1 })))?.rule).toBe("file-unreadable");
});

test.each<readonly [string, Lies]>([
  ["none", { field: 2 }],
  ["too short a one", { fieldLength: 8 }],
  ["one that goes on too far", { field: 2, fieldLength: 9_999 }],
])("with %s of the fields that hold the numbers is damaged", (_, lies) => {
  expect(refusal(() => openZip(zip64("12", lies)).member("a.xml"))?.rule).toMatch(/file-(?:unreadable|too-large)/);
});
