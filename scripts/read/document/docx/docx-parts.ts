/** The parts of a .docx that are read, and which of them make its pages. ECMA-376 parts 1 (17.10, headers and footers) and 2 (relationships). */
import { childrenOf, descendants, type XmlElement } from "../../container/xml.ts";
import { toggle } from "./docx-values.ts";

const STORY = /^word\/(document|header|footer)\d*\.xml$/;
export const STYLES = "word/styles.xml";
export const FONTS = "word/fontTable.xml";
export const LISTS = "word/numbering.xml";
export const SETTINGS = "word/settings.xml";
export const THEME = "word/theme/theme1.xml";
const PACKAGE = "_rels/.rels";
const RELATIONS = /^word\/_rels\/document\d*\.xml\.rels$/;
export const isRead = (name: string): boolean =>
  STORY.test(name) || [STYLES, FONTS, LISTS, SETTINGS, THEME, PACKAGE].includes(name) || RELATIONS.test(name);

type Parts = ReadonlyMap<string, XmlElement>;

/** Of the types that end so: "/officeDocument" */
const relationsOf = (list: XmlElement | undefined, type: RegExp): readonly XmlElement[] =>
  childrenOf(list, "rel:Relationship").filter(({ attributes }) => type.test(attributes.Type ?? ""));

/** "document.xml" in "word/" => "word/document.xml" */
const targetOf = ({ Target = "" }: XmlElement["attributes"], folder: string): string =>
  Target.startsWith("/") ? Target.slice(1) : `${folder}${Target}`;

/** The document itself, which need not be word/document.xml. */
export function mainPart(parts: Parts): string {
  const [main] = relationsOf(parts.get(PACKAGE), /\/officeDocument$/);
  return main ? targetOf(main.attributes, "") : "word/document.xml";
}

/** Headers and footers that the document names, and of which it makes pages; all of them when nothing is said of it. */
export function isUsed(name: string, main: string, parts: Parts): boolean {
  if (!STORY.test(name) || name === main) return name === main;
  const relations = parts.get(main.replace("word/", "word/_rels/").concat(".rels"));
  if (name.startsWith("word/document")) return false;
  if (!relations) return true;
  const named = relationsOf(relations, /\/(?:header|footer)$/).filter(
    ({ attributes }) => targetOf(attributes, "word/") === name,
  );
  return named.some(({ attributes: { Id = "" } }) => !isOfNoPage(Id, parts.get(main), parts.get(SETTINGS)));
}

/** Headers of first pages, where no section has a first page of its own; of even pages, where these are as the others. */
function isOfNoPage(id: string, document: XmlElement | undefined, settings: XmlElement | undefined): boolean {
  const kinds = ["w:headerReference", "w:footerReference"]
    .flatMap((name) => descendants(document, name))
    .filter(({ attributes }) => attributes["r:id"] === id)
    .map(({ attributes }) => attributes["w:type"]);
  const hasFirst = descendants(document, "w:sectPr").some((section) => toggle(section, "w:titlePg"));
  const hasEven = toggle(settings, "w:evenAndOddHeaders") === true;
  return kinds.length > 0 && kinds.every((kind) => (kind === "first" && !hasFirst) || (kind === "even" && !hasEven));
}
