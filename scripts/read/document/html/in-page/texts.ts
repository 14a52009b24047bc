/// <reference lib="dom" />
/** The texts that are shown, in pieces: see tools.ts. */
import type { Box } from "./tools.ts";

/** How a piece of text looks. */
interface Look {
  readonly size: number;
  readonly shift: "none" | "raised" | "lowered";
  readonly isStruck: boolean;
  /** A line under it, which tells it from the run before. */
  readonly look: string;
  /** The first that it asks for: "Arial". */
  readonly font: string;
  /** Signs that run to the left, lie on their side, or are drawn as others of their font. */
  readonly isOdd: boolean;
}

/** A piece of a text node that is looked at: digits in a row, or the words between. */
export interface Run extends Look {
  readonly text: string;
  readonly isDigits: boolean;
  /** Of its digits, one each; of its words, one a line. */
  readonly boxes: readonly Box[];
  /** Of its digits: how much ink their font has for each, in pixels. */
  readonly ink: readonly number[];
  /** Between its digits, in ems, more than their font has. */
  readonly spacing: number;
  /** Follows the run before in the same cell, with this between the two. */
  readonly before: string | null;
  /** Index of its cell; null: outside the tables. */
  readonly cell: number | null;
}

interface TextTools {
  readonly lookOf: (element: Element, cell: Element | null) => Look;
  /** The box of all signs of a line, in one: each digit has its own share of it. */
  readonly digitsOf: (text: string, boxes: readonly Box[], element: Element) => Pick<Run, "boxes" | "ink" | "spacing">;
  /** The block that its line stands in. */
  readonly lineOf: (element: Element) => Element;
}
declare global {
  var textTools: TextTools;
}

export function prepareTexts(): void {
  const turned = new Map<Element, boolean>();
  const isTurned = (element: Element): boolean => {
    const known = turned.get(element);
    if (known !== undefined) return known;
    const { display, transform, rotate, scale } = getComputedStyle(element);
    const { a, b, d } = new DOMMatrixReadOnly(display === "inline" ? "none" : transform);
    const isItself = a <= 0 || d <= 0 || Math.abs(b) > 0.5 || rotate !== "none" || scale.includes("-");
    const answer =
      (display !== "inline" && isItself) || (element.parentElement !== null && isTurned(element.parentElement));
    turned.set(element, answer);
    return answer;
  };
  const isOdd = (element: Element, style: CSSStyleDeclaration): boolean =>
    style.writingMode !== "horizontal-tb" ||
    style.direction === "rtl" ||
    /override/.test(style.unicodeBidi) ||
    /sups|subs|sinf|frac|ordn|dnom|numr|salt|swsh|ss\d/.test(style.fontFeatureSettings) ||
    /full-width|full-size/.test(style.textTransform) ||
    style.fontVariantPosition !== "normal" ||
    style.getPropertyValue("-webkit-text-security") !== "none" ||
    element.closest("ruby") !== null ||
    isTurned(element);
  const isApart = ({ display, float, position }: CSSStyleDeclaration): boolean =>
    /inline-block|inline-table/.test(display) || float !== "none" || position === "absolute";
  const shiftOf = (element: Element, cell: Element | null, least: number): Look["shift"] => {
    let shift: Look["shift"] = "none";
    tools.upFrom(element, cell, ({ verticalAlign, display }) => {
      if (display !== "inline") return "stop";
      if (verticalAlign === "super" || Number.parseFloat(verticalAlign) > least) shift = "raised";
      else if (verticalAlign === "sub" || Number.parseFloat(verticalAlign) < -least) shift = "lowered";
      return shift === "none" ? "no" : "yes";
    });
    return shift;
  };
  globalThis.textTools = {
    ...globalThis.textTools,
    lookOf: (element, cell) => {
      const style = getComputedStyle(element);
      const size = Number.parseFloat(style.fontSize);
      return {
        size,
        shift: shiftOf(element, cell, size * 0.15),
        isStruck: tools.upFrom(element, (cell ?? document.body).parentElement, (around) => {
          if (around.textDecorationLine.includes("line-through")) return "yes";
          return isApart(around) ? "stop" : "no";
        }),
        look: style.textDecorationLine,
        font: tools.firstFont(style.fontFamily),
        isOdd: isOdd(element, style),
      };
    },
    lineOf: (element) => {
      let at = element;
      while (at.parentElement && /^(?:inline|contents|ruby)/.test(getComputedStyle(at).display)) at = at.parentElement;
      return at;
    },
  };
}

export function prepareDigits(): void {
  globalThis.textTools = {
    ...globalThis.textTools,
    digitsOf: (text, boxes, element) => {
      const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element);
      const size = Number.parseFloat(fontSize);
      const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
      const glyphs = [...text].map((digit) => tools.glyphOf(digit, font, size));
      const ink = glyphs.map((glyph) => glyph.ink);
      const [whole, ...others] = boxes;
      if (!whole || others.length > 0) return { boxes, ink, spacing: 0 };
      const advance = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0);
      const [left, y, width, height] = whole;
      const share = width / advance;
      let x = left;
      const own = glyphs.map((glyph): Box => {
        x += glyph.advance * share;
        return [x - glyph.advance * share, y, glyph.advance * share, height];
      });
      return { boxes: own, ink, spacing: (width - advance) / text.length / size };
    },
  };
}

export function layTexts(): readonly Run[] {
  const { lookOf, digitsOf, lineOf } = textTools;
  const indexOf = new Map<Element, number>(kept.cells.map((cell, i) => [cell, i]));
  const runs: Run[] = [];
  const nodes: { node: Text; start: number; text: string }[] = [];
  const last: { cell: Element | null; line: Element | null; between: string } = { cell: null, line: null, between: "" };
  const addRuns = (node: Text, element: Element, cell: Element | null): void => {
    const look = lookOf(element, cell);
    const line = lineOf(element);
    if (line !== last.line) last.between += "\n";
    for (const { 0: found, index } of node.data.matchAll(/\d+|[^\d\s][^\d]*/g)) {
      const text = found.trimEnd();
      if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(text)) continue; // signs of no width
      const boxes = tools.boxesOf(node, index, index + text.length);
      const isDigits = /\d/.test(text);
      const lead = node.data.slice(0, index);
      const between = lead.trim() === "" ? last.between + lead : (/\s*$/.exec(lead)?.[0] ?? "");
      runs.push({
        ...look,
        text,
        isDigits,
        ...(isDigits ? digitsOf(text, boxes, element) : { boxes, ink: [], spacing: 0 }),
        before: last.cell === cell && runs.length > 0 ? between : null,
        cell: cell ? (indexOf.get(cell) ?? null) : null,
      });
      nodes.push({ node, start: index, text });
      Object.assign(last, { cell, line, between: "" });
    }
    last.between = /\s*$/.exec(node.data)?.[0] ?? "";
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let at = walker.nextNode(); at; at = walker.nextNode()) {
    const element = at.parentElement;
    if (at instanceof Element && at.tagName === "BR") last.between += "\n";
    if (!(at instanceof Text) || !element || /^(?:SCRIPT|STYLE|TEMPLATE)$/.test(element.tagName)) continue;
    if (at.data.trim() === "") last.between += at.data;
    else if (tools.isRendered(element)) addRuns(at, element, element.closest("td,th"));
  }
  kept.nodes = nodes;
  return runs;
}
