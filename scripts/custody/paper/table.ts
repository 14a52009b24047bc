/** A table and a row of boxes to sign on the pages of a form. */
import { LEADING, MARGIN, type Pages } from "./pages.ts";
import { millimetres, type PDFFont } from "./pdf.ts";
import { wrapText } from "./wrap.ts";

/** `share`: part of the width, in any unit. */
export interface Column {
  readonly label: string;
  readonly share: number;
}

const SIZE = 8;
const HEADING_SIZE = 11;
const HEADING_HEIGHT = 3 * HEADING_SIZE;
const PADDING = 4;
/** A row is high enough to be signed. */
const MIN_ROW = millimetres(11);
const BOX_HEIGHT = millimetres(32);
const BOX_GAP = 6;

/** A row whose texts are wrapped to the widths of the columns. */
interface Row {
  readonly cells: readonly (readonly string[])[];
  readonly height: number;
  readonly font: PDFFont;
}

/** The head is repeated on each page, no row is cut; the heading, where there is one, stands with the first row. */
export function drawTable(
  pages: Pages,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  heading?: string,
): void {
  const total = columns.reduce((sum, column) => sum + column.share, 0);
  const widths = columns.map((column) => (pages.width * column.share) / total);
  const row = (texts: readonly string[], font: PDFFont, leastHeight: number): Row => {
    const cells = texts.map((text, i) => wrapText(text, font, SIZE, (widths[i] ?? 0) - 2 * PADDING));
    const mostLines = Math.max(...cells.map((lines) => lines.length));
    return { cells, font, height: Math.max(leastHeight, mostLines * SIZE * LEADING + 2 * PADDING) };
  };
  const labels = columns.map((column) => column.label);
  const head = row(labels, pages.bold, 0);
  const body = rows.map((texts) => row(texts, pages.regular, MIN_ROW));
  pages.makeRoom((heading === undefined ? 0 : HEADING_HEIGHT) + head.height + (body[0]?.height ?? 0));
  if (heading !== undefined) pages.paragraph(heading, pages.bold, HEADING_SIZE);
  drawRow(pages, head, widths);
  for (const each of body) {
    if (pages.makeRoom(each.height)) drawRow(pages, head, widths);
    drawRow(pages, each, widths);
  }
}

function drawRow(pages: Pages, { cells, height, font }: Row, widths: readonly number[]): void {
  let x = MARGIN;
  cells.forEach((lines, i) => {
    const width = widths[i] ?? 0;
    pages.box({ x, y: pages.y - height, width, height });
    drawLines(pages, lines, font, x);
    x += width;
  });
  pages.y -= height;
}

/** Texts of one cell, or of a box to sign, from its upper left corner. */
function drawLines(pages: Pages, lines: readonly string[], font: PDFFont, x: number): void {
  lines.forEach((text, i) => {
    pages.write({ text, font, size: SIZE, x: x + PADDING, y: pages.y - PADDING - i * SIZE * LEADING });
  });
}

/** Boxes to date and sign, side by side, each with its label. */
export function drawSignatures(pages: Pages, labels: readonly string[]): void {
  if (labels.length === 0) return;
  pages.makeRoom(BOX_HEIGHT);
  const step = (pages.width + BOX_GAP) / labels.length;
  const width = step - BOX_GAP;
  labels.forEach((label, i) => {
    const x = MARGIN + i * step;
    pages.box({ x, y: pages.y - BOX_HEIGHT, width, height: BOX_HEIGHT });
    drawLines(pages, wrapText(label, pages.regular, SIZE, width - 2 * PADDING), pages.regular, x);
  });
}
