/**
 * The text of an HTML page -> blocks, as a person sees them in a browser. Wraps htmlparser2, which gives the tags in order; what browsers
 * do with those that are not closed in tables is done here (HTML Standard, 13.2.6.4.9 to 13.2.6.4.15). Nothing is followed or run.
 */
import { Parser } from "htmlparser2";
import { MAX_COLUMNS, MAX_DEPTH, MAX_ROWS } from "../../contract/limits.ts";
import type { Block } from "../document.ts";
import { PLAIN_LOOK } from "../seen-text.ts";
import { isSymbolFont, symbolText } from "../symbol-fonts.ts";
import { appliesOnScreen, parseStyleSheets } from "./css.ts";
import type { Styled } from "./css-selectors.ts";
import { createHtmlFlow, type HtmlFlow } from "./html-flow.ts";
import { elementLook, indexRules, lookOf, PAGE, type PageRules, type Visual } from "./html-look.ts";

/** Elements open at one time: unclosed <font> or <p> of a careless export add up, never to this. */
const MAX_OPEN_ELEMENTS = 10 * MAX_DEPTH;

/** Nested beyond the limits. */
export const TOO_DEEP = "too-deep";

/** Elements whose text is no text of the page; those of a drawing name it. */
const SILENT: ReadonlySet<string> = new Set("script style head title xml desc metadata defs".split(" "));
/** Elements that <head> may hold: another one ends it. */
const OF_HEAD: ReadonlySet<string> = new Set(
  "title style script meta link base noscript template xml object basefont".split(" "),
);
/** Elements that begin and end a line of text. */
const BLOCKS: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 " +
    "header hr html legend li main nav ol p pre section summary ul"
  ).split(" "),
);
/** Shown as something that is no text of the page. */
const FOREIGN: ReadonlySet<string> = new Set("iframe embed canvas video audio progress meter applet".split(" "));

/** Opening one of these ends the elements that are open, down to the nearest of the second. */
const ENDS_DOWN_TO: Readonly<Record<string, readonly string[]>> = {
  td: ["tr", "thead", "tbody", "tfoot", "table", "template"],
  th: ["tr", "thead", "tbody", "tfoot", "table", "template"],
  tr: ["thead", "tbody", "tfoot", "table", "template"],
  thead: ["table", "template"],
  tbody: ["table", "template"],
  tfoot: ["table", "template"],
};

interface OpenElement extends Styled {
  visual: Visual;
  readonly isSilent: boolean;
  /** What ends with it. */
  ends: "table" | "group" | "row" | "cell" | "line" | null;
  /** A tag of its table has ended it; its own end tag says nothing more. */
  isClosed: boolean;
  children: number;
  lastChild: OpenElement | null;
  /** The <tbody> that a table has around its rows, when none is written. */
  impliedBody: Styled | null;
}

/** `sheets`: style sheets that came with the page. Blocks in the order of the page; in words, what is wrong otherwise. */
export function readPage(text: string, sheets: readonly string[]): readonly Block[] | string {
  const own = ownSheets(text);
  if (own === TOO_DEEP) return own;
  const rules = indexRules(parseStyleSheets([...sheets, ...own]));
  const reading = createReading(rules);
  if (!scan(text, reading)) return TOO_DEEP;
  return rules.isExhausted() ? "une feuille de style démesurée" : reading.flow.finish();
}

interface TagListener {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text: (data: string) => void;
  /** `isImplied`: the page ends, or another tag does, before its own end tag. */
  readonly close: (isImplied: boolean) => void;
  /** Tables open at one time. */
  readonly depth: () => number;
}

/** false: nested beyond the limits. */
function scan(text: string, listener: TagListener): boolean {
  let isDeep = false;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        // The parser's own stack of open elements is slow when deep.
        if (++depth > MAX_OPEN_ELEMENTS || (name === "table" && listener.depth() >= MAX_DEPTH)) isDeep = true;
        if (isDeep) parser.pause();
        else listener.open(name, attributes);
      },
      ontext: listener.text,
      onclosetag(_, isImplied) {
        depth--;
        if (!isDeep) listener.close(isImplied);
      },
    },
    { decodeEntities: true },
  );
  for (let at = 0; at < text.length && !isDeep; at += 65_536) parser.write(text.slice(at, at + 65_536));
  if (!isDeep) parser.end();
  return !isDeep;
}

/** The texts of <style>, in their order: one at the end of the page bears on its beginning. */
function ownSheets(text: string): readonly string[] | typeof TOO_DEEP {
  if (!/<style/i.test(text)) return [];
  const sheets: string[] = [];
  const open: boolean[] = []; // is it a style sheet for the screen?
  const isWhole = scan(text, {
    open: (name, { media = "" }) => {
      const isSheet = name === "style" && appliesOnScreen(media);
      open.push(isSheet);
      if (isSheet) sheets.push("");
    },
    text: (data) => {
      if (open.at(-1)) sheets[sheets.length - 1] += data;
    },
    close: () => {
      open.pop();
    },
    depth: () => 0,
  });
  return isWhole ? sheets : TOO_DEEP;
}

/** A whole number of an attribute, within bounds: colspan="3" => 3, colspan="x" => 1 */
const spanOf = (value: string | undefined, most: number): number => {
  const span = Number.parseInt(value ?? "1", 10);
  return Number.isInteger(span) && span > 0 ? Math.min(span, most) : 1;
};

function createReading(rules: PageRules): TagListener & { readonly flow: HtmlFlow } {
  const flow = createHtmlFlow();
  const open: OpenElement[] = [];
  const top = (): OpenElement | null => open.findLast((element) => !element.isClosed) ?? null;

  const close = (element: OpenElement, isCut: boolean): void => {
    if (element.isClosed) return;
    element.isClosed = true;
    element.lastChild = null;
    if (element.ends === "table") flow.closeTable(isCut);
    else if (element.ends === "group") flow.closeGroup();
    else if (element.ends === "row") flow.closeRow();
    else if (element.ends === "cell") flow.closeCell();
    else if (element.ends === "line") flow.endLine();
  };
  /** Ends what stands above the nearest element of these names. */
  const endDownTo = (names: readonly string[]): void => {
    for (let at = top(); at && !names.includes(at.name); at = top()) close(at, false);
  };
  /** What a tag ends before it begins. */
  const endBefore = (name: string): void => {
    if (top()?.name === "head" && !OF_HEAD.has(name)) endDownTo(["html"]);
    const downTo = ENDS_DOWN_TO[name];
    const around = open.findLast(
      (element) => !element.isClosed && /^(?:table|td|th|caption|template)$/.test(element.name),
    );
    if (downTo && around && around.name !== "template") endDownTo(downTo);
    // A table directly within a table, outside its cells, ends it.
    if (name === "table" && around?.name === "table") {
      endDownTo(["table"]);
      close(around, false);
    }
  };

  return {
    flow,
    depth: flow.depth,
    open: (name, attributes) => {
      endBefore(name);
      const parent = top();
      const element: OpenElement = {
        name,
        attributes,
        classes: attributes.class?.split(/\s+/) ?? [],
        parent: name === "tr" && parent?.name === "table" ? bodyOf(parent) : parentInPage(name, parent),
        previous: parent?.lastChild ?? null,
        rank: (parent?.children ?? 0) + 1,
        visual: parent?.visual ?? PAGE,
        isSilent: parent?.isSilent || SILENT.has(name),
        ends: null,
        isClosed: false,
        children: 0,
        lastChild: null,
        impliedBody: null,
      };
      open.push(element);
      if (parent) {
        parent.children += 1;
        parent.lastChild = element;
      }
      if (element.isSilent) return;
      const { visual, drawn, breaksLines } = elementLook(element, element.visual, rules);
      element.visual = visual;
      if (visual.hidden || name === "option") flow.endRun();
      if (visual.hidden) return;
      element.ends = begin(flow, element, breaksLines);
      for (const text of drawn) flow.addBeside({ kind: "unsure", text });
      addForeign(flow, element);
      if (FOREIGN.has(name)) element.visual = { ...visual, hidden: true };
    },
    text: (data) => {
      const element = top();
      if (element?.isSilent) return;
      const visual = element?.visual ?? PAGE;
      const look = lookOf(visual);
      const text = visual.keepsLines ? data.replace(/\r?\n/g, "\v") : data;
      const font = visual.font.split(",")[0]?.replace(/["']/g, "") ?? "";
      const symbols = font !== "" && isSymbolFont(font) ? symbolText(font, text) : null;
      if (symbols !== "ornament") flow.add(text, { ...look, kind: look.kind ?? symbols });
    },
    close: (isImplied) => {
      const element = open.pop();
      if (!element || element.isClosed) return;
      // What stands above it in its table goes with it.
      close(element, isImplied);
    },
  };
}

/** Rows written directly in a table stand in a body all the same. */
function bodyOf(table: OpenElement): Styled {
  table.impliedBody ??= { name: "tbody", attributes: {}, classes: [], parent: table, previous: null, rank: 1 };
  return table.impliedBody;
}

/** A page has <html> and <body>, written or not. */
const HTML: Styled = { name: "html", attributes: {}, classes: [], parent: null, previous: null, rank: 1 };
const BODY: Styled = { ...HTML, name: "body", parent: HTML, rank: 2 };

function parentInPage(name: string, parent: Styled | null): Styled | null {
  if (name === "html") return null;
  if (name === "head" || name === "body") return parent ?? HTML;
  return parent === null || parent.name === "html" ? BODY : parent;
}

/** Begins the line, table, row or cell of an element that is shown; what ends with it. */
function begin(flow: HtmlFlow, { name, attributes }: Styled, breaksLines: boolean): OpenElement["ends"] {
  if (name === "table") {
    flow.openTable();
    return "table";
  }
  if (flow.depth() > 0) {
    if (name === "thead" || name === "tbody" || name === "tfoot") {
      flow.openGroup(name);
      return "group";
    }
    if (name === "tr") {
      flow.openRow();
      return "row";
    }
    if (name === "td" || name === "th") {
      const rowSpan = attributes.rowspan === "0" ? MAX_ROWS : spanOf(attributes.rowspan, MAX_ROWS);
      flow.openCell({ colSpan: spanOf(attributes.colspan, MAX_COLUMNS + 1), rowSpan });
      return "cell";
    }
  }
  if (name === "br") flow.add("\v", PLAIN_LOOK);
  if (!BLOCKS.has(name) && !breaksLines) return null;
  flow.endLine();
  return "line";
}

/** Pictures, fields and other pages, which a person may take for a figure. */
function addForeign(flow: HtmlFlow, { name, attributes }: Styled): void {
  if (name === "img" || name === "image") {
    const isSpeck = [attributes.width, attributes.height].some(
      (size) => size !== undefined && Number.parseInt(size, 10) <= 2,
    );
    if (!isSpeck) flow.addBeside({ kind: "other", text: attributes.alt?.trim() ?? "" });
  } else if (name === "input") {
    const isText = !/^(?:hidden|checkbox|radio|file|image|color|range)$/i.test(attributes.type ?? "text");
    if (isText && attributes.value) flow.addBeside({ kind: "other", text: attributes.value.trim() });
  } else if (FOREIGN.has(name) || (name === "object" && attributes.data !== undefined))
    flow.addBeside({ kind: "other", text: "" });
}
