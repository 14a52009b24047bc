/** What is grave is told whenever it is not zero, whatever a test says, with the last time that it happened. */

import type { SeriesPoint } from "../../model/analysis.ts";
import type { Point } from "../../model/document/front-page.ts";
import { formatNumber, formatPeriod, plural } from "../../model/format.ts";
import { type Period, samePeriod, shiftQuarters } from "../../model/period.ts";
import { type Context, findLine } from "../context/context.ts";
import { type CountedLine, linesOf, shortName } from "../context/lines.ts";
import { lowerFirst, ofWord, upperFirst } from "../words/words.ts";

/** One point, or none where no grave line has a number. */
export function gravePoints(c: Context): readonly Point[] {
  const lines = c.nomenclature.statements.flatMap((s) =>
    linesOf(c, s.id).flatMap((line) => {
      const { whole } = line;
      const isGrave = whole !== null && findLine(c, s.id, whole.indicator)?.grave === true;
      return isGrave && whole.quarter.value !== null ? [{ ...line, whole }] : [];
    }),
  );
  if (lines.length === 0) return [];
  const happened = lines.filter(({ whole }) => whole.quarter.value !== 0);
  const none = lines.filter(({ whole }) => whole.quarter.value === 0).map((line) => lowerFirst(shortName(c, line)));
  const said = happened
    .map((line) => `${lowerFirst(shortName(c, line))} : ${counted(line)}${lastTime(line)}`)
    .join(" ; ");
  const sentences = [
    ...(said === "" ? [] : [`${upperFirst(said)}.`]),
    ...(none.length === 0 ? [] : [`${noneOf(none)} ce trimestre.`]),
  ];
  return [{ tag: "Faits graves", mark: null, lead: "", text: sentences.join(" ") }];
}

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
