/// <reference lib="dom" />
/** The page as a whole, and what is done with it once its texts are known: see tools.ts. */

export interface PageFacts {
  /** Families of the fonts that it brings. */
  readonly ownFonts: readonly string[];
  readonly hasProgram: boolean;
  readonly hasFrames: boolean;
  readonly isAnimated: boolean;
  readonly asksForSheets: boolean;
}

export function pageFacts(): PageFacts {
  const isForScreen = (element: Element): boolean => !/^\s*print\s*$/i.test(element.getAttribute("media") ?? "");
  const isSheet = (link: Element): boolean => /^stylesheet$/i.test(link.getAttribute("rel") ?? "") && isForScreen(link);
  const styles = [...document.querySelectorAll("style")].filter(isForScreen);
  return {
    ownFonts: [...document.fonts].map(({ family }) => tools.firstFont(family)),
    hasProgram: [...document.scripts].some(
      ({ src, type, textContent }) =>
        (src !== "" || textContent?.trim() !== "") && /^(?:$|module|.*(?:java|ecma|vb)script)/i.test(type),
    ),
    hasFrames: document.querySelector("iframe,frame,object,embed") !== null,
    isAnimated: document.getAnimations().length > 0,
    asksForSheets:
      [...document.querySelectorAll("link[href]")].some(isSheet) ||
      styles.some(({ textContent }) => /@import/i.test(textContent ?? "")),
  };
}

/** The texts that layTexts has found are not drawn any more. */
export function hideTexts(): void {
  const clear = ["color", "text-shadow", "-webkit-text-fill-color", "-webkit-text-stroke-color"].map(
    (name) => `${name}:${name === "text-shadow" ? "none" : "transparent"}!important`,
  );
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`::highlight(texts){${clear.join(";")}}`);
  document.adoptedStyleSheets = [sheet];
  const ranges = kept.nodes.map(({ node, start, text }) => {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, start + text.length);
    return range;
  });
  CSS.highlights.set("texts", new Highlight(...ranges));
}

/** @returns how far the page went. */
export function scrollDown(top: number): number {
  scrollTo({ top, behavior: "instant" });
  return scrollY;
}

export interface Texts {
  /** In the order of layTables. */
  readonly cells: readonly string[];
  /** Of each table. */
  readonly captions: readonly string[];
  /** Of the whole page; a table stands in it as "\ufdd03\ufdd0", its index, as it does in the cell that holds it. */
  readonly page: string;
}

/** `replaced`: what the runs say, where it is not as it is written ("⁹"; "": it is not seen). The page is taken apart. */
export function gatherTexts(replaced: Readonly<Record<number, string>>): Texts {
  const { nodes, tables, cells } = kept;
  for (let i = nodes.length - 1; i >= 0; i--) {
    const run = nodes[i];
    const text = replaced[i];
    if (run && text !== undefined) run.node.replaceData(run.start, run.text.length, text);
  }
  for (const field of document.querySelectorAll<HTMLInputElement>("input,textarea")) {
    const isShown =
      field.checkVisibility() && !/^(?:checkbox|radio|submit|button|reset|image|file|hidden)$/.test(field.type);
    field.replaceWith(isShown ? field.value : "");
  }
  for (const list of document.querySelectorAll<HTMLSelectElement>("select:not([multiple])"))
    if (list.size <= 1) list.replaceWith(list.selectedOptions[0]?.text ?? "");
  // biome-ignore lint/performance/useDomNodeTextContent: what is shown, not what the source holds
  const inner = (element: HTMLElement): string => element.innerText;
  const cellTexts = cells.map(() => "");
  const captions = tables.map(() => "");
  const cellsOf = Map.groupBy(cells.keys(), (i) => cells[i]?.closest("table"));
  // the innermost first: the cell that holds it finds its place
  for (let t = tables.length - 1; t >= 0; t--) {
    const table = tables[t] as HTMLTableElement;
    for (const i of cellsOf.get(table) ?? []) cellTexts[i] = inner(cells[i] as HTMLElement);
    captions[t] = table.caption ? inner(table.caption) : "";
    const place = document.createElement("div");
    place.textContent = `\ufdd0${t}\ufdd0`;
    table.replaceWith(place);
  }
  return { cells: cellTexts, captions, page: document.body.checkVisibility() ? inner(document.body) : "" };
}

/** All that is written on the page. */
// biome-ignore lint/performance/useDomNodeTextContent: what is shown, not what the source holds
export const wholeText = (): string => document.body.innerText;
