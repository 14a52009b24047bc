/**
 * A copy of the file in which each picture is one black point, and stands where it stood: pdf.js decodes even those that are never
 * drawn, and a scanned page costs a second, a hostile one the machine's memory. Of a picture only its place is used, and
 * whether it may let through what lies below. Same length, so that all offsets hold. ISO 32000-1, 8.9.5.
 */
export function withSmallPictures(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(bytes);
  const writer = Buffer.from(copy.buffer);
  const text = writer.toString("latin1");
  for (const { index } of text.matchAll(/\/Subtype\s*\/Image\b/g)) {
    const start = text.slice(Math.max(0, index - LONGEST), index).lastIndexOf(" obj");
    const end = text.slice(index, index + LONGEST).indexOf("stream");
    if (start < 0 || end < 0) continue;
    const at = Math.max(0, index - LONGEST) + start + " obj".length;
    const dictionary = text.slice(at, index + end);
    if (!/^\s*<</.test(dictionary) || dictionary.includes("endobj")) continue;
    const small = smallPicture(dictionary);
    if (small.length <= dictionary.length) writer.write(small.padEnd(dictionary.length), at, "latin1");
  }
  return copy;
}

/** Bytes of a dictionary before its subtype, or after it: one with a palette of its own has some thousand. */
const LONGEST = 10_000;

/** Its layer stays; a mask, or an outline to be filled, stays told as an outline. */
function smallPicture(dictionary: string): string {
  const layer = /\/OC\s+\d+\s+\d+\s+R/.exec(dictionary)?.[0] ?? "";
  const letsThrough = /\/ImageMask\s+true|\/S?Mask\b/.test(dictionary);
  const kind = letsThrough ? "/IM true" : "/BPC 8/CS/DeviceGray";
  return `<</Subtype/Image/W 1/H 1${kind}${layer}/Length ${lengthOf(dictionary)}>>`;
}

/** "12" or "12 0 R": where the data ends. */
const lengthOf = (dictionary: string): string => /\/Length\s+(\d+\s+\d+\s+R|\d+)/.exec(dictionary)?.[1] ?? "0";
