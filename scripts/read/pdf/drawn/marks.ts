/** What one page of a PDF holds, by places on it: in points from its top left corner, x to the right and y down, as it is read. */
import type { Box } from "./geometry.ts";

export interface Glyph {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** Where the next glyph of the same order would start: x1 and the letter spacing. */
  readonly next: number;
  readonly baseline: number;
  readonly size: number;
  /** PDFium's handle of the order that drew it: glyphs of one order were one text for the program that wrote the PDF. */
  readonly run: number;
}

/** A glyph of which it is told beside the seen text why it is not simply seen. */
interface UnseenGlyph extends Glyph {
  readonly kind: "struck" | "hidden";
}

/** What is not plain about a figure, in an operator's words: "chiffre recouvert". */
export interface Doubt {
  readonly words: string;
  readonly box: Box;
}

/** A straight line or thin rectangle, horizontal or vertical: `at` is its y or x, `from`–`to` its extent. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Rules {
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
}

/** The horizontal ones first, as the boxes that they are. */
export const boxesOf = ({ horizontal, vertical }: Rules): readonly Box[] => [
  ...horizontal.map(({ at, from, to }) => ({ x0: from, x1: to, y0: at, y1: at })),
  ...vertical.map(({ at, from, to }) => ({ x0: at, x1: at, y0: from, y1: to })),
];

/** A text that does not run along the page's main direction. */
export interface TurnedText {
  readonly text: string;
  readonly box: Box;
  readonly size: number;
  /** It runs up or down: the head of a narrow column, of a group of rows. */
  readonly isUpright: boolean;
}

export interface PdfPage extends Rules {
  readonly width: number;
  readonly height: number;
  /** What is seen. */
  readonly glyphs: readonly Glyph[];
  /** What is not. */
  readonly unseen: readonly UnseenGlyph[];
  readonly doubts: readonly Doubt[];
  /** Things of a letter's size that are drawn and are no text. */
  readonly signs: readonly Box[];
  /** Words of annotations that are not drawn: comments. */
  readonly notes: readonly string[];
  readonly turned: readonly TurnedText[];
  /** Glyphs whose character the file does not tell. */
  readonly unreadable: number;
  /** Filled-in form fields: their text is not in the page. */
  readonly fields: number;
}
