/**
 * Which parts of a picture are painted: the mask that stands beside it (a logo without ground over a page of figures), or the picture
 * itself where it is an outline to be filled, or names colours that are not painted. ISO 32000-1, 8.9.6 and 11.6.5.3; the rows of a PNG: RFC 2083, 6.
 */
import { inflateSync } from "node:zlib";
import { type Box, boxOf } from "./areas.ts";
import type { Point } from "./matrix.ts";

/** Places are shares of the picture, from its top left corner. */
export interface PictureMask {
  /** 0: nothing is painted there, 1: what is below is hidden. */
  readonly opacityAt: (x: number, y: number) => number;
  /** The boxes of what is painted, apart from each other. */
  readonly parts: readonly Box[];
  /** How many points were looked at. */
  readonly points: number;
}

/** A stream of a PDF as it is written: its dictionary, and what follows it. */
export interface WrittenStream {
  readonly dictionary: string;
  readonly data: Uint8Array;
}

/** `most`: points that are looked at. null: it has more, or is written in a way that is not read here. */
export function readMask({ dictionary, data }: WrittenStream, most: number): PictureMask | null {
  const number = (name: string): number =>
    Number(new RegExp(`/${name}\\s+(\\d+)\\b(?!\\s+\\d+\\s+R)`).exec(dictionary)?.[1] ?? 0);
  const isOutline = /\/ImageMask\s+true/.test(dictionary);
  const key = colourKey(dictionary);
  const parts = key?.length ?? 1;
  const [width, height] = [number("Width"), number("Height")];
  const bits = isOutline ? 1 : number("BitsPerComponent");
  const isPlain = /\/Filter\s*\[?\s*\/FlateDecode\s*\]?\s*(?:\/|>>)/.test(dictionary) && [1, 2, 4, 8].includes(bits);
  const predictor = number("Predictor");
  if (!isPlain || width * height === 0 || width * height > most || predictor === 2) return null;
  const stride = Math.ceil((width * bits * parts) / 8);
  const rows = inflated(data, (stride + (predictor >= 10 ? 1 : 0)) * height);
  const points =
    rows && (predictor >= 10 ? withoutPredictor(rows, { stride, height, back: Math.ceil((bits * parts) / 8) }) : rows);
  if (!points) return null;
  const isTurned = /\/Decode\s*\[\s*1(?:\.0*)?\s+0/.test(dictionary) !== isOutline; // of an outline, 0 is painted
  const full = 2 ** bits - 1;
  const valueAt = (row: number, rank: number): number =>
    ((points[row * stride + ((rank * bits) >> 3)] ?? 0) >> (8 - bits - ((rank * bits) & 7))) & full;
  const at = (column: number, row: number): number => {
    if (key)
      return key.every(([low, high], i) => {
        const value = valueAt(row, column * parts + i);
        return value >= low && value <= high;
      })
        ? 0
        : 1;
    const share = valueAt(row, column) / full;
    return isTurned ? 1 - share : share;
  };
  const opacityAt = (x: number, y: number): number => at(within(x * width, width), within(y * height, height));
  return { opacityAt, parts: partsOf(at, width, height), points: width * height };
}

/** The colours of the picture itself that are not painted, from the least to the most of each of their parts: "/Mask [255 255 0 0 0 0]" (8.9.6.4). */
function colourKey(dictionary: string): readonly (readonly [low: number, high: number])[] | undefined {
  const numbers = /\/Mask\s*\[([\d\s]+)\]/.exec(dictionary)?.[1]?.trim().split(/\s+/).map(Number);
  return numbers?.flatMap((low, i) => (i % 2 === 0 ? [[low, numbers[i + 1] ?? low] as const] : []));
}

const within = (at: number, length: number): number => Math.min(length - 1, Math.max(0, Math.floor(at)));

/** undefined: it is damaged, or of another length. */
function inflated(data: Uint8Array, length: number): Uint8Array | undefined {
  try {
    const rows = inflateSync(data, { maxOutputLength: length + 1_024 });
    return rows.length >= length ? rows : undefined;
  } catch (error) {
    if (error instanceof Error && "code" in error) return undefined; // told where all streams are looked at
    throw error;
  }
}

/** Each row has its own way to be told from what is `back` bytes at its left, a point, and above it. */
function withoutPredictor(
  rows: Uint8Array,
  { stride, height, back }: { readonly stride: number; readonly height: number; readonly back: number },
): Uint8Array | undefined {
  const points = new Uint8Array(stride * height);
  for (let row = 0; row < height; row++) {
    const kind = rows[row * (stride + 1)] ?? 0;
    if (kind > 4) return undefined;
    for (let i = 0; i < stride; i++) {
      const place = row * stride + i;
      const left = i >= back ? (points[place - back] ?? 0) : 0;
      const above = row > 0 ? (points[place - stride] ?? 0) : 0;
      const corner = i >= back && row > 0 ? (points[place - stride - back] ?? 0) : 0;
      const guesses = [0, left, above, (left + above) >> 1, paeth(left, above, corner)];
      points[place] = (rows[row * (stride + 1) + 1 + i] ?? 0) + (guesses[kind] ?? 0);
    }
  }
  return points;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** Less is not seen. */
const SEEN = 0.1;
/** A mask is looked at by so many squares, at most, across and down: on a page, each is about as large as a digit. */
const SQUARES = 128;

/** Squares of the mask where something is painted, those that touch each other together. */
function partsOf(at: (column: number, row: number) => number, width: number, height: number): readonly Box[] {
  const [across, down] = [Math.min(SQUARES, width), Math.min(SQUARES, height)];
  const painted = new Set<number>();
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++)
      if (at(column, row) > SEEN)
        painted.add(Math.floor((row * down) / height) * SQUARES + Math.floor((column * across) / width));
  const boxes: Box[] = [];
  for (const first of painted) {
    const corners: Point[] = [];
    const waiting = [first];
    for (let square = waiting.pop(); square !== undefined; square = waiting.pop()) {
      if (!painted.delete(square)) continue;
      const [x, y] = [square % SQUARES, Math.floor(square / SQUARES)];
      corners.push([x / across, y / down], [(x + 1) / across, (y + 1) / down]);
      if (x > 0) waiting.push(square - 1);
      if (x < SQUARES - 1) waiting.push(square + 1);
      waiting.push(square - SQUARES, square + SQUARES);
    }
    boxes.push(boxOf(corners));
  }
  return boxes;
}
