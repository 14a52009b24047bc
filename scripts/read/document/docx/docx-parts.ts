/** The parts of a .docx that are read, and which of them make its pages. ECMA-376 parts 1 (17.10, headers and footers) and 2 (relationships). */
import { withChoices } from "../../container/choices.ts";
import { openPackage } from "../../container/package.ts";
import { descendants, findChild, type XmlElement } from "../../container/xml.ts";
import { damaged } from "../../contract/reader.ts";
import { isOn } from "./docx-values.ts";

/** Types of the parts that are read, beside the document itself. */
const HELPERS = ["styles", "fontTable", "settings", "theme", "comments", "footnotes", "endnotes"] as const;
type Helper = (typeof HELPERS)[number];

export type PagePart = "header" | "footer";

interface DocxParts {
  readonly document: XmlElement;
  /** In the order in which the sections of the document name them. */
  readonly pageParts: readonly { readonly story: PagePart; readonly root: XmlElement }[];
  readonly helper: (type: Helper) => XmlElement | undefined;
}

/** @throws {NotRead} */
export function openDocxParts(bytes: Uint8Array): DocxParts {
  const { main, relations, parse } = openPackage(bytes);
  const own = relations(main);
  const helpers = new Map(
    HELPERS.map((helper) => [helper, parse(own.find(({ type }) => type === helper)?.target ?? "")]),
  );
  const read = (part: string): XmlElement | undefined => {
    const root = parse(part);
    return root && withChoices(root);
  };
  const document = read(main) ?? damaged(`${main} absent`);
  const named = pageReferences(document, helpers.get("settings"));
  const targets = new Map(own.filter(({ id }) => named.includes(id)).map((one) => [one.target, one.type]));
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
  const hasFirst = descendants(document, "w:sectPr").some((section) => isOn(findChild(section, "w:titlePg")));
  const hasEven = isOn(findChild(settings, "w:evenAndOddHeaders"));
  return ["w:headerReference", "w:footerReference"]
    .flatMap((name) => descendants(document, name))
    .filter(({ attributes: { "w:type": kind } }) => (kind === "first" ? hasFirst : kind !== "even" || hasEven))
    .map(({ attributes }) => attributes["r:id"]);
}
