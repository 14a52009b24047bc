/** A small tagged PDF with figures. */
import { PDFDocument, PDFName, PDFOperator, PDFOperatorNames, StandardFonts } from "@cantoo/pdf-lib";

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
