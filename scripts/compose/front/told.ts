/** What is said of a subject that is announced, part by part: on page one, in the questions, in the review of the year. */
import { type Comparison, comparisonOf } from "../../model/analysis.ts";
import { VERDICT_WORDS } from "../../model/degree.ts";
import { formatNumber } from "../../model/format.ts";
import type { CountedLine } from "../context/lines.ts";
import { present } from "../words/present.ts";
import { sizeWithRange } from "../words/size.ts";
import { pastWords, seasonWords, shapeWords } from "../words/verdicts.ts";
import { countWord } from "../words/words.ts";
import type { Announced } from "./announced.ts";

/** The quarter, or what it denies; twelve months; the course, unless twelve months say it already. @param when "sur douze mois", "en 2025" */
export const toldParts = (x: Announced, when?: string): readonly string[] =>
  present(
    x.quarter && quarterWords(x.line, x.quarter),
    x.denied && pastWords(x.denied),
    x.year && yearWords(x.year, when),
    x.shape && !x.year && shapeWords(x.shape),
    againstWords(x),
  );

/** "mais 13 ce trimestre, contre 11 un an plus tôt": what lasts, and a quarter of which nothing is announced that does not follow it. */
export function againstWords({ line: { whole }, quarter, direction }: Announced): string {
  const [now, before] = [whole.quarter.value, whole.quarterBefore.value];
  if (quarter || now === null || before === null || !(direction === "rise" ? now < before : now > before)) return "";
  return `mais ${countWord(now)} ce trimestre, contre ${countWord(before)} un an plus tôt`;
}

/** "trimestre : hausse établie", "12 mois : baisse à suivre", "évolution : baisse à suivre": each says of what. @param when "4e trimestre" */
export const announcedWords = ({ quarter, sign, year }: Announced, when = "trimestre"): string =>
  `${quarter?.verdict === sign ? when : year ? "12 mois" : "évolution"} : ${VERDICT_WORDS[sign]}`;

/** "24, trois fois plus qu'un an plus tôt, après quatre ans de baisse" */
export function deniedWords({ line: { whole }, denied }: Announced): string {
  const [now, before] = [whole.quarter.value ?? 0, whole.quarterBefore.value];
  const against = before === null ? "" : `, contre ${countWord(before)} un an plus tôt`;
  return `${countWord(now)}${against}, ${denied ? pastWords(denied) : ""}`;
}

/** "26, environ 4 fois le niveau de la saison (6) ; au moins 1,5 fois ; 8 un an plus tôt" */
function quarterWords({ whole }: CountedLine, comparison: Comparison): string {
  const yearOnYear = comparisonOf(whole, "quarter");
  const before = yearOnYear?.acrossBreak ? null : (yearOnYear?.before.value ?? null);
  const none = comparison.before.value === 0 && comparison.expected == null;
  const size = none
    ? "aucun à cette saison les années précédentes"
    : sizeWithRange(comparison, seasonWords(comparison));
  const count = present(countWord(comparison.after.value ?? 0), size).join(", ");
  return present(count, before !== null && !none && `${countWord(before)} un an plus tôt`).join(" ; ");
}

/** "128 sur douze mois, environ 3 fois la moyenne annuelle des 3 années d'avant (40) ; au moins 2 fois" */
function yearWords(comparison: Comparison, when = "sur douze mois"): string {
  const { after, before, exposure } = comparison;
  const level =
    exposure === 1 ? "les douze mois d'avant" : `la moyenne annuelle des ${formatNumber(exposure)} années d'avant`;
  const size = before.value === 0 ? "aucun auparavant" : sizeWithRange(comparison, level);
  return present(`${countWord(after.value ?? 0)} ${when}`, size).join(", ");
}
