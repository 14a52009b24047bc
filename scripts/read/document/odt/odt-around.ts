/** What a paragraph of an .odt stands in: the document, its sections, tables and lists. */
import type { XmlElement } from "../../container/xml.ts";
import type { Style } from "../../open-document/styles.ts";
import { alsoWith, type Construct, type Ink } from "../../plain/rule.ts";
import { constructsOf } from "../../plain/said.ts";
import type { OdtStyles } from "./odt-styles.ts";

/** What is known of the document. */
export interface Odt {
  readonly styles: OdtStyles;
  /** Gets what is laid on the page before its text, outside the cells: it may hide any of them. */
  readonly laidOver: XmlElement[];
}

export interface Around {
  /** Of tables, one within the other. */
  readonly depth: number;
  /** In an item of a list. */
  readonly inList: boolean;
  /** Outside of tables: cells have their own. */
  readonly ink: Ink;
  /** What is not plain of all that stands here. */
  readonly constructs: readonly Construct[];
}

/** The same, within what has that style. */
export const withStyle = (around: Around, style: Style): Around => ({
  ...alsoWith(around, constructsOf(style)),
  ink: { ...around.ink, ...style.ink },
});
