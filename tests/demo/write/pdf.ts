/**
 * Sheets to PDF as several programs draw a table: where texts stand in their cells, how they are cut into drawing orders, which lines are
 * drawn. The only file of the demo that uses pdf-lib.
 */
import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from "@cantoo/pdf-lib";
import type { Cell } from "../../../scripts/model/grid.ts";
import type { Block, Sheet } from "./sheet.ts";

export interface Producer {
  /** Around every cell, under every row, under the head and at the ends only, or none. */
  readonly lines: "grid" | "rows" | "booktabs" | "none";
  readonly figures: "left" | "centre" | "right";
  readonly headings: "left" | "centre" | "right";
  /** Of texts in cells higher than they are: merged cells, rows with a wrapped label. */
  readonly vertical: "top" | "middle" | "bottom";
  /** One drawing order a line of text, a word, or a glyph. */
  readonly orders: "line" | "word" | "glyph";
  readonly labelWidth: number;
  readonly columnWidth: number;
  readonly padding: number;
  readonly size: number;
  readonly leading: number;
  /** The head of a table that goes on is printed again on the next page. */
  readonly repeatHead: boolean;
}

/** As a business program prints a report. */
export const PRINTED_REPORT: Producer = {
  lines: "grid",
  figures: "right",
  headings: "centre",
  vertical: "middle",
  orders: "line",
  labelWidth: 230,
  columnWidth: 110,
  padding: 3,
  size: 9,
  leading: 11,
  repeatHead: true,
};

const MARGIN = 40;
/** A rectangle without any colour would be filled. */
const BLACK = rgb(0, 0, 0);
const isFigure = (text: string): boolean => /^[+-]?\d[\d \u00a0.,]*( ?%)?$/.test(text) || /^(nd|s|-|\/)$/.test(text);
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const printable = (text: string): string => text.replaceAll("\u202f", "\u00a0");

class Pen {
  readonly producer: Producer;
  readonly font: PDFFont;
  readonly pages: () => PDFPage;
  page: PDFPage;
  y: number;

  constructor(producer: Producer, font: PDFFont, pages: () => PDFPage) {
    this.producer = producer;
    this.font = font;
    this.pages = pages;
    this.page = pages();
    this.y = this.page.getHeight() - MARGIN;
  }

  /** @returns whether a page was begun for it. */
  room(height: number): boolean {
    if (this.y - height >= MARGIN) return false;
    this.page = this.pages();
    this.y = this.page.getHeight() - MARGIN;
    return true;
  }

  width(text: string): number {
    // Glyph by glyph: pdf-lib measures with kerning and draws without.
    return sum([...printable(text)].map((glyph) => this.font.widthOfTextAtSize(glyph, this.producer.size)));
  }

  write(text: string, x: number, y: number): void {
    const { size, orders } = this.producer;
    const pieces = orders === "line" ? [text] : orders === "word" ? text.split(/(?<= )/) : [...text];
    let at = x;
    for (const piece of pieces) {
      if (piece.trim() !== "") this.page.drawText(printable(piece), { x: at, y, size, font: this.font });
      at += this.width(piece);
    }
  }

  wrap(text: string, width: number): string[] {
    const lines: string[] = [];
    for (const part of printable(text).split("\n")) {
      let current = "";
      for (const word of part.trim().split(" ")) {
        const longer = current === "" ? word : `${current} ${word}`;
        if (current !== "" && this.width(longer) > width) {
          lines.push(current);
          current = word;
        } else current = longer;
      }
      lines.push(current);
    }
    return lines;
  }
}

/** Every word fits in its cell, merged cells included. */
function widthsOf(rows: readonly (readonly Cell[])[], pen: Pen): readonly number[] {
  const { labelWidth, columnWidth, padding } = pen.producer;
  const widestWord = (text: string): number => Math.max(0, ...text.split(/\s/).map((word) => pen.width(word)));
  const widths = (rows[0] ?? []).map((_, c) => {
    const cells = rows
      .flatMap((row) => row.slice(c, c + 1))
      .filter((cell) => (cell.colSpan ?? 1) === 1 && !cell.covered);
    const word = Math.max(0, ...cells.map((cell) => widestWord(cell.text)));
    const whole = Math.max(0, ...cells.map((cell) => pen.width(cell.text)));
    return Math.max(Math.min(c === 0 ? labelWidth : columnWidth, whole + 2 * padding), word + 2 * padding, 24);
  });
  for (const row of rows)
    for (const [c, cell] of row.entries()) {
      const end = c + (cell.colSpan ?? 1);
      const lacking = widestWord(cell.text) + 2 * padding - sum(widths.slice(c, end));
      if (!cell.covered && lacking > 0) widths[end - 1] = (widths[end - 1] ?? 0) + lacking;
    }
  return widths;
}

/** Blank before the text of a cell, in points. */
const indentOf = ({ text }: Cell): number => (/^ */.exec(text)?.[0].length ?? 0) * 3;

function drawTable({ rows, head }: Extract<Block, { kind: "table" }>, pen: Pen): void {
  const { lines, padding, leading, size, repeatHead } = pen.producer;
  const widths = widthsOf(rows, pen);
  const xOf = (c: number): number => MARGIN + sum(widths.slice(0, c));
  const linesOf = (cell: Cell, c: number): string[] =>
    pen.wrap(cell.text, sum(widths.slice(c, c + (cell.colSpan ?? 1))) - 2 * padding - indentOf(cell));
  const heights = rows.map(
    (row) =>
      Math.max(1, ...row.map((cell, c) => (cell.covered || (cell.rowSpan ?? 1) > 1 ? 1 : linesOf(cell, c).length))) *
        leading +
      2 * padding,
  );
  for (const [r, row] of rows.entries())
    for (const [c, cell] of row.entries()) {
      const end = r + (cell.rowSpan ?? 1);
      const lacking = linesOf(cell, c).length * leading + 2 * padding - sum(heights.slice(r, end));
      if (!cell.covered && lacking > 0) heights[end - 1] = (heights[end - 1] ?? 0) + lacking;
    }
  const drawRow = (row: readonly Cell[], r: number): void => {
    const rule = (y: number): void =>
      pen.page.drawLine({ start: { x: xOf(0), y }, end: { x: xOf(widths.length), y }, thickness: 0.5 });
    if (lines === "rows" || (lines === "booktabs" && (r === 0 || r === head))) rule(pen.y);
    for (const [c, cell] of row.entries()) {
      if (cell.covered) continue;
      const width = sum(widths.slice(c, c + (cell.colSpan ?? 1)));
      const height = sum(heights.slice(r, r + (cell.rowSpan ?? 1)));
      if (lines === "grid")
        pen.page.drawRectangle({ x: xOf(c), y: pen.y - height, width, height, borderWidth: 0.5, borderColor: BLACK });
      const texts = linesOf(cell, c);
      const spare = height - 2 * padding - texts.length * leading;
      const top = pen.y - padding - { top: 0, middle: spare / 2, bottom: spare }[pen.producer.vertical];
      const side = r < head ? pen.producer.headings : isFigure(cell.text) ? pen.producer.figures : "left";
      for (const [i, text] of texts.entries()) {
        const room = width - 2 * padding - indentOf(cell) - pen.width(text);
        pen.write(
          text,
          xOf(c) + padding + indentOf(cell) + { left: 0, centre: room / 2, right: room }[c === 0 ? "left" : side],
          top - i * leading - size,
        );
      }
    }
    pen.y -= heights[r] ?? 0;
    if (r === rows.length - 1 && (lines === "rows" || lines === "booktabs")) rule(pen.y);
  };
  for (const [r, row] of rows.entries()) {
    if (pen.room(heights[r] ?? 0) && repeatHead && r >= head) rows.slice(0, head).forEach(drawRow);
    drawRow(row, r);
  }
}

/** Bytes of the document; the same bytes for the same sheets (its dates are fixed). */
export async function writePdf(sheets: readonly Sheet[], producer = PRINTED_REPORT): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.setTitle(sheets[0]?.name ?? "");
  pdf.setCreationDate(new Date(0));
  pdf.setModificationDate(new Date(0));
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const sheet of sheets) {
    const probe = new Pen(producer, font, () => pdf.addPage([595, 842]));
    const widest = Math.max(0, ...sheet.blocks.map((b) => (b.kind === "table" ? sum(widthsOf(b.rows, probe)) : 0)));
    pdf.removePage(pdf.getPageCount() - 1);
    const page: [number, number] = widest > 595 - 2 * MARGIN ? [Math.max(842, widest + 2 * MARGIN), 595] : [595, 842];
    const pen = new Pen(producer, font, () => pdf.addPage(page));
    for (const block of sheet.blocks) {
      if (block.kind === "table") drawTable(block, pen);
      else if (block.kind === "blank") pen.y -= producer.leading;
      else
        for (const text of pen.wrap(block.text, page[0] - 2 * MARGIN)) {
          pen.room(producer.leading);
          pen.write(text, MARGIN, pen.y - producer.leading + 3);
          pen.y -= producer.leading + 2;
        }
    }
  }
  return pdf.save({ useObjectStreams: false });
}
