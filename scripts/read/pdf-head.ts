/** Lines above the figures of an unruled table -> its heading rows, with the columns that each heading spans. */
import type { PlacedCell, TableRow } from "./document.ts";
import { joinLines, LEADING, type Line } from "./pdf-lines.ts";
import { placeHeadings } from "./pdf-spans.ts";
import type { Unit } from "./pdf-text.ts";
import { type Band, bandOf } from "./pdf-unruled.ts";

export interface Head {
  /** Lines above that are not the table's. */
  readonly before: readonly Line[];
  readonly rows: readonly TableRow[];
  readonly doubts: readonly string[];
}

/** A heading over columns `first` to `last`, both included. Its units may stand on several lines. */
export interface Heading {
  readonly units: readonly Unit[];
  readonly first: number;
  readonly last: number;
}

/** In ems: beyond this distance a line is not of the head. */
const HEAD_PITCH = 2.6;

export function readHead(lines: readonly Line[], bands: readonly Band[]): Head {
  let start = lines.length;
  while (start > 0 && isHeadLine(lines, start - 1, bands)) start -= 1;
  const doubts: string[] = [];
  const levels: (readonly Heading[])[] = [];
  for (const line of lines.slice(start).reverse()) {
    const below = levels[0];
    const placed = placeHeadings(line, bands, below);
    if (placed.doubt !== undefined) doubts.push(placed.doubt);
    const joined = below ? joinLevels(placed.headings, below) : null;
    if (joined) levels[0] = joined;
    else levels.unshift(placed.headings);
  }
  const rows = levels.map(
    (headings): TableRow => ({
      cells: headings
        .map(
          (h): PlacedCell => ({ text: textOfHeading(h), column: h.first, colSpan: h.last - h.first + 1, rowSpan: 1 }),
        )
        .sort((a, b) => a.column - b.column),
    }),
  );
  return { before: lines.slice(0, start), rows, doubts };
}

export const textOfHeading = (heading: Heading): string =>
  joinLines([...heading.units].sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0).map((u) => u.text));

/** Several texts side by side; one that stands over the figures; the label's own, among or just below such lines. */
function isHeadLine(lines: readonly Line[], i: number, bands: readonly Band[]): boolean {
  const [line, below, label] = [lines[i], lines[i + 1], bands[0]];
  if (!line || !label) return false;
  if (below && below.baseline - line.baseline > HEAD_PITCH * line.size) return false;
  if (line.units.length >= 2 || line.x0 >= label.x1) return true;
  return (
    line.units.every((unit) => bandOf(bands, unit) === 0 && unit.x1 <= (bands[1]?.x0 ?? 0)) &&
    isHeadLine(lines, i - 1, bands)
  );
}

/**
 * A line goes with the level below it when each of its headings wraps onto one of the same columns, or stands over columns
 * that the level leaves free. null: it is a level of its own.
 */
function joinLevels(upper: readonly Heading[], below: readonly Heading[]): readonly Heading[] | null {
  const partnerOf = (h: Heading): Heading | undefined => below.find((b) => b.first === h.first && b.last === h.last);
  const isFree = (h: Heading): boolean => below.every((b) => h.last < b.first || b.last < h.first);
  const near = (h: Heading, b: Heading): boolean => {
    const top = Math.min(...b.units.map((u) => u.baseline));
    return h.units.every((u) => top - u.baseline < LEADING * u.size);
  };
  const top = Math.min(...below.flatMap((b) => b.units.map((u) => u.baseline)));
  const fits = upper.every((h) => {
    const partner = partnerOf(h);
    return partner ? near(h, partner) : isFree(h) && h.units.every((u) => top - u.baseline < LEADING * u.size);
  });
  if (!fits) return null;
  const joined = below.map((b) => {
    const wrapped = upper.find((h) => partnerOf(h) === b);
    return wrapped ? { ...b, units: [...wrapped.units, ...b.units] } : b;
  });
  return [...joined, ...upper.filter((h) => !partnerOf(h))];
}
