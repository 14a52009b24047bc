/** A printed PDF: read for the proofs, then finished with its metadata (finish.ts). */
import {
  findStrayMarks,
  linesOf,
  markArtifacts,
  type PageText,
  parseToUnicode,
  readPageText,
  type ToUnicode,
} from "./content.ts";
import { finishPdf } from "./finish.ts";
import {
  contentOf,
  dictsOf,
  eachValue,
  isText,
  itemsOf,
  name,
  PDFDict,
  PDFDocument,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  wordAt,
} from "./objects.ts";
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

/** The fonts of a page by name; a font met before is not read again. */
function fontsOf(page: PDFDict, known: Map<PDFRawStream, ToUnicode>): ReadonlyMap<string, ToUnicode> {
  const fonts = page.lookupMaybe(name("Resources"), PDFDict)?.lookupMaybe(name("Font"), PDFDict);
  return new Map(
    (fonts?.keys() ?? []).map((key) => {
      const cmap = fonts?.lookup(key, PDFDict).lookup(name("ToUnicode"));
      if (!(cmap instanceof PDFRawStream)) return [key.decodeText(), parseToUnicode("")];
      const map = known.get(cmap) ?? parseToUnicode(contentOf(cmap));
      known.set(cmap, map);
      return [key.decodeText(), map];
    }),
  );
}

interface Reading {
  readonly file: PDFDocument;
  readonly pageOf: (ref: unknown) => number;
  /** A link's annotation -> its element, filled while the structure is read. */
  readonly links: Map<PDFDict, StructureNode>;
}

/** @param page page of the parent, which a node without a page of its own inherits */
function structureOf(reading: Reading, node: PDFDict, page: number): StructureNode {
  const { file, pageOf, links } = reading;
  const pageIn = (dict: PDFDict, otherwise: number): number =>
    dict.has(name("Pg")) ? pageOf(dict.get(name("Pg"))) : otherwise;
  const own = pageIn(node, page);
  const children: StructureNode["children"][number][] = [];
  const result = { role: wordAt(node, "S") || "Root", alternative: wordAt(node, "Alt"), children };
  for (const kid of itemsOf(node.lookup(name("K")))) {
    const found = file.context.lookup(kid);
    if (found instanceof PDFNumber) children.push({ page: own, mark: found.asNumber() });
    if (!(found instanceof PDFDict)) continue;
    const [mark, annotation] = [found.lookup(name("MCID")), found.lookup(name("Obj"))];
    if (mark instanceof PDFNumber) children.push({ page: pageIn(found, own), mark: mark.asNumber() });
    else if (found.has(name("S"))) children.push(structureOf(reading, found, own));
    else if (annotation instanceof PDFDict) links.set(annotation, result);
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

const LEADING = ["URI", "F", "GoToR", "Launch"].map(name);

/** The pictures of the whole file, and the addresses of its links and actions. */
function findOutside(file: PDFDocument): Pick<PdfDocument, "images" | "addresses"> {
  const dicts = dictsOf(file);
  const addresses: string[] = [];
  for (const dict of dicts)
    eachValue(dict, ({ key, value }) => {
      if (key && LEADING.includes(key) && isText(value)) addresses.push(value.decodeText());
    });
  const images = dicts.flatMap((dict) => {
    const sizeOf = (key: string): number => dict.lookup(name(key), PDFNumber).asNumber();
    return wordAt(dict, "Subtype") === "Image" ? [{ width: sizeOf("Width"), height: sizeOf("Height") }] : [];
  });
  return { images, addresses };
}

/** A font's descriptor names the stream of its glyphs; a Type 3 font is made of drawings. */
const findMissingFonts = (file: PDFDocument): readonly string[] =>
  dictsOf(file).flatMap((dict) =>
    wordAt(dict, "Type") === "FontDescriptor" &&
    !["FontFile", "FontFile2", "FontFile3"].some((key) => dict.has(name(key)))
      ? [wordAt(dict, "FontName") || "sans nom"]
      : [],
  );

/** @param bytes as Chromium prints them, tagged. */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  const file = await PDFDocument.load(bytes, {
    updateMetadata: false,
    throwOnInvalidObject: true,
    parseSpeed: Infinity,
  });
  const { catalog } = file;
  const tree = catalog.lookup(name("StructTreeRoot"));
  if (!(tree instanceof PDFDict)) throw new Error("PDF without structure: print with tagged: true");
  const pageRefs = file.getPages().map(({ ref }) => ref);
  const pageOf = (ref: unknown): number => pageRefs.indexOf(ref as PDFRef) + 1;

  const known = new Map<PDFRawStream, ToUnicode>();
  const contents = file.getPages().map(({ node }) => {
    const [ref, stream] = [node.get(name("Contents")), node.lookup(name("Contents"))];
    if (!(ref instanceof PDFRef && stream instanceof PDFRawStream))
      throw new Error("PDF page without a single content stream: not as Chromium writes it");
    const lines = linesOf(contentOf(stream));
    return { ref, lines, marked: markArtifacts(lines), fonts: fontsOf(node, known) };
  });

  const pages = contents.map(({ lines, fonts }) => readPageText(lines, fonts));
  const links = new Map<PDFDict, StructureNode>();
  const structure = structureOf({ file, pageOf, links }, tree, 0);

  const strayMarks = contents.flatMap(({ marked }, i) => {
    const stray = findStrayMarks(marked);
    return stray.length > 0 ? [{ page: i + 1, lines: stray }] : [];
  });
  return {
    pages,
    structure,
    ...findOutside(file),
    strayMarks,
    missingFonts: findMissingFonts(file),
    finish: (metadata) => {
      const words = new Map([...links].map(([link, node]) => [link, wordsOf(node, pages)]));
      return finishPdf({ file, tree, contents, words }, metadata);
    },
  };
}
