/**
 * The pages are made by a process of their own: it loads Eleventy and the templates while the files are read, and renders the
 * control sheet while the browser prints. A pipe joins the two processes; no socket is opened.
 */
import { join } from "node:path";
import type { Edition } from "../model/bulletin.ts";
import { forkModule } from "../own-process.ts";
import type { IndexEntry } from "./manifest.ts";
import type { renderPages, Template } from "./pages.ts";

/** What of an edition the templates are given. */
export type PageEdition = Pick<Edition, "bulletin" | "control">;

export interface PagesJob {
  readonly number: number;
  readonly editions: readonly PageEdition[];
  readonly index: readonly IndexEntry[];
  readonly templates: readonly Template[];
}
export type PagesAnswer =
  | { readonly number: number; readonly pages: readonly (readonly [string, string])[] }
  | { readonly number: number; readonly error: string };

export interface PagesProcess {
  /** As renderPages of pages.ts. */
  readonly render: typeof renderPages;
  readonly stop: () => void;
}

/** Starts the process; it loads what it needs at once. It ends with its parent, however that one ends. */
export function startPagesProcess(): PagesProcess {
  const child = forkModule(join(import.meta.dirname, "pages-child.ts"));
  const waiting = new Map<number, PromiseWithResolvers<ReadonlyMap<string, string>>>();
  let number = 0;
  child.on("message", (answer: PagesAnswer) => {
    const job = waiting.get(answer.number);
    waiting.delete(answer.number);
    if ("error" in answer) job?.reject(new Error(answer.error));
    else job?.resolve(new Map(answer.pages));
  });
  const fail = (error: Error): void => {
    for (const job of waiting.values()) job.reject(error);
    waiting.clear();
  };
  child.on("error", fail);
  child.on("exit", (code) => fail(new Error(`the process that makes the pages ended (${code})`)));
  return {
    render: (editions, index, templates = ["bulletin", "controle", "index"]) => {
      const job = Promise.withResolvers<ReadonlyMap<string, string>>();
      number++;
      waiting.set(number, job);
      const shown = editions.map(({ bulletin, control }) => ({ bulletin, control }));
      child.send({ number, editions: shown, index, templates } satisfies PagesJob);
      return job.promise;
    },
    stop: () => {
      if (child.connected) child.disconnect();
    },
  };
}
