/** What publishes, made ready while the files are read: the browser starts, and the library of the templates loads. */
import { launchBrowser } from "../browser/browser.ts";
import type { Edition } from "../model/document/bulletin.ts";
import type { Publication } from "../model/edition.ts";
import type { PublishOptions } from "./publication.ts";

export interface Publisher {
  /** As publish of publication.ts, with the browser that was started. One that did not start is told here. */
  readonly publish: (
    editions: Iterable<Edition>,
    options: Omit<PublishOptions, "print" | "progress">,
  ) => Promise<Publication>;
  /** Closes the browser. */
  readonly stop: () => Promise<void>;
}

/** @param browser path of the one to use; null: the one that is found. */
export function startPublisher(browser: string | null, progress: (step: string) => void): Publisher {
  const opened = launchBrowser(browser, {
    onUnpack: () => progress("première utilisation : préparation du navigateur"),
  });
  const ready = Promise.all([opened, import("./publication.ts"), import("./print/print.ts")]);
  ready.catch(() => {}); // whoever publishes is told; a build that has nothing to publish is not
  return {
    publish: async (editions, options) => {
      const [own, { publish }, { printWith }] = await ready;
      return await publish(editions, { ...options, print: printWith(own), progress });
    },
    stop: () =>
      opened.then(
        ({ close }) => close(),
        () => {},
      ),
  };
}
