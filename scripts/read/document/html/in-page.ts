/// <reference lib="dom" />
/** What is asked of a page, and done to it, in the browser: each function is sent there as text, and uses nothing from outside. */

export interface PageFacts {
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

/**
 * Each cell gets its lines, by which a printed table is read: nothing else ends a row, so that one which lacks a cell is seen; a table that lays the page
 * out holds others, has none, and keeps these apart. Words struck out beside another text are no part of what is seen, nor a bullet; a figure that is a link,
 * after another, is a mark of it. Are there digits in a font of signs?
 */
export function prepare(signFonts: string): boolean {
  // a name given in the page must not stand in for a property of the document
  for (const named of Document.prototype.querySelectorAll.call(document, "[name]")) named.removeAttribute("name");
  for (const unshown of document.querySelectorAll("noscript")) unshown.remove();
  const lines = `
    table:not(:has(table)) { border-collapse: collapse !important; border-spacing: 0 !important }
    table:not(:has(table)), table:not(:has(table)) :is(colgroup, col, thead, tbody, tfoot, tr) { border: none !important }
    table:not(:has(table)) :is(td, th) { border: 1px solid #777 !important }
    table table { margin: 1em !important }
    tr { break-inside: avoid !important }`;
  document.head.append(Object.assign(document.createElement("style"), { textContent: lines }));
  let hasSignDigits = false;
  for (const element of document.querySelectorAll<HTMLElement>("body, body *")) {
    const { textDecorationLine: line, fontFamily } = getComputedStyle(element);
    const text = element.textContent.trim();
    const isInCell = text !== element.closest("td,th")?.textContent.trim();
    const isOfSigns = new RegExp(signFonts, "i").test(fontFamily.split(",", 1)[0] ?? "");
    hasSignDigits ||= isOfSigns && /\d/.test(text);
    if (!/\d/.test(text) && ((line.includes("line-through") && isInCell) || isOfSigns))
      element.style.visibility = "hidden";
  }
  for (const link of document.querySelectorAll("a"))
    if (/^\d/.test(link.textContent) && /\d$/.test(link.previousSibling?.textContent ?? ""))
      Object.assign(link.style, { fontSize: "70%", verticalAlign: "super" });
  return hasSignDigits;
}
