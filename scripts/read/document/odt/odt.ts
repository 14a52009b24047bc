/** .odt -> one grid, from content.xml and the page headers of styles.xml. Elements: OpenDocument 1.3 part 3. */
import type { OtherLook } from "../../../model/about-files.ts";
import { descendants, elementsIn, findChild, type XmlElement } from "../../container/xml.ts";
import { damaged, notRead, refusing, tooOld } from "../../contract/reader.ts";
import { commentsIn, LEFT_OUT, openXmlParts, partsOfPage } from "../../open-document/open-document.ts";
import type { Styles } from "../../open-document/styles.ts";
import { assembleDocument, type Block, textsIn, withPages } from "../document.ts";
import type { Odt } from "./odt-around.ts";
import { readStory } from "./odt-story.ts";
import { openOdtStyles } from "./odt-styles.ts";

const FORMAT = "un document OpenDocument (.odt)";

export const readOdt = refusing(FORMAT, async (file) => {
  const parts = openXmlParts(file.bytes, ["content.xml", "styles.xml"]);
  const [content, shared] = ["content.xml", "styles.xml"].map((name) => parts.get(name));
  const body = findChild(content, "office:body", "office:text");
  if (!content || !body) return damaged("content.xml sans texte");
  if ([shared, content].some(hidesByTrue)) notRead(tooOld("un document d'OpenOffice.org 2", ".odt"));
  const styles = openOdtStyles([...(shared ? [shared] : []), content]);
  const masters = usedMasters(shared, body, styles);
  const odt: Odt = { styles, laidOver: [] };
  // What a header draws lies under the text.
  const ofPages = (part: "header" | "footer"): readonly Block[] =>
    masters.flatMap((master) => partsOfPage(master, part)).flatMap((one) => readStory({ ...odt, laidOver: [] }, one));
  const notes = descendants(body, "text:note-body").flatMap((note) => readStory({ ...odt, laidOver: [] }, note));
  const blocks = withPages(ofPages("header"), readStory(odt, body), ofPages("footer"));
  const bringsFonts = [shared, content].some((root) => descendants(root, "svg:font-face-uri").length > 0);
  const isColoured = descendants(shared, "style:page-layout-properties").some(({ attributes: of }) => {
    const colour = of["draw:fill"] === "solid" ? of["draw:fill-color"] : of["fo:background-color"];
    return of["draw:fill"] !== "none" && !/^(?:transparent|#ffffff)$/i.test(colour ?? "transparent");
  });
  const looks: readonly (OtherLook | false)[] = [
    bringsFonts && "own-fonts",
    odt.laidOver.length > 0 && "laid-over",
    isColoured && "coloured",
  ];
  return assembleDocument(file.path, blocks, looks, { comments: commentsIn(body), besides: textsIn(notes) });
});

/** OpenOffice.org 2 hid the texts of which it said text:display="true", as LibreOffice still does in files of that age; in later ones such texts are shown. */
function hidesByTrue(root: XmlElement | undefined): boolean {
  const isOlder = !(Number(root?.attributes["office:version"]) >= 1.2);
  return isOlder && descendants(root, "style:text-properties").some((one) => one.attributes["text:display"] === "true");
}

/** Of the pages before anything calls another one. */
const USUAL = "Standard";

/** The masters of the pages: those that the text calls, or the usual one before that, and those that follow them. A file holds others, which make no page. */
function usedMasters(shared: XmlElement | undefined, body: XmlElement, styles: Styles): readonly XmlElement[] {
  const masters = new Map(descendants(shared, "style:master-page").map((one) => [one.attributes["style:name"], one]));
  const [first, ...others] = callsIn(body, styles);
  const used = new Set([first || (masters.has(USUAL) ? USUAL : [...masters.keys()][0]), ...others]);
  // Those that follow are added while the set is gone through.
  for (const name of used) used.add(masters.get(name)?.attributes["style:next-style-name"]);
  return [...used].flatMap((name) => masters.get(name) ?? []);
}

/** The master that each paragraph and table of the text calls: a page of it begins there; none for most. */
const callsIn = (parent: XmlElement, styles: Styles): readonly (string | undefined)[] =>
  elementsIn(parent).flatMap((element) => {
    const { name, attributes: of } = element;
    if (LEFT_OUT.has(name) || name.startsWith("draw:")) return [];
    if (name === "table:table") return styles.style("table", of["table:style-name"]).values["style:master-page-name"];
    if (name !== "text:p" && name !== "text:h") return callsIn(element, styles);
    return styles.style("paragraph", of["text:style-name"]).values["style:master-page-name"];
  });
