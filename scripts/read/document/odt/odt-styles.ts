/** What the styles of an .odt say beside those of its texts: templates of tables, marks of notes, what is behind the pages. OpenDocument 1.3 part 3, 16. */
import type { Beside } from "../../../model/grid.ts";
import { allText, descendants, elementsIn, findChild, type XmlElement } from "../../container/xml.ts";
import { openStyles, type Style, type Styles } from "../../open-document/styles.ts";
import type { Construct, Ink } from "../../plain/rule.ts";
import { type Around, constructsOf, within } from "../../plain/said.ts";

export interface OdtStyles extends Styles {
  /** Ink and ground of each kind of cell of a template of tables; and what is not plain of them. */
  readonly template: (name: string | undefined) => {
    readonly parts: readonly Ink[];
    readonly constructs: readonly Construct[];
  };
  /** Do the marks of notes stand on the line, as figures do? */
  readonly hasNotesOnLine: boolean;
}

/** `roots`: styles.xml, then content.xml. */
export function openOdtStyles(roots: readonly XmlElement[]): OdtStyles {
  const all = (name: string): readonly XmlElement[] => roots.flatMap((root) => descendants(root, name));
  const styles = openStyles(all);
  const noteStyles = all("text:notes-configuration").flatMap(
    ({ attributes }) => attributes["text:citation-body-style-name"] ?? [],
  );
  return {
    ...styles,
    template: (name) => {
      const [template] = all("table:table-template").filter(
        ({ attributes: of }) => name !== undefined && (of["table:name"] ?? of["text:style-name"]) === name,
      );
      const names = elementsIn(template).flatMap(({ attributes }) => attributes["table:style-name"] ?? []);
      const cells = names.map((one) => styles.style("table-cell", one));
      return { parts: cells.map(({ ink }) => ink), constructs: cells.flatMap(constructsOf) };
    },
    hasNotesOnLine: noteStyles.some((name) => (styles.style("text", name).position ?? "line") === "line"),
  };
}

/** The element with the usual names: the tables of a text box, which OpenDocument does not have, are "loext:table-row" for LibreOffice. */
export const withUsualNames = (element: XmlElement | undefined): XmlElement | undefined =>
  element && {
    ...element,
    name: element.name.replace(/^loext:(?=(?:covered-)?table)/, "table:"),
    children: element.children.flatMap((child) => (typeof child === "string" ? child : (withUsualNames(child) ?? []))),
  };

export const hasBackgroundPicture = (root: XmlElement | undefined): boolean =>
  descendants(root, "style:background-image").some((image) =>
    Object.keys(image.attributes).some((name) => name.endsWith("href")),
  );

/** Where a paragraph stands, and what is known of the document. */
export interface Surroundings extends Around {
  readonly styles: OdtStyles;
  /** In an item of a list. */
  readonly inList: boolean;
  /** What is laid on the page before its text, outside the cells: it may hide any of them. */
  readonly laidOver: XmlElement[];
  /** Texts deleted under tracked changes, by the names of the changes: shown struck out where they were. */
  readonly deleted: ReadonlyMap<string, string>;
}

export const deletedTexts = (body: XmlElement): ReadonlyMap<string, string> =>
  new Map(
    descendants(body, "text:changed-region").flatMap((region): [string, string][] => {
      const deletion = findChild(region, "text:deletion");
      const name = region.attributes["text:id"] ?? region.attributes["?:id"];
      if (!deletion || name === undefined) return [];
      const paragraphs = ["text:p", "text:h"].flatMap((kind) => descendants(deletion, kind));
      return [[name, paragraphs.map(allText).join("\n").trim()]];
    }),
  );

export const deletedBeside = (change: XmlElement, { deleted }: Surroundings): readonly Beside[] => {
  const text = deleted.get(change.attributes["text:change-id"] ?? "") ?? "";
  return text === "" ? [] : [{ kind: "struck", text }];
};

/** The same surroundings, within what has that style. */
export const withStyle = (around: Surroundings, style: Style): Surroundings =>
  within(around, style.ink, constructsOf(style));
