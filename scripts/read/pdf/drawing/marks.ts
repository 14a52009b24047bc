/** What one page of a PDF holds, by places on it. */
import type { Beside } from "../../../model/grid.ts";
import type { Box } from "./areas.ts";

/** A glyph in points, x to the right and y DOWN from the page's top left corner, as the page is shown. */
export interface Glyph {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** Where the next glyph of the same order would start: x1 and the letter spacing. */
  readonly next: number;
  readonly baseline: number;
  readonly size: number;
  /** Number of the order that drew it: glyphs of one order were one text for the program that wrote the PDF. */
  readonly run: number;
  /** In points, above the line (or below it) by the order that drew it: a note mark. */
  readonly rise: number;
}

/** A glyph of which it is told beside the seen text why it is not simply seen. */
export interface UnseenGlyph extends Glyph {
  readonly kind: Beside["kind"];
}

/** Something drawn that is no text, in points from the page's top left corner: a picture, outlines, an annotation's words. */
export interface Picture {
  readonly box: Box;
  /** Its own words; "" when it has none. */
  readonly text: string;
}

/** A straight line or thin rectangle, horizontal or vertical: `at` is its y or x, `from`–`to` its extent. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  /** What is seen, and what may be seen otherwise ("unsure"). */
  readonly glyphs: readonly Glyph[];
  /** What is not, and once more what may be seen otherwise. */
  readonly unseen: readonly UnseenGlyph[];
  readonly pictures: readonly Picture[];
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
  /** Glyphs whose character the file does not tell. */
  readonly unreadable: number;
  /** Signs that the file says to be others than those that its font draws. */
  readonly lies: readonly { readonly said: string; readonly drawn: string }[];
  /** Glyphs that do not run along the page's main direction: no page number, and no stamp. */
  readonly slanted: number;
  /** Texts of other directions in large letters: « CONFIDENTIEL » across the page. */
  readonly stamps: readonly string[];
  /** Filled-in form fields: their text is not in the page. */
  readonly fields: number;
}
