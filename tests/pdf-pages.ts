/** What a reader of PDF finds in one: its pages as texts and as a picture, its facts, its tags and its outline. */
import { inflateSync } from "node:zlib";
import { drawPage, openPdf, type Pdfium, type Picture, startPdfium } from "../scripts/read/pdf/drawn/pdfium.ts";

/** A piece of text in its place, in points from the lower left corner: `y` is that of its baseline. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface Tag {
  readonly role: string;
  readonly alt: string;
  readonly children: readonly Tag[];
}

interface Opened {
  readonly engine: Pdfium;
  readonly pdf: number;
}

async function withPdf<T>(bytes: Uint8Array, use: (opened: Opened) => T): Promise<T> {
  const engine = await startPdfium();
  const opened = openPdf(engine, bytes);
  try {
    return use({ engine, pdf: opened.pdf });
  } finally {
    opened.close();
  }
}

const eachPage = <T>({ engine, pdf }: Opened, use: (page: number) => T): readonly T[] =>
  Array.from({ length: engine.FPDF_GetPageCount(pdf) }, (_, number) => {
    const page = engine.FPDF_LoadPage(pdf, number);
    const made = use(page);
    engine.FPDF_ClosePage(page);
    return made;
  });

/** `write`: asked for the size first, then to write so many bytes at a place. */
function written(engine: Pdfium, write: (at: number, size: number) => number): Buffer {
  const size = write(0, 0);
  const at = engine.pdfium.wasmExports.malloc(Math.max(8, size));
  write(at, size);
  const bytes = Buffer.from(engine.pdfium.HEAPU8.slice(at, at + size));
  engine.pdfium.wasmExports.free(at);
  return bytes;
}
const words = (engine: Pdfium, write: (at: number, size: number) => number): string =>
  written(engine, write).toString("utf16le").replace(/\0+$/, "");

/** Texts of each page with their places: each as the program that wrote the PDF drew it. */
export const placedOn = (bytes: Uint8Array): Promise<readonly (readonly Placed[])[]> =>
  withPdf(bytes, (opened) => eachPage(opened, (page) => placedIn(opened.engine, page)));

function placedIn(engine: Pdfium, page: number): readonly Placed[] {
  const text = engine.FPDFText_LoadPage(page);
  const at = engine.pdfium.wasmExports.malloc(64);
  const found = new Map<number, { text: string; x: number; y: number; width: number; size: number }>();
  for (let i = 0; i < engine.FPDFText_CountChars(text); i++) {
    const run = engine.FPDFText_GetTextObject(text, i);
    const sign = String.fromCodePoint(engine.FPDFText_GetUnicode(text, i));
    if (run === 0 || engine.FPDFText_IsGenerated(text, i) === 1) continue;
    engine.FPDFText_GetCharOrigin(text, i, at, at + 8);
    const [x = 0, y = 0] = new Float64Array(engine.pdfium.HEAPU8.buffer, at, 2);
    engine.FPDFText_GetLooseCharBox(text, i, at);
    const [, , right = 0] = new Float32Array(engine.pdfium.HEAPU8.buffer, at, 4);
    engine.FPDFText_GetMatrix(text, i, at);
    const [, , c = 0, d = 0] = new Float32Array(engine.pdfium.HEAPU8.buffer, at, 6);
    const piece = found.get(run) ?? {
      text: "",
      x,
      y,
      width: 0,
      size: engine.FPDFText_GetFontSize(text, i) * Math.hypot(c, d),
    };
    found.set(run, { ...piece, text: piece.text + sign, width: right - piece.x });
  }
  engine.pdfium.wasmExports.free(at);
  engine.FPDFText_ClosePage(text);
  return [...found.values()];
}

/** Text of each page, its pieces joined by spaces; of a paper that nobody has printed, that of its page. */
export const textOf = async (bytes: Uint8Array): Promise<readonly string[]> =>
  Buffer.from(bytes.subarray(0, 9)).toString() === "<!doctype"
    ? [textOfPage(Buffer.from(bytes).toString())]
    : (await placedOn(bytes)).map((pieces) => pieces.map(({ text }) => text).join(" "));

/** With what its style writes in the margins. */
function textOfPage(html: string): string {
  const margins = [...html.matchAll(/content: "([^"]*)"/g)].map(([, text = ""]) =>
    text.replace(/\\([0-9a-f]+) /g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
  );
  const body = html
    .slice(html.indexOf("<body>"))
    .replace(/<[^>]*>/g, " ")
    .replace(/&(lt|gt|quot|amp|#39);/g, (_, name: string) => ({ lt: "<", gt: ">", quot: '"', amp: "&" })[name] ?? "'");
  return [...margins, body].join(" ").replace(/[ \n]+/g, " ");
}

/** The first page, twice as large as in points. */
export const drawn = (bytes: Uint8Array): Promise<Picture> =>
  withPdf(bytes, ({ engine, pdf }) => {
    const page = engine.FPDF_LoadPage(pdf, 0);
    const [width, height] = [engine.FPDF_GetPageWidthF(page), engine.FPDF_GetPageHeightF(page)].map((part) =>
      Math.ceil(2 * part),
    ) as [number, number];
    return drawPage(engine, page, { width, height });
  });

export interface Facts {
  readonly pages: number;
  /** By name: "Title". */
  readonly said: Readonly<Record<string, string>>;
  readonly isTagged: boolean;
  /** Hexadecimal. */
  readonly fingerprint: string;
  /** Titles of its outline, those within others indented. */
  readonly outline: readonly string[];
  readonly tags: readonly Tag[];
  readonly links: readonly { readonly to: string; readonly words: string }[];
}

const SAID = ["Title", "Author", "Subject", "Creator", "Producer", "CreationDate", "ModDate"];
const LINK = 2;

export const factsOf = (bytes: Uint8Array): Promise<Facts> =>
  withPdf(bytes, (opened) => {
    const { engine, pdf } = opened;
    const outline: string[] = [];
    const follow = (parent: number, indent: string): void => {
      for (
        let mark = engine.FPDFBookmark_GetFirstChild(pdf, parent);
        mark !== 0;
        mark = engine.FPDFBookmark_GetNextSibling(pdf, mark)
      ) {
        outline.push(indent + words(engine, (at, size) => engine.FPDFBookmark_GetTitle(mark, at, size)));
        follow(mark, `${indent}  `);
      }
    };
    follow(0, "");
    const tagOf = (tag: number): Tag => ({
      role: words(engine, (at, size) => engine.FPDF_StructElement_GetType(tag, at, size)),
      alt: words(engine, (at, size) => engine.FPDF_StructElement_GetAltText(tag, at, size)),
      children: Array.from({ length: Math.max(0, engine.FPDF_StructElement_CountChildren(tag)) }, (_, i) =>
        engine.FPDF_StructElement_GetChildAtIndex(tag, i),
      ).flatMap((child) => (child === 0 ? [] : [tagOf(child)])),
    });
    const tags: Tag[] = [];
    const links: { to: string; words: string }[] = [];
    eachPage(opened, (page) => {
      const tree = engine.FPDF_StructTree_GetForPage(page);
      for (let i = 0; i < engine.FPDF_StructTree_CountChildren(tree); i++)
        tags.push(tagOf(engine.FPDF_StructTree_GetChildAtIndex(tree, i)));
      engine.FPDF_StructTree_Close(tree);
      for (let i = 0; i < engine.FPDFPage_GetAnnotCount(page); i++) {
        const annotation = engine.FPDFPage_GetAnnot(page, i);
        const value = (key: string): string =>
          words(engine, (at, size) => engine.FPDFAnnot_GetStringValue(annotation, key, at, size));
        if (engine.FPDFAnnot_GetSubtype(annotation) === LINK)
          links.push({ to: value("Dest"), words: value("Contents") });
        engine.FPDFPage_CloseAnnot(annotation);
      }
    });
    return {
      pages: engine.FPDF_GetPageCount(pdf),
      said: Object.fromEntries(
        SAID.map((name) => [name, words(engine, (at, size) => engine.FPDF_GetMetaText(pdf, name, at, size))]),
      ),
      isTagged: Boolean(engine.FPDFCatalog_IsTagged(pdf)),
      fingerprint: written(engine, (at, size) => engine.FPDF_GetFileIdentifier(pdf, 0, at, size))
        .subarray(0, -1)
        .toString("hex"),
      outline,
      tags,
      links,
    };
  });

/** Its bytes as text, and those of its compressed streams. */
export function insideOf(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes);
  const text = buffer.toString("latin1");
  const streams = [...text.matchAll(/\/FlateDecode[^>]*>>\s*stream\r?\n/g)].map(({ index, 0: head }) =>
    inflateSync(buffer.subarray(index + head.length)).toString("latin1"),
  );
  return [text, ...streams].join("\n");
}
