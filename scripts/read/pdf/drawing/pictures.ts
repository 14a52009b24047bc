import { bufferOf } from "../../container/views.ts";
import { type PictureMask, readMask, type WrittenStream } from "./picture-masks.ts";

/**
 * A copy of the file in which each picture is one black point, and stands where it stood: pdf.js decodes even those that are never
 * drawn, and a scanned page costs a second, a hostile one the machine's memory. Of a picture only its place is used, and
 * which parts of it let through what lies below: a mask that is known is named by the width of the point that stands for its picture.
 * Same length, so that all offsets hold. ISO 32000-1, 8.9.5.
 */
export function withSmallPictures(bytes: Uint8Array): SmallPictures {
  const copy = new Uint8Array(bytes);
  const writer = Buffer.from(copy.buffer);
  const pictures = picturesIn(bytes);
  const named = new Map(pictures.map((picture) => [picture.name, picture]));
  const masks: PictureMask[] = [];
  let left = MOST_MASK_POINTS;
  for (const picture of pictures) {
    const { dictionary, at } = picture;
    const isItsOwn = /\/ImageMask\s+true|\/Mask\s*\[/.test(dictionary);
    const beside = /\/S?Mask\s+(\d+\s+\d+)\s+R/.exec(dictionary)?.[1]?.replace(/\s+/, " ");
    const written = isItsOwn ? picture : named.get(beside ?? "");
    const mask = written ? readMask(written, left) : null;
    if (mask) masks.push(mask);
    left -= mask?.points ?? 0;
    const small = smallPicture(dictionary, mask ? masks.length + 1 : 1);
    if (small.length <= dictionary.length) writer.write(small.padEnd(dictionary.length), at, "latin1");
  }
  return { bytes: copy, maskOf: (width) => masks[width - 2] ?? null };
}

export interface SmallPictures {
  readonly bytes: Uint8Array;
  /** By the width of a picture as pdf.js tells it; null: its parts are not known. */
  readonly maskOf: (width: number) => PictureMask | null;
}

/** Points of all masks: some scanned pages have as many. */
const MOST_MASK_POINTS = 32_000_000;

interface WrittenPicture extends WrittenStream {
  /** "12 0": number and generation of the object. */
  readonly name: string;
  /** Where its dictionary begins. */
  readonly at: number;
}

function picturesIn(bytes: Uint8Array): readonly WrittenPicture[] {
  const text = bufferOf(bytes).toString("latin1");
  return [...text.matchAll(/\/Subtype\s*\/Image\b/g)].flatMap(({ index }): readonly WrittenPicture[] => {
    const before = text.slice(Math.max(0, index - LONGEST), index);
    const start = before.lastIndexOf(" obj");
    const end = text.slice(index, index + LONGEST).indexOf("stream");
    if (start < 0 || end < 0) return [];
    const at = index - before.length + start + " obj".length;
    const dictionary = text.slice(at, index + end);
    if (!/^\s*<</.test(dictionary) || dictionary.includes("endobj")) return [];
    const name = /(\d+)\s+(\d+)$/.exec(before.slice(0, start));
    const data = index + end + "stream".length + (text.startsWith("\r\n", index + end + "stream".length) ? 2 : 1);
    return [{ name: `${name?.[1]} ${name?.[2]}`, at, dictionary, data: bytes.subarray(data) }];
  });
}

/** Bytes of a dictionary before its subtype, or after it: one with a palette of its own has some thousand. */
const LONGEST = 10_000;

/** Its layer stays; a mask, or an outline to be filled, stays told as an outline. */
function smallPicture(dictionary: string, width: number): string {
  const layer = /\/OC\s+\d+\s+\d+\s+R/.exec(dictionary)?.[0] ?? "";
  const letsThrough = /\/ImageMask\s+true|\/S?Mask\b/.test(dictionary);
  const kind = letsThrough ? "/IM true" : "/BPC 8/CS/DeviceGray";
  return `<</Subtype/Image/W ${width}/H 1${kind}${layer}/Length ${lengthOf(dictionary)}>>`;
}

/** "12" or "12 0 R": where the data ends. */
const lengthOf = (dictionary: string): string => /\/Length\s+(\d+\s+\d+\s+R|\d+)/.exec(dictionary)?.[1] ?? "0";
