/// <reference lib="dom" />
/**
 * What the functions of this folder share in the page. They are sent to the browser as text, one by one, and use nothing from outside but
 * `tools` and `kept`. The page's own scripts never run: nothing of it can change what these find.
 */

/** Left, top, width and height on the page, in CSS pixels. */
export type Box = readonly [x: number, y: number, width: number, height: number];

interface Glyph {
  /** How much ink it has, in pixels. */
  readonly ink: number;
  readonly advance: number;
}

interface Tools {
  readonly isRendered: (element: Element) => boolean;
  readonly boxOf: (rect: DOMRect) => Box;
  /** Of a piece of a text, one a line. */
  readonly boxesOf: (node: Text, start: number, end: number) => readonly Box[];
  /** "Arial, sans-serif" => "Arial" */
  readonly firstFont: (families: string) => string;
  /** Of a digit, as its font has it. */
  readonly glyphOf: (digit: string, font: string, size: number) => Glyph;
  /** The nearest of an element and those around it of which the answer is "yes"; none is looked at from `until`, or "stop", on. */
  readonly upFrom: (
    from: Element,
    until: Element | null,
    found: (style: CSSStyleDeclaration) => "yes" | "no" | "stop",
  ) => boolean;
}

/** What one function keeps for the next. */
interface Kept {
  tables: readonly HTMLTableElement[];
  cells: readonly HTMLTableCellElement[];
  nodes: readonly { readonly node: Text; readonly start: number; readonly text: string }[];
}
declare global {
  var tools: Tools;
  var kept: Kept;
}

/** `sheets`: style sheets that came with the page. */
export function prepare(sheets: readonly string[]): void {
  // a name given in the page must not stand in for a property of the document
  for (const named of Document.prototype.querySelectorAll.call(document, "[name]")) named.removeAttribute("name");
  for (const unshown of document.querySelectorAll("noscript")) unshown.remove();
  for (const sheet of sheets)
    document.head.append(Object.assign(document.createElement("style"), { textContent: sheet }));
  const canvas = new OffscreenCanvas(1, 1);
  const pen = canvas.getContext("2d", { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
  const glyphs = new Map<string, Glyph>();
  const drawn = (digit: string, font: string, size: number): Glyph => {
    const side = Math.min(400, Math.ceil(size * 2) + 4);
    Object.assign(canvas, { width: side, height: side });
    pen.font = font;
    pen.fillText(digit, side / 4, side * 0.75);
    const { data } = pen.getImageData(0, 0, side, side);
    let ink = 0;
    for (let i = 3; i < data.length; i += 4) ink += (data[i] as number) / 255;
    return { ink, advance: pen.measureText(digit).width };
  };
  const boxOf = (rect: DOMRect): Box => [rect.x + scrollX, rect.y + scrollY, rect.width, rect.height];
  globalThis.kept = { tables: [], cells: [], nodes: [] };
  globalThis.tools = {
    isRendered: (element) => element.checkVisibility({ visibilityProperty: true }),
    boxOf,
    boxesOf: (node, start, end) => {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      return [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0).map(boxOf);
    },
    firstFont: (families) => families.split(",", 1)[0]?.replace(/["']/g, "").trim() ?? "",
    glyphOf: (digit, font, size) => {
      const glyph = glyphs.get(digit + font) ?? drawn(digit, font, size);
      glyphs.set(digit + font, glyph);
      return glyph;
    },
    upFrom: (from, until, found) => {
      for (let at: Element | null = from; at && at !== until; at = at.parentElement) {
        const answer = found(getComputedStyle(at));
        if (answer !== "no") return answer === "yes";
      }
      return false;
    },
  };
}
