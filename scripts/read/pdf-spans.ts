/** One line of headings over the columns below it -> the columns that each heading spans, or why that cannot be told. */

import { type Band, bandOf } from "./pdf-bands.ts";
import type { HeadCell, Heading } from "./pdf-head.ts";
import type { Unit } from "./pdf-text.ts";

/** What a heading may cover whole: a heading of the level below, or a column. `left`–`right`: extent of its text and figures. */
interface Atom {
  readonly first: number;
  readonly last: number;
  readonly left: number;
  readonly right: number;
  /** Under one period, Police stands once: two atoms of one text are under two headings. */
  readonly text: string | null;
}

/** Reading of a line: for each heading, the atoms from..to (both included). */
type Reading = readonly { readonly from: number; readonly to: number }[];

/** Readings tried before giving up: a head has a few headings over at most some tens of columns. */
const MAX_READINGS = 5_000;

export function placeHeadings(
  level: readonly HeadCell[],
  bands: readonly Band[],
  below: readonly Heading[],
): { readonly headings: readonly Heading[]; readonly doubt?: string } {
  const single = nearestColumns(level, bands);
  const label = single.filter((h) => h.first === 0);
  const over = single.filter((h) => h.first > 0);
  const under = below.filter((h) => h.first > 0);
  const atoms = atomsOf(bands, under);
  if (over.length === 0) return { headings: label };
  // Headings over columns that the level below leaves free stand for themselves ("Évolution" beside "T1 2026" over Police …).
  const covered = (h: Heading): boolean =>
    under.length === 0 || under.some((b) => b.first <= h.first && h.first <= b.last);
  const alone = over.filter((h) => !covered(h));
  const spanning = over.filter(covered);
  if (spanning.length === 0) return { headings: [...label, ...alone] };
  // Over the figures themselves, what stands over one column names that column.
  const distinct = new Set(single.map((h) => h.first)).size === single.length;
  if (under.length === 0 && distinct && spanning.every((h) => overlaps(h, bands).length < 2))
    return { headings: single };
  const placed = spanning.length === atoms.length ? oneEach(spanning, atoms) : null;
  if (placed) return { headings: [...label, ...alone, ...placed] };
  const units = spanning.map((h) => extentOf(h.units));
  const readings = findReadings(units, atoms);
  const whole = readings.filter((reading) => coversAll(reading, atoms.length));
  const size = Math.max(...level.flat().map((u) => u.size));
  const aligned = (list: readonly Reading[]): readonly Reading[] =>
    list.filter((reading) => reading.every((r, i) => isAligned(units[i], atoms, r, bands, size)));
  const chosen =
    repeatedReading(whole, atoms) ??
    chooseReading(whole, aligned(whole), aligned(readings.filter((r) => leavesSuffix(r, atoms.length))));
  if (chosen)
    return {
      headings: [
        ...label,
        ...alone,
        ...spanning.map((h, i) => ({
          units: h.units,
          first: atoms[chosen[i]?.from ?? 0]?.first ?? h.first,
          last: atoms[chosen[i]?.to ?? 0]?.last ?? h.last,
        })),
      ],
    };
  const names = spanning.map((h) => `« ${h.units.map((u) => u.text).join(" ")} »`).join(", ");
  return {
    headings: single,
    doubt: `on ne peut pas dire quelles colonnes couvre chaque titre de l'en-tête (${names}, au-dessus de ${atoms.length} colonnes) : ${whole.length} répartitions sont possibles.`,
  };
}

const overlaps = (heading: Heading, bands: readonly Band[]): readonly Band[] =>
  bands.filter((band) => heading.units.some((u) => u.x0 < band.x1 && band.x0 < u.x1));

/** Each cell to its nearest column. */
const nearestColumns = (cells: readonly HeadCell[], bands: readonly Band[]): readonly Heading[] =>
  cells
    .map((units): Heading => {
      const column = bandOf(bands, extentOf(units));
      return { units, first: column, last: column };
    })
    .sort((a, b) => extentOf(a.units).x0 - extentOf(b.units).x0);

const extentOf = (units: readonly Unit[]): Extent => ({
  x0: Math.min(...units.map((u) => u.x0)),
  x1: Math.max(...units.map((u) => u.x1)),
});

function atomsOf(bands: readonly Band[], below: readonly Heading[]): readonly Atom[] {
  if (below.length === 0)
    return bands.slice(1).map((band, i) => ({ first: i + 1, last: i + 1, left: band.x0, right: band.x1, text: null }));
  return below
    .filter((h) => h.first > 0)
    .sort((a, b) => a.first - b.first)
    .map((h) => ({
      first: h.first,
      last: h.last,
      left: Math.min(bands[h.first]?.x0 ?? 0, ...h.units.map((u) => u.x0)),
      right: Math.max(bands[h.last]?.x1 ?? 0, ...h.units.map((u) => u.x1)),
      text: h.units.map((u) => u.text).join(" "),
    }));
}

const oneEach = (headings: readonly Heading[], atoms: readonly Atom[]): readonly Heading[] =>
  headings.map((h, i) => ({ units: h.units, first: atoms[i]?.first ?? h.first, last: atoms[i]?.last ?? h.last }));

type Extent = { readonly x0: number; readonly x1: number };

/** All ways to give each heading a run of atoms: in order, apart, with all that it overlaps, no text twice under one. */
function findReadings(units: readonly Extent[], atoms: readonly Atom[]): readonly Reading[] {
  let readings: { from: number; to: number }[][] = [[]];
  for (const unit of units) {
    const overlapped = atoms.flatMap((a, i) => (unit.x0 < a.right && a.left < unit.x1 ? [i] : []));
    const next: { from: number; to: number }[][] = [];
    for (const reading of readings)
      for (let from = (reading.at(-1)?.to ?? -1) + 1; from < atoms.length; from++)
        for (let to = from; to < atoms.length; to++) {
          const texts = atoms.slice(from, to + 1).map((a) => a.text);
          const named = texts.filter((t) => t !== null);
          if (new Set(named).size < named.length) break;
          if (overlapped.some((i) => i < from || i > to)) continue;
          next.push([...reading, { from, to }]);
          if (next.length > MAX_READINGS) return [];
        }
    readings = next;
  }
  return readings;
}

const coversAll = (reading: Reading, count: number): boolean =>
  reading[0]?.from === 0 &&
  reading.at(-1)?.to === count - 1 &&
  reading.every((r, i) => i === 0 || r.from === (reading[i - 1]?.to ?? 0) + 1);

/** The reading under which each heading covers the same texts, if there is one: Police, Gendarmerie, Total under each period. */
function repeatedReading(readings: readonly Reading[], atoms: readonly Atom[]): Reading | undefined {
  const repeated = readings.filter((reading) => {
    const groups = reading.map((r) => atoms.slice(r.from, r.to + 1).map((a) => a.text));
    return (
      groups.length > 1 && groups.every((g) => g.every((text) => text !== null) && g.join("|") === groups[0]?.join("|"))
    );
  });
  return repeated.length === 1 ? repeated[0] : undefined;
}

/** All but the last columns: a last heading of its own ("Total", "Évolution") may stand beside the periods. */
const leavesSuffix = (reading: Reading, count: number): boolean => {
  const end = (reading.at(-1)?.to ?? -1) + 1;
  return end < count && coversAll(reading, end);
};

/** The one reading that covers all and is aligned; else the one aligned that leaves the last columns; else the only one that covers all. */
function chooseReading(
  whole: readonly Reading[],
  alignedWhole: readonly Reading[],
  alignedPart: readonly Reading[],
): Reading | undefined {
  if (alignedWhole.length === 1 && alignedPart.length === 0) return alignedWhole[0];
  if (alignedWhole.length === 0 && alignedPart.length === 1) return alignedPart[0];
  if (whole.length === 1 && alignedPart.length === 0) return whole[0];
  return undefined;
}

/**
 * Does the heading stand in the middle, or at the left, of the columns? Their true edges lie between their own text and the
 * next column's, so the middle may lie anywhere between.
 */
function isAligned(
  unit: Extent | undefined,
  atoms: readonly Atom[],
  { from, to }: Reading[number],
  bands: readonly Band[],
  size: number,
): boolean {
  const [first, last] = [atoms[from], atoms[to]];
  if (!unit || !first || !last) return false;
  const before = bands[first.first - 1]?.x1 ?? first.left;
  const after = bands[last.last + 1]?.x0 ?? last.right + (first.left - before);
  const middle = (unit.x0 + unit.x1) / 2;
  const slack = 0.3 * size;
  const centred = middle >= (before + last.right) / 2 - slack && middle <= (first.left + after) / 2 + slack;
  return centred || Math.abs(unit.x0 - first.left) < slack || Math.abs(unit.x1 - last.right) < slack;
}
