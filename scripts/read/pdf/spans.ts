/**
 * One level of headings over the columns below it -> the columns that each heading spans, or why that cannot be told. A
 * heading is placed only where the drawing leaves no other place for it: as many headings as columns, one column under it and
 * under it alone, or the one way to share the columns out in which each stands as headings do (in the middle, or at an end).
 */
import type { Band } from "./bands.ts";
import { extentOf, textOf } from "./lines.ts";
import { type Atom, fitCells, type HeadCell, isAligned, type Level, type Run } from "./standing.ts";
import type { Unit } from "./units.ts";

/** A heading over columns `first` to `last`, both included. Its units may stand on several lines. */
export interface Heading {
  readonly units: readonly Unit[];
  readonly first: number;
  readonly last: number;
}

/** For each heading, the atoms from..to (both included). */
type Reading = readonly Run[];

/** Readings tried before giving up: a head has a few headings over at most some tens of columns. */
const MAX_READINGS = 5_000;

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
    return atoms.flatMap((atom, i) => (x0 < atom.right && atom.left < x1 ? [i] : []));
  });
  const whole: Level = { over, overlapped, atoms, bands };
  const chosen = oneEach(whole) ?? alone(overlapped, atoms) ?? sharedOut(whole);
  if (chosen)
    return {
      headings: [
        ...named,
        ...over.map((units, i): Heading => {
          const { from, to } = chosen[i] ?? { from: 0, to: 0 };
          return { units, first: atoms[from]?.first ?? 0, last: atoms[to]?.last ?? 0 };
        }),
      ],
    };
  return { headings: named, doubt: doubtOf(over) };
}

/** The headings below and the columns without any, from left to right; the column of labels is none of them. */
function atomsOf(bands: readonly Band[], below: readonly Heading[]): readonly Atom[] {
  const under = below.filter((h) => h.first > 0);
  const free = bands.flatMap((band, i): readonly Atom[] =>
    i > 0 && !under.some((h) => h.first <= i && i <= h.last)
      ? [{ first: i, last: i, left: band.x0, right: band.x1, text: null }]
      : [],
  );
  const headed = under.map((h): Atom => {
    const { x0, x1 } = extentOf(h.units);
    const [left, right] = [bands[h.first]?.x0 ?? x0, bands[h.last]?.x1 ?? x1];
    return {
      first: h.first,
      last: h.last,
      text: textOf(h.units),
      left: Math.min(left, x0),
      right: Math.max(right, x1),
    };
  });
  return [...free, ...headed].sort((a, b) => a.first - b.first);
}

/** As many headings as atoms: each has its own, in order, if none reaches over another's and each fits into one cell with it. */
const oneEach = (level: Level): Reading | null =>
  level.overlapped.length === level.atoms.length &&
  level.overlapped.every((o, i) => o.every((j) => j === i)) &&
  fitCells(level)
    ? level.overlapped.map((_, i) => ({ from: i, to: i }))
    : null;

/** Each heading over one column that has no heading yet, and over nothing else; or over one that it alone can name. */
const alone = (overlapped: readonly (readonly number[])[], atoms: readonly Atom[]): Reading | null =>
  new Set(overlapped.map((o) => o[0])).size === overlapped.length &&
  overlapped.every((o) => o.length === 1 && atoms[o[0] ?? -1]?.text === null)
    ? overlapped.map(([i = 0]) => ({ from: i, to: i }))
    : null;

/** The only way to share the columns out that repeats the same texts, or in which each heading stands as headings do. */
function sharedOut(level: Level): Reading | undefined {
  const { overlapped, atoms } = level;
  const readings = findReadings(overlapped, atoms);
  const whole = readings.filter((reading) => coversAll(reading, atoms.length));
  const aligned = readings.filter((reading) => reading.every((run, i) => isAligned(level, i, run)));
  // The groups that repeat each other are of one size: at most one reading has them.
  const [repeated] = repeatedReadings(whole, atoms);
  return repeated ?? (aligned.length === 1 ? aligned[0] : undefined);
}

/** All ways to give each heading a run of atoms: in order, apart, with all that it overlaps, no text twice under one. */
function findReadings(overlapped: readonly (readonly number[])[], atoms: readonly Atom[]): readonly Reading[] {
  let readings: { from: number; to: number }[][] = [[]];
  for (const own of overlapped) {
    const next: { from: number; to: number }[][] = [];
    for (const reading of readings)
      for (let from = (reading.at(-1)?.to ?? -1) + 1; from < atoms.length; from++)
        for (let to = from; to < atoms.length; to++) {
          const texts = atoms.slice(from, to + 1).flatMap((a) => (a.text === null ? [] : [a.text]));
          if (new Set(texts).size < texts.length) break;
          if (own.some((i) => i < from || i > to)) continue;
          next.push([...reading, { from, to }]);
          if (next.length > MAX_READINGS) return [];
        }
    readings = next;
  }
  // A column that has no heading yet and that none takes would stay without a name.
  return readings.filter((reading) =>
    atoms.every((a, i) => a.text !== null || reading.some((r) => r.from <= i && i <= r.to)),
  );
}

const coversAll = (reading: Reading, count: number): boolean =>
  reading[0]?.from === 0 &&
  reading.at(-1)?.to === count - 1 &&
  reading.every((r, i) => i === 0 || r.from === (reading[i - 1]?.to ?? 0) + 1);

/** The readings under which each heading covers the same texts: Police, Gendarmerie, Total under each period. */
const repeatedReadings = (whole: readonly Reading[], atoms: readonly Atom[]): readonly Reading[] =>
  whole.filter((reading) => {
    const groups = reading.map((r) => atoms.slice(r.from, r.to + 1).map((a) => a.text));
    return (
      groups.length > 1 && groups.every((g) => g.every((text) => text !== null) && g.join("|") === groups[0]?.join("|"))
    );
  });

const doubtOf = (over: readonly HeadCell[]): string =>
  `on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (${over.map((units) => `« ${textOf(units)} »`).join(", ")}).`;
