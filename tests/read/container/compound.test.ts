/** The old compound files (.doc, .xls): streams of every length, and what is damaged in their tables ([MS-CFB]). */
import { describe, expect, it } from "vitest";
import { openCompound } from "../../../scripts/read/container/compound.ts";

const END = 0xfffffffe;
const FREE = 0xffffffff;
const MINI = 64;

interface Made {
  readonly bytes: Buffer;
  /** Of the link from this sector to the next, in the file. */
  readonly linkAt: (sector: number) => number;
  /** Of a word of the directory entry: 1 is the first stream. */
  readonly entryAt: (index: number, word: keyof typeof WORDS) => number;
  readonly miniFatAt: number;
}
const WORDS = { left: 68, right: 72, child: 76, first: 116, size: 120 } as const;

/** Header, directory, small streams, large streams, tables of links. `folder`: the name of an empty storage. */
function make(streams: Readonly<Record<string, Uint8Array>>, { shift = 9, folder = "" } = {}): Made {
  const size = 1 << shift;
  const links: number[] = [];
  const sectors: Buffer[] = [];
  const put = (content: Uint8Array, padding = 0): number => {
    const count = Math.ceil(content.length / size);
    const first = links.length;
    for (let i = 0; i < count; i++) links.push(i === count - 1 ? END : first + i + 1);
    const whole = Buffer.alloc(count * size, padding);
    whole.set(content);
    sectors.push(whole);
    return count === 0 ? END : first;
  };
  const longs = (...values: readonly number[]): Buffer => Buffer.from(Uint32Array.from(values).buffer);
  const names = [...Object.keys(streams), ...(folder === "" ? [] : [folder])];
  const directory = Buffer.alloc(128 * (names.length + 1));
  const directoryAt = put(directory);
  const minis = Object.values(streams).filter((stream) => stream.length < 4096);
  const mini = Buffer.concat(minis.map((stream) => Buffer.concat([stream, Buffer.alloc(-stream.length & (MINI - 1))])));
  const miniLinks: number[] = [];
  const miniFirsts = minis.map((stream) => {
    const first = miniLinks.length;
    const count = Math.ceil(stream.length / MINI);
    for (let i = 0; i < count; i++) miniLinks.push(i === count - 1 ? END : first + i + 1);
    return first;
  });
  const [miniAt, miniFatAt] = [put(mini), put(longs(...miniLinks), 0xff)];
  const write = (index: number, name: string, type: number, [child, first, length]: readonly number[]): void => {
    const at = 128 * index;
    directory.write(name, at, "utf16le");
    directory.writeUInt16LE(2 * name.length + 2, at + 64);
    directory.writeUInt8(type, at + 66);
    directory.set(longs(FREE, index > 0 && index < names.length ? index + 1 : FREE, child ?? FREE), at + 68);
    directory.set(longs(first ?? END, length ?? 0), at + 116);
  };
  write(0, "Root Entry", 5, [names.length > 0 ? 1 : FREE, miniAt, mini.length]);
  let small = 0;
  for (const [i, [name, stream]] of Object.entries(streams).entries())
    write(i + 1, name, 2, [FREE, stream.length < 4096 ? (miniFirsts[small++] ?? END) : put(stream), stream.length]);
  if (folder !== "") write(names.length, folder, 1, [FREE, 0, 0]);
  sectors[0]?.set(directory);
  const perSector = size / 4;
  const own = links.length;
  let tables = 1;
  while (own + tables + Math.ceil(Math.max(0, tables - 109) / (perSector - 1)) > tables * perSector) tables++;
  const beyond = Math.ceil(Math.max(0, tables - 109) / (perSector - 1));
  const places = Array.from({ length: tables }, (_, i) => own + i);
  const difat = Array.from({ length: beyond }, (_, i) => {
    const from = 109 + i * (perSector - 1);
    const listed = places.slice(from, from + perSector - 1);
    const filled = [...listed, ...Array<number>(perSector - 1 - listed.length).fill(FREE)];
    return longs(...filled, i === beyond - 1 ? END : own + tables + i + 1);
  });
  const fat = Buffer.alloc(tables * size, 0xff);
  fat.set(longs(...links));
  const header = Buffer.alloc(size);
  header.write("d0cf11e0a1b11ae1", "hex");
  header.writeUInt16LE(shift, 30);
  header.set(longs(directoryAt), 48);
  header.set(longs(miniFatAt), 60);
  header.set(longs(beyond > 0 ? own + tables : END, beyond), 68);
  header.fill(0xff, 76, 512);
  header.set(longs(...places.slice(0, 109)), 76);
  const sectorAt = (sector: number): number => (sector + 1) * size;
  return {
    bytes: Buffer.concat([header, ...sectors, fat, ...difat]),
    linkAt: (sector) => sectorAt(own) + 4 * sector,
    entryAt: (index, word) => sectorAt(directoryAt) + 128 * index + WORDS[word],
    miniFatAt: sectorAt(miniFatAt),
  };
}

/** A text of so many bytes, no two pieces of it alike. */
const textOf = (length: number, seed = 0): Buffer =>
  Buffer.from(Uint8Array.from({ length }, (_, i) => (i * 7 + (i >> 6) * 13 + (i >> 9) * 29 + seed) & 0xff));

describe("a compound file", () => {
  it.each([9, 12])("gives its streams whole, whatever their length (sectors of 2^%i bytes)", (shift) => {
    const streams = Object.fromEntries([1, 64, 65, 4095, 4096, 4097, 9000].map((n) => [`s${n}`, textOf(n, n)]));
    const { bytes } = make(streams, { shift });
    const opened = openCompound(bytes);
    expect(opened?.rootNames()).toEqual(Object.keys(streams));
    for (const [name, stream] of Object.entries(streams))
      expect(Buffer.from(opened?.stream(name) ?? []).equals(stream), name).toBe(true);
    expect(opened?.stream("s2")).toBeUndefined();
  });

  it("gives a stream of 15 MB, whose tables do not fit into the header, nor into one sector", () => {
    const long = textOf(15_000_000);
    const { bytes } = make({ Workbook: long });
    expect(Buffer.from(openCompound(bytes)?.stream("Workbook") ?? []).equals(long)).toBe(true);
    const lost = Buffer.from(bytes);
    lost.writeUInt32LE(bytes.length, 68);
    expect(openCompound(lost)).toBeUndefined();
  });

  it("has no stream of the name of a folder", () => {
    const opened = openCompound(make({ Book: textOf(9) }, { folder: "Workbook" }).bytes);
    expect(opened?.rootNames()).toEqual(["Book", "Workbook"]);
    expect(opened?.stream("Workbook")).toBeUndefined();
  });

  it("may end with a sector that is cut after the last byte of its stream", () => {
    const stream = textOf(5000);
    const made = make({ Workbook: stream });
    // the last sector of the stream, put at the end of the file
    const end = made.bytes.length / 512 - 1;
    const last = Buffer.from(made.bytes.subarray(512 * 11, 512 * 12));
    const moved = Buffer.concat([made.bytes, last.subarray(0, 5000 % 512)]);
    moved.writeUInt32LE(end, made.linkAt(9));
    moved.writeUInt32LE(END, made.linkAt(end));
    expect(Buffer.from(openCompound(moved)?.stream("Workbook") ?? []).equals(stream)).toBe(true);
    expect(openCompound(moved.subarray(0, -1))?.stream("Workbook")).toBeUndefined();
  });

  const LARGE = textOf(5000);
  const SMALL = textOf(200);
  it.each<readonly [string, (made: Made) => void]>([
    ["is longer than its sectors", ({ bytes, entryAt }) => bytes.writeUInt32LE(5200, entryAt(1, "size"))],
    ["goes round without end", ({ bytes, linkAt }) => bytes.writeUInt32LE(4, linkAt(6))],
    ["goes on outside of the file", ({ bytes, linkAt }) => bytes.writeUInt32LE(4000, linkAt(6))],
    [
      "goes on in the sector after the last",
      ({ bytes, linkAt }) => bytes.writeUInt32LE(bytes.length / 512 - 1, linkAt(6)),
    ],
    ["ends too soon", ({ bytes, linkAt }) => bytes.writeUInt32LE(END, linkAt(6))],
    ["begins nowhere", ({ bytes, entryAt }) => bytes.writeUInt32LE(FREE, entryAt(1, "first"))],
  ])("has no stream that %s", (_, damage) => {
    const made = make({ Workbook: LARGE, small: SMALL });
    expect(openCompound(made.bytes)?.stream("Workbook")).toBeDefined();
    damage(made);
    expect(openCompound(made.bytes)?.stream("Workbook")).toBeUndefined();
    expect(Buffer.from(openCompound(made.bytes)?.stream("small") ?? []).equals(SMALL)).toBe(true);
  });

  it.each<readonly [string, (made: Made) => void]>([
    ["is longer than its sectors", ({ bytes, entryAt }) => bytes.writeUInt32LE(300, entryAt(1, "size"))],
    ["goes round without end", ({ bytes, miniFatAt }) => bytes.writeUInt32LE(0, miniFatAt + 4)],
    ["goes on outside of its table", ({ bytes, miniFatAt }) => bytes.writeUInt32LE(128, miniFatAt + 4)],
    ["has no table", ({ bytes }) => bytes.writeUInt32LE(5000, 60)],
    ["has no sectors", ({ bytes, entryAt }) => bytes.writeUInt32LE(5000, entryAt(0, "first"))],
  ])("has no small stream that %s", (_, damage) => {
    const made = make({ Workbook: SMALL, large: LARGE });
    expect(openCompound(made.bytes)?.stream("Workbook")).toBeDefined();
    damage(made);
    expect(openCompound(made.bytes)?.stream("Workbook")).toBeUndefined();
    expect(Buffer.from(openCompound(made.bytes)?.stream("large") ?? []).equals(LARGE)).toBe(true);
  });

  it("has the names that stand left and right of its first", () => {
    const made = make({ a: SMALL, b: SMALL, c: SMALL });
    made.bytes.writeUInt32LE(2, made.entryAt(0, "child"));
    made.bytes.writeUInt32LE(1, made.entryAt(2, "left"));
    made.bytes.writeUInt32LE(FREE, made.entryAt(1, "right"));
    expect(openCompound(made.bytes)?.rootNames()?.toSorted()).toEqual(["a", "b", "c"]);
    expect(openCompound(made.bytes)?.stream("a")).toBeDefined();
  });

  it("has no names where an entry of its directory is lost; one that comes back to itself is read once", () => {
    const made = make({ Workbook: SMALL, large: LARGE });
    made.bytes.writeUInt32LE(1, made.entryAt(2, "right"));
    expect(openCompound(made.bytes)?.rootNames()).toEqual(["Workbook", "large"]);
    made.bytes.writeUInt32LE(99, made.entryAt(2, "right"));
    expect(openCompound(made.bytes)?.rootNames()).toBeUndefined();
    expect(openCompound(made.bytes)?.stream("Workbook")).toBeUndefined();
  });

  it.each<readonly [string, (made: Made) => Uint8Array]>([
    ["is shorter than its header", ({ bytes }) => bytes.subarray(0, 511)],
    ["holds nothing after its header", ({ bytes }) => bytes.subarray(0, 512)],
    ["has sectors of another size", ({ bytes }) => bytes.fill(10, 30, 31)],
    ["has lost its directory", ({ bytes }) => bytes.fill(0x0f, 48, 52)],
    ["has a directory of no sector", ({ bytes }) => bytes.fill(0xff, 48, 52)],
    ["has lost the table of its links", ({ bytes }) => bytes.fill(0xff, 76, 80)],
    ["is cut within the table of its links", ({ bytes, linkAt }) => bytes.subarray(0, linkAt(0) + 2)],
  ])("is none when it %s", (_, damage) => {
    expect(openCompound(damage(make({ Workbook: LARGE })))).toBeUndefined();
  });
});
