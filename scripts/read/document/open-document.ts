/** What .odt and .ods have in common: names, repeats, rows, and the text of a paragraph. Elements: OpenDocument 1.3 part 3. */

import { descendants, findChild, type XmlElement } from "../container/xml.ts";
import { superscript } from "./document.ts";

const NS = "urn:oasis:names:tc:opendocument:xmlns";
export const PREFIXES = {
  [`${NS}:office:1.0`]: "office",
  [`${NS}:text:1.0`]: "text",
  [`${NS}:table:1.0`]: "table",
  [`${NS}:style:1.0`]: "style",
  [`${NS}:drawing:1.0`]: "draw",
  [`${NS}:datastyle:1.0`]: "number",
  [`${NS}:xsl-fo-compatible:1.0`]: "fo",
  "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": "calcext",
  "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
} as const;

/** A repeat or a span, `most` at the most: table:number-columns-repeated="3" => 3; absent or nonsense => 1. */
export const countOf = (element: XmlElement, name: string, most: number): number => {
  const value = Number(element.attributes[name] ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, most) : 1;
};

/** Rows of a table in order, through header rows and groups but not into nested tables. */
export const rowsOf = (table: XmlElement): readonly XmlElement[] =>
  table.children.flatMap((child) => {
    if (typeof child === "string") return [];
    if (child.name === "table:table-row") return [child];
    return /^table:table-(header-rows|rows|row-group)$/.test(child.name) ? rowsOf(child) : [];
  });

/** Names of the text styles set as superscript ("super 58%", "33% 58%"). */
export function raisedStyles(roots: readonly XmlElement[]): ReadonlySet<string> {
  const names = roots
    .flatMap((root) => descendants(root, "style:style"))
    .filter((style) =>
      /^(super|[1-9]\d*%)/.test(findChild(style, "style:text-properties")?.attributes["style:text-position"] ?? ""),
    )
    .map((style) => style.attributes["style:name"] ?? "");
  return new Set(names);
}

/** What is not the document's running text: deleted text, comments, foot- and endnotes, settings, drawn shapes' titles. */
export const LEFT_OUT: ReadonlySet<string> = new Set([
  "text:tracked-changes",
  "office:annotation",
  "office:annotation-end",
  "text:note",
  "text:sequence-decls",
  "text:variable-decls",
  "text:user-field-decls",
  "office:forms",
  "office:event-listeners",
  "text:hidden-paragraph",
]);

const MAX_SPACES = 1_000;

/**
 * Text of a paragraph: runs of blanks count as one (6.1.2), text:s says the others; raised digits stay told apart (`raised`:
 * names of such styles). A text box within it goes to `addBox`.
 */
export function paragraphText(
  container: XmlElement,
  raised: ReadonlySet<string>,
  addBox: (box: XmlElement) => void,
): string {
  let text = "";
  for (const child of container.children) {
    if (typeof child === "string") text += child.replace(/[ \t\r\n]+/g, " ");
    else if (child.name === "text:s") text += " ".repeat(countOf(child, "text:c", MAX_SPACES));
    else if (child.name === "text:tab") text += "\t";
    else if (child.name === "text:line-break") text += "\n";
    else if (child.name === "draw:text-box") addBox(child);
    else if (child.name === "text:span") {
      const inner = paragraphText(child, raised, addBox);
      text += raised.has(child.attributes["text:style-name"] ?? "") ? superscript(inner) : inner;
    } else if (!LEFT_OUT.has(child.name)) text += paragraphText(child, raised, addBox);
  }
  return text;
}
