/** Colours of a .docx: of its text, its shades and its theme. ECMA-376 part 1, 17.3.2.6 (colour), 17.3.5 (shades), 20.1.6 (theme). */
import { descendants, elementsIn, findChild, type XmlElement } from "../../container/xml.ts";
import { BLACK, mixed, parseHexColour, type Rgb, WHITE } from "../../contract/contrast.ts";
import type { Colour } from "../word/word-colours.ts";

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

export type ReadColour = (element: XmlElement, written: string, prefix: "theme" | "themeFill") => Colour;

/** "themeColor" with its tint and shade; or the colour written beside it, where the file has no theme to say otherwise. */
export function openColours(theme: XmlElement | undefined, settings: XmlElement | undefined): ReadColour {
  const mapping = findChild(settings, "w:clrSchemeMapping")?.attributes;
  const isUsual = (mapping?.["w:t1"] ?? "dark1") === "dark1" && (mapping?.["w:bg1"] ?? "light1") === "light1";
  const ofTheme = (name: string): Rgb | null => {
    const inTheme = IN_THEME[name] ?? name;
    if (!theme) return { lt1: WHITE, dk1: BLACK }[inTheme] ?? null;
    const [own] = elementsIn(descendants(theme, `a:${inTheme}`)[0]);
    return (isUsual && parseHexColour(own?.attributes.lastClr ?? own?.attributes.val)) || null;
  };
  return ({ attributes }, written, prefix) => {
    const name = attributes[prefix === "theme" ? "w:themeColor" : "w:themeFill"] ?? "none";
    const own = attributes[written] ?? "auto";
    if (name === "none") return own === "auto" ? undefined : (parseHexColour(own) ?? null);
    const found = ofTheme(name);
    if (!found) return (!theme && parseHexColour(own)) || null;
    const share = (kind: string): number => Number.parseInt(attributes[`w:${prefix}${kind}`] ?? "ff", 16) / 255;
    return mixed(mixed(found, BLACK, share("Shade")), WHITE, share("Tint"));
  };
}
