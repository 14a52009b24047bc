/** A small tagged PDF with figures, and what a reader finds in one. */
import { PDFDocument, PDFName, PDFOperator, PDFOperatorNames, StandardFonts } from "@cantoo/pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Pages full of figures in black and grey, each line in marked content, with a structure tree and an XMP claim. */
export async function samplePdf(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let p = 0; p < pages; p++) {
    const page = document.addPage([595, 842]);
    for (let row = 0; row < 60; row++) {
      page.pushOperators(
        PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [PDFName.of("P"), `<</MCID ${row}>>`]),
      );
      page.drawText(`Ligne ${row}  0 1 2 3 4 5 6 7 8 9  ${p * 1000 + row}  12 345  678  90`, {
        x: 50,
        y: 780 - row * 12,
        size: 9,
        font,
      });
      page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
    }
  }
  const { context, catalog } = document;
  catalog.set(PDFName.of("MarkInfo"), context.obj({ Marked: true }));
  catalog.set(PDFName.of("StructTreeRoot"), context.register(context.obj({ Type: "StructTreeRoot" })));
  const xmp =
    "<rdf:Description><pdfuaid:part>1</pdfuaid:part><xmp:ModifyDate>2026-04-08T00:00:00Z</xmp:ModifyDate><dc:title>T</dc:title></rdf:Description>";
  catalog.set(PDFName.of("Metadata"), context.register(context.stream(xmp, { Type: "Metadata", Subtype: "XML" })));
  return document.save();
}

/** A piece of text in its place, in points from the lower left corner: `y` is that of its baseline. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** Texts of each page with their places. */
export async function placedOn(bytes: Uint8Array): Promise<readonly (readonly Placed[])[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const pages: (readonly Placed[])[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const content = await (await document.getPage(n)).getTextContent();
    pages.push(
      content.items.flatMap((item) =>
        "str" in item
          ? [{ text: item.str, x: item.transform[4], y: item.transform[5], width: item.width, size: item.height }]
          : [],
      ),
    );
  }
  await task.destroy();
  return pages;
}

/** Text of each page, its pieces joined by spaces. */
export const textOf = async (bytes: Uint8Array): Promise<readonly string[]> =>
  (await placedOn(bytes)).map((pieces) => pieces.map(({ text }) => text).join(" "));
