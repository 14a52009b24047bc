/** What the elements of a page are to its text: lines, tables and their parts, pictures and fields. */
import { MAX_COLUMNS, MAX_ROWS } from "../../contract/limits.ts";
import { type Look, PLAIN_LOOK } from "../../seen/seen-text.ts";
import type { Styled } from "./css-matching.ts";
import type { HtmlFlow } from "./html-flow.ts";

/** Elements whose text is no text of the page; those of a drawing name it. */
export const SILENT: ReadonlySet<string> = new Set("script style head title xml desc metadata defs rp".split(" "));
/** Elements that begin and end a line of text. */
const BLOCKS: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 " +
    "h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section summary ul xmp"
  ).split(" "),
);
/** Shown as something that is no text of the page. */
export const FOREIGN: ReadonlySet<string> = new Set(
  "iframe embed canvas video audio progress meter applet use".split(" "),
);

/** What ends in the text where an element ends. */
export type Ends = "table" | "group" | "row" | "cell" | "line" | null;

/** A whole number of an attribute, within bounds: colspan="3" => 3, colspan="x" => 1 */
const spanOf = (value: string | undefined, most: number): number => {
  const span = Number.parseInt(value ?? "1", 10);
  return Number.isInteger(span) && span > 0 ? Math.min(span, most) : 1;
};

/** Begins the line, table, row or cell of an element that is shown; what ends with it. */
export function beginElement(flow: HtmlFlow, { name, attributes }: Styled, breaksLines: boolean): Ends {
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

/** Of one whose end no tag has said, a table is cut. */
export function endElement(flow: HtmlFlow, ends: Ends, isCut: boolean): void {
  if (ends === "table") flow.closeTable(isCut);
  else if (ends === "group") flow.closeGroup();
  else if (ends === "row") flow.closeRow();
  else if (ends === "cell") flow.closeCell();
  else if (ends === "line") flow.endLine();
}

/** Drawn as boxes in a line of text: what stands before and after one is never one figure. */
const BOXES: ReadonlySet<string> = new Set([
  ...FOREIGN,
  ..."img image svg input button select textarea object".split(" "),
]);

/** What a field shows is read as another text; a figure of a table that may be typed in or chosen is none of the statement. */
export const isReadInField = (flow: HtmlFlow, text: string): boolean => flow.depth() === 0 || /\p{L}/u.test(text);

/** Pictures, fields and other pages, which a person may take for a figure. */
export function addForeign(flow: HtmlFlow, { name, attributes }: Styled, look: Look): void {
  if (BOXES.has(name) && !isSpeck(attributes)) flow.add("\v", PLAIN_LOOK);
  if (name === "img" || name === "image") {
    if (!isSpeck(attributes)) flow.addBeside({ kind: "other", text: attributes.alt?.trim() ?? "" });
  } else if (name === "input") {
    const { type = "text", value, placeholder, alt } = attributes;
    const ofButton = /^(?:submit|reset)$/i.test(type) ? "?" : "";
    const text = /^image$/i.test(type) ? (alt ?? "?") : (value ?? placeholder ?? ofButton);
    if (/^(?:hidden|checkbox|radio|file|color|range)$/i.test(type) || text === "") return;
    if (/^(?:text|search|number|date|month)$/i.test(type) && value && isReadInField(flow, value)) flow.add(value, look);
    else flow.addBeside({ kind: "other", text: text.trim() });
  } else if (FOREIGN.has(name) || (name === "object" && attributes.data !== undefined))
    flow.addBeside({ kind: "other", text: "" });
}

/** Of a picture of one dot, or a field that is not shown. */
const isSpeck = ({ width, height, type }: Styled["attributes"]): boolean =>
  /^hidden$/i.test(type ?? "") || [width, height].some((size) => size !== undefined && Number.parseInt(size, 10) <= 2);

/** "3." before the third item of a numbered list. */
export function markerOf({ name, parent, attributes, rank }: Styled): string | undefined {
  if (name !== "li" || (parent?.name !== "ol" && attributes.value === undefined)) return undefined;
  const start = Number.parseInt(parent?.attributes.start ?? "1", 10) || 1;
  return `${attributes.value ?? start + rank - 1}.`;
}
