/** A number that a program finds by itself, as those of lists and pages: which one is not computed here. */
export const NUMBER_SIGN = "n°";
