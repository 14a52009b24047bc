/**
 * The styles of an .ods, by their names (OpenDocument 1.3 part 3, 16.2 and 20): what a style says with its parents and the default of its
 * family, what of that is not on the list of the plain, whether its number format shows the number itself.
 */
import { childrenOf, descendants, elementsIn, findChild, type XmlElement } from "../../container/xml.ts";
import { parseHexColour } from "../../contract/contrast.ts";
import { FAINTEST_OPACITY, pointsOf, positionOf, sizeOf } from "../../open-document/open-text.ts";
import { ODS_TEXT, otherFormat, SHEET } from "../../plain/lists.ts";
import { isSignFont, unknown } from "../../plain/rule.ts";
import { type CellStyle, type Font, isUpright, type Odd, PLAIN_FONT, withOdd } from "../workbook/workbook.ts";
import { type DataStyle, dataStyleOf } from "./ods-data-styles.ts";

type Properties = Readonly<Record<string, string>>;
type Group = `style:${string}-properties`;

export interface OdsStyles {
  /** What a style of that family says with its parents, in a group of properties. */
  readonly properties: (family: string, name: string | undefined, group: Group) => Properties;
  readonly cell: (name: string | undefined) => CellStyle;
  /** Of a span within a cell of that font. */
  readonly span: (name: string | undefined, base: Font) => Font;
  /** The number format of a cell's style. */
  readonly data: (cellStyle: string | undefined) => DataStyle | undefined;
  /** A style of cells that a condition lays over another. */
  readonly laid: (name: string) => CellStyle;
  /** The texts at the head and foot of the pages of a sheet, by its style. */
  readonly pageTexts: (tableStyle: string | undefined) => readonly string[];
}

/** A style may have a parent, which may have one: never so many. */
const MOST_PARENTS = 30;

/** In points, the width of a character. */
export const CHARACTER = 5.5;

/** What a style says with its parents and the default of its family, in a group of properties; its format. */
function createChains(all: (name: string) => readonly XmlElement[]) {
  const styles = new Map<string, XmlElement>();
  /** By the name that people see too, which LibreOffice writes in conditional formats: "Mon style" for "Mon_20_style". */
  for (const called of ["style:display-name", "style:name"])
    for (const style of all("style:style")) {
      const name = style.attributes[called];
      if (name !== undefined) styles.set(`${style.attributes["style:family"]} ${name}`, style);
    }
  for (const style of all("style:default-style")) styles.set(`${style.attributes["style:family"]} `, style);
  /** The style and its parents, the nearest first, then the default of the family. */
  const chainOf = (family: string, name: string | undefined): readonly XmlElement[] => {
    const chain: XmlElement[] = [];
    for (let at = name; at !== undefined && chain.length < MOST_PARENTS; ) {
      const style = styles.get(`${family} ${at}`);
      if (style) chain.push(style);
      at = style?.attributes["style:parent-style-name"];
    }
    return [...chain, styles.get(`${family} `)].filter((style) => style !== undefined);
  };
  const properties: OdsStyles["properties"] = (family, name, group) => {
    const said: Record<string, string> = {};
    for (const style of chainOf(family, name).toReversed()) {
      const own = findChild(style, group)?.attributes;
      // An ink of its own is not the automatic one that a parent has.
      if (own?.["fo:color"]) delete said["style:use-window-font-color"];
      Object.assign(said, own);
    }
    return said;
  };
  return { find: (family: string, name: string) => styles.get(`${family} ${name}`), chainOf, properties };
}

/** Of the cells that name no style. */
const USUAL = "Default";

/** What is read of each style once. */
function remembered<T>(read: (name: string) => T): (name?: string) => T {
  const known = new Map<string, T>();
  return (name = USUAL) => {
    const found = known.has(name) ? (known.get(name) as T) : read(name);
    known.set(name, found);
    return found;
  };
}

/** `roots`: styles.xml, then content.xml, whose own styles come before those of the same name. */
export function odsStyles(roots: readonly XmlElement[]): OdsStyles {
  const all = (name: string): readonly XmlElement[] => roots.flatMap((root) => descendants(root, name));
  const { find, chainOf, properties } = createChains(all);
  const families = new Map(
    all("style:font-face").map(({ attributes }) => [attributes["style:name"], attributes["svg:font-family"]]),
  );
  const familyOf = (name: string): string => (families.get(name) ?? name).replace(/["']/g, "");
  const formats = new Map(
    [...all("office:styles"), ...all("office:automatic-styles")]
      .flatMap(elementsIn)
      .filter(({ name }) => name.startsWith("number:"))
      .map((format) => [format.attributes["style:name"] ?? "", format]),
  );
  const data = remembered((name) => {
    const named = chainOf("table-cell", name).map(({ attributes }) => attributes["style:data-style-name"]);
    const element = formats.get(named.find((one) => one !== undefined) ?? "");
    return element && dataStyleOf(element, formats);
  });
  const look = (name: string): CellStyle => {
    const of = (group: Group): Properties => properties("table-cell", name, group);
    const [box, paragraph] = [of("style:table-cell-properties"), of("style:paragraph-properties")];
    const ground = parseHexColour(box["fo:background-color"]);
    return {
      font: readFont(of("style:text-properties"), PLAIN_FONT, familyOf),
      grounds: ground ? [ground] : [],
      format: "",
      indent: (pointsOf(paragraph["fo:margin-left"]) ?? 0) / CHARACTER,
      isUpright: box["style:direction"] === "ttb" || isUpright(Number(box["style:rotation-angle"] ?? 0) % 180),
      odd: boxOdd(box, paragraph),
    };
  };
  const laid = (name: string): CellStyle =>
    data(name)?.showsNumber === false ? withOdd(look(name), otherFormat("")) : look(name);
  const cell = remembered((name): CellStyle => {
    const others = childrenOf(find("table-cell", name), "style:map").map(
      ({ attributes }) => attributes["style:apply-style-name"] ?? "",
    );
    return { ...look(name), mayBecome: others.map(laid) };
  });
  return {
    properties,
    cell,
    span: (name, base) => readFont(properties("text", name, "style:text-properties"), base, familyOf),
    data,
    laid,
    pageTexts: pageTextsOf(all("style:master-page"), (name) => find("table", name)?.attributes),
  };
}

/** What is not said stays as in `base`. */
function readFont(said: Properties, base: Font, familyOf: (name: string) => string): Font {
  const { "fo:color": colour, "fo:font-size": size, "style:text-position": position } = said;
  // LibreOffice gives automatic ink an opacity of nothing, which means nothing.
  const isAutomatic = said["style:use-window-font-color"] === "true";
  const isTransparent = !isAutomatic && Number.parseFloat(said["loext:opacity"] ?? "100") < FAINTEST_OPACITY;
  const family = said["style:font-name"] ?? said["fo:font-family"];
  const line = ["style:text-line-through-style", "style:text-line-through-type"].map((one) => said[one] ?? "none");
  const unknowns = Object.keys(said).filter(
    (name) => !ODS_TEXT.has(name) && !/-(?:asian|complex)$|^(?:\?|officeooo):/.test(name),
  );
  return {
    ink: isAutomatic ? null : colour === undefined ? base.ink : (parseHexColour(colour) ?? null),
    position: position === undefined ? base.position : positionOf(position),
    size: size === undefined ? base.size : sizeOf(size, base.size),
    signs: family === undefined ? base.signs : isSignFont(familyOf(family)),
    odd: [
      ...base.odd,
      ...(line.some((one) => one !== "none") ? [SHEET.struck] : []),
      ...((said["text:display"] ?? "true") === "true" ? [] : [SHEET.hidden]),
      ...(isTransparent ? [SHEET.ink] : []),
      ...unknowns.map(unknown),
    ],
  };
}

/** Repeated over the width of the column, upside down, from right to left, crossed out. */
function boxOdd(box: Properties, paragraph: Properties): Odd {
  const angle = Number(box["style:rotation-angle"] ?? 0) || 0;
  // "0.06pt solid #000000", "none", "0.000cm none #c7c7c7"
  const isCrossed = ["style:diagonal-bl-tr", "style:diagonal-tl-br"].some(
    (line) => !/\bnone\b|^$/.test(box[line] ?? ""),
  );
  return [
    ...(box["style:repeat-content"] === "true" ? [SHEET.repeated] : []),
    ...(angle > 90 && angle < 270 ? [SHEET.upsideDown] : []),
    ...(paragraph["style:writing-mode"] === "rl-tb" ? [SHEET.reversed] : []),
    ...(isCrossed ? [SHEET.diagonal] : []),
    ...(box["style:cell-protect"] === "hidden-and-protected" ? [SHEET.hidden] : []),
  ];
}

const HEAD_OR_FOOT = /^style:(?:header|footer)(?:-left|-first)?$/;

/** Of the master page that the style of a sheet names (16.9 and 16.10). */
function pageTextsOf(masters: readonly XmlElement[], styleOf: (name: string) => Properties | undefined) {
  return (tableStyle = ""): readonly string[] => {
    const name = styleOf(tableStyle)?.["style:master-page-name"] ?? "Default";
    const master = masters.findLast(({ attributes }) => attributes["style:name"] === name);
    return elementsIn(master)
      .filter((holder) => HEAD_OR_FOOT.test(holder.name) && holder.attributes["style:display"] !== "false")
      .flatMap((holder) => descendants(holder, "text:p"))
      .map((paragraph) => textOf(paragraph).trim())
      .filter((text) => text !== "");
  };
}

/** Without the fields, which stand for the number of the page, the name of the sheet, the day. */
const textOf = ({ children }: XmlElement): string =>
  children
    .map((child) => {
      if (typeof child === "string") return child.replace(/\s+/g, " ");
      if (/^text:(?:s|tab|line-break)$/.test(child.name)) return " ";
      return /^text:(?:span|a)$/.test(child.name) ? textOf(child) : "";
    })
    .join("");
