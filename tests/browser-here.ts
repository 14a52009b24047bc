/** One browser for all the test files of a process, which is slow to start; each has a page of its own in it, without what another set. */
import { launchBrowser, type OpenBrowser } from "../scripts/browser/browser.ts";

const started = new Map<boolean, Promise<OpenBrowser>>();

/** @param options `forScreen`: pictures of a screen are asked of it; otherwise it prints, as that of a build. */
export async function browserHere({ forScreen = false } = {}): Promise<OpenBrowser> {
  const start = started.get(forScreen) ?? launchBrowser(null, { forScreen });
  started.set(forScreen, start);
  const browser = await start;
  const page = await browser.page.browser().newPage();
  const requested: string[] = [];
  page.setDefaultTimeout(browser.patienceMs);
  page.on("request", (request) => void (/^(?:data|about|blob):/i.test(request.url()) || requested.push(request.url())));
  return { ...browser, page, requested, close: () => page.close() };
}
