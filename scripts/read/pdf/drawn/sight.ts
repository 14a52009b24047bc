/**
 * What a person sees of each character of a page: it is seen, it is not, or there is a doubt about it, in an operator's words. A doubt is
 * about a figure; letters that are struck out are not seen.
 * The bounds were set on 28 November 2026 on 4 712 figures of 110 fonts printed by LibreOffice from 4 to 24 points, on 19 statements printed
 * by LibreOffice and ReportLab (charts, seals, watermarks, underlines, coloured cells), and on 818 files that hide, cover, strike or cut a
 * figure: honest ink shows whole (1), is crossed by nothing (0), and leaves at most 0.09 of its box free at one side.
 */
import { FAINTEST, TINIEST_POINTS } from "../../contract/contrast.ts";
import type { Character } from "./characters.ts";
import { compareWithFigures, type FigureShapes, shapeOf } from "./digit-shapes.ts";
import { scaled } from "./geometry.ts";
import { type Ink, inkOf } from "./ink.ts";
import type { Pictures } from "./objects.ts";

interface Sight {
  /** Why it is not seen. */
  readonly unseen?: "struck" | "hidden";
  /** Why that is not sure. */
  readonly words?: string;
}

/** Of a character that the file draws without saying what it is. */
export const UNKNOWN = "\ufffd";

const SEEN: Sight = {};
const hardlySeen = (text: string): Sight => ({
  unseen: "hidden",
  ...(isDigit(text) && { words: "chiffre presque invisible" }),
});

/** Share of a glyph's ink that shows: less is not seen; of a figure, less may be another. */
const [BARELY, WHOLE] = [0.2, 0.9];
/** Share of its width that other ink crosses. */
const CROSSED = 0.5;
/** Share of a figure's width or height that is cut off at one side. */
const CUT = 0.12;
/** What leans more need not reach the sides of the box around it. */
const LEANING = 0.05;
/** In ems: figures of the narrowest fonts are 0.3 wide; what is wider than an em leaves a blank behind it. */
const [NARROWEST, WIDEST] = [0.1, 1.2];
/** In ems: a mark, a stop or a dash as high as a figure may be one. */
const HIGHEST_MARK = 0.55;

const isDigit = (text: string): boolean => /^\d$/.test(text);

export function lookAt(character: Character, pictures: Pictures, figures: FigureShapes): Sight {
  const { text, size, ink: box } = character;
  if (text.trim() === "") return SEEN;
  const inPicture = scaled(box, pictures.scale);
  const ink = inkOf(pictures, inPicture, character.baseline * pictures.scale);
  if (ink.wanted === 0) return { unseen: "hidden" };
  if (size <= TINIEST_POINTS) return hardlySeen(text);
  if (text === UNKNOWN) return { words: "signe dont le PDF ne dit pas la lettre" };
  if (ink.shown < BARELY) return ink.contrast() > NOTHING ? hardlySeen(text) : { unseen: "hidden" };
  if (isDigit(text))
    return ofFigure(character, ink, () => {
      const { other, nearer } = compareWithFigures(shapeOf(pictures.alone, inPicture, character.lean), text, figures);
      return nearer > NEARER ? { words: `chiffre enregistré ${text} dont le dessin ressemble à ${other}` } : SEEN;
    });
  if (MARK.test(text) && box.y1 - box.y0 > HIGHEST_MARK * size) return { words: "signe aussi haut qu'un chiffre" };
  return ink.crossed > STRUCK && isLetter(text) ? { unseen: "struck" } : SEEN;
}

const isLetter = (text: string): boolean => /\p{L}/u.test(text);

/** A contrast that is none: rounding. */
const NOTHING = 1.02;
/** Of a letter's width: a line through the whole of it. */
const STRUCK = 0.9;
const MARK = /^[*\u00b9\u00b2\u00b3.,'\u2019\u2013-]$/;

function ofFigure({ x0, x1, size, isBent, lean }: Character, ink: Ink, drawn: () => Sight): Sight {
  if (ink.crossed >= CROSSED) return { words: "chiffre barré" };
  if (ink.cut > CUT && Math.abs(lean) < LEANING) return { words: "chiffre coupé" };
  if (ink.shown < WHOLE)
    return { words: ink.contrast() < FAINTEST ? "chiffre presque invisible" : "chiffre recouvert" };
  const width = (x1 - x0) / size;
  if (isBent || width < NARROWEST || width > WIDEST) return { words: "chiffre déformé" };
  return drawn();
}

/** Ink this many times nearer to another figure than to the one that is said: a blot or most letters are too. */
const NEARER = 1.05;
