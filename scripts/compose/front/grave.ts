/** What is grave is told whenever it is not zero, whatever a test says, with the last time that it happened. */
import type { SeriesPoint } from "../../model/analysis.ts";
import type { Point } from "../../model/document/bulletin.ts";
import type { Finding } from "../../model/document/finding.ts";
import { formatNumber, formatPeriod, plural } from "../../model/format.ts";
import { type Period, samePeriod, shiftQuarters } from "../../model/period.ts";
import type { Context } from "../context/context.ts";
import { type CountedLine, countedLines, shortName } from "../context/lines.ts";
import { plainPoint, present } from "../words/present.ts";
import { lowerFirst, ofWord, upperFirst } from "../words/words.ts";

/** The lines of grave facts that have a number. */
export const graveLines = (c: Context): readonly CountedLine[] =>
  countedLines(c).filter(({ whole }) => whole.grave && whole.quarter.value !== null);

/** Of those, the ones that happened. */
export const graveFacts = (c: Context): readonly CountedLine[] =>
  graveLines(c).filter(({ whole }) => whole.quarter.value !== 0);

export const graveFinding = ({ key, whole }: CountedLine): Finding => ({
  of: "grave",
  subject: key,
  direction: null,
  degree: null,
  number: whole.quarter.value,
});

/** One point, or none where no grave line has a number. */
export function gravePoints(c: Context): readonly Point[] {
  const lines = graveLines(c);
  if (lines.length === 0) return [];
  const happened = graveFacts(c);
  const none = lines.filter(({ whole }) => whole.quarter.value === 0).map((line) => lowerFirst(shortName(c, line)));
  const said = happened.map((line) => `${lowerFirst(shortName(c, line))} : ${graveWords(line)}`).join(" ; ");
  const sentences = present(said !== "" && `${upperFirst(said)}.`, none.length > 0 && `${noneOf(none)} ce trimestre.`);
  return [{ ...plainPoint("Faits graves", sentences.join(" ")), findings: happened.map(graveFinding) }];
}

/** "Pas d'homicide"; "Ni homicide, ni vol avec arme" */
const noneOf = (names: readonly string[]): string => {
  const single = names.map((name) => name.replace(/(\p{L}{3,})s(?!\p{L})/gu, "$1"));
  return names.length === 1 ? `Pas ${ofWord(single[0] ?? "")}` : `Ni ${single.join(", ni ")}`;
};

/** "1 fait ce trimestre, 2 sur douze mois, le premier depuis le 4e trimestre 2021" */
export function graveWords({ whole: { series, quarter, rolling } }: CountedLine): string {
  const count = quarter.value ?? 0;
  const year =
    rolling.value === null || rolling.value === count ? "" : `, ${formatNumber(rolling.value)} sur douze mois`;
  return `${plural(count, "fait")} ce trimestre${year}${lastTime({ series, quarter, rolling })}`;
}

/** ", le premier depuis le 4e trimestre 2021", ", 2 le trimestre précédent"; ", aucun auparavant depuis …" when the series holds none. */
export function lastTime({
  series,
  quarter,
  rolling,
}: Pick<CountedLine["whole"], "series" | "quarter" | "rolling">): string {
  const earlier = series.slice(0, -1);
  const first = earlier.find(({ figure }) => figure.value !== null);
  const last = earlier.findLast(({ figure }) => (figure.value ?? 0) > 0);
  if (!first) return "";
  // A quarter that is not known may have held one.
  const since = earlier.slice(earlier.indexOf(last ?? first));
  const isKnown = since.every(({ figure }) => figure.value !== null) && isWhole(since, quarter.period);
  const known = isKnown ? "" : " connu";
  // Twelve months may hold what no known quarter does.
  if (!last && (rolling.value ?? 0) > (quarter.value ?? 0)) return "";
  if (!last) return `, aucun${known} auparavant depuis le ${formatPeriod(first.figure.period)}`;
  if (samePeriod(last.figure.period, shiftQuarters(quarter.period, -1)))
    return `, ${formatNumber(last.figure.value ?? 0)} le trimestre précédent`;
  const [one, several] = [`le premier${known}`, `les premiers${known && " connus"}`];
  return `, ${quarter.value === 1 ? one : several} depuis le ${formatPeriod(last.figure.period)}`;
}

/** Has every quarter from the first of these up to the one before `quarter` its point? */
const isWhole = (points: readonly SeriesPoint[], quarter: Period): boolean =>
  points.every(({ figure }, i) => samePeriod(figure.period, shiftQuarters(quarter, i - points.length)));
