/** Colours of a .docx: of its text, its shades and its theme. ECMA-376 part 1, 17.3.2.6 (colour), 17.3.5 (shades), 20.1.6 (theme). */
import { descendants, elementsIn, findChild, type XmlElement } from "../../container/xml.ts";
import { BLACK, mixed, parseHexColour, type Rgb, WHITE } from "../../contract/contrast.ts";
import { PEN_COLOURS } from "../pen-colours.ts";

/** undefined: the usual one. null: it cannot be told. */
export type Colour = Rgb | null | undefined;

export interface Colours {
  readonly ofText: (element: XmlElement) => Colour;
  readonly ofShade: (element: XmlElement) => Colour;
}

/** Names of the theme's colours in the properties of a text. */
const IN_THEME: Readonly<Record<string, string>> = {
  background1: "lt1",
  background2: "lt2",
  dark1: "dk1",
  dark2: "dk2",
  followedHyperlink: "folHlink",
  hyperlink: "hlink",
  light1: "lt1",
  light2: "lt2",
  text1: "dk1",
  text2: "dk2",
};

export function openColours(theme: XmlElement | undefined, settings: XmlElement | undefined): Colours {
  const mapping = findChild(settings, "w:clrSchemeMapping")?.attributes;
  const isUsual = (mapping?.["w:t1"] ?? "dark1") === "dark1" && (mapping?.["w:bg1"] ?? "light1") === "light1";
  const ofTheme = (name: string): Rgb | null => {
    const inTheme = IN_THEME[name] ?? name;
    if (!theme) return { lt1: WHITE, dk1: BLACK }[inTheme] ?? null;
    const [own] = elementsIn(descendants(theme, `a:${inTheme}`)[0]);
    return (isUsual && parseHexColour(own?.attributes.lastClr ?? own?.attributes.val)) || null;
  };
  /** "themeColor" with its tint and shade; or the colour written beside it, where the file has no theme to say otherwise. */
  const read = ({ attributes }: XmlElement, written: string, prefix: "theme" | "themeFill"): Colour => {
    const name = attributes[prefix === "theme" ? "w:themeColor" : "w:themeFill"] ?? "none";
    const own = attributes[written] ?? "auto";
    if (name === "none") return own === "auto" ? undefined : (parseHexColour(own) ?? null);
    const found = ofTheme(name);
    if (!found) return (!theme && parseHexColour(own)) || null;
    const share = (kind: string): number => Number.parseInt(attributes[`w:${prefix}${kind}`] ?? "ff", 16) / 255;
    return mixed(mixed(found, BLACK, share("Shade")), WHITE, share("Tint"));
  };
  return {
    ofText: (element) => read(element, "w:val", "theme"),
    ofShade: (element) => {
      const pattern = element.attributes["w:val"] ?? "clear";
      const [fill, dots] = [read(element, "w:fill", "themeFill"), read(element, "w:color", "theme")];
      if (pattern === "nil" || pattern === "none") return undefined;
      if (pattern === "clear") return fill;
      const share = pattern === "solid" ? 100 : Number(/^pct(\d+)$/.exec(pattern)?.[1] ?? Number.NaN);
      if (Number.isNaN(share) || fill === null || dots === null) return null;
      return mixed(dots, fill, share / 100);
    },
  };
}

/** Of the marker pen. */
export const penColour = (name: string): Colour => PEN_COLOURS.get(name) ?? null;
