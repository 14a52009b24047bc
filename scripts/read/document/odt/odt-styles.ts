/** The styles of an .odt: each, with its parents, is plain or names what is not. OpenDocument 1.3 part 3, 16.2 (styles), 20 (their properties). */
import { childrenOf, descendants, elementsIn, findChild, ownText, type XmlElement } from "../../container/xml.ts";
import { type Construct, type Ink, isInkSeen, isSignFont, NAMES } from "../../plain/rule.ts";
import { odtProperties, type Said } from "./odt-properties.ts";

type Family = "text" | "paragraph" | "section" | "table" | "table-column" | "table-row" | "table-cell" | "graphic";

export interface OdtStyle extends Omit<Said, "font"> {
  /** Of the style itself, where it is one that the program wrote for this place alone. */
  readonly font?: string | undefined;
  /** Its paragraphs are numbered. */
  readonly isNumbered: boolean;
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
  /** The value of a property, as the style or its nearest parent says it. */
  readonly property: (family: Family, name: string | undefined, property: string) => string | undefined;
  /** The style and its parents, the nearest first. */
  readonly chain: (family: Family, name: string | undefined) => readonly XmlElement[];
}

const NONE: OdtStyle = { constructs: [], ink: {}, isNumbered: false };
/** What a style makes of all that it holds, struck out and hidden texts with the rest. */
export const constructsOf = ({ constructs, unseen, position = "line" }: OdtStyle): readonly Construct[] => [
  ...constructs,
  ...(unseen && unseen !== "seen" ? [NAMES[unseen]] : []),
  ...(position === "line" ? [] : [NAMES.moved]),
];
const isPlainStyle = (style: OdtStyle): boolean => constructsOf(style).length === 0 && isInkSeen(style.ink);
const propertiesIn = (style: XmlElement): readonly XmlElement[] =>
  elementsIn(style).filter(({ name }) => /^style:[\w-]+-properties$/.test(name));

/** `roots`: styles.xml, then content.xml, whose own styles come before those of the same name. */
export function openStyles(roots: readonly XmlElement[]): OdtStyles {
  const all = (name: string): readonly XmlElement[] => roots.flatMap((root) => descendants(root, name));
  const byName = (name: string, key = "style:name") =>
    new Map(all(name).map((element) => [element.attributes[key] ?? "", element]));
  const keyOf = (family: string, name: string): string => `${family}/${name}`;
  const elements = new Map(
    all("style:style").map((one) => [
      keyOf(one.attributes["style:family"] ?? "", one.attributes["style:name"] ?? ""),
      one,
    ]),
  );
  const direct = new Set(all("office:automatic-styles").flatMap((group) => childrenOf(group, "style:style")));
  const defaults = new Map(all("style:default-style").map((one) => [one.attributes["style:family"] ?? "", one]));
  const fonts = new Map(
    all("style:font-face").map(({ attributes: of }) => [
      of["style:name"] ?? "",
      (of["svg:font-family"] ?? "").replace(/["']/g, ""),
    ]),
  );
  const formats = byName("number:number-style");
  const known = new Map<string, OdtStyle>();

  /** What one element says; `isDirect`: of this very place, so that its text is struck out, hidden or in signs, and not its style. */
  const saidBy = (element: XmlElement, isDirect: boolean): OdtStyle => {
    const { font: written, unseen, ...said } = odtProperties(propertiesIn(element));
    const font = written === undefined ? undefined : fonts.get(written) || written;
    const others = childrenOf(element, "style:map").map(({ attributes: of }) =>
      style("paragraph", of["style:apply-style-name"]),
    );
    const conditional = others.every(isPlainStyle) ? [] : [NAMES.condition];
    const ofStyle = isDirect
      ? []
      : [
          ...(unseen && unseen !== "seen" ? [NAMES[unseen]] : []),
          ...(font !== undefined && isSignFont(font) ? [NAMES.font] : []),
        ];
    return {
      ...said,
      constructs: [...said.constructs, ...ofStyle, ...conditional],
      ...(isDirect && { unseen, font }),
      isNumbered: (element.attributes["style:list-style-name"] ?? "") !== "",
    };
  };
  const style = (family: Family, name: string | undefined): OdtStyle => {
    const key = keyOf(family, name ?? "");
    const done = known.get(key);
    if (done) return done;
    const element = elements.get(key);
    if (!element) {
      const usual = defaults.get(family);
      return usual ? saidBy(usual, false) : NONE;
    }
    known.set(key, NONE); // a circle ends where it closes
    const { unseen: _, font: __, ...parent } = style(family, element.attributes["style:parent-style-name"]);
    const own = saidBy(element, direct.has(element));
    const found: OdtStyle = {
      ...parent,
      ...own,
      constructs: [...parent.constructs, ...own.constructs],
      ink: { ...parent.ink, ...own.ink },
      position: own.position ?? parent.position,
      size: own.size ?? parent.size,
      isNumbered: own.isNumbered || parent.isNumbered,
    };
    known.set(key, found);
    return found;
  };
  const templates = new Map(
    all("table:table-template").map((one) => [
      one.attributes["table:name"] ?? one.attributes["text:style-name"] ?? "",
      one,
    ]),
  );
  const chain: OdtStyles["chain"] = (family, name) => {
    const found: XmlElement[] = [];
    for (let at = elements.get(keyOf(family, name ?? "")); at && !found.includes(at); ) {
      found.push(at);
      at = elements.get(keyOf(family, at.attributes["style:parent-style-name"] ?? ""));
    }
    return found;
  };
  const noteStyles = all("text:notes-configuration").flatMap(
    ({ attributes }) => attributes["text:citation-body-style-name"] ?? [],
  );
  return {
    style,
    chain,
    template: (name) => {
      const names = elementsIn(templates.get(name ?? "")).flatMap(
        ({ attributes }) => attributes["table:style-name"] ?? [],
      );
      const cells = names.map((one) => style("table-cell", one));
      return { parts: cells.map(({ ink }) => ink), constructs: cells.flatMap(constructsOf) };
    },
    writesOtherwise: (name) => {
      const format = formats.get(
        elements.get(keyOf("table-cell", name ?? ""))?.attributes["style:data-style-name"] ?? "",
      );
      return (
        format !== undefined &&
        (descendants(format, "style:map").length > 0 ||
          descendants(format, "number:number").length === 0 ||
          descendants(format, "number:embedded-text").length > 0 ||
          descendants(format, "number:text").some((text) => /[^\s\u00a0\u202f]/.test(ownText(text))))
      );
    },
    hasNotesOnLine: noteStyles.some((name) => (style("text", name).position ?? "line") === "line"),
    property: (family, name, property) =>
      chain(family, name)
        .flatMap((one) => propertiesIn(one).flatMap(({ attributes }) => attributes[property] ?? []))
        .at(0) ?? undefined,
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
    Object.keys(findChild({ ...image, children: [image] }, image.name)?.attributes ?? {}).some((name) =>
      name.endsWith("href"),
    ),
  );
