/** Stamps a finished PDF as one numbered copy, without printing it again. */
import { formatDate } from "../model/format.ts";
import {
  BlendMode,
  BOLD,
  degrees,
  fittingSize,
  grayscale,
  millimetres,
  PDFDocument,
  PDFName,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  PDFRawStream,
  writable,
} from "./pdf.ts";

export interface Stamp {
  readonly number: number;
  /** The N of n/N. */
  readonly of: number;
  readonly recipient: string;
  readonly role: string;
  /** Day of the distribution, "2026-04-09": also the file's only new date. */
  readonly date: string;
}

/** Lightness of the watermark: seen on white paper, too light to be read as a figure. */
const WATERMARK_GREY = 0.88;
/** Below the bulletin's own footer, within what office printers can print. */
const LINE_BASELINE = millimetres(6.5);

/** { number: 3, of: 5, … } => "Exemplaire n° 3/5 – remis à Mme X, maire – le 9 avril 2026" */
export const stampLine = ({ number, of, recipient, role, date }: Stamp): string =>
  `Exemplaire n° ${number}/${of} – remis à ${recipient}, ${role} – le ${formatDate(date)}`;

/**
 * The same pages with, on each, the copy's line at the foot and a watermark across. Both are artifacts: the tagged structure stays
 * as it was, assistive readers pass them over. The watermark is multiplied with the page: it can darken white, never lighten ink,
 * so no digit can vanish under it.
 *
 * @param bulletin bytes of the finished PDF; they are not changed.
 */
export async function stampPdf(bulletin: Uint8Array, stamp: Stamp): Promise<Uint8Array> {
  // both libraries' pauses are meant for web pages
  const document = await PDFDocument.load(bulletin, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY });
  const font = await document.embedFont(BOLD);
  const line = writable(stampLine(stamp), font);
  const watermark = writable(`Exemplaire ${stamp.number}/${stamp.of} · ${stamp.recipient}`, font);
  for (const page of document.getPages()) {
    const { width, height } = page.getSize();
    asArtifact(page, "Watermark", () => {
      const angle = Math.atan2(height, width);
      const size = fittingSize(watermark, font, 44, Math.hypot(width, height) * 0.72);
      const half = font.widthOfTextAtSize(watermark, size) / 2;
      const drop = size * 0.35; // half the height of a capital: centres the line on the diagonal
      page.drawText(watermark, {
        x: width / 2 - half * Math.cos(angle) + drop * Math.sin(angle),
        y: height / 2 - half * Math.sin(angle) - drop * Math.cos(angle),
        size,
        font,
        rotate: degrees((angle * 180) / Math.PI),
        color: grayscale(WATERMARK_GREY),
        blendMode: BlendMode.Multiply,
      });
    });
    asArtifact(page, "Footer", () => {
      const size = fittingSize(line, font, 8, width - millimetres(32));
      page.drawText(line, {
        x: (width - font.widthOfTextAtSize(line, size)) / 2,
        y: LINE_BASELINE,
        size,
        font,
        color: grayscale(0),
      });
    });
  }
  withdrawConformityClaim(document);
  document.setModificationDate(new Date(`${stamp.date}T00:00:00Z`));
  return document.save({ objectsPerTick: Number.POSITIVE_INFINITY, useObjectStreams: false });
}

/** ISO 32000-1, 14.8.2.2.2: pagination artifacts. */
function asArtifact(page: PDFPage, subtype: "Watermark" | "Footer", draw: () => void): void {
  const properties = `<</Type /Pagination /Subtype /${subtype}>>`;
  page.pushOperators(PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [PDFName.of("Artifact"), properties]));
  draw();
  page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
}

/**
 * PDF/UA and PDF/A ask that every font be embedded; the stamp's is the reader's own Helvetica. The copy keeps its tags, but no longer
 * claims to conform: the bulletin itself does.
 */
function withdrawConformityClaim(document: PDFDocument): void {
  const reference = document.catalog.get(PDFName.of("Metadata"));
  const metadata = document.context.lookup(reference);
  if (!(metadata instanceof PDFRawStream) || metadata.dict.has(PDFName.of("Filter"))) return;
  const xmp = Buffer.from(metadata.contents).toString("utf8");
  const honest = xmp
    .replace(/<(pdfuaid|pdfaid):(\w+)>[^<]*<\/\1:\2>\s*/g, "")
    .replace(/\s(?:pdfuaid|pdfaid):\w+="[^"]*"/g, "");
  const bytes = Buffer.from(honest);
  const stream = PDFRawStream.of(
    document.context.obj({ Type: "Metadata", Subtype: "XML", Length: bytes.length }),
    bytes,
  );
  document.catalog.set(PDFName.of("Metadata"), document.context.register(stream));
}
