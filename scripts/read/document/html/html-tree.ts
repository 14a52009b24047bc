/**
 * The elements of a page that are open: what a tag ends before it begins, and in which element it then stands. What browsers do with
 * tags that are not closed in tables is done here (HTML Standard, 13.2.6.4.9 to 13.2.6.4.15).
 */
import type { Styled } from "./css-selectors.ts";
import type { PageRules } from "./html-cascade.ts";
import { type Ends, SILENT } from "./html-elements.ts";
import { elementLook } from "./html-look.ts";
import { PAGE, type Visual } from "./html-visual.ts";

/** Elements that <head> may hold: another one ends it. */
const OF_HEAD: ReadonlySet<string> = new Set(
  "title style script meta link base noscript template xml object basefont".split(" "),
);
/** Opening one of these ends the elements that are open, down to the nearest of the second. */
const ENDS_DOWN_TO: Readonly<Record<string, readonly string[]>> = {
  td: ["tr", "thead", "tbody", "tfoot", "table", "template"],
  th: ["tr", "thead", "tbody", "tfoot", "table", "template"],
  tr: ["thead", "tbody", "tfoot", "table", "template"],
  thead: ["table", "template"],
  tbody: ["table", "template"],
  tfoot: ["table", "template"],
};

export interface OpenElement extends Styled {
  visual: Visual;
  readonly isSilent: boolean;
  /** What ends with it. */
  ends: Ends;
  /** A tag of its table has ended it; its own end tag says nothing more. */
  isClosed: boolean;
  children: number;
  lastChild: OpenElement | null;
  /** A gap stands after it. */
  gapAfter: boolean;
  /** The <tbody> that a table has around its rows, when none is written. */
  impliedBody: (Styled & { readonly visual: Visual }) | null;
}

export interface Tree {
  /** What a page without <html> or <body> has all the same. */
  readonly body: Visual;
  /** In which a text now stands. */
  readonly top: () => OpenElement | null;
  /** Ends what the tag ends; the element then looks as what it stands in. */
  readonly open: (
    name: string,
    attributes: Styled["attributes"],
  ) => { readonly element: OpenElement; readonly parent: OpenElement | null };
  /** Its own end tag, or that of an element around it, has come. */
  readonly pop: () => OpenElement | undefined;
  readonly end: (element: OpenElement, isCut: boolean) => void;
  /** The nearest open element of that name. */
  readonly nearest: (name: string) => OpenElement | undefined;
}

/** `ended`: told of each element that ends, once; cut: no tag has said so. */
export function createTree(rules: PageRules, ended: (element: OpenElement, isCut: boolean) => void): Tree {
  const html = elementLook(HTML, PAGE, rules).visual;
  const body = elementLook(BODY, html, rules).visual;
  const around = (name: string): Visual => (name === "html" ? PAGE : name === "head" || name === "body" ? html : body);
  const open: OpenElement[] = [];
  const top = (): OpenElement | null => open.findLast((element) => !element.isClosed) ?? null;

  const end = (element: OpenElement, isCut: boolean): void => {
    if (element.isClosed) return;
    element.isClosed = true;
    element.lastChild = null;
    ended(element, isCut);
  };
  /** Ends what stands above the nearest element of these names. */
  const endDownTo = (names: readonly string[]): void => {
    for (let at = top(); at && !names.includes(at.name); at = top()) end(at, false);
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
      end(around, false);
    }
  };

  return {
    body,
    top,
    end,
    pop: () => open.pop(),
    nearest: (name) => open.findLast((one) => one.name === name),
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
      return { element, parent };
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

/** A page has <html> and <body>, written or not. */
const HTML: Styled = { name: "html", attributes: {}, classes: [], parent: null, previous: null, rank: 1 };
const BODY: Styled = { ...HTML, name: "body", parent: HTML, rank: 2 };

function parentInPage(name: string, parent: Styled | null): Styled | null {
  if (name === "html") return null;
  if (name === "head" || name === "body") return parent ?? HTML;
  return parent === null || parent.name === "html" ? BODY : parent;
}
