/**
 * Bulletins are published by a process of their own, so that the browser and the hostile files are never in one process; it
 * starts its browser while this one reads the files. A pipe joins the two; no socket is opened.
 */
import { join } from "node:path";
import type { Edition } from "../model/document/bulletin.ts";
import { UserError } from "../model/issue.ts";
import { forkModule } from "../process/own-process.ts";
import type { Publication, PublishOptions } from "./publication.ts";

/** What of the options goes to the other process. */
type PublisherOptions = Required<Pick<PublishOptions, "out" | "outdated">> & Pick<PublishOptions, "copies" | "states">;

/** What the process is asked, in this order. */
export interface Start {
  /** Path of the one to use; null: the one that is found. */
  readonly browser: string | null;
}
export interface Order {
  readonly options: PublisherOptions;
}
/** For each "next": an edition, null when there are no more, "failed" when one could not be composed. */
export interface Next {
  readonly edition: Edition | null | "failed";
}
/** After "made": it is recorded, and may be put in place; or it could not be, and all stays as it was. */
export interface Leave {
  readonly place: boolean;
}

/** What it answers: steps on the way, "next" when it can take an edition, "made" before anything is replaced, then one of the others. */
export type Answer =
  | { readonly answer: "step"; readonly text: string }
  | { readonly answer: "next" }
  | { readonly answer: "made"; readonly publication: Publication }
  | { readonly answer: "published"; readonly publication: Publication }
  | { readonly answer: "refused"; readonly message: string; readonly hint: string; readonly exitCode: 1 | 2 }
  | { readonly answer: "failed"; readonly stack: string };

export interface Publisher {
  /** As publish of publication.ts, in the other process. A browser that did not start is told here. */
  readonly publish: (
    editions: Iterable<Edition>,
    options: PublisherOptions & Pick<PublishOptions, "record">,
  ) => Promise<Publication>;
  /** Lets the process go: it closes its browser and ends. */
  readonly stop: () => void;
}

/** Starts the process, which starts the browser. It ends with its parent, however that one ends. */
export function startPublisher(browser: string | null, progress: (step: string) => void): Publisher {
  const child = forkModule(join(import.meta.dirname, "publisher-child.ts"));
  type Told = Exclude<Answer, { readonly answer: "step" | "next" }>;
  const made = Promise.withResolvers<Told>();
  const last = Promise.withResolvers<Told>();
  const end = (answer: Told): void => {
    made.resolve(answer);
    if (answer.answer !== "made") last.resolve(answer);
  };
  let next: () => void = () => {};
  child.on("message", (answer: Answer) => {
    if (answer.answer === "step") progress(answer.text);
    else if (answer.answer === "next") next();
    else end(answer);
  });
  child.on("error", (error) => end({ answer: "failed", stack: error.stack ?? error.message }));
  child.on("exit", (code, signal) =>
    end({ answer: "failed", stack: `the process that publishes ended (${code ?? signal})` }),
  );
  // What cannot be sent goes to a process that has ended: `last` says why it did.
  const send = (message: Start | Order | Next | Leave): void => {
    if (child.connected) child.send(message, () => {});
  };
  send({ browser });
  return {
    publish: async (editions, { record, ...options }) => {
      const waiting = editions[Symbol.iterator]();
      let bug: { readonly error: unknown } | undefined;
      next = () => {
        try {
          const { value, done } = waiting.next();
          send({ edition: done ? null : value });
        } catch (error) {
          bug = { error };
          send({ edition: "failed" }); // it takes away what it made of the others
        }
      };
      send({ options });
      const ready = await made.promise;
      if (bug) throw bug.error;
      if (ready.answer === "made")
        try {
          await record?.(ready.publication);
          send({ place: true });
        } catch (error) {
          send({ place: false });
          await last.promise; // it takes away what it made
          throw error;
        }
      const answer = await last.promise;
      if (answer.answer === "published") return answer.publication;
      if (answer.answer === "refused") throw new UserError(answer.message, answer.hint, answer.exitCode);
      throw new Error(answer.answer === "failed" ? answer.stack : "the process that publishes answered out of turn");
    },
    stop: () => {
      if (child.connected) child.disconnect();
    },
  };
}
