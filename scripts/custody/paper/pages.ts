/** A4 pages that are filled from top to bottom. Lengths in points; y upwards, as in every PDF. */
import {
  BOLD,
  fittingSize,
  grayscale,
  millimetres,
  PDFDocument,
  type PDFFont,
  type PDFPage,
  REGULAR,
  writable,
} from "./pdf.ts";
import { wrapText } from "./wrap.ts";

export const MARGIN = millimetres(16);
/** Distance between two lines of text, as a multiple of the size. */
export const LEADING = 1.35;
const MARKING_SIZE = 8;
/** From the upper edge, within what office printers can print. */
const MARKING_BASELINE = millimetres(11);
const LONG = millimetres(297);
const SHORT = millimetres(210);

/** One line of text; `y` is the top of its letters. */
export interface Written {
  readonly text: string;
  readonly font: PDFFont;
  readonly size: number;
  readonly x: number;
  readonly y: number;
}
/** `y` is its lower edge. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export class Pages {
  readonly document: PDFDocument;
  readonly regular: PDFFont;
  readonly bold: PDFFont;
  readonly #format: [width: number, height: number];
  readonly #marking: string;
  #page: PDFPage;
  /** Where the next thing goes: all that lies above is filled. */
  y: number;

  private constructor(
    document: PDFDocument,
    fonts: { readonly regular: PDFFont; readonly bold: PDFFont },
    landscape: boolean,
    marking: string,
  ) {
    this.document = document;
    this.regular = fonts.regular;
    this.bold = fonts.bold;
    this.#format = landscape ? [LONG, SHORT] : [SHORT, LONG];
    this.#marking = writable(marking, this.bold);
    this.#page = this.#addPage();
    this.y = this.#format[1] - MARGIN;
  }

  /** @param marking stands at the head of every page: a sheet of paper may be found alone. */
  static async open(landscape: boolean, marking: string): Promise<Pages> {
    const document = await PDFDocument.create({ updateMetadata: false });
    const fonts = { regular: await document.embedFont(REGULAR), bold: await document.embedFont(BOLD) };
    return new Pages(document, fonts, landscape, marking);
  }

  #addPage(): PDFPage {
    const page = this.document.addPage(this.#format);
    const size = fittingSize(this.#marking, this.bold, MARKING_SIZE, this.width);
    const y = this.#format[1] - MARKING_BASELINE;
    page.drawText(this.#marking, { x: MARGIN, y, size, font: this.bold, color: grayscale(0) });
    return page;
  }

  /** Width between the margins. */
  get width(): number {
    return this.#format[0] - 2 * MARGIN;
  }

  /** Goes on at the top of a new page unless that much height is left on this one. @returns whether it did. */
  makeRoom(height: number): boolean {
    if (this.y - height >= MARGIN) return false;
    this.#page = this.#addPage();
    this.y = this.#format[1] - MARGIN;
    return true;
  }

  write({ text, font, size, x, y }: Written): void {
    this.#page.drawText(writable(text, font), { x, y: y - size, size, font, color: grayscale(0) });
  }

  box(box: Box): void {
    this.#page.drawRectangle({ ...box, borderColor: grayscale(0.4), borderWidth: 0.5 });
  }

  /** Over as many lines, and pages, as it needs. */
  paragraph(text: string, font: PDFFont, size: number): void {
    for (const line of wrapText(text, font, size, this.width)) {
      this.makeRoom(size * LEADING);
      this.write({ text: line, font, size, x: MARGIN, y: this.y });
      this.y -= size * LEADING;
    }
    this.y -= size * 0.5;
  }

  /** "Titre – page 1/3" at the foot of each. */
  numberPages(title: string): void {
    const pages = this.document.getPages();
    pages.forEach((page, i) => {
      const text = writable(`${title} – page ${i + 1}/${pages.length}`, this.regular);
      page.drawText(text, { x: MARGIN, y: millimetres(8), size: 7.5, font: this.regular, color: grayscale(0.3) });
    });
  }
}
