/** The commune beside its département, where the interval of its rate leaves no doubt. */

import type { Point } from "../../model/document/front-page.ts";
import { formatNumber, NNBSP, plural } from "../../model/format.ts";
import type { Context } from "../context/context.ts";
import { foremostLines, shortName } from "../context/lines.ts";
import { besideWord, type Ends, latestRate, rateBeside, widerTerritory } from "../context/rates.ts";
import { finding, plainPoint } from "../words/present.ts";
import { atLeast } from "../words/size.ts";
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
    const sure = atLeast(beside, beside.low > 1 ? "rise" : "fall");
    return `${lowerFirst(shortName(c, line))}, ${formatNumber(rate.value, 1)} ${per} contre ${formatNumber(other.rate, 1)} ${inWords(territory)} (année ${other.year})${sure && `, soit ${sure}`} (${plural(rate.count, "fait")})`;
  });
  const rest = (["au-dessus", "en dessous"] as const).flatMap((where) => {
    const names = all.slice(MOST_LINES).filter(({ beside }) => besideWord(beside) === where);
    return names.length === 0
      ? []
      : [`${where} aussi : ${joinNames(names.map(({ line }) => lowerFirst(shortName(c, line))))}`];
  });
  const text = `Sur douze mois : ${[...items, ...rest].join(" ; ")}.`;
  const findings = farthest.map(({ line, rate, beside }) =>
    finding("territory", line.key, { direction: beside.low > 1 ? "rise" : "fall", number: rate.count }),
  );
  return [{ ...plainPoint("Département", text), findings }];
}

/** "dans le département 62": the public base calls it « Département 62 ». */
const inWords = (territory: string): string =>
  /^département/i.test(territory) ? `dans le ${lowerFirst(territory)}` : `pour ${territory}`;

/** How far from 1, on the scale of ratios, the nearer end of the interval is. */
const distance = ({ low, high }: Ends): number => (low > 1 ? Math.log(low) : -Math.log(high));
