/** What is said of a verdict beyond its words (model/degree.ts): what each degree promises, the course over the years, the title of a figure. */
import type { Shape } from "../../model/analysis.ts";
import { formatPeriod } from "../../model/format.ts";
import { monthIndex, type Period, yearOf } from "../../model/period.ts";
import { courseSize } from "./size.ts";

/** Printed in place of a verdict where the way of counting changed between the two periods. */
export const BREAK_WORDING = "rupture de série";

/** Under each table that holds marks. */
export const MARK_NOTE =
  "Triangle plein : établi ; creux : à suivre ; sans signe : ordinaire, sauf les faits graves, qui ne sont pas jugés.";

/** What « au moins 1,5 fois » says. */
export const AT_LEAST_NOTE =
  "« Au moins » : ce qui reste de l'écart quand on en ôte tout ce que le hasard peut y avoir mis.";

/** What each degree promises, for the method and for the note under a table. */
export const DEGREE_MEANINGS = [
  {
    term: "Établi (triangle plein)",
    text: "un écart que le hasard et les séries de faits expliquent mal : sur cent bulletins où rien n'a changé, cinq au plus en annoncent un à tort.",
  },
  {
    term: "À suivre (triangle creux)",
    text: "davantage, ou moins, que d'ordinaire, sur le trimestre, sur douze mois ou depuis plusieurs années, sans que ce soit établi : à confirmer aux prochains trimestres. Sur cent bulletins où rien n'a changé, quinze au plus en signalent un.",
  },
  {
    term: "Ordinaire (sans signe)",
    text: "un nombre pour lequel rien ne serait annoncé. Cela ne prouve pas que rien n'a changé.",
  },
  {
    term: "Fait grave",
    text: "un homicide, un vol avec arme, une violence sexuelle : toujours dits, jamais jugés par un calcul.",
  },
] as const;

export const WAY = { rise: "en hausse", fall: "en baisse" } as const;

/** What a course seems like, where its quarter does not deny it: "en baisse d'environ 24 % par an (de 15 à 31 %) depuis 2022". */
export function shapeWords(shape: Shape): string {
  const { kind, since, between, change } = shape;
  if (kind === "trend")
    return `en ${change > 0 ? "hausse" : "baisse"} ${courseSize(shape)} depuis ${yearOf(since.first)}`;
  const level = `plus ${change > 0 ? "haut" : "bas"}`;
  if (kind === "changed") return `niveau ${level} qu'en ${yearOf(since.first)}, ${courseSize(shape)}`;
  return `niveau ${level} ${between === null ? "depuis un an environ" : sinceWords(between)}, ${courseSize(shape)}`;
}

/** "depuis le 1er trimestre 2024"; "depuis une date entre le 3e trimestre 2023 et le 1er trimestre 2024" */
const sinceWords = ({ first, last }: { readonly first: Period; readonly last: Period }): string =>
  monthIndex(first.first) === monthIndex(last.first)
    ? `depuis le ${formatPeriod(first)}`
    : `depuis une date entre le ${formatPeriod(first)} et le ${formatPeriod(last)}`;

/** "après quatre ans de baisse", "alors que le niveau était plus haut depuis un an environ": a course that the quarter goes against. */
export function pastWords({ kind, change, quarters, between }: Shape): string {
  if (kind === "step")
    return `alors que le niveau était plus ${change > 0 ? "haut" : "bas"} ${between === null ? "depuis un an environ" : sinceWords(between)}`;
  const years = Math.floor(quarters / 4);
  return `après ${YEARS[years] ?? String(years)} ans de ${change > 0 ? "hausse" : "baisse"}`;
}
const YEARS: Readonly<Record<number, string>> = { 3: "trois", 4: "quatre", 5: "cinq", 6: "six", 7: "sept", 8: "huit" };
