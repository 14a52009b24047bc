/**
 * One or two sentences that sum up a table or a set of charts before the reader meets its numbers; champ, source and notes: what each
 * covers, where it comes from, what its marks mean.
 */
import {
  type Analysis,
  comparisonOf,
  type Figure,
  lastingOf,
  type OrdinaryRange,
  rangeOf,
  readingOf,
} from "../../model/analysis.ts";
import { isAnnounced, VERDICT_WORDS, type Verdict } from "../../model/degree.ts";
import { formatNumber, plural } from "../../model/format.ts";
import type { StatementId } from "../../model/observation.ts";
import { type Context, monthAndYear, statementLabel } from "../context/context.ts";
import { receivedWords } from "../context/edition-day.ts";
import { type Line, onlyForce } from "../context/lines.ts";
import { shapeWords } from "../words/verdicts.ts";
import { atPeriod, countWord, joinNames, joinWords, lowerFirst, recordedFacts, upperFirst } from "../words/words.ts";

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
export function readingsOverview(lines: readonly Line[]): string {
  const verdicts = lines.flatMap((l) => (l.whole === null ? [] : [readingOf(l.whole)?.verdict ?? "not-judged"]));
  const groups = GROUPS.map((g) => ({ ...g, count: verdicts.filter((v) => g.verdicts.includes(v)).length })).filter(
    (g) => g.count > 0,
  );
  const [first, second] = groups;
  if (first === undefined) return "";
  if (second === undefined)
    return first.count === 1
      ? `La seule ligne ${first.one}.`
      : `Les ${formatNumber(first.count)} lignes ${first.many}.`;
  const parts = groups.map((g) => `${formatNumber(g.count)} ${g.count === 1 ? g.one : g.many}`);
  return `Sur ${plural(verdicts.length, "ligne")}, ${joinWords(parts)}.`;
}

/** "ordinaire : de 2 à 17"; "ordinaire : de 0 à 6, aucune baisse ne pourrait être vue" */
export const ordinaryWords = ({ low, high }: OrdinaryRange): string =>
  low === high
    ? `ordinaire : ${formatNumber(low)}`
    : `ordinaire : de ${formatNumber(low)} à ${formatNumber(high)}${low === 0 ? ", aucune baisse ne pourrait être vue" : ""}`;

/** The words beside a chart: the quarter against its range, the last twelve months, the long view. */
export function chartReading(c: Context, a: Analysis): string {
  return [quarterSentence(c, a), rollingSentence(a), longView(a), breakSentence(a)].filter((s) => s !== "").join(" ");
}

function quarterSentence(c: Context, a: Analysis): string {
  if (a.quarter.value === null) return `Le nombre du ${c.name} n'est pas disponible.`;
  const start = `${upperFirst(recordedFacts(a.quarter.value))} ${atPeriod(c.quarter)}`;
  const range = rangeOf(a);
  if (range === null) return `${start}.`;
  const verdict = readingOf(a)?.verdict ?? "not-judged";
  const told = isAnnounced(verdict) ? `, ${VERDICT_WORDS[verdict]}` : "";
  return `${start}${told} (${ordinaryWords(range)}).`;
}

function rollingSentence(a: Analysis): string {
  if (a.rolling.value === null) return "";
  const before =
    a.rollingBefore.value === null || comparisonOf(a, "rolling-year")?.acrossBreak
      ? ""
      : a.rollingBefore.value === a.rolling.value
        ? ", comme un an plus tôt"
        : `, contre ${countWord(a.rollingBefore.value)} un an plus tôt`;
  const verdict = lastingOf(a)?.verdict ?? "not-judged";
  const told = isAnnounced(verdict) ? ` : ${VERDICT_WORDS[verdict]}` : "";
  return `Sur douze mois : ${countWord(a.rolling.value)}${rateWords(a)}${before}${told}.`;
}

/** " (6,9 pour 1 000 habitants)"; nothing without a rate, or for no fact. */
function rateWords({ rate }: Analysis): string {
  if (rate === null || rate.count === 0) return "";
  const value = formatNumber(rate.value, rate.value < 1 ? 2 : 1);
  return ` (${value} pour ${formatNumber(1000)} ${rate.denominator})`;
}

const longView = (a: Analysis): string => (a.shape?.told ? `${upperFirst(shapeWords(a.shape))}.` : "");

const breakSentence = (a: Analysis): string =>
  a.series
    .flatMap((p) => (p.breakBefore === null ? [] : [p.breakBefore]))
    .map((b) => `Rupture de série en ${monthAndYear(b.from)} : ${lowerFirst(b.reason)}`)
    .join(" ");

/** "Rive-Blanche ; faits enregistrés par la police et la gendarmerie nationales." */
export function champ(c: Context, statement: StatementId, lines: readonly Line[]): string {
  const facts = `${c.settings.commune.name} ; faits enregistrés`;
  const force = onlyForce(lines);
  if (force === "PN") return `${facts} par la police nationale seule.`;
  if (force === "GN") return `${facts} par la gendarmerie nationale seule.`;
  // Only IS 101 is known to hold both forces; another statement holds them when it tells them apart.
  if (statement === "IS101" || lines.some((l) => l.police !== null && l.gendarmerie !== null))
    return `${facts} par la police et la gendarmerie nationales.`;
  return `${facts}, dans le champ de l'état ${statementLabel(c, statement)}.`;
}

/** "Direction …, état IS 101, livraison reçue le 8 avril 2026 ; chiffres provisoires." */
export function source(c: Context, statement: StatementId): string {
  const which = receivedWords(c);
  return `${c.settings.service}, état ${statementLabel(c, statement)}${which ? `, livraison ${which}` : ""} ; chiffres provisoires.`;
}

/** Names the lines whose figure the program computed from figures that were sent. */
export function derivedNote(
  lines: readonly Line[],
  figureOf: (line: Line) => Figure | null,
  what: string,
): readonly string[] {
  const derived = lines.filter((l) => figureOf(l)?.status === "derived");
  if (derived.length === 0) return [];
  const which =
    derived.length === lines.length && lines.length > 1 ? "toutes les lignes" : joinNames(derived.map((l) => l.label));
  return [`${what} : calculé par le programme à partir des chiffres transmis (somme ou différence) pour ${which}.`];
}
