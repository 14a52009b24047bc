/**
 * One level of headings over the columns below it -> the columns that each heading spans, or why that cannot be told. A text stays within its
 * cell: what it stands over is its own. Where it is shorter than its cell, the level below says where that ends, if it repeats itself ("Police,
 * Gendarmerie, Total" under each year).
 */
import type { Band } from "./bands.ts";
import { extentOf, textOf, type Unit } from "./lines.ts";

/** Text of one heading, wrapped or not. */
export type HeadCell = readonly Unit[];

/** A heading over columns `first` to `last`, both included. Its units may stand on several lines. */
export interface Heading {
  readonly units: HeadCell;
  readonly first: number;
  readonly last: number;
}

interface Placed {
  readonly headings: readonly Heading[];
  readonly doubt?: string;
}

/** What a level of headings stands over: the columns, and the headings already placed under it, for each column the nearest. */
export interface Under {
  readonly bands: readonly Band[];
  readonly below: readonly Heading[];
}

export function placeHeadings(level: readonly HeadCell[], { bands, below }: Under): Placed {
  const [label] = bands;
  if (!label) return { headings: [] };
  const ofLabel = (units: HeadCell): boolean => {
    const { x0, x1 } = extentOf(units);
    return x0 < label.x1 && (x0 + x1) / 2 < (bands[1]?.x0 ?? x1);
  };
  const named = level.filter(ofLabel).map((units): Heading => ({ units, first: 0, last: 0 }));
  const over = level.filter((units) => !ofLabel(units)).sort((a, b) => extentOf(a).x0 - extentOf(b).x0);
  const atoms = atomsOf(bands, below);
  const overlapped = over.map((units) => {
    const { x0, x1 } = extentOf(units);
    return atoms.filter((atom) => x0 < atom.right && atom.left < x1);
  });
  const taken = overTheirOwn(overlapped, atoms) ?? inOrder(over, atoms) ?? inGroups(overlapped, atoms);
  if (!taken) return { headings: named, doubt: doubtOf(over) };
  const placed = over.map((units, i): Heading => {
    const own = taken[i] ?? [];
    return { units, first: own[0]?.first ?? 0, last: own.at(-1)?.last ?? 0 };
  });
  return { headings: [...named, ...placed] };
}

/** What a heading covers whole: a heading of the level below, or a column without one yet. `left`–`right`: extent of its texts. */
interface Atom {
  readonly first: number;
  readonly last: number;
  readonly left: number;
  readonly right: number;
  /** null: a column without heading. */
  readonly text: string | null;
}

/** By heading. */
type Atoms = readonly (readonly Atom[])[];

/** The headings below and the columns without any, from left to right; the column of labels is none of them. */
function atomsOf(bands: readonly Band[], below: readonly Heading[]): readonly Atom[] {
  const under = below.filter((h) => h.first > 0);
  const free = bands.flatMap((band, i): readonly Atom[] =>
    i > 0 && !under.some((h) => h.first <= i && i <= h.last)
      ? [{ first: i, last: i, left: band.x0, right: band.x1, text: null }]
      : [],
  );
  const headed = under.map(({ first, last, units }): Atom => {
    const { x0, x1 } = extentOf([...units, ...bands.slice(first, last + 1)]);
    return { first, last, text: textOf(units), left: x0, right: x1 };
  });
  return [...free, ...headed].sort((a, b) => a.first - b.first);
}

/** Each atom is under one of them; or each stands over one column that has no heading yet, and over nothing else. */
function overTheirOwn(overlapped: Atoms, atoms: readonly Atom[]): Atoms | null {
  const all = overlapped.flat();
  const areApart = new Set(all).size === all.length && overlapped.every((own) => own.length > 0);
  const areSingle = overlapped.every((own) => own.length === 1 && own[0]?.text === null);
  return areApart && (all.length === atoms.length || areSingle) ? overlapped : null;
}

/** As many as there are columns without a heading, and nothing else is below: each has its own, wherever it stands between the columns at its sides. */
const inOrder = (level: readonly HeadCell[], atoms: readonly Atom[]): Atoms | null =>
  level.length === atoms.length &&
  level.every((units, i) => {
    const { x0, x1 } = extentOf(units);
    const [before, next] = [atoms[i - 1], atoms[i + 1]];
    return atoms[i]?.text === null && (!before || before.right <= x0) && (!next || x1 <= next.left);
  })
    ? atoms.map((atom) => [atom])
    : null;

/** The level below repeats itself, once under each heading. */
function inGroups(overlapped: Atoms, atoms: readonly Atom[]): Atoms | null {
  const size = atoms.length / overlapped.length;
  if (overlapped.length < 2 || !Number.isInteger(size)) return null;
  const groups = overlapped.map((_, i) => atoms.slice(i * size, (i + 1) * size));
  const areRepeated = atoms.every(({ text }, i) => text !== null && text === atoms[i % size]?.text);
  const areInOwn = overlapped.every((own, i) => own.every((atom) => groups[i]?.includes(atom)));
  return areRepeated && areInOwn && new Set(groups[0]?.map(({ text }) => text)).size === size ? groups : null;
}

const doubtOf = (over: readonly HeadCell[]): string =>
  `on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (${over.map((units) => `« ${textOf(units)} »`).join(", ")}).`;
