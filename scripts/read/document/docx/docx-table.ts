/** Tables of a .docx. Elements: ECMA-376 part 1, 17.4 (tables), 17.13.5 (revisions). */
import { elementsIn, findChild, type XmlElement } from "../../container/xml.ts";
import { DOCX_PLAIN, docxName } from "../../plain/lists.ts";
import { type Ink, LEAST, NAMES } from "../../plain/rule.ts";
import { within, withinParts } from "../../plain/said.ts";
import { withConstructs } from "../../plain/text-writer.ts";
import type { Block } from "../document.ts";
import { type Content, isPageLayout, textOfCell, writeTable } from "../table-blocks.ts";
import { type MergingCell, resolveMerges } from "../table-geometry.ts";
import { constructsOf } from "./docx-properties.ts";
import { isLent, type Surroundings, WRAPPERS } from "./docx-surroundings.ts";
import { toggle, valueIn } from "./docx-values.ts";

/** Rows and cells, which may stand within content controls; and what is not plain around them. */
function inner(
  element: XmlElement,
  name: string,
): readonly { readonly element: XmlElement; readonly odd: readonly string[] }[] {
  return elementsIn(element).flatMap((child) => {
    if (child.name === name) return [{ element: child, odd: [] }];
    if (DOCX_PLAIN.has(child.name.replace(/^w:/, ""))) return [];
    const odd = isLent(child) ? [NAMES.bound] : WRAPPERS.has(child.name) ? [] : [docxName(child.name)];
    return inner(child, name).map((one) => ({ ...one, odd: [...odd, ...one.odd] }));
  });
}

const CHANGES = ["w:cellDel", "w:cellIns", "w:cellMerge"];
const MAX_SPAN = 1_000;
const spanOf = (element: XmlElement | undefined, name: string): number => {
  const value = Number(valueIn(element, name));
  return Number.isInteger(value) && value > 0 ? Math.min(value, MAX_SPAN) : 0;
};

/** `read`: what stands in a cell, within its surroundings. */
export function tableBlocks(
  table: XmlElement,
  around: Surroundings,
  read: (cell: XmlElement, inCell: Surroundings) => Content,
): readonly Block[] {
  const writer = writeTable<MergingCell>(resolveMerges);
  const inTable = surroundingsIn(table, around);
  for (const { element: row, odd } of inner(table, "w:tr")) {
    const properties = findChild(row, "w:trPr");
    const inRow = within(inTable, groundOf(around, findChild(row, "w:tblPrEx")), [...odd, ...absenceOf(properties)]);
    const contents = inner(row, "w:tc").map((cell) => {
      const tcPr = findChild(cell.element, "w:tcPr");
      return { tcPr, content: read(cell.element, within(inRow, groundOf(around, tcPr), cell.odd)) };
    });
    const texts = contents.map(({ content }) => textOfCell(content));
    if (isPageLayout(contents.map((c) => c.content))) writer.addPageLayout(contents.map((c) => c.content));
    else {
      // Cells inserted, deleted or merged under revision marks: which geometry the row has depends on a decision not yet taken.
      const isChanged = CHANGES.some((change) => contents.some(({ tcPr }) => findChild(tcPr, change)));
      const ofAll = [
        ...(isChanged ? [NAMES.change] : []),
        ...texts.flatMap(({ text }) => constructsOf(properties, text)),
      ];
      let column = spanOf(properties, "w:gridBefore");
      const cells = contents.map(({ tcPr }, c): MergingCell => {
        const seen = texts[c] ?? { text: "" };
        const colSpan = spanOf(tcPr, "w:gridSpan") || 1;
        const merge = mergeOf(tcPr);
        const constructs = [...ofAll, ...constructsOf(tcPr, seen.text)];
        const cell = { ...withConstructs(seen, constructs), column, colSpan, ...(merge && { merge }) };
        column += colSpan;
        return cell;
      });
      const after = spanOf(properties, "w:gridAfter");
      if (after > 0) cells.push({ text: "", column, colSpan: after });
      writer.add(cells);
    }
  }
  return writer.finish();
}

const groundOf = ({ colours }: Surroundings, properties: XmlElement | undefined): Ink => {
  const shade = findChild(properties, "w:shd");
  return shade ? { ground: colours.ofShade(shade) } : {};
};

function surroundingsIn(table: XmlElement, around: Surroundings): Surroundings {
  const properties = findChild(table, "w:tblPr");
  const { styles } = around;
  const named = valueIn(properties, "w:tblStyle");
  const style = named === undefined ? styles.table : styles.style(named);
  const whole = { ...style.ink, ...groundOf(around, properties) };
  const parts = [whole, ...[...style.parts.values()].map((part) => ({ ...whole, ...part }))];
  return withinParts(around, parts, [...style.constructs, ...constructsOf(properties)]);
}

/** Of a row that is not seen, whatever its cells hold: deleted under revision marks (shown struck out), hidden, or of no height. */
function absenceOf(row: XmlElement | undefined): readonly string[] {
  const height = findChild(row, "w:trHeight")?.attributes;
  const isFlat = height?.["w:hRule"] === "exact" && Number(height["w:val"]) < LEAST.line;
  const isHidden = toggle(row, "w:hidden") || isFlat;
  return [...(findChild(row, "w:del") ? [NAMES.struck] : []), ...(isHidden ? [NAMES.hidden] : [])];
}

/** `<w:vMerge/>` without a value continues (17.4.84). */
const mergeOf = (tcPr: XmlElement | undefined): "start" | "continue" | undefined => {
  const merge = findChild(tcPr, "w:vMerge");
  if (!merge) return undefined;
  return merge.attributes["w:val"] === "restart" ? "start" : "continue";
};
