/** One or two sentences that sum up a table or a set of charts before the reader meets its numbers. */
import { type Analysis, comparisonOf, type ExpectedRange, type ReadingWord, readingOf } from "../../model/analysis.ts";
import { formatNumber, plural } from "../../model/format.ts";
import type { Line } from "../context/lines.ts";
import { formatMean, isTold, joinNames, joinWords, LADDER, quoted } from "../words/words.ts";

/** The readings in the order in which they are said, with the words that follow "1" and "7". */
const GROUPS: readonly { readonly words: readonly ReadingWord[]; readonly one: string; readonly many: string }[] = [
  { words: ["marked-rise"], one: "est en hausse nette", many: "sont en hausse nette" },
  { words: ["rise"], one: "est en hausse", many: "sont en hausse" },
  { words: ["marked-fall"], one: "est en baisse nette", many: "sont en baisse nette" },
  { words: ["fall"], one: "est en baisse", many: "sont en baisse" },
  { words: ["no-clear-change"], one: "est sans évolution claire", many: "sont sans évolution claire" },
  {
    words: ["too-few", "none"],
    one: "a des nombres nuls ou trop petits pour conclure",
    many: "ont des nombres nuls ou trop petits pour conclure",
  },
  { words: ["not-tested"], one: "n'est pas comparable", many: "ne sont pas comparables" },
];

/** "Sur 10 lignes, 1 est en hausse nette, 7 sont sans évolution claire et 2 ne sont pas comparables." */
export function readingsOverview(lines: readonly Line[]): string {
  const words = lines.flatMap((l) => (l.whole === null ? [] : [readingOf(l.whole)?.reading ?? "not-tested"]));
  const groups = GROUPS.map((g) => ({ ...g, count: words.filter((w) => g.words.includes(w)).length })).filter(
    (g) => g.count > 0,
  );
  const [first, second] = groups;
  if (first === undefined) return "";
  if (second === undefined)
    return first.count === 1
      ? `La seule ligne ${first.one}.`
      : `Les ${formatNumber(first.count)} lignes ${first.many}.`;
  const parts = groups.map((g) => `${formatNumber(g.count)} ${g.count === 1 ? g.one : g.many}`);
  return `Sur ${plural(words.length, "ligne")}, ${joinWords(parts)}.`;
}

/** The lines whose quarter leaves its expected range, all of them, and how many would do so by chance alone. */
export function rangesOverview(lines: readonly Line[]): string {
  const judged = lines.filter(({ whole }) => whole !== null && whole.position !== "unknown");
  if (judged.length === 0) return "";
  const names = (position: Analysis["position"]) =>
    outsideNames(judged.filter(({ whole }) => whole?.position === position));
  const above = names("above");
  const below = names("below");
  if (above === "" && below === "")
    return `Ce trimestre, aucun nombre ne sort de son intervalle attendu (${plural(judged.length, "série jugée", "séries jugées")}).`;
  const places = [...(above === "" ? [] : [`au-dessus, ${above}`]), ...(below === "" ? [] : [`en dessous, ${below}`])];
  return (
    `Ce trimestre, sortent de leur intervalle attendu : ${places.join(" ; ")}. ` +
    `Le seul hasard fait sortir environ une série sur vingt (${plural(judged.length, "série jugée", "séries jugées")}).`
  );
}

/** « Homicides » (3, attendu de 0 à 1) et « Vols » (…): however many, for a list that says « hors de l'intervalle » names them all. */
export const outsideNames = (lines: readonly Line[]): string =>
  joinWords(
    lines.flatMap(({ label, whole }) =>
      whole?.range == null
        ? []
        : [`${quoted(label)} (${formatNumber(whole.quarter.value ?? 0)}, attendu ${rangeWords(whole.range)})`],
    ),
  );

export const rangeWords = (range: ExpectedRange): string =>
  range.low === range.high ? formatNumber(range.low) : `de ${formatNumber(range.low)} à ${formatNumber(range.high)}`;

/** "se détache « Vols » (48, contre 79 en moyenne de 2023 à 2025, baisse)". */
export function cumulativeOverview(lines: readonly Line[]): string {
  const told = lines.flatMap((l) => {
    const comparison = l.whole === null ? undefined : comparisonOf(l.whole, "cumulative-pooled");
    return comparison && isTold(comparison.reading) ? [{ l, comparison }] : [];
  });
  if (told.length === 0) return "aucune ligne ne se détache";
  const items = told.map(({ l, comparison: { after, before, exposure, reading } }) => {
    const mean = `${formatMean(before.value ?? 0, exposure)}${exposure > 1 ? " en moyenne" : ""}`;
    return `${quoted(l.label)} (${formatNumber(after.value ?? 0)} contre ${mean}, ${LADDER[reading].short})`;
  });
  return `${told.length === 1 ? "se détache" : "se détachent"} ${joinNames(items)}`;
}
