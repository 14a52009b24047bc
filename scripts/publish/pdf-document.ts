/** A PDF opened, read for the proofs, and finished. Wraps pdf-lib. */
import { deflateSync, inflateSync } from "node:zlib";
import type * as PdfLib from "@cantoo/pdf-lib";
import { markArtifacts, type PageText, parseToUnicode, readPageText, type ToUnicode } from "./pdf-content.ts";
import { composeXmp, type PdfMetadata } from "./xmp.ts";

type Dict = PdfLib.PDFDict;
type Any = PdfLib.PDFObject | undefined;

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
  /** The file with its metadata, fixed dates and identifiers, all untagged marks declared artifacts. */
  save(metadata: PdfMetadata): Promise<Uint8Array>;
}

/** The package's build in one file, which its `exports` hide: loads in 50 ms, its three hundred files in 150. Call it while the browser prints. */
export async function loadPdfLib(): Promise<typeof PdfLib> {
  const bundle = new URL("../dist/pdf-lib.js", import.meta.resolve("@cantoo/pdf-lib"));
  return ((await import(bundle.href)) as { readonly default: typeof PdfLib }).default;
}

/** @param bytes as Chromium prints them. */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  const lib = await loadPdfLib();
  const { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFRef, PDFString } = lib;
  const document = await lib.PDFDocument.load(bytes, {
    updateMetadata: false,
    parseSpeed: Number.POSITIVE_INFINITY, // its default rests every hundred objects, for the sake of a web page
  });
  const { context, catalog } = document;

  const look = (object: Any): Any => (object instanceof PDFRef ? context.lookup(object) : object);
  const get = (dict: Dict, key: string): Any => look(dict.get(PDFName.of(key)));
  const asDict = (object: Any): Dict | undefined => (object instanceof PDFDict ? object : undefined);
  const asText = (object: Any): string =>
    object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : "";
  const asList = (object: Any): readonly Any[] =>
    object instanceof PDFArray ? object.asArray() : object === undefined ? [] : [object];
  const inflate = (stream: PdfLib.PDFRawStream): string =>
    (get(stream.dict, "Filter") === undefined ? Buffer.from(stream.contents) : inflateSync(stream.contents)).toString(
      "latin1",
    );

  const refs = document.getPages().map((page) => page.ref);
  const pageNumber = (ref: Any): number => (ref instanceof PDFRef ? refs.indexOf(ref) : -1) + 1;

  const maps = new Map<Dict, ToUnicode>();
  function fontsOf(page: Dict): ReadonlyMap<string, ToUnicode> {
    const fonts = new Map<string, ToUnicode>();
    const resources = asDict(get(page, "Resources"));
    for (const [name, value] of (resources && asDict(get(resources, "Font")))?.entries() ?? []) {
      const font = asDict(look(value));
      const cmap = font && get(font, "ToUnicode");
      if (font === undefined || !(cmap instanceof PDFRawStream)) continue;
      const map = maps.get(font) ?? parseToUnicode(inflate(cmap));
      maps.set(font, map);
      fonts.set(name.decodeText(), map);
    }
    return fonts;
  }

  const contents = document.getPages().map((page) => {
    const stream = get(page.node, "Contents");
    if (!(stream instanceof PDFRawStream)) throw new Error("PDF page without a single content stream: not Chromium's");
    return { page, stream, content: inflate(stream) };
  });
  const pages = contents.map(({ page, content }) => readPageText(content, fontsOf(page.node)));

  function structureOf(node: Dict, inherited: number): StructureNode {
    const role = get(node, "S");
    const own = node.get(PDFName.of("Pg"));
    const page = own === undefined ? inherited : pageNumber(own);
    const children: StructureNode["children"][number][] = [];
    for (const kid of asList(get(node, "K"))) {
      const found = look(kid);
      if (found instanceof PDFNumber) children.push({ page, mark: found.asNumber() });
      const dict = asDict(found);
      if (dict === undefined) continue;
      const mark = get(dict, "MCID");
      if (mark instanceof PDFNumber) {
        const other = dict.get(PDFName.of("Pg"));
        children.push({ page: other === undefined ? page : pageNumber(other), mark: mark.asNumber() });
      } else if (dict.has(PDFName.of("S"))) children.push(structureOf(dict, page));
    }
    return {
      role: role instanceof PDFName ? role.decodeText() : "Root",
      alternative: asText(get(node, "Alt")),
      children,
    };
  }
  const root = asDict(get(catalog, "StructTreeRoot"));
  if (root === undefined) throw new Error("PDF without structure: print with tagged: true");

  const destinations = new Map<string, number>();
  for (const [name, target] of asDict(get(catalog, "Dests"))?.entries() ?? [])
    destinations.set(name.decodeText(), pageNumber(asList(look(target))[0]));

  const images: { width: number; height: number }[] = [];
  const addresses: string[] = [];
  const size = (dict: Dict, key: string): number => Number(String(get(dict, key)));
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFRawStream ? object.dict : asDict(object);
    if (dict === undefined) continue;
    if (get(dict, "Subtype") === PDFName.of("Image"))
      images.push({ width: size(dict, "Width"), height: size(dict, "Height") });
    const action = asDict(get(dict, "A"));
    for (const uri of [get(dict, "URI"), action && get(action, "URI"), action && get(action, "F")])
      if (uri !== undefined) addresses.push(asText(uri) || String(uri));
  }

  async function save(metadata: PdfMetadata): Promise<Uint8Array> {
    for (const { stream, content } of contents) {
      const marked = deflateSync(Buffer.from(markArtifacts(content), "latin1"));
      const fresh = PDFRawStream.of(context.obj({ Length: marked.length, Filter: "FlateDecode" }), marked);
      const ref = context.getObjectRef(stream);
      if (ref !== undefined) context.assign(ref, fresh);
    }
    // Chromium writes these two roles of PDF 2.0 into a PDF 1.4: told what they amount to there.
    root?.set(PDFName.of("RoleMap"), context.obj({ Strong: "Span", Em: "Span" }));
    const day = new Date(`${metadata.day}T00:00:00Z`);
    document.setTitle(metadata.title, { showInWindowTitleBar: true });
    document.setAuthor(metadata.author);
    document.setSubject(metadata.subject);
    document.setCreator(metadata.program);
    document.setLanguage("fr-FR");
    document.setCreationDate(day);
    document.setModificationDate(day);
    const id = PDFHexString.of(metadata.fingerprint.slice(0, 32).toUpperCase());
    context.trailerInfo.ID = context.obj([id, id]);
    const xmp = Buffer.from(composeXmp(metadata));
    catalog.set(
      PDFName.of("Metadata"),
      context.register(PDFRawStream.of(context.obj({ Type: "Metadata", Subtype: "XML", Length: xmp.length }), xmp)),
    );
    return document.save({ objectsPerTick: Number.POSITIVE_INFINITY, useObjectStreams: false });
  }

  return { pages, structure: structureOf(root, 0), destinations, images, addresses, save };
}
