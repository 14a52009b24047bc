/**
 * The styles of an .xlsx (ECMA-376 part 1, 18.8): what of a cell's font, fill and alignment is on the list of the plain, its colours, the code
 * of its number format.
 */
import { childrenOf, descendants, elementsIn, findChild, type XmlElement } from "../../container/xml.ts";
import { BLACK, parseHexColour, type Rgb } from "../../contract/contrast.ts";
import { SHEET, XLSX_FONT } from "../../plain/lists.ts";
import { type Construct, NAMES, unknown } from "../../plain/rule.ts";
import { constructsOf, type Said } from "../../plain/said.ts";
import { DEFAULT_PALETTE, DEFAULT_THEME, indexedColour, tinted } from "../workbook/colours.ts";
import { builtInFormat } from "../workbook/number-format.ts";
import {
  type CellStyle,
  fontSaid,
  INDENT,
  isUpright,
  NOT_PLAIN,
  type Overlay,
  PLAIN_STYLE,
  styledBy,
} from "../workbook/workbook.ts";
import { isOn, isSet } from "./xlsx-values.ts";

const POSITIONS: Readonly<Record<string, Said["position"]>> = {
  superscript: "raised",
  subscript: "lowered",
  baseline: "line",
};

export interface Styles {
  /** undefined: there is no such style. */
  readonly cell: (index: number) => CellStyle | undefined;
  /** What a conditional format lays over the style of a cell: its own dxf, or one by its number. undefined: there is none. */
  readonly laid: (dxf: XmlElement | number) => Overlay["laid"] | undefined;
  /** Is it a style of tables of the file's own? */
  readonly hasTable: (name: string) => boolean;
  /** rPr of a run of rich text. */
  readonly run: (properties: XmlElement) => Said;
  readonly colour: (element: XmlElement | undefined) => Rgb | null;
}

export function readStyles(root: XmlElement | undefined, theme: XmlElement | undefined): Styles {
  const colour = createColours(root, theme);
  const listed = (list: string, name: string): readonly XmlElement[] => childrenOf(findChild(root, list), name);
  const codes = new Map(
    listed("x:numFmts", "x:numFmt").map(({ attributes }) => [Number(attributes.numFmtId), attributes.formatCode ?? ""]),
  );
  const fonts = listed("x:fonts", "x:font").map((font) => styledBy(PLAIN_STYLE, fontOf(font, colour)));
  const fills = listed("x:fills", "x:fill").map((fill) => groundOf(fill, colour, false));
  const borders = listed("x:borders", "x:border");
  const cells = listed("x:cellXfs", "x:xf").map((xf): CellStyle => {
    const { numFmtId = "0", fontId = "0", fillId = "0", borderId = "0" } = xf.attributes;
    const font = fonts[Number(fontId)] ?? PLAIN_STYLE;
    return {
      ...font,
      ink: { ...font.ink, ground: fills[Number(fillId)] },
      format: codes.get(Number(numFmtId)) ?? builtInFormat(Number(numFmtId)),
      indent: INDENT * Number(findChild(xf, "x:alignment")?.attributes.indent ?? 0),
      isUpright: isUpright(Number(findChild(xf, "x:alignment")?.attributes.textRotation ?? 0)),
      constructs: [
        ...font.constructs,
        ...alignmentOdd(findChild(xf, "x:alignment")),
        ...borderOdd(borders[Number(borderId)]),
      ],
    };
  });
  const laid = (dxf: XmlElement): Overlay["laid"] => {
    const font = fontOf(findChild(dxf, "x:font"), colour);
    if (findChild(dxf, "x:numFmt") || constructsOf(font).length > 0) return NOT_PLAIN;
    const ground = groundOf(findChild(dxf, "x:fill"), colour, true);
    return { ...font.ink, ...(ground !== undefined && { ground }) };
  };
  const differentials = listed("x:dxfs", "x:dxf").map(laid);
  return {
    cell: (index) => (cells.length === 0 ? PLAIN_STYLE : cells[index]),
    laid: (dxf) => (typeof dxf === "number" ? differentials[dxf] : laid(dxf)),
    hasTable: (name) => listed("x:tableStyles", "x:tableStyle").some(({ attributes }) => attributes.name === name),
    run: (properties) => styledBy(PLAIN_STYLE, fontOf(properties, colour)),
    colour,
  };
}

/** What a font says. */
function fontOf(element: XmlElement | undefined, colour: Styles["colour"]): Said {
  const val = (name: string): string | undefined => findChild(element, name)?.attributes.val;
  const [ink, strike, size] = [findChild(element, "x:color"), findChild(element, "x:strike"), val("x:sz")];
  const bold = findChild(element, "x:b");
  const names = elementsIn(element).map((one) => one.name.replace(/^x:/, ""));
  const own = {
    constructs: names.filter((one) => !XLSX_FONT.has(one)).map(unknown),
    unseen: strike && (isOn(strike.attributes.val) ? ("struck" as const) : ("seen" as const)),
    position: POSITIONS[val("x:vertAlign") ?? ""],
    font: val("x:name") ?? val("x:rFont"),
    bold: bold && isOn(bold.attributes.val),
    charset: Number(val("x:charset") ?? 0),
  };
  return fontSaid(own, ink && colour(ink), size === undefined ? undefined : Number(size));
}

/** Of an alignment: what is not where or how a text usually stands. */
function alignmentOdd(alignment: XmlElement | undefined): readonly Construct[] {
  const { horizontal, readingOrder } = alignment?.attributes ?? {};
  return [...(horizontal === "fill" ? [SHEET.repeated] : []), ...(readingOrder === "2" ? [NAMES.reversed] : [])];
}

function borderOdd(border: XmlElement | undefined): readonly Construct[] {
  const style = findChild(border, "x:diagonal")?.attributes.style ?? "none";
  const isDrawn = isSet(border?.attributes.diagonalUp) || isSet(border?.attributes.diagonalDown);
  return style !== "none" && isDrawn ? [NAMES.crossed] : [];
}

type Colours = Styles["colour"];

/**
 * What a fill puts behind the text: undefined, nothing; null, colours that run into one another. `laid`: by a conditional format, whose solid
 * fills have their colour in bgColor.
 */
function groundOf(fill: XmlElement | undefined, colour: Colours, laid: boolean): Rgb | null | undefined {
  const pattern = findChild(fill, "x:patternFill");
  if (!pattern) return fill && elementsIn(fill).length > 0 ? null : undefined;
  const type = pattern.attributes.patternType ?? (laid ? "solid" : "none");
  const [fore, back] = [findChild(pattern, "x:fgColor"), findChild(pattern, "x:bgColor")];
  if (type === "none") return undefined;
  // Broad stripes and checks cover half of the ground or more.
  const shown = type === "solid" ? (laid ? (back ?? fore) : fore) : /^(?:dark|medium)/.test(type) ? fore : back;
  // A solid fill of no colour is that of the text, which is black.
  return colour(shown) ?? (type === "solid" && !laid ? BLACK : undefined);
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
