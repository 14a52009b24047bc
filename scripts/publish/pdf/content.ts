/** Content streams as Chromium writes them, line by line: text by marked content, and all that is not tagged marked as an artifact. Pure. */
import { PDFString } from "./objects.ts";

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

/** The text of one page. */
export interface PageText {
  /** By marked-content number. */
  readonly tagged: ReadonlyMap<number, string>;
  /** Outside any: running header and footer. */
  readonly loose: string;
  /**
   * Characters that are drawn as an empty box, for want of a font that has them: PDF/A forbids it, and nobody can read it. "\ufffd" where the
   * page does not say which.
   */
  readonly unprinted: string;
}

/** Does the line open or close marked content? Chromium writes one operator a line; sequences nest. */
const isBegin = (line: string): boolean => line.endsWith("BDC") || line.endsWith("BMC");
const isEnd = (line: string): boolean => line === "EMC";

/** The lines of a stream, decompressed, as latin1: "a\nb\n" => ["a", "b"] */
export function linesOf(content: string): readonly string[] {
  const lines = content.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** What codes show: their text, and whether one of them is an empty box, glyph 0 of any font. */
interface Shown {
  readonly text: string;
  readonly isBoxed: boolean;
}

/** Codes in hexadecimal: "00300024" => "MA". A code that the font does not explain gives no character: the proofs see it. */
function decode(hex: string, font: ToUnicode | undefined): Shown {
  if (font === undefined) return { text: "\uFFFD", isBoxed: false };
  const digits = 2 * font.bytes;
  let text = "";
  let isBoxed = false;
  for (let i = 0; i < hex.length; i += digits) {
    const code = Number.parseInt(hex.slice(i, i + digits), 16);
    text += font.text.get(code) ?? "\uFFFD";
    if (code === 0 && font.bytes === 2) isBoxed = true;
  }
  return { text, isBoxed };
}

/** The codes of "<0030> Tj", "[<0030> -12 <0024>] TJ", or "(abc) Tj" for the fonts that are drawings (Type 3). */
function codesOf(line: string): string {
  let codes = "";
  if (line.includes("("))
    for (const [, hex, literal = ""] of line.matchAll(/<([0-9A-F]*)>|\(((?:\\.|[^\\()])*)\)/g))
      codes += hex ?? Buffer.from(PDFString.of(literal).asBytes()).toString("hex");
  else
    for (let at = line.indexOf("<"); at !== -1; at = line.indexOf("<", at + 1))
      codes += line.slice(at + 1, line.indexOf(">", at));
  return codes;
}

/** An open sequence of marked content. `mark`: of the nearest element; `actual`: what stands in the place of its glyphs. */
interface Open {
  readonly mark: number | undefined;
  readonly actual: string | undefined;
}

/**
 * An element is "/NonStruct <</MCID 3 >>BDC … EMC"; in it "/Span<</ActualText <FEFF202F> >> BDC … EMC" stands where a glyph is
 * not the character.
 * @param lines of the stream. @param fonts by their name in the page's resources.
 */
export function readPageText(lines: readonly string[], fonts: ReadonlyMap<string, ToUnicode>): PageText {
  const tagged = new Map<number, string>();
  let [loose, unprinted] = ["", ""];
  let font: ToUnicode | undefined;
  const open: Open[] = [];
  const outside: Open = { mark: undefined, actual: undefined };
  const write = (text: string, { mark }: Open): void => {
    if (mark === undefined) loose += text;
    else tagged.set(mark, (tagged.get(mark) ?? "") + text);
  };
  for (const line of lines) {
    const here = open.at(-1) ?? outside;
    if (line.endsWith(" Tj") || line.endsWith(" TJ")) {
      const { text, isBoxed } = decode(codesOf(line), font);
      if (here.actual === undefined) write(text, here);
      if (isBoxed) unprinted += here.actual ?? font?.text.get(0) ?? "\uFFFD";
    } else if (line.endsWith(" Tf")) font = fonts.get(line.slice(1, line.indexOf(" ")));
    else if (isEnd(line)) open.pop();
    else if (isBegin(line)) {
      const mark = /\/MCID (\d+)/.exec(line)?.[1];
      const hex = /\/ActualText <(?:FEFF)?([0-9A-F]*)>/.exec(line)?.[1];
      const actual = hex === undefined ? undefined : fromHex(hex);
      if (actual !== undefined && here.actual === undefined) write(actual, here);
      open.push({ mark: mark === undefined ? here.mark : Number(mark), actual: here.actual ?? actual });
    }
  }
  return { tagged, loose, unprinted };
}

/**
 * PDF/UA-1 (ISO 14289-1, 7.1) wants every mark either tagged or declared an artifact. Chromium tags the content and leaves
 * backgrounds, running headers and footers bare: they are declared here, with the sequences in them that tag nothing (a no-break
 * space of a running header is "/Span<</ActualText …>> BDC", without a number). Nothing else of the stream changes.
 */
export function markArtifacts(lines: readonly string[]): readonly string[] {
  const marked: string[] = [];
  let bare: string[] = [];
  /** Open sequences, from the outermost that has a number on; and those outside any such. */
  let [tagged, loose] = [0, 0];
  const declare = (): void => {
    if (bare.some((line) => line !== "")) marked.push("/Artifact BMC", ...bare, "EMC");
    bare = [];
  };
  for (const line of lines) {
    if (isBegin(line)) {
      if (tagged > 0) tagged += 1;
      else if (loose > 0 || !line.includes("/MCID ")) loose += 1;
      else {
        declare();
        tagged = 1;
      }
    }
    if (tagged > 0) marked.push(line);
    else bare.push(line);
    if (isEnd(line)) {
      if (tagged > 0) tagged -= 1;
      else loose -= 1;
    }
  }
  declare();
  return marked;
}

/** Operators that leave a mark on the page: text, paths painted, images, shadings. Source: ISO 32000-1, annex A. */
const PAINTS: ReadonlySet<string> = new Set("Tj TJ ' \" S s f F f* B B* b b* sh Do".split(" "));

/**
 * What PDF/UA-1 refuses in a finished stream (ISO 14289-1, 7.1): a mark that is neither tagged nor an artifact, an artifact within
 * tagged content, tagged content within an artifact, a sequence that does not end. The lines that are at fault.
 */
export function findStrayMarks(lines: readonly string[]): readonly string[] {
  const faults: string[] = [];
  const open: ("tagged" | "artifact" | "other")[] = [];
  for (const line of lines) {
    if (isBegin(line)) {
      const kind = line.startsWith("/Artifact") ? "artifact" : line.includes("/MCID ") ? "tagged" : "other";
      if ((kind === "artifact" && open.includes("tagged")) || (kind === "tagged" && open.includes("artifact")))
        faults.push(line);
      open.push(kind);
    } else if (isEnd(line)) {
      if (open.pop() === undefined) faults.push(line);
    } else if (PAINTS.has(line.slice(line.lastIndexOf(" ") + 1)) && open.every((kind) => kind === "other"))
      faults.push(line);
  }
  return open.length > 0 ? [...faults, "fin de la page"] : faults;
}
