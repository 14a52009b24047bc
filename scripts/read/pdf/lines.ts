/** Pieces of text, and the lines that they stand on. */
import type { Spot } from "../../model/grid.ts";

/** A piece of text on one line that surely belongs together. */
export interface Unit {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly baseline: number;
  readonly size: number;
}

/** Halfway up a text's small letters. */
export const middleOf = ({ baseline, size }: { readonly baseline: number; readonly size: number }): number =>
  baseline - 0.3 * size;

/** Units on one baseline, from left to right. */
export interface Line {
  readonly units: readonly Unit[];
  readonly baseline: number;
  readonly size: number;
  readonly x0: number;
  readonly x1: number;
}

/** Where they stand, on the page of their layout: which one it is, layout.ts says. */
export function spotOf(units: readonly Unit[]): { readonly at?: Spot } {
  if (units.length === 0) return {};
  const y0 = Math.min(...units.map((u) => u.baseline - 0.8 * u.size));
  const y1 = Math.max(...units.map((u) => u.baseline + 0.2 * u.size));
  return { at: { page: 0, ...extentOf(units), y0, y1 } };
}

export const textOf = (units: readonly Unit[]): string => units.map((u) => u.text).join(" ");

/** From the left of the first to the right of the last. */
export const extentOf = (units: readonly Pick<Unit, "x0" | "x1">[]): Pick<Unit, "x0" | "x1"> => ({
  x0: Math.min(...units.map((u) => u.x0)),
  x1: Math.max(...units.map((u) => u.x1)),
});

/** In ems: baselines this near are one line. */
const SAME_LINE = 0.25;

/** What stands on one baseline, top to bottom; in each, from left to right. */
export function onBaselines<T extends Pick<Unit, "x0" | "baseline" | "size">>(
  pieces: readonly T[],
): readonly (readonly T[])[] {
  const lines: T[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.baseline - b.baseline)) {
    const last = lines.at(-1)?.at(-1);
    if (last && piece.baseline - last.baseline < SAME_LINE * Math.min(piece.size, last.size)) lines.at(-1)?.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => line.sort((a, b) => a.x0 - b.x0));
}

export const findLines = (units: readonly Unit[]): readonly Line[] =>
  onBaselines(units).map((own) => ({
    units: own,
    baseline: Math.max(...own.map((u) => u.baseline)),
    size: Math.max(...own.map((u) => u.size)),
    ...extentOf(own),
  }));

/** Down to each line but the first, from the one above it. */
export const gapsOf = (lines: readonly Line[]): readonly number[] =>
  lines.slice(1).map((line, i) => line.baseline - (lines[i]?.baseline ?? 0));

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Would the first word of `next` have fitted after `line`, within a column of that width? If so it was not wrapped there. */
export function isWrapped(
  line: { readonly x0: number; readonly x1: number; readonly size: number },
  next: Unit,
  width: number,
): boolean {
  const [word = ""] = next.text.split(/\s/);
  const wordWidth = ((next.x1 - next.x0) * word.length) / Math.max(1, next.text.length);
  return line.x1 - line.x0 + wordWidth > width - 0.25 * line.size;
}

/** Words of one or two letters; a shorter scrap that is none of them is the end of a word cut by a narrow cell. */
const SHORT_WORDS = new Set("a à y de du la le les un en et au ou où ne ni se si sa ce il on".split(" "));
const startsWithScrap = (line: string): boolean => {
  const [, word = ""] = /^(\p{Ll}{1,2})(?![\p{L}'’./°])/u.exec(line) ?? [];
  return word !== "" && !SHORT_WORDS.has(word);
};

/** Text of a cell or paragraph: lines wrapped by the page are joined by a blank; after a hyphen, by nothing. "Gendarmeri" + "e" => "Gendarmerie" */
export const joinLines = (lines: readonly string[]): string =>
  lines.reduce((text, line) => {
    if (text === "") return line;
    return /\p{L}[-\u2010]$/u.test(text) || (startsWithScrap(line) && /\p{L}$/u.test(text))
      ? text + line
      : `${text} ${line}`;
  }, "");

export const textOfLines = (units: readonly Unit[]): string =>
  joinLines(findLines(units).map((line) => textOf(line.units)));
