/** What colours an HTML element has: of its text, of what is behind it, and how much shows through. */
import { isFaint, type Rgb } from "../../contract/contrast.ts";
import { type Get, isColourWord, parseColour, partOf } from "./css-values.ts";
import type { Visual } from "./html-visual.ts";

/** `isOpen`: a colour is written in a way that is not computed here. */
export interface FoundColour {
  readonly rgb: Rgb | null;
  readonly isOpen: boolean;
}

export function colourOf(written: string, around: Visual): FoundColour & { readonly alpha: number } {
  if (/^(?:|inherit|currentcolor|unset|revert)$/.test(written)) return { rgb: around.colour, alpha: 1, isOpen: false };
  const parsed = parseColour(written);
  if (parsed) return { ...parsed, isOpen: false };
  return { rgb: null, alpha: 1, isOpen: written.includes("(") || isColourWord(written) };
}

/** The ground, under a text of this colour. */
export function groundOf(get: Get, around: Visual, text: Rgb | null): FoundColour {
  const written = get("background-color");
  const image = get("background-image");
  const known = (rgb: Rgb | null): FoundColour => ({ rgb, isOpen: false });
  if (/url\(|gradient/.test(image)) {
    // A gradient that goes through the colour of the text may hide it.
    const colours = image.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\([^()]*\)|\b[a-z]{3,}\b(?!\()/g) ?? [];
    const isLike = colours.some((one) => {
      const colour = parseColour(one);
      return colour !== undefined && colour.alpha > 0 && text !== null && isFaint(text, colour.rgb);
    });
    return { rgb: null, isOpen: image.includes("gradient") && isLike };
  }
  if (written === "" || /^(?:none|inherit|initial|unset)$/.test(written)) return known(around.ground);
  if (/\bcurrentcolor\b/.test(written)) return known(text);
  // "white none repeat scroll 0 0": the colour is one of the words
  const colour = [written, ...written.split(" ")].map(parseColour).find((found) => found !== undefined);
  if (!colour) return { rgb: null, isOpen: written.includes("(") };
  return known(colour.alpha === 0 ? around.ground : colour.alpha > 0.5 ? colour.rgb : null);
}

export function opacityOf(get: Get): number {
  const inFilter = /opacity\(([\d.]+%?)\)/.exec(get("filter"))?.[1];
  const values = [get("opacity"), inFilter].map((text) => partOf(text)).filter((value) => !Number.isNaN(value));
  return values.reduce((product, value) => product * value, 1);
}
