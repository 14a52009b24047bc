/** The parts of a .docx that are read, and which of them make its pages. ECMA-376 parts 1 (17.10, headers and footers) and 2 (relationships). */
import { withChoices } from "../../container/choices.ts";
import { folderOf, type Links, openPackage } from "../../container/package.ts";
import { descendants, type XmlElement } from "../../container/xml.ts";
import { damaged } from "../../contract/reader.ts";
import { toggle } from "./docx-values.ts";

export const FORMAT = "un document Word (.docx)";

/** Transitional and strict namespaces alike. */
const PREFIXES = {
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
  "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
  "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
  "urn:schemas-microsoft-com:office:word": "w10",
  "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
  "http://purl.oclc.org/ooxml/drawingml/main": "a",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
  "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
  "http://purl.oclc.org/ooxml/officeDocument/math": "m",
  "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
  "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
  "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
  "urn:schemas-microsoft-com:vml": "v",
  "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
  "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
  "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
} as const;

/** Part by type of its relation, and its name where the document has no relation of that type. */
const HELPERS = {
  styles: "styles.xml",
  fontTable: "fontTable.xml",
  settings: "settings.xml",
  theme: "theme/theme1.xml",
  comments: "comments.xml",
} as const;
type Helper = keyof typeof HELPERS;
const HELPER_TYPES = Object.keys(HELPERS) as Helper[];

export type PagePart = "header" | "footer";

export interface DocxParts {
  readonly document: XmlElement;
  /** In the order in which the sections of the document name them. */
  readonly pageParts: readonly { readonly story: PagePart; readonly root: XmlElement }[];
  readonly helper: (type: Helper) => XmlElement | undefined;
}

/** The document itself need not be word/document.xml, nor its parts be in word/. */
const mainOf = ({ relations }: Links): string =>
  relations("")?.find(({ type }) => type === "officeDocument")?.target ?? "word/document.xml";

const helperOf = ({ relations }: Links, main: string, type: Helper): string =>
  relations(main)?.find((relation) => relation.type === type)?.target ??
  `${folderOf(main)}${HELPERS[type]}`.toLowerCase();

/** @throws {NotRead} */
export function openDocxParts(bytes: Uint8Array): DocxParts {
  const opened = openPackage(bytes, PREFIXES, (links) => {
    const main = mainOf(links);
    const pages = (links.relations(main) ?? []).filter(({ type }) => type === "header" || type === "footer");
    return [main, ...pages.map(({ target }) => target), ...HELPER_TYPES.map((type) => helperOf(links, main, type))];
  });
  const main = mainOf(opened);
  const helpers = new Map(HELPER_TYPES.map((type) => [type, opened.parse(helperOf(opened, main, type))]));
  const read = (part: string): XmlElement | undefined => {
    const root = opened.parse(part);
    return root && withChoices(root);
  };
  const document = read(main) ?? damaged(`${main} absent`);
  const named = pageReferences(document, helpers.get("settings"));
  const targets = new Map(
    (opened.relations(main) ?? []).filter(({ id }) => named.includes(id)).map((one) => [one.target, one.type]),
  );
  const pageParts = [...targets].flatMap(([target, type]) => {
    const root = read(target);
    return root ? [{ story: type as PagePart, root }] : [];
  });
  return { document, pageParts, helper: (type) => helpers.get(type) };
}

/**
 * Ids of the headers and footers of its sections. Those of first pages are seen where a section has a first page of its own; those of even
 * pages, where these are not as the others.
 */
function pageReferences(document: XmlElement, settings: XmlElement | undefined): readonly (string | undefined)[] {
  const hasFirst = descendants(document, "w:sectPr").some((section) => toggle(section, "w:titlePg"));
  const hasEven = toggle(settings, "w:evenAndOddHeaders") === true;
  return ["w:headerReference", "w:footerReference"]
    .flatMap((name) => descendants(document, name))
    .filter(({ attributes: { "w:type": kind } }) => (kind === "first" ? hasFirst : kind !== "even" || hasEven))
    .map(({ attributes }) => attributes["r:id"]);
}
