/**
 * The text of an HTML page -> blocks, as a person sees them in a browser. What browsers
 * do with tags that are not closed in tables is done here (HTML Standard, 13.2.6.4.9 to 13.2.6.4.15). Nothing is followed or run.
 */
import { MAX_COLUMNS, MAX_ROWS } from "../../contract/limits.ts";
import { LAID_OVER, type OtherLook } from "../../contract/may-look-otherwise.ts";
import type { Block } from "../document.ts";
import { PLAIN_LOOK } from "../seen-text.ts";
import { isSymbolFont, symbolText } from "../symbol-fonts.ts";
import { parseStyleSheets } from "./css.ts";
import type { Styled } from "./css-selectors.ts";
import { indexRules, type PageRules } from "./html-cascade.ts";
import { createHtmlFlow, type HtmlFlow } from "./html-flow.ts";
import { elementLook, lookOf, PAGE, type Visual } from "./html-look.ts";
import { lookOfPage, PROGRAM, SHEET_APART, scan, type TagListener, TOO_DEEP } from "./html-tags.ts";

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
  /** A gap stands after it. */
  gapAfter: boolean;
  /** The <tbody> that a table has around its rows, when none is written. */
  impliedBody: (Styled & { readonly visual: Visual }) | null;
}

export interface ReadPage {
  /** In the order of the page. */
  readonly blocks: readonly Block[];
  /** Why a browser may show something else. */
  readonly otherLooks: readonly OtherLook[];
}

/** `sheets`: style sheets that came with the page. In words, what is wrong otherwise. */
export function readPage(text: string, sheets: readonly string[]): ReadPage | string {
  const look = lookOfPage(text);
  if (look === TOO_DEEP) return look;
  const styles = parseStyleSheets([...sheets, ...look.sheets]);
  const rules = indexRules(styles);
  const reading = createReading(rules);
  if (!scan(text, reading)) return TOO_DEEP;
  if (rules.isExhausted()) return "une feuille de style démesurée";
  const blocks = reading.flow.finish();
  if (typeof blocks === "string") return blocks;
  const asksForMore = styles.asksForMore || (look.asksForMore && sheets.length === 0);
  const otherLooks = [
    ...(asksForMore ? [SHEET_APART] : []),
    ...(look.hasProgram ? [PROGRAM] : []),
    ...(reading.isLaidOver() ? [LAID_OVER] : []),
  ];
  return { blocks, otherLooks };
}

/** A whole number of an attribute, within bounds: colspan="3" => 3, colspan="x" => 1 */
const spanOf = (value: string | undefined, most: number): number => {
  const span = Number.parseInt(value ?? "1", 10);
  return Number.isInteger(span) && span > 0 ? Math.min(span, most) : 1;
};

interface PageReading extends TagListener {
  readonly flow: HtmlFlow;
  readonly isLaidOver: () => boolean;
}

function createReading(rules: PageRules): PageReading {
  const flow = createHtmlFlow();
  // A page that writes no <html> or <body> has them all the same.
  const html = elementLook(HTML, PAGE, rules).visual;
  const body = elementLook(BODY, html, rules).visual;
  const around = (name: string): Visual => (name === "html" ? PAGE : name === "head" || name === "body" ? html : body);
  let laidOver = false;
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
    isLaidOver: () => laidOver,
    open: (name, attributes) => {
      endBefore(name);
      const parent = top();
      const implied = name === "tr" && parent?.name === "table" ? bodyOf(parent, rules) : null;
      const element: OpenElement = {
        name,
        attributes,
        classes: attributes.class?.split(/\s+/) ?? [],
        parent: implied ?? parentInPage(name, parent),
        previous: parent?.lastChild ?? null,
        rank: (parent?.children ?? 0) + 1,
        visual: implied?.visual ?? parent?.visual ?? around(name),
        gapAfter: false,
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
      const { visual, drawn, breaksLines, gaps, isLaidOver } = elementLook(element, element.visual, rules);
      element.visual = visual;
      laidOver ||= isLaidOver;
      castDoubt(element, parent, open);
      if (visual.hidden || name === "option") flow.endRun();
      if (visual.hidden) return;
      element.ends = begin(flow, element, breaksLines);
      if (gaps.before) flow.add(" ", lookOf(visual));
      element.gapAfter = gaps.after;
      for (const text of drawn) flow.addBeside({ kind: "unsure", text });
      addForeign(flow, element);
      const marker = flow.depth() > 0 ? markerOf(element) : undefined;
      if (marker !== undefined) flow.addBeside({ kind: "other", text: marker });
      if (FOREIGN.has(name)) element.visual = { ...visual, hidden: true };
    },
    text: (data) => {
      const element = top();
      if (element?.isSilent) return;
      const visual = element?.visual ?? body;
      const look = lookOf(visual, data);
      const text = visual.keepsLines ? data.replace(/\r?\n/g, "\v") : data;
      const font = visual.font.split(",")[0]?.replace(/["']/g, "") ?? "";
      const symbols = font !== "" && isSymbolFont(font) ? symbolText(font, text) : null;
      if (symbols !== "ornament") flow.add(text, { ...look, kind: look.kind ?? symbols });
    },
    close: (isImplied) => {
      const element = open.pop();
      if (!element || element.isClosed) return;
      if (element.gapAfter) flow.add(" ", lookOf(element.visual));
      // What stands above it in its table goes with it.
      close(element, isImplied);
    },
  };
}

/** Rows written directly in a table stand in a body all the same. */
function bodyOf(table: OpenElement, rules: PageRules): Styled & { readonly visual: Visual } {
  if (!table.impliedBody) {
    const body: Styled = { name: "tbody", attributes: {}, classes: [], parent: table, previous: null, rank: 1 };
    table.impliedBody = { ...body, visual: elementLook(body, table.visual, rules).visual };
  }
  return table.impliedBody;
}

/** A column that is not shown, or another tree in place of what an element holds: what follows is not sure. */
function castDoubt(element: OpenElement, parent: OpenElement | null, open: readonly OpenElement[]): void {
  const { name, attributes, visual } = element;
  const isColumn = name === "col" || name === "colgroup";
  const table = isColumn && visual.invisible ? open.findLast((one) => one.name === "table") : undefined;
  const doubtful = name === "template" && "shadowrootmode" in attributes ? parent : table;
  if (doubtful) doubtful.visual = { ...doubtful.visual, unsure: true };
}

/** "3." before the third item of a numbered list. */
function markerOf({ name, parent, attributes, rank }: OpenElement): string | undefined {
  if (name !== "li" || (parent?.name !== "ol" && attributes.value === undefined)) return undefined;
  const start = Number.parseInt(parent?.attributes.start ?? "1", 10) || 1;
  return `${attributes.value ?? start + rank - 1}.`;
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
