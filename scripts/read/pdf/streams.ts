/**
 * Checksums of a PDF's compressed streams. pdf.js reads a damaged stream as far as it goes, and a changed byte may change a
 * figure: zlib's own checksum (RFC 1950, Adler-32), which nearly every stream carries, tells it. ISO 32000-1, 7.3.8 and 7.4.4.
 */
import { inflateSync } from "node:zlib";
import { bufferOf } from "../container/views.ts";
import { MAX_INFLATED_BYTES } from "../contract/limits.ts";

/**
 * How a PDF's streams are encrypted, by its trailer and its encryption dictionary, which never are themselves (7.6.1).
 * "unchecked": RC4, under which a changed bit changes one bit of the text, and objects packed into streams, whose checksums
 * pdf-lib does not give back (see unlocked.ts).
 */
export function encryptionOf(bytes: Uint8Array): "none" | "checked" | "unchecked" {
  const text = bufferOf(bytes).toString("latin1");
  if (!/\/Encrypt\s+\d+\s+\d+\s+R/.test(text)) return "none";
  return /\/Type\s*\/ObjStm\b/.test(text) && !/\/CFM\s*\/AESV[23]\b/.test(text) ? "unchecked" : "checked";
}

export type StreamFault =
  | { readonly kind: "damaged"; readonly words: string }
  | { readonly kind: "too-large"; readonly bytes: number };

/** The first fault, or undefined. Only streams whose first filter is FlateDecode are looked at. */
export function findStreamFault(bytes: Uint8Array): StreamFault | undefined {
  const buffer = bufferOf(bytes);
  let total = 0;
  let at = 0;
  for (;;) {
    const keyword = buffer.indexOf("stream", at);
    if (keyword < 0) return undefined;
    at = keyword + 6;
    if (buffer.toString("latin1", keyword - 3, keyword) === "end") continue;
    const start = buffer[at] === 13 && buffer[at + 1] === 10 ? at + 2 : buffer[at] === 10 ? at + 1 : -1;
    const end = buffer.indexOf("endstream", at);
    if (start < 0 || end < 0) continue;
    const object = buffer.lastIndexOf(" obj", keyword);
    const dictionary = buffer.toString("latin1", Math.max(0, object), keyword);
    at = end + 9;
    if (object < 0 || !/\/Filter\s*\[?\s*\/(FlateDecode|Fl)\b/.test(dictionary)) continue;
    try {
      total += inflateSync(buffer.subarray(start, end), {
        maxOutputLength: Math.max(1, MAX_INFLATED_BYTES - total),
      }).length;
    } catch (error) {
      if (error instanceof RangeError) return { kind: "too-large", bytes: MAX_INFLATED_BYTES + 1 };
      return {
        kind: "damaged",
        words: `flux de l'octet ${start} : ${error instanceof Error ? error.message : String(error)}`,
      };
    }
  }
}
