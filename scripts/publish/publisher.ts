/**
 * Bulletins are published by a process of their own: it loads Eleventy and the browser's library, and starts the browser, while
 * this one reads the files. A pipe joins the two; no socket is opened.
 */
import { join } from "node:path";
import type { Annexes, Edition } from "../model/bulletin.ts";
import { UserError } from "../model/issue.ts";
import { forkModule } from "../process/own-process.ts";
import { originsOf } from "./filters/origin.ts";
import type { Publication, Publishable, PublishOptions } from "./publishable.ts";

export type { Publication } from "./publishable.ts";

/** What of the options goes to the other process. */
type PublisherOptions = Required<Pick<PublishOptions, "out" | "fingerprints">>;

/** A bulletin whose annexes follow. */
type Announced = Omit<Publishable, "annexes">;

/** What the process is asked. */
export type Order =
  | { readonly order: "start-browser"; readonly browser: string | null }
  | { readonly order: "publish"; readonly bulletins: readonly Announced[]; readonly options: PublisherOptions }
  /** Of each bulletin: they follow it, so that it is on its way to paper while they are sent. */
  | { readonly order: "annexes"; readonly id: string; readonly annexes: Annexes };

/** What it answers: steps on the way, then one of the others. */
export type Answer =
  | { readonly answer: "step"; readonly text: string }
  | { readonly answer: "published"; readonly publication: Publication }
  | { readonly answer: "refused"; readonly message: string; readonly hint: string; readonly exitCode: 1 | 2 }
  | { readonly answer: "failed"; readonly stack: string };

export interface Publisher {
  /** As publish of publication.ts, in the other process. */
  readonly publish: (editions: readonly Edition[], options: PublisherOptions) => Promise<Publication>;
  /** Lets the process go: it closes its browser and ends. */
  readonly stop: () => void;
}

/**
 * Starts the process, which loads what it needs, then starts the browser. It ends with its parent, however that one ends.
 * @param browser as launchBrowser of browser.ts; a failure is told by `publish`. @param progress as publish of publication.ts.
 */
export function startPublisher(browser: string | null, progress: (step: string) => void): Publisher {
  const child = forkModule(join(import.meta.dirname, "publisher-child.ts"));
  const done = Promise.withResolvers<Publication>();
  done.promise.catch(() => {}); // told where it is awaited
  child.on("message", (answer: Answer) => {
    if (answer.answer === "step") progress(answer.text);
    else if (answer.answer === "published") {
      child.unref(); // nothing is left to it but to end, which need not be awaited
      done.resolve(answer.publication);
    } else if (answer.answer === "refused") done.reject(new UserError(answer.message, answer.hint, answer.exitCode));
    else done.reject(new Error(answer.stack));
  });
  child.on("error", done.reject);
  child.on("exit", (code, signal) => done.reject(new Error(`the process that publishes ended (${code ?? signal})`)));
  const send = (order: Order): void => {
    if (child.connected) child.send(order);
  };
  send({ order: "start-browser", browser });
  return {
    publish: (editions, options) => {
      const bulletins = editions.map((edition) => ({ bulletin: edition.bulletin, origins: originsOf(edition) }));
      send({ order: "publish", bulletins, options });
      for (const { bulletin, control, tidy, analyses } of editions)
        send({ order: "annexes", id: bulletin.id, annexes: { control, tidy, analyses } });
      return done.promise;
    },
    stop: () => {
      if (child.connected) child.disconnect();
    },
  };
}
