/** A large bulletin, published whole; at night sixty lines and more, forty quarters. Its proofs pass, or nothing is written. */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenBrowser } from "../../scripts/browser/browser.ts";
import type { PdfDocument } from "../../scripts/publish/pdf/document.ts";
import { printPage } from "../../scripts/publish/print/print.ts";
import { findFaults } from "../../scripts/publish/proofs/index.ts";
import { browserHere } from "../browser-here.ts";
import { NIGHTLY } from "../draws.ts";
import { sampleEdition } from "./sample.ts";
import { renderSite, writeSite } from "./site.ts";

/** As long as one may be, at night. */
const LINES = NIGHTLY ? 57 : 25;
const edition = sampleEdition({ quarters: NIGHTLY ? 40 : 20, lines: LINES });
const { id } = edition.bulletin;
let folder: string;
let browser: OpenBrowser;
let printed: Awaited<ReturnType<typeof printPage>>;
let html: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "bulletin-large-"));
  const pages = await renderSite([edition]);
  html = pages.get(`${id}/bulletin.html`) ?? "";
  writeSite(folder, pages);
  browser = await browserHere();
  printed = await printPage(browser, join(folder, id, "bulletin.html"));
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

test("no row, no cell, no chart is lost: every proof passes", () => {
  expect(
    edition.bulletin.sections.flatMap((s) => s.blocks).flatMap((b) => (b.kind === "table" ? b.table.rows : [])).length,
  ).toBeGreaterThan(LINES);
  expect(findFaults({ html, ...printed })).toEqual([]);
});

test("it holds in thirty pages, none of them empty, and in 2 MB on paper as on screen", async () => {
  const { pdf } = printed;
  expect(pdf.pages.length).toBeLessThanOrEqual(30);
  expect(emptyPages(pdf)).toEqual([]);
  const bytes = await pdf.finish({
    title: "t",
    author: "a",
    subject: "s",
    day: "2026-04-08",
    fingerprint: "0".repeat(64),
    program: "p",
  });
  expect(bytes.length).toBeLessThan(2_000_000);
  expect(statSync(join(folder, id, "bulletin.html")).size).toBeLessThan(2_000_000);
});

/** Numbers of the pages that hold no more than their margins. */
const emptyPages = (pdf: PdfDocument): readonly number[] =>
  pdf.pages.flatMap(({ tagged }, index) => ([...tagged.values()].join("").trim() === "" ? [index + 1] : []));

test("no table is wider than the paper: the browser would print the whole document smaller", async () => {
  const { page } = browser;
  // 178 mm between the margins, in pixels of 1/96 inch
  await page.setViewport({ width: Math.floor((178 / 25.4) * 96), height: 1000 });
  await page.emulateMediaType("print");
  const wide = await page.$$eval(
    "table, .multiples, .legend",
    (elements, width) =>
      elements.filter((e) => e.getBoundingClientRect().right > width + 1).map((e) => e.id || e.className),
    Math.floor((178 / 25.4) * 96),
  );
  await page.emulateMediaType("screen");
  expect(wide).toEqual([]);
});
