/** Stamps a finished PDF as numbered copies, without printing it again. */
import { formatDate, plural } from "../../model/format.ts";
import {
  artifactText,
  embedFace,
  fittingSize,
  millimetres,
  PDFDocument,
  type PDFFont,
  PDFName,
  type PDFOperator,
  writable,
} from "../paper/pdf.ts";
import type { Head } from "../register/end.ts";
import { formatHead } from "../register/since.ts";
import { numbersOf } from "../register/text.ts";

export interface Stamp {
  readonly number: number;
  /** Number of the bulletin's edition: said from the second on, as the bulletin does. */
  readonly edition: number;
  /** Numbers of the copies of an earlier edition that it replaces. */
  readonly replaces: readonly number[];
  readonly recipient: string;
  readonly role: string;
  /** Head of the register as the copy was made, the line of its own distribution not yet written. */
  readonly register: Head;
  /** Day of the distribution, "2026-04-09". */
  readonly date: string;
}

/** Lightness of the watermark: seen on white paper, too light to be read as a figure. */
const WATERMARK_GREY = 0.92;
const WATERMARK_SIZE = 44;
/** Of a line at the foot. The copy's is below the bulletin's own footer, within what office printers can print. */
const COPY_LINE = { size: 8, y: millimetres(6.5) };
/** Between the bulletin's text, which ends at 15 mm, and its footer, which begins at 12. */
const REGISTER_LINE = { size: 6, y: millimetres(12.8) };
const SIDES = millimetres(16);

const FONT = PDFName.of("CopyFont");
const MULTIPLY = PDFName.of("CopyMultiply");

/**
 * { number: 6, edition: 2, replaces: [1], … } => "Exemplaire n° 6, édition 2 – remplace n° 1 – remis à Mme X, maire – le 9 avril 2026". Never out of how many: more may be
 * handed over later, and papers that say 1/5 and 6/6 would contradict each other.
 */
const copyLine = ({ number, edition, replaces, recipient, role, date }: Stamp): string =>
  `Exemplaire n° ${number}${edition > 1 ? `, édition ${edition}` : ""}${replaces.length > 0 ? ` – remplace ${numbersOf(replaces)}` : ""} – remis à ${recipient}, ${role} – le ${formatDate(date)}`;

/** What a later register is compared with. */
const registerLine = ({ register }: Stamp): string =>
  `Registre à la remise : ${plural(register.n, "ligne")}, empreinte ${formatHead(register)}`;

/**
 * A copy has the same pages with, on each, the copy's line at the foot and a watermark across, and on the last the register's head. All
 * are artifacts: the tagged structure stays as it was, assistive readers pass them over, and what the file says of itself, its dates too,
 * stays true. The watermark is multiplied with the page: it can darken white, never lighten ink, so no digit can vanish under it.
 *
 * @param bulletin bytes of the finished PDF; they are not changed.
 */
export async function stampCopy(bulletin: Uint8Array, stamp: Stamp): Promise<Uint8Array> {
  // the library's pauses, in reading as in writing, are meant for web pages
  const document = await PDFDocument.load(bulletin, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY });
  const { context } = document;
  const font = await embedFace(document);
  const multiply = context.register(context.obj({ Type: "ExtGState", BM: "Multiply" }));
  const push = context.getPushGraphicsStateContentStream();
  const pop = context.getPopGraphicsStateContentStream();
  const pages = document.getPages();
  for (const page of pages) {
    const { width, height } = page.getSize();
    const drawn = [
      ...watermark(stamp, font, width, height),
      ...footer(copyLine(stamp), COPY_LINE, font, width),
      ...(page === pages.at(-1) ? footer(registerLine(stamp), REGISTER_LINE, font, width) : []),
    ];
    page.node.normalize();
    page.node.wrapContentStreams(push, pop);
    page.node.addContentStream(context.register(context.contentStream(drawn)));
    page.node.setFontDictionary(FONT, font.ref);
    page.node.setExtGState(MULTIPLY, multiply);
  }
  return document.save({ objectsPerTick: Number.POSITIVE_INFINITY, useObjectStreams: false });
}

/** Along the rising diagonal, its middle at the middle of the page. */
function watermark(stamp: Stamp, font: PDFFont, width: number, height: number): readonly PDFOperator[] {
  const text = writable(`Exemplaire n° ${stamp.number} · ${stamp.recipient}`, font);
  const angle = Math.atan2(height, width);
  const size = fittingSize(text, font, WATERMARK_SIZE, Math.hypot(width, height) * 0.72);
  const half = font.widthOfTextAtSize(text, size) / 2;
  const drop = size * 0.35; // half the height of a capital
  const x = width / 2 - half * Math.cos(angle) + drop * Math.sin(angle);
  const y = height / 2 - half * Math.sin(angle) - drop * Math.cos(angle);
  const style = { font, fontName: FONT, stateName: MULTIPLY, size, grey: WATERMARK_GREY, angle, x, y };
  return artifactText({ subtype: "Watermark", text, ...style });
}

/** A centred line at the foot, made smaller when it is too long. */
function footer(
  line: string,
  { size: most, y }: typeof COPY_LINE,
  font: PDFFont,
  width: number,
): readonly PDFOperator[] {
  const text = writable(line, font);
  const size = fittingSize(text, font, most, width - 2 * SIDES);
  const x = (width - font.widthOfTextAtSize(text, size)) / 2;
  return artifactText({ subtype: "Footer", text, font, fontName: FONT, size, grey: 0, angle: 0, x, y });
}
