/** Sheets to a PDF of A4 pages, as a business program prints a report: the only file of the demo that uses pdf-lib. */
import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from "@cantoo/pdf-lib";
import type { Cell } from "../../../scripts/model/grid.ts";
import type { Block, Sheet } from "./sheet.ts";

export interface PdfOptions {
  /** Rules around the cells, or none. */
  readonly ruled: boolean;
  /** Repeats the head when a table goes on, on the next page. */
  readonly repeatHead: boolean;
  /** Widest column of labels, in points: longer labels are wrapped. */
  readonly labelWidth: number;
}
export const PRINTED_REPORT: PdfOptions = { ruled: true, repeatHead: true, labelWidth: 230 };

const A4 = { width: 595, height: 842 };
const MARGIN = 40;
const SIZE = 9;
const LEADING = 11;
const PADDING = 3;
/** Given for every rule: pdf-lib fills a rectangle that is given no colour at all. */
const BLACK = rgb(0, 0, 0);

/** The standard fonts have no narrow no-break space. */
const printable = (text: string): string => text.replaceAll("\u202f", "\u00a0");

function wrap(text: string, font: PDFFont, width: number): string[] {
  const lines: string[] = [];
  let current = "";
  if (text.includes("\n")) return text.split("\n").flatMap((part) => wrap(part, font, width));
  for (const word of printable(text).trim().split(" ")) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (current !== "" && font.widthOfTextAtSize(longer, SIZE) > width) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  return [...lines, current];
}

const isNumeric = (text: string): boolean => /^[+-]?[\d \u00a0\u202f,.]+( ?%)?$/.test(text);

/**
 * Widths of the columns in points: the widest text that stands in one column only, bounded. A word longer than the bound has its room, but
 * for the labels.
 */
function columnWidths(rows: readonly (readonly Cell[])[], font: PDFFont, labelWidth: number): number[] {
  const widthOf = (text: string): number => font.widthOfTextAtSize(text, SIZE) + 2 * PADDING;
  return (rows[0] ?? []).map((_, c) => {
    const texts = rows
      .map((row) => row[c] ?? { text: "" })
      .filter((cell) => (cell.colSpan ?? 1) === 1)
      .map((cell) => printable(cell.text));
    const words = texts.flatMap((text) => text.split(/[ \n]/));
    const most = c === 0 ? labelWidth : Math.max(110, ...words.map(widthOf));
    return Math.min(most, Math.max(34, ...texts.map(widthOf)));
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Bytes of the document; the same bytes for the same sheets (its dates are fixed). */
export async function writePdf(sheets: readonly Sheet[], options: PdfOptions = PRINTED_REPORT): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.setTitle(sheets[0]?.name ?? "");
  pdf.setCreationDate(new Date(0));
  pdf.setModificationDate(new Date(0));
  const font = await pdf.embedFont(StandardFonts.Helvetica);

  let page: PDFPage | undefined;
  let size = A4;
  let y = 0;
  const newPage = (): PDFPage => {
    page = pdf.addPage([size.width, size.height]);
    y = size.height - MARGIN;
    return page;
  };
  const room = (height: number): PDFPage => (page === undefined || y - height < MARGIN ? newPage() : page);

  /** Blank before the text of a cell, in points. */
  const indentOf = ({ text }: Cell): number => (/^ */.exec(text)?.[0].length ?? 0) * 3;
  /** Its lines in a column of that width. */
  const linesOf = (cell: Cell, width: number): readonly string[] =>
    wrap(cell.text, font, width - 2 * PADDING - indentOf(cell));

  const drawRow = (row: readonly Cell[], widths: readonly number[], heights: readonly number[], r: number): void => {
    const target = room(heights[r] ?? 0);
    row.forEach((cell, c) => {
      if (cell.covered) return;
      const x = MARGIN + sum(widths.slice(0, c));
      const width = sum(widths.slice(c, c + (cell.colSpan ?? 1)));
      const height = sum(heights.slice(r, r + (cell.rowSpan ?? 1)));
      if (options.ruled)
        target.drawRectangle({ x, y: y - height, width, height, borderWidth: 0.5, borderColor: BLACK });
      const lines = linesOf(cell, width);
      lines.forEach((text, i) => {
        const textWidth = font.widthOfTextAtSize(text, SIZE);
        const left = x + PADDING + indentOf(cell);
        const right = x + width - PADDING - textWidth;
        const at = isNumeric(cell.text) ? right : (cell.colSpan ?? 1) > 1 ? x + (width - textWidth) / 2 : left;
        // A wrapped label takes two lines; the figures of its row stand half-way between them.
        const top = y - height / 2 + (lines.length * LEADING) / 2;
        target.drawText(text, { x: at, y: top - (i + 1) * LEADING + 3, size: SIZE, font });
      });
    });
    y -= heights[r] ?? 0;
  };

  const drawTable = (block: Extract<Block, { kind: "table" }>): void => {
    const widths = columnWidths(block.rows, font, options.labelWidth);
    const heightOf = (row: readonly Cell[]): number => {
      const lines = row.map((cell, c) => {
        const width = sum(widths.slice(c, c + (cell.colSpan ?? 1)));
        return cell.covered ? 1 : linesOf(cell, width).length;
      });
      return Math.max(1, ...lines) * LEADING + 2 * PADDING;
    };
    const heights = block.rows.map(heightOf);
    block.rows.forEach((row, r) => {
      const continued = page !== undefined && r >= block.head && y - (heights[r] ?? 0) < MARGIN;
      if (continued) {
        newPage();
        if (options.repeatHead)
          block.rows.slice(0, block.head).forEach((head, h) => void drawRow(head, widths, heights, h));
      }
      drawRow(row, widths, heights, r);
    });
  };

  for (const sheet of sheets) {
    const widest = Math.max(
      0,
      ...sheet.blocks.map((b) => (b.kind === "table" ? sum(columnWidths(b.rows, font, options.labelWidth)) : 0)),
    );
    // Portrait, landscape, or a page as wide as it takes
    const landscape = { width: Math.max(A4.height, widest + 2 * MARGIN), height: A4.width };
    size = widest > A4.width - 2 * MARGIN ? landscape : A4;
    newPage();
    for (const block of sheet.blocks) {
      if (block.kind === "table") drawTable(block);
      else if (block.kind === "blank") y -= LEADING;
      else
        for (const text of wrap(block.text, font, size.width - 2 * MARGIN)) {
          room(LEADING).drawText(text, { x: MARGIN, y: y - LEADING + 3, size: SIZE, font });
          y -= LEADING + 2;
        }
    }
  }
  return pdf.save({ useObjectStreams: false });
}
