/**
 * The tests have a private folder of their own, which goes with them: what a run that was killed leaves in the account's is told to the
 * next one, as a copy of its register. The browser is the account's, unpacked once.
 */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { shippedChromium } from "../scripts/browser/shipped-chromium.ts";
import { privateFolder } from "../scripts/disk/private-folder.ts";

export async function setup(): Promise<void> {
  if (process.platform !== "linux") return;
  const browser = await shippedChromium(() => {});
  const cache = mkdtempSync(join(tmpdir(), "bulletin-prive-"));
  const folder = join(cache, basename(privateFolder()));
  mkdirSync(folder, { mode: 0o700 });
  if (browser) symlinkSync(dirname(browser.path), join(folder, basename(dirname(browser.path))));
  process.env.XDG_CACHE_HOME = cache;
  process.once("exit", () => rmSync(cache, { recursive: true, force: true })); // after the browsers, which write there to their end
}
