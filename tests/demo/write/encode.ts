/** Text to the bytes of the encodings that Windows programs write. */

export type Encoding = "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "windows-1252";

/** Windows-1252, bytes 0x80 to 0x9F; a dot where the byte means nothing. */
const HIGH = "€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ";

/** The byte of a character in Windows-1252; undefined when it has none. "é" => 0xE9, "œ" => 0x9C */
export function windows1252(character: string): number | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  const high = character === "." ? -1 : HIGH.indexOf(character);
  return high < 0 ? undefined : 0x80 + high;
}

/** Bytes of the text. Windows-1252 has no narrow no-break space: it becomes a no-break space; any other character that it lacks, "?". */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === "utf-16le" || encoding === "utf-16be") {
    const buffer = Buffer.from(`\ufeff${text}`, "utf16le");
    return Uint8Array.from(encoding === "utf-16le" ? buffer : buffer.swap16());
  }
  if (encoding !== "windows-1252") return new TextEncoder().encode(encoding === "utf-8-bom" ? `\ufeff${text}` : text);
  return Uint8Array.from([...text.replaceAll("\u202f", "\u00a0")], (c) => windows1252(c) ?? 0x3f);
}
