/** The styles of .odt and .ods: what a style says, its parents and the default of its family said first (OpenDocument 1.3 part 3, 16.2). */
import { descendants, elementsIn, findChild, ownText, type XmlElement } from "../container/xml.ts";
import { NUMBER_SIGN } from "../seen/list-marker.ts";

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
  /** What is drawn before an item of a list: "n°." for "1.", "•"; "" for nothing. */
  readonly listMarker: (style: string | undefined, level: number) => string;
  /** What is drawn before a heading of that level. */
  readonly headingMarker: (level: number) => string;
  /** The style of list that a style of paragraph names. */
  readonly listOf: (paragraph: string | undefined) => string | undefined;
  /** Does the format of a style of cells write digits or signs of its own, or choose by conditions what it writes? */
  readonly writesSigns: (cellStyle: string | undefined) => boolean;
  /** The styles of cells that a template of tables names. */
  readonly cellStylesOf: (template: string | undefined) => readonly string[];
  /** The elements of a style and of its parents, the nearest first. */
  readonly withParents: (family: string, name: string | undefined) => readonly XmlElement[];
  /** The style of the marks of notes of that class in the text. */
  readonly noteStyle: (noteClass: string) => string | undefined;
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
  const formats = new Map<string, XmlElement>();
  const lists = new Map<string, XmlElement>();
  const templates = new Map<string, XmlElement>();
  const notes = new Map<string, XmlElement>();
  let headings: XmlElement | undefined;
  /** By the name that people see, which LibreOffice writes in the conditional formats of tables: "Mon style" for "Mon_20_style". */
  const displayed = new Map<string, XmlElement>();
  const keyOf = (family: string, name: string): string => `${family}\n${name}`;
  for (const root of roots) {
    headings = descendants(root, "text:outline-style")[0] ?? headings;
    for (const format of descendants(root, "number:number-style"))
      formats.set(format.attributes["style:name"] ?? "", format);
    for (const note of descendants(root, "text:notes-configuration"))
      notes.set(note.attributes["text:note-class"] ?? "", note);
    for (const template of descendants(root, "table:table-template"))
      templates.set(template.attributes["table:name"] ?? template.attributes["text:style-name"] ?? "", template);
    for (const list of descendants(root, "text:list-style")) lists.set(list.attributes["style:name"] ?? "", list);
    for (const { attributes } of descendants(root, "style:font-face"))
      families.set(attributes["style:name"] ?? "", (attributes["svg:font-family"] ?? "").replace(/["']/g, ""));
    for (const style of descendants(root, "style:style")) {
      const { "style:family": family = "", "style:name": name = "", "style:display-name": shown } = style.attributes;
      styles.set(keyOf(family, name), style);
      if (shown !== undefined) displayed.set(keyOf(family, shown), style);
    }
    for (const style of descendants(root, "style:default-style"))
      defaults.set(style.attributes["style:family"] ?? "", style);
  }
  const find = (family: string, name: string): XmlElement | undefined =>
    styles.get(keyOf(family, name)) ?? displayed.get(keyOf(family, name));
  const withParents: OpenStyles["withParents"] = (family, name) => {
    const chain: XmlElement[] = [];
    for (let at = name; at !== undefined && chain.length < MOST_PARENTS; ) {
      const style = find(family, at);
      if (style) chain.push(style);
      at = style?.attributes["style:parent-style-name"];
    }
    return chain;
  };
  const nearest: OpenStyles["nearest"] = (family, name, group, attributes) =>
    [...withParents(family, name), defaults.get(family)]
      .map((style) => findChild(style, group)?.attributes)
      .find((own) => own && attributes.some((attribute) => own[attribute] !== undefined));
  return {
    listMarker: (name, level) => markerOf(lists.get(name ?? ""), level),
    headingMarker: (level) => markerOf(headings, level),
    listOf: (name) => (name === undefined ? undefined : find("paragraph", name)?.attributes["style:list-style-name"]),
    fontFamily: (name) => families.get(name) || name,
    writesSigns: (name) => {
      const format = formats.get(find("table-cell", name ?? "")?.attributes["style:data-style-name"] ?? "");
      return (
        format !== undefined &&
        (descendants(format, "style:map").length > 0 ||
          descendants(format, "number:text").some((text) => /[^\s\u00a0\u202f]/.test(ownText(text))) ||
          descendants(format, "number:number").some(({ children }) => children.length > 0) ||
          (format.name === "number:number-style" && descendants(format, "number:number").length === 0))
      );
    },
    cellStylesOf: (template = "") =>
      elementsIn(templates.get(template)).flatMap(({ attributes }) => attributes["table:style-name"] ?? []),
    noteStyle: (noteClass) => notes.get(noteClass)?.attributes["text:citation-body-style-name"],
    find,
    withParents,
    nearest,
    property: (family, name, group, attribute) => nearest(family, name, group, [attribute])?.[attribute],
  };
}

function markerOf(list: XmlElement | undefined, level: number): string {
  const own = elementsIn(list).find(({ attributes }) => attributes["text:level"] === String(level));
  if (!own) return "";
  const {
    "style:num-format": format = "",
    "style:num-prefix": before = "",
    "style:num-suffix": after = "",
    "text:bullet-char": bullet,
  } = own.attributes;
  if (own.name === "text:list-level-style-bullet") return bullet ?? "";
  const isNumber = own.name === "text:list-level-style-number" || own.name === "text:outline-level-style";
  return isNumber && format !== "" ? `${before}${NUMBER_SIGN}${after}` : "";
}
