/** The styles of .odt and .ods: what a style says, its parents and the default of its family said first (OpenDocument 1.3 part 3, 16.2). */
import { descendants, findChild, type XmlElement } from "../container/xml.ts";

/** "text", "paragraph", "table-cell", "table-row", "table-column", "table" */
export interface OpenStyles {
  /** The properties of the nearest style that says one of these attributes; undefined: none does. */
  readonly nearest: (
    family: string,
    name: string | undefined,
    group: `style:${string}-properties`,
    attributes: readonly string[],
  ) => XmlElement["attributes"] | undefined;
  /** Value of one of them; undefined: nothing says it. */
  readonly property: (
    family: string,
    name: string | undefined,
    group: `style:${string}-properties`,
    attribute: string,
  ) => string | undefined;
  /** The family of type that a name of font stands for: "Arial1" => "Arial". */
  readonly fontFamily: (name: string) => string;
  /** The element of a style. */
  readonly find: (family: string, name: string) => XmlElement | undefined;
}

/** A style may have a parent, which may have one: never so many. */
const MOST_PARENTS = 30;

/** `roots`: styles.xml, then content.xml, whose own styles come before those of the same name. */
export function openStyles(roots: readonly XmlElement[]): OpenStyles {
  const styles = new Map<string, XmlElement>();
  const defaults = new Map<string, XmlElement>();
  const families = new Map<string, string>();
  const keyOf = (family: string, name: string): string => `${family}\n${name}`;
  for (const root of roots) {
    for (const { attributes } of descendants(root, "style:font-face"))
      families.set(attributes["style:name"] ?? "", (attributes["svg:font-family"] ?? "").replace(/["']/g, ""));
    for (const style of descendants(root, "style:style")) {
      const { "style:family": family = "", "style:name": name = "" } = style.attributes;
      styles.set(keyOf(family, name), style);
    }
    for (const style of descendants(root, "style:default-style"))
      defaults.set(style.attributes["style:family"] ?? "", style);
  }
  const find = (family: string, name: string): XmlElement | undefined => styles.get(keyOf(family, name));
  const nearest: OpenStyles["nearest"] = (family, name, group, attributes) => {
    const says = (style: XmlElement | undefined): XmlElement["attributes"] | undefined => {
      const own = style && findChild(style, group)?.attributes;
      return own && attributes.some((attribute) => own[attribute] !== undefined) ? own : undefined;
    };
    let style = name === undefined ? undefined : find(family, name);
    for (let i = 0; style && i < MOST_PARENTS; i++) {
      const own = says(style);
      if (own) return own;
      const parent: string | undefined = style.attributes["style:parent-style-name"];
      style = parent === undefined ? undefined : find(family, parent);
    }
    return says(defaults.get(family));
  };
  return {
    fontFamily: (name) => families.get(name) || name,
    find,
    nearest,
    property: (family, name, group, attribute) => nearest(family, name, group, [attribute])?.[attribute],
  };
}
