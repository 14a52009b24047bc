/** What is said of a verdict beyond its words (model/degree.ts): what each degree promises, the sure end of a change, the shape of a course. */
import { type Analysis, type Comparison, lastingOf, readingOf, type Shape } from "../../model/analysis.ts";
import { compareDegrees, type Direction, degreeOf, directionOf } from "../../model/degree.ts";
import { formatNumber, formatPeriod, NNBSP } from "../../model/format.ts";
import { yearOf } from "../../model/period.ts";

/** Printed in place of a verdict where the way of counting changed between the two periods. */
export const BREAK_WORDING = "rupture de série";

/** Under each table that holds marks. */
export const MARK_NOTE = "Triangle plein : établi ; creux : à suivre ; sans signe : ordinaire.";

/** What each degree promises, for the method and for the note under a table. */
export const DEGREE_MEANINGS = [
  {
    term: "Établi (triangle plein)",
    text: "un écart que ni le hasard ni les séries de faits n'expliquent : sur cent bulletins où rien n'a changé, cinq au plus en annoncent un à tort.",
  },
  {
    term: "À suivre (triangle creux)",
    text: "plus, ou moins, que d'ordinaire, sans que ce soit établi : à confirmer aux prochains trimestres. Sur cent bulletins où rien n'a changé, quinze au plus en signalent un.",
  },
  {
    term: "Ordinaire (sans signe)",
    text: "un nombre comme la commune en connaît d'une année à l'autre. Cela ne prouve pas que rien n'a changé.",
  },
] as const;

/** The sure end of an announced change: "au moins deux fois plus", "au moins 1,5 fois moins", "au moins 12 % de plus"; "" where it says nothing. */
export function sureEnd({ ratio, verdict }: Pick<Comparison, "ratio" | "verdict">): string {
  const direction = directionOf(verdict);
  if (ratio === null || direction === null) return "";
  return atLeast(direction === "rise" ? ratio.low : (ratio.high ?? Number.POSITIVE_INFINITY), direction);
}

/** @param ratio after / before, at the end of its interval that is nearest to no change */
function atLeast(ratio: number, direction: Direction): string {
  const more = direction === "rise" ? "plus" : "moins";
  const times = direction === "rise" ? ratio : 1 / ratio;
  const halves = Math.floor(times * 2) / 2;
  if (halves >= 1.5) return `au moins ${TIMES[halves] ?? String(halves).replace(".", ",")} fois ${more}`;
  const share = Math.floor((direction === "rise" ? times - 1 : 1 - 1 / times) * 100);
  return share >= 5 ? `au moins ${share}${NNBSP}% de ${more}` : "";
}
const TIMES: Readonly<Record<number, string>> = { 2: "deux", 3: "trois", 4: "quatre", 5: "cinq", 6: "six", 10: "dix" };

/** "en baisse d'environ 15 % par an depuis 2022"; "niveau changé vers le 1er trimestre 2024 : environ deux fois moins qu'avant" */
export function shapeWords({ kind, since, change }: Shape): string {
  const share = `${formatNumber(Math.abs(change) * 100)}${NNBSP}%`;
  if (kind === "trend")
    return `en ${change > 0 ? "hausse" : "baisse"} d'environ ${share} par an depuis ${yearOf(since.first)}`;
  return `niveau changé vers le ${formatPeriod(since)}, environ ${share} de ${change > 0 ? "plus" : "moins"} qu'avant`;
}

/**
 * What a figure shows, as its title says it: "au moins deux fois plus que d'ordinaire", "plus que d'ordinaire, à suivre", "au moins 20 % de moins sur
 * douze mois", "au moins deux fois moins depuis le 1er trimestre 2024"; "" where nothing is told. No number but those that a test warrants.
 */
export function finding(a: Analysis): string {
  const [first] = [readingOf(a), lastingOf(a)]
    .flatMap((x) => (x && directionOf(x.verdict) !== null ? [x] : []))
    .toSorted((x, y) => compareDegrees(degreeOf(x.verdict), degreeOf(y.verdict)));
  if (first !== undefined) {
    const more = directionOf(first.verdict) === "rise" ? "plus" : "moins";
    const than = first === readingOf(a) ? "que d'ordinaire" : "sur douze mois";
    return degreeOf(first.verdict) === "established"
      ? `${sureEnd(first) || `nettement ${more}`} ${than}`
      : `${more} ${than}, à suivre`;
  }
  if (!a.shape?.told) return "";
  const { kind, since, change, low, high } = a.shape;
  const sure = kind === "step" ? atLeast(1 + (change > 0 ? low : high), change > 0 ? "rise" : "fall") : "";
  return sure === "" ? shapeWords(a.shape) : `${sure} depuis le ${formatPeriod(since)}`;
}
