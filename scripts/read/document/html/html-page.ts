/** The text of an HTML page -> blocks, as a person sees them in a browser. Nothing is followed or run. */
import { LAID_OVER, type OtherLook } from "../../contract/may-look-otherwise.ts";
import { lookInFont } from "../../seen/symbol-fonts.ts";
import type { Block } from "../document.ts";
import { parseStyleSheets } from "./css.ts";
import type { Styled } from "./css-matching.ts";
import { indexRules, type PageRules } from "./html-cascade.ts";
import {
  addForeign,
  beginElement,
  type Ends,
  endElement,
  FOREIGN,
  isReadInField,
  markerOf,
  SILENT,
} from "./html-elements.ts";
import { createHtmlFlow, type HtmlFlow } from "./html-flow.ts";
import { fontsOf } from "./html-fonts.ts";
import { elementLook } from "./html-look.ts";
import { type PageListener, parsePage, TOO_DEEP, walk } from "./html-tags.ts";
import { lookOf, PAGE, type Visual } from "./html-visual.ts";
import { lookOfPage, PROGRAM, SHEET_APART } from "./page-look.ts";

export interface ReadPage {
  /** In the order of the page. */
  readonly blocks: readonly Block[];
  /** Why a browser may show something else. */
  readonly otherLooks: readonly (OtherLook | false)[];
}

/** `sheets`: style sheets that came with the page. In words, what is wrong otherwise. */
export function readPage(text: string, sheets: readonly string[]): ReadPage | string {
  const page = parsePage(text);
  if (page === TOO_DEEP) return page;
  const look = lookOfPage(page);
  const styles = parseStyleSheets([...sheets, ...look.sheets]);
  const rules = indexRules(styles);
  const reading = createReading(rules);
  walk(page, reading);
  if (rules.isExhausted()) return "une feuille de style démesurée";
  const blocks = reading.flow.finish();
  if (typeof blocks === "string") return blocks;
  const asksForMore = styles.asksForMore || (look.asksForMore && sheets.length === 0);
  const otherLooks = [
    asksForMore && SHEET_APART,
    look.hasProgram && PROGRAM,
    reading.isLaidOver() && LAID_OVER,
    reading.strange().length > 0 && notComputedHere(reading.strange()),
  ];
  return { blocks, otherLooks };
}

interface PageReading extends PageListener {
  readonly flow: HtmlFlow;
  readonly isLaidOver: () => boolean;
  /** What bears on a table and is not computed here, each once. */
  readonly strange: () => readonly string[];
}

/** An element that is open. */
interface OpenElement extends Styled {
  visual: Visual;
  readonly isSilent: boolean;
  /** What ends with it. */
  ends: Ends;
  children: number;
  lastChild: OpenElement | null;
  isSpaced: boolean;
}

const notComputedHere = (names: readonly string[]): OtherLook =>
  `ses tableaux emploient des mises en forme qui ne sont pas calculées ici (${names.join(", ")})`;

function createReading(rules: PageRules): PageReading {
  const flow = createHtmlFlow();
  const open: OpenElement[] = [];
  let laidOver = false;
  const strange = new Set<string>();
  return {
    flow,
    isLaidOver: () => laidOver,
    strange: () => [...strange],
    open: (name, attributes, choice) => {
      const parent = open.at(-1) ?? null;
      const element: OpenElement = {
        name,
        attributes,
        classes: attributes.class?.split(/\s+/) ?? [],
        parent,
        previous: parent?.lastChild ?? null,
        rank: (parent?.children ?? 0) + 1,
        visual: parent?.visual ?? PAGE,
        isSpaced: false,
        isSilent: parent?.isSilent || SILENT.has(name) || choice === "folded",
        ends: null,
        children: 0,
        lastChild: null,
      };
      if (parent) {
        parent.children += 1;
        parent.lastChild = element;
      }
      const table = open.findLast((one) => one.name === "table");
      open.push(element);
      if (element.isSilent) return;
      const { visual, drawn, breaksLines, isSpaced, isLaidOver } = elementLook(element, element.visual, rules);
      element.visual = choice === "shown" || name === "textarea" ? { ...visual, apart: "shown" } : visual;
      laidOver ||= isLaidOver;
      castDoubt(element, parent, table);
      if (visual.hidden) {
        flow.endRun();
        return;
      }
      element.ends = beginElement(flow, element, breaksLines);
      if (isSpaced) flow.add(" ", lookOf(visual));
      element.isSpaced = isSpaced;
      flow.addBeside(...drawn.map((text) => ({ kind: "unsure", text }) as const));
      addForeign(flow, element, lookOf(visual));
      const marker = flow.depth() > 0 ? markerOf(element) : undefined;
      if (marker !== undefined) flow.addBeside({ kind: "other", text: marker });
      if (FOREIGN.has(name)) element.visual = { ...visual, hidden: true };
    },
    text: (data, isStray) => {
      const element = open.at(-1);
      if (!element || element.isSilent) return;
      const { visual } = element;
      const isRead = visual.apart === "shown" && isReadInField(flow, data);
      const own = lookOf(isRead ? { ...visual, apart: false } : visual, data);
      const text = visual.keepsLines ? data.replace(/\r?\n/g, "\v") : data;
      const { brought, first, mayDrawSigns } = fontsOf(visual.font, rules.ownFonts);
      if (flow.depth() > 0 && data.trim() !== "")
        for (const one of [...visual.strange, ...(brought === "elsewhere" ? ["@font-face"] : [])]) strange.add(one);
      if (isStray && own.kind === null && data.trim() !== "") flow.refuse(BETWEEN_CELLS);
      const isOpen = MATH_BOXES.has(element.name) || brought === "within" || (mayDrawSigns && /\d/.test(data));
      const look = lookInFont({ ...own, kind: own.kind ?? (isOpen ? "unsure" : null) }, text, first);
      if (look) flow.add(text, look);
    },
    close: (isCut) => {
      const element = open.pop();
      if (!element) return;
      if (element.isSpaced) flow.add(" ", lookOf(element.visual));
      endElement(flow, element.ends, isCut);
    },
  };
}

/** Elements of a formula that hold others: a browser shows no text that stands in them directly. */
const MATH_BOXES: ReadonlySet<string> = new Set(["math", "mrow", "mstyle", "semantics", "mphantom"]);

/** Nobody writes there: a tag is broken, and the cells that follow would stand one column too far left. */
const BETWEEN_CELLS = "du texte entre deux cellules d'une ligne de tableau";

/** A column that is not shown, or another tree in place of what an element holds: what follows is not sure. */
function castDoubt(element: OpenElement, parent: OpenElement | null, table: OpenElement | undefined): void {
  const { name, attributes, visual } = element;
  const isColumn = name === "col" || name === "colgroup";
  // A column paints the ground of its cells, where they and their rows paint none.
  if (isColumn && parent && visual.ground !== parent.visual.ground && table)
    table.visual = { ...table.visual, strange: [...table.visual.strange, "background-color"] };
  const hidden = isColumn && visual.invisible ? table : undefined;
  const doubtful = name === "template" && "shadowrootmode" in attributes ? parent : hidden;
  if (doubtful) doubtful.visual = { ...doubtful.visual, unsure: true };
}
