/** Papers to sign: the annex of the entitled persons, the distribution sheet, the elimination list. Data to A4 pages. */
import { BOLD, grayscale, millimetres, PDFDocument, type PDFFont, type PDFPage, REGULAR, writable } from "./pdf.ts";

export interface Form {
  readonly title: string;
  readonly subtitle: string;
  /** Printed at the head of each page. */
  readonly marking: string;
  readonly landscape: boolean;
  readonly before: readonly string[];
  /** `share`: part of the width, in any unit. Empty cells are left to be filled in by hand. */
  readonly columns: readonly { readonly label: string; readonly share: number }[];
  readonly rows: readonly (readonly string[])[];
  readonly after: readonly string[];
  /** Boxes to date and sign, side by side. */
  readonly signatures: readonly string[];
  /** "2026-04-09" */
  readonly date: string;
}

const MARGIN = millimetres(16);
const SIZE = 9.5;
const SMALL = 8;
const LEADING = 1.35;
const PADDING = 4;
const GAP = 6;
/** A row is high enough to be signed. */
const MIN_ROW = millimetres(11);

/** Wraps at spaces; a word wider than the line is cut. */
export function wrapText(text: string, font: PDFFont, size: number, width: number): readonly string[] {
  const fits = (candidate: string): boolean => font.widthOfTextAtSize(candidate, size) <= width;
  const lines: string[] = [];
  let line = "";
  for (const word of writable(text, font).split(/ +/)) {
    let rest = word;
    if (line !== "" && !fits(`${line} ${rest}`)) {
      lines.push(line);
      line = "";
    }
    while (!fits(rest) && rest.length > 1) {
      let cut = rest.length - 1;
      while (cut > 1 && !fits(rest.slice(0, cut))) cut--;
      lines.push(rest.slice(0, cut));
      rest = rest.slice(cut);
    }
    line = line === "" ? rest : `${line} ${rest}`;
  }
  return [...lines, line];
}

/** Pages of the form, with its marking, title and "page x/y"; table heads are repeated, no row is cut. */
export async function drawForm(form: Form): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const regular = await document.embedFont(REGULAR);
  const bold = await document.embedFont(BOLD);
  const long = millimetres(297);
  const short = millimetres(210);
  const [width, height] = form.landscape ? [long, short] : [short, long];
  const inner = width - 2 * MARGIN;
  let page: PDFPage = document.addPage([width, height]);
  let y = height - MARGIN;

  const newPage = (): void => {
    page = document.addPage([width, height]);
    y = height - MARGIN;
  };
  const room = (needed: number): boolean => y - needed >= MARGIN;
  const write = (text: string, font: PDFFont, size: number, x = MARGIN, at = y): void => {
    page.drawText(writable(text, font), { x, y: at - size, size, font, color: grayscale(0) });
  };
  const paragraph = (text: string, font: PDFFont, size: number): void => {
    for (const line of wrapText(text, font, size, inner)) {
      if (!room(size * LEADING)) newPage();
      write(line, font, size);
      y -= size * LEADING;
    }
    y -= size * 0.5;
  };

  const total = form.columns.reduce((sum, column) => sum + column.share, 0);
  const widths = form.columns.map((column) => (inner * column.share) / total);
  const tableRow = (cells: readonly string[], font: PDFFont, least: number): { height: number; draw: () => void } => {
    const wrapped = cells.map((cell, i) => wrapText(cell, font, SMALL, (widths[i] ?? 0) - 2 * PADDING));
    const rowHeight = Math.max(
      least,
      Math.max(...wrapped.map((lines) => lines.length)) * SMALL * LEADING + 2 * PADDING,
    );
    const draw = (): void => {
      let x = MARGIN;
      wrapped.forEach((lines, i) => {
        const cellWidth = widths[i] ?? 0;
        page.drawRectangle({
          x,
          y: y - rowHeight,
          width: cellWidth,
          height: rowHeight,
          borderColor: grayscale(0.4),
          borderWidth: 0.5,
        });
        lines.forEach((line, k) => {
          write(line, font, SMALL, x + PADDING, y - PADDING - k * SMALL * LEADING);
        });
        x += cellWidth;
      });
      y -= rowHeight;
    };
    return { height: rowHeight, draw };
  };

  paragraph(form.marking, bold, SMALL);
  paragraph(form.title, bold, 15);
  paragraph(form.subtitle, regular, 11);
  y -= 6;
  for (const text of form.before) paragraph(text, regular, SIZE);
  y -= 4;
  const labels = form.columns.map((column) => column.label);
  const head = tableRow(labels, bold, 0);
  const rows = form.rows.map((cells) => tableRow(cells, regular, MIN_ROW));
  if (!room(head.height + (rows[0]?.height ?? 0))) newPage();
  head.draw();
  for (const row of rows) {
    if (!room(row.height)) {
      newPage();
      head.draw();
    }
    row.draw();
  }
  y -= 12;
  for (const text of form.after) paragraph(text, regular, SIZE);
  const boxHeight = millimetres(32);
  if (form.signatures.length > 0 && !room(boxHeight)) newPage();
  const boxWidth = (inner + GAP) / Math.max(form.signatures.length, 1);
  form.signatures.forEach((label, i) => {
    const x = MARGIN + i * boxWidth;
    page.drawRectangle({
      x,
      y: y - boxHeight,
      width: boxWidth - GAP,
      height: boxHeight,
      borderColor: grayscale(0.4),
      borderWidth: 0.5,
    });
    wrapText(label, regular, SMALL, boxWidth - GAP - 2 * PADDING).forEach((line, k) => {
      write(line, regular, SMALL, x + PADDING, y - PADDING - k * SMALL * LEADING);
    });
  });

  const pages = document.getPages();
  pages.forEach((each, i) => {
    const text = writable(`${form.title} – page ${i + 1}/${pages.length}`, regular);
    each.drawText(text, { x: MARGIN, y: millimetres(8), size: 7.5, font: regular, color: grayscale(0.3) });
  });
  const day = new Date(`${form.date}T00:00:00Z`);
  document.setTitle(form.title, { showInWindowTitleBar: true });
  document.setLanguage("fr-FR");
  document.setCreationDate(day);
  document.setModificationDate(day);
  return document.save();
}
