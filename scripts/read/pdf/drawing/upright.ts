/** What is drawn on a page, turned so that most of its text runs to the right: glyphs that are seen, those that are not, rules, pictures. */
import { type Box, boxOf } from "./areas.ts";
import type { DrawnGlyph } from "./glyphs.ts";
import type { Glyph, PdfPage, Picture, Rule, UnseenGlyph } from "./marks.ts";
import type { Point } from "./matrix.ts";
import type { Drawn } from "./orders.ts";
import { isStraight } from "./paths.ts";
import type { Sight } from "./sight.ts";
import { findSigns } from "./signs.ts";
import { partStamps } from "./stamps.ts";

/** Accents that a page draws as signs of their own over a letter, as LaTeX's first fonts do: "´" and "e" are « é ». */
const ACCENTS: Readonly<Record<string, string>> = {
  "´": "\u0301",
  "`": "\u0300",
  ˆ: "\u0302",
  "^": "\u0302",
  "¨": "\u0308",
  "˜": "\u0303",
  "¸": "\u0327",
};

/** Of the letter's size: how far the middles of the two may lie apart, and their lines. */
const [APART, RAISED] = [0.3, 0.5];

/** The letter with its accent, where the second is drawn over the first: the accent of most comes first, the cedilla after. */
export function withAccent(first: Glyph, second: Glyph): Glyph | null {
  const [letter, mark] = second.text in ACCENTS ? [first, second] : [second, first];
  const accent = ACCENTS[mark.text];
  if (accent === undefined) return null;
  const base = letter.text.replace("ı", "i");
  if (!/^\p{L}$/u.test(base)) return null;
  const apart = Math.abs((letter.x0 + letter.x1) / 2 - (mark.x0 + mark.x1) / 2);
  if (apart > APART * letter.size || Math.abs(letter.baseline - mark.baseline) > RAISED * letter.size) return null;
  const text = `${base}${accent}`.normalize("NFC");
  return text.length === 1 ? { ...letter, text } : null;
}

/** Is a glyph drawn over the one before it, of the same order? The same sign twice is a bold one. */
const liesOver = (glyph: Glyph, before: Glyph): boolean =>
  glyph.run === before.run &&
  glyph.baseline === before.baseline &&
  glyph.text.trim() !== "" &&
  glyph.text !== before.text &&
  glyph.x0 < before.x0 + MOST_OVER * (before.x1 - before.x0);

/** Of its width: pairs of letters that are set closer keep more than this between their starts. */
const MOST_OVER = 0.4;

/** Text drawn sideways on a page that is not turned: the whole page is turned until most glyphs run to the right. */
export function upright(
  drawn: Drawn,
  { kinds, strikes }: Sight,
  [width, height]: Point,
  noted: readonly Picture[],
): Omit<PdfPage, "fields"> {
  const looked = drawn.glyphs.map((glyph, i) => ({ glyph, kind: kinds[i] ?? null }));
  const turns = [0, 1, 2, 3].map((turn) => drawn.glyphs.filter((g) => g.turn === turn).length);
  const main = turns.indexOf(Math.max(...turns));
  const turned = main % 2 === 1;
  const [w, h] = turned ? [height, width] : [width, height];
  /** A point of the page as shown -> its x and its y on the page turned so that direction `main` points right. */
  const across = ([x, y]: Point): number => (main === 0 ? x : main === 1 ? y : main === 2 ? width - x : height - y);
  const down = ([x, y]: Point): number => (main === 0 ? y : main === 1 ? width - x : main === 2 ? height - y : x);
  const glyphs: Glyph[] = [];
  const unseen: UnseenGlyph[] = [];
  const others: DrawnGlyph[] = [];
  for (const { glyph: g, kind } of looked) {
    if (g.turn !== main) {
      if (kind === null || kind === "unsure") others.push(g);
      continue;
    }
    const placed: Glyph = {
      text: g.text,
      x0: across(g.start),
      x1: across(g.end),
      next: across(g.next),
      baseline: down(g.start),
      size: g.size,
      run: g.run,
      rise: g.rise,
    };
    const before = glyphs.at(-1);
    const accented = kind === null && before ? withAccent(before, placed) : null;
    if (accented) {
      glyphs[glyphs.length - 1] = accented;
      continue;
    }
    const told = kind ?? (before && liesOver(placed, before) ? "unsure" : null);
    if (told !== null) unseen.push({ ...placed, kind: told });
    if (told === null || told === "unsure") glyphs.push(placed);
  }
  const turnedBox = ({ x0, y0, x1, y1 }: Box): Box => {
    const corners: readonly Point[] = [
      [x0, y0],
      [x1, y1],
    ];
    return boxOf(corners.map((point) => [across(point), down(point)]));
  };
  const horizontal: Rule[] = [];
  const vertical: Rule[] = [];
  for (const stroke of drawn.strokes) {
    if (!stroke.isOfPage || strikes.has(stroke) || !isStraight(stroke)) continue;
    const { from, to } = stroke;
    const [ax, ay, bx, by] = [across(from), down(from), across(to), down(to)];
    if (Math.abs(ay - by) <= Math.abs(ax - bx))
      horizontal.push({ at: (ay + by) / 2, from: Math.min(ax, bx), to: Math.max(ax, bx) });
    else vertical.push({ at: (ax + bx) / 2, from: Math.min(ay, by), to: Math.max(ay, by) });
  }
  const signs = findSigns(
    drawn.strokes.filter(({ isOfPage }) => isOfPage),
    strikes,
  );
  const pictures = [...drawn.pictures.map(({ box }) => box), ...signs].map((box): Picture => ({ box, text: "" }));
  return {
    width: w,
    height: h,
    glyphs,
    unseen,
    pictures: [...pictures, ...noted].map((picture) => ({ ...picture, box: turnedBox(picture.box) })),
    horizontal,
    vertical,
    unreadable: drawn.unreadable,
    lies: drawn.lies,
    ...partStamps(others, { glyphs, horizontal, vertical, width: w, height: h }, (point) => [
      across(point),
      down(point),
    ]),
  };
}
