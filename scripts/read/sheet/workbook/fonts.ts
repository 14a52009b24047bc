/** Fonts by their names and their sets of characters, as workbooks write them. */
import { drawsOtherDigits, isSymbolFont } from "../../seen/symbol-fonts.ts";

/** The set of a font that has its own signs. */
const SIGNS = 2;

/** Do its digits draw something else? "Wingdings"; a font of signs that is not known by its name. */
export const hasOtherDigits = (name: string, charset: number): boolean =>
  drawsOtherDigits(name) || (charset === SIGNS && !isSymbolFont(name));
