/** The styles of an .xlsx: what a person sees of a cell's number, font and fill (ECMA-376 part 1, 18.8). */

import { childrenOf, descendants, findChild, type XmlElement } from "../../container/xml.ts";
import type { Rgb } from "../../contract/contrast.ts";
import { builtinFormats } from "../workbook/builtin-formats.ts";
import { GENERAL, parseNumberFormat } from "../workbook/number-format.ts";
import { type CellStyle, type Font, INDENT, isUpright, PLAIN_FONT, PLAIN_STYLE } from "../workbook/workbook.ts";
import { createLooks } from "./looks.ts";
import { isSet } from "./values.ts";

export interface Styles {
  /** Of the cells that say nothing; absent: the file has no font. */
  readonly normalFont: Font | undefined;
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

export function readStyles(root: XmlElement | undefined, theme: XmlElement | undefined): Styles {
  const { colour, font, fill, ground } = createLooks(root, theme);
  const formats = builtinFormats();
  for (const { attributes } of childrenOf(findChild(root, "x:numFmts"), "x:numFmt"))
    formats.set(Number(attributes.numFmtId), parseNumberFormat(attributes.formatCode ?? ""));

  const listed = (list: string, name: string): readonly XmlElement[] => childrenOf(findChild(root, list), name);
  const fonts = listed("x:fonts", "x:font").map((element) => font(element, PLAIN_FONT));
  const borders = listed("x:borders", "x:border");
  const fills = listed("x:fills", "x:fill");
  const styles = listed("x:cellXfs", "x:xf").map((xf): CellStyle => {
    const { numFmtId = "0", fontId = "0", fillId = "0" } = xf.attributes;
    const {
      horizontal,
      readingOrder,
      indent = "0",
      textRotation = "0",
      shrinkToFit,
    } = findChild(xf, "x:alignment")?.attributes ?? {};
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
      shrinks: isSet(shrinkToFit),
      isUpright: isUpright(Number(textRotation)),
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
    normalFont: fonts[0],
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
