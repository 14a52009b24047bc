/** The styles of a SpreadsheetML 2003 workbook: number formats, by name or by code, fonts, fills. */
import { childrenOf, findChild, type XmlElement } from "../container/xml.ts";
import { parseHexColour } from "../contract/contrast.ts";
import { positionNamed } from "../seen/seen-text.ts";
import { digitWidth, hasOtherDigits } from "./workbook/fonts.ts";
import { type NumberFormat, parseNumberFormat } from "./workbook/number-format.ts";
import { type CellStyle, type Font, INDENT, PLAIN_FONT, PLAIN_STYLE } from "./workbook/workbook.ts";

/** Number formats by name. */
const NAMED_FORMATS: ReadonlyMap<string, string> = new Map([
  ["General Number", "General"],
  ["General Date", "dd/mm/yyyy h:mm"],
  ["Long Date", "dd/mm/yyyy"],
  ["Medium Date", "d-mmm-yy"],
  ["Short Date", "dd/mm/yyyy"],
  ["Long Time", "h:mm:ss"],
  ["Medium Time", "h:mm AM/PM"],
  ["Short Time", "h:mm"],
  ["Currency", '#,##0.00" €"'],
  ["Euro Currency", '#,##0.00" €"'],
  ["Fixed", "0.00"],
  ["Standard", "#,##0.00"],
  ["Percent", "0.00%"],
  ["Scientific", "0.00E+00"],
  ["Yes/No", '"Oui";"Oui";"Non"'],
  ["True/False", '"Vrai";"Vrai";"Faux"'],
  ["On/Off", '"Actif";"Actif";"Inactif"'],
]);

export const colourOf = (text: string | undefined) => parseHexColour(text) ?? null;

/** Styles by their ID, each laid over its parent. */
export function stylesOf(root: XmlElement): (id: string | undefined) => CellStyle {
  const elements = new Map(
    childrenOf(findChild(root, "ss:Styles"), "ss:Style").map((style) => [style.attributes["ss:ID"] ?? "", style]),
  );
  const known = new Map<string, CellStyle>();
  const styleOf = (id: string, depth: number): CellStyle => {
    const element = elements.get(id);
    const found = known.get(id);
    if (found || !element || depth > 20) return found ?? PLAIN_STYLE;
    const parent = element.attributes["ss:Parent"] ?? (id === "Default" ? undefined : "Default");
    const style = overlay(element, parent === undefined ? PLAIN_STYLE : styleOf(parent, depth + 1));
    known.set(id, style);
    return style;
  };
  return (id) => styleOf(id ?? "Default", 0);
}

function overlay(element: XmlElement, base: CellStyle): CellStyle {
  const font = findChild(element, "ss:Font")?.attributes;
  const interior = findChild(element, "ss:Interior")?.attributes;
  const format = findChild(element, "ss:NumberFormat")?.attributes["ss:Format"];
  const alignment = findChild(element, "ss:Alignment")?.attributes;
  return {
    font: font ? fontOf(font) : base.font,
    fill: interior ? fillOf(interior) : base.fill,
    format: format === undefined ? base.format : formatOf(format),
    unusual: (alignment === undefined ? base.unusual : isUnusual(alignment)) || isCrossed(element),
    shrinks: alignment === undefined ? (base.shrinks ?? false) : alignment["ss:ShrinkToFit"] === "1",
    isUpright: alignment === undefined ? (base.isUpright ?? false) : isUprightText(alignment),
    indent: alignment === undefined ? (base.indent ?? 0) : Number(alignment["ss:Indent"] ?? 0) * INDENT,
  };
}

const isUnusual = (alignment: XmlElement["attributes"]): boolean =>
  alignment["ss:Horizontal"] === "Fill" || alignment["ss:ReadingOrder"] === "RightToLeft";

const isUprightText = (alignment: XmlElement["attributes"]): boolean =>
  alignment["ss:VerticalText"] === "1" || Math.abs(Number(alignment["ss:Rotate"] ?? 0)) > 45;

const isCrossed = (style: XmlElement): boolean =>
  childrenOf(findChild(style, "ss:Borders"), "ss:Border").some(
    ({ attributes }) =>
      /^Diagonal/.test(attributes["ss:Position"] ?? "") && (attributes["ss:LineStyle"] ?? "None") !== "None",
  );

/** Patterns that cover more than a half of the ground with their own colour. */
const DENSE = /^(Gray75|Gray50|(Horz|Vert|(Reverse)?Diag)Stripe|(Thick)?DiagCross)$/;

const fillOf = (interior: XmlElement["attributes"]): CellStyle["fill"] => {
  const { "ss:Pattern": pattern = "None", "ss:Color": ground, "ss:PatternColor": own } = interior;
  return pattern === "None" ? null : colourOf(DENSE.test(pattern) ? (own ?? "#000000") : ground);
};

function fontOf(font: XmlElement["attributes"]): Font {
  return {
    struck: font["ss:StrikeThrough"] === "1",
    hidden: false,
    position: positionNamed(font["ss:VerticalAlign"] ?? ""),
    colour: colourOf(font["ss:Color"]),
    size: Number(font["ss:Size"] ?? PLAIN_FONT.size),
    digitWidth: digitWidth(font["ss:FontName"] ?? "Arial"),
    signs: hasOtherDigits(font["ss:FontName"] ?? "", Number(font["x:CharSet"])),
  };
}

const formatOf = (code: string): NumberFormat => parseNumberFormat(NAMED_FORMATS.get(code) ?? code);
