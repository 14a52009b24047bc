/** What is grave is told whenever it is not zero, whatever a test says, with the last time that it happened. */
import type { Analysis, SeriesPoint } from "../../model/analysis.ts";
import type { Point } from "../../model/document/bulletin.ts";
import { formatNumber, formatPeriod, plural } from "../../model/format.ts";
import { type Period, samePeriod, shiftQuarters } from "../../model/period.ts";
import { type Context, findLine } from "../context/context.ts";
import { type CountedLine, countedLines, shortName } from "../context/lines.ts";
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
