/** The face of the bulletin's headings, unpacked: from a WOFF file fontkit inflates the table of all glyphs anew for each letter. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { inflateSync } from "node:zlib";

const WOFF = createRequire(import.meta.url).resolve("source-sans-3/files/source-sans-3-latin-600-normal.woff");

/** The bytes of the OpenType file that the WOFF file holds. W3C, WOFF 1.0, 4 and 5; OpenType, table directory. */
export function readFace(): Uint8Array {
  const woff = readFileSync(WOFF);
  const count = woff.readUInt16BE(12);
  const directory = Buffer.alloc(12 + 16 * count);
  woff.copy(directory, 0, 4, 8); // the kind of its outlines
  directory.writeUInt16BE(count, 4);
  const parts: Buffer[] = [directory];
  let end = directory.length;
  for (let i = 0; i < count; i++) {
    const [from, to] = [44 + 20 * i, 12 + 16 * i];
    const [at, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(from + field)) as [number, number, number];
    const bytes = woff.subarray(at, at + packed);
    woff.copy(directory, to, from, from + 4); // its name
    woff.copy(directory, to + 4, from + 16, from + 20); // its checksum
    directory.writeUInt32BE(end, to + 8);
    directory.writeUInt32BE(length, to + 12);
    const blank = Buffer.alloc(-length & 3); // each begins at a multiple of four bytes
    parts.push(packed < length ? inflateSync(bytes) : bytes, blank);
    end += length + blank.length;
  }
  return Buffer.concat(parts);
}
