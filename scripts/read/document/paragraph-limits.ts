/** What keeps a line from being seen in its cell, or a table on its page. In twips. */
import { type SeenText, withLastLine } from "../seen/seen-text.ts";

/** Further left than this, it begins in another cell. */
const FURTHEST_LEFT = -200;
/** Further right than this, it begins in the next cell, most often. */
const FURTHEST_RIGHT = 5_000;
/** `beginning`: of its first line, from the left of its cell, or of the page outside of tables. */
export const isOutOfCell = (beginning: number, inTable: boolean): boolean =>
  beginning < FURTHEST_LEFT || (inTable && beginning > FURTHEST_RIGHT);
/** `beyond`: how far a line that is set to the right ends beyond the right of its cell: in the next one. */
export const isOutAtRight = (beyond: number): boolean => beyond > -FURTHEST_LEFT;
const isBetween = (least: number, most: number, place: number): boolean => least <= place && place <= most;
/** Of a table, from the margin: it begins beyond the edge of the paper. */
export const isOffThePage = (beginning: number): boolean => !isBetween(-3_000, 9_000, beginning);
/** Of a table that stands at a place of its own, across or down the page: the same, whatever it is counted from. */
export const isSetOffThePage = (place: number): boolean => !isBetween(-3_000, 15_000, place);
/** Of a drawing, by its edges: no page is so large. */
export const isBeyondPaper = (left: number, top: number, right: number, bottom: number): boolean =>
  left > 20_000 || top > 25_000 || right < -2_000 || bottom < -2_000;
/** Of a cell: further than a metre. A table of thirty columns goes beyond its page, where it is looked for. */
export const isCellOffThePage = (beginning: number): boolean => beginning > 60_000;
/** The blank between a cell's edge and its text: the text begins in another cell. */
export const isPushedOut = (blank: number): boolean => blank > FURTHEST_RIGHT;
/** Nearer than this to each other, lines cut each other off; a row of such a height cuts off its text. */
export const LEAST_LINE = 110;
/** In twips. */
const POINT = 20;
/** How wide a digit is, for its height, and which part of a line it takes, from the top. */
const WIDTH_OF_DIGIT = 0.5;
const FOOT_OF_DIGIT = 0.8;
const HEIGHT_OF_DIGIT = 0.65;
const USUAL_SIZE = 12;
const widthOfDigits = ({ text, size = USUAL_SIZE }: SeenText): number =>
  Math.max(0, ...text.split(/[^\d]+/).map((digits) => digits.length)) * size * POINT * WIDTH_OF_DIGIT;
/** Its digits stand one under the other, or are not drawn. `width`: of the cell, without the blanks at its sides. */
export const isWiderThan = (width: number, figure: SeenText): boolean =>
  Math.max(figure.reach ?? 0, widthOfDigits(figure)) > width;
/** The height of a line of small type, with the blanks around it. */
const USUAL_LINE = 180;
/** In a row of exact height, the foot of the last line of a text stands below its end. `linesAbove` it, and `blanks` between them. */
export function isBelowRow(linesAbove: number, height: number, blanks: number, size: number | undefined): boolean {
  const [line, foot] = size === undefined ? [USUAL_LINE, LEAST_LINE] : [POINT * size, POINT * size * FOOT_OF_DIGIT];
  return linesAbove * line + blanks + foot > height;
}

/** How a paragraph is set in its cell. In twips. */
export interface Setting {
  /** The blank that is left above it. */
  readonly above: number;
  /** Where its first line begins, from the left, and where its lines end, from the right. */
  readonly beginning: number;
  readonly right: number;
  /** The tab stops that it, or its style, sets. */
  readonly stops: readonly TabStop[];
  /** The height of its lines, where that is exact. */
  readonly line?: number | undefined;
}
export interface TabStop {
  readonly at: number;
  /** Of figures that stand under each other by their units: in a cell, they do without a tab. */
  readonly isDecimal: boolean;
}

/** A paragraph as it is set. */
export function setIn(seen: SeenText, { above, beginning, right, stops, line }: Setting): SeenText {
  const sorted = stops.toSorted((a, b) => a.at - b.at);
  const tabs = /^\s*/.exec(seen.text)?.[0].split("\t").length ?? 1;
  const stop = tabs > 1 ? sorted[tabs - 2] : sorted.find(({ isDecimal }) => isDecimal);
  const width = widthOfDigits(seen);
  const end = stop ? stop.at + (stop.isDecimal ? 0 : width) : beginning + width;
  const reach = Math.max(0, end) + Math.max(0, right);
  const set = { ...seen, ...(above > 0 && { above }), ...(width > 0 && reach > width && { reach }) };
  const isCut = line !== undefined && width > 0 && line < POINT * (seen.size ?? 0) * HEIGHT_OF_DIGIT;
  return isCut ? withLastLine(set, "unsure") : set;
}
