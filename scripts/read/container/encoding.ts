/** Bytes of a text file -> text: UTF-8, UTF-16 by its mark, or Windows-1252. */

import { isUtf8 } from "node:buffer";

interface DecodedText {
  readonly text: string;
  readonly encoding: "UTF-8" | "UTF-16" | "Windows-1252";
  /** Some bytes have no meaning in that encoding: a character may be wrong. */
  readonly doubtful: boolean;
}

/** UTF-16, as its mark says: FF FE, or FE FF. */
export function utf16Marked(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
}

/** Characters that no text file holds: a file with many of them is not text. Tab, line feed, form feed, return are fine. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const NOT_TEXT = /[\u0000-\u0008\u000b\u000e-\u001f\ufffe\uffff]/g;

/** Five places of Windows-1252 that mean nothing (81 8D 8F 90 9D): they decode to control characters. */
const UNDEFINED_1252 = /[\u0081\u008d\u008f\u0090\u009d]/;

/**
 * undefined: the bytes are not text (zero bytes, or more than 1 % of control characters).
 * The mark is taken off. Bytes that are valid UTF-8 are UTF-8; other text is Windows-1252, of which Latin-1 is a part
 * (0x9C => "œ", 0xE9 => "é").
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const utf16 = utf16Marked(bytes);
  const decoded = utf16 ? decodeUtf16(bytes, utf16) : decodeBytes(bytes);
  const start = decoded.text.slice(0, 65_536);
  const strange = start.match(NOT_TEXT)?.length ?? 0;
  if (start.includes("\0") || strange > start.length / 100) return undefined;
  return decoded;
}

function decodeUtf16(bytes: Uint8Array, label: "utf-16le" | "utf-16be"): DecodedText {
  const text = new TextDecoder(label).decode(bytes);
  return { text, encoding: "UTF-16", doubtful: text.includes("\ufffd") };
}

function decodeBytes(bytes: Uint8Array): DecodedText {
  const utf8 = new TextDecoder().decode(bytes);
  if (isUtf8(bytes)) return { text: utf8, encoding: "UTF-8", doubtful: false };
  // Cut in the middle of a character, damaged, or two files put together: what is UTF-8 by its mark, or for the most of its letters.
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const [wrong, right] = [/\ufffd/g, /[\u0080-\ufffc]/g].map((pattern) => utf8.match(pattern)?.length ?? 0);
  if (isMarked || (wrong ?? 0) < (right ?? 0)) return { text: utf8, encoding: "UTF-8", doubtful: true };
  const text = new TextDecoder("windows-1252").decode(bytes);
  return { text, encoding: "Windows-1252", doubtful: UNDEFINED_1252.test(text) };
}
