/** Characters, lines and pictures of a page -> its glyphs that are seen, those that are not, doubts, rules and signs. */
import { withoutUnseen } from "../../contract/unseen.ts";
import type { Character } from "./characters.ts";
import type { FigureShapes } from "./digit-shapes.ts";
import { boxOf, scaled } from "./geometry.ts";
import type { Doubt, Glyph, PdfPage, TurnedText, UnseenGlyph } from "./marks.ts";
import type { Pictures } from "./objects.ts";
import { type DrawnLine, isPieceOfRule, rulesOf } from "./rules.ts";
import { lookAt, type Sight } from "./sight.ts";
import { findSigns } from "./signs.ts";

type Read = Omit<PdfPage, "width" | "height" | "notes" | "fields">;

export function pageOf(
  all: readonly Character[],
  lines: readonly DrawnLine[],
  pictures: Pictures,
  figures: FigureShapes,
): Read {
  const { scale } = pictures;
  const [right, bottom] = [pictures.seen.width / scale, pictures.seen.height / scale];
  const characters = all.filter(({ ink: { x0, y0, x1, y1 } }) => x1 > 0 && y1 > 0 && x0 < right && y0 < bottom);
  const upright = characters.filter(({ turn }) => turn === 0);
  const sights = new Map(lookAt(upright, pictures, figures).map((sight, i) => [upright[i], sight]));
  const sightOf = (character: Character): Sight => sights.get(character) ?? { kind: "seen" };
  const placed = glyphsOf(upright);
  const glyphs: Glyph[] = [];
  const unseen: UnseenGlyph[] = [];
  for (const { glyph, from } of placed) {
    const sight = sightOf(from);
    if (sight.kind === "unseen") unseen.push({ ...glyph, kind: sight.why });
    else glyphs.push(glyph);
  }
  const rules = rulesOf(lines, pictures.without, scale);
  const doubts = upright.flatMap((character): readonly Doubt[] => {
    const sight = sightOf(character);
    return "words" in sight && sight.words ? [{ words: sight.words, box: character.ink }] : [];
  });
  const explained = placed.filter(({ glyph }) => glyph.text.trim() !== "").map(({ from }) => scaled(from.ink, scale));
  return {
    glyphs,
    unseen,
    doubts: [...doubts, ...crossedOut(upright, lines)],
    signs: findSigns(pictures.without, pictures.alone, explained, scale).filter((box) => !isPieceOfRule(box, rules)),
    ...rules,
    turned: turnedTexts(characters.filter(({ turn }) => turn !== 0)),
    unreadable: upright.filter((character) => textOf(character) === UNKNOWN).length,
  };
}

const turnedTexts = (characters: readonly Character[]): readonly TurnedText[] =>
  [...Map.groupBy(characters, ({ run }) => run).values()].flatMap((run) => {
    const text = run
      .map((character) => character.text)
      .join("")
      .trim();
    const box = boxOf(
      run.flatMap(
        ({ ink: { x0, y0, x1, y1 } }) =>
          [
            [x0, y0],
            [x1, y1],
          ] as const,
      ),
    );
    const isUpright = run.every(({ turn }) => turn === 1 || turn === 3);
    return text === "" ? [] : [{ text, box, size: Math.max(...run.map(({ size }) => size)), isUpright }];
  });

/** In heights of a figure: a line aslant that takes more is no diagonal of a cell. */
const HIGHEST_CELL = 4;

/** From corner to corner of the cell, a line crosses the figure out wherever it passes it by. */
function crossedOut(characters: readonly Character[], lines: readonly DrawnLine[]): readonly Doubt[] {
  const aslant = lines
    .map(({ from, to }) => boxOf([from, to]))
    .filter(({ x0, x1, y0, y1 }) => x1 - x0 > 1 && y1 - y0 > 1);
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
const LIGATURES = /[\ufb00-\ufb06]/g;
const UNKNOWN = "\ufffd";

/** The character's text, "" where it is of no width; UNKNOWN where the file does not say it. */
function textOf({ text, isUnknown, ink, size, origin }: Character): string {
  if (!isUnknown && !SAYS_NOTHING.test(text.replace(/[\t\r\n]/g, "")))
    return withoutUnseen(text).replace(LIGATURES, (ligature) => ligature.normalize("NFKC"));
  const [wide, high] = [ink.x1 - ink.x0, ink.y1 - ink.y0];
  const raised = (origin[1] - ink.y1) / (size || 1);
  // LaTeX's own fonts have « – » among the control characters
  return high > 0 && high <= 0.1 * size && wide >= 4 * high && raised > 0.1 && raised < 0.5 ? "–" : UNKNOWN;
}

/** In ems: signs so near are one word. */
const TOUCHING = 0.12;
/** In ems: letters that are spaced out are further apart than they are wide by no more than this. */
const MOST_SPACING = 0.3;

/** `characters`: in their order. A sign that says nothing is text only within a word: a bullet is none. */
function glyphsOf(characters: readonly Character[]): readonly { readonly glyph: Glyph; readonly from: Character }[] {
  const spacing = spacingOf(characters);
  const said = characters.map((character) => ({ character, text: textOf(character) }));
  const touches = (i: number, n: number): boolean => {
    const [a, b] = n > i ? [said[i], said[n]] : [said[n], said[i]];
    const other = said[n];
    return (
      a !== undefined &&
      b !== undefined &&
      other !== undefined &&
      /[\p{L}\d]|\ufffd/u.test(other.text) &&
      Math.abs(a.character.origin[1] - b.character.origin[1]) < 0.1 * a.character.size &&
      Math.abs(b.character.origin[0] - a.character.end[0]) < TOUCHING * a.character.size
    );
  };
  return said.flatMap(({ character, text }, i) => {
    if (text === "" || (text === UNKNOWN && !touches(i, i - 1) && !touches(i, i + 1))) return [];
    const { origin, end, size, run } = character;
    const glyph: Glyph = {
      text,
      x0: origin[0],
      x1: end[0],
      next: end[0] + (spacing.get(run) ?? 0),
      baseline: origin[1],
      size,
      run,
    };
    return [{ glyph, from: character }];
  });
}

/** By run, the blank that it leaves after each of its letters. */
function spacingOf(characters: readonly Character[]): ReadonlyMap<number, number> {
  const gaps = new Map<number, number[]>();
  for (const [i, { run, origin, size }] of characters.entries()) {
    const before = characters[i - 1];
    if (before?.run !== run || before.text.trim() === "") continue;
    gaps.set(run, [...(gaps.get(run) ?? []), Math.min(origin[0] - before.end[0], MOST_SPACING * size + 1)]);
  }
  return new Map(
    [...gaps].flatMap(([run, all]) => {
      const least = Math.min(...all);
      const size = characters.find((c) => c.run === run)?.size ?? 0;
      return all.length >= 3 && least > 0 && least <= MOST_SPACING * size ? [[run, least]] : [];
    }),
  );
}
