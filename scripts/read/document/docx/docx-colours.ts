/** Colours of a .docx, of its texts and its shades. ECMA-376 part 1, 17.3.2.6 (colour), 17.3.5 (shades). */
import type { XmlElement } from "../../container/xml.ts";
import { BLACK, isFaint, parseHexColour, WHITE } from "../../contract/contrast.ts";
import type { Colour } from "../word/word-colours.ts";

/**
 * Where a colour is named after one of the theme, the one written beside it is what the program that saved the file computed, if it did (others
 * write black). A background is light and a text dark, as their names say; of a text, unless the colour beside says that it is not seen.
 */
export function colourOf({ attributes }: XmlElement, written: string, prefix: "theme" | "themeFill"): Colour {
  const name = attributes[prefix === "theme" ? "w:themeColor" : "w:themeFill"] ?? "none";
  const own = attributes[written] ?? "auto";
  const [tint, shade] = ["Tint", "Shade"].map((kind) => attributes[`w:${prefix}${kind}`]);
  if (!tint && !shade && /^(?:background|light)/.test(name)) return WHITE;
  if (!tint && !shade && /^(?:text|dark)/.test(name))
    return isFaint(parseHexColour(own) ?? BLACK, WHITE) ? null : BLACK;
  // Black although it is lightened, white although it is darkened: nothing was computed.
  if ((tint && own === "000000") || (shade && /^ffffff$/i.test(own))) return null;
  return own === "auto" && name === "none" ? undefined : (parseHexColour(own) ?? null);
}
