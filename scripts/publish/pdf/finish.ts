/** A printed PDF as it is published: with its metadata, fixed dates and identifiers, its tags put right, all untagged marks declared artifacts. */
import {
  compressed,
  getDefaultSRGBProfile,
  name,
  type PDFDict,
  type PDFDocument,
  PDFHexString,
  type PDFRef,
} from "./objects.ts";
import { repairStructure } from "./repair-structure.ts";
import { composeXmp, type PdfMetadata } from "./xmp.ts";

/** What was read of it. */
export interface Printed {
  readonly file: PDFDocument;
  readonly tree: PDFDict;
  /** The stream of each page, marked. */
  readonly contents: readonly { readonly ref: PDFRef; readonly marked: readonly string[] }[];
  /** Each link's annotation -> the words that it stands on. */
  readonly words: ReadonlyMap<PDFDict, string>;
}

/** May be called once. */
export async function finishPdf({ file, tree, contents, words }: Printed, metadata: PdfMetadata): Promise<Buffer> {
  const { title, author, subject, program, day, fingerprint } = metadata;
  const { context, catalog } = file;
  repairStructure(file, words);
  const xmp = context.stream(Buffer.from(composeXmp(metadata)), { Type: "Metadata", Subtype: "XML" });
  catalog.set(name("Metadata"), context.register(xmp));
  // how the colours of the whole file are to be shown (ISO 19005-2, 6.2.3)
  const colours = {
    Type: "OutputIntent",
    S: "GTS_PDFA1",
    OutputConditionIdentifier: PDFHexString.fromText("sRGB IEC61966-2.1"),
    Info: PDFHexString.fromText("sRGB IEC61966-2.1"),
    DestOutputProfile: context.register(compressed(file, getDefaultSRGBProfile(), { N: 3 })),
  };
  catalog.set(name("OutputIntents"), context.obj([colours]));
  // Chromium uses these roles of PDF 2.0; a reader of PDF 1.7 needs to be told what they stand for.
  tree.set(name("RoleMap"), context.obj({ Strong: "Span", Em: "Span" }));
  file.setTitle(title);
  file.setAuthor(author);
  file.setSubject(subject);
  file.setCreator(program);
  const moment = new Date(`${day}T00:00:00Z`);
  file.setCreationDate(moment);
  file.setModificationDate(moment);
  for (const { ref, marked } of contents)
    context.assign(ref, compressed(file, Buffer.from(`${marked.join("\n")}\n`, "latin1")));
  const id = PDFHexString.of(fingerprint.slice(0, 32).toUpperCase());
  context.trailerInfo.ID = context.obj([id, id]);
  const options = {
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Infinity,
  };
  return Buffer.from(await file.save(options));
}
