/** A paper to sign -> its PDF, by a browser that is started for it. */
import { silenceOf } from "../../browser/browser.ts";
import { formatNumber } from "../../model/format.ts";
import { UserError } from "../../model/issue.ts";

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

/** @returns a UserError in place of one that says so; any other as it is. */
export function explainSilence(error: unknown, patienceMs: number): unknown {
  const silence = silenceOf(error);
  if (silence === undefined) return error;
  return new UserError(
    silence === "silent"
      ? `Le navigateur n’a pas fini d’imprimer le bulletin après ${formatNumber(patienceMs / 60_000)} min : il a été arrêté.`
      : "Le navigateur s’est arrêté en imprimant le bulletin : la mémoire lui a manqué, ou un autre programme l’a fermé.",
    "Fermez les autres programmes et relancez la commande. Si cela recommence, indiquez un autre navigateur par la ligne « navigateur » de data/convention.yaml.",
  );
}
