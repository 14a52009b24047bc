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

/** Its groups. */
const [OPENING, CLOSING, REF, NUMBER, NAME, HEX, LITERAL, WORD] = [1, 2, 3, 4, 5, 6, 7, 8] as const;
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

const CLOSE = Symbol("end of an array or a dictionary");

/** Items in turns key and value: ["/S", "/TD", "/K", 3] => { S: "/TD", K: 3 } */
function dictOf(items: readonly PdfValue[]): PdfDict {
  const dict = new Map<string, PdfValue>();
  for (let i = 0; i + 1 < items.length; i += 2) {
    const key = items[i];
    const value = items[i + 1];
    if (typeof key === "string" && value !== undefined) dict.set(key.slice(1), value);
  }
  return dict;
}

/** Reads one value after the other: thousands of them, so that each is looked at once. */
class Parser {
  private readonly text: string;
  private at: number;

  constructor(text: string, position: number) {
    this.text = text;
    this.at = position;
  }

  next(): PdfValue | typeof CLOSE {
    TOKEN.lastIndex = this.at;
    const match = TOKEN.exec(this.text);
    if (match === null)
      throw new Error(`PDF value expected: ${JSON.stringify(this.text.slice(this.at, this.at + 40))}`);
    this.at = TOKEN.lastIndex;
    if (match[REF] !== undefined) return { ref: Number(match[REF]) };
    if (match[NAME] !== undefined) return decodeName(match[NAME]);
    if (match[CLOSING] !== undefined) return CLOSE;
    if (match[NUMBER] !== undefined) return Number(match[NUMBER]);
    if (match[OPENING] !== undefined) {
      const items = this.items();
      return match[OPENING] === "[" ? items : dictOf(items);
    }
    if (match[HEX] !== undefined)
      return { text: decodeText(Buffer.from(match[HEX].replace(/\s/g, ""), "hex").toString("latin1")) };
    if (match[LITERAL] !== undefined) return { text: decodeText(this.literal()) };
    return match[WORD] === "null" ? null : match[WORD] === "true";
  }

  private items(): readonly PdfValue[] {
    const items: PdfValue[] = [];
    for (let item = this.next(); item !== CLOSE; item = this.next()) items.push(item);
    return items;
  }

  private literal(): string {
    const end = endOfLiteral(this.text, this.at);
    const string = unescapeLiteral(this.text.slice(this.at, end));
    this.at = end + 1;
    return string;
  }
}

/** The value that starts at `position`. Throws on anything that is not a value. */
export function parsePdfValue(text: string, position: number): PdfValue {
  const value = new Parser(text, position).next();
  if (value === CLOSE) throw new Error("PDF value expected, end of one found");
  return value;
}

/** Text as a PDF text string, in UTF-16: "é" => "<FEFF00E9>" */
export const pdfText = (text: string): string =>
  `<FEFF${Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase()}>`;

/** Number of the object that a reference leads to; 0 for another value. */
export const refOf = (value: PdfValue | undefined): number =>
  value !== null && typeof value === "object" && "ref" in value ? value.ref : 0;
/** Text of a string; "" for another value. */
export const textOf = (value: PdfValue | undefined): string =>
  value !== null && typeof value === "object" && "text" in value ? value.text : "";
