/** What the bulletin of the quarter before announced, and what has become of it. */
import { readingOf } from "../../model/analysis.ts";
import type { Point } from "../../model/document/front-page.ts";
import { formatNumber, formatPeriod } from "../../model/format.ts";
import { lineKey } from "../../nomenclature/index.ts";
import type { Context } from "../context/context.ts";
import type { CountedLine } from "../context/lines.ts";
import { joinNames, lowerFirst } from "../words/words.ts";
import { type Announced, announced } from "./announced.ts";

/** What was announced of the quarter before, as its own bulletin said it. */
export const announcedBefore = (c: Context): readonly Announced[] =>
  c.before === null
    ? []
    : announced({ ...c, analysis: c.before, before: null }).filter(({ quarter }) => quarter !== null);

/** Is this line announced again, in the same direction? */
export const wasAnnounced = (c: Context, { line, direction }: Pick<Announced, "line" | "direction">): boolean =>
  announcedBefore(c).some((x) => x.direction === direction && isSameLine(x.line, line));

const isSameLine = (a: CountedLine, b: CountedLine): boolean => lineKey(a.whole) === lineKey(b.whole);

/** One point for the announcements that did not last; those that did are told with their line (points.ts). */
export function followUpPoints(c: Context): readonly Point[] {
  const now = announced(c);
  const fallen = announcedBefore(c).flatMap((x) => {
    const own = c.analysis.analyses.find((a) => lineKey(a) === lineKey(x.line.whole) && a.force === x.line.whole.force);
    const goesOn = now.some(
      ({ line, direction, same }) =>
        direction === x.direction && [line, ...same].some((one) => isSameLine(one, x.line)),
    );
    if (!own || own.quarter.value === null || goesOn || readingOf(own)?.verdict === "not-judged") return [];
    const what = x.direction === "rise" ? "la hausse" : "la baisse";
    return [
      `${what} pour ${lowerFirst(x.name)} (${formatNumber(own.quarter.value)} ce trimestre, un nombre ordinaire)`,
    ];
  });
  if (fallen.length === 0 || c.before === null) return [];
  return [
    {
      tag: "Non confirmé",
      mark: null,
      lead: "",
      text: `Dit au ${formatPeriod(c.before.quarter)} et retombé depuis : ${joinNames(fallen)}.`,
    },
  ];
}
