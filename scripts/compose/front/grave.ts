/**
 * What is grave is told whenever it is not zero, with the last time that it happened; the commune beside its département, where the
 * interval of its rate leaves no doubt.
 */
import type { Analysis, SeriesPoint } from "../../model/analysis.ts";
import type { Point } from "../../model/document/bulletin.ts";
import { formatNumber, formatPeriod, NNBSP, plural } from "../../model/format.ts";
import { type Period, samePeriod, shiftQuarters } from "../../model/period.ts";
import { type Context, findLine } from "../context/context.ts";
import { type CountedLine, countedLines, foremostLines, shortName } from "../context/lines.ts";
import { latestRate, rateBeside, widerTerritory } from "../context/rates.ts";
import { plainPoint, present } from "../words/present.ts";
import { lowerFirst, ofWord, upperFirst } from "../words/words.ts";

/** One point, or none where no grave line has a number. */
export function gravePoints(c: Context): readonly Point[] {
  const lines = countedLines(c).filter(({ whole }) => isGrave(c, whole) && whole.quarter.value !== null);
  if (lines.length === 0) return [];
  const happened = lines.filter(({ whole }) => whole.quarter.value !== 0);
  const none = lines.filter(({ whole }) => whole.quarter.value === 0).map((line) => lowerFirst(shortName(c, line)));
  const said = happened
    .map((line) => `${lowerFirst(shortName(c, line))} : ${counted(line)}${lastTime(line)}`)
    .join(" ; ");
  const sentences = present(said !== "" && `${upperFirst(said)}.`, none.length > 0 && `${noneOf(none)} ce trimestre.`);
  return [plainPoint("Faits graves", sentences.join(" "))];
}

export const isGrave = (c: Context, a: Analysis): boolean => findLine(c, a.statement, a.indicator)?.grave === true;

/** "Pas d'homicides"; "Ni homicides ni vols avec armes" */
const noneOf = (names: readonly string[]): string =>
  names.length === 1 ? `Pas ${ofWord(names[0] ?? "")}` : `Ni ${names.join(" ni ")}`;

/** "1 fait ce trimestre, 2 sur douze mois" */
function counted({ whole: { quarter, rolling } }: CountedLine): string {
  const year =
    rolling.value === null || rolling.value === quarter.value ? "" : `, ${formatNumber(rolling.value)} sur douze mois`;
  return `${plural(quarter.value ?? 0, "fait")} ce trimestre${year}`;
}

/** " (2 le trimestre précédent)", " (dernière fois : 2e trimestre 2024)"; " (aucun auparavant depuis …)" when the series holds none. */
function lastTime({ whole: { series, quarter, rolling } }: CountedLine): string {
  const earlier = series.slice(0, -1);
  const first = earlier.find(({ figure }) => figure.value !== null);
  const last = earlier.findLast(({ figure }) => (figure.value ?? 0) > 0);
  if (!first) return "";
  // A quarter that is not known may have held one.
  const since = earlier.slice(earlier.indexOf(last ?? first));
  const known = since.every(({ figure }) => figure.value !== null) && isWhole(since, quarter.period) ? "" : " connu";
  // Twelve months may hold what no known quarter does.
  if (!last && (rolling.value ?? 0) > (quarter.value ?? 0)) return "";
  if (!last) return ` (aucun${known} auparavant depuis le ${formatPeriod(first.figure.period)})`;
  return samePeriod(last.figure.period, shiftQuarters(quarter.period, -1))
    ? ` (${formatNumber(last.figure.value ?? 0)} le trimestre précédent)`
    : ` (dernière fois${known && `${known}e`} : ${formatPeriod(last.figure.period)})`;
}

/** Has every quarter from the first of these up to the one before `quarter` its point? */
const isWhole = (points: readonly SeriesPoint[], quarter: Period): boolean =>
  points.every(({ figure }, i) => samePeriod(figure.period, shiftQuarters(quarter, i - points.length)));

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
