/** The process that startPublisher starts: a browser, one publication; it ends when its parent lets go, or is killed. */
import { once } from "node:events";
import { launchBrowser, type OpenBrowser } from "../browser/browser.ts";
import type { Edition } from "../model/document/bulletin.ts";
import { UserError } from "../model/issue.ts";
import type { Publication } from "./publication.ts";
import type { Answer, Leave, Next, Order, Start } from "./publisher.ts";

let browser: OpenBrowser | undefined;
process.once("disconnect", async () => {
  await browser?.close(); // one that is still starting ends with this process
  process.exit();
});

/** A parent that has just been killed hears nothing any more: the callback is there so that it is no fault. */
const answer = (message: Answer): void => {
  process.send?.(message, () => {});
};
const progress = (text: string): void => answer({ answer: "step", text });

/** One after the other, each asked for when the one before is made. */
async function* editions(): AsyncIterable<Edition> {
  for (;;) {
    answer({ answer: "next" });
    const [{ edition }] = (await once(process, "message")) as [Next];
    if (edition === null) return;
    if (edition === "failed") throw new Error("an edition was not composed");
    yield edition;
  }
}

/** In words that go through the pipe. */
function toAnswer(error: unknown): Answer {
  if (error instanceof UserError) {
    const { message, hint, exitCode } = error;
    return { answer: "refused", message, hint, exitCode };
  }
  return { answer: "failed", stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

try {
  const [start] = (await once(process, "message")) as [Start];
  // the templates' library loads while the browser starts
  const [own, { publish }, { printWith }] = await Promise.all([
    launchBrowser(start.browser, {
      onUnpack: () => progress("première utilisation : préparation du navigateur"),
    }),
    import("./publication.ts"),
    import("./print/print.ts"),
  ]);
  browser = own;
  const [order] = (await once(process, "message")) as [Order];
  const record = async (publication: Publication): Promise<void> => {
    answer({ answer: "made", publication });
    const [{ place }] = (await once(process, "message")) as [Leave];
    if (!place) throw new Error("not recorded: not put in place");
  };
  const publication = await publish(editions(), {
    ...order.options,
    print: printWith(own),
    progress,
    record,
  });
  await browser.close();
  answer({ answer: "published", publication });
} catch (error) {
  await browser?.close();
  answer(toAnswer(error));
}
