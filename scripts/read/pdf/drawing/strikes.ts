/** Lines that run through the figures of a page: along them, aslant, from corner to corner of a cell. */
import type { Beside } from "../../../model/grid.ts";
import { type Box, boxOf, partWithin } from "./areas.ts";
import { distance, type Point } from "./matrix.ts";
import type { Stroke } from "./painting.ts";

/** The room of a figure: from the start of the glyph to its end, and 0.7 ems high. */
export interface Room {
  readonly start: Point;
  readonly along: Point;
  readonly up: Point;
  readonly box: Box;
}

/** Of the room's height: where a line runs through figures. An underline runs below, the border of a cell around. */
const MIDDLE: Box = { x0: 0, x1: 1, y0: 0.15, y1: 0.85 };

/**
 * "struck": a line along the text runs through it. "unsure": one runs through part of it, or aslant. A line across the text
 * parts two cells: text.ts tells a text that it cuts.
 */
export function strikeOf(room: Room, strokes: readonly Stroke[], struck: Map<Stroke, number>): Beside["kind"] | null {
  let kind: Beside["kind"] | null = null;
  let inShort = 0;
  for (const stroke of strokes) {
    if (crossesCell(stroke, room)) kind = "unsure";
    const [from, to] = [inRoom(room, stroke.from), inRoom(room, stroke.to)];
    const ends = partWithin(from, to, MIDDLE);
    if (ends === null) continue;
    const part = ends[1] - ends[0];
    const width = Math.hypot(...room.along);
    const height = Math.hypot(...room.up);
    const [dx, dy] = [Math.abs(to[0] - from[0]) * width, Math.abs(to[1] - from[1]) * height];
    const isLevel = dy < 0.15 * dx;
    const covered = (part * dx) / width;
    // It touches a corner, or the side, or stands upright; or is a piece of a wave.
    if ((!isLevel && part * Math.hypot(dx, dy) < 0.3 * height) || covered < 0.2) {
      inShort += covered;
      continue;
    }
    struck.set(stroke, (struck.get(stroke) ?? 0) + part * distance(stroke.from, stroke.to));
    if (isLevel && covered >= 0.5) return "struck";
    kind = "unsure";
  }
  return inShort >= 0.5 ? "unsure" : kind;
}

/** In heights of the room: a line aslant that takes more is no diagonal of a cell. */
const HIGHEST_CELL = 4;

/** From corner to corner of the cell, it crosses the figure out wherever it passes it by. */
function crossesCell({ from, to }: Stroke, { box, up }: Room): boolean {
  const { x0, y0, x1, y1 } = boxOf([from, to]);
  const isAslant = x1 - x0 > 1 && y1 - y0 > 1 && y1 - y0 < HIGHEST_CELL * Math.hypot(...up);
  return isAslant && x0 <= box.x0 && x1 >= box.x1 && y0 <= box.y0 && y1 >= box.y1;
}

/** A point in shares of the room: [0, 0] its lower left corner, [1, 1] its upper right one. */
function inRoom({ start, along, up }: Room, [x, y]: Point): Point {
  const [dx, dy] = [x - start[0], y - start[1]];
  const share = (axis: Point): number => (dx * axis[0] + dy * axis[1]) / (axis[0] ** 2 + axis[1] ** 2 || 1);
  return [share(along), share(up)];
}
