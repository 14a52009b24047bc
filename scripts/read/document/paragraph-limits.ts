/** What keeps a line from being seen in its cell. In twips. */

/** Further left than this, it begins in another cell. */
export const FURTHEST_LEFT = -200;
/** Further right than this, it begins in the next cell, most often. */
export const FURTHEST_RIGHT = 5_000;
/** Nearer than this to each other, lines cut each other off; a row of such a height cuts off its text. */
export const LEAST_LINE = 110;
/** The height of a line of small type, with the blanks around it. */
export const USUAL_LINE = 180;
