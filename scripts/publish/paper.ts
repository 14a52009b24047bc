/** A paper to sign -> its PDF, by a browser that is started for it. */

import type { PaperToSign } from "../model/document/paper-to-sign.ts";

/** What the commands that make papers work with. */
export interface PaperTools {
  readonly printPaper: typeof printPaper;
}

/** @param browser path of the one to use, from the settings; null: the one that is found. @throws UserError when none starts. */
export async function printPaper(paper: PaperToSign, browser: string | null): Promise<Uint8Array> {
  // slow to load: no command waits for them before it has a paper to make
  const { renderPart } = await import("./parts.ts");
  const { launchBrowser } = await import("../browser/browser.ts");
  const { explainSilence } = await import("./print/silence.ts");
  const { page, patienceMs, close } = await launchBrowser(browser);
  try {
    await page.setJavaScriptEnabled(false);
    await page.setContent(renderPart("paper/to-sign.njk", { paper }));
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, timeout: patienceMs });
  } catch (error) {
    throw explainSilence(error, patienceMs);
  } finally {
    await close();
  }
}
