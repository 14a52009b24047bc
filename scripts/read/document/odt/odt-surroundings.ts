/** What a paragraph of an .odt stands in: sections, tables, lists, the document with its changes. */
import type { Beside } from "../../../model/grid.ts";
import { allText, descendants, findChild, type XmlElement } from "../../container/xml.ts";
import type { Style } from "../../open-document/styles.ts";
import { type Around, constructsOf, within } from "../../plain/said.ts";
import type { OdtStyles } from "./odt-styles.ts";

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
