/** The process that startPublisher starts: loads what it needs at once, publishes once, and ends when its parent lets go. */
import type { Annexes } from "../model/bulletin.ts";
import { UserError } from "../model/issue.ts";
import { warmUp } from "./pages.ts";
import { launchBrowser, loadPuppeteer, type PrintBrowser } from "./print/browser.ts";
import { publish } from "./publication.ts";
import type { Answer, Order } from "./publisher.ts";

/** A parent that has let go, or that was killed, hears nothing any more. */
const answer = (message: Answer): void => {
  if (process.connected) process.send?.(message);
};
const step = (text: string): void => answer({ answer: "step", text });

/** Awaited by the publication … */
let awaitedBrowser: Promise<PrintBrowser> | undefined;
/** … and, once it is being started, to be closed. */
let browser: Promise<PrintBrowser> | undefined;
/** Has the publication been ordered? */
let isAwaited = false;
const annexes = new Map<string, PromiseWithResolvers<Annexes>>();
/** Those of one bulletin, come or to come. */
function annexesOf(id: string): PromiseWithResolvers<Annexes> {
  const known = annexes.get(id) ?? Promise.withResolvers<Annexes>();
  annexes.set(id, known);
  return known;
}

// listened to before anything is awaited: an order sent early is not lost
process.on("message", (order: Order) => {
  if (order.order === "start-browser") {
    awaitedBrowser = loaded.then(() => startBrowser(order.browser)); // sooner, it would slow the reading
    awaitedBrowser.catch(() => {}); // told where it is awaited, by publish
  } else if (order.order === "annexes") annexesOf(order.id).resolve(order.annexes);
  else void obey(order);
});
process.on("disconnect", async () => {
  await closeBrowser();
  process.exit();
});

/** What publishing needs, loaded while the files are read. */
const loaded = (async () => {
  await loadPuppeteer(); // before Eleventy, which makes each later import slower
  await warmUp(() => isAwaited);
})();
loaded.catch(() => {}); // told where it is awaited, by publish

function startBrowser(path: string | null): Promise<PrintBrowser> {
  browser = launchBrowser({ browser: path, paperOnly: true }, () =>
    step("première utilisation : préparation du navigateur"),
  );
  return browser;
}

/** A browser that never started has nothing to close; a profile that could not be erased is, before the next one starts. */
const closeBrowser = async (): Promise<void> => {
  await browser?.then((own) => own.close()).catch(() => {});
};

async function obey({ bulletins, options }: Extract<Order, { readonly order: "publish" }>): Promise<void> {
  isAwaited = true;
  try {
    await loaded;
    const own = awaitedBrowser;
    if (own === undefined) throw new Error("publish was ordered before start-browser");
    const awaited = bulletins.map((own) => ({ ...own, annexes: annexesOf(own.bulletin.id).promise }));
    const publication = await publish(awaited, {
      ...options,
      browser: own,
      progress: step,
      onPrinted: closeBrowser,
    });
    await closeBrowser();
    answer({ answer: "published", publication });
  } catch (error) {
    if (error instanceof UserError) {
      const { message, hint, exitCode } = error;
      answer({ answer: "refused", message, hint, exitCode });
    } else answer({ answer: "failed", stack: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
