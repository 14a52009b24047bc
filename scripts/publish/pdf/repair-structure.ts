/**
 * Corrects the tags of Chromium where PDF/UA-1 (ISO 14289-1) asks for more. Source of each rule: ISO 32000-1, 14.8.4, and the Matterhorn
 * Protocol 1.1.
 */
import {
  eachValue,
  isText,
  itemsOf,
  name,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFRef,
  PDFString,
  wordAt,
} from "./objects.ts";

/** Words that a reader hears: nothing in them is a name. */
const HEARD: readonly unknown[] = ["Alt", "ActualText"].map(name);

/**
 * Chromium numbers table heads, "node00000156", from the moment it started: the same bulletin printed after another would get other
 * numbers. Each is replaced by its rank. The order stays the same, as the tree of identifiers is sorted by it.
 */
function renumberIds(file: PDFDocument): void {
  const held: { readonly id: string; readonly replace: (value: PDFString) => void }[] = [];
  for (const [, object] of file.context.enumerateIndirectObjects())
    eachValue(object, ({ value, key, replace }) => {
      const id = isText(value) && !HEARD.includes(key) ? value.decodeText() : "";
      if (/^node\d+$/.test(id)) held.push({ id, replace });
    });
  const ranks = new Map(
    [...new Set(held.map(({ id }) => id))].sort().map((id, rank) => [id, `n${String(rank).padStart(6, "0")}`]),
  );
  for (const { id, replace } of held) replace(PDFString.of(ranks.get(id) ?? id));
}

/** @param links each link's annotation -> the words that it stands on. */
export function repairStructure(file: PDFDocument, links: ReadonlyMap<PDFDict, string>): void {
  renumberIds(file);
  const { context } = file;
  const roleOf = (kid: unknown): string => {
    const element = kid instanceof PDFRef ? context.lookup(kid) : undefined;
    return element instanceof PDFDict ? wordAt(element, "S") : "";
  };
  /** List items that held pieces of the page themselves -> the body that holds them now. */
  const bodies = new Map<PDFRef, PDFRef>();

  for (const [ref, element] of context.enumerateIndirectObjects()) {
    if (!(element instanceof PDFDict) || wordAt(element, "Type") !== "StructElem") continue;
    const kids = itemsOf(element.lookup(name("K")));
    const role = wordAt(element, "S");
    // An HTML <figure> that holds a table, or a chart and its title, is no picture: it needs no alternative (Matterhorn 13-004).
    if (role === "Figure" && !element.has(name("Alt"))) {
      element.set(name("S"), name("Div"));
      for (const kid of kids)
        if (kid instanceof PDFRef && roleOf(kid) === "Caption")
          context.lookup(kid, PDFDict).set(name("S"), name("Div"));
    }
    // A list item holds a label and a body, nothing else (ISO 32000-1, table 336).
    if (role === "LI") {
      const labels = kids.filter((kid) => roleOf(kid) === "Lbl");
      const others = kids.filter((kid) => !labels.includes(kid));
      if (others.length === 0) continue;
      const page = element.get(name("Pg"));
      const own = { Type: "StructElem", S: "LBody", P: ref, ...(page && { Pg: page }), K: others };
      const body = context.register(context.obj(own));
      element.set(name("K"), context.obj([...labels, body]));
      for (const kid of others)
        if (kid instanceof PDFRef) context.lookup(kid, PDFDict).set(name("P"), body);
        else bodies.set(ref, body);
    }
  }
  // From the pieces of a page back to their elements: lists of references, in the order of the pieces (14.7.4.4).
  for (const [, list] of context.enumerateIndirectObjects())
    if (list instanceof PDFArray)
      for (const [i, item] of list.asArray().entries()) {
        const body = item instanceof PDFRef ? bodies.get(item) : undefined;
        if (body) list.set(i, body);
      }
  // A link says in words where it leads (Matterhorn 28-012).
  for (const [link, words] of links) link.set(name("Contents"), PDFHexString.fromText(words));
}
