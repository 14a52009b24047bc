/** A further edition says first what it changes: each count is set against that of the edition before. */

import type { Point } from "../../model/document/front-page.ts";
import { printedKey } from "../../model/edition.ts";
import { formatNumber, plural } from "../../model/format.ts";
import { periodKey, samePeriod } from "../../model/period.ts";
import type { Context } from "../context/context.ts";
import { countedLines, shortName } from "../context/lines.ts";
import { plainPoint } from "../words/present.ts";

/** Numbers that page one names; the others are counted, and stand in the tables. */
const MOST_NAMED = 6;

/** "Cambriolages de logement : 11 au lieu de 8"; nothing in a first edition. */
export function changePoints(c: Context): readonly Point[] {
  const { number } = c.edition;
  if (number === 1) return [];
  const title = `Édition ${formatNumber(number)}`;
  if (!c.printedBefore)
    return [
      plainPoint(title, "Les nombres de l'édition précédente ne sont plus là : ce qui change n'est pas dit ici."),
    ];
  const changed = changedCounts(c, c.printedBefore);
  const own = countedLines(c).flatMap((line) => {
    const found = changed.find(({ a, period }) => a === line.whole && samePeriod(period, c.quarter));
    return found ? [`${shortName(c, line)} : ${shown(found.now)} au lieu de ${shown(found.before)}`] : [];
  });
  const others =
    new Set(changed.filter(({ period }) => !samePeriod(period, c.quarter)).map(({ key }) => key)).size +
    Math.max(0, own.length - MOST_NAMED);
  const rest = others === 0 ? "" : plural(others, "autre nombre change", "autres nombres changent");
  const named = own.slice(0, MOST_NAMED).join(" ; ");
  const text =
    named !== ""
      ? `${named}${rest && ` ; ${rest}`}.`
      : rest !== ""
        ? `Aucun nombre du trimestre ne change ; ${rest} dans les comparaisons (voir « Révisions »).`
        : "Aucun nombre ne change : les textes ou les réglages seuls.";
  return [plainPoint(title, text)];
}

/** Those counts as they were, by printedKey: a bulletin that is made again says the same. */
export const changedBefore = (c: Context): Readonly<Record<string, number | null>> =>
  c.printedBefore && c.edition.number > 1
    ? Object.fromEntries(changedCounts(c, c.printedBefore).map(({ key, before }) => [key, before]))
    : {};

const shown = (count: number | null): string => (count === null ? "non connu" : formatNumber(count));

function changedCounts(c: Context, before: Readonly<Record<string, number | null>>) {
  return c.analysis.analyses.flatMap((a) => {
    const counts = a.comparisons.flatMap((x) => [
      ...x.before.periods.map((period, i) => ({ period, now: x.before.values[i] ?? null })),
      ...x.after.periods.map((period) => ({ period, now: x.after.value })),
    ]);
    const byKey = new Map(counts.map((count) => [printedKey(a, periodKey(count.period)), count]));
    return [...byKey].flatMap(([key, { period, now }]) => {
      const then = before[key] ?? null;
      return then === now ? [] : [{ a, key, period, now, before: then }];
    });
  });
}
