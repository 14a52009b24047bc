/** The styles of .odt and .ods: what a style says, its parents and the default of its family said first (OpenDocument 1.3 part 3, 16.2). */
import { descendants, findChild, type XmlElement } from "../container/xml.ts";

/** "text", "paragraph", "table-cell", "table-row", "table-column", "table" */
export interface OpenStyles {
  /** Value of an attribute of one of the style's groups of properties; undefined: nothing says it. */
  readonly property: (
    family: string,
    name: string | undefined,
    group: `style:${string}-properties`,
    attribute: string,
  ) => string | undefined;
  /** The element of a style. */
  readonly find: (family: string, name: string) => XmlElement | undefined;
}

/** A style may have a parent, which may have one: never so many. */
const MOST_PARENTS = 30;

/** `roots`: styles.xml, then content.xml, whose own styles come before those of the same name. */
export function openStyles(roots: readonly XmlElement[]): OpenStyles {
  const styles = new Map<string, XmlElement>();
  const defaults = new Map<string, XmlElement>();
  const keyOf = (family: string, name: string): string => `${family}\n${name}`;
  for (const root of roots) {
    for (const style of descendants(root, "style:style")) {
      const { "style:family": family = "", "style:name": name = "" } = style.attributes;
      styles.set(keyOf(family, name), style);
    }
    for (const style of descendants(root, "style:default-style"))
      defaults.set(style.attributes["style:family"] ?? "", style);
  }
  const find = (family: string, name: string): XmlElement | undefined => styles.get(keyOf(family, name));
  return {
    find,
    property: (family, name, group, attribute) => {
      let style = name === undefined ? undefined : find(family, name);
      for (let i = 0; style && i < MOST_PARENTS; i++) {
        const value = findChild(style, group)?.attributes[attribute];
        if (value !== undefined) return value;
        const parent: string | undefined = style.attributes["style:parent-style-name"];
        style = parent === undefined ? undefined : find(family, parent);
      }
      const usual = defaults.get(family);
      return usual && findChild(usual, group)?.attributes[attribute];
    },
  };
}
