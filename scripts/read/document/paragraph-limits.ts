/** What keeps a line from being seen in its cell. In twips. */

/** Further left than this, it begins in another cell. */
export const FURTHEST_LEFT = -200;
/** Nearer than this to each other, lines cut each other off. */
export const LEAST_LINE = 60;
