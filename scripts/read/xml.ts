/** XML -> a bounded tree of elements. Strict: what is not well-formed is refused; entities beyond XML's own five are too. */
import { SaxesParser } from "saxes";
import { MAX_DEPTH } from "./limits.ts";

/** `name` is "w:tbl": the usual prefix of its namespace (not the file's own), then the local name. Attributes likewise. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** Elements of one part; a statement's document.xml holds a few thousand. */
export const MAX_XML_ELEMENTS = 500_000;

export type Xml =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly reason: "malformed" | "too-deep" | "too-many"; readonly words: string };

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (XmlElement | string)[];
}

/**
 * `prefixes`: namespace URI -> prefix. Names of other namespaces get the prefix "?", so that nothing matches them by chance.
 * A document type (the only door to entities) makes the part malformed: neither Word nor OpenDocument writes one.
 */
export function parseXml(bytes: Uint8Array, prefixes: Readonly<Record<string, string>>): Xml {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  let text: string;
  try {
    text = new TextDecoder(utf16 ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, reason: "malformed", words: "invalid characters for its encoding" };
  }
  const top: Open = { name: "", attributes: {}, children: [] };
  const open: Open[] = [top];
  let elements = 0;
  let problem: { reason: "malformed" | "too-deep" | "too-many"; words: string } | null = null;
  const fail = (reason: "malformed" | "too-deep" | "too-many", words: string): void => {
    problem ??= { reason, words };
  };
  const canonical = (uri: string, local: string): string => (uri ? `${prefixes[uri] ?? "?"}:${local}` : local);

  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => fail("malformed", error.message));
  parser.on("doctype", () => fail("malformed", "document type declared"));
  parser.on("opentag", (tag) => {
    if (++elements > MAX_XML_ELEMENTS) return fail("too-many", `${elements}`);
    if (open.length > MAX_DEPTH) return fail("too-deep", `${open.length}`);
    const attributes: Record<string, string> = {};
    for (const attribute of Object.values(tag.attributes))
      attributes[canonical(attribute.uri, attribute.local)] = attribute.value;
    const element: Open = { name: canonical(tag.uri, tag.local), attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const addText = (piece: string): void => {
    open.at(-1)?.children.push(piece);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    if (open.length > 1) open.pop();
  });

  // In pieces, so that a hostile part is left as soon as it has shown itself. Small ones: saxes looks up each tag's namespaces
  // through all open elements, and 65 536 characters hold 20 000 nested "<b>" (12 s; with 2 048: 24 ms).
  const PIECE = 2_048;
  for (let at = 0; at < text.length && !problem; at += PIECE) parser.write(text.slice(at, at + PIECE));
  if (!problem) parser.close();
  if (problem) return { ok: false, ...(problem as { reason: "malformed" | "too-deep" | "too-many"; words: string }) };
  const root = top.children.find((child) => typeof child !== "string");
  return root && typeof root !== "string"
    ? { ok: true, root }
    : { ok: false, reason: "malformed", words: "no element" };
}

/** Child elements of that name. */
export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element ? element.children.filter((c): c is XmlElement => typeof c !== "string" && c.name === name) : [];

/** First element down the path of names: findChild(cell, "w:tcPr", "w:gridSpan"). */
export const findChild = (element: XmlElement, ...path: readonly string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>((at, name) => childrenOf(at, name)[0], element);

/** All elements of that name, at any depth, in document order. */
export function descendants(element: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (parent: XmlElement): void => {
    for (const child of parent.children) {
      if (typeof child === "string") continue;
      if (child.name === name) found.push(child);
      visit(child);
    }
  };
  visit(element);
  return found;
}
