/**
 * The window as the program holds it: what it shows, what a person pressed on it. The page has no script; the one binding stands in an
 * isolated world of its main frame, and is absent from the page, from any frame and from any other document. It asks for nothing, leads
 * nowhere, and opens nothing.
 */
import { setTimeout as wait } from "node:timers/promises";
import type { OpenWindow } from "../browser/window.ts";
import { listen, type World } from "./in-page.ts";
import { type Message, messageOf } from "./message.ts";
import { renderScreen } from "./page.ts";
import type { Frame, Screen, StepId } from "./screen.ts";
import { STEPS } from "./screen.ts";

const WORLD = "fenetre";
const BINDING = "reply";
const IDLE_MS = 10 * 60_000;
const RELOAD_MS = 1000;

/** The person closed the window. */
export const CLOSED = Symbol("closed");

/** The person went to another step. */
export class Gone {
  readonly to: StepId;
  constructor(to: StepId) {
    this.to = to;
  }
}

/** A file that was dropped or chosen, in the page. */
export interface Dropped {
  readonly name: string;
  readonly size: number;
  /** "": it is no file of the disk. */
  readonly path: string;
  /** Its bytes from `start` to `end`, as the page has them. */
  readonly slice: (start: number, end: number) => Promise<Buffer>;
}

export interface Glass {
  /** Around the screens that follow. */
  frame: Frame;
  /** Shows it, and waits. @throws CLOSED, Gone */
  readonly ask: (screen: Screen) => Promise<Message>;
  /** Shows it while the program works. */
  readonly show: (screen: Screen) => Promise<void>;
  /** The line of a progress card. */
  readonly progress: (text: string) => void;
  readonly files: () => Promise<readonly Dropped[]>;
  /** Opens a file in another window. */
  readonly open: (path: string) => Promise<void>;
}

/** @param opens what is opened at any time, by what its button says. */
export async function createGlass(
  { session, address, show: open, ended }: OpenWindow,
  frame: Frame,
  opens: (press: string) => Promise<boolean>,
): Promise<Glass> {
  let context = 0;
  let number = 0;
  let shown = "";
  let waiting: PromiseWithResolvers<Message> | undefined;
  const isClosed = ended.then((): never => {
    throw CLOSED;
  });
  isClosed.catch(() => {}); // told to whoever waits

  async function call(does: (this: unknown, ...args: never[]) => unknown, args: readonly unknown[], objectId?: string) {
    const { result, exceptionDetails } = await session.send("Runtime.callFunctionOn", {
      functionDeclaration: does.toString(),
      arguments: args.map((value) => ({ value })),
      returnByValue: true,
      awaitPromise: true,
      ...(objectId === undefined ? { executionContextId: context } : { objectId }),
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as unknown;
  }

  /** Our page is there, for the first time or again: its world, and what was shown on it. */
  async function enter(): Promise<void> {
    const { frameTree } = await session.send("Page.getFrameTree");
    const made = await session.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id, worldName: WORLD });
    context = made.executionContextId;
    await call(listen, [IDLE_MS]);
    if (shown !== "") await put();
  }
  const put = () =>
    call((html: string, screen: number) => (globalThis as unknown as World).show(html, screen), [shown, number]);

  await session.send("Page.enable");
  await session.send("Runtime.enable");
  await session.send("DOM.enable");
  // whatever else the page would ask for is refused before it is read
  session.on("Fetch.requestPaused", ({ requestId, request }) => {
    const isOwn = request.url === address;
    const answer = isOwn
      ? session.send("Fetch.continueRequest", { requestId })
      : session.send("Fetch.failRequest", { requestId, errorReason: "BlockedByClient" });
    answer.catch(() => {}); // it went with its page
  });
  await session.send("Fetch.enable", { patterns: [{ urlPattern: "*" }] });
  session.on("Page.frameNavigated", ({ frame: { parentId, url } }) => {
    if (parentId !== undefined) return;
    const back = url === address ? enter() : session.send("Page.navigate", { url: address });
    back.catch(() => {}); // it was closed meanwhile
  });
  await session.send("Runtime.addBinding", { name: BINDING, executionContextName: WORLD });
  session.on("Runtime.bindingCalled", ({ name, payload, executionContextId }) => {
    const message = name === BINDING && executionContextId === context ? messageOf(payload) : null;
    if (message?.screen === number) waiting?.resolve(message);
  });
  await enter();

  const show = async (screen: Screen): Promise<void> => {
    number += 1;
    shown = renderScreen(glass.frame, screen);
    // the page may be on its way out, or loaded again just now: then once more
    await Promise.race([put(), isClosed]).catch(async (error: unknown) => {
      if (error === CLOSED) throw error;
      await Promise.race([isClosed, wait(RELOAD_MS)]);
      await put();
    });
  };
  const glass: Glass = {
    frame,
    show,
    ask: async (screen) => {
      for (;;) {
        waiting = Promise.withResolvers();
        await show(screen);
        const message = await Promise.race([waiting.promise, isClosed]);
        waiting = undefined;
        const to = STEPS.find((step) => message.press === `go-${step}`);
        if (to) throw new Gone(to);
        if (!(await opens(message.press))) return message;
      }
    },
    progress: (text) => {
      call((said: string) => (globalThis as unknown as World).progress(said), [text]).catch(() => {}); // closed meanwhile
    },
    files: async () => {
      const count = Number(await call(() => (globalThis as unknown as World).files.length, []));
      return await Promise.all(Array.from({ length: count }, (_, i) => droppedAt(i)));
    },
    open,
  };
  async function droppedAt(index: number): Promise<Dropped> {
    const { result } = await session.send("Runtime.evaluate", {
      expression: `globalThis.files[${index}]`,
      contextId: context,
    });
    const objectId = result.objectId ?? "";
    const { path } = await session.send("DOM.getFileInfo", { objectId });
    const about = (await call(
      function (this: unknown) {
        const { name, size } = this as File;
        return { name, size };
      },
      [],
      objectId,
    )) as { readonly name: string; readonly size: number };
    const slice = async (start: number, end: number): Promise<Buffer> => {
      const text = await call(
        async function (this: unknown, from: number, to: number) {
          const bytes = new Uint8Array(await (this as File).slice(from, to).arrayBuffer());
          return btoa(bytes.reduce((all, byte) => all + String.fromCharCode(byte), ""));
        },
        [start, end],
        objectId,
      );
      return Buffer.from(String(text), "base64");
    };
    return { ...about, path, slice };
  }
  return glass;
}
