/**
 * The styles of an .xlsx (ECMA-376 part 1, 18.8): what of a cell's font, fill and alignment is on the list of the plain, its colours, the code
 * of its number format.
 */
import { childrenOf, descendants, elementsIn, findChild, type XmlElement } from "../../container/xml.ts";
import { BLACK, parseHexColour, type Rgb } from "../../contract/contrast.ts";
import { SHEET, XLSX_FONT } from "../../plain/lists.ts";
import { isSignFont, unknown } from "../../plain/rule.ts";
import { DEFAULT_PALETTE, DEFAULT_THEME, indexedColour, tinted } from "../workbook/colours.ts";
import { builtInFormat } from "../workbook/number-format.ts";
import { type CellStyle, type Font, INDENT, isUpright, PLAIN_FONT, PLAIN_STYLE } from "../workbook/workbook.ts";
import { isOn, isSet } from "./xlsx-values.ts";

export type Change = (style: CellStyle) => CellStyle;

const POSITIONS: Readonly<Record<string, Font["position"]>> = { superscript: "raised", subscript: "lowered" };
/** The set of characters of a font that has its own signs. */
const SIGNS = "2";

export interface Styles {
  /** undefined: there is no such style. */
  readonly cell: (index: number) => CellStyle | undefined;
  /** What a conditional format lays over the style of a cell. */
  readonly overlay: (dxf: XmlElement) => Change;
  /** By its number; undefined: there is none. */
  readonly differential: (index: number) => Change | undefined;
  /** Is it a style of tables of the file's own? */
  readonly hasTable: (name: string) => boolean;
  /** rPr of a run of rich text. */
  readonly run: (properties: XmlElement) => Font;
  readonly colour: (element: XmlElement | undefined) => Rgb | null;
}

export function readStyles(root: XmlElement | undefined, theme: XmlElement | undefined): Styles {
  const colour = createColours(root, theme);
  const font = (element: XmlElement, base: Font): Font => fontOf(element, base, colour);
  const listed = (list: string, name: string): readonly XmlElement[] => childrenOf(findChild(root, list), name);
  const codes = new Map(
    listed("x:numFmts", "x:numFmt").map(({ attributes }) => [Number(attributes.numFmtId), attributes.formatCode ?? ""]),
  );
  const fonts = listed("x:fonts", "x:font").map((element) => font(element, PLAIN_FONT));
  const fills = listed("x:fills", "x:fill").map((fill) => groundsOf(fill, colour, false) ?? []);
  const borders = listed("x:borders", "x:border");
  const cells = listed("x:cellXfs", "x:xf").map((xf): CellStyle => {
    const { numFmtId = "0", fontId = "0", fillId = "0", borderId = "0" } = xf.attributes;
    return {
      font: fonts[Number(fontId)] ?? PLAIN_FONT,
      grounds: fills[Number(fillId)] ?? [],
      format: codes.get(Number(numFmtId)) ?? builtInFormat(Number(numFmtId)),
      indent: INDENT * Number(findChild(xf, "x:alignment")?.attributes.indent ?? 0),
      isUpright: isUpright(Number(findChild(xf, "x:alignment")?.attributes.textRotation ?? 0)),
      odd: [...alignmentOdd(findChild(xf, "x:alignment")), ...borderOdd(borders[Number(borderId)])],
    };
  });
  const overlay = (dxf: XmlElement): Change => {
    const [ownFont, ownFill] = [findChild(dxf, "x:font"), findChild(dxf, "x:fill")];
    const code = findChild(dxf, "x:numFmt")?.attributes.formatCode;
    const grounds = ownFill && groundsOf(ownFill, colour, true);
    return (style) => ({
      ...style,
      ...(ownFont && { font: font(ownFont, style.font) }),
      ...(grounds && { grounds }),
      ...(code !== undefined && { format: code }),
    });
  };
  const differentials = listed("x:dxfs", "x:dxf").map(overlay);
  return {
    cell: (index) => (cells.length === 0 ? PLAIN_STYLE : cells[index]),
    overlay,
    differential: (index) => differentials[index],
    hasTable: (name) => listed("x:tableStyles", "x:tableStyle").some(({ attributes }) => attributes.name === name),
    run: (properties) => font(properties, PLAIN_FONT),
    colour,
  };
}

/** A font with what it does not say itself from another. */
function fontOf(element: XmlElement, base: Font, colour: Styles["colour"]): Font {
  const val = (name: string): string | undefined => findChild(element, name)?.attributes.val;
  const own = findChild(element, "x:color");
  const name = val("x:name") ?? val("x:rFont");
  const [size, align, strike] = [val("x:sz"), val("x:vertAlign"), findChild(element, "x:strike")];
  const kept = strike ? base.odd.filter((odd) => odd !== SHEET.struck) : base.odd;
  const names = elementsIn(element).map((one) => one.name.replace(/^x:/, ""));
  return {
    ink: own ? colour(own) : base.ink,
    position: POSITIONS[align ?? ""] ?? (align === undefined ? base.position : "baseline"),
    size: size === undefined ? base.size : Number(size),
    signs: name === undefined ? base.signs : isSignFont(name) || val("x:charset") === SIGNS,
    odd: [
      ...kept,
      ...(strike && isOn(strike.attributes.val) ? [SHEET.struck] : []),
      ...names.filter((one) => !XLSX_FONT.has(one)).map(unknown),
    ],
  };
}

/** Of an alignment: what is not where or how a text usually stands. */
function alignmentOdd(alignment: XmlElement | undefined): readonly string[] {
  const { horizontal, readingOrder } = alignment?.attributes ?? {};
  return [...(horizontal === "fill" ? [SHEET.repeated] : []), ...(readingOrder === "2" ? [SHEET.reversed] : [])];
}

function borderOdd(border: XmlElement | undefined): readonly string[] {
  const style = findChild(border, "x:diagonal")?.attributes.style ?? "none";
  const isDrawn = isSet(border?.attributes.diagonalUp) || isSet(border?.attributes.diagonalDown);
  return style !== "none" && isDrawn ? [SHEET.diagonal] : [];
}

type Colours = Styles["colour"];

/** undefined: it says nothing of a fill. `laid`: by a conditional format, whose solid fills have their colour in bgColor. */
function groundsOf(fill: XmlElement, colour: Colours, laid: boolean): readonly Rgb[] | undefined {
  const stops = descendants(fill, "x:stop").map((stop) => colour(findChild(stop, "x:color")));
  if (stops.length > 0) return stops.filter((stop) => stop !== null);
  const pattern = findChild(fill, "x:patternFill");
  if (!pattern) return undefined;
  const type = pattern.attributes.patternType ?? (laid ? "solid" : "none");
  const [fore, back] = [findChild(pattern, "x:fgColor"), findChild(pattern, "x:bgColor")];
  if (type === "none") return [];
  // Broad stripes and checks cover half of the ground or more.
  const shown = type === "solid" ? (laid ? (back ?? fore) : fore) : /^(?:dark|medium)/.test(type) ? fore : back;
  // A solid fill of no colour is that of the text, which is black.
  const ground = colour(shown) ?? (type === "solid" && !laid ? BLACK : null);
  return ground ? [ground] : [];
}

/** Colours by their own red, green and blue, by their place in the theme or in the palette; null: the usual one. */
function createColours(root: XmlElement | undefined, theme: XmlElement | undefined): Colours {
  const own = descendants(root, "x:rgbColor").map(({ attributes }) => parseHexColour(attributes.rgb) ?? BLACK);
  // The first eight repeat the fixed ones.
  const palette = own.length > 8 ? own.slice(8) : DEFAULT_PALETTE;
  const themeColours = themeOf(theme);
  return (element) => {
    const { rgb, indexed, theme: index, tint } = element?.attributes ?? {};
    const base =
      rgb !== undefined
        ? (parseHexColour(rgb) ?? null)
        : index !== undefined
          ? (themeColours[Number(index)] ?? null)
          : indexed === undefined
            ? null
            : indexedColour(Number(indexed), palette);
    return base && tint !== undefined ? tinted(base, Number(tint) || 0) : base;
  };
}

/** lt1, dk1, lt2, dk2 in the cells' order; the scheme has the dark ones first. */
function themeOf(theme: XmlElement | undefined): readonly Rgb[] {
  const [scheme] = descendants(theme, "a:clrScheme");
  const own = elementsIn(scheme).map((colour) => {
    const [value] = elementsIn(colour);
    return parseHexColour(value?.attributes.lastClr ?? value?.attributes.val);
  });
  if (own.length === 0) return DEFAULT_THEME;
  const [dark, light, darker, lighter, ...accents] = own;
  return [light, dark, lighter, darker, ...accents].map((colour, i) => colour ?? DEFAULT_THEME[i] ?? BLACK);
}
