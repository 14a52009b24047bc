/**
 * The distances by which the places of words tell rows, columns and headings of a table without rules. Ems are the font's size.
 * Of each, tests/read/pdf draws a page just on one side of it and one just on the other.
 */

/** Two distances differ for sure when one is longer by this share. */
export const LONGER = 1.07;
/** In ems: below this, two lines overlap in height. */
export const OVERLAP = 0.9;
/** In ems: lines of one label, where the table shows no wrapped label; and the widest that text is set with. */
export const USUAL_LEADING = 1.18;
export const WIDEST_LEADING = 1.7;
/** In ems: rows this far apart are further apart than the lines of a label or paragraph, usually 1.15 to 1.3 ems. */
export const FAR_APART = 1.4;
/** A gap between lines beyond this many usual gaps, and as many ems, parts a table from what is above it. */
export const APART_GAPS = 1.9;
export const APART_EMS = 2.6;
/** In ems: a heading that stands in the middle of its columns, or at their edge, is no further off than this. */
export const ALIGNED = 0.3;
