/** The values that a PDF is made of, from their text. Pure. Source: ISO 32000-1, 7.3. */

/** A name keeps its slash ("/Table"); a string is wrapped, so that it is not taken for a name. */
export type PdfValue =
  | number
  | boolean
  | null
  | string
  | { readonly ref: number }
  | { readonly text: string }
  | PdfDict
  | readonly PdfValue[];
/** Keys without their slash. */
export type PdfDict = ReadonlyMap<string, PdfValue>;

/** Groups: opening, closing, reference, number, name, hexadecimal string, start of a literal string, word. */
const TOKEN =
  /[\0\t\n\f\r ]*(?:(<<|\[)|(>>|\])|(\d+) \d+ R\b|([+-]?(?:\d+\.?\d*|\.\d+))|(\/[^\0\t\n\f\r ()<>[\]{}/%]*)|<([0-9A-Fa-f\s]*)>|(\()|(true|false|null))/y;

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** "\(a\051" => "(a)" */
export const unescapeLiteral = (literal: string): string =>
  literal.replace(/\\([0-7]{1,3}|\r?\n|.)/gs, (_, code: string) => {
    if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8));
    return /\n$/.test(code) ? "" : (ESCAPES[code] ?? code);
  });

/** Bytes of a text string => text: UTF-16 when it says so, otherwise Latin-1. */
function decodeText(bytes: string): string {
  if (!bytes.startsWith("\xfe\xff")) return bytes;
  return Buffer.from(bytes.slice(2), "latin1").swap16().toString("utf16le");
}

/** "/A#20B" => "/A B" */
const decodeName = (name: string): string =>
  name.includes("#")
    ? name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : name;

/** End of a literal string that starts at `from`, after its "(": brackets nest, a backslash takes the next character. */
function endOfLiteral(text: string, from: number): number {
  for (let depth = 1, at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === "\\") at += 1;
    else if (character === "(") depth += 1;
    else if (character === ")" && --depth === 0) return at;
  }
  throw new Error("PDF string without end");
}

/** The value that starts at `position`, and where it ends. Throws on anything that is not a value. */
export function parsePdfValue(text: string, position: number): { readonly value: PdfValue; readonly end: number } {
  let at = position;
  const CLOSE = Symbol("close");
  function next(): PdfValue | typeof CLOSE {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) throw new Error(`PDF value expected: ${JSON.stringify(text.slice(at, at + 40))}`);
    at = TOKEN.lastIndex;
    const [, open, close, ref, number, name, hex, literal, word] = match;
    if (close !== undefined) return CLOSE;
    if (ref !== undefined) return { ref: Number(ref) };
    if (number !== undefined) return Number(number);
    if (name !== undefined) return decodeName(name);
    if (hex !== undefined) return { text: decodeText(Buffer.from(hex.replace(/\s/g, ""), "hex").toString("latin1")) };
    if (literal !== undefined) {
      const end = endOfLiteral(text, at);
      const string = unescapeLiteral(text.slice(at, end));
      at = end + 1;
      return { text: decodeText(string) };
    }
    if (word !== undefined) return word === "null" ? null : word === "true";
    const items: PdfValue[] = [];
    for (let item = next(); item !== CLOSE; item = next()) items.push(item);
    if (open === "[") return items;
    const dict = new Map<string, PdfValue>();
    for (let i = 0; i + 1 < items.length; i += 2) {
      const [key, value] = [items[i], items[i + 1]];
      if (typeof key === "string" && value !== undefined) dict.set(key.slice(1), value);
    }
    return dict;
  }
  const value = next();
  if (value === CLOSE) throw new Error("PDF value expected, end of one found");
  return { value, end: at };
}

/** Text as a PDF text string, in UTF-16: "é" => "<FEFF00E9>" */
export const pdfText = (text: string): string =>
  `<FEFF${Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase()}>`;
