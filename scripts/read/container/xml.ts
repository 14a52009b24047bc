/** XML -> a bounded tree of elements. Strict: what is not well-formed is refused; entities beyond XML's own five are too. */
import { SaxesParser } from "saxes";
import { MAX_DEPTH, tooDeep, tooManyElements } from "../contract/limits.ts";
import { damaged, notRead } from "../contract/reader.ts";
import { utf16Marked } from "./encoding.ts";
import { bufferOf } from "./views.ts";

/** `name` is "w:tbl": the usual prefix of its namespace (not the file's own), then the local name. Attributes likewise. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** Elements of one part; a statement's document.xml holds a few thousand. */
export const MAX_XML_ELEMENTS = 200_000;

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/** Elements that are handed over as soon as they are whole, with the one that holds them, and are not kept in the tree. */
export interface Pieces {
  readonly name: string;
  readonly take: (piece: XmlElement, holder: XmlElement) => void;
}

/**
 * An XML part as a tree. `prefixes`: namespace URI -> prefix. Names of other namespaces get the prefix "?", so that nothing matches them by
 * chance. A document type (the only door to entities) makes the part damaged: neither Word nor OpenDocument writes one. `pieces`: the rows
 * of a sheet of 200 000 cells, taken one by one.
 * @throws {NotRead} at its first fault: one part that is not well-formed refuses the whole file.
 */
export function parseXml(
  part: string,
  bytes: Uint8Array,
  prefixes: Readonly<Record<string, string>>,
  pieces?: Pieces,
): XmlElement {
  const malformed = (words: string): never => damaged(`${part} : ${words}`);
  let text: string;
  try {
    text = new TextDecoder(utf16Marked(bytes) ?? declaredEncoding(bytes), { fatal: true }).decode(bytes);
  } catch {
    return malformed("des octets qui ne sont d'aucun signe de son codage");
  }
  const top: Open = { name: "", attributes: {}, children: [] };
  const open: Open[] = [top];
  let elements = 0;
  const canonical = (uri: string, local: string): string => (uri ? `${prefixes[uri] ?? "?"}:${local}` : local);
  const addText = (piece: string): void => void open.at(-1)?.children.push(piece);

  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", () => malformed(`ligne ${parser.line}, signe ${parser.column + 1}, ce n'est plus du XML`));
  parser.on("doctype", () => malformed("un type de document y est déclaré"));
  parser.on("opentag", (tag) => {
    if (++elements > MAX_XML_ELEMENTS) notRead(tooManyElements(part, MAX_XML_ELEMENTS));
    if (open.length > MAX_DEPTH) notRead(tooDeep);
    const attributes: Record<string, string> = {};
    for (const attribute of Object.values(tag.attributes))
      attributes[canonical(attribute.uri, attribute.local)] = attribute.value;
    const element: Open = { name: canonical(tag.uri, tag.local), attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const closed = open.pop();
    const holder = open.at(-1);
    if (!pieces || !holder || closed?.name !== pieces.name) return;
    holder.children.pop();
    pieces.take(closed, holder);
  });

  // In pieces, so that a hostile part is left as soon as it has shown itself. Small ones: saxes looks up each tag's namespaces
  // through all open elements, and 65 536 characters hold 20 000 nested "<b>" (12 s; with 2 048: 24 ms).
  const PIECE = 2_048;
  for (let at = 0; at < text.length; at += PIECE) parser.write(text.slice(at, at + PIECE));
  parser.close();
  const [root] = elementsIn(top);
  return root ?? malformed("no element");
}

/** XML is UTF-8 where it says nothing; of the others, those of Western texts are known: programs still write Excel's XML so. */
function declaredEncoding(bytes: Uint8Array): string {
  const start = bufferOf(bytes).toString("latin1", 0, 200);
  const declared = /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([\w-]+)["']/.exec(start)?.[1]?.toLowerCase() ?? "";
  return WESTERN.includes(declared) ? declared : "utf-8";
}
const WESTERN = ["iso-8859-1", "iso-8859-15", "windows-1252", "us-ascii"];

/** Its child elements, without the texts between them. An element that is not there holds none: so below. */
export const elementsIn = (element: XmlElement | undefined): readonly XmlElement[] =>
  element ? element.children.filter((child) => typeof child !== "string") : [];

/** Child elements of that name. */
export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  elementsIn(element).filter((child) => child.name === name);

/** First element down the path of names: findChild(cell, "w:tcPr", "w:gridSpan"). */
export const findChild = (element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined =>
  path.reduce((at, name) => childrenOf(at, name)[0], element);

/** All elements of that name, at any depth, in document order. */
export function descendants(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (parent: XmlElement | undefined): void => {
    for (const child of elementsIn(parent)) {
      if (child.name === name) found.push(child);
      visit(child);
    }
  };
  visit(element);
  return found;
}

/** Own text of an element: what stands in its children is not its own. */
export const ownText = (element: XmlElement | undefined): string =>
  (element?.children ?? []).filter((child) => typeof child === "string").join("");

/** The own texts of its elements of that name, one after the other: of "w:t", what a paragraph of Word says. */
export const textIn = (element: XmlElement | undefined, name: string): string =>
  descendants(element, name).map(ownText).join("");

/** Its text at any depth. */
export const allText = (element: XmlElement | undefined): string =>
  (element?.children ?? []).map((child) => (typeof child === "string" ? child : allText(child))).join("");
