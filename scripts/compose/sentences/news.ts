/** The news of one line, after its name: in the headline, over its figure. */
import type { Analysis, Comparison } from "../../model/analysis.ts";
import { degreeOf, directionOf } from "../../model/degree.ts";
import type { Said } from "../context/said.ts";
import { present } from "../words/present.ts";
import { isOfYear, sizeWords } from "../words/size.ts";
import { pastWords, WAY } from "../words/verdicts.ts";
import { countWord } from "../words/words.ts";

/**
 * What is said of a line, after its name: " en nette hausse : 26, environ 4 fois le niveau de la saison (6)", " en baisse sur douze mois, à suivre : …",
 * " : 24, contre 8 un an plus tôt, après quatre ans de baisse".
 */
export function newsOf({ quarter, quarterBefore }: Analysis, said: Said): string {
  const [now, before] = [quarter.value ?? 0, quarterBefore.value];
  if (said.denied)
    return ` : ${present(countWord(now), before !== null && `contre ${countWord(before)} un an plus tôt`, pastWords(said.denied)).join(", ")}`;
  const surest = [said.quarter, said.year].find((x) => x?.verdict === said.sign);
  if (surest) return ` ${comparisonNews(surest)}`;
  if (said.shape?.kind === "trend") return ` ${WAY[said.direction]} depuis plusieurs années, à suivre`;
  return ` à un niveau plus ${said.direction === "rise" ? "haut" : "bas"} qu'avant, à suivre`;
}

/** "en nette hausse : 26, environ 4 fois le niveau de la saison (6)" */
export function comparisonNews(x: Comparison): string {
  const isSure = degreeOf(x.verdict) === "established";
  const way = directionOf(x.verdict) === "rise" ? "hausse" : "baisse";
  const span = isOfYear(x) ? " sur douze mois" : isSure ? "" : " ce trimestre";
  const start = `en ${isSure ? "nette " : ""}${way}${span}${isSure ? "" : ", à suivre"}`;
  return present(`${start} : ${countWord(x.after.value ?? 0)}`, sizeWords(x)).join(", ");
}
