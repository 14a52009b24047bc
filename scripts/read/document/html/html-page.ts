/** The text of an HTML page -> blocks, as a person sees them in a browser. Nothing is followed or run. */
import { LAID_OVER, type OtherLook } from "../../contract/may-look-otherwise.ts";
import type { Block } from "../document.ts";
import { isSymbolFont, symbolText } from "../symbol-fonts.ts";
import { parseStyleSheets } from "./css.ts";
import { indexRules, type PageRules } from "./html-cascade.ts";
import { addForeign, beginElement, endElement, FOREIGN, markerOf } from "./html-elements.ts";
import { createHtmlFlow, type HtmlFlow } from "./html-flow.ts";
import { elementLook } from "./html-look.ts";
import { lookOfPage, PROGRAM, SHEET_APART, scan, type TagListener, TOO_DEEP } from "./html-tags.ts";
import { createTree, type OpenElement, type Tree } from "./html-tree.ts";
import { lookOf } from "./html-visual.ts";

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
    ...(reading.strange().length > 0 ? [notComputedHere(reading.strange())] : []),
  ];
  return { blocks, otherLooks };
}

interface PageReading extends TagListener {
  readonly flow: HtmlFlow;
  readonly isLaidOver: () => boolean;
  /** What bears on a table and is not computed here, each once. */
  readonly strange: () => readonly string[];
}

const notComputedHere = (names: readonly string[]): OtherLook =>
  `ses tableaux emploient des mises en forme qui ne sont pas calculées ici (${names.join(", ")})`;

function createReading(rules: PageRules): PageReading {
  const flow = createHtmlFlow();
  const tree = createTree(rules, ({ ends }, isCut) => endElement(flow, ends, isCut));
  let laidOver = false;
  const strange = new Set<string>();
  const begun = new Set<string>(); // <html>, <body>: a page has one of each
  return {
    flow,
    depth: flow.depth,
    isLaidOver: () => laidOver,
    strange: () => [...strange],
    open: (name, attributes) => {
      // Its attributes are those of the first one, where the first has none of that name.
      if (begun.has(name) && Object.keys(attributes).length > 0) strange.add(`<${name}>`);
      if (name === "html" || name === "body") begun.add(name);
      const { element, parent } = tree.open(name, attributes);
      if (element.isSilent) return;
      const { visual, drawn, breaksLines, gaps, isLaidOver } = elementLook(element, element.visual, rules);
      element.visual = visual;
      laidOver ||= isLaidOver;
      castDoubt(element, parent, tree);
      if (visual.hidden || name === "option") flow.endRun();
      if (visual.hidden) return;
      element.ends = beginElement(flow, element, breaksLines);
      if (gaps.before) flow.add(" ", lookOf(visual));
      element.gapAfter = gaps.after;
      for (const text of drawn) flow.addBeside({ kind: "unsure", text });
      addForeign(flow, element);
      const marker = flow.depth() > 0 ? markerOf(element) : undefined;
      if (marker !== undefined) flow.addBeside({ kind: "other", text: marker });
      if (FOREIGN.has(name)) element.visual = { ...visual, hidden: true };
    },
    text: (data) => {
      const element = tree.top();
      if (element?.isSilent) return;
      const visual = element?.visual ?? tree.body;
      const look = lookOf(visual, data);
      const text = visual.keepsLines ? data.replace(/\r?\n/g, "\v") : data;
      const font = visual.font.split(",")[0]?.replace(/["']/g, "") ?? "";
      const symbols = font !== "" && isSymbolFont(font) ? symbolText(font, text) : null;
      if (flow.depth() > 0 && data.trim() !== "") for (const one of visual.strange) strange.add(one);
      if (symbols !== "ornament") flow.add(text, { ...look, kind: look.kind ?? symbols });
    },
    close: (isImplied) => {
      const element = tree.pop();
      if (!element || element.isClosed) return;
      if (element.gapAfter) flow.add(" ", lookOf(element.visual));
      // What stands above it in its table goes with it.
      tree.end(element, isImplied);
    },
  };
}

/** A column that is not shown, or another tree in place of what an element holds: what follows is not sure. */
function castDoubt(element: OpenElement, parent: OpenElement | null, tree: Tree): void {
  const { name, attributes, visual } = element;
  const isColumn = name === "col" || name === "colgroup";
  // A column paints the ground of its cells, where they and their rows paint none.
  if (isColumn && parent && visual.ground !== parent.visual.ground) {
    const within = tree.nearest("table");
    if (within) within.visual = { ...within.visual, strange: [...within.visual.strange, "background-color"] };
  }
  const table = isColumn && visual.invisible ? tree.nearest("table") : undefined;
  const doubtful = name === "template" && "shadowrootmode" in attributes ? parent : table;
  if (doubtful) doubtful.visual = { ...doubtful.visual, unsure: true };
}
