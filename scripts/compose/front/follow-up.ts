/** What earlier bulletins announced, and what has become of it. */
import { type Announcement, lastingOf, readingOf, type Told } from "../../model/analysis.ts";
import { directionOf } from "../../model/degree.ts";
import type { Point } from "../../model/document/bulletin.ts";
import { formatNumber, formatPeriod } from "../../model/format.ts";
import { samePeriod, shiftQuarters } from "../../model/period.ts";
import { lineKey } from "../../nomenclature/index.ts";
import type { Context } from "../context/context.ts";
import { type CountedLine, countedLines, shortName } from "../context/lines.ts";
import { plainPoint } from "../words/present.ts";
import { lowerFirst } from "../words/words.ts";
import { type Announced, announced } from "./announced.ts";

const isOf = ({ whole }: CountedLine, a: Announcement): boolean =>
  lineKey(a) === lineKey(whole) && a.force === whole.force;

/** "confirme ce qui était dit au 2e trimestre 2026", "dit depuis le 4e trimestre 2025"; "" for what is new. */
export function knownSince(c: Context, { line, direction }: Pick<Announced, "line" | "direction">): string {
  let since: Told | undefined;
  for (const told of c.earlier) {
    const isNext = samePeriod(told.quarter, shiftQuarters(since?.quarter ?? c.quarter, -1));
    if (!isNext || !told.announcements.some((a) => isOf(line, a) && a.direction === direction)) break;
    since = told;
  }
  if (since === undefined) return "";
  const period = formatPeriod(since.quarter);
  return since === c.earlier[0] ? `confirme ce qui était dit au ${period}` : `dit depuis le ${period}`;
}

/** One point for the announcements of the last bulletin that did not last; those that did are told with their line (points.ts). */
export function followUpPoints(c: Context): readonly Point[] {
  const [last] = c.earlier;
  if (last === undefined) return [];
  const now = announced(c).flatMap(({ line, same, direction }) => [line, ...same].map((one) => ({ one, direction })));
  const fallen = countedLines(c).flatMap((line) => {
    const { whole } = line;
    if (whole.quarter.value === null) return [];
    const [first] = last.announcements.filter((a) => isOf(line, a)).toSorted((a) => (a.of === "quarter" ? -1 : 1));
    if (!first || isSaidByAnother(first, last.announcements)) return [];
    const goesOn = now.some(({ one, direction }) => one.whole === whole && direction === first.direction);
    const verdict = (first.of === "quarter" ? readingOf(whole) : lastingOf(whole))?.verdict ?? "not-judged";
    return goesOn || verdict === "not-judged" ? [] : [fallenWords(c, line, first)];
  });
  if (fallen.length === 0) return [];
  return [
    plainPoint("Non confirmé", `Dit au ${formatPeriod(last.quarter)} et retombé depuis : ${fallen.join(" ; ")}.`),
  ];
}

/** A family that one of its lines moved is told with that line. */
const isSaidByAnother = (a: Announcement, all: readonly Announcement[]): boolean =>
  a.family === null &&
  all.some((x) => x.family !== null && x.direction === a.direction && [a.indicator, a.label].includes(x.family));

/** "la hausse pour cambriolages de logement (8 ce trimestre)"; what has turned round is told with its line as well. */
function fallenWords(c: Context, line: CountedLine, { of, direction }: Announcement): string {
  const what = direction === "rise" ? "la hausse" : "la baisse";
  const figure = of === "quarter" ? line.whole.quarter : line.whole.rolling;
  const turned = directionOf(readingOf(line.whole)?.verdict ?? "not-judged") !== null;
  const ending = turned ? "" : ", un nombre ordinaire";
  return `${what} pour ${lowerFirst(shortName(c, line))} (${formatNumber(figure.value ?? 0)} ${of === "quarter" ? "ce trimestre" : "sur douze mois"}${ending})`;
}
