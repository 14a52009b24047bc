/** What the properties of a run of a .docx say, and what it looks like with them. ECMA-376 part 1, 17.3.2 (run properties). */
import { descendants, findChild, type XmlElement } from "../../container/xml.ts";
import { BLACK, parseHexColour, type Rgb, WHITE } from "../../contract/contrast.ts";
import type { Look } from "../../seen/seen-text.ts";
import { CLOSEST, type Ground, lookOf, mixed, movedBy, type TextFormat } from "../ink.ts";
import { PEN_COLOURS } from "../pen-colours.ts";
import { toggle, valueIn } from "./docx-values.ts";

export interface RunFormat extends TextFormat {
  readonly verticalAlign?: string;
  /** In half-points above the line. */
  readonly raisedBy?: number;
  readonly colour?: Rgb | "auto";
  /** From 0 to 1. */
  readonly clearness?: number;
  readonly font?: string;
  /** Of the marker pen, over whose black the usual colour stays black; over a black shade it turns white. "none": not the style's either. */
  readonly highlight?: Ground | "none";
  readonly shade?: Ground | "none";
}

export function formatOf(properties: XmlElement): RunFormat {
  const number = (name: string): number | undefined => {
    const written = Number(valueIn(properties, name) ?? Number.NaN);
    return Number.isNaN(written) ? undefined : written;
  };
  const shade = findChild(properties, "w:shd")?.attributes;
  const fonts = findChild(properties, "w:rFonts")?.attributes;
  const fill = findChild(properties, "w14:textFill");
  const isComplex = toggle(properties, "w:cs") || toggle(properties, "w:rtl");
  return definedOnly({
    isHidden: toggle(properties, "w:vanish"),
    isSpecHidden: toggle(properties, "w:specVanish") || toggle(properties, "w:webHidden"),
    isStruck: toggle(properties, "w:strike"),
    isStruckTwice: toggle(properties, "w:dstrike"),
    verticalAlign: valueIn(properties, "w:vertAlign"),
    raisedBy: number("w:position"),
    colour: (fill && fillColour(fill)) ?? colourOf(findChild(properties, "w:color")),
    scale: number("w:w"),
    isTransparent: fill && isClear(fill),
    clearness: fill && clearnessOf(fill),
    isUnusual: isUnusual(properties),
    size: number("w:sz"),
    font: isComplex ? fonts?.["w:cs"] : (fonts?.["w:ascii"] ?? fonts?.["w:hAnsi"]),
    highlight: highlightOf(valueIn(properties, "w:highlight")),
    shade: shade && noneOr(shadeOf(shade)),
  });
}

/** What the letters are filled with, where it is not the usual ink ([MS-DOCX] 2.5). */
const fillColour = (fill: XmlElement): Rgb | undefined => {
  const [own] = descendants(fill, "w14:srgbClr");
  const [theme] = descendants(fill, "w14:schemeClr");
  const { "w14:val": name = "" } = theme?.attributes ?? {};
  if (theme && /^(?:(?:bg|lt|tx|dk)1)$/.test(name)) return greyOf(theme, /^[bl]/.test(name) ? 1 : 0);
  return own && parseHexColour(own.attributes["w14:val"] ?? "");
};

/** White or black, darkened or lightened: of 100 000. */
function greyOf(theme: XmlElement, lightness: number): Rgb {
  const [times, more] = ["w14:lumMod", "w14:lumOff"].map((name) => findChild(theme, name)?.attributes["w14:val"]);
  const share = (lightness * Number(times ?? PARTS) + Number(more ?? 0)) / PARTS;
  const level = Math.round(255 * Math.min(1, Math.max(0, share || 0)));
  return [level, level, level];
}
const PARTS = 100_000;

/** How much of what is behind it shows through the ink. */
const clearnessOf = (fill: XmlElement): number =>
  Math.max(0, ...descendants(fill, "w14:alpha").map(({ attributes }) => Number(attributes["w14:val"]) / PARTS || 0));

/** Filled with nothing, or with what is nearly transparent. */
const isClear = (fill: XmlElement): boolean =>
  findChild(fill, "w14:noFill") !== undefined || clearnessOf(fill) > 1 - FAINTEST_INK;
/** Less of it than that is not seen. */
const FAINTEST_INK = 0.15;

const isUnusual = (properties: XmlElement): true | undefined => {
  const spacing = Number(valueIn(properties, "w:spacing") ?? 0);
  const squeezed = spacing <= CLOSEST || findChild(properties, "w:fitText") !== undefined;
  // In two lines, or lying down.
  const isTurned = findChild(properties, "w:eastAsianLayout") !== undefined;
  return squeezed || isTurned || toggle(properties, "w:rtl") ? true : undefined;
};

function colourOf(colour: XmlElement | undefined): RunFormat["colour"] | undefined {
  if (!colour) return undefined;
  const { "w:val": written, "w:themeColor": theme, "w:themeShade": shade, "w:themeTint": tint } = colour.attributes;
  return themed({ written, theme, shade, tint });
}

/** A colour of the theme comes before the one that is written beside it for older programs. */
function themed({ written = "auto", theme, shade, tint }: Readonly<Record<string, string | undefined>>): Rgb | "auto" {
  // Lightened black: "00" is white.
  if (tint !== undefined && (theme === "text1" || theme === "dark1")) {
    const level = 255 - (Number.parseInt(tint, 16) || 0);
    return [level, level, level];
  }
  if (shade === undefined && (theme === "background2" || theme === "light2")) return LIGHT;
  if (shade === undefined && (theme === "background1" || theme === "light1")) return WHITE;
  return parseHexColour(written) ?? "auto";
}

/** Without what is not said, so that it hides nothing that is said elsewhere. */
const definedOnly = (format: { readonly [key in keyof RunFormat]: RunFormat[key] | undefined }): RunFormat =>
  Object.fromEntries(Object.entries(format).filter(([, value]) => value !== undefined));

/** The second light colour of the usual theme. */
const LIGHT: Rgb = [231, 230, 230];

const highlightOf = (name: string | undefined): RunFormat["highlight"] =>
  name === undefined || name === "none" ? name : (PEN_COLOURS.get(name) ?? null);

const noneOr = (shade: Ground | undefined): Ground | "none" => (shade === undefined ? "none" : shade);

/** What a run has behind it of its own; undefined: nothing. */
export function groundOf({ highlight = "none", shade = "none" }: RunFormat): Ground | undefined {
  const ground = highlight === "none" ? shade : highlight;
  return ground === "none" ? undefined : ground;
}

/** `<w:shd w:val="clear" w:fill="1F3864"/>`; undefined: no shade. A pattern cannot be told, nor the other colours of a theme. */
export function shadeOf(shade: XmlElement["attributes"] | undefined): Ground | undefined {
  const { "w:val": pattern = "clear", "w:fill": fill = "auto", "w:color": fore = "auto" } = shade ?? {};
  if (!shade || pattern === "nil") return undefined;
  if (pattern === "solid") return fore === "auto" ? BLACK : (parseHexColour(fore) ?? null);
  const share = Number(/^pct(\d+)$/.exec(pattern)?.[1] ?? 0) / 100;
  if (share > 0)
    return mixed(fore === "auto" ? BLACK : parseHexColour(fore), fill === "auto" ? WHITE : parseHexColour(fill), share);
  if (pattern !== "clear") return null;
  const { "w:themeFill": theme, "w:themeFillShade": darker, "w:themeFillTint": tint } = shade;
  const ground = themed({ written: fill, theme, shade: darker, tint });
  if (ground !== "auto") return ground;
  if (theme === undefined && fill === "auto") return undefined;
  return theme === "text1" || theme === "dark1" ? BLACK : null;
}

/** `behind`: what is behind the run where it has nothing of its own. */
export function runLookOn(format: RunFormat, behind: Ground): Look {
  const { highlight = "none", colour, clearness = 0 } = format;
  const usual = highlight === "none" ? undefined : BLACK;
  const own = groundOf(format);
  const ground = own === undefined ? behind : own;
  const ink = colour === "auto" || colour === undefined ? usual : colour;
  return lookOf(
    { ...format, position: positionOf(format) },
    { colour: ink && ground && clearness > 0 ? mixed(ground, ink, clearness) : ink, ground },
  );
}

/** Superscript, or moved by half-points as LibreOffice writes it. */
function positionOf({ verticalAlign, raisedBy = 0 }: RunFormat): Look["position"] {
  if (verticalAlign === "superscript") return "raised";
  return verticalAlign === "subscript" ? "lowered" : movedBy(raisedBy);
}
