/** The last sentence of « À retenir »: all the lines that do not stand out, those too small to tell, those that compare with nothing. */
import type { Comparison } from "../../model/analysis.ts";
import { formatNumber, plural } from "../../model/format.ts";
import type { Context } from "../context/context.ts";
import { joinNames, LADDER, upperFirst } from "../words/words.ts";
import type { Compared, Finding } from "./finding-sentences.ts";

/** One sentence for all the lines that do not stand out. */
export function closingFinding(
  c: Context,
  {
    others,
    said,
    unsaid,
  }: {
    readonly others: readonly Compared[];
    /** Number of lines that have a sentence of their own. */
    readonly said: number;
    /** Changes told by the tests for which there was no room. */
    readonly unsaid: readonly Compared[];
  },
): Finding {
  const words = others.map((x) => x.comparison.reading);
  const count = (...kinds: readonly Comparison["reading"][]) => words.filter((w) => kinds.includes(w)).length;
  const judged = count("no-clear-change", "too-few");
  const zero = count("none");
  const remarks = `${smallRemark(count("too-few"), judged)}${zeroRemark(zero, judged)}${untestedRemark(count("not-tested"))}`;
  const usual = "de l'ordre de ceux que le hasard produit d'une année à l'autre";
  if (said === 0 && judged + zero === 0)
    return {
      tone: "neutral",
      lead: c.number % 2 === 0 ? "Pas encore de comparaison du trimestre :" : "Pas encore de comparaison :",
      text:
        others.length === 0
          ? `aucun nombre n'est connu pour le ${c.name}.`
          : "il manque un trimestre de référence, ou un nombre du trimestre ; les tableaux donnent ce qui est connu.",
    };
  const gaps =
    judged === 0
      ? `aucun ${said === 0 ? "" : "autre "}écart n'est à juger.`
      : judged === 1
        ? `l'écart de la seule ${said === 0 ? "" : "autre "}ligne comparée est ${usual}.`
        : `${said === 0 ? `sur les ${formatNumber(judged)} lignes comparées, les écarts constatés sont` : `pour ${formatNumber(judged)} lignes, les écarts sont`} ${usual}.`;
  if (said === 0)
    return { tone: "neutral", lead: `Aucune ligne ne se détache au ${c.name} :`, text: `${gaps}${remarks}` };
  const rest = judged === 0 && words.length === 0 ? "toutes les lignes comparées sont citées ici." : gaps;
  return {
    tone: "neutral",
    lead: "Autres lignes :",
    text: `${unsaid.length > 0 ? `${alsoTold(unsaid)} ${upperFirst(rest)}` : rest}${remarks}`,
  };
}

const alsoTold = (unsaid: readonly Compared[]): string =>
  `${unsaid.length === 1 ? "une autre ligne se détache aussi" : `${unsaid.length} autres lignes se détachent aussi`} : ` +
  `${joinNames(unsaid.map((x) => `${x.name}, ${LADDER[x.comparison.reading].short}`))}.`;

const smallRemark = (tooFew: number, judged: number): string =>
  tooFew === 0
    ? ""
    : tooFew === judged
      ? " Les nombres y sont trop petits pour conclure."
      : ` Pour ${tooFew === 1 ? "l'une" : formatNumber(tooFew)} d'entre elles, les nombres sont trop petits pour conclure.`;

/** 0 against 0 is no gap that chance makes. */
const zeroRemark = (zero: number, judged: number): string => {
  const other = judged === 0 ? "" : "autre ";
  const others = judged === 0 ? "" : "autres ";
  return zero === 0
    ? ""
    : ` ${counted(zero, `${other}ligne n'a`, `${others}lignes n'ont`)} aucun fait, ni ce trimestre ni au même trimestre des années de référence.`;
};

const untestedRemark = (untested: number): string =>
  untested === 0
    ? ""
    : ` ${counted(untested, "ligne ne peut être comparée", "lignes ne peuvent être comparées")} (nombre manquant, rupture de série ou ligne nouvelle).`;

/** At the start of a sentence: "Une autre ligne n'a", "4 lignes n'ont". */
const counted = (lines: number, one: string, many: string): string =>
  lines === 1 ? `Une ${one}` : plural(lines, one, many);
