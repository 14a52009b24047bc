/** What a paragraph of a .docx stands in: elements that only wrap it, content controls, tables, the document. */
import { findChild, type XmlElement } from "../../container/xml.ts";
import type { Around } from "../../plain/said.ts";
import type { OpenFields } from "../../plain/word-fields.ts";
import type { Block } from "../document.ts";
import type { Colours } from "./docx-colours.ts";
import type { DocxStyles } from "./docx-styles.ts";
import { toggle } from "./docx-values.ts";

/** Elements that only wrap blocks or runs. */
export const WRAPPERS: ReadonlySet<string> = new Set([
  "w:sdt",
  "w:sdtContent",
  "w:ins",
  "w:moveTo",
  "w:customXml",
  "w:smartTag",
  "w:dir",
]);

/** A content control whose text is not its own: it comes from another part of the file when Word opens it, or asks for one. */
export const isLent = (element: XmlElement): boolean => {
  const properties = element.name === "w:sdt" ? findChild(element, "w:sdtPr") : undefined;
  return (
    toggle(properties, "w:showingPlcHdr") === true ||
    ["w:dataBinding", "w15:dataBinding"].some((binding) => findChild(properties, binding) !== undefined)
  );
};

/** Where a paragraph stands, and what is known of the document. */
export interface Surroundings extends Around {
  readonly styles: DocxStyles;
  readonly colours: Colours;
  /** What is laid on the page before its text, outside the cells: it may hide any of them. */
  readonly laidOver: XmlElement[];
  /** The fields that are open, which may go over several paragraphs. */
  readonly fields: OpenFields;
  /** Blocks of a text box. */
  readonly readBox: (box: XmlElement) => readonly Block[];
}
