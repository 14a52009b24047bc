/** Which font draws a text of a page: one of the machine, or one that the page brings. CSS Fonts Module Level 4. */
import { drawsOtherDigits } from "../../seen/symbol-fonts.ts";

/** Where the page says that a font is. */
export type FontSource = "within" | "elsewhere";

const ON_EVERY_MACHINE =
  /^(?:arial|helvetica|verdana|tahoma|calibri|times.*|georgia|courier.*|sans-serif|serif|monospace|system-ui)$/;

/** What a list of families may come to. */
export interface FoundFonts {
  /** A font of the page. */
  readonly brought: FontSource | undefined;
  /** The one that comes first. */
  readonly first: string;
  /** Further on, before the fonts of every machine, one whose digits draw something else. */
  readonly mayDrawSigns: boolean;
}

export function fontsOf(list: string, ownFonts: ReadonlyMap<string, FontSource>): FoundFonts {
  const families = list.split(",").map((family) => family.replace(/["']/g, "").trim().toLowerCase());
  const last = families.findIndex((family) => ON_EVERY_MACHINE.test(family) && !ownFonts.has(family));
  const tried = last < 0 ? families : families.slice(0, last);
  const sources = tried.flatMap((family) => ownFonts.get(family) ?? []);
  return {
    brought: sources.find((source) => source === "within") ?? sources[0],
    first: families[0] ?? "",
    mayDrawSigns: tried.slice(1).some(drawsOtherDigits),
  };
}
