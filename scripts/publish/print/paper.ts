/** A paper to sign -> its PDF, by a browser that is started for it. */
import { explainSilence } from "./print.ts";

/** What the commands that make papers work with. */
export interface PaperTools {
  readonly printPaper: typeof printPaper;
}

/** @param browser path of the one to use, from the settings; null: the one that is found. @throws UserError when none starts. */
export async function printPaper(html: string, browser: string | null): Promise<Uint8Array> {
  const { launchBrowser } = await import("../../browser/browser.ts"); // its library is slow to load
  const { page, patienceMs, close } = await launchBrowser(browser);
  try {
    await page.setJavaScriptEnabled(false);
    await page.setContent(html);
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, timeout: patienceMs });
  } catch (error) {
    throw explainSilence(error, patienceMs);
  } finally {
    await close();
  }
}
