/** What .odt and .ods have in common: names, repeats, rows, pages, and what is no text. Elements: OpenDocument 1.3 part 3. */
import { allText, childrenOf, descendants, elementsIn, parseXml, type XmlElement } from "../container/xml.ts";
import { openZip } from "../container/zip.ts";

const NS = "urn:oasis:names:tc:opendocument:xmlns";
export const PREFIXES = {
  [`${NS}:office:1.0`]: "office",
  [`${NS}:text:1.0`]: "text",
  [`${NS}:table:1.0`]: "table",
  [`${NS}:style:1.0`]: "style",
  [`${NS}:drawing:1.0`]: "draw",
  [`${NS}:datastyle:1.0`]: "number",
  [`${NS}:svg-compatible:1.0`]: "svg",
  [`${NS}:xsl-fo-compatible:1.0`]: "fo",
  [`${NS}:config:1.0`]: "config",
  [`${NS}:meta:1.0`]: "meta",
  "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": "calcext",
  "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
  "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0": "field",
} as const;

/** A repeat or a span, `most` at the most, but never none of what is there: table:number-columns-repeated="3" => 3; absent or nonsense => 1. */
export const countOf = (element: XmlElement, name: string, most: number): number => {
  const value = Number(element.attributes[name] ?? 1);
  return Number.isInteger(value) ? Math.max(1, Math.min(value, most)) : 1;
};

/** Blanks that follow each other count as one (OpenDocument 1.3 part 3, 6.1.2); text:s says the others. */
export const collapsed = (text: string): string => text.replace(/[ \t\r\n]+/g, " ");
export const blanksOf = (element: XmlElement): string => " ".repeat(countOf(element, "text:c", 1_000));

/** Rows of a table in order, through header rows and groups but not into nested tables. Those of a text box, which OpenDocument does not have, are "loext:table-row" for LibreOffice: so cells below. */
export const rowsOf = (table: XmlElement): readonly XmlElement[] =>
  elementsIn(table).flatMap((child) => {
    if (/^(?:table|loext):table-row$/.test(child.name)) return [child];
    return /^(?:table|loext):table-(header-rows|rows|row-group)$/.test(child.name) ? rowsOf(child) : [];
  });

/** Cells of a row, those that another one covers too. */
export const cellsOf = (row: XmlElement): readonly XmlElement[] =>
  elementsIn(row).filter(({ name }) => /^(?:table|loext):(covered-)?table-cell$/.test(name));

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
  "text:number", // what the number of a list was when the file was saved
]);

/** Headers, or footers, of the pages that a master makes: of all, of those at the left, of the first one. */
export const partsOfPage = (master: XmlElement | undefined, part: "header" | "footer"): readonly XmlElement[] =>
  ["", "-left", "-first"]
    .flatMap((kind) => childrenOf(master, `style:${part}${kind}`))
    .filter(({ attributes }) => attributes["style:display"] !== "false");

/** The comments of a sheet or a text: what a person wrote, without who and when. */
export const commentsIn = (element: XmlElement): readonly string[] =>
  descendants(element, "office:annotation")
    .map((comment) => childrenOf(comment, "text:p").map(allText).join(" ").trim())
    .filter((text) => text !== "");

/** Root elements of the parts of that name. @throws {NotRead} */
export function openXmlParts(bytes: Uint8Array, wanted: readonly string[]): ReadonlyMap<string, XmlElement> {
  const { member } = openZip(bytes);
  return new Map(
    wanted.flatMap((name): [string, XmlElement][] => {
      const part = member(name);
      return part ? [[name, parseXml(name, part, PREFIXES)]] : [];
    }),
  );
}
