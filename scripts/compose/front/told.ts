/** What is said of a subject that is announced, part by part: on page one, in the questions, in the review of the year. */
import { type Comparison, comparisonOf } from "../../model/analysis.ts";
import { isAnnounced, VERDICT_WORDS } from "../../model/degree.ts";
import type { CountedLine } from "../context/lines.ts";
import type { Said } from "../context/said.ts";
import { present } from "../words/present.ts";
import { sizeWithRange } from "../words/size.ts";
import { pastWords, shapeWords } from "../words/verdicts.ts";
import { countWord } from "../words/words.ts";
import type { Announced } from "./announced.ts";

/** The quarter, or what it denies; twelve months; the course, unless twelve months say it already. @param when "sur douze mois", "en 2025" */
export const toldParts = (x: Announced, when = "sur douze mois"): readonly string[] =>
  present(
    x.quarter && quarterWords(x.line, x.quarter),
    x.denied && pastWords(x.denied),
    x.year && `${countWord(x.year.after.value ?? 0)} ${when}, ${sizeWithRange(x.year)}`,
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
export const announcedWords = ({ quarter, sign, year }: Said, when = "trimestre"): string =>
  `${quarter?.verdict === sign ? when : year ? "12 mois" : "évolution"} : ${isAnnounced(sign) ? VERDICT_WORDS[sign] : "interrompue"}`;

/** "26, environ 4 fois le niveau de la saison (6) ; au moins 1,5 fois ; 8 un an plus tôt" */
function quarterWords({ whole }: CountedLine, comparison: Comparison): string {
  const yearOnYear = comparisonOf(whole, "quarter");
  const before = yearOnYear?.acrossBreak || comparison.before.value === 0 ? null : (yearOnYear?.before.value ?? null);
  const count = `${countWord(comparison.after.value ?? 0)}, ${sizeWithRange(comparison)}`;
  return present(count, before !== null && `${countWord(before)} un an plus tôt`).join(" ; ");
}
