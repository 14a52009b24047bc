/** What the styles of an .odt say beside those of its texts: templates of tables, marks of notes. OpenDocument 1.3 part 3, 16. */
import { descendants, elementsIn, type XmlElement } from "../../container/xml.ts";
import { openStyles, type Styles } from "../../open-document/styles.ts";
import type { Construct, Ink } from "../../plain/rule.ts";
import { constructsOf } from "../../plain/said.ts";

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
