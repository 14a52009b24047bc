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

export type Sight =
  | { readonly kind: "seen" }
  /** `words`: it may be seen all the same. */
  | { readonly kind: "unseen"; readonly why: "struck" | "hidden"; readonly words?: string }
  | { readonly kind: "doubt"; readonly words: string };

const SEEN: Sight = { kind: "seen" };
const doubt = (words: string): Sight => ({ kind: "doubt", words });
const unseen = (why: "struck" | "hidden"): Sight => ({ kind: "unseen", why });
const hardlySeen = (text: string): Sight => ({
  kind: "unseen",
  why: "hidden",
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

export function lookAt(characters: readonly Character[], pictures: Pictures, figures: FigureShapes): readonly Sight[] {
  const over = overlaid(characters);
  return characters.map((character): Sight => {
    const { text, size, ink: box } = character;
    if (text.trim() === "") return SEEN;
    const inPicture = scaled(box, pictures.scale);
    const ink = inkOf(pictures, inPicture, FAINTEST);
    if (ink.wanted === 0) return unseen("hidden");
    if (size <= TINIEST_POINTS) return hardlySeen(text);
    if (ink.shown < BARELY) return ink.contrast > NOTHING ? hardlySeen(text) : unseen("hidden");
    if (isDigit(text))
      return ofFigure(character, ink, over.has(character), () => {
        const { other, nearer } = compareWithFigures(shapeOf(pictures.alone, inPicture, character.lean), text, figures);
        return nearer > NEARER ? `chiffre enregistré ${text} dont le dessin ressemble à ${other}` : null;
      });
    if (MARK.test(text) && box.y1 - box.y0 > HIGHEST_MARK * size) return doubt("signe aussi haut qu'un chiffre");
    return ink.crossed > STRUCK && isLetter(text) ? unseen("struck") : SEEN;
  });
}

const isLetter = (text: string): boolean => /\p{L}/u.test(text);

/** A contrast that is none: rounding. */
const NOTHING = 1.02;
/** Of a letter's width: a line through the whole of it. */
const STRUCK = 0.9;
const MARK = /^[*\u00b9\u00b2\u00b3.,'\u2019\u2013-]$/;

function ofFigure(
  { origin, end, size, isBent, lean }: Character,
  ink: Ink,
  isOverlaid: boolean,
  shape: () => string | null,
): Sight {
  if (isOverlaid) return doubt("deux chiffres l'un sur l'autre");
  if (ink.crossed >= CROSSED) return doubt("chiffre barré");
  if (ink.cut > CUT && Math.abs(lean) < LEANING) return doubt("chiffre coupé");
  if (ink.shown < WHOLE) return doubt(ink.contrast < FAINTEST ? "chiffre presque invisible" : "chiffre recouvert");
  const width = Math.hypot(end[0] - origin[0], end[1] - origin[1]) / size;
  if (isBent || width < NARROWEST || width > WIDEST) return doubt("chiffre déformé");
  const drawn = shape();
  return drawn === null ? SEEN : doubt(drawn);
}

/** Ink this many times nearer to another figure than to the one that is said: a blot or most letters are too. */
const NEARER = 1.05;

/** Share of the narrower of two boxes that both take, across and down. */
const SHARED = 0.3;
/** In ems: the same sign twice, so near, is a bold one. */
const BOLD = 0.12;

/** Figures that stand where another sign stands. */
function overlaid(characters: readonly Character[]): ReadonlySet<Character> {
  const inked = characters.filter(({ text }) => text.trim() !== "");
  const rows = new Map<number, Character[]>();
  for (const character of inked)
    for (let row = rowOf(character.ink.y0); row <= rowOf(character.ink.y1); row++)
      rows.set(row, [...(rows.get(row) ?? []), character]);
  const found = new Set<Character>();
  for (const row of rows.values()) {
    const sorted = row.toSorted((a, b) => a.ink.x0 - b.ink.x0);
    for (const [i, a] of sorted.entries())
      for (let n = i + 1; n < sorted.length; n++) {
        const b = sorted[n];
        if (!b || b.ink.x0 >= a.ink.x1) break;
        if (!lieOver(a, b)) continue;
        for (const one of [a, b]) if (isDigit(one.text)) found.add(one);
      }
  }
  return found;
}

/** In points: rows of the page, so that each sign is compared with few. */
const ROW = 20;
const rowOf = (y: number): number => Math.floor(y / ROW);

function lieOver(a: Character, b: Character): boolean {
  const isBold = a.text === b.text && Math.hypot(a.origin[0] - b.origin[0], a.origin[1] - b.origin[1]) < BOLD * a.size;
  const leaning = Math.abs(a.lean) * (a.ink.y1 - a.ink.y0); // the boxes of letters that lean reach into each other
  const share = (from: "x0" | "y0", to: "x1" | "y1", less: number): number =>
    (Math.min(a.ink[to], b.ink[to]) - Math.max(a.ink[from], b.ink[from]) - less) /
    Math.max(0.01, Math.min(a.ink[to] - a.ink[from], b.ink[to] - b.ink[from]) - less);
  return !isBold && share("x0", "x1", leaning) > SHARED && share("y0", "y1", 0) > SHARED;
}
