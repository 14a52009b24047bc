/** What is to be told of each text of a page: where it is not seen, or may be seen as another. */
import type { Beside } from "../../../model/grid.ts";
import { subscript, superscript } from "../../contract/raised.ts";
import { isSignFont, LEAST, NAMES } from "../../plain/rule.ts";
import type { CellBox } from "./in-page/tables.ts";
import type { Run } from "./in-page/texts.ts";
import type { Box } from "./in-page/tools.ts";
import { type Pictures, type Sight, sightOf } from "./ink.ts";
import type { Layout } from "./page.ts";

export interface Look {
  /** As it is seen: "⁹" for a raised 9; "": it is not seen. */
  readonly text: string;
  readonly beside?: Beside;
}

/** Digits that stand so far apart, in ems, are two numbers; with a blank between, so near, they are one. */
const WIDE_GAP = 0.3;
const NARROW_GAP = 0.1;
/** Digits that lie so far over each other, in ems, hide one another. */
const NARROWED = 0.2;

const middle = ([x, y, width, height]: Box): readonly [number, number] => [x + width / 2, y + height / 2];
const isWithin = (box: Box, [x, y, width, height]: Box): boolean => {
  const [cx, cy] = middle(box);
  return cx >= x - 1 && cx <= x + width + 1 && cy >= y - 1 && cy <= y + height + 1;
};
/** Smaller, and higher than the text that it follows: "12" then a small "1" moved up, as a note mark is. */
const isMovedUp = ({ boxes: [box], size, before: between }: Run, before: Run | undefined): boolean => {
  const last = before?.boxes.at(-1);
  if (!box || !last || between !== "" || size >= (before?.size ?? 0)) return false;
  return middle(box)[1] < middle(last)[1] - size * 0.15 && box[0] > last[0];
};
/** Above or under the line of another text of its cell; alone, it is on its own line. */
function shiftOf(run: Run, before: Run | undefined, after: Run | undefined): Run["shift"] {
  if (isMovedUp(run, before)) return "raised";
  const isAlone = run.before === null && (after?.before ?? null) === null;
  return isAlone ? "none" : run.shift;
}

/** Blank between two boxes of a line, in pixels; undefined on two lines. */
const gapOf = (a: Box | undefined, b: Box | undefined): number | undefined =>
  a && b && Math.abs(middle(a)[1] - middle(b)[1]) < Math.min(a[3], b[3]) / 4 ? b[0] - a[0] - a[2] : undefined;

/** Do its digits stand on one line, as near each other as their font has them? */
const isOneNumber = ({ boxes, text, spacing }: Run): boolean =>
  boxes.length === text.length && spacing < WIDE_GAP && spacing > -NARROWED;

const isOfOneSize = (a: Run, b: Run): boolean => a.size / b.size > 0.8 && b.size / a.size > 0.8;

/** Is a number read where two stand, or two where one stands? */
function isJoinedOtherwise(run: Run, before: Run | undefined): boolean {
  if (!before?.isDigits || run.before === null || run.before.includes("\n") || before.shift !== "none") return false;
  const gap = gapOf(before.boxes.at(-1), run.boxes[0]);
  if (run.before !== "") return gap !== undefined && gap < NARROW_GAP * run.size;
  return gap === undefined || gap > WIDE_GAP * run.size || !isOfOneSize(run, before) || run.look !== before.look;
}

/** Places of digits that another run has too. */
function sharedPlaces(runs: readonly Run[]): ReadonlySet<number> {
  const at = new Map<string, { run: number; centre: readonly [number, number] }[]>();
  const shared = new Set<number>();
  for (const [run, { boxes, isDigits }] of runs.entries())
    for (const box of isDigits ? boxes : []) {
      const centre = middle(box);
      const [column, row] = centre.map((c) => Math.floor(c / 8)) as [number, number];
      for (let x = column - 1; x <= column + 1; x++)
        for (let y = row - 1; y <= row + 1; y++)
          for (const other of at.get(`${x} ${y}`) ?? [])
            if (
              other.run !== run &&
              Math.hypot(other.centre[0] - centre[0], other.centre[1] - centre[1]) < box[2] / 2
            ) {
              shared.add(run);
              shared.add(other.run);
            }
      const key = `${column} ${row}`;
      at.set(key, [...(at.get(key) ?? []), { run, centre }]);
    }
  return shared;
}

const PIXELS_PER_POINT = 96 / 72;
const isTiny = ({ size, boxes }: Run): boolean =>
  Math.min(size, ...boxes.map(([, , , height]) => height)) < LEAST.type * PIXELS_PER_POINT;

const doubt = (text: string): Beside => ({ kind: "unplain", text });
/** Words that are not seen are none; a figure may be seen all the same. */
const lost = ({ text, isDigits }: Run, construct: string): Look => ({
  text: "",
  beside: isDigits ? doubt(construct) : { kind: "hidden", text },
});
const isLost = (sight: Sight): boolean => sight === "covered" || sight === "faint";

/** Of each run, in their order. `sights`: as sightsOf gives them. */
export function looksOf({ runs, cells }: Layout, sights: readonly (readonly Sight[])[]): readonly Look[] {
  const shared = sharedPlaces(runs);
  let before: Run | undefined; // the one that is seen before it
  const lookOf = (run: Run, i: number): Look => {
    const text = run.text;
    const shift = shiftOf(run, before, runs[i + 1]);
    const seen = sights[i] ?? [];
    const cell: CellBox | undefined = run.cell === null ? undefined : cells[run.cell];
    if (run.boxes.length === 0) return { text: "", beside: { kind: "hidden", text } };
    if (isTiny(run)) return lost(run, NAMES.tiny);
    if (!run.isDigits && isSignFont(run.font)) return { text: "" }; // a bullet, an arrow
    if (run.isStruck) return { text: "", beside: { kind: "struck", text } };
    if (seen.length > 0 && seen.every(isLost)) return lost(run, seen.includes("faint") ? NAMES.ink : NAMES.covered);
    if (!run.isDigits) return { text, ...(seen.some(isLost) && { beside: doubt(NAMES.covered) }) };
    const isDoubtful =
      seen.some((sight) => sight !== "seen") ||
      run.isOdd ||
      isSignFont(run.font) ||
      !isOneNumber(run) ||
      (shift === "none" && isJoinedOtherwise(run, before)) ||
      shared.has(i);
    if (isDoubtful) return { text, beside: doubt(NAMES.drawn) };
    if (cell && run.boxes.some((box) => !isWithin(box, cell.box))) return { text, beside: doubt(NAMES.pushed) };
    if (shift === "raised") return { text: superscript(text) };
    return shift === "lowered" ? { text: subscript(text) } : { text };
  };
  return runs.map((run, i) => {
    const look = lookOf(run, i);
    if (look.text !== "") before = run;
    else if (run.before === null) before = undefined;
    return look;
  });
}

/** Strips of the page, from the top down: each run stands whole in one of them. */
export function stripsOf(
  runs: readonly Run[],
  height: number,
): readonly { readonly top: number; readonly runs: readonly number[] }[] {
  const strips: { top: number; runs: number[] }[] = [];
  const spans = runs
    .flatMap(({ boxes }, run) => {
      const tops = boxes.map(([, y]) => y);
      return boxes.length > 0 ? [{ run, top: Math.min(...tops), end: Math.max(...boxes.map((b) => b[1] + b[3])) }] : [];
    })
    .toSorted((a, b) => a.top - b.top);
  for (const { run, top, end } of spans) {
    const last = strips.at(-1);
    if (last && end <= last.top + height) last.runs.push(run);
    else strips.push({ top: Math.max(0, Math.floor(top) - 1), runs: [run] });
  }
  return strips;
}

/** Of the digits of each run, or of its lines. `picturesAt`: one picture each, from the given tops on. */
export async function sightsOf(
  runs: readonly Run[],
  height: number,
  picturesAt: (tops: readonly number[], width: number) => AsyncIterable<Pictures>,
): Promise<readonly (readonly Sight[])[]> {
  const sights: (readonly Sight[])[] = runs.map(() => []);
  const strips = stripsOf(runs, height);
  const width = runs.reduce((most, { boxes }) => Math.max(most, ...boxes.map(([x, , w]) => Math.ceil(x + w) + 1)), 0);
  let at = 0;
  for await (const pictures of picturesAt(
    strips.map(({ top }) => top),
    width,
  ))
    for (const i of strips[at++]?.runs ?? []) {
      const { boxes, ink } = runs[i] as Run;
      sights[i] = boxes.map((box, b) => sightOf(box, ink[b], pictures));
    }
  return sights;
}
