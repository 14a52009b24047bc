/** What earlier bulletins announced, and what has become of it. */
import { type Comparison, lastingOf, readingOf } from "../../model/analysis.ts";
import type { Point } from "../../model/document/front-page.ts";
import type { Announcement, Told } from "../../model/edition.ts";
import { formatPeriod } from "../../model/format.ts";
import { samePeriod, shiftQuarters } from "../../model/period.ts";
import { lineKey } from "../../nomenclature/index.ts";
import type { Context } from "../context/context.ts";
import { type CountedLine, countedLines, shortName } from "../context/lines.ts";
import { finding, plainPoint } from "../words/present.ts";
import { WAY } from "../words/verdicts.ts";
import { countWord, formatMean, lowerFirst } from "../words/words.ts";
import { type Announced, announced, subjectOf } from "./announced.ts";

const isOf = ({ whole }: CountedLine, a: Announcement): boolean =>
  lineKey(a) === lineKey(whole) && a.force === whole.force;

/**
 * "déjà dit au 2e trimestre 2026", "déjà dit depuis le 4e trimestre 2025", "dit en baisse au 2e trimestre 2026"; "" for what is new. Twelve months
 * share nine with those of before.
 */
export function knownSince(c: Context, { line, same, direction, quarter, year }: Announced): string {
  let since: Told | undefined;
  for (const told of c.earlier) {
    const isNext = samePeriod(told.quarter, shiftQuarters(since?.quarter ?? c.quarter, -1));
    if (!isNext || !told.announcements.some((a) => isOf(line, a) && a.direction === direction)) break;
    since = told;
  }
  if (since === undefined) {
    const [last] = c.earlier;
    const other = last?.announcements.find((a) => [line, ...same].some((one) => isOf(one, a)));
    return last && other ? `dit ${WAY[other.direction]} au ${formatPeriod(last.quarter)}` : "";
  }
  return `déjà dit ${since === c.earlier[0] ? "au" : "depuis le"} ${formatPeriod(since.quarter)}${year && !quarter ? " (neuf des douze mois sont les mêmes)" : ""}`;
}

/** What the bulletin before announced and this one does not: a line each. What goes on, or has turned, is told with its line (points.ts). */
export interface NotConfirmed {
  readonly line: CountedLine;
  readonly announcement: Announcement;
  readonly text: string;
  /** Is the quarter back under the mean of before, or over it for a fall? */
  readonly isBack: boolean;
}

export function notConfirmed(c: Context): readonly NotConfirmed[] {
  const [last] = c.earlier;
  if (last === undefined) return [];
  const told = new Set(announced(c).flatMap(({ line, same }) => [line, ...same].map((one) => subjectOf(c, one))));
  const all = countedLines(c).flatMap((line): readonly NotConfirmed[] => {
    const { whole } = line;
    if (whole.quarter.value === null || whole.grave || told.has(subjectOf(c, line))) return [];
    const [first] = last.announcements.filter((a) => isOf(line, a)).toSorted((a) => (a.of === "quarter" ? -1 : 1));
    if (!first || isSaidByAnother(first, last.announcements)) return [];
    const verdict = (first.of === "quarter" ? readingOf(whole) : lastingOf(whole))?.verdict ?? "not-judged";
    return verdict === "not-judged" ? [] : [outcome(c, line, first)];
  });
  return [...Map.groupBy(all, ({ line }) => subjectOf(c, line)).values()].flatMap(([first]) => first ?? []);
}

export function followUpPoints(c: Context): readonly Point[] {
  const [last] = c.earlier;
  const all = notConfirmed(c);
  if (last === undefined || all.length === 0) return [];
  const findings = all.map(({ line, announcement: { direction } }) =>
    finding("followed", subjectOf(c, line), { direction, number: line.whole.quarter.value }),
  );
  const text = `Dit au ${formatPeriod(last.quarter)}, pas confirmé ce trimestre : ${all.map((one) => one.text).join(" ; ")}.`;
  return [{ ...plainPoint("Pas confirmé", text), findings }];
}

/** A family that one of its lines moved is told with that line. */
const isSaidByAnother = (a: Announcement, all: readonly Announcement[]): boolean =>
  a.family === null &&
  all.some((x) => x.family !== null && x.direction === a.direction && [a.indicator, a.label].includes(x.family));

/** "vols violents, en hausse alors (6 ce trimestre), 21 sur douze mois contre 8 par an : à surveiller": « de nouveau sous » the mean of before only where it is. */
function outcome(c: Context, line: CountedLine, announcement: Announcement): NotConfirmed {
  const { whole } = line;
  const { direction } = announcement;
  const [quarter, year] = [readingOf(whole), lastingOf(whole)];
  const isBeyond = (x: Comparison | undefined): boolean => {
    const mean = (x?.before.value ?? 0) / (x?.exposure ?? 1);
    return direction === "rise" ? (x?.after.value ?? 0) > mean : (x?.after.value ?? 0) < mean;
  };
  const isBack = !isBeyond(quarter);
  const what = `${lowerFirst(shortName(c, line))}, ${WAY[direction]} alors (${countWord(whole.quarter.value ?? 0)} ce trimestre)`;
  const months =
    year?.before.value == null || year.after.value === null || !isBeyond(year)
      ? ""
      : `, ${countWord(year.after.value)} sur douze mois contre ${formatMean(year.before.value, year.exposure)} par an`;
  const back =
    direction === "rise" ? "de nouveau sous la moyenne d'avant" : "de nouveau au-dessus de la moyenne d'avant";
  const end = months !== "" ? " : à surveiller" : isBack ? `, ${back}` : "";
  return { line, announcement, isBack, text: `${what}${months}${end}` };
}
