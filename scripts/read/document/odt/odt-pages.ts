/** The pages of an .odt: which of the masters that it holds make them, and what these write above and below the text. OpenDocument 1.3 part 3, 16.9. */
import { descendants, elementsIn, type XmlElement } from "../../container/xml.ts";
import type { Styles } from "../../open-document/styles.ts";

/** Where nothing calls another one. */
const USUAL = "Standard";

/** The masters of the pages, the first page's first; a file holds others, which make no page. */
export function usedMasters(shared: XmlElement | undefined, body: XmlElement, styles: Styles): readonly XmlElement[] {
  const masters = new Map(
    descendants(shared, "style:master-page").map((master) => [master.attributes["style:name"] ?? "", master]),
  );
  const calls = callsIn(body, styles);
  const usual = masters.has(USUAL) ? USUAL : [...masters.keys()][0];
  const used = new Set(calls[0] ? calls : [usual, ...calls]);
  // Those that follow them are added while the set is gone through.
  for (const name of used) {
    const next = masters.get(name ?? "")?.attributes["style:next-style-name"];
    if (next !== undefined) used.add(next);
  }
  return [...used].flatMap((name) => masters.get(name ?? "") ?? []);
}

/** The master that each paragraph and table calls: a page of it begins there; "" for most. */
const callsIn = (body: XmlElement, styles: Styles): readonly string[] =>
  elementsIn(body).flatMap((element) => {
    const isTable = element.name === "table:table";
    if (!isTable && element.name !== "text:p" && element.name !== "text:h") return callsIn(element, styles);
    const name = element.attributes[isTable ? "table:style-name" : "text:style-name"];
    return [styles.style(isTable ? "table" : "paragraph", name).values["style:master-page-name"] ?? ""];
  });
