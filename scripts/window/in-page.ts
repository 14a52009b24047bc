/// <reference lib="dom" />
/**
 * What runs beside the page, in a world of its own that no script of a page can reach: it shows what it is given, and tells the program what
 * a person pressed. Sent to the browser as text: each part uses nothing from outside, but the world that it is given.
 */

/** The one way to the program. */
declare const reply: (payload: string) => void;

export interface World {
  show: (html: string, screen: number) => void;
  progress: (text: string) => void;
  /** What was dropped or chosen last. */
  files: File[];
  about: () => readonly { readonly name: string; readonly size: number }[];
  /** Of a file, in base 64. */
  slice: (file: number, start: number, end: number) => Promise<string>;
  /** To the program: what was pressed on the screen that is shown, and what its form holds. */
  say: (press: string, form?: HTMLFormElement | null) => void;
  /** A person did it, who saw the page. */
  isOurs: (event: Event) => boolean;
}

function showing(world: World): void {
  const root = document.querySelector("#fenetre") ?? document.body;
  let screen = 0;
  world.say = (press, form) => {
    const given = form ? [...new FormData(form)].filter(([, value]) => typeof value === "string") : [];
    reply(JSON.stringify({ screen, press, values: Object.fromEntries(given) }));
  };
  world.show = (html, number) => {
    const kept = document.querySelector("[data-kept]");
    const [name, top, left] = [kept?.getAttribute("data-kept"), kept?.scrollTop ?? 0, kept?.scrollLeft ?? 0];
    root.innerHTML = html;
    screen = number;
    const pane = document.querySelector("[data-kept]");
    if (pane && pane.getAttribute("data-kept") === name) pane.scrollTo(left, top);
    document.querySelector(".lit")?.scrollIntoView({ block: "center", inline: "center" });
    const first = document.querySelector<HTMLElement>("[data-first]") ?? document.querySelector<HTMLElement>("h1");
    first?.focus();
    if (first instanceof HTMLInputElement) first.select();
    first?.closest(".card")?.scrollIntoView({ block: "nearest" });
    document.title = document.querySelector("h1")?.textContent ?? document.title;
  };
  world.progress = (text) => {
    const place = document.querySelector("#avancement");
    if (place) place.textContent = text;
  };
}

function pressing(world: World): void {
  world.isOurs = (event) => event.isTrusted && document.documentElement.dataset.idle === undefined;
  document.addEventListener("click", (event) => {
    const button =
      event.target instanceof Element ? event.target.closest<HTMLElement | SVGElement>("[data-press]") : null;
    if (!button || !world.isOurs(event)) return;
    event.preventDefault();
    world.say(button.dataset.press ?? "", button.closest("form"));
  });
  document.addEventListener("submit", (event) => event.preventDefault());
}

function receiving(world: World): void {
  world.files = [];
  world.about = () => world.files.map(({ name, size }) => ({ name, size }));
  world.slice = async (file, start, end) => {
    const bytes = new Uint8Array((await world.files[file]?.slice(start, end).arrayBuffer()) ?? []);
    return btoa(bytes.reduce((all, byte) => all + String.fromCharCode(byte), ""));
  };
  const take = (list: FileList | null | undefined): void => {
    world.files = [...(list ?? [])];
    if (world.files.length > 0) world.say("files");
  };
  document.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === "file" && world.isOurs(event))
      take(event.target.files);
  });
  // nothing that is dropped opens in the place of our page; outside their zone, files cannot be let go of
  for (const type of ["dragenter", "dragover", "drop"] as const)
    document.addEventListener(type, (event) => {
      event.preventDefault();
      const isZone = event.target instanceof Element && event.target.closest("[data-zone]") !== null;
      if (event.dataTransfer) event.dataTransfer.dropEffect = isZone ? "copy" : "none";
      if (type === "drop" && world.isOurs(event)) take(event.dataTransfer?.files);
    });
}

/** A line that names a cell lights it. */
function lighting(): void {
  const light = (event: Event): void => {
    const id = event.target instanceof Element ? event.target.closest("[data-cell]")?.getAttribute("data-cell") : null;
    if (!id) return;
    for (const cell of document.querySelectorAll(".lit")) cell.classList.remove("lit");
    // on the picture first, where there is one
    const cells = document.querySelectorAll(`[data-mark="${id}"], [id="${id}"]`);
    for (const cell of cells) cell.classList.add("lit");
    if (event.type === "focusin") cells[0]?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  document.addEventListener("focusin", light);
  document.addEventListener("pointerover", light);
}

/** After `idleMs` the page is hidden, until a key or the pointer. */
function hiding(_world: World, idleMs: number): void {
  let timer = 0;
  const awake = (): void => {
    delete document.documentElement.dataset.idle;
    clearTimeout(timer);
    timer = Number(
      setTimeout(() => {
        document.documentElement.dataset.idle = "";
      }, idleMs),
    );
  };
  // after the page has had them: the key that wakes it presses nothing
  for (const type of ["keyup", "pointermove", "pointerup"]) document.addEventListener(type, awake);
  awake();
}

/** All of it, as the text of a function of the milliseconds after which the page is hidden. */
export const IN_PAGE = `(idleMs) => {
  for (const part of [${[showing, pressing, receiving, lighting, hiding].join(", ")}]) part(globalThis, idleMs);
}`;
