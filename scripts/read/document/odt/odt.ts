/** .odt -> one grid, from content.xml and the page headers of styles.xml. Elements: OpenDocument 1.3 part 3. */
import type { Grid, SourceFile } from "../../../model/grid.ts";
import type { Result } from "../../../model/issue.ts";
import { descendants, elementsIn, findChild, type XmlElement } from "../../container/xml.ts";
import { openXmlParts } from "../../container/xml-parts.ts";
import { LAID_OVER, OWN_FONTS } from "../../contract/may-look-otherwise.ts";
import { refused, unreadable } from "../../contract/reader.ts";
import { LEFT_OUT, PREFIXES } from "../../open-document/open-document.ts";
import { openStyles } from "../../open-document/open-styles.ts";
import { withMarker } from "../../seen/list-marker.ts";
import { assembleDocument, type Block, PAGE_FOOTER, PAGE_HEADER, paragraph } from "../document.ts";
import { withoutText } from "../table-blocks.ts";
import { groundOfPage, partsOfPage, usedMasters } from "./odt-pages.ts";
import { onGround, tableBlocks } from "./odt-table.ts";
import { deletedBeside, deletedTexts, fillOf, paragraphText, type Surroundings } from "./odt-text.ts";

const FORMAT = "un document OpenDocument (.odt)";

export async function readOdt(file: SourceFile): Promise<Result<readonly Grid[]>> {
  const parts = openXmlParts(file, FORMAT, (name) => name === "content.xml" || name === "styles.xml", PREFIXES);
  if ("issue" in parts) return refused(parts.issue);
  const [content, shared] = ["content.xml", "styles.xml"].map((name) => withUsualNames(parts.get(name)));
  const body = findChild(content, "office:body", "office:text");
  if (!content || !body) return refused(unreadable(file, FORMAT, "content.xml sans texte"));
  const styles = openStyles([...(shared ? [shared] : []), content]);
  const masters = usedMasters(shared, body, styles);
  const around: Surroundings = {
    styles,
    ground: groundOfPage(shared, masters[0]),
    shades: [],
    isDoubtful: false,
    inTable: false,
    laidOver: [],
    deleted: deletedTexts(body),
  };
  const ofPages = (part: "header" | "footer") => masters.flatMap((master) => partsOfPage(master, part));
  const blocks = [
    // What a header draws lies under the text.
    ...pageBlocks(ofPages("header"), PAGE_HEADER, { ...around, laidOver: [] }),
    ...blocksOf(body, around),
    ...pageBlocks(ofPages("footer"), PAGE_FOOTER, { ...around, laidOver: [] }),
  ];
  const inBoth = (name: string): readonly XmlElement[] => [shared, content].flatMap((root) => descendants(root, name));
  const bringsFonts = inBoth("svg:font-face-uri").length > 0;
  const hasPicture = inBoth("style:background-image").some(({ attributes }) =>
    Object.keys(attributes).some((name) => name.endsWith("href")),
  );
  const otherLooks = [bringsFonts && OWN_FONTS, around.laidOver.length > 0 && LAID_OVER, hasPicture && PICTURE_BEHIND];
  return assembleDocument(file.path, blocks, otherLooks);
}

const PICTURE_BEHIND = "une image de fond se trouve sous des textes";

/** The tables of a text box, which OpenDocument does not have, are named otherwise by LibreOffice: "loext:table-row". */
const withUsualNames = (element: XmlElement | undefined): XmlElement | undefined =>
  element && {
    ...element,
    name: element.name.replace(/^loext:(?=(?:covered-)?table)/, "table:"),
    children: element.children.flatMap((child) => (typeof child === "string" ? child : (withUsualNames(child) ?? []))),
  };

/** Headers or footers of the pages, each text once. */
function pageBlocks(parts: readonly XmlElement[], label: string, around: Surroundings): readonly Block[] {
  const seen = new Set<string>();
  return parts
    .flatMap((part) => blocksOf(part, around))
    .map((block) => (block.kind === "paragraph" ? paragraph(block, label) : block))
    .filter((block) => {
      const key = JSON.stringify(block);
      return !seen.has(key) && seen.add(key);
    });
}

/** Paragraphs and tables, in order; lists, sections and indexes only wrap them. */
function blocksOf(container: XmlElement, around: Surroundings): readonly Block[] {
  return elementsIn(container).flatMap((child): readonly Block[] => {
    if (LEFT_OUT.has(child.name)) return [];
    if (child.name === "text:p" || child.name === "text:h") {
      const boxes: Block[] = [];
      const text = paragraphText(child, around, (box, ground) => {
        for (const block of blocksOf(box, { ...around, ground })) boxes.push(block);
      });
      return [paragraph(around.inTable ? withMarker(text, headingMarker(child, around)) : text), ...boxes];
    }
    if (child.name === "table:table") return tableBlocks(child, around, blocksOf);
    if (child.name.startsWith("draw:") && child.attributes["text:anchor-type"] === "page") around.laidOver.push(child);
    if (child.name === "text:list" && around.inTable) return listBlocks(child, around, { level: 1 });
    if (child.name === "text:change") return [paragraph({ text: "", beside: deletedBeside(child, around) })];
    const inSection = child.name === "text:section" ? onGround(child, "section", around, "text:style-name") : around;
    const inside = child.name.startsWith("draw:") ? { ...around, ground: fillOf(child, around) } : inSection;
    const blocks = blocksOf(child, inside);
    if (child.name === "text:numbered-paragraph" && around.inTable) return [withNumber(blocks, child, around)].flat();
    const { "text:display": display = "true" } = child.attributes;
    if (child.name !== "text:section" || display === "true") return blocks;
    return [withoutText(blocks, display === "none" ? "hidden" : "unsure")];
  });
}

/** A paragraph numbered by itself. */
function withNumber(blocks: readonly Block[], { attributes }: XmlElement, { styles }: Surroundings): readonly Block[] {
  const [first, ...others] = blocks;
  const marker = styles.listMarker(attributes["text:style-name"], Number(attributes["text:level"] ?? 1));
  return first?.kind === "paragraph" ? [paragraph(withMarker(first, marker)), ...others] : blocks;
}

/** Of a numbered heading; a style of its own may number it as a list. */
function headingMarker({ name, attributes }: XmlElement, { styles }: Surroundings): string {
  if (name !== "text:h" || attributes["text:is-list-header"] === "true") return "";
  const level = Number(attributes["text:outline-level"] ?? 1);
  const list = styles.listOf(attributes["text:style-name"]);
  return list ? styles.listMarker(list, level) : styles.headingMarker(level);
}

interface ListPlace {
  readonly level: number;
  /** Of the list around. */
  readonly style?: string | undefined;
}

/** A list in a table: the marker that is drawn before the first paragraph of an item stands in no text. */
function listBlocks(list: XmlElement, around: Surroundings, place: ListPlace): readonly Block[] {
  const style = list.attributes["text:style-name"] ?? place.style;
  return elementsIn(list).flatMap((item): readonly Block[] => {
    if (item.name !== "text:list-item") return blocksOf(item, around);
    const blocks = elementsIn(item).flatMap((child): readonly Block[] => {
      if (child.name === "text:list") return listBlocks(child, around, { level: place.level + 1, style });
      return blocksOf({ ...item, children: [child] }, around);
    });
    const [first, ...others] = blocks;
    if (first?.kind !== "paragraph") return blocks;
    const paragraphStyle = findChild(item, "text:p")?.attributes["text:style-name"];
    const marker = around.styles.listMarker(style ?? around.styles.listOf(paragraphStyle), place.level);
    return [paragraph(withMarker(first, marker)), ...others];
  });
}
