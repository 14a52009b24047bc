/** A WOFF file -> the font that it packs (sfnt), table by table. Pure. Source: WOFF File Format 1.0 (W3C), sections 3 to 5. */
import { inflateSync } from "node:zlib";

const HEAD = 44;
const ENTRY = 20;

/** @throws RangeError when it is no WOFF file, or is cut short: the fonts are the program's own. */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new RangeError("not a WOFF file");
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, i) => {
    const at = HEAD + ENTRY * i;
    const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field));
    const bytes = woff.subarray(offset, (offset ?? 0) + (packed ?? 0));
    return {
      tag: woff.subarray(at, at + 4),
      checksum: woff.subarray(at + 16, at + 20),
      bytes: packed === length ? bytes : inflateSync(bytes),
    };
  });
  const power = 2 ** Math.floor(Math.log2(count));
  const directory = Buffer.alloc(12 + 16 * count);
  woff.copy(directory, 0, 4, 8); // flavour
  directory.writeUInt16BE(count, 4);
  directory.writeUInt16BE(16 * power, 6);
  directory.writeUInt16BE(Math.log2(power), 8);
  directory.writeUInt16BE(16 * (count - power), 10);
  let position = directory.length;
  const bodies = tables.map(({ tag, checksum, bytes }, i) => {
    const at = 12 + 16 * i;
    tag.copy(directory, at);
    checksum.copy(directory, at + 4);
    directory.writeUInt32BE(position, at + 8);
    directory.writeUInt32BE(bytes.length, at + 12);
    const body = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
    position += body.length;
    return body;
  });
  return Buffer.concat([directory, ...bodies]);
}
