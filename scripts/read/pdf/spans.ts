/**
 * One level of headings over the columns below it -> the columns that each heading spans, or why that cannot be told. A text stays within its
 * cell: what it stands over is its own. Where it is shorter than its cell, the level below says where that ends, if it repeats itself ("Police,
 * Gendarmerie, Total" under each year).
 */
import type { Band } from "./bands.ts";
import { extentOf, textOf, type Unit } from "./lines.ts";

/** A text of the head, wrapped or not, and its extent. */
export interface HeadCell extends Band {
  readonly units: readonly Unit[];
}

/** One over columns `first` to `last`, both included. */
export interface Heading extends HeadCell {
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
  const isOfLabel = ({ x0, x1 }: HeadCell): boolean => x0 < label.x1 && centreOf({ x0, x1 }) < (bands[1]?.x0 ?? x1);
  const units = level.filter(isOfLabel).flatMap((cell) => cell.units);
  const named: readonly Heading[] = units.length > 0 ? [{ units, ...extentOf(units), first: 0, last: 0 }] : [];
  const over = level.filter((cell) => !isOfLabel(cell)).sort((a, b) => a.x0 - b.x0);
  const atoms = atomsOf(bands, below);
  const overlapped = over.map(({ x0, x1 }) => atoms.filter((atom) => x0 < atom.x1 && atom.x0 < x1));
  const taken = overTheirOwn(overlapped, atoms) ?? inOrder(over, atoms) ?? inGroups(over, overlapped, atoms);
  if (!taken) return { headings: named, doubt: doubtOf(over) };
  const placed = over.map((cell, i): Heading => {
    const own = taken[i] ?? [];
    return { ...cell, first: own[0]?.first ?? 0, last: own.at(-1)?.last ?? 0 };
  });
  return { headings: [...named, ...placed] };
}

/** By heading, what it covers whole: headings of the level below, and columns without any yet, which have no text. Their extent is that of all their texts. */
type Atoms = readonly (readonly Heading[])[];

/** From left to right; the column of labels is none of them. */
function atomsOf(bands: readonly Band[], below: readonly Heading[]): readonly Heading[] {
  const under = below.filter((h) => h.first > 0);
  const isFree = (column: number): boolean => column > 0 && !under.some((h) => h.first <= column && column <= h.last);
  return [
    ...bands.flatMap((band, i) => (isFree(i) ? [{ ...band, units: [], first: i, last: i }] : [])),
    ...under.map((h) => ({ ...h, ...extentOf([...h.units, ...bands.slice(h.first, h.last + 1)]) })),
  ].sort((a, b) => a.first - b.first);
}

const isUnnamed = (atom: Heading | undefined): boolean => atom?.units.length === 0;

/** Each atom is under one of them; or each stands over one column that has no heading yet, and over nothing else. */
function overTheirOwn(overlapped: Atoms, atoms: readonly Heading[]): Atoms | null {
  const all = overlapped.flat();
  const areApart = new Set(all).size === all.length && overlapped.every((own) => own.length > 0);
  const areSingle = overlapped.every((own) => own.length === 1 && isUnnamed(own[0]));
  return areApart && (all.length === atoms.length || areSingle) ? overlapped : null;
}

/** As many as there are columns without a heading, and nothing else is below: each has its own, wherever it stands between the columns at its sides. */
const inOrder = (level: readonly HeadCell[], atoms: readonly Heading[]): Atoms | null =>
  level.length === atoms.length &&
  level.every(({ x0, x1 }, i) => {
    const [before, next] = [atoms[i - 1], atoms[i + 1]];
    return isUnnamed(atoms[i]) && (!before || before.x1 <= x0) && (!next || x1 <= next.x0);
  })
    ? atoms.map((atom) => [atom])
    : null;

/**
 * The level below repeats itself, once under each heading. What it names once before that is under none ("Rang, Service, 2025, 2026, 2025,
 * 2026"), when the first heading stands over the middle of its own group.
 */
function inGroups(level: readonly HeadCell[], overlapped: Atoms, atoms: readonly Heading[]): Atoms | null {
  const all = atoms.map(({ units }) => textOf(units));
  const before = Math.max(
    0,
    all.findIndex((name, i) => all.lastIndexOf(name) > i),
  );
  const [names, repeated] = [all.slice(before), atoms.slice(before)];
  const size = repeated.length / overlapped.length;
  if (overlapped.length < 2 || !Number.isInteger(size)) return null;
  const groups = overlapped.map((_, i) => repeated.slice(i * size, (i + 1) * size));
  const areRepeated = names.every((name, i) => name !== "" && name === names[i % size]);
  const areInOwn = overlapped.every((own, i) => own.every((atom) => groups[i]?.includes(atom)));
  const off = (over: readonly Heading[]): number =>
    Math.abs(centreOf(extentOf(over)) - centreOf(extentOf(level.slice(0, 1))));
  const isOver = before === 0 || off(repeated.slice(0, size)) < off(atoms.slice(before - 1, before + size));
  return areRepeated && areInOwn && isOver && new Set(names).size === size ? groups : null;
}

const centreOf = ({ x0, x1 }: Band): number => (x0 + x1) / 2;

const doubtOf = (over: readonly HeadCell[]): string =>
  `on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (${over.map(({ units }) => `« ${textOf(units)} »`).join(", ")}).`;
