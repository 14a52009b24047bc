/** Content streams as Chromium writes them: text by marked content, and all that is not tagged marked as an artifact. Pure. */

/** Glyph code -> text, from a font's ToUnicode map: 0x0030 => "M". `bytes`: length of one code. */
export interface ToUnicode {
  readonly bytes: 1 | 2;
  readonly text: ReadonlyMap<number, string>;
}

/** "00660069" (UTF-16BE) => "fi" */
const fromHex = (hex: string): string => Buffer.from(hex, "hex").swap16().toString("utf16le");

/** "…1 beginbfchar <0003> <0020> endbfchar…" => { 3 => " " }. Source: Adobe technical note 5411. */
export function parseToUnicode(cmap: string): ToUnicode {
  const text = new Map<number, string>();
  const bytes = /begincodespacerange\s*<([0-9a-f]+)>/i.exec(cmap)?.[1]?.length === 2 ? 1 : 2;
  for (const [, kind, body = ""] of cmap.matchAll(/beginbf(char|range)(.*?)endbf/gs)) {
    const codes = [...body.matchAll(/<([0-9a-f]*)>/gi)].map((match) => match[1] ?? "");
    const step = kind === "char" ? 2 : 3;
    for (let i = 0; i + step <= codes.length; i += step) {
      const first = Number.parseInt(codes[i] ?? "", 16);
      const last = kind === "char" ? first : Number.parseInt(codes[i + 1] ?? "", 16);
      const start = fromHex(codes[i + step - 1] ?? "");
      // Only the last unit grows within a range: <0012> <0016> <002F> => "/" "0" "1" "2" "3"
      const unit = start.charCodeAt(start.length - 1);
      for (let code = first; code <= last; code += 1)
        text.set(code, start.slice(0, -1) + String.fromCharCode(unit + code - first));
    }
  }
  return { bytes, text };
}

/** The text of one page: `tagged` by marked-content number, `loose` outside any (running header and footer). */
export interface PageText {
  readonly tagged: ReadonlyMap<number, string>;
  readonly loose: string;
}

/**
 * What matters here, in the order of the stream. Marked content nests: "/NonStruct <</MCID 3 >>BDC … EMC" for an element, and in it
 * "/Span<</ActualText <FEFF202F> >> BDC … EMC" where a glyph is not the character. Text is written in hexadecimal, or between
 * brackets (Type 3 fonts).
 */
const OPERATORS =
  /\/\w+ ?<<(?:\/MCID (?<mcid>\d+)|\/ActualText <(?<actual>[0-9A-F]*)>|[^<>]*) ?>> ?BDC|(?<begin>\/\w+ BMC\b)|(?<end>\bEMC\b)|\/(?<font>\w+) -?[\d.]+ Tf|<(?<hex>[0-9A-F]*)>(?= ?T[jJ]|[^<>]*\] ?TJ)|\((?<literal>(?:\\.|[^\\()])*)\)(?= ?T[jJ]|[^()]*\] ?TJ)/gs;

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** "\(a\051" => "(a)" */
const unescapeLiteral = (literal: string): string =>
  literal.replace(/\\([0-7]{1,3}|.)/gs, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
  );

function decode(codes: Buffer, font: ToUnicode | undefined): string {
  if (font === undefined) return "\uFFFD".repeat(codes.length); // seen by the proofs as text that is not the page's
  let text = "";
  for (let i = 0; i + font.bytes <= codes.length; i += font.bytes)
    text += font.text.get(codes.readUIntBE(i, font.bytes)) ?? "\uFFFD";
  return text;
}

/** One sequence of marked content that is open: `mark` of the nearest element; `replaced`: glyphs that a text stands for. */
interface Open {
  readonly mark: number | undefined;
  readonly replaced: boolean;
}

/** @param content the stream, decompressed, as latin1. @param fonts by their name in the page's resources. */
export function readPageText(content: string, fonts: ReadonlyMap<string, ToUnicode>): PageText {
  const tagged = new Map<number, string>();
  let loose = "";
  let font: ToUnicode | undefined;
  const open: Open[] = [];
  const outside: Open = { mark: undefined, replaced: false };
  const write = (text: string, { mark }: Open): void => {
    if (mark === undefined) loose += text;
    else tagged.set(mark, (tagged.get(mark) ?? "") + text);
  };
  for (const [token, ...rest] of content.matchAll(OPERATORS)) {
    const [mcid, actual, , end, name, hex, literal] = rest;
    const here = open.at(-1) ?? outside;
    if (end !== undefined) open.pop();
    else if (token.endsWith("BDC") || token.endsWith("BMC")) {
      if (actual !== undefined && !here.replaced) write(fromHex(actual.replace(/^FEFF/, "")), here);
      open.push({
        mark: mcid === undefined ? here.mark : Number(mcid),
        replaced: here.replaced || actual !== undefined,
      });
    } else if (name !== undefined) font = fonts.get(name);
    else if (!here.replaced) {
      const codes = hex === undefined ? Buffer.from(unescapeLiteral(literal ?? ""), "latin1") : Buffer.from(hex, "hex");
      write(decode(codes, font), here);
    }
  }
  return { tagged, loose };
}

/**
 * PDF/UA-1 (ISO 14289-1, 7.1) wants every mark either tagged or declared an artifact. Chromium tags the content and leaves
 * backgrounds, running headers and footers bare: they are declared here. Nothing else of the stream changes.
 */
export function markArtifacts(content: string): string {
  let marked = "";
  let depth = 0;
  let from = 0; // start of the bare run that is being looked at
  const wrap = (bare: string): string => (bare.trim() === "" ? bare : `/Artifact BMC\n${bare.trimEnd()}\nEMC\n`);
  for (const match of content.matchAll(/^\/\w+ ?<<.*>> ?BDC\n?|^\/\w+ BMC\n?|^EMC\n?/gm)) {
    const [token] = match;
    const after = match.index + token.length;
    depth += token.startsWith("EMC") ? -1 : 1;
    if (depth === 1 && !token.startsWith("EMC")) {
      marked += wrap(content.slice(from, match.index));
      from = match.index;
    } else if (depth === 0) {
      marked += content.slice(from, after);
      from = after;
    }
  }
  return marked + wrap(content.slice(from));
}
