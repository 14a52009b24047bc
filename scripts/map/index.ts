/**
 * What the places of a file mean, drawn once from what a person confirmed, and read by from then on.
 *
 *   map.ts     the values
 *   seal.ts    a text that is not kept
 *   texts.ts   a text without what changes with the quarter, and its dates
 *   spans.ts   months, told from the quarter of the delivery
 *   roles.ts   which dates of a text say the months of a figure
 *   numbers.ts numbers in cells of their own that are dates
 *   around.ts  the texts that may date a figure
 *   figure-of.ts  what a confirmed figure's place means
 *   draw.ts    a confirmed file -> its map
 *   placed.ts, places.ts  where the rows and columns of a later table stand
 *   cell-news.ts  what is new in one cell
 *   months-held.ts  months that a template holds each quarter
 *   found.ts   a later file beside a map
 *   find.ts    a later file beside a map: where each row stands, and what is new
 *   figure-at.ts  a later figure, where its place means it
 *   apply.ts   a later file without news -> its figures
 *   held-to.ts a file that was recognised, held to a map
 *   read-by.ts the map that reads a file, of those that are known
 */
export { applyMap } from "./apply.ts";
export { drawMap } from "./draw.ts";
export { findIn } from "./find.ts";
export type { CellNews, News } from "./found.ts";

export { heldTo } from "./held-to.ts";
export type { MapOfFile } from "./map.ts";
export { distinctMaps, readByMaps } from "./read-by.ts";
export { says } from "./roles.ts";
export { seal } from "./seal.ts";
export { movedPeriod } from "./spans.ts";
export { isValue, readName, readText, shapeOf } from "./texts.ts";
