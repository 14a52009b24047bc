/** One HTML file -> one PDF, as Chromium prints it, with page numbers in its table of contents. */
import { pathToFileURL } from "node:url";
import type { OpenBrowser } from "../../browser/browser.ts";
import { openPdf, type PdfDocument } from "../pdf/document.ts";
import { fillContents, gatherFacts, type PageFacts, preparePage } from "./page-facts.ts";
import { explainSilence } from "./silence.ts";

/** Up to this many pages a table of contents is left out. */
const SHORT = 6;

/** Number of pages, and the page of each section: kept with the bulletin, they spare its next edition a second printing. */
export interface Layout {
  readonly pages: number;
  readonly sections: Readonly<Record<string, number>>;
}

export interface Printed {
  readonly pdf: PdfDocument;
  readonly facts: PageFacts;
  /** Addresses asked for while it was loaded and printed, its own left out. */
  readonly requested: readonly string[];
  readonly layout: Layout;
  /** How many times the page was printed until its table of contents was right. */
  readonly passes: number;
}

/**
 * @param file absolute path of the HTML.
 * @param guess where the sections fell last time, if ever: when it still holds, one printing is enough.
 */
export type Printer = (file: string, guess?: Layout) => Promise<Printed>;

export const printWith =
  (browser: OpenBrowser): Printer =>
  (file, guess) =>
    printPage(browser, file, guess);

/** Pages and sections as they came out. */
function layoutOf(pdf: PdfDocument, contents: readonly string[]): Layout {
  const sections: Record<string, number> = {};
  for (const id of contents) {
    const page = pdf.destinations.get(id);
    if (page !== undefined) sections[id] = page;
  }
  return { pages: pdf.pages.length, sections };
}

/** Do both print the same table of contents? */
const sameContents = (a: Layout, b: Layout): boolean =>
  a.pages > SHORT === b.pages > SHORT &&
  (a.pages <= SHORT || JSON.stringify(a.sections) === JSON.stringify(b.sections));

/** Prints, reads where the sections fell, writes that into the table of contents and prints again until both agree: see Printer. */
export async function printPage(browser: OpenBrowser, file: string, guess?: Layout): Promise<Printed> {
  try {
    return await printUntilRight(browser, file, guess);
  } catch (error) {
    throw explainSilence(error, browser.patienceMs);
  }
}

async function printUntilRight(browser: OpenBrowser, file: string, guess?: Layout): Promise<Printed> {
  const { page } = browser;
  // Without scripts the drawings stay vectors, and nothing on the page can change between two builds.
  await page.setJavaScriptEnabled(false);
  await page.emulateMediaType("print");
  const own = pathToFileURL(file).href;
  const before = browser.requested.length;
  await page.goto(own, { waitUntil: "load" });
  const contents = await page.evaluate(preparePage);
  let expected: Layout = guess ?? { pages: SHORT + 1, sections: {} };
  let isShortTried = false;
  for (let passes = 1; passes <= 5; passes += 1) {
    await page.evaluate(fillContents, { ...expected.sections }, expected.pages <= SHORT);
    const bytes = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
      waitForFonts: false, // preparePage has waited
      timeout: browser.patienceMs,
    });
    const facts = await page.evaluate(gatherFacts);
    const pdf = openPdf(bytes);
    const layout = layoutOf(pdf, contents);
    isShortTried ||= expected.pages <= SHORT;
    // The table of contents may itself be what makes the seventh page.
    const mayBeShort = layout.pages === SHORT + 1 && !isShortTried && contents.length > 0;
    if (!mayBeShort && (contents.length === 0 || sameContents(expected, layout))) {
      const requested = browser.requested.slice(before).filter((address) => address !== own);
      return { pdf, facts, requested, layout, passes };
    }
    expected = mayBeShort ? { ...layout, pages: SHORT } : layout;
  }
  throw new Error(`${file}: the table of contents moves the sections that it numbers, printing after printing`);
}
