/** How a run of a .docx looks: its own properties, its styles with those they are based on, the document's. ECMA-376 part 1, 17.7 (styles). */
import { childrenOf, descendants, findChild, type XmlElement } from "../../container/xml.ts";
import { isFaint, type Rgb, WHITE } from "../../contract/contrast.ts";
import type { Look } from "../../seen/seen-text.ts";
import { isSymbolFont } from "../../seen/symbol-fonts.ts";
import type { Ground } from "../ink.ts";
import type { TabStop } from "../paragraph-limits.ts";
import { formatOf, groundOf, type RunFormat, runLookOn, shadeOf } from "./docx-run-format.ts";
import { isTrue, toggle, valueIn } from "./docx-values.ts";

export interface DocxStyles {
  readonly elements: ReadonlyMap<string, XmlElement>;
  /** Fonts of signs, by their names, as the document says. */
  readonly signFonts: ReadonlySet<string>;
  /** What each style says of its text, with those that it is based on. */
  readonly formats: ReadonlyMap<string, RunFormat>;
  readonly defaults: RunFormat;
  /** What is said of all paragraphs under their styles: by the style of the table that they stand in, then by the document. */
  readonly underParagraphs: readonly (XmlElement | undefined)[];
  /** The style of a paragraph that names none. */
  readonly defaultParagraph: string | undefined;
  /** The style of a table that names none. */
  readonly defaultTable: string | undefined;
}

export const openStyles = (root: XmlElement | undefined, fonts: XmlElement | undefined): DocxStyles => {
  const all = childrenOf(root, "w:style");
  const usual = (type: string): string | undefined =>
    all.find(({ attributes }) => attributes["w:type"] === type && isTrue(attributes["w:default"]))?.attributes[
      "w:styleId"
    ];
  const defaults = findChild(root, "w:docDefaults", "w:rPrDefault", "w:rPr");
  const elements = new Map(all.map((style) => [style.attributes["w:styleId"] ?? "", style]));
  const signFonts = childrenOf(fonts, "w:font").filter(isOfSigns);
  return {
    elements,
    signFonts: new Set(signFonts.map(({ attributes }) => attributes["w:name"] ?? "")),
    formats: new Map([...elements.keys()].map((id) => [id, formatOfChain(chainOf(id, elements))])),
    defaults: defaults ? formatOf(defaults) : {},
    underParagraphs: [findChild(root, "w:docDefaults", "w:pPrDefault", "w:pPr")],
    defaultParagraph: usual("paragraph"),
    defaultTable: usual("table"),
  };
};

/** It has its own set of signs, or stands for another font that has. */
function isOfSigns(font: XmlElement): boolean {
  const hasOwnSet = valueIn(font, "w:charset") === "02" || isSymbolFont(valueIn(font, "w:altName") ?? "");
  return !isSymbolFont(font.attributes["w:name"] ?? "") && hasOwnSet;
}

/** The style and those that it is based on, the nearest first. A circle ends where it closes. */
function chainOf(id: string | undefined, elements: DocxStyles["elements"]): readonly XmlElement[] {
  const chain: XmlElement[] = [];
  for (let style = elements.get(id ?? ""); style && !chain.includes(style); ) {
    chain.push(style);
    style = elements.get(valueIn(style, "w:basedOn") ?? "");
  }
  return chain;
}

/** What a paragraph says, then its style and those that this one is based on, then what is said under them. */
function withStyles(
  properties: XmlElement | undefined,
  { elements, defaultParagraph, underParagraphs }: DocxStyles,
): readonly (XmlElement | undefined)[] {
  const style = valueIn(properties, "w:pStyle") ?? defaultParagraph;
  return [properties, ...chainOf(style, elements).map((element) => findChild(element, "w:pPr")), ...underParagraphs];
}

/** The same styles, within a table of that style. */
export const stylesInTable = (id: string | undefined, styles: DocxStyles): DocxStyles => {
  const ofTable = chainOf(id, styles.elements).map((style) => findChild(style, "w:pPr"));
  return { ...styles, underParagraphs: [...ofTable, styles.underParagraphs.at(-1)] };
};

/** The blanks around the text of its cells, as the style of a table says. */
export const marginsOfStyle = (id: string | undefined, { elements }: DocxStyles): XmlElement | undefined =>
  chainOf(id, elements)
    .map((style) => findChild(style, "w:tblPr", "w:tblCellMar"))
    .find((margins) => margins !== undefined);

/** Those that a paragraph, or its style, sets. */
export function tabStops(properties: XmlElement | undefined, styles: DocxStyles): readonly TabStop[] {
  const tabs = withStyles(properties, styles).flatMap((one) => childrenOf(findChild(one, "w:tabs"), "w:tab"));
  // The nearest one to say of a place what stands there.
  const kinds = new Map(tabs.toReversed().map(({ attributes: own }) => [Number(own["w:pos"]) || 0, own["w:val"]]));
  return [...kinds].flatMap(([at, kind = ""]) => (kind === "clear" ? [] : [{ at, isDecimal: DECIMAL.test(kind) }]));
}
const DECIMAL = /^(?:decimal|num)$/;

/** What a paragraph, its style and those that this one is based on say under one name; undefined: nothing. */
export function paragraphProperty(
  properties: XmlElement | undefined,
  name: string,
  styles: DocxStyles,
): XmlElement["attributes"] | undefined {
  const found = withStyles(properties, styles).flatMap((one) => findChild(one, name) ?? []);
  return found.length > 0 ? Object.assign({}, ...found.toReversed().map(({ attributes }) => attributes)) : undefined;
}

/** numPr of a style or of those that it is based on. */
export const listOfStyle = (id: string | undefined, { elements }: DocxStyles): XmlElement | undefined =>
  chainOf(id, elements)
    .map((style) => findChild(style, "w:pPr", "w:numPr"))
    .find((list) => list !== undefined);

function formatOfChain(chain: readonly XmlElement[]): RunFormat {
  const format: RunFormat = {};
  for (const style of chain.toReversed()) {
    const properties = findChild(style, "w:rPr");
    if (properties) Object.assign(format, formatOf(properties));
  }
  return format;
}

/** What the style of a table puts behind its cells, or behind some of them: which ones cannot be told here. */
export const tableShades = (id: string | undefined, styles: DocxStyles): readonly Ground[] =>
  chainOf(id, styles.elements)
    .flatMap((style) => descendants(style, "w:shd"))
    .map(({ attributes }) => shadeOf(attributes))
    .filter((shade) => shade !== undefined);

/** Does the style of a table hide, strike out or move the text of some of its cells, which cannot be told here? */
export const isDoubtfulTable = (id: string | undefined, styles: DocxStyles): boolean =>
  chainOf(id, styles.elements).some((style) =>
    childrenOf(style, "w:tblStylePr").some((part) => {
      const properties = findChild(part, "w:rPr");
      if (toggle(part, "w:trPr", "w:hidden") || findChild(part, "w:pPr", "w:ind")) return true;
      if (!properties) return false;
      const format = formatOf(properties);
      const shade = shadeOf(findChild(part, "w:tcPr", "w:shd")?.attributes);
      const { kind, position } = runLookOn(format, shade === undefined ? WHITE : shade);
      return kind !== null || position !== "baseline";
    }),
  );

/** Where a run stands. */
export interface RunPlace {
  readonly tableStyle: string | undefined;
  readonly paragraphStyle: string | undefined;
  readonly ground: Ground;
  /** What the style of the table puts behind some of its cells. */
  readonly shades: readonly Rgb[];
  /** The style of the table may hide it or strike it out. */
  readonly isDoubtful: boolean;
}

/** Of a document that says none, in half-points. */
const USUAL_SIZE = 20;

export interface RunLook {
  readonly look: Look;
  readonly font: string;
  /** In half-points. */
  readonly size: number;
  /** The document says that its font has signs in place of digits. */
  readonly isOfSigns: boolean;
}

export function runLook(properties: XmlElement | undefined, place: RunPlace, styles: DocxStyles): RunLook {
  const characterStyle = valueIn(properties, "w:rStyle");
  const format: RunFormat = {
    ...styles.defaults,
    ...styles.formats.get(place.tableStyle ?? ""),
    ...styles.formats.get(place.paragraphStyle ?? styles.defaultParagraph ?? ""),
    ...styles.formats.get(characterStyle ?? ""),
    ...(properties && formatOf(properties)),
  };
  const own = properties && formatOf(properties).colour;
  const isLikeShade =
    place.ground === null &&
    groundOf(format) === undefined &&
    Array.isArray(own) &&
    place.shades.some((shade) => isFaint(own as Rgb, shade));
  const isUnusual = format.isUnusual || place.isDoubtful || isLikeShade;
  return {
    look: runLookOn({ ...format, isUnusual }, place.ground),
    size: format.size ?? USUAL_SIZE,
    font: format.font ?? "",
    isOfSigns: styles.signFonts.has(format.font ?? ""),
  };
}
