/** The projection: one view at a time, by arrows, page keys, space and clicks; B for black, F for the background. */

const NEXT = ["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"];
const BACK = ["ArrowLeft", "ArrowUp", "PageUp", "Backspace"];

export function showViews(page: Document): void {
  const root = page.documentElement;
  const views = [...page.querySelectorAll<HTMLElement>(".view")];
  let shown = 0;
  const show = (index: number): void => {
    shown = Math.max(0, Math.min(views.length - 1, index));
    for (const [i, view] of views.entries()) view.toggleAttribute("data-shown", i === shown);
    views[shown]?.focus({ preventScroll: true });
    hold(views[shown]);
    history.replaceState(null, "", `#vue-${shown + 1}`);
  };
  const fromAddress = (): number => views.findIndex(({ id }) => id === location.hash.slice(1));
  const setBlack = (black: boolean): boolean => root.classList.toggle("is-black", black);

  page.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const { key, target } = event;
    if (key === "Enter" && target instanceof HTMLAnchorElement) return; // the link itself is followed
    if (key.toLowerCase() === "b") setBlack(!root.classList.contains("is-black"));
    else if (root.classList.contains("is-black"))
      setBlack(false); // any key brings the view back, and turns no page
    else if (NEXT.includes(key)) show(shown + 1);
    else if (BACK.includes(key)) show(shown - 1);
    else if (key === "Home") show(0);
    else if (key === "End") show(views.length - 1);
    else if (key.toLowerCase() === "f") switchTheme(root);
    else return;
    event.preventDefault();
  });
  page.addEventListener("click", ({ target, clientX }) => {
    if (target instanceof Element && target.closest("a")) return;
    if (root.classList.contains("is-black")) setBlack(false);
    else show(shown + (clientX < innerWidth / 4 ? -1 : 1));
  });
  addEventListener("resize", () => hold(views[shown]));
  addEventListener("hashchange", () => show(fromAddress()));
  root.dataset.script = "oui";
  show(fromAddress());
  const help = page.getElementById("touches");
  if (help) {
    help.hidden = false;
    setTimeout(() => help.remove(), 6000);
  }
}

/** A text longer than was foreseen is set smaller until it holds, whatever the screen. */
function hold(view: HTMLElement | undefined): void {
  const [stage, strip, body, foot] = [".view__stage", ".view__strip", ".view__body", ".view__foot"].map((selector) =>
    view?.querySelector<HTMLElement>(selector),
  );
  if (!stage || !strip || !body || !foot) return;
  stage.style.fontSize = "";
  const own = Number.parseFloat(getComputedStyle(stage).fontSize);
  const isOver = (): boolean =>
    body.scrollHeight > foot.getBoundingClientRect().top - strip.getBoundingClientRect().bottom + 2;
  for (let share = 0.95; share > 0.4 && isOver(); share -= 0.05) stage.style.fontSize = `${own * share}px`;
}

function switchTheme(root: HTMLElement): void {
  const isDark = root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = isDark ? "light" : "dark";
}
