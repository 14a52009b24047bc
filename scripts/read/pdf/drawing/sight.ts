/**
 * What a person sees of each glyph of a page: all of it, or why not (Beside, in model/grid.ts). A glyph is looked at by a few
 * points of the room that a figure takes: are they within the frame that cuts it, is anything painted over them later, what
 * colour lies below them, does a line run through them?
 */
import type { Beside } from "../../../model/grid.ts";
import { isFaint, type Rgb, TINIEST_POINTS, WHITE } from "../../contract/contrast.ts";
import { type Area, type Box, boxOf } from "./areas.ts";
import type { DrawnGlyph } from "./glyphs.ts";
import { distance, type Point } from "./matrix.ts";
import type { Drawn } from "./orders.ts";
import { COVERING_ALPHA, type Cover, type Stroke } from "./painting.ts";
import { type Room, strikeOf } from "./strikes.ts";

type Kind = Beside["kind"];

export interface Sight {
  /** By glyph, why it is not simply seen; null: it is. */
  readonly kinds: readonly (Kind | null)[];
  /** Lines that do nothing but strike text out: no rules of a table. */
  readonly strikes: ReadonlySet<Stroke>;
}

/** A page drawn without measure would be looked at for hours: sides of areas, and lines, by the glyphs of their rows. */
const MOST_LOOKS = 100_000_000;

/** null: more is drawn about the text than can be looked at. */
export function look({ glyphs, covers, strokes }: Pick<Drawn, "glyphs" | "covers" | "strokes">): Sight | null {
  const coversAt = indexByRows(covers, (cover) => cover.area.box);
  const strokesAt = indexByRows(strokes, ({ from, to }) => boxOf([from, to]));
  const rowsOfText = Map.groupBy(glyphs, (glyph) => rowOf(glyph.start[1]));
  let looks = glyphs.reduce((sum, { ink }) => sum + ink.clip.cost, 0);
  for (const [row, { length }] of rowsOfText)
    looks += length * (coversAt.cost(row, ({ area }) => area.cost) + strokesAt.cost(row, () => 1));
  if (looks > MOST_LOOKS) return null;
  const struck = new Map<Stroke, number>(); // length of the text that it strikes
  const twins = Map.groupBy(glyphs, placeOf);
  const kinds = glyphs.map((glyph): Kind | null => {
    if (glyph.text.trim() === "" || glyph.ink.kind === "hidden") return glyph.ink.kind;
    const room = roomOf(glyph);
    const near = coversAt.near(room.box);
    const clips = (twins.get(placeOf(glyph)) ?? []).map(({ ink }) => ink.clip);
    const kind = kindUnder(glyph, { points: room.points, covers: near, clips });
    if (kind !== null) return kind;
    const strike = strikeOf(room, strokesAt.near(room.box), struck);
    return glyph.ink.kind ?? strike;
  });
  const strikes = [...struck].filter(([{ from, to }, length]) => length >= 0.5 * distance(from, to));
  return { kinds, strikes: new Set(strikes.map(([stroke]) => stroke)) };
}

/** Some printers draw a text several times at one place, each time cut to another band of it: together they show it whole. */
const placeOf = ({ text, start: [x, y], size, ink: { colours } }: DrawnGlyph): string =>
  [text, x.toFixed(1), y.toFixed(1), size.toFixed(1), colours.join()].join(" ");

const HEIGHT = 0.7;

/** With the points by which it is looked at. */
function roomOf({ start, end, size }: DrawnGlyph): Room & { readonly points: readonly Point[] } {
  const along: Point = [end[0] - start[0], end[1] - start[1]];
  const width = Math.hypot(...along) || 1;
  const up: Point = [(along[1] / width) * HEIGHT * size, (-along[0] / width) * HEIGHT * size];
  const at = (t: number, s: number): Point => [
    start[0] + t * along[0] + s * up[0],
    start[1] + t * along[1] + s * up[1],
  ];
  const corners = [at(0, 0), at(1, 0), at(1, 1), at(0, 1)];
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return {
    start,
    along,
    up,
    box: { x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) },
    points: SHARES.flatMap((t) => SHARES.map((s) => at(t, s))),
  };
}

/** Of its width and height: nine points. */
const SHARES = [0.15, 0.5, 0.85];

/** Of the nine points: a figure of which more than a third is cut off or painted over can be taken for another. */
const MOST = 2;

/** What a glyph is looked at by: the points of its room, what is painted near it, the frames that let parts of it be seen. */
interface Lights {
  readonly points: readonly Point[];
  readonly covers: readonly Cover[];
  readonly clips: readonly Area[];
}

function kindUnder({ ink, size, text, end, start }: DrawnGlyph, { points, covers, clips }: Lights): Kind | null {
  if (points.filter(([x, y]) => !clips.some((clip) => clip.holds(x, y))).length > MOST) return "covered";
  const above = covers.filter((cover) => cover.order > ink.order);
  /** Several that each let something through hide it together. */
  const coveredBy = (isOpaque: boolean): number =>
    points.filter(([x, y]) => {
      const over = above.filter((cover) => cover.isOpaque === isOpaque && cover.area.holds(x, y));
      return hidden(over) >= COVERING_ALPHA;
    }).length;
  if (coveredBy(true) > MOST) return "covered";
  const isSqueezed = /\d/.test(text) && distance(start, end) < NARROWEST * size;
  const grounds = groundsOf(points, covers, ink.order);
  if (size <= TINIEST_POINTS || isSqueezed || isFaintOn(ink.colours, ink.alpha, grounds)) return "faint";
  const isLight = ink.colours.length > 0 && ink.colours.every((colour) => colour === null || isFaint(colour, WHITE));
  const isOnUnknown = isLight && grounds.filter(({ colour }) => colour === null).length > MOST;
  return coveredBy(false) > MOST || isOnUnknown || ink.colours.includes(null) ? "unsure" : null;
}

const hidden = (over: readonly Cover[]): number => 1 - over.reduce((left, { alpha }) => left * (1 - alpha), 1);

/** In ems: the figures of the narrowest fonts are 0.3 wide. */
const NARROWEST = 0.1;

/** Of a point: the colour painted there before the glyph, null where it is not known; and what lets it through, painted over it later. */
interface Ground {
  readonly colour: Rgb | null;
  readonly veils: readonly Cover[];
}

/** The sheet is white. What is painted over a glyph later, and hides it, takes but a few of its points: else it was told as covered. */
function groundsOf(points: readonly Point[], covers: readonly Cover[], inked: number): readonly Ground[] {
  if (covers.length === 0) return [{ colour: WHITE, veils: [] }];
  return points.map(([x, y]) => {
    const here = covers.filter(({ area }) => area.holds(x, y));
    const last = here.findLastIndex(({ alpha }) => alpha >= COVERING_ALPHA);
    const ground = last < 0 ? WHITE : (here[last]?.colour ?? null);
    const through = here.slice(last + 1);
    const [below, veils] = [through.filter(({ order }) => order < inked), through.filter(({ order }) => order > inked)];
    return { colour: ground && veiled(ground, below), veils };
  });
}

/** On more of its ground than a third, whichever of its colours is looked at. */
function isFaintOn(colours: readonly (Rgb | null)[], alpha: number, grounds: readonly Ground[]): boolean {
  const faint = grounds.filter(
    ({ colour: ground, veils }) =>
      colours.length > 0 &&
      colours.every(
        (colour) =>
          colour !== null &&
          ground !== null &&
          isFaint(veiled(mixed(colour, ground, alpha), veils), veiled(ground, veils)),
      ),
  );
  return faint.length > 0 && faint.length * 9 > MOST * grounds.length;
}

/** The colour seen through what is painted over it; one that is not known takes no part. */
const veiled = (colour: Rgb, veils: readonly Cover[]): Rgb =>
  veils.reduce((below, veil) => (veil.colour === null ? below : mixed(veil.colour, below, veil.alpha)), colour);

const mixed = (colour: Rgb, ground: Rgb, alpha: number): Rgb => [
  alpha * colour[0] + (1 - alpha) * ground[0],
  alpha * colour[1] + (1 - alpha) * ground[1],
  alpha * colour[2] + (1 - alpha) * ground[2],
];

/** In points: a page is looked at by rows so high, as many as a sheet 200 inches high has. */
const ROW = 16;
const LAST_ROW = 900;
const rowOf = (y: number): number => Math.min(LAST_ROW, Math.max(0, Math.floor(y / ROW)));

interface Rows<T> {
  /** Those near a box, in their order. */
  readonly near: (box: Box) => readonly T[];
  /** The sum over those of a row. */
  readonly cost: (row: number, costOf: (thing: T) => number) => number;
}

/** Things by the rows that they reach. */
function indexByRows<T extends { readonly order: number }>(things: readonly T[], boxOf: (thing: T) => Box): Rows<T> {
  const rows = new Map<number, { readonly thing: T; readonly box: Box }[]>();
  for (const thing of things) {
    const box = boxOf(thing);
    for (let row = rowOf(box.y0); row <= rowOf(box.y1); row++) {
      const held = rows.get(row);
      if (held) held.push({ thing, box });
      else rows.set(row, [{ thing, box }]);
    }
  }
  return {
    near: (near) => {
      const found = new Set<T>();
      for (let row = rowOf(near.y0); row <= rowOf(near.y1); row++)
        for (const { thing, box } of rows.get(row) ?? [])
          if (box.x0 <= near.x1 && box.x1 >= near.x0 && box.y0 <= near.y1 && box.y1 >= near.y0) found.add(thing);
      return [...found].sort((a, b) => a.order - b.order);
    },
    cost: (row, costOf) => (rows.get(row) ?? []).reduce((sum, { thing }) => sum + costOf(thing), 0),
  };
}
