/** A paper to sign -> its PDF, by a browser that is started for it. */

/** What the commands that make papers work with. */
export interface PaperTools {
  readonly printPaper: typeof printPaper;
}

/** @param browser path of the one to use, from the settings; null: the one that is found. @throws UserError when none starts. */
export async function printPaper(html: string, browser: string | null): Promise<Uint8Array> {
  // both load the browser's library, which is slow: no command waits for it before it has a paper to make
  const { launchBrowser } = await import("../../browser/browser.ts");
  const { explainSilence } = await import("./silence.ts");
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
