/** Somebody at the window: sees what it shows, presses with the mouse or the keys alone. The browser that prints stands in for an installed one. */
import type { CDPSession } from "puppeteer";
import { type BrowserProgram, shippedChromium } from "../../scripts/browser/shipped-chromium.ts";
import { type OpenWindow, openWindow } from "../../scripts/browser/window.ts";
import { main, type WindowTools } from "../../scripts/fenetre.ts";
import { publishHere } from "../publish/without-browser.ts";
import { readHere } from "../read-here.ts";
import { type Ran, runMain } from "../run-main.ts";

const PATIENCE_MS = 60_000;

export class Person {
  readonly window: OpenWindow;
  readonly session: CDPSession;
  /** Clicks, and keys that press something. */
  clicks = 0;
  /** What was opened beside the window. */
  readonly opened: string[] = [];

  constructor(window: OpenWindow) {
    this.window = window;
    this.session = window.session;
  }

  /** In the page's own world, where nothing of ours is. */
  async evaluate<T>(expression: string): Promise<T> {
    const { result } = await this.session.send("Runtime.evaluate", {
      expression,
      returnByValue: true,
      awaitPromise: true,
    });
    return result.value as T;
  }

  text = (): Promise<string> => this.evaluate("(document.body?.innerText ?? '').replaceAll('\\u00a0', ' ')");

  /** Waits for it. @returns all that the window shows then. */
  async sees(words: string): Promise<string> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const text = await this.text();
      if (text.includes(words)) return text;
      if (Date.now() > end) throw new Error(`never seen: ${words}\n${text}`);
      await new Promise((done) => setTimeout(done, 20));
    }
  }

  /** A click on the button, or on the answer, that says so. */
  async presses(label: string): Promise<void> {
    await this.clicksAt(await this.button(label));
  }

  /** A click on the mark of a cell, on the picture of its page. */
  async pressesMark(cell: string): Promise<void> {
    await this.clicksAt(
      await this.evaluate(`(() => {
      const mark = document.querySelector("[data-mark=${cell}]");
      mark.scrollIntoView({ block: "center" });
      const box = mark.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    })()`),
    );
  }

  private async clicksAt(at: { readonly x: number; readonly y: number }): Promise<void> {
    for (const type of ["mousePressed", "mouseReleased"] as const)
      await this.session.send("Input.dispatchMouseEvent", { type, ...at, button: "left", clickCount: 1 });
    this.clicks += 1;
  }

  /** Where it stands, once it is there: a screen may come in its place meanwhile. */
  private async button(label: string): Promise<{ readonly x: number; readonly y: number }> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const at = await this.evaluate<{ x: number; y: number } | null>(`(() => {
      const found = [...document.querySelectorAll("main :is(button, label)"), ...document.querySelectorAll("nav button")]
        .find((one) => one.innerText.replaceAll("\\u00a0", " ").trim().startsWith(${JSON.stringify(label)}));
      found?.scrollIntoView({ block: "center" });
      const box = found?.getBoundingClientRect();
      return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
    })()`);
      if (at) return at;
      if (Date.now() > until) throw new Error(`no button: ${label}\n${await this.text()}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async key(key: "Tab" | "Enter" | "Space" | "ArrowDown"): Promise<void> {
    const text = { Tab: undefined, Enter: "\r", Space: " ", ArrowDown: undefined }[key];
    const code = { Tab: 9, Enter: 13, Space: 32, ArrowDown: 40 }[key];
    const own = { key: key === "Space" ? " " : key, code: key, windowsVirtualKeyCode: code };
    await this.session.send("Input.dispatchKeyEvent", { type: "keyDown", ...own, ...(text && { text }) });
    await this.session.send("Input.dispatchKeyEvent", { type: "keyUp", ...own });
  }

  /** Goes to it with the tab key, and from answer to answer with the arrow, as somebody without a mouse. */
  async reaches(label: string): Promise<void> {
    await this.sees(label);
    const isThere = (): Promise<boolean> =>
      this.evaluate(`(() => {
        const one = document.activeElement;
        const text = one?.innerText || one?.closest("label")?.innerText || "";
        return one !== document.body && text.replaceAll("\\u00a0", " ").trim().startsWith(${JSON.stringify(label)});
      })()`);
    for (let i = 0; i < 80; i++) {
      if (await isThere()) return;
      const isWithin = await this.evaluate<boolean>(
        `document.activeElement.type === "radio" && document.activeElement.closest("fieldset").innerText.includes(${JSON.stringify(label)})`,
      );
      await this.key(isWithin ? "ArrowDown" : "Tab");
    }
    throw new Error(`not reached: ${label}`);
  }

  /** The same by keys alone. */
  async pressesByKey(label: string): Promise<void> {
    await this.reaches(label);
    await this.key("Enter");
    this.clicks += 1;
  }

  /** Chooses an answer, or ticks, by keys alone. */
  async ticksByKey(label: string): Promise<void> {
    await this.reaches(label);
    await this.key("Space");
  }

  private question = "";

  /** The label of the line whose number is asked for, another one than before; null: the file is to be confirmed. */
  async asked(): Promise<string | null> {
    for (;;) {
      const text = await this.text();
      if (text.includes("Confirmer cette lecture")) return null;
      const [question = "", label = ""] = /« [^«»]+ », « ([^«»]+) », [^\n]+ quel nombre lisez-vous/.exec(text) ?? [];
      if (question !== "" && question !== this.question) {
        this.question = question;
        return label;
      }
      await new Promise((done) => setTimeout(done, 20));
    }
  }

  /** Types the numbers of a first reading as the document has them, by the labels of its lines. */
  async answersNumbers(figures: ReadonlyMap<string, number>): Promise<void> {
    for (;;) {
      const label = await this.asked();
      if (label === null) return;
      const shown = await this.evaluate<readonly string[]>(
        "[...document.querySelectorAll('.r-count')].map((cell) => cell.innerText.trim().split('\\n')[0])",
      );
      if (shown.includes(String(figures.get(label)))) throw new Error(`${label} is shown before it is read`);
      await this.types(String(figures.get(label)));
      await this.presses("Continuer");
    }
  }

  async confirms(figures: ReadonlyMap<string, number>): Promise<void> {
    await this.answersNumbers(figures);
    await this.presses("Confirmer cette lecture");
  }

  types = (text: string): Promise<unknown> => this.session.send("Input.insertText", { text });

  /** With the button, in the machine's own dialogue. */
  async chooses(...files: readonly string[]): Promise<void> {
    await this.sees("Choisir des fichiers…");
    const { root } = await this.session.send("DOM.getDocument");
    const selector = "input[type=file]";
    const { nodeId } = await this.session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
    await this.session.send("DOM.setFileInputFiles", { nodeId, files: [...files] });
    this.clicks += 1;
  }

  /** @param selector where the pointer lets go. */
  async drops(selector: string, ...files: readonly string[]): Promise<void> {
    const at = await this.evaluate<{ x: number; y: number }>(`(() => {
      const box = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 20) };
    })()`);
    const data = { items: [], files: [...files], dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"] as const)
      await this.session.send("Input.dispatchDragEvent", { type, ...at, data });
  }
}

/** The window on these folders, until the person has done all that; it is then closed. */
export async function atWindow(
  root: string,
  now: string,
  does: (person: Person) => Promise<void>,
  { program: given, ...more }: Partial<WindowTools> & { readonly program?: BrowserProgram } = {},
): Promise<Ran> {
  const program = given ?? (await shippedChromium(() => {}));
  if (!program) throw new Error("no browser to test with");
  let done: Promise<void> = Promise.resolve();
  const tools: WindowTools = {
    reader: readHere,
    openFile: () => Promise.resolve(true),
    startPublisher: (browser, progress) => ({
      publish: (editions, options) => publishHere(browser, progress).publish(editions, options),
      stop: () => Promise.resolve(),
    }),
    launchWindow: async (_, html) => {
      const window = await openWindow(program, html);
      const person = new Person(window);
      done = does(person).finally(() => window.close());
      done.catch(() => {}); // told below
      return { ...window, show: async (path) => void person.opened.push(path) };
    },
    ...more,
  };
  const ran = await runMain(main, ["--data", `${root}/data`, "--out", `${root}/dist`], {
    now: () => new Date(now),
    tools,
  });
  await done;
  return ran;
}
