/**
 * What the file says of a sign, against what its font draws. A font that is not in the file is drawn by the names of its signs
 * (ISO 32000-1, 9.6.6): where ToUnicode says « 7 » of the sign named "one", a person sees 1.
 */

/** What of a font pdf.js tells. */
export interface PdfFont {
  readonly name?: string;
  readonly fontMatrix?: readonly number[];
  readonly vertical?: boolean;
  /** Its drawings are not in the file. */
  readonly missingFile?: boolean;
  /** Its signs are drawn by orders of the file's own. */
  readonly isType3Font?: boolean;
  /** Its signs have numbers instead of names. */
  readonly composite?: boolean;
  /** Names of its signs by their code, and those that the file changes. */
  readonly defaultEncoding?: readonly (string | undefined)[];
  readonly differences?: ReadonlyMap<number, string>;
}

/** A sign as pdf.js lists it. */
export interface Sign {
  readonly unicode: string;
  readonly originalCharCode?: number;
  readonly isInFont?: boolean;
}

export type Trust = "sure" | "unsure" | { readonly drawn: string };

/** "sure" for all that are no letters or figures: blanks, dashes. */
export function trustOf(font: PdfFont, sign: Sign): Trust {
  if (!/[\p{L}\d]/u.test(sign.unicode)) return "sure";
  const drawn = font.missingFile && !font.composite ? drawnByName(font, sign) : undefined;
  if (drawn !== undefined && !isSame(drawn, sign.unicode)) return { drawn };
  if (!/\d/.test(sign.unicode)) return "sure";
  const isOwnDrawing = font.isType3Font || (font.missingFile && font.composite) || sign.isInFont === false;
  return isOwnDrawing || PICTURE_FONTS.test(font.name ?? "") ? "unsure" : "sure";
}

/** Fonts that draw something else for a figure. */
const PICTURE_FONTS = /dings|barcode|code\s?(?:39|128)|\bean\b/i;

function drawnByName({ differences, defaultEncoding }: PdfFont, { originalCharCode: code }: Sign): string | undefined {
  if (code === undefined) return undefined;
  const name = differences?.get(code) ?? defaultEncoding?.[code] ?? "";
  if (/^[A-Za-z]$/.test(name)) return name;
  const figure = FIGURES.indexOf(name);
  if (figure >= 0) return String(figure);
  const hex = /^uni([\dA-F]{4})$/.exec(name)?.[1];
  return hex === undefined ? undefined : String.fromCharCode(Number.parseInt(hex, 16));
}

/** Adobe Glyph List. */
const FIGURES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** "A" is as good as "a": small capitals. */
const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.normalize("NFKC").toLowerCase();
