/** Characters, lines and pictures of a page -> its glyphs that are seen, those that are not, doubts, rules and signs. */
import { withoutUnseen } from "../../contract/unseen.ts";
import type { Character } from "./characters.ts";
import type { FigureShapes } from "./digit-shapes.ts";
import { type Box, boxOf } from "./geometry.ts";
import type { Doubt, PdfPage, TurnedText } from "./marks.ts";
import type { Pictures } from "./objects.ts";
import { isAslant, meetingRules, rulesOf } from "./rules.ts";
import { lookAt, UNKNOWN } from "./sight.ts";
import { findSigns } from "./signs.ts";

type Read = Omit<PdfPage, "width" | "height" | "notes" | "fields">;

export function pageOf(
  all: readonly Character[],
  lines: readonly Box[],
  pictures: Pictures,
  figures: FigureShapes,
): Read {
  const { scale } = pictures;
  const [right, bottom] = [pictures.seen.width / scale, pictures.seen.height / scale];
  const characters = all.filter(({ ink: { x0, y0, x1, y1 } }) => x1 > 0 && y1 > 0 && x0 < right && y0 < bottom);
  const upright = characters.flatMap((one) => (one.turn === 0 ? [{ ...one, text: textOf(one) }] : []));
  const looked = glyphsOf(upright).map((glyph) => ({ glyph, ...lookAt(glyph, pictures, figures) }));
  const explained = looked.flatMap(({ glyph: { text, ink } }) => (text.trim() === "" ? [] : [ink]));
  const doubts = looked.flatMap(({ glyph, words }) => (words === undefined ? [] : [{ words, box: glyph.ink }]));
  const rules = rulesOf(lines, pictures.without, scale);
  return {
    glyphs: looked.flatMap(({ glyph, unseen }) => (unseen ? [] : [glyph])),
    unseen: looked.flatMap(({ glyph, unseen }) => (unseen ? [{ ...glyph, kind: unseen }] : [])),
    doubts: [...doubts, ...crossedOut(upright, lines)],
    signs: findSigns(pictures, explained, meetingRules(rules)),
    ...rules,
    turned: turnedTexts(characters.filter(({ turn }) => turn !== 0)),
    unreadable: upright.filter(({ text }) => text === UNKNOWN).length,
  };
}

const turnedTexts = (characters: readonly Character[]): readonly TurnedText[] =>
  groupByText(characters).flatMap((one) => {
    const text = one
      .map((character) => character.text)
      .join("")
      .trim();
    const box = boxOf(
      one.flatMap(
        ({ ink: { x0, y0, x1, y1 } }) =>
          [
            [x0, y0],
            [x1, y1],
          ] as const,
      ),
    );
    const isUpright = one.every(({ turn }) => turn === 1 || turn === 3);
    return text === "" ? [] : [{ text, box, size: Math.max(...one.map(({ size }) => size)), isUpright }];
  });

/** What one order draws is one text; so is what several draw, one after the other, along one line that runs up or down. */
function groupByText(characters: readonly Character[]): readonly (readonly Character[])[] {
  const texts: Character[][] = [];
  for (const one of characters) {
    const last = texts.at(-1)?.at(-1);
    if (last && (last.run === one.run || goesOn(last, one))) texts.at(-1)?.push(one);
    else texts.push([one]);
  }
  return texts;
}

/** In ems: letters of a word are no further apart. */
const APART = 0.3;

/** Along such a line x0 is the same for all. */
const goesOn = (last: Character, { ink, x0, turn }: Character): boolean =>
  (turn === 1 || turn === 3) &&
  last.turn === turn &&
  Math.abs(x0 - last.x0) < APART * last.size &&
  Math.abs(turn === 1 ? ink.y0 - last.ink.y1 : last.ink.y0 - ink.y1) < APART * last.size;

/** In heights of a figure: a line aslant that takes more is no diagonal of a cell. */
const HIGHEST_CELL = 4;

/** From corner to corner of the cell, a line crosses the figure out wherever it passes it by. */
function crossedOut(characters: readonly Character[], lines: readonly Box[]): readonly Doubt[] {
  const aslant = lines.filter(isAslant);
  return characters
    .filter(({ text }) => /^\d$/.test(text))
    .flatMap(({ ink }) =>
      aslant.some(
        ({ x0, x1, y0, y1 }) =>
          x0 <= ink.x0 && x1 >= ink.x1 && y0 <= ink.y0 && y1 >= ink.y1 && y1 - y0 < HIGHEST_CELL * (ink.y1 - ink.y0),
      )
        ? [{ words: "cellule barrée", box: ink }]
        : [],
    );
}

/** What the file does not say: no character, control characters, private ones. */
const SAYS_NOTHING = /[\p{Cc}\p{Co}\p{Cn}\ufffd]/u;
/** The character's text, "" where it is of no width; UNKNOWN where the file does not say it. */
function textOf({ text, isUnknown, ink, size, baseline }: Character): string {
  if (!isUnknown && !SAYS_NOTHING.test(text.replace(/[\t\r\n]/g, ""))) return withoutUnseen(text);
  const [wide, high] = [ink.x1 - ink.x0, ink.y1 - ink.y0];
  const raised = (baseline - ink.y1) / (size || 1);
  // LaTeX's own fonts have « – » among the control characters
  return high > 0 && high <= 0.1 * size && wide >= 4 * high && raised > 0.1 && raised < 0.5 ? "–" : UNKNOWN;
}

/** In ems: signs so near are one word. */
const TOUCHING = 0.12;
/** In ems: letters that are spaced out are further apart than they are wide by no more than this. */
const MOST_SPACING = 0.3;

/** `characters`: in their order. A sign that says nothing is text only within a word: a bullet is none. */
function glyphsOf(characters: readonly Character[]): readonly Character[] {
  const spacing = spacingOf(characters);
  /** Are the character and the one before it one word? */
  const touches = (i: number): boolean => {
    const [before, own] = [characters[i - 1], characters[i]];
    return (
      before !== undefined &&
      own !== undefined &&
      Math.abs(before.baseline - own.baseline) < 0.1 * before.size &&
      Math.abs(own.x0 - before.x1) < TOUCHING * before.size
    );
  };
  const isWord = (i: number): boolean => /[\p{L}\d]|\ufffd/u.test(characters[i]?.text ?? "");
  const isWithinWord = (i: number): boolean => (isWord(i - 1) && touches(i)) || (isWord(i + 1) && touches(i + 1));
  return characters.flatMap((character, i) =>
    character.text === "" || (character.text === UNKNOWN && !isWithinWord(i))
      ? []
      : [{ ...character, next: character.x1 + (spacing.get(character.run) ?? 0) }],
  );
}

/** By run, the blank that it leaves after each of its letters. */
function spacingOf(characters: readonly Character[]): ReadonlyMap<number, number> {
  const spacing = new Map<number, number>();
  for (const [run, letters] of Map.groupBy(characters, (character) => character.run)) {
    const gaps = letters.slice(1).flatMap(({ x0 }, i) => (letters[i]?.text.trim() ? [x0 - letters[i].x1] : []));
    const least = Math.min(...gaps);
    if (gaps.length >= 3 && least > 0 && least <= MOST_SPACING * (letters[0]?.size ?? 0)) spacing.set(run, least);
  }
  return spacing;
}
