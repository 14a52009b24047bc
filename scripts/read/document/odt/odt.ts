/** .odt -> one grid, from content.xml and the page headers of styles.xml. Elements: OpenDocument 1.3 part 3. */
import { allText, descendants, elementsIn, findChild, type XmlElement } from "../../container/xml.ts";
import { COLOURED, LAID_OVER, OWN_FONTS } from "../../contract/may-look-otherwise.ts";
import { damaged, refusing } from "../../contract/reader.ts";
import { commentsIn, openXmlParts, partsOfPage } from "../../open-document/open-document.ts";
import type { Styles } from "../../open-document/styles.ts";
import { assembleDocument, type Block, withPages } from "../document.ts";
import type { Odt } from "./odt-around.ts";
import { readStory } from "./odt-story.ts";
import { hasBackgroundPicture, openOdtStyles, withUsualNames } from "./odt-styles.ts";

const FORMAT = "un document OpenDocument (.odt)";

export const readOdt = refusing(FORMAT, async (file) => {
  const parts = openXmlParts(file.bytes, ["content.xml", "styles.xml"]);
  const [content, shared] = ["content.xml", "styles.xml"].map((name) => withUsualNames(parts.get(name)));
  const body = findChild(content, "office:body", "office:text");
  if (!content || !body) return damaged("content.xml sans texte");
  const styles = openOdtStyles([...(shared ? [shared] : []), content]);
  const masters = usedMasters(shared, body, styles);
  const odt: Odt = { styles, laidOver: [], deleted: deletedTexts(body) };
  // What a header draws lies under the text.
  const ofPages = (part: "header" | "footer"): readonly Block[] =>
    masters.flatMap((master) => partsOfPage(master, part)).flatMap((one) => readStory({ ...odt, laidOver: [] }, one));
  const blocks = withPages(ofPages("header"), readStory(odt, body), ofPages("footer"));
  const bringsFonts = [shared, content].some((root) => descendants(root, "svg:font-face-uri").length > 0);
  const hasPicture = [shared, content].some(hasBackgroundPicture);
  const isColoured = descendants(shared, "style:page-layout-properties").some(({ attributes: of }) => {
    const colour = of["draw:fill"] === "solid" ? of["draw:fill-color"] : of["fo:background-color"];
    return of["draw:fill"] !== "none" && !/^(?:transparent|#ffffff)$/i.test(colour ?? "transparent");
  });
  const looks = [
    bringsFonts && OWN_FONTS,
    odt.laidOver.length > 0 && LAID_OVER,
    hasPicture && PICTURE_BEHIND,
    isColoured && COLOURED,
  ];
  return assembleDocument(file.path, blocks, looks, commentsIn(body));
});

const PICTURE_BEHIND = "une image de fond se trouve sous des textes";

/** By the names of the changes. */
const deletedTexts = (body: XmlElement): ReadonlyMap<string, string> =>
  new Map(
    descendants(body, "text:changed-region").flatMap((region): [string, string][] => {
      const deletion = findChild(region, "text:deletion");
      const name = region.attributes["text:id"] ?? region.attributes["?:id"];
      if (!deletion || name === undefined) return [];
      const paragraphs = ["text:p", "text:h"].flatMap((kind) => descendants(deletion, kind));
      return [[name, paragraphs.map(allText).join("\n").trim()]];
    }),
  );

/** Where nothing calls another one. */
const USUAL = "Standard";

/** The masters of the pages, the first page's first; a file holds others, which make no page. */
function usedMasters(shared: XmlElement | undefined, body: XmlElement, styles: Styles): readonly XmlElement[] {
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
