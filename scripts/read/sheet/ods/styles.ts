/** How the cells and texts of an .ods look, by the names of their styles (OpenDocument 1.3 part 3, 20). */
import type { XmlElement } from "../../container/xml.ts";
import { parseHexColour, type Rgb } from "../../contract/contrast.ts";
import { type OpenStyles, openStyles } from "../../open-document/open-styles.ts";
import { FAINTEST_OPACITY, pointsOf, positionOf, sizeOf } from "../../open-document/open-text.ts";
import { drawsOtherDigits } from "../../seen/symbol-fonts.ts";
import { digitWidth } from "../workbook/fonts.ts";
import { GENERAL } from "../workbook/number-format.ts";
import { type CellStyle, type Font, PLAIN_FONT } from "../workbook/workbook.ts";
import { type DataStyles, dataStyles } from "./data-styles.ts";
import { pageTexts } from "./page-texts.ts";

export interface OdsStyles {
  readonly named: OpenStyles;
  readonly cell: (name: string | undefined) => CellStyle;
  /** Of a span within a cell of that font. */
  readonly span: (name: string | undefined, base: Font) => Font;
  /** Nothing of the cell is shown where its sheet is protected. */
  readonly isSecret: (cellStyle: string | undefined) => boolean;
  /** The number format of a cell's style. */
  readonly data: (cellStyle: string | undefined) => ReturnType<DataStyles["find"]>;
  readonly formats: DataStyles;
  /** Of the header and footer of its pages, by the style of a sheet. */
  readonly pageTexts: (tableStyle: string | undefined) => readonly string[];
}

export function odsStyles(roots: readonly XmlElement[]): OdsStyles {
  const named = openStyles(roots);
  const formats = dataStyles(roots);
  const cells = new Map<string, CellStyle>();
  const cell = (name: string | undefined): CellStyle => {
    const key = name ?? "Default";
    const known = cells.get(key);
    if (known) return known;
    const style: CellStyle = {
      font: fontOf((...names) => named.nearest("table-cell", key, "style:text-properties", names), PLAIN_FONT, named),
      fill: colourOf(named.property("table-cell", key, "style:table-cell-properties", "fo:background-color")),
      format: GENERAL,
      unusual: isUnusual(named, key),
      shrinks: named.property("table-cell", key, "style:table-cell-properties", "style:shrink-to-fit") === "true",
      isUpright: isUprightText(named, key),
      indent:
        (pointsOf(named.property("table-cell", key, "style:paragraph-properties", "fo:margin-left")) ?? 0) / CHARACTER,
    };
    cells.set(key, style);
    return style;
  };
  return {
    named,
    cell,
    span: (name, base) =>
      fontOf((...names) => named.nearest("text", name, "style:text-properties", names), base, named),
    isSecret: (name) =>
      named.property("table-cell", name ?? "Default", "style:table-cell-properties", "style:cell-protect") ===
      "hidden-and-protected",
    data: (cellStyle) => formats.find(dataStyleName(named, cellStyle ?? "Default")),
    formats,
    pageTexts: pageTexts(roots, named),
  };
}

/** In points, the width of a character. */
export const CHARACTER = 5.5;

/** Repeated over the width of the column, upside down, from right to left, crossed out. */
function isUnusual(named: OpenStyles, name: string): boolean {
  const of = (attribute: string) => named.property("table-cell", name, "style:table-cell-properties", attribute);
  const angle = Number(of("style:rotation-angle") ?? 0) || 0;
  const order = named.property("table-cell", name, "style:paragraph-properties", "style:writing-mode");
  const isCrossed = ["style:diagonal-bl-tr", "style:diagonal-tl-br"].some(
    // "0.06pt solid #000000", "none", "0.000cm none #c7c7c7"
    (line) => !/\bnone\b|^$/.test(of(line) ?? ""),
  );
  return of("style:repeat-content") === "true" || (angle > 90 && angle < 270) || order === "rl-tb" || isCrossed;
}

/** Upwards, downwards, or one sign under the other. */
function isUprightText(named: OpenStyles, name: string): boolean {
  const of = (attribute: string) => named.property("table-cell", name, "style:table-cell-properties", attribute);
  const angle = Number(of("style:rotation-angle") ?? 0) || 0;
  return Math.abs(Math.sin((angle * Math.PI) / 180)) > Math.SQRT1_2 || of("style:direction") === "ttb";
}

/** Of the style or of the nearest parent that has one. */
const dataStyleName = (named: OpenStyles, name: string): string | undefined =>
  named
    .withParents("table-cell", name)
    .map(({ attributes }) => attributes["style:data-style-name"])
    .find((found) => found !== undefined);

/** "#ff0000"; "transparent" has none. */
const colourOf = (text: string | undefined): Rgb | null => parseHexColour(text) ?? null;

type Nearest = (...attributes: readonly string[]) => XmlElement["attributes"] | undefined;

/** `nearest`: what the style, its parents or the default one say of these attributes; what none says stays as in `base`. */
function fontOf(nearest: Nearest, base: Font, { fontFamily }: OpenStyles): Font {
  const line = nearest("style:text-line-through-style", "style:text-line-through-type");
  const position = nearest("style:text-position")?.["style:text-position"];
  const size = nearest("fo:font-size")?.["fo:font-size"];
  const display = nearest("text:display")?.["text:display"];
  const ink = nearest("fo:color", "style:use-window-font-color");
  // LibreOffice gives automatic ink an opacity of nothing, which means nothing.
  const isAutomatic = ink?.["style:use-window-font-color"] === "true";
  const opacity = nearest("loext:opacity")?.["loext:opacity"] ?? "100";
  const isTransparent = !isAutomatic && Number.parseFloat(opacity) < FAINTEST_OPACITY;
  const font = nearest("style:font-name", "fo:font-family");
  const family = font?.["style:font-name"] ?? font?.["fo:font-family"]?.replace(/["']/g, "");
  const lines = [line?.["style:text-line-through-style"], line?.["style:text-line-through-type"]];
  return {
    struck: line ? lines.some((one) => one !== undefined && one !== "none") : base.struck,
    hidden: display === undefined ? base.hidden : display !== "true",
    position: position === undefined ? base.position : positionOf(position),
    colour: isAutomatic ? null : ink ? colourOf(ink["fo:color"]) : base.colour,
    size: isTransparent ? 0 : size === undefined ? base.size : sizeOf(size, base.size),
    digitWidth: family === undefined ? base.digitWidth : digitWidth(fontFamily(family)),
    signs: family === undefined ? base.signs : drawsOtherDigits(fontFamily(family)),
  };
}
