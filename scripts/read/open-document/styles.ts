/** The styles of an .odt or an .ods: each, with its parents, is plain or names what is not. OpenDocument 1.3 part 3, 16.2, 20 (their properties). */
import { childrenOf, elementsIn, type XmlElement } from "../container/xml.ts";
import { isInkSeen, NAMES } from "../plain/rule.ts";
import { constructsOf, onBase, type Said } from "../plain/said.ts";
import { type DataStyle, dataStyleOf } from "./data-styles.ts";
import { propertiesSaid } from "./properties.ts";

type Family = "text" | "paragraph" | "section" | "table" | "table-column" | "table-row" | "table-cell" | "graphic";

export interface Style extends Said {
  /** Its attributes and those of its properties, by name. */
  readonly values: Readonly<Record<string, string>>;
}

export interface Styles {
  readonly style: (family: Family, name: string | undefined) => Style;
  /** The number format of a style of cells. */
  readonly data: (cellStyle: string | undefined) => DataStyle | undefined;
}

const NONE: Style = { constructs: [], ink: {}, values: {} };
const isPlainStyle = (style: Style): boolean => constructsOf(style).length === 0 && isInkSeen(style.ink);
const propertiesIn = (style: XmlElement): readonly XmlElement[] =>
  elementsIn(style).filter(({ name }) => /^style:[\w-]+-properties$/.test(name));

/** The styles of the file, as they are looked up. */
interface Index {
  readonly elements: ReadonlyMap<string, XmlElement>;
  readonly defaults: ReadonlyMap<string, XmlElement>;
  /** Those of numbers, by their names. */
  readonly formats: ReadonlyMap<string, XmlElement>;
  /** The family of type that a name of font stands for: "Arial1" => "Arial". */
  readonly fonts: ReadonlyMap<string, string>;
}
const keyOf = (family: string, name = ""): string => `${family}/${name}`;
/** Elements of the file, by their name. */
type All = (name: string) => readonly XmlElement[];

const indexOf = (all: All): Index => ({
  elements: new Map(
    all("style:style").map((one) => [keyOf(one.attributes["style:family"] ?? "", one.attributes["style:name"]), one]),
  ),
  defaults: new Map(all("style:default-style").map((one) => [one.attributes["style:family"] ?? "", one])),
  formats: new Map(
    ["office:styles", "office:automatic-styles"]
      .flatMap(all)
      .flatMap(elementsIn)
      .filter(({ name }) => name.startsWith("number:"))
      .map((format) => [format.attributes["style:name"] ?? "", format]),
  ),
  fonts: new Map(
    all("style:font-face").map(({ attributes: of }) => [
      of["style:name"] ?? "",
      (of["svg:font-family"] ?? "").replace(/["']/g, ""),
    ]),
  ),
});

/** What one style says by itself. */
function ownOf(element: XmlElement, { fonts }: Index, styles: Styles): Style {
  const properties = propertiesIn(element);
  const { font: written, ...own } = propertiesSaid(properties);
  const font = written === undefined ? undefined : fonts.get(written) || written;
  const family = element.attributes["style:family"] as Family;
  const others = childrenOf(element, "style:map").map(({ attributes: of }) => of["style:apply-style-name"]);
  const mayChange = others.some(
    (name) => !isPlainStyle(styles.style(family, name)) || styles.data(name)?.showsNumber === false,
  );
  const isNumbered = (element.attributes["style:list-style-name"] ?? "") !== "";
  const constructs = [...own.constructs, ...(mayChange ? [NAMES.condition] : [])];
  const values = Object.assign({}, ...[element, ...properties].map(({ attributes }) => attributes));
  return { ...own, constructs, font, isNumbered, values };
}

/** What a style says on top of its parent. */
const onParent = (parent: Style, own: Style): Style => ({
  ...onBase(parent, own),
  values: { ...parent.values, ...own.values },
});

/** `all`: the elements of that name in styles.xml, then in content.xml, whose own styles come before those of the same name. */
export function openStyles(all: All): Styles {
  const index = indexOf(all);
  const known = new Map<string, Style>();
  const style: Styles["style"] = (family, name) => {
    const key = keyOf(family, name);
    const element = index.elements.get(key) ?? index.defaults.get(family);
    const done = known.get(key);
    if (done || !element) return done ?? NONE;
    known.set(key, NONE); // a circle ends where it closes
    const own = ownOf(element, index, styles);
    const isDefault = !index.elements.has(key);
    const found = isDefault ? own : onParent(style(family, element.attributes["style:parent-style-name"]), own);
    known.set(key, found);
    return found;
  };
  const data: Styles["data"] = (name) => {
    const format = index.formats.get(style("table-cell", name).values["style:data-style-name"] ?? "");
    return format && dataStyleOf(format, index.formats);
  };
  const styles = { style, data };
  return styles;
}
