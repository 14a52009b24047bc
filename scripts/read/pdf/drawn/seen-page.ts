/** Characters, lines and pictures of a page -> its glyphs that are seen, those that are not, doubts, rules and signs. */
import type { Character } from "./characters.ts";
import type { FigureShapes } from "./digit-shapes.ts";
import { boxOf, scaled } from "./geometry.ts";
import { glyphsOf, textOf, UNKNOWN } from "./glyphs.ts";
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
