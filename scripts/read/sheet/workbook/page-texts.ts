/** The header and footer of a sheet's pages, as Excel writes both: "&L&\"Arial,Gras\"&12Ville de X&RPage &P". */

/** What sets a font, its size, style or colour, or stands for a number, a date or a name that is no text of the sheet. */
const CODES = /&(?:&|"[^"]*"|K[0-9A-F]{6}|K\d\d[+-]\d{3}|\d{1,3}|[A-Z])/gi;
const SIDE = /^&[LCR]$/i;

/** The texts at the left, in the middle and at the right, a line each. */
export const pageTexts = (written: string): readonly string[] =>
  written
    .replace(CODES, (code) => (code === "&&" ? "&" : SIDE.test(code) ? "\n" : ""))
    .split("\n")
    .map((text) => text.trim())
    .filter((text) => text !== "");
