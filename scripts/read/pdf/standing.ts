/** Does a heading stand over its columns as headings do: with them in one cell, in the middle of them, or at an end? */
import type { Band } from "./bands.ts";
import { extentOf } from "./lines.ts";
import { ALIGNED } from "./measures.ts";
import type { Unit } from "./units.ts";

/** Text of one heading, wrapped or not. */
export type HeadCell = readonly Unit[];

/** What a heading may cover whole: a heading of the level below, or a column without one yet. `left`–`right`: extent of texts. */
export interface Atom {
  readonly first: number;
  readonly last: number;
  readonly left: number;
  readonly right: number;
  /** Under one period, Police stands once: two atoms of one text are under two headings. null: a column without heading. */
  readonly text: string | null;
}

/** Atoms from..to, both included. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** What is to be shared out: the headings of one level, which atoms each stands over, and the columns. */
export interface Level {
  readonly over: readonly HeadCell[];
  /** By heading, the places in `atoms` that its text reaches over. */
  readonly overlapped: readonly (readonly number[])[];
  readonly atoms: readonly Atom[];
  readonly bands: readonly Band[];
}

/**
 * Could cells side by side each hold a heading and the figures under it, where it does not stand over them? Words begin at the left of a
 * cell and figures end at its right, so that a heading may be nearer to the figures before; after its own figures, it is not.
 */
export function fitCells({ over, overlapped, atoms }: Level): boolean {
  const cells = atoms.map(({ left, right }, i) => {
    const units = over[i] ?? [];
    const { x0, x1 } = extentOf(units);
    const next = atoms[i + 1]?.left ?? Number.POSITIVE_INFINITY;
    return {
      isAside: overlapped[i]?.length === 0,
      x0: Math.min(x0, left),
      x1: Math.max(x1, right),
      isBefore: x1 <= left,
      isAfter: x0 >= right && x0 - right < next - x1,
    };
  });
  const aside = cells.filter(({ isAside }) => isAside);
  const areApart = cells.every(({ x1 }, i) => x1 <= (cells[i + 1]?.x0 ?? x1));
  return areApart && (aside.every(({ isBefore }) => isBefore) || aside.every(({ isAfter }) => isAfter));
}

/**
 * Does heading number `heading` stand in the middle, or at an end, of the columns? Their true edges lie between their own text and the
 * next column's, so the middle may lie anywhere between.
 */
export function isAligned({ over, atoms, bands }: Level, heading: number, { from, to }: Run): boolean {
  const units = over[heading];
  const [first, last] = [atoms[from], atoms[to]];
  if (!units || !first || !last) return false;
  const { x0, x1 } = extentOf(units);
  const before = bands[first.first - 1]?.x1 ?? first.left;
  const after = bands[last.last + 1]?.x0 ?? last.right + (first.left - before);
  const middle = (x0 + x1) / 2;
  const slack = ALIGNED * Math.max(...over.flat().map((u) => u.size));
  const centred = middle >= (before + last.right) / 2 - slack && middle <= (first.left + after) / 2 + slack;
  return centred || Math.abs(x0 - first.left) < slack || Math.abs(x1 - last.right) < slack;
}
