/** The styles of an .odt: each, with its parents, is plain or names what is not. OpenDocument 1.3 part 3, 16.2 (styles), 20 (their properties). */
import { childrenOf, descendants, elementsIn, ownText, type XmlElement } from "../../container/xml.ts";
import { type Construct, type Ink, isInkSeen, NAMES } from "../../plain/rule.ts";
import { asStyle, constructsOf, onBase, type Said } from "../../plain/said.ts";
import { odtProperties } from "./odt-properties.ts";

type Family = "text" | "paragraph" | "section" | "table" | "table-column" | "table-row" | "table-cell" | "graphic";

export interface OdtStyle extends Said {
  /** Its attributes and those of its properties, by name. */
  readonly values: Readonly<Record<string, string>>;
}

export interface OdtStyles {
  readonly style: (family: Family, name: string | undefined) => OdtStyle;
  /** Ink and ground of each kind of cell of a template of tables; and what is not plain of them. */
  readonly template: (name: string | undefined) => {
    readonly parts: readonly Ink[];
    readonly constructs: readonly Construct[];
  };
  /** Does the format of the numbers of a style of cells write digits of its own, or choose by conditions what it writes? */
  readonly writesOtherwise: (cellStyle: string | undefined) => boolean;
  /** Do the marks of notes stand on the line, as figures do? */
  readonly hasNotesOnLine: boolean;
}

const NONE: OdtStyle = { constructs: [], ink: {}, values: {} };
const isPlainStyle = (style: OdtStyle): boolean => constructsOf(style).length === 0 && isInkSeen(style.ink);
const propertiesIn = (style: XmlElement): readonly XmlElement[] =>
  elementsIn(style).filter(({ name }) => /^style:[\w-]+-properties$/.test(name));

/** The styles of the file, as they are looked up. */
interface Index {
  readonly elements: ReadonlyMap<string, XmlElement>;
  /** Those that the program wrote for one place alone. */
  readonly direct: ReadonlySet<XmlElement>;
  readonly defaults: ReadonlyMap<string, XmlElement>;
  /** The family of type that a name of font stands for: "Arial1" => "Arial". */
  readonly fonts: ReadonlyMap<string, string>;
}
const keyOf = (family: string, name = ""): string => `${family}/${name}`;
type All = (name: string) => readonly XmlElement[];

const indexOf = (all: All): Index => ({
  elements: new Map(
    all("style:style").map((one) => [keyOf(one.attributes["style:family"] ?? "", one.attributes["style:name"]), one]),
  ),
  direct: new Set(all("office:automatic-styles").flatMap((group) => childrenOf(group, "style:style"))),
  defaults: new Map(all("style:default-style").map((one) => [one.attributes["style:family"] ?? "", one])),
  fonts: new Map(
    all("style:font-face").map(({ attributes: of }) => [
      of["style:name"] ?? "",
      (of["svg:font-family"] ?? "").replace(/["']/g, ""),
    ]),
  ),
});

/**
 * What one style says by itself. Of a place alone, its text is struck out, hidden or in signs; of a style, that is a construct as another.
 */
function ownOf(element: XmlElement, { direct, fonts }: Index, style: OdtStyles["style"]): OdtStyle {
  const properties = propertiesIn(element);
  const { font: written, unseen, ...own } = odtProperties(properties);
  const font = written === undefined ? undefined : fonts.get(written) || written;
  const others = childrenOf(element, "style:map").map(({ attributes: of }) =>
    style("paragraph", of["style:apply-style-name"]),
  );
  const isNumbered = (element.attributes["style:list-style-name"] ?? "") !== "";
  const conditional = others.every(isPlainStyle) ? [] : [NAMES.condition];
  const constructs = [...own.constructs, ...conditional];
  const values = Object.assign({}, ...[element, ...properties].map(({ attributes }) => attributes));
  const said = { ...own, constructs, unseen, font, isNumbered };
  return { ...(direct.has(element) ? said : asStyle(said)), values };
}

/** What a style says on top of its parent. */
const onParent = ({ unseen: _, font: __, ...parent }: OdtStyle, own: OdtStyle): OdtStyle => ({
  ...onBase(parent, own),
  values: { ...parent.values, ...own.values },
});

/** `roots`: styles.xml, then content.xml, whose own styles come before those of the same name. */
export function openStyles(roots: readonly XmlElement[]): OdtStyles {
  const all: All = (name) => roots.flatMap((root) => descendants(root, name));
  const index = indexOf(all);
  const known = new Map<string, OdtStyle>();
  const style: OdtStyles["style"] = (family, name) => {
    const key = keyOf(family, name);
    const element = index.elements.get(key) ?? index.defaults.get(family);
    const done = known.get(key);
    if (done || !element) return done ?? NONE;
    known.set(key, NONE); // a circle ends where it closes
    const own = ownOf(element, index, style);
    const isDefault = !index.elements.has(key);
    const found = isDefault ? own : onParent(style(family, element.attributes["style:parent-style-name"]), own);
    known.set(key, found);
    return found;
  };
  const noteStyles = all("text:notes-configuration").flatMap(
    ({ attributes }) => attributes["text:citation-body-style-name"] ?? [],
  );
  return {
    style,
    template: (name) => {
      const [template] = all("table:table-template").filter(
        ({ attributes: of }) => name !== undefined && (of["table:name"] ?? of["text:style-name"]) === name,
      );
      const names = elementsIn(template).flatMap(({ attributes }) => attributes["table:style-name"] ?? []);
      const cells = names.map((one) => style("table-cell", one));
      return { parts: cells.map(({ ink }) => ink), constructs: cells.flatMap(constructsOf) };
    },
    writesOtherwise: (name) => {
      const format = style("table-cell", name).values["style:data-style-name"];
      return all("number:number-style").some((one) => one.attributes["style:name"] === format && writesSigns(one));
    },
    hasNotesOnLine: noteStyles.some((name) => (style("text", name).position ?? "line") === "line"),
  };
}

/** A format of numbers with signs of its own, or with conditions. */
const writesSigns = (format: XmlElement): boolean =>
  descendants(format, "style:map").length > 0 ||
  descendants(format, "number:number").length === 0 ||
  descendants(format, "number:embedded-text").length > 0 ||
  descendants(format, "number:text").some((text) => /[^\s\u00a0\u202f]/.test(ownText(text)));

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
