/** The words beside a chart: the quarter against its range, the last twelve months, the long view. */
import {
  type Analysis,
  comparisonOf,
  lastingOf,
  type OrdinaryRange,
  rangeOf,
  readingOf,
} from "../../model/analysis.ts";
import { isAnnounced, VERDICT_WORDS } from "../../model/degree.ts";
import { formatNumber, upperFirst } from "../../model/format.ts";
import type { Context } from "../context/context.ts";
import { lastTime } from "../words/last-time.ts";
import { present } from "../words/present.ts";
import { pastWords, shapeWords } from "../words/verdicts.ts";
import { countWord, recordedFacts } from "../words/words.ts";

/** A break in series stands on its chart, with its reason in « Méthode ». */
export const chartReading = (c: Context, a: Analysis): string =>
  present(
    quarterSentence(c, a),
    rollingSentence(a),
    a.shape?.told && `${upperFirst(a.shape.denied ? pastWords(a.shape) : shapeWords(a.shape))}.`,
  ).join(" ");

function quarterSentence(c: Context, a: Analysis): string {
  if (a.quarter.value === null) return `Le nombre du ${c.name} n'est pas disponible.`;
  const start = `${upperFirst(recordedFacts(a.quarter.value))} au ${c.name}`;
  const range = rangeOf(a);
  if (a.grave) return `${start}${a.quarter.value === 0 ? "" : lastTime(a)}.`;
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

/** " (6,9 pour 1 000 habitants)"; nothing without a rate. */
function rateWords({ rate }: Analysis): string {
  if (rate === null) return "";
  const value = formatNumber(rate.value, rate.value < 1 ? 2 : 1);
  return ` (${value} pour ${formatNumber(1000)} ${rate.denominator})`;
}

/** "rien ne serait annoncé de 2 à 17" */
export const ordinaryWords = ({ low, high }: OrdinaryRange): string =>
  low === high
    ? `rien ne serait annoncé à ${formatNumber(low)}`
    : `rien ne serait annoncé de ${formatNumber(low)} à ${formatNumber(high)}`;
