/**
 * Real counts, to calibrate on: the yearly « état 4001 » of every police service (open data of the ministry), one sheet a year. Read with the
 * spreadsheet library itself: it is a known file, wider than what a statement of one commune may be.
 */
import { readFileSync } from "node:fs";
import { read, utils } from "@e965/xlsx";
import type { Observation } from "../../scripts/model/observation.ts";
import { type Period, shiftQuarters } from "../../scripts/model/period.ts";
import type { Random } from "../demo/random.ts";
import { observe } from "./simulate.ts";

/** One service: each line -> its counts, one a year, every year known. */
export type Service = ReadonlyMap<string, readonly number[]>;

/** The lines of IS 101 by their index numbers, then offences against persons and property that are one index each. */
const LINES: readonly (readonly number[])[] = [
  [1, 2, 3, 6, 51],
  [15, 16, 17, 18, 19, 20, 21, 22],
  [23, 24, 25, 26],
  [32, 42, 43],
  [7],
  [27, 28],
  [34, 35, 36],
  [37],
  [38],
  ...[11, 12, 13, 14, 29, 30, 31, 33, 39, 41, 46, 47, 48, 49, 52, 62, 63, 66, 67, 68].map((index) => [index]),
];
/** Lines of a bulletin: the most frequent of the service. */
const SHOWN_LINES = 24;
/** Ordinary public security; the others follow fraud, borders, railways … */
const PERIMETERS = ["DCSP", "DSPAP"];
/** Facts a quarter that are left of them all: those of a town of some 6 500 inhabitants. */
const TOWN_FACTS = 80;

type Row = readonly (string | number | undefined)[];

/** The services of public security that are in every year's sheet, with some facts each year. @throws Error when the workbook is not that one. */
export function readServices(path: string): readonly Service[] {
  const workbook = read(readFileSync(path));
  const years = workbook.SheetNames.filter((name) => name.startsWith("Services PN")).map((name) => {
    const [departments = [], perimeters = [], names = [], ...rows] = utils.sheet_to_json<Row>(
      workbook.Sheets[name] ?? {},
      { header: 1 },
    );
    const columns = names.flatMap((_, i) => (PERIMETERS.includes(String(perimeters[i])) ? [i] : []));
    return new Map(columns.map((i) => [`${departments[i]} ${names[i]}`, countsOf(rows, i)]));
  });
  const [first] = years;
  if (!first) throw new Error(`${path}: no sheet « Services PN … »`);
  return [...first.keys()].flatMap((service) => {
    const known = years.map((year) => year.get(service)).filter((counts) => counts !== undefined);
    if (known.length < years.length || known.some((counts) => sum(counts) === 0)) return [];
    return [new Map(LINES.map((indexes, i) => [indexes.join(", "), known.map((counts) => counts[i] ?? 0)]))];
  });
}

/** Of one service in one year, by line. */
function countsOf(rows: readonly Row[], column: number): readonly number[] {
  const byIndex = new Map(rows.map((row) => [Number(row[0]), Number(row[column] ?? 0)]));
  return LINES.map((indexes) => sum(indexes.map((index) => byIndex.get(index) ?? 0)));
}

const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);

/**
 * A bulletin in which nothing has changed but by the order of the years: `years` + 1 of them in random order. Each of the four quarters of a year
 * keeps each of its facts with the chance that leaves a town's number; the last ends with the bulletin's own.
 */
export function shuffledBulletin(
  random: Random,
  service: Service,
  { quarter, years }: { readonly quarter: Period; readonly years: number },
): readonly Observation[] {
  const lines = [...service].sort(([, a], [, b]) => sum(b) - sum(a)).slice(0, SHOWN_LINES);
  const held = lines[0]?.[1].length ?? 0;
  const kept = Math.min(1, (TOWN_FACTS * held) / sum(lines.map(([, counts]) => sum(counts))));
  const order = random.shuffle(Array.from({ length: held }, (_, i) => i)).slice(0, years + 1);
  return lines.flatMap(([label, counts]) =>
    order.flatMap((year, i) =>
      [0, 1, 2, 3].map((back) => {
        let value = 0;
        for (let fact = 0; fact < (counts[year] ?? 0); fact++) if (random.chance(kept)) value++;
        const period = shiftQuarters(quarter, 4 * (i - years) - back);
        return observe({ statement: "IS101", label, force: "PN", period, value });
      }),
    ),
  );
}
