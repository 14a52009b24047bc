/** What keeps a line from being seen in its cell. In twips. */

/** Further left than this, it begins in another cell. */
const FURTHEST_LEFT = -200;
/** Further right than this, it begins in the next cell, most often. */
const FURTHEST_RIGHT = 5_000;
/** `beginning`: of its first line, from the left of its cell, or of the page outside of tables. */
export const isOutOfCell = (beginning: number, inTable: boolean): boolean =>
  beginning < FURTHEST_LEFT || (inTable && beginning > FURTHEST_RIGHT);
/** Nearer than this to each other, lines cut each other off; a row of such a height cuts off its text. */
export const LEAST_LINE = 110;
/** The height of a line of small type, with the blanks around it. */
export const USUAL_LINE = 180;
