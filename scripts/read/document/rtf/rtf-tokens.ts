/** RTF bytes -> tokens. Format: Microsoft RTF specification 1.9.1, "Syntax". A generator: a hostile file is left as soon as it shows. */
import { damaged } from "../../contract/reader.ts";
import type { Word } from "../word/word-said.ts";

export type RtfToken =
  | { readonly kind: "open" }
  | { readonly kind: "close" }
  | ({ readonly kind: "word" } & Word)
  /** One byte, told as text or as `\'e9`: to be decoded by the code page in force. */
  | { readonly kind: "byte"; readonly code: number };

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** Longest control word of the specification is 32 letters; longest number, ten digits and a sign. */
const MAX_WORD = 32;
const MAX_DIGITS = 10;

const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;

const cut = (): never => damaged("le fichier est coupé");

/** @throws {NotRead} the file ends within a token. */
export function* tokenizeRtf(bytes: Uint8Array): Generator<RtfToken, void> {
  let at = 0;
  const peek = (offset = 0): number => bytes[at + offset] ?? -1;
  while (at < bytes.length) {
    const code = peek();
    at += 1;
    if (code === OPEN) yield { kind: "open" };
    else if (code === CLOSE) yield { kind: "close" };
    else if (code === 10 || code === 13 || code === 0) continue;
    else if (code !== BACKSLASH) yield { kind: "byte", code };
    else if (peek() === 39) {
      const hex = Number.parseInt(String.fromCharCode(peek(1), peek(2)), 16);
      at += 3;
      if (Number.isNaN(hex) || at > bytes.length) cut();
      yield { kind: "byte", code: hex };
    } else if (isLetter(peek())) {
      const start = at;
      while (isLetter(peek()) && at - start < MAX_WORD) at += 1;
      const name = String.fromCharCode(...bytes.subarray(start, at));
      const digits = at;
      if (peek() === 45 && isDigit(peek(1))) at += 1;
      while (isDigit(peek()) && at - digits <= MAX_DIGITS) at += 1;
      const value = at > digits ? Number(String.fromCharCode(...bytes.subarray(digits, at))) : null;
      if (peek() === 32) at += 1;
      if (name === "bin") at += Math.max(0, value ?? 0);
      else yield { kind: "word", name, value };
      if (at > bytes.length) cut();
    } else if (at < bytes.length) {
      const sign = peek();
      at += 1;
      // A backslash before a line end is \par.
      if (sign === 10 || sign === 13) yield { kind: "word", name: "par", value: null };
      else if (sign === BACKSLASH || sign === OPEN || sign === CLOSE) yield { kind: "byte", code: sign };
      else yield { kind: "word", name: String.fromCharCode(sign), value: null };
    } else cut();
  }
}
