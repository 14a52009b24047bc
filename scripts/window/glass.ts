/**
 * The window as the program holds it: what it shows, what a person pressed on it. The page has no script; the one binding stands in an
 * isolated world of its main frame, and is absent from the page, from any frame and from any other document. It asks for nothing, leads
 * nowhere, and opens nothing.
 */
import { setTimeout as wait } from "node:timers/promises";
import type { OpenWindow } from "../browser/window.ts";
import { IN_PAGE, type World } from "./in-page.ts";
import { type Message, messageOf } from "./message.ts";
import { renderScreen } from "./page.ts";
import { type Screen, STEPS, type StepId } from "./screen.ts";
import type { Frame } from "./standing.ts";

const WORLD = "fenetre";
const BINDING = "reply";
const IDLE_MS = 10 * 60_000;
const RELOAD_MS = 1000;

/** The person went to another step; null: closed the window. */
export class Gone {
  readonly to: StepId | null;
  constructor(to: StepId | null) {
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
  /** Shows it, and waits. @throws Gone */
  readonly ask: (screen: Screen) => Promise<Message>;
  /** Shows it while the program works. */
  readonly show: (screen: Screen) => Promise<void>;
  /** The line of a progress card. */
  readonly progress: (text: string) => void;
  readonly files: () => Promise<readonly Dropped[]>;
  /** Opens a file in another window. */
  readonly open: (path: string) => Promise<void>;
}

type Session = OpenWindow["session"];

/** Our page's world (in-page.ts): of the page that is there now, for it may be loaded again. */
function worldIn(session: Session) {
  let context = 0;
  const run = async (declaration: string, args: readonly unknown[]): Promise<unknown> => {
    const { result, exceptionDetails } = await session.send("Runtime.callFunctionOn", {
      functionDeclaration: declaration,
      arguments: args.map((value) => ({ value })),
      executionContextId: context,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  /** One of its functions. */
  const call = (does: keyof World, ...args: readonly unknown[]) => run(`(...all) => globalThis.${does}(...all)`, args);
  const dropped = async (about: Pick<Dropped, "name" | "size">, i: number): Promise<Dropped> => {
    const { result } = await session.send("Runtime.evaluate", { expression: `files[${i}]`, contextId: context });
    const { path } = await session.send("DOM.getFileInfo", { objectId: result.objectId ?? "" });
    const slice = async (start: number, end: number): Promise<Buffer> =>
      Buffer.from(String(await call("slice", i, start, end)), "base64");
    return { ...about, path, slice };
  };
  return {
    call,
    isIn: (executionContextId: number): boolean => executionContextId === context,
    /** Our page is there, for the first time or again. */
    enter: async (): Promise<void> => {
      const { frameTree } = await session.send("Page.getFrameTree");
      const made = await session.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id, worldName: WORLD });
      context = made.executionContextId;
      await run(IN_PAGE, [IDLE_MS]);
    },
    files: async (): Promise<readonly Dropped[]> =>
      await Promise.all(((await call("about")) as readonly Pick<Dropped, "name" | "size">[]).map(dropped)),
  };
}

/** Whatever else than our page it would ask for is refused before it is read; led elsewhere, it comes back. */
async function keepTo(address: string, session: Session, enter: () => Promise<void>): Promise<void> {
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
}

/** @param opens what is opened at any time, by what its button says. */
export async function createGlass(
  { session, address, show: open, ended }: OpenWindow,
  frame: Frame,
  opens: (press: string) => Promise<boolean>,
): Promise<Glass> {
  let number = 0;
  let shown = "";
  let waiting: PromiseWithResolvers<Message> | undefined;
  const isClosed = ended.then((): never => {
    throw new Gone(null);
  });
  isClosed.catch(() => {}); // told to whoever waits
  const world = worldIn(session);
  const put = () => world.call("show", shown, number);
  const enter = async (): Promise<void> => {
    await world.enter();
    if (shown !== "") await put();
  };
  for (const domain of ["Page", "Runtime", "DOM"] as const) await session.send(`${domain}.enable`);
  await keepTo(address, session, enter);
  await session.send("Runtime.addBinding", { name: BINDING, executionContextName: WORLD });
  session.on("Runtime.bindingCalled", ({ name, payload, executionContextId }) => {
    const message = name === BINDING && world.isIn(executionContextId) ? messageOf(payload) : null;
    if (message?.screen === number) waiting?.resolve(message);
  });
  await enter();

  const show = async (screen: Screen): Promise<void> => {
    number += 1;
    shown = renderScreen(glass.frame, screen);
    // the page may be on its way out, or loaded again just now: then once more
    await Promise.race([put(), isClosed]).catch(async (error: unknown) => {
      if (error instanceof Gone) throw error;
      await Promise.race([isClosed, wait(RELOAD_MS)]);
      await put();
    });
  };
  const ask: Glass["ask"] = async (screen) => {
    for (;;) {
      waiting = Promise.withResolvers();
      await show(screen);
      const message = await Promise.race([waiting.promise, isClosed]);
      waiting = undefined;
      const to = STEPS.find((step) => message.press === `go-${step}`);
      if (to) throw new Gone(to);
      if (!(await opens(message.press))) return message;
    }
  };
  const progress = (text: string): void => {
    world.call("progress", text).catch(() => {}); // closed meanwhile
  };
  const glass: Glass = { frame, show, ask, progress, files: world.files, open };
  return glass;
}
