/** One or two sentences that sum up a table or a set of charts before the reader meets its numbers. */
import { type OrdinaryRange, readingOf } from "../../model/analysis.ts";
import type { Verdict } from "../../model/degree.ts";
import { formatNumber, joinWords, plural } from "../../model/format.ts";
import type { Line } from "../context/lines.ts";

/** The verdicts in the order in which they are said, with the words that follow "1" and "7". */
const GROUPS: readonly { readonly verdicts: readonly Verdict[]; readonly one: string; readonly many: string }[] = [
  { verdicts: ["rise-established"], one: "est en hausse établie", many: "sont en hausse établie" },
  { verdicts: ["fall-established"], one: "est en baisse établie", many: "sont en baisse établie" },
  { verdicts: ["rise-to-follow"], one: "est en hausse à suivre", many: "sont en hausse à suivre" },
  { verdicts: ["fall-to-follow"], one: "est en baisse à suivre", many: "sont en baisse à suivre" },
  { verdicts: ["ordinary", "none"], one: "est ordinaire", many: "sont ordinaires" },
  { verdicts: ["not-judged"], one: "n'est pas comparable", many: "ne sont pas comparables" },
];

/** "Sur 10 lignes, au regard du trimestre, 1 est en hausse établie, 7 sont ordinaires et 2 ne sont pas comparables." */
export function readingsOverview(all: readonly Line[]): string {
  const lines = all.filter((l) => !l.whole?.grave);
  const verdicts = lines.flatMap((l) => (l.whole === null ? [] : [readingOf(l.whole)?.verdict ?? "not-judged"]));
  const grave = all.length - lines.length;
  const apart =
    grave === 0
      ? ""
      : ` ${plural(grave, "ligne de faits graves n'est pas jugée", "lignes de faits graves ne sont pas jugées")}.`;
  const groups = GROUPS.map((g) => ({ ...g, count: verdicts.filter((v) => g.verdicts.includes(v)).length })).filter(
    (g) => g.count > 0,
  );
  const [first, second] = groups;
  if (first === undefined) return "";
  if (second === undefined)
    return first.count === 1
      ? `La seule ligne ${first.one}.${apart}`
      : `Les ${formatNumber(first.count)} lignes ${first.many}.${apart}`;
  const parts = groups.map((g) => `${formatNumber(g.count)} ${g.count === 1 ? g.one : g.many}`);
  return `Sur ${plural(verdicts.length, "ligne")}, ${joinWords(parts)}.${apart}`;
}

/** "rien ne serait annoncé de 2 à 17" */
export const ordinaryWords = ({ low, high }: OrdinaryRange): string =>
  low === high
    ? `rien ne serait annoncé à ${formatNumber(low)}`
    : `rien ne serait annoncé de ${formatNumber(low)} à ${formatNumber(high)}`;
