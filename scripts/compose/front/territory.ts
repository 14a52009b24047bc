/** The commune beside its département, where the interval of its rate leaves no doubt. */

import type { Point } from "../../model/document/bulletin.ts";
import { formatNumber, NNBSP, plural } from "../../model/format.ts";
import type { Context } from "../context/context.ts";
import { foremostLines, shortName } from "../context/lines.ts";
import { besideWord, latestRate, rateBeside, widerTerritory } from "../context/rates.ts";
import { plainPoint } from "../words/present.ts";
import { joinNames, lowerFirst } from "../words/words.ts";

const MOST_LINES = 2;

/** The lines that stand apart from it, the farthest with their rates: those that table 1 marks. */
export function territoryPoints(c: Context): readonly Point[] {
  const lines = foremostLines(c);
  const territory = widerTerritory(c, lines);
  if (territory === undefined) return [];
  const apart = lines.flatMap((line) => {
    const other = latestRate(c, line.whole.indicator, territory);
    const beside = other && rateBeside(line.whole.rate, other);
    return other && beside && line.whole.rate ? [{ line, rate: line.whole.rate, other, beside }] : [];
  });
  const all = apart.toSorted((a, b) => distance(b.beside) - distance(a.beside));
  if (all.length === 0) return [];
  const farthest = all.slice(0, MOST_LINES);
  const items = farthest.map(({ line, rate, other, beside }) => {
    const per = `pour 1${NNBSP}000 ${rate.denominator}`;
    const times = timesWords(beside);
    return `${lowerFirst(shortName(c, line))}, ${formatNumber(rate.value, 1)} ${per} contre ${formatNumber(other.rate, 1)} ${inWords(territory)} (année ${other.year})${times && `, soit ${times}`} (${plural(rate.count, "fait")})`;
  });
  const rest = (["au-dessus", "en dessous"] as const).flatMap((where) => {
    const names = all.slice(MOST_LINES).filter(({ beside }) => besideWord(beside) === where);
    return names.length === 0
      ? []
      : [`${where} aussi : ${joinNames(names.map(({ line }) => lowerFirst(shortName(c, line))))}`];
  });
  const text = `Sur douze mois : ${[...items, ...rest].join(" ; ")}.`;
  const findings = farthest.map(({ line, rate, beside }) => ({
    of: "territory" as const,
    subject: line.key,
    direction: beside.low > 1 ? ("rise" as const) : ("fall" as const),
    degree: null,
    number: rate.count,
  }));
  return [{ ...plainPoint("Département", text), findings }];
}

/** "dans le département 62": the public base calls it « Département 62 ». */
const inWords = (territory: string): string =>
  /^département/i.test(territory) ? `dans le ${lowerFirst(territory)}` : `pour ${territory}`;

interface Beside {
  readonly low: number;
  readonly high: number;
}

/** How far from 1, on the scale of ratios, the nearer end of the interval is. */
const distance = ({ low, high }: Beside): number => (low > 1 ? Math.log(low) : -Math.log(high));

/** "de 2 à 3,5 fois autant", "un taux divisé par 1,5 à 3": ends rounded outwards to halves; "" where the nearer one says nothing. */
function timesWords({ low, high }: Beside): string {
  const isAbove = low > 1;
  const [near, far] = isAbove ? [low, high] : [1 / high, low === 0 ? Number.POSITIVE_INFINITY : 1 / low];
  const from = Math.floor(near * 2) / 2;
  const to = Math.ceil(far * 2) / 2;
  if (from < 1.5) return "";
  return Number.isFinite(to)
    ? isAbove
      ? `de ${formatHalf(from)} à ${formatHalf(to)} fois autant`
      : `un taux divisé par ${formatHalf(from)} à ${formatHalf(to)}`
    : isAbove
      ? `au moins ${formatHalf(from)} fois autant`
      : `un taux divisé par au moins ${formatHalf(from)}`;
}

const formatHalf = (n: number): string => formatNumber(n, Number.isInteger(n) ? 0 : 1);
