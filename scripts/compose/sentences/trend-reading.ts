/** The words beside a chart: the quarter against its range, the last twelve months, the long view. */
import { type Analysis, comparisonOf, readingOf, type Trend } from "../../model/analysis.ts";
import { formatNumber, formatPercent, plural } from "../../model/format.ts";
import { type Context, monthAndYear } from "../context/context.ts";
import { atPeriod, isTold, recordedFacts, upperFirst } from "../words/words.ts";
import { rangeWords } from "./overview.ts";

/** With a smaller mean most quarters stand below it whatever happens (0 0 1 0 0): a long run on one side means nothing. */
const SHIFT_MEAN = 5;

export function chartReading(c: Context, a: Analysis): string {
  return [quarterSentence(c, a), rollingSentence(a), longView(a), breakSentence(a)].filter((s) => s !== "").join(" ");
}

function quarterSentence(c: Context, a: Analysis): string {
  if (a.quarter.value === null) return `Le nombre du ${c.name} n'est pas disponible.`;
  const start = `${upperFirst(recordedFacts(a.quarter.value))} ${atPeriod(c.quarter)}`;
  if (a.range === null || a.position === "unknown")
    return `${start} ; trop peu d'années ou de faits pour un intervalle attendu.`;
  const place =
    a.position === "above"
      ? "au-dessus de l'intervalle attendu"
      : a.position === "below"
        ? "en dessous de l'intervalle attendu"
        : "dans l'intervalle attendu";
  return `${start}, ${place} (${rangeWords(a.range)}).`;
}

function rollingSentence(a: Analysis): string {
  if (a.rolling.value === null) return "";
  const before =
    a.rollingBefore.value === null || comparisonOf(a, "rolling-year")?.acrossBreak
      ? ""
      : a.rollingBefore.value === a.rolling.value
        ? ", comme un an plus tôt"
        : `, contre ${countWord(a.rollingBefore.value)} un an plus tôt`;
  return `Sur douze mois : ${countWord(a.rolling.value)}${rateWords(a)}${before}.`;
}

const countWord = (count: number): string => (count === 0 ? "aucun" : formatNumber(count));

/** " (6,9 pour 1 000 habitants, population 2021)"; nothing without a rate, or for no fact. */
function rateWords({ rate }: Analysis): string {
  if (rate === null || rate.count === 0) return "";
  const value = formatNumber(rate.value, rate.value < 1 ? 2 : 1);
  const size = rate.denominator === "habitants" ? `population ${rate.year}` : `parc de ${rate.year}`;
  return ` (${value} pour ${formatNumber(1000)} ${rate.denominator}, ${size})`;
}

/** The level may have shifted: told of a line that stands out only, for one series in fifteen looks so by chance. */
function longView(a: Analysis): string {
  if (a.trend?.told) return trendSentence(a.trend);
  const reading = readingOf(a)?.reading ?? "not-tested";
  if (isTold(reading) && a.chart?.shift && a.chart.centre >= SHIFT_MEAN)
    return "Des trimestres restent longtemps du même côté de la médiane : le niveau a pu changer en cours de période.";
  return "";
}

const trendSentence = (t: Trend): string =>
  `Sur ${plural(t.quarters, "trimestre")}, ${t.yearly > 0 ? "hausse" : "baisse"} régulière estimée à ` +
  `${formatPercent(t.yearly)} par an (entre ${formatPercent(t.low)} et ${formatPercent(t.high)}).`;

const breakSentence = (a: Analysis): string =>
  a.series
    .flatMap((p) => (p.breakBefore === null ? [] : [p.breakBefore]))
    .map((b) => `Rupture de série en ${monthAndYear(b.from)} : ${lowerFirst(b.reason)}`)
    .join(" ");

/** "Changement de logiciel." => "changement de logiciel."; "ILS comptées à part." keeps its capitals. */
const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
