/** The parts of a .docx that are read, and which of them make its pages. ECMA-376 parts 1 (17.10, headers and footers) and 2 (relationships). */
import type { SourceFile } from "../../../model/grid.ts";
import type { Issue } from "../../../model/issue.ts";
import { withChoices } from "../../container/choices.ts";
import { folderOf, type Links, openPackage, type Relation } from "../../container/package.ts";
import { descendants, type XmlElement } from "../../container/xml.ts";
import { unreadable } from "../../contract/reader.ts";
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

/** Headers and footers, by name, where the document has no relations. */
const PAGE_PART = /^word\/(header|footer)\d*\.xml$/;

export type PagePart = "header" | "footer";

export interface DocxParts {
  readonly document: XmlElement;
  /** In the order of their names. */
  readonly pageParts: readonly { readonly story: PagePart; readonly root: XmlElement }[];
  readonly helper: (type: Helper) => XmlElement | undefined;
}

/** What the document names, and the names of its parts. */
interface Named {
  readonly main: string;
  readonly helpers: ReadonlyMap<Helper, string>;
  /** With the ids of their relations; none: nothing is said of them. */
  readonly pages: ReadonlyMap<string, { readonly story: PagePart; readonly ids: readonly string[] }>;
}

export function openDocxParts(file: SourceFile): DocxParts | { readonly issue: Issue } {
  const opened = openPackage(file, { name: FORMAT, prefixes: PREFIXES }, (links) => {
    const { main, helpers, pages } = namedIn(links);
    return [main, ...helpers.values(), ...pages.keys()];
  });
  if ("issue" in opened) return opened;
  const { main, helpers, pages } = namedIn(opened);
  const read = (part: string): XmlElement | undefined => {
    const root = opened.parse(part);
    return root && withChoices(root);
  };
  const document = read(main);
  const roots = new Map([...helpers].map(([type, part]) => [type, opened.parse(part)]));
  const settings = roots.get("settings");
  const pageParts = [...pages]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .filter(([, { ids }]) => ids.length === 0 || !ids.every((id) => isOfNoPage(id, document, settings)))
    .flatMap(([part, { story }]) => {
      const root = read(part);
      return root ? [{ story, root }] : [];
    });
  const [fault] = opened.faults;
  if (fault) return { issue: fault };
  if (!document) return { issue: unreadable(file, FORMAT, `${main} absent`) };
  return { document, pageParts, helper: (type) => roots.get(type) };
}

/** The document itself, which need not be word/document.xml, and its parts, which need not be in word/. */
function namedIn({ names, relations }: Links): Named {
  const main = relations("")?.find(({ type }) => type === "officeDocument")?.target ?? "word/document.xml";
  const own = relations(main);
  const targetOf = (helper: Helper): string =>
    own?.find(({ type }) => type === helper)?.target ?? `${folderOf(main)}${HELPERS[helper]}`.toLowerCase();
  const helpers = new Map((Object.keys(HELPERS) as Helper[]).map((type) => [type, targetOf(type)]));
  if (!own) {
    const pages = names.flatMap((name) => {
      const story = PAGE_PART.exec(name)?.[1] as PagePart | undefined;
      return story ? [[name, { story, ids: [] }] as const] : [];
    });
    return { main, helpers, pages: new Map(pages) };
  }
  const ofPages = own.filter((relation): relation is Relation & { type: PagePart } =>
    ["header", "footer"].includes(relation.type),
  );
  const pages = new Map(
    [...Map.groupBy(ofPages, ({ target }) => target)].map(([target, of]) => [
      target,
      { story: of[0]?.type ?? "header", ids: of.map(({ id }) => id) },
    ]),
  );
  return { main, helpers, pages };
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
