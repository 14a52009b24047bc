/// <reference lib="dom" />
/**
 * What is asked of a page that the browser has laid out. Each function is sent to the browser as text: it uses nothing from outside. The
 * page's own scripts never run, so that nothing of it can change what these find.
 */

/** Left, top, width and height on the page, in CSS pixels. */
export type Box = readonly [x: number, y: number, width: number, height: number];

/** A piece of a text node that is looked at: digits in a row, or the words between. */
export interface Run {
  readonly text: string;
  readonly isDigits: boolean;
  /** Of its digits, one each; of its words, one a line. */
  readonly boxes: readonly Box[];
  /** Of its digits: how much ink their font has for each, in pixels. */
  readonly ink: readonly number[];
  readonly size: number;
  /** Between its digits, in ems, more than their font has. */
  readonly spacing: number;
  readonly shift: "none" | "raised" | "lowered";
  readonly isStruck: boolean;
  /** What tells it from the run before: a line under it. */
  readonly look: string;
  /** The first that it asks for: "Arial". */
  readonly font: string;
  /** Signs of other scripts' direction, ligatures, a font's own figures … */
  readonly isOdd: boolean;
  /** Follows the run before in the same cell, with this between the two. */
  readonly before: string | null;
  /** Index of its cell; null: outside the tables. */
  readonly cell: number | null;
}

export interface CellBox {
  readonly table: number;
  readonly row: number;
  /** Rows that stand together: those of a thead, of a tbody; no cell reaches from one into the next. */
  readonly section: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly box: Box;
  /** It does not stand where its table would put it. */
  readonly isMoved: boolean;
  /** The words of what stands in it and is no text of the page: a picture, a form field; "" where it has none. */
  readonly drawn: readonly string[];
  /** What a style sheet or a list writes in it: `"9"`, "counter(rows)". */
  readonly written: readonly string[];
}

export interface Layout {
  readonly runs: readonly Run[];
  readonly cells: readonly CellBox[];
  readonly width: number;
  readonly height: number;
  readonly hasOwnFonts: boolean;
  readonly hasProgram: boolean;
  readonly hasFrames: boolean;
  readonly isAnimated: boolean;
  readonly asksForSheets: boolean;
}

/** What `layOut` keeps for the functions after it. */
interface Kept {
  readonly nodes: readonly { readonly node: Text; readonly start: number; readonly text: string }[];
  readonly tables: readonly HTMLTableElement[];
  readonly cells: readonly HTMLTableCellElement[];
}
declare global {
  var kept: Kept;
}

/** `sheets`: style sheets that came with the page. */
export function layOut(sheets: readonly string[]): Layout {
  // a name given in the page must not stand in for a property of the document
  for (const named of Document.prototype.querySelectorAll.call(document, "[name]")) named.removeAttribute("name");
  for (const unshown of document.querySelectorAll("noscript")) unshown.remove();
  for (const sheet of sheets)
    document.head.append(Object.assign(document.createElement("style"), { textContent: sheet }));
  const pen = new OffscreenCanvas(1, 1).getContext("2d", {
    willReadFrequently: true,
  }) as OffscreenCanvasRenderingContext2D;
  const glyphs = new Map<string, { ink: number; advance: number }>();
  const glyphOf = (digit: string, font: string, size: number): { ink: number; advance: number } => {
    const known = glyphs.get(digit + font);
    if (known) return known;
    const side = Math.min(400, Math.ceil(size * 2) + 4);
    Object.assign(pen.canvas, { width: side, height: side });
    pen.font = font;
    pen.fillText(digit, side / 4, side * 0.75);
    const { data } = pen.getImageData(0, 0, side, side);
    let ink = 0;
    for (let i = 3; i < data.length; i += 4) ink += (data[i] as number) / 255;
    const glyph = { ink, advance: pen.measureText(digit).width };
    glyphs.set(digit + font, glyph);
    return glyph;
  };
  const upFrom = (
    from: Element,
    until: Element | null,
    found: (style: CSSStyleDeclaration) => boolean | "stop",
  ): boolean => {
    for (let at: Element | null = from; at && at !== until; at = at.parentElement) {
      const answer = found(getComputedStyle(at));
      if (answer !== false) return answer === true;
    }
    return false;
  };
  const boxOf = (r: DOMRect): Box => [r.x + scrollX, r.y + scrollY, r.width, r.height];
  const boxesOf = (node: Text, start: number, end: number): Box[] => {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    return [...range.getClientRects()].filter((r) => r.width > 0 && r.height > 0).map(boxOf);
  };
  const firstFont = (families: string): string => families.split(",", 1)[0]?.replace(/["']/g, "").trim() ?? "";
  const isRendered = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });

  // the tables, row by row as they are shown
  const tables = [...document.querySelectorAll("table")].filter(isRendered);
  const cellElements: HTMLTableCellElement[] = [];
  const cells: CellBox[] = [];
  const drawnTags = "img,svg,canvas,input,select,textarea,object,embed,iframe,math,video,meter,progress,button,ruby";
  const isMovedIn = (element: Element, display: RegExp): boolean => {
    const style = getComputedStyle(element);
    return (
      !display.test(style.display) ||
      style.transform !== "none" ||
      /absolute|fixed/.test(style.position) ||
      (style.position === "relative" && [style.top, style.left].some((offset) => Number.parseFloat(offset) !== 0)) ||
      style.float !== "none" ||
      style.direction === "rtl" ||
      style.writingMode !== "horizontal-tb"
    );
  };
  const writtenIn = (element: Element): string[] => {
    const { display, listStyleType } = getComputedStyle(element);
    const isNumbered = display === "list-item" && !/^(?:none|disc|circle|square|disclosure-.*)$/.test(listStyleType);
    const contents = [null, "::before", "::after"].map((pseudo) => getComputedStyle(element, pseudo).content);
    return [
      ...(isNumbered ? ["counter(list-item)"] : []),
      ...contents.filter((one) => !/^(?:none|normal|"\s*")$/.test(one)),
    ];
  };
  const styles = [...document.querySelectorAll("style"), ...document.querySelectorAll("[style*=content]")];
  const mayBeWritten =
    document.querySelector("q,li") !== null ||
    styles.some((one) => /content|list-item/i.test(`${one.textContent} ${one.getAttribute("style")}`));
  const wordsOf = (element: Element): string =>
    element.getAttribute("alt") ??
    (element instanceof SVGElement
      ? [...element.querySelectorAll("text")].map((text) => text.textContent).join(" ")
      : String((element as HTMLInputElement).value ?? element.textContent ?? ""));
  for (const [t, table] of tables.entries()) {
    const groups = [...table.children];
    const rows = [...table.rows].map((row) => ({ row, top: row.getBoundingClientRect().top }));
    for (const [r, { row }] of rows.toSorted((a, b) => a.top - b.top).entries()) {
      const group = row.parentElement as Element;
      const isRowMoved =
        isMovedIn(table, /^(?:inline-)?table$/) ||
        isMovedIn(row, /^table-row$/) ||
        (group !== table && isMovedIn(group, /^table-(?:row|header|footer)-group$/));
      for (const cell of row.cells) {
        const style = getComputedStyle(cell);
        if (style.visibility === "collapse" || getComputedStyle(row).visibility === "collapse") continue;
        if (cell.getClientRects().length === 0) continue;
        const isOwn = (element: Element): boolean => element.closest("td,th") === cell;
        const drawn = [...cell.querySelectorAll(drawnTags)].filter((element) => {
          const { width, height } = element.getBoundingClientRect();
          const isEmpty =
            element.matches("input[type=checkbox],input[type=radio],input[type=submit],input[type=button]") ||
            (element.matches("input,textarea") && wordsOf(element) === "");
          return isOwn(element) && isRendered(element) && width > 3 && height > 3 && !isEmpty;
        });
        cellElements.push(cell);
        cells.push({
          table: t,
          row: r,
          section: groups.indexOf(group),
          colSpan: cell.colSpan,
          rowSpan: cell.rowSpan,
          box: boxOf(cell.getBoundingClientRect()),
          isMoved: isRowMoved || isMovedIn(cell, /^table-cell$/),
          drawn: drawn.map(wordsOf),
          written: mayBeWritten ? [cell, ...cell.querySelectorAll("*")].filter(isOwn).flatMap(writtenIn) : [],
        });
      }
    }
  }
  const indexOf = new Map<Element, number>(cellElements.map((cell, i) => [cell, i]));

  // the texts
  const runs: Run[] = [];
  const nodes: { node: Text; start: number; text: string }[] = [];
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const turned = new Map<Element, boolean>();
  const isTurned = (element: Element): boolean => {
    const known = turned.get(element);
    if (known !== undefined) return known;
    const { display, transform, rotate, scale } = getComputedStyle(element);
    const { a, b, d } = new DOMMatrixReadOnly(display === "inline" ? "none" : transform);
    const isOwn =
      display !== "inline" && (a <= 0 || d <= 0 || Math.abs(b) > 0.5 || rotate !== "none" || scale.includes("-"));
    const answer = isOwn || (element.parentElement !== null && isTurned(element.parentElement));
    turned.set(element, answer);
    return answer;
  };
  const lineOf = (element: Element): Element => {
    let at = element;
    while (at.parentElement && /^(?:inline|contents|ruby)/.test(getComputedStyle(at).display)) at = at.parentElement;
    return at;
  };
  const last: { cell: Element | null; line: Element | null; between: string } = { cell: null, line: null, between: "" };
  for (let at = walker.nextNode(); at; at = walker.nextNode()) {
    if (!(at instanceof Text)) {
      if ((at as Element).tagName === "BR") last.between += "\n";
      continue;
    }
    const node = at;
    const element = node.parentElement;
    if (!element || /^(?:SCRIPT|STYLE|TEMPLATE|NOSCRIPT)$/.test(element.tagName)) continue;
    if (node.data.trim() === "") {
      last.between += node.data;
      continue;
    }
    if (!isRendered(element)) continue;
    const cell = element.closest("td,th");
    const style = getComputedStyle(element);
    const until = cell ?? document.body;
    const line = lineOf(element);
    if (line !== last.line) last.between += "\n";
    const isStruck = upFrom(element, until.parentElement, (s) => {
      if (s.textDecorationLine.includes("line-through")) return true;
      return /inline-block|inline-table/.test(s.display) || s.float !== "none" || s.position === "absolute"
        ? "stop"
        : false;
    });
    const size = Number.parseFloat(style.fontSize);
    const leastShift = size * 0.15;
    let shift: Run["shift"] = "none";
    upFrom(element, cell, ({ verticalAlign, display }) => {
      if (display !== "inline") return "stop";
      if (verticalAlign === "super" || Number.parseFloat(verticalAlign) > leastShift) shift = "raised";
      else if (verticalAlign === "sub" || Number.parseFloat(verticalAlign) < -leastShift) shift = "lowered";
      return shift !== "none";
    });
    const isOdd =
      style.writingMode !== "horizontal-tb" ||
      style.direction === "rtl" ||
      /override/.test(style.unicodeBidi) ||
      /sups|subs|sinf|frac|ordn|dnom|numr|salt|swsh|ss\d/.test(style.fontFeatureSettings) ||
      element.closest("ruby") !== null ||
      isTurned(element) ||
      /full-width|full-size/.test(style.textTransform) ||
      style.fontVariantPosition !== "normal" ||
      style.getPropertyValue("-webkit-text-security") !== "none";
    const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    for (const { 0: text, index } of node.data.matchAll(/\d+|[^\d\s][^\d]*/g)) {
      const isDigits = /\d/.test(text);
      if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(text)) continue; // signs of no width
      const glyphsOfRun = isDigits ? [...text].map((digit) => glyphOf(digit, font, size)) : [];
      const lines = boxesOf(node, index, index + text.trimEnd().length);
      const advance = glyphsOfRun.reduce((sum, glyph) => sum + glyph.advance, 0);
      const whole = lines.length === 1 ? lines[0] : undefined;
      let before = 0;
      // each digit has its own share of the box of them all
      const boxes =
        isDigits && whole
          ? glyphsOfRun.map((glyph): Box => {
              const [x, y, width, height] = whole;
              const share = width / advance;
              before += glyph.advance;
              return [x + (before - glyph.advance) * share, y, glyph.advance * share, height];
            })
          : lines;
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + text.length);
      ranges.push(range);
      const lead = node.data.slice(0, index);
      const between = lead.trim() === "" ? last.between + lead : (/\s*$/.exec(lead)?.[0] ?? "");
      runs.push({
        text: text.trimEnd(),
        isDigits,
        boxes,
        ink: glyphsOfRun.map((glyph) => glyph.ink),
        spacing: isDigits && whole ? (whole[2] - advance) / text.length / size : 0,
        size,
        shift,
        isStruck,
        look: style.textDecorationLine,
        font: firstFont(style.fontFamily),
        isOdd,
        before: last.cell === cell && runs.length > 0 ? between : null,
        cell: cell ? (indexOf.get(cell) ?? null) : null,
      });
      nodes.push({ node, start: index, text });
      Object.assign(last, { cell, line, between: "" });
    }
    last.between = /\s*$/.exec(node.data)?.[0] ?? "";
  }
  const texts = new CSSStyleSheet();
  texts.replaceSync(
    "::highlight(texts){color:transparent!important;text-shadow:none!important;-webkit-text-fill-color:transparent!important;-webkit-text-stroke-color:transparent!important}",
  );
  document.adoptedStyleSheets = [texts];
  const highlight = new Highlight(...ranges);
  globalThis.kept = { nodes, tables, cells: cellElements };
  Object.assign(globalThis, { highlight });
  const isForScreen = (element: Element): boolean => !/^\s*print\s*$/i.test(element.getAttribute("media") ?? "");
  const isSheet = (link: Element): boolean => /^stylesheet$/i.test(link.getAttribute("rel") ?? "") && isForScreen(link);
  const own = [...document.querySelectorAll("style")]
    .filter(isForScreen)
    .map((one) => one.textContent ?? "")
    .join("\n");
  return {
    runs,
    cells,
    width: document.documentElement.scrollWidth,
    height: document.documentElement.scrollHeight,
    hasOwnFonts: [...document.fonts].some(({ family }) =>
      runs.some(({ isDigits, font }) => isDigits && font === firstFont(family)),
    ),
    hasProgram: [...document.scripts].some(
      ({ src, type, textContent }) =>
        (src !== "" || textContent?.trim() !== "") && /^(?:$|module|.*(?:java|ecma|vb)script)/i.test(type),
    ),
    isAnimated: document.getAnimations().length > 0,
    hasFrames: document.querySelector("iframe,frame,object,embed") !== null,
    asksForSheets: [...document.querySelectorAll("link[href]")].some(isSheet) || /@import/i.test(own),
  };
}

/** The texts that `layOut` has found are not drawn any more. */
export function hideTexts(): void {
  const { highlight } = globalThis as unknown as { highlight: Highlight };
  CSS.highlights.set("texts", highlight);
}

/** @returns how far the page went. */
export function scrollDown(top: number): number {
  scrollTo({ top, behavior: "instant" });
  return scrollY;
}

/** `texts`: what the runs say, where it is not as it is written ("⁹"; "": it is not seen). */
export interface Texts {
  readonly cells: readonly string[];
  /** Before each table: its caption. */
  readonly captions: readonly string[];
  /** Of the whole page; a table stands in it as "\ufdd03\ufdd0", its index, as it does in the cell that holds it. */
  readonly page: string;
}

export function gatherTexts(texts: Readonly<Record<number, string>>): Texts {
  const { nodes, tables, cells } = globalThis.kept;
  for (let i = nodes.length - 1; i >= 0; i--) {
    const text = texts[i];
    const run = nodes[i];
    if (text !== undefined && run) run.node.replaceData(run.start, run.text.trimEnd().length, text);
  }
  // biome-ignore lint/performance/useDomNodeTextContent: what is shown, not what the source holds
  const inner = (element: HTMLElement): string => element.innerText;
  for (const field of document.querySelectorAll<HTMLInputElement>("input,textarea")) {
    const isShown =
      field.checkVisibility() && !/^(?:checkbox|radio|submit|button|reset|image|file|hidden)$/.test(field.type);
    field.replaceWith(isShown ? field.value : "");
  }
  for (const list of document.querySelectorAll("select:not([multiple])"))
    if ((list as HTMLSelectElement).size <= 1)
      list.replaceWith((list as HTMLSelectElement).selectedOptions[0]?.text ?? "");
  const cellTexts = cells.map(() => "");
  const captions = tables.map(() => "");
  // the innermost first: the cell that holds it finds its place
  for (let t = tables.length - 1; t >= 0; t--) {
    const table = tables[t] as HTMLTableElement;
    for (const [i, cell] of cells.entries()) if (cell.closest("table") === table) cellTexts[i] = inner(cell);
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
