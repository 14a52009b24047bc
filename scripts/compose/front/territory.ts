/** The commune beside its département, where the interval of its rate leaves no doubt. */

import type { Point } from "../../model/document/bulletin.ts";
import { formatNumber, NNBSP, plural } from "../../model/format.ts";
import type { Context } from "../context/context.ts";
import { foremostLines, shortName } from "../context/lines.ts";
import { latestRate, rateBeside, widerTerritory } from "../context/rates.ts";
import { plainPoint } from "../words/present.ts";
import { lowerFirst } from "../words/words.ts";

const MOST_LINES = 2;

/** The lines farthest from it, in one point. */
export function territoryPoints(c: Context): readonly Point[] {
  const lines = foremostLines(c);
  const territory = widerTerritory(c, lines);
  if (territory === undefined) return [];
  const apart = lines.flatMap((line) => {
    const other = latestRate(c, line.whole.indicator, territory);
    const beside = other && rateBeside(line.whole.rate, other);
    return other && beside && line.whole.rate ? [{ line, rate: line.whole.rate, other, beside }] : [];
  });
  const farthest = apart
    .filter(({ beside }) => timesWords(beside) !== "")
    .toSorted((a, b) => distance(b.beside) - distance(a.beside))
    .slice(0, MOST_LINES);
  const [first] = farthest;
  if (!first) return [];
  const items = farthest.map(({ line, rate, other, beside }) => {
    const per = `pour 1${NNBSP}000 ${rate.denominator}`;
    return `${lowerFirst(shortName(c, line))}, ${formatNumber(rate.value, 1)} ${per} contre ${formatNumber(other.rate, 1)}, soit ${timesWords(beside)} (${plural(rate.count, "fait")})`;
  });
  const text = `Sur douze mois, à côté ${besideWords(territory)} en ${first.other.year} : ${items.join(" ; ")}.`;
  return [plainPoint("Département", text)];
}

/** "du département 62": the public base calls it « Département 62 ». */
const besideWords = (territory: string): string =>
  /^département/i.test(territory) ? `du ${lowerFirst(territory)}` : `de ${territory}`;

interface Beside {
  readonly low: number;
  readonly high: number;
}

/** How far from 1, on the scale of ratios, the nearer end of the interval is. */
const distance = ({ low, high }: Beside): number => (low > 1 ? Math.log(low) : -Math.log(high));

/** "de 2 à 3,5 fois plus", "de 1,5 à 3 fois moins": ends rounded outwards to halves; "" where the nearer one says nothing. */
function timesWords({ low, high }: Beside): string {
  const [near, far, word] =
    low > 1 ? [low, high, "plus"] : [1 / high, low === 0 ? Number.POSITIVE_INFINITY : 1 / low, "moins"];
  const from = Math.floor(near * 2) / 2;
  const to = Math.ceil(far * 2) / 2;
  if (from < 1.5) return "";
  return Number.isFinite(to)
    ? `de ${formatHalf(from)} à ${formatHalf(to)} fois ${word}`
    : `au moins ${formatHalf(from)} fois ${word}`;
}

const formatHalf = (n: number): string => formatNumber(n, Number.isInteger(n) ? 0 : 1);
