/** Tables of a .docx, and the elements that only wrap others. Elements: ECMA-376 part 1, 17.4 (tables), 17.13.5 (revisions). */

import { findChild, type XmlElement } from "../../container/xml.ts";
import type { Block } from "../document.ts";
import { joinLines } from "../seen-text.ts";
import { type Content, isPageLayout, textOfCell, writeTable } from "../table-blocks.ts";
import { type MergingCell, resolveMerges } from "../table-geometry.ts";

/** Elements that only wrap blocks or runs; of mc:AlternateContent the choice is read, never the fallback as well. */
export const WRAPPERS: ReadonlySet<string> = new Set([
  "w:sdt",
  "w:sdtContent",
  "w:ins",
  "w:moveTo",
  "w:customXml",
  "w:smartTag",
  "w:hyperlink",
  "w:fldSimple",
  "w:dir",
  "w:bdo",
  "mc:AlternateContent",
  "mc:Choice",
]);

/** Rows and cells may stand within content controls. */
function inner(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === "string") return [];
    if (child.name === name) return [child];
    return WRAPPERS.has(child.name) ? inner(child, name) : [];
  });
}

const MAX_SPAN = 1_000;
const spanOf = (element: XmlElement | undefined, name: string): number => {
  const value = Number(element && findChild(element, name)?.attributes["w:val"]);
  return Number.isInteger(value) && value > 0 ? Math.min(value, MAX_SPAN) : 0;
};

/** `read`: what stands in a cell. */
export function tableBlocks(table: XmlElement, read: (cell: XmlElement) => Content): readonly Block[] {
  const writer = writeTable<readonly MergingCell[]>(resolveMerges);
  for (const row of inner(table, "w:tr")) {
    const properties = findChild(row, "w:trPr");
    if (properties && findChild(properties, "w:del")) continue;
    const contents = inner(row, "w:tc").map((cell) => ({ cell, content: read(cell) }));
    if (isPageLayout(contents.map((c) => c.content))) {
      writer.addPageLayout(contents.map((c) => c.content));
      continue;
    }
    let column = spanOf(properties, "w:gridBefore");
    const cells: MergingCell[] = [];
    for (const { cell, content } of contents) {
      const tcPr = findChild(cell, "w:tcPr");
      const colSpan = spanOf(tcPr, "w:gridSpan") || 1;
      const text = textOfCell(content);
      const previous = cells.at(-1);
      if (mergeOf(tcPr, "w:hMerge") === "continue" && previous)
        cells[cells.length - 1] = {
          ...previous,
          colSpan: previous.colSpan + colSpan,
          ...joinLines([previous, text]),
        };
      else {
        const merge = mergeOf(tcPr, "w:vMerge");
        cells.push({ ...text, column, colSpan, ...(merge ? { merge } : {}) });
      }
      column += colSpan;
    }
    writer.add(cells);
  }
  return writer.finish();
}

/** `<w:vMerge/>` without a value continues (17.4.84). */
const mergeOf = (tcPr: XmlElement | undefined, name: string): "start" | "continue" | undefined => {
  const merge = tcPr && findChild(tcPr, name);
  if (!merge) return undefined;
  return merge.attributes["w:val"] === "restart" ? "start" : "continue";
};

/** Cells inserted, deleted or merged under revision marks: which geometry holds depends on a decision not yet taken. */
export const changedCell = (element: XmlElement): boolean =>
  element.children.some(
    (child) =>
      typeof child !== "string" &&
      (["w:cellDel", "w:cellIns", "w:cellMerge"].includes(child.name) || changedCell(child)),
  );
