/** The pictures that the browser takes: PNG, 8 bits a colour, not interlaced (ISO/IEC 15948) -> red, green, blue of each pixel. */
import { inflateSync } from "node:zlib";

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Three bytes a pixel, row after row. */
  readonly rgb: Uint8Array;
}

const paeth = (left: number, up: number, corner: number): number => {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
};

/** What is added to the bytes of one row; `size`: bytes of a pixel, `at`: of the row. A row above the first is all zero. */
const FILTERS: readonly ((out: Uint8Array, at: number, bytes: number, size: number) => void)[] = [
  () => {},
  (out, at, bytes, size) => {
    for (let i = at + size; i < at + bytes; i++) out[i] = (out[i] as number) + (out[i - size] as number);
  },
  (out, at, bytes) => {
    if (at > 0) for (let i = at; i < at + bytes; i++) out[i] = (out[i] as number) + (out[i - bytes] as number);
  },
  (out, at, bytes, size) => {
    for (let i = at; i < at + bytes; i++) {
      const left = i - at < size ? 0 : (out[i - size] as number);
      const up = at === 0 ? 0 : (out[i - bytes] as number);
      out[i] = (out[i] as number) + ((left + up) >> 1);
    }
  },
  (out, at, bytes, size) => {
    for (let i = at; i < at + bytes; i++) {
      const isFirst = i - at < size;
      const left = isFirst ? 0 : (out[i - size] as number);
      const up = at === 0 ? 0 : (out[i - bytes] as number);
      const corner = isFirst || at === 0 ? 0 : (out[i - bytes - size] as number);
      out[i] = (out[i] as number) + paeth(left, up, corner);
    }
  },
];

/** Rows as they are stored, each after its filter => the bytes of the pixels. */
function unfilter(stored: Uint8Array, rowBytes: number, size: number): Uint8Array {
  const rows = Math.floor(stored.length / (rowBytes + 1));
  const out = new Uint8Array(rows * rowBytes);
  for (let r = 0; r < rows; r++) {
    const from = r * (rowBytes + 1);
    out.set(stored.subarray(from + 1, from + 1 + rowBytes), r * rowBytes);
    FILTERS[stored[from] ?? 0]?.(out, r * rowBytes, rowBytes, size);
  }
  return out;
}

const SIGNATURE_BYTES = 8;

export function readPng(bytes: Uint8Array): Picture {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: Buffer[] = [];
  let [width, height, size] = [0, 0, 3];
  for (let at = SIGNATURE_BYTES; at < buffer.length; ) {
    const length = buffer.readUInt32BE(at);
    const kind = buffer.toString("latin1", at + 4, at + 8);
    const content = buffer.subarray(at + 8, at + 8 + length);
    if (kind === "IHDR")
      [width, height, size] = [content.readUInt32BE(0), content.readUInt32BE(4), content[9] === 6 ? 4 : 3];
    if (kind === "IDAT") pieces.push(content);
    at += length + 12;
  }
  const pixels = unfilter(inflateSync(Buffer.concat(pieces)), width * size, size);
  if (size === 3) return { width, height, rgb: pixels };
  const rgb = new Uint8Array(width * height * 3);
  for (let p = 0; p < width * height; p++) rgb.set(pixels.subarray(p * 4, p * 4 + 3), p * 3);
  return { width, height, rgb };
}
