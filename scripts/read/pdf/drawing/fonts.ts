/**
 * What the file says of a sign, against what its font draws. A font that is not in the file is drawn by the names of its signs
 * (ISO 32000-1, 9.6.6): where ToUnicode says « 7 » of the sign named "one", a person sees 1. Of one that is in the file, the outlines
 * of figures are looked at.
 */
import { drawsOtherDigits } from "../../seen/symbol-fonts.ts";
import { boxOf } from "./areas.ts";
import { compareWithFigures } from "./digit-shapes.ts";
import { IDENTITY, type Matrix, multiply } from "./matrix.ts";
import { type Outline, outlinesOf } from "./paths.ts";
import { OPS } from "./pdfjs.ts";

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
  /** Of a font whose signs are drawn by orders. */
  readonly charProcOperatorList?: ReadonlyMap<string, SignOrders>;
}

export interface Font {
  readonly told: PdfFont;
  /** Outlines of a sign, as pdf.js's path; null: there are none. */
  readonly pathOf: (fontChar: string) => ArrayLike<number> | null;
  /** By sign, what was found of it: a page shows the same few many times. */
  readonly trusts: Map<string, Trust>;
}

export const NO_FONT: Font = { told: {}, pathOf: () => null, trusts: new Map() };

interface SignOrders {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** A sign as pdf.js lists it. */
export interface Sign {
  readonly unicode: string;
  readonly originalCharCode?: number;
  readonly isInFont?: boolean;
  readonly fontChar?: string;
  readonly operatorListId?: string;
  /** In thousandths of the font's size. */
  readonly width?: number;
}

/** "unknown": it is said to be a blank, and something is drawn. */
export type Trust = "sure" | "unsure" | "unknown" | { readonly drawn: string };

/** Outlines this many times nearer to another figure than to the one that the file says: they draw it, or may. */
const [DRAWN_NEARER, UNSURE_NEARER] = [2, 1.15];

/** "sure" for dashes, stops and other signs. */
export function trustOf(font: Font, sign: Sign): Trust {
  const key = `${sign.originalCharCode} ${sign.unicode}`;
  const trust = font.trusts.get(key) ?? judge(font, sign);
  font.trusts.set(key, trust);
  return trust;
}

function judge(font: Font, sign: Sign): Trust {
  const { told } = font;
  const named = told.missingFile && !told.composite ? drawnByName(told, sign) : undefined;
  if (named !== undefined && !isSame(named, sign.unicode)) return { drawn: named };
  if (BLANK.test(sign.unicode)) return drawsNothing(font, sign) ? "sure" : "unknown";
  if (NOTE_MARK.test(sign.unicode)) return isTall(outlinesIn(font, sign)) ? "unsure" : "sure";
  if (!/[\p{L}\d]/u.test(sign.unicode)) return "sure";
  if (!/\d/.test(sign.unicode)) return "sure";
  if (drawsPictures(told.name ?? "")) return "unsure";
  if (told.missingFile) return told.composite ? "unsure" : "sure";
  const outlines = outlinesIn(font, sign);
  if (outlines === null || outlines.length === 0 || !/^\d$/.test(sign.unicode)) return "unsure";
  const { other, nearer, isNone } = compareWithFigures(outlines, sign.unicode);
  if (nearer > DRAWN_NEARER) return { drawn: other };
  return isNone || nearer > UNSURE_NEARER ? "unsure" : "sure";
}

/** Of a font that numbers its signs and is not in the file, a sign of no width is one that takes no room. */
const drawsNothing = (font: Font, sign: Sign): boolean =>
  font.told.missingFile && font.told.composite && !/\s/.test(sign.unicode)
    ? (sign.width ?? 0) === 0
    : outlinesIn(font, sign)?.length === 0;

/** Blanks of any width, or of none. */
const BLANK = /^[\s\p{Cf}]*$/u;
/** "12*" is 12: a mark as high as a figure may be one. */
const NOTE_MARK = /^[*\u00b9\u00b2\u00b3]$/;
/** In ems. */
const HIGHEST_MARK = 0.55;
function isTall(outlines: readonly Outline[] | null): boolean {
  const { y0, y1 } = boxOf((outlines ?? []).flat());
  return outlines === null || y1 - y0 > HIGHEST_MARK;
}

/** A sign that the file does not name (LaTeX's own fonts have « – » among the control characters) may be seen to be a dash. */
export function isDash(font: Font, sign: Sign): boolean {
  const outlines = outlinesIn(font, sign) ?? [];
  const { x0, y0, x1, y1 } = boxOf(outlines.flat());
  return outlines.length === 1 && y1 - y0 <= 0.1 && x1 - x0 >= 4 * (y1 - y0) && y0 > -0.5 && y1 < -0.1;
}

/** What is drawn for a sign: nothing, where its font is not in the file or has it not. null: it is not known. */
function outlinesIn({ told, pathOf }: Font, sign: Sign): readonly Outline[] | null {
  if (told.isType3Font) return outlinesOfOrders(told, sign);
  if (told.missingFile || sign.isInFont === false) return [];
  return outlinesOfPath(pathOf(sign.fontChar ?? "")) ?? [];
}

const outlinesOfPath = (path: ArrayLike<number> | null): readonly Outline[] | null => path && outlinesOf(path, UPRIGHT);

/** From y that runs up, to y that runs down. */
const UPRIGHT: Matrix = [1, 0, 0, -1, 0, 0];

/** null: they are not known, for the sign is stroked, or drawn as a picture. */
function outlinesOfOrders(
  { charProcOperatorList, fontMatrix = IDENTITY }: PdfFont,
  sign: Sign,
): readonly Outline[] | null {
  const orders = charProcOperatorList?.get(sign.operatorListId ?? "");
  if (!orders) return null;
  let place = multiply(UPRIGHT, fontMatrix as Matrix);
  const saved: Matrix[] = [];
  const outlines: Outline[] = [];
  for (const [i, order] of orders.fnArray.entries()) {
    const args = (orders.argsArray[i] ?? []) as readonly unknown[];
    if (order === OPS.transform) place = multiply(place, args as unknown as Matrix);
    else if (order === OPS.save) saved.push(place);
    else if (order === OPS.restore) place = saved.pop() ?? place;
    else if (order === OPS.constructPath) {
      const path = (args[1] as readonly (ArrayLike<number> | null)[])[0];
      if (!path || args[0] === OPS.endPath) continue;
      if (!FILLS.includes(args[0] as number)) return null;
      outlines.push(...outlinesOf(path, place));
    } else if (!HARMLESS.includes(order)) return null;
  }
  return outlines;
}

/** `rawFillPath`: the outlines that pdf.js finds of a picture of points. */
const FILLS: readonly number[] = [OPS.fill, OPS.eoFill, OPS.rawFillPath];

/** Orders that change nothing of the shape. */
const HARMLESS: readonly number[] = [
  OPS.setCharWidth,
  OPS.setCharWidthAndBounds,
  OPS.setGState,
  OPS.setLineWidth,
  OPS.setFillRGBColor,
  OPS.dependency,
];

/** "ABCDEF+Wingdings-Regular", of which a part is in the file, is "Wingdings-Regular". */
const drawsPictures = (name: string): boolean =>
  /dings|dingbats/i.test(name) || drawsOtherDigits(name.replace(/^[A-Z]{6}\+/, ""));

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

/** "A" is as good as "a": small capitals. "²" is no "2", but the mark of a note. */
const isSame = (a: string, b: string): boolean =>
  a.toLowerCase() === (NOTE_MARK.test(b) ? b : b.normalize("NFKC").toLowerCase());
