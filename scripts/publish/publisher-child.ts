/** The process that startPublisher starts: loads what it needs at once, publishes once, and ends when its parent lets go. */
import { UserError } from "../model/issue.ts";
import type { PrintBrowser } from "./browser.ts";
import type { Answer, Order } from "./publisher.ts";

const answer = (message: Answer): void => {
  process.send?.(message);
};
const step = (text: string): void => answer({ answer: "step", text });

let browser: Promise<PrintBrowser> | undefined;

// listened to before anything is awaited: an order sent early is not lost
process.on("message", (order: Order) => {
  if (order.order === "start-browser") {
    browser = startBrowser(order.browser);
    browser.catch(() => {}); // told where it is awaited, by publish
  } else void publish(order);
});
process.on("disconnect", async () => {
  try {
    await (await browser)?.close();
  } finally {
    process.exit();
  }
});

const publication = import("./publication.ts");
const warm = import("./pages.ts").then(({ warmUp }) => warmUp());

async function startBrowser(path: string | null): Promise<PrintBrowser> {
  const { launchBrowser } = await import("./browser.ts");
  return await launchBrowser({ browser: path }, () => step("première utilisation : préparation du navigateur"));
}

async function publish({ editions, options }: Extract<Order, { readonly order: "publish" }>): Promise<void> {
  try {
    await warm;
    const { publish } = await publication;
    if (browser === undefined) throw new Error("publish was ordered before start-browser");
    answer({ answer: "published", publication: await publish(editions, { ...options, browser, progress: step }) });
  } catch (error) {
    if (error instanceof UserError) {
      const { message, hint, exitCode } = error;
      answer({ answer: "refused", message, hint, exitCode });
    } else answer({ answer: "failed", stack: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
