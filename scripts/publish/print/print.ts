/** One HTML file -> one PDF, as Chromium prints it. */
import { pathToFileURL } from "node:url";
import type { OpenBrowser } from "../../browser/browser.ts";
import { openPdf, type PdfDocument } from "../pdf/document.ts";
import { FITS, fitPageOne } from "./fit.ts";
import { gatherFacts, type PageFacts, preparePage } from "./page-facts.ts";
import { explainSilence } from "./silence.ts";

export interface Printed {
  readonly pdf: PdfDocument;
  readonly facts: PageFacts;
  /** Addresses asked for while it was loaded and printed, its own left out. */
  readonly requested: readonly string[];
  /** The class with which its first page holds on one: the page as it is kept has it too. */
  readonly fit: string;
}

/** @param file absolute path of the HTML. */
export type Printer = (file: string) => Promise<Printed>;

export const printWith =
  (browser: OpenBrowser): Printer =>
  (file) =>
    printPage(browser, file);

export async function printPage(browser: OpenBrowser, file: string): Promise<Printed> {
  const { page } = browser;
  try {
    // Without scripts the drawings stay vectors, and nothing on the page can change between two builds.
    await page.setJavaScriptEnabled(false);
    await page.emulateMediaType("print");
    const own = pathToFileURL(file).href;
    const before = browser.requested.length;
    await page.goto(own, { waitUntil: "load" });
    await page.evaluate(preparePage);
    const fit = await page.evaluate(fitPageOne, FITS);
    const bytes = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
      waitForFonts: false, // preparePage has waited
      timeout: browser.patienceMs,
    });
    const facts = await page.evaluate(gatherFacts);
    const requested = browser.requested.slice(before).filter((address) => address !== own);
    return { pdf: await openPdf(bytes), facts, requested, fit };
  } catch (error) {
    throw explainSilence(error, browser.patienceMs);
  }
}
