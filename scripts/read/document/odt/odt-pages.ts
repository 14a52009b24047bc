/** The pages of an .odt: which of the masters that it holds make them, what these write above and below the text, and paint behind it. OpenDocument 1.3 part 3, 16.9. */
import { childrenOf, descendants, elementsIn, findChild, type XmlElement } from "../../container/xml.ts";
import { WHITE } from "../../contract/contrast.ts";
import type { OpenStyles } from "../../open-document/open-styles.ts";
import type { Ground } from "../ink.ts";
import { groundOf } from "./odt-look.ts";

/** Where nothing calls another one. */
const USUAL = "Standard";

/** The masters of the pages, the first page's first; a file holds others, which make no page. */
export function usedMasters(
  shared: XmlElement | undefined,
  body: XmlElement,
  styles: OpenStyles,
): readonly XmlElement[] {
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
const callsIn = (body: XmlElement, styles: OpenStyles): readonly string[] =>
  elementsIn(body).flatMap((element) => {
    const family = FAMILIES[element.name];
    if (family === undefined) return callsIn(element, styles);
    const name = element.attributes[family === "table" ? "table:style-name" : "text:style-name"];
    const called = styles.withParents(family, name).map(({ attributes }) => attributes["style:master-page-name"]);
    return [called.find((one) => one !== undefined) ?? ""];
  });

const FAMILIES: Readonly<Record<string, string>> = {
  "text:p": "paragraph",
  "text:h": "paragraph",
  "table:table": "table",
};

/** Its headers, or its footers: of all pages, of those at the left, of the first one. */
export const partsOfPage = (master: XmlElement, part: "header" | "footer"): readonly XmlElement[] =>
  ["", "-left", "-first"]
    .flatMap((kind) => childrenOf(master, `style:${part}${kind}`))
    .filter(({ attributes }) => attributes["style:display"] !== "false");

export function groundOfPage(shared: XmlElement | undefined, master: XmlElement | undefined): Ground {
  const layout = descendants(shared, "style:page-layout").find(
    ({ attributes }) => attributes["style:name"] === master?.attributes["style:page-layout-name"],
  );
  const {
    "draw:fill": fill,
    "draw:fill-color": colour,
    "fo:background-color": background,
  } = findChild(layout, "style:page-layout-properties")?.attributes ?? {};
  if (fill === "none") return WHITE;
  return groundOf(fill === "solid" ? colour : background, WHITE);
}
