/** Colours, fonts and fills of an .xlsx, as its styles write them (ECMA-376 part 1, 18.8.19 to 18.8.22). */
import { descendants, elementsIn, findChild, type XmlElement } from "../../container/xml.ts";
import { BLACK, isFaint, parseHexColour, type Rgb } from "../../contract/contrast.ts";
import { positionNamed } from "../../seen/seen-text.ts";
import { DEFAULT_PALETTE, DEFAULT_THEME, indexedColour, tinted } from "../workbook/colours.ts";
import { digitWidth, hasOtherDigits } from "../workbook/fonts.ts";
import type { Font } from "../workbook/workbook.ts";
import { isOn } from "./values.ts";

interface Looks {
  /** By its own red, green and blue, by its place in the theme or in the palette; null: the usual one. */
  readonly colour: (element: XmlElement | undefined) => Rgb | null;
  /** What the element does not say is as in `base`. */
  readonly font: (element: XmlElement, base: Font) => Font;
  /** undefined: the element says nothing of a fill. `laid`: by a conditional format, whose solid fills have their colour in bgColor. */
  readonly fill: (element: XmlElement, laid: boolean) => Rgb | null | undefined;
  /** Of a fill that runs from one colour to others, the one on which a text of this font is not seen. */
  readonly ground: (element: XmlElement | undefined, font: Font) => Rgb | null;
}

export function createLooks(root: XmlElement | undefined, theme: XmlElement | undefined): Looks {
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
  const font: Looks["font"] = (element, base) => {
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
      position: align === undefined ? base.position : positionNamed(align),
      colour: own ? colour(own) : base.colour,
      size: size === undefined ? base.size : Number(size),
      digitWidth: name === undefined ? base.digitWidth : digitWidth(name),
      signs: name === undefined ? base.signs : hasOtherDigits(name, Number(charset)),
    };
  };
  const fill: Looks["fill"] = (element, laid) => {
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
  const ground: Looks["ground"] = (element, { colour: ink }) => {
    if (!element) return null;
    const stops = descendants(element, "x:stop").map((stop) => colour(findChild(stop, "x:color")));
    return stops.find((stop) => stop && isFaint(ink ?? BLACK, stop)) ?? fill(element, false) ?? null;
  };
  return { colour, font, fill, ground };
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
