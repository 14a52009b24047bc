/** A printed PDF: read for the proofs, then finished with its metadata (finish.ts). Pure. */
import {
  findStrayMarks,
  linesOf,
  markArtifacts,
  type PageText,
  parseToUnicode,
  readPageText,
  type ToUnicode,
} from "./content.ts";
import { type PdfFile, readPdfFile } from "./file.ts";
import { finishPdf } from "./finish.ts";
import { type PdfDict, type PdfValue, refOf, textOf } from "./syntax.ts";
import type { PdfMetadata } from "./xmp.ts";

/** One node of the tagged structure: "Table", "TR", "TH" … Marks are the pieces of page that it is made of. */
export interface StructureNode {
  readonly role: string;
  readonly alternative: string;
  readonly children: readonly (StructureNode | { readonly page: number; readonly mark: number })[];
}

export interface PdfDocument {
  /** In order of the pages. */
  readonly pages: readonly PageText[];
  readonly structure: StructureNode;
  /** Name of an anchor of the page -> number of the PDF's page, from 1. */
  readonly destinations: ReadonlyMap<string, number>;
  /** Pixels of each raster image. */
  readonly images: readonly { readonly width: number; readonly height: number }[];
  /** Addresses that links and actions lead to. */
  readonly addresses: readonly string[];
  /** Marks of a page that are neither tagged nor an artifact, as the file will be finished: their lines. */
  readonly strayMarks: readonly { readonly page: number; readonly lines: readonly string[] }[];
  /** Fonts whose glyphs are not in the file. */
  readonly missingFonts: readonly string[];
  /** The file with its metadata, fixed dates and identifiers, all untagged marks declared artifacts. */
  finish(metadata: PdfMetadata): Promise<Buffer>;
}

const listOf = (value: PdfValue | undefined): readonly PdfValue[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value as PdfValue];

/** Object numbers of the pages, in order: the page tree may have several levels. */
function pageRefs(file: PdfFile, node: PdfValue | undefined): readonly number[] {
  const kids = file.dict(node).get("Kids");
  if (kids === undefined) return [refOf(node)];
  return listOf(file.look(kids)).flatMap((kid) => pageRefs(file, kid));
}

/** The fonts of a page by name; a font met before is not read again. */
function fontsOf(file: PdfFile, page: PdfDict, known: Map<number, ToUnicode>): ReadonlyMap<string, ToUnicode> {
  const fonts = new Map<string, ToUnicode>();
  for (const [name, font] of file.dict(file.dict(page.get("Resources")).get("Font"))) {
    const cmap = refOf(file.dict(font).get("ToUnicode"));
    const map = known.get(cmap) ?? parseToUnicode(file.stream(cmap) ?? "");
    known.set(cmap, map);
    fonts.set(name, map);
  }
  return fonts;
}

interface Reading {
  readonly file: PdfFile;
  readonly pageOf: (ref: PdfValue | undefined) => number;
  /** Annotation's object number -> its link, filled while the structure is read. */
  readonly links: Map<number, StructureNode>;
}

/** @param page page of the parent, which a node without a page of its own inherits */
function structureOf(reading: Reading, node: PdfDict, page: number): StructureNode {
  const { file, pageOf, links } = reading;
  const own = node.has("Pg") ? pageOf(node.get("Pg")) : page;
  const children: StructureNode["children"][number][] = [];
  const result = {
    role: String(node.get("S") ?? "/Root").slice(1),
    alternative: textOf(file.look(node.get("Alt"))),
    children,
  };
  for (const kid of listOf(file.look(node.get("K")))) {
    const found = file.look(kid);
    if (typeof found === "number") children.push({ page: own, mark: found });
    if (!(found instanceof Map)) continue;
    const mark = found.get("MCID");
    if (typeof mark === "number") children.push({ page: found.has("Pg") ? pageOf(found.get("Pg")) : own, mark });
    else if (found.has("S")) children.push(structureOf(reading, found, own));
    else if (found.has("Obj")) links.set(refOf(found.get("Obj")), result);
  }
  return result;
}

/** Text of an element, as its page shows it. */
const wordsOf = (node: StructureNode, pages: readonly PageText[]): string =>
  node.children
    .map((child) => ("mark" in child ? (pages[child.page - 1]?.tagged.get(child.mark) ?? "") : wordsOf(child, pages)))
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();

/** The pictures of the whole file, and the addresses of its links and actions. */
function findOutside(file: PdfFile): Pick<PdfDocument, "images" | "addresses"> {
  const images: { width: number; height: number }[] = [];
  const addresses: string[] = [];
  for (const [number, text] of file.texts) {
    if (text.includes("/Subtype /Image")) {
      const dict = file.dict({ ref: number });
      images.push({ width: Number(dict.get("Width")), height: Number(dict.get("Height")) });
    }
    for (const [, address = ""] of text.matchAll(/\/(?:URI|F|GoToR|Launch)\s*\(((?:\\.|[^\\)])*)\)/gs))
      addresses.push(address);
  }
  return { images, addresses };
}

/** A font's descriptor names the stream of its glyphs; a Type 3 font is made of drawings. */
const findMissingFonts = (file: PdfFile): readonly string[] =>
  [...file.texts.values()].flatMap((text) =>
    text.includes("/Type /FontDescriptor") && !/\/FontFile[23]? /.test(text)
      ? [/\/FontName \/([^\s/>]+)/.exec(text)?.[1] ?? "sans nom"]
      : [],
  );

/** @param bytes as Chromium prints them, tagged. */
export function openPdf(bytes: Uint8Array): PdfDocument {
  const file = readPdfFile(bytes);
  const root = refOf(file.trailer.get("Root"));
  const catalog = file.dict({ ref: root });
  const tree = refOf(catalog.get("StructTreeRoot"));
  if (tree === 0) throw new Error("PDF without structure: print with tagged: true");
  const refs = pageRefs(file, catalog.get("Pages"));
  const pageOf = (ref: PdfValue | undefined): number => refs.indexOf(refOf(ref)) + 1;

  const known = new Map<number, ToUnicode>();
  const contents = refs.map((ref) => {
    const page = file.dict({ ref });
    const number = refOf(page.get("Contents"));
    const content = file.stream(number);
    if (content === undefined) throw new Error("PDF page without a single content stream: not as Chromium writes it");
    const fonts = fontsOf(file, page, known);
    const lines = linesOf(content);
    return { number, lines, marked: markArtifacts(lines), fonts };
  });

  const destinations = new Map<string, number>();
  for (const [name, target] of file.dict(catalog.get("Dests")))
    destinations.set(name, pageOf(listOf(file.look(target))[0]));

  const pages = contents.map(({ lines, fonts }) => readPageText(lines, fonts));
  const links = new Map<number, StructureNode>();
  const structure = structureOf({ file, pageOf, links }, file.dict({ ref: tree }), 0);

  const strayMarks = contents.flatMap(({ marked }, i) => {
    const stray = findStrayMarks(marked);
    return stray.length > 0 ? [{ page: i + 1, lines: stray }] : [];
  });
  return {
    pages,
    structure,
    destinations,
    ...findOutside(file),
    strayMarks,
    missingFonts: findMissingFonts(file),
    finish: (metadata) => {
      const words = new Map([...links].map(([number, node]) => [number, wordsOf(node, pages)]));
      return finishPdf({ file, root, tree, contents, words }, metadata);
    },
  };
}
