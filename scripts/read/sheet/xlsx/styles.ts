/** The styles of an .xlsx: what a person sees of a cell's number, font and fill (ECMA-376 part 1, 18.8). */

import { childrenOf, descendants, elementsIn, findChild, type XmlElement } from "../../container/xml.ts";
import { BLACK, isFaint, parseHexColour, type Rgb } from "../../contract/contrast.ts";
import { builtinFormats } from "../workbook/builtin-formats.ts";
import { DEFAULT_PALETTE, DEFAULT_THEME, indexedColour, tinted } from "../workbook/colours.ts";
import { hasOtherDigits } from "../workbook/fonts.ts";
import { GENERAL, parseNumberFormat } from "../workbook/number-format.ts";
import { type CellStyle, type Font, INDENT, PLAIN_FONT, PLAIN_STYLE } from "../workbook/workbook.ts";

export interface Styles {
  /** undefined: there is no such style. */
  readonly cell: (index: number) => CellStyle | undefined;
  /** Of a conditional format: what it lays over the style of a cell. */
  readonly differential: (index: number) => (style: CellStyle) => CellStyle;
  readonly overlay: (dxf: XmlElement) => (style: CellStyle) => CellStyle;
  /** What a style of tables of the file lays over some of their cells. */
  readonly table: (name: string) => readonly ((style: CellStyle) => CellStyle)[];
  /** The colours of a scale of colours. */
  readonly colours: (scale: XmlElement) => readonly Rgb[];
  /** rPr of a run of rich text. */
  readonly run: (properties: XmlElement) => Font;
}

/** "1", "true", or no value at all. */
export const isOn = (value: string | undefined): boolean => value === undefined || value === "1" || value === "true";
export const isSet = (value: string | undefined): boolean => value !== undefined && isOn(value);

export function readStyles(root: XmlElement | undefined, theme: XmlElement | undefined): Styles {
  const palette = paletteOf(root);
  const themeColours = themeOf(theme);
  const colour = (element: XmlElement | undefined): Rgb | null => {
    const { rgb, indexed, theme: index, tint } = element?.attributes ?? {};
    const base =
      rgb !== undefined
        ? (parseHexColour(rgb) ?? null)
        : index !== undefined
          ? (themeColours[Number(index)] ?? null)
          : indexed !== undefined
            ? indexedColour(Number(indexed), palette)
            : null;
    return base && tint !== undefined ? tinted(base, Number(tint) || 0) : base;
  };
  const font = (element: XmlElement, base: Font): Font => {
    const strike = findChild(element, "x:strike");
    const align = findChild(element, "x:vertAlign")?.attributes.val;
    const size = findChild(element, "x:sz")?.attributes.val;
    const own = findChild(element, "x:color");
    // "rFont" in a run of rich text
    const name = (findChild(element, "x:name") ?? findChild(element, "x:rFont"))?.attributes.val;
    const charset = findChild(element, "x:charset")?.attributes.val;
    return {
      hidden: false,
      struck: strike ? isOn(strike.attributes.val) : base.struck,
      position:
        align === undefined
          ? base.position
          : align === "superscript"
            ? "raised"
            : align === "subscript"
              ? "lowered"
              : "baseline",
      colour: own ? colour(own) : base.colour,
      size: size === undefined ? base.size : Number(size),
      signs: name === undefined ? base.signs : hasOtherDigits(name, Number(charset)),
    };
  };
  /** undefined: the element says nothing of a fill. `laid`: by a conditional format, whose solid fills have their colour in bgColor. */
  const fill = (element: XmlElement, laid: boolean): Rgb | null | undefined => {
    const [stop] = descendants(element, "x:stop");
    if (stop) return colour(findChild(stop, "x:color"));
    const pattern = findChild(element, "x:patternFill");
    if (!pattern) return undefined;
    const type = pattern.attributes.patternType ?? (laid ? "solid" : "none");
    const [fore, back] = [findChild(pattern, "x:fgColor"), findChild(pattern, "x:bgColor")];
    if (type === "none") return null;
    if (type === "solid") return colour(laid ? (back ?? fore) : fore);
    return colour(/^(dark|medium)/.test(type) ? fore : back);
  };
  const formats = builtinFormats();
  for (const { attributes } of childrenOf(findChild(root, "x:numFmts"), "x:numFmt"))
    formats.set(Number(attributes.numFmtId), parseNumberFormat(attributes.formatCode ?? ""));

  const listed = (list: string, name: string): readonly XmlElement[] => childrenOf(findChild(root, list), name);
  const fonts = listed("x:fonts", "x:font").map((element) => font(element, PLAIN_FONT));
  const borders = listed("x:borders", "x:border");
  const fills = listed("x:fills", "x:fill");
  /** Of a fill that runs from one colour to others, the one on which the text is not seen. */
  const ground = (element: XmlElement | undefined, { colour: ink }: Font): Rgb | null => {
    if (!element) return null;
    const stops = descendants(element, "x:stop").map((stop) => colour(findChild(stop, "x:color")));
    return stops.find((stop) => stop && isFaint(ink ?? BLACK, stop)) ?? fill(element, false) ?? null;
  };
  const styles = listed("x:cellXfs", "x:xf").map((xf): CellStyle => {
    const { numFmtId = "0", fontId = "0", fillId = "0" } = xf.attributes;
    const { horizontal, readingOrder, indent = "0" } = findChild(xf, "x:alignment")?.attributes ?? {};
    const border = borders[Number(xf.attributes.borderId ?? "0")];
    const crosses = findChild(border, "x:diagonal")?.attributes.style;
    const isCrossed =
      (crosses ?? "none") !== "none" &&
      (isSet(border?.attributes.diagonalUp) || isSet(border?.attributes.diagonalDown));
    const own = fonts[Number(fontId)] ?? PLAIN_FONT;
    return {
      font: own,
      fill: ground(fills[Number(fillId)], own),
      format: formats.get(Number(numFmtId)) ?? GENERAL,
      unusual: horizontal === "fill" || readingOrder === "2" || isCrossed,
      indent: Number(indent) * INDENT,
    };
  });
  const overlay = (dxf: XmlElement) => {
    const own = findChild(dxf, "x:font");
    const ownFill = findChild(dxf, "x:fill");
    const code = findChild(dxf, "x:numFmt")?.attributes.formatCode;
    const format = code === undefined ? undefined : parseNumberFormat(code);
    const laidFill = ownFill && fill(ownFill, true);
    return (style: CellStyle): CellStyle => ({
      ...style,
      ...(own && { font: font(own, style.font) }),
      ...(laidFill !== undefined && { fill: laidFill }),
      ...(format && { format }),
    });
  };
  const overlays = listed("x:dxfs", "x:dxf").map(overlay);
  /** A fill and a colour that the cell has by itself are over those of its table. */
  const underCell =
    (lay: (style: CellStyle) => CellStyle) =>
    (style: CellStyle): CellStyle => {
      const laid = lay(style);
      const ink = style.font === fonts[0] ? null : style.font.colour;
      return { ...laid, fill: style.fill ?? laid.fill, font: ink ? { ...laid.font, colour: ink } : laid.font };
    };
  return {
    cell: (index) => (styles.length === 0 ? PLAIN_STYLE : styles[index]),
    differential: (index) => overlays[index] ?? ((style) => style),
    overlay,
    table: (name) =>
      listed("x:tableStyles", "x:tableStyle")
        .filter(({ attributes }) => attributes.name === name)
        .flatMap((style) => childrenOf(style, "x:tableStyleElement"))
        .flatMap(({ attributes }) => overlays[Number(attributes.dxfId)] ?? [])
        .map(underCell),
    colours: (scale) =>
      ["x:color", "x14:color", "x14:fillColor"]
        .flatMap((name) => descendants(scale, name))
        .map(colour)
        .filter((one) => one !== null),
    run: (properties) => font(properties, PLAIN_FONT),
  };
}

function paletteOf(root: XmlElement | undefined): readonly Rgb[] {
  const own = descendants(root, "x:rgbColor").map(({ attributes }) => parseHexColour(attributes.rgb) ?? BLACK);
  // The first eight repeat the fixed ones.
  return own.length > 8 ? own.slice(8) : DEFAULT_PALETTE;
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
  return [light, dark, lighter, darker, ...accents].map((colour, i) => colour ?? DEFAULT_THEME[i] ?? [0, 0, 0]);
}
