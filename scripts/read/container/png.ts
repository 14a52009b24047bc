/** Pixels -> PNG (ISO/IEC 15948): three chunks, without filters. */
import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Eight bits of each of red, green, blue and opacity. */
const [DEPTH, RGBA] = [8, 6];

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** @param pixels four bytes each, row by row. */
export function toPng(width: number, height: number, pixels: Uint8Array): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([DEPTH, RGBA], 8);
  const rows = Buffer.alloc(height * (1 + 4 * width)); // before each row, which filter: none
  for (let row = 0; row < height; row++)
    rows.set(pixels.subarray(4 * row * width, 4 * (row + 1) * width), row * (1 + 4 * width) + 1);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 6 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
