/**
 * Checksums of a PDF's compressed streams. PDFium reads a damaged stream as far as it goes, and a changed byte may change a
 * figure: zlib's own checksum (RFC 1950, Adler-32), which nearly every stream carries, tells it. ISO 32000-1, 7.3.8 and 7.4.4.
 */
import { inflateSync } from "node:zlib";
import { bufferOf } from "../container/views.ts";
import { inflatedTooLarge, MAX_INFLATED_BYTES } from "../contract/limits.ts";
import type { OtherLook } from "../contract/may-look-otherwise.ts";
import { damaged, notRead } from "../contract/reader.ts";

/**
 * Under an empty password, as a PDF is that anyone may open but not change (ISO 32000-1, 7.6.3): its checksums stand within what is encrypted.
 */
export const isEncrypted = (bytes: Uint8Array): boolean =>
  /\/Encrypt\s+\d+\s+\d+\s+R/.test(bufferOf(bytes).toString("latin1"));

/** @throws {NotRead} a stream is damaged, or they are too large. */
export function checkStreams(bytes: Uint8Array): void {
  let total = 0;
  for (const { start, data } of deflatedStreams(bytes))
    try {
      total += inflateSync(data, { maxOutputLength: Math.max(1, MAX_INFLATED_BYTES - total) }).length;
    } catch (error) {
      if (error instanceof RangeError) notRead(inflatedTooLarge(MAX_INFLATED_BYTES + 1));
      damaged(`à l'octet ${start}, une partie ne se décompresse pas`);
    }
}

interface DeflatedStream {
  readonly dictionary: string;
  /** Where its data begins. */
  readonly start: number;
  readonly data: Uint8Array;
}

/** Only those whose first filter is FlateDecode. */
function* deflatedStreams(bytes: Uint8Array): Generator<DeflatedStream> {
  const buffer = bufferOf(bytes);
  let at = 0;
  for (;;) {
    const keyword = buffer.indexOf("stream", at);
    if (keyword < 0) return;
    at = keyword + 6;
    if (buffer.toString("latin1", keyword - 3, keyword) === "end") continue;
    const start = buffer[at] === 13 && buffer[at + 1] === 10 ? at + 2 : buffer[at] === 10 ? at + 1 : -1;
    const end = buffer.indexOf("endstream", at);
    if (start < 0 || end < 0) continue;
    const object = buffer.lastIndexOf(" obj", keyword);
    const dictionary = buffer.toString("latin1", Math.max(0, object), keyword);
    at = end + 9;
    if (object >= 0 && /\/Filter\s*\[?\s*\/(FlateDecode|Fl)\b/.test(dictionary))
      yield { dictionary, start, data: buffer.subarray(start, end) };
  }
}

/** What the picture of a page does not tell: what other programs leave out, show at some times only, or show in its place. */
const UNTOLD: readonly (readonly [RegExp, OtherLook])[] = [
  [/\/Separation\s*\/None\b|\/DeviceN\s*\[\s*(?:\/None\s*)+\]/, "ink-none"],
  [/\/Category\s*\[[^\]]*\/(?:Zoom|Language|User)\b|\/(?:View|Print)State\s*\/OFF\b/, "layers"],
  // XFA, and portfolios: Acrobat shows these in place of the pages (12.7.8 and 12.3.5)
  [/\/NeedsRendering\s+true\b/, "form-in-place"],
  [/\/Collection\s*(?:<<|\d+\s+\d+\s+R)/, "files-in-place"],
];

/** In a file whose streams are sound, each once. ISO 32000-1, 8.6.6.4 and 8.11.4.4; objects may be packed into streams (7.5.7). */
export function findOtherLooks(bytes: Uint8Array): readonly OtherLook[] {
  const packed = [...deflatedStreams(bytes)].filter(({ dictionary }) => /\/Type\s*\/ObjStm\b/.test(dictionary));
  const texts = [bufferOf(bytes), ...packed.map(({ data }) => inflateSync(data))].map((text) =>
    text.toString("latin1"),
  );
  return UNTOLD.flatMap(([named, look]) => (texts.some((text) => named.test(text)) ? [look] : []));
}
