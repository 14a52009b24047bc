/** One browser for all the pages that this process reads: started for the first, closed with the process. */
import type { OpenBrowser } from "./browser.ts";

let shared: Promise<OpenBrowser> | undefined;

/** @param named path of the one to use, from the settings. @throws {UserError} when none starts. */
export const sharedBrowser = (named: string | null): Promise<OpenBrowser> => {
  // its library is slow to load, and most deliveries hold no page
  shared ??= import("./browser.ts").then(({ launchBrowser }) => launchBrowser(named));
  return shared;
};

/** Also one that does not answer any more: the next page has another. */
export async function closeSharedBrowser(): Promise<void> {
  const open = shared;
  shared = undefined;
  await (await open?.catch(() => undefined))?.close();
}
