/** What keeps a line from being seen in its cell, or a table on its page. In twips. */

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
/** Of a cell: further than a metre. A table of thirty columns goes beyond its page, where it is looked for. */
export const isCellOffThePage = (beginning: number): boolean => beginning > 60_000;
/** The blank between a cell's edge and its text: the text begins in another cell. */
export const isPushedOut = (blank: number): boolean => blank > FURTHEST_RIGHT;
/** Nearer than this to each other, lines cut each other off; a row of such a height cuts off its text. */
export const LEAST_LINE = 110;
/** The width of a digit of usual type. */
const DIGIT = 120;
/** Its digits stand one under the other, or are not drawn. `width`: of the cell, without the blanks at its sides. */
export const isWiderThan = (width: number, figure: string): boolean =>
  Math.max(0, ...figure.split(/[^\d]+/).map((digits) => digits.length)) * DIGIT > width;
/** The height of a line of small type, with the blanks around it. */
const USUAL_LINE = 180;
/** In a row of exact height, the last line of a text stands below its end. `linesAbove` it, and `blanks` between them. */
export const isBelowRow = (linesAbove: number, height: number, blanks: number): boolean =>
  linesAbove * USUAL_LINE + blanks + LEAST_LINE > height;
