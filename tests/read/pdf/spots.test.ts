/** Where each cell stands on its page: there, the engine that drew it finds its text and no other. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openPdf, startPdfium } from "../../../scripts/read/pdf/drawn/pdfium.ts";
import { readPdf } from "../../../scripts/read/pdf/pdf.ts";
import { source } from "../source.ts";

const letters = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, "");

test.each([
  "tests/fixtures/read/documents/unruled-browser.pdf",
  "tests/fixtures/read/documents/two-header-rows.pdf",
  "tests/fixtures/read/documents/three-header-rows-two-pages.pdf",
  "tests/fixtures/ist-pdf-families/data/2026-T2/I.S.T T2.pdf",
])("%s", async (path) => {
  const bytes = readFileSync(path);
  const { value } = await readPdf(source(path, bytes));
  const engine = await startPdfium();
  const { pdf, close } = openPdf(engine, bytes);
  const out = engine.pdfium.wasmExports.malloc(2000);
  const textAt = (number: number, x0: number, y0: number, x1: number, y1: number): string => {
    const page = engine.FPDF_LoadPage(pdf, number - 1);
    const text = engine.FPDFText_LoadPage(page);
    const height = engine.FPDF_GetPageHeightF(page);
    const count = engine.FPDFText_GetBoundedText(text, x0, height - y0, x1, height - y1, out, 1000);
    engine.FPDFText_ClosePage(text);
    engine.FPDF_ClosePage(page);
    return Buffer.from(engine.pdfium.HEAPU8.slice(out, out + 2 * count))
      .toString("utf16le")
      .replace(/\0.*$/s, "");
  };
  const cells = value.flatMap(({ rows }) => rows.flat()).filter(({ text }) => text !== "");
  const wrong = cells.flatMap(({ text, at }) => {
    const there = at ? textAt(at.page, at.x0, at.y0, at.x1, at.y1) : "nowhere";
    return letters(there) === letters(text) ? [] : [`${text} | ${there}`];
  });
  close();
  expect(cells.length).toBeGreaterThan(10);
  expect(wrong).toEqual([]);
});
