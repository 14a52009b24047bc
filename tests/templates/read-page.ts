/// <reference lib="dom" />
/** What the rules of the look have in common. Sent to the browser as text, with the rule: it uses nothing from outside. */

export interface Text {
  readonly own: Element;
  readonly rect: DOMRect;
}
export interface Page {
  readonly isPaper: boolean;
  readonly all: (selector: string) => readonly HTMLElement[];
  readonly style: (element: Element) => CSSStyleDeclaration;
  readonly number: (value: string) => number;
  readonly box: (element: Element) => DOMRect;
  readonly within: (value: number, range: readonly [least: number, most: number]) => boolean;
  /** The lines of text that stand in sight, but for those above what scrolls under them. */
  readonly texts: () => readonly Text[];
  readonly tell: (rule: string, element: Element, what: string) => void;
  /** Faults by rule. */
  readonly told: () => Readonly<Record<string, readonly string[]>>;
}

export function readPage(isPaper: boolean): Page {
  // What can be unfolded is judged too.
  for (const details of document.querySelectorAll("details")) details.open = true;
  const faults = new Map<string, Set<string>>();
  const style = (element: Element): CSSStyleDeclaration => getComputedStyle(element);
  const box = (element: Element): DOMRect => element.getBoundingClientRect();
  /** What of it can be seen without scrolling; undefined: nothing, or it stands above the rest. */
  const shownPart = (own: Element): DOMRect | undefined => {
    let shown = new DOMRect(-1e5, -1e5, 2e5, 2e5);
    for (let at: Element | null = own; at; at = at.parentElement) {
      const { position, clipPath, overflowX, display } = style(at);
      if (display === "contents") continue;
      if (clipPath !== "none" || position === "sticky" || position === "fixed" || !at.checkVisibility())
        return undefined;
      if (overflowX === "auto") shown = box(at);
    }
    return shown;
  };
  const texts = (): readonly Text[] => {
    const found: Text[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const own = node.parentElement;
      if (!own || (node.textContent ?? "").trim() === "" || own.closest("svg, script, style, .skip")) continue;
      const shown = shownPart(own);
      if (!shown) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        const isAcross = rect.left >= shown.left - 1 && rect.right <= shown.right + 1;
        const isDown = rect.top >= shown.top - 1 && rect.bottom <= shown.bottom + 1;
        if (rect.width > 1 && isAcross && isDown) found.push({ own, rect });
      }
    }
    return found;
  };
  return {
    isPaper,
    style,
    box,
    texts,
    all: (selector) =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter(
        // on a telephone the lines of page one's table are cards: page-one.test.ts
        (element) =>
          element.checkVisibility() && (isPaper || innerWidth > 600 || !element.matches(".page-one table *")),
      ),
    number: (value) => Number.parseFloat(value) || 0,
    within: (value, [least, most]) => value >= least - 0.01 && value <= most + 0.01,
    tell: (rule, element, what) => {
      const words = (element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 30);
      const fault = `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} « ${words} » : ${what}`;
      faults.set(rule, (faults.get(rule) ?? new Set()).add(fault));
    },
    told: () => Object.fromEntries([...faults].map(([rule, own]) => [rule, [...own]])),
  };
}
