/** « Faut-il s'en inquiéter ? »: what is established, what is to follow, what small numbers cannot say; no cause, no blame, no reassurance. */
import type { Point } from "../../model/document/bulletin.ts";
import { formatNumber, joinWords } from "../../model/format.ts";
import type { Context } from "../context/context.ts";
import { countedLines } from "../context/lines.ts";
import { plainPoint } from "../words/present.ts";
import { lowerFirst, upperFirst } from "../words/words.ts";
import { type Announced, announced } from "./announced.ts";
import { graveFacts } from "./grave.ts";
import { togetherOf } from "./together.ts";

/** Subjects that are named. */
const MOST_NAMED = 3;

export function worryPoints(c: Context): readonly Point[] {
  if (c.analysis.tests.lines === 0) return [];
  return [plainPoint("Faut-il s'en inquiéter ?", upperFirst(`${worryWords(c, announced(c))}.`))];
}

function worryWords(c: Context, said: readonly Announced[]): string {
  const small = "à de tels niveaux, seuls de grands changements se voient";
  if (togetherOf(c, said))
    return "un mouvement aussi général appelle d'abord une vérification : ce qui est compté, ou la manière de l'enregistrer, a pu changer";
  const sure = said.filter(({ degree }) => degree === "established");
  const follow = said.filter(({ degree }) => degree !== "established");
  const grave = graveFacts(c).length > 0 ? "les faits graves se lisent un par un, sans calcul ; " : "";
  if (said.length === 0)
    return `${grave}${grave === "" ? "rien" : "rien d'autre"} n'est établi ; ${small} : une ligne sans signe a pu changer`;
  const parts = [
    ...(sure.length > 0 ? [`${count(sure.length, "est établi", "sont établis")} (${names(sure)})`] : []),
    ...(follow.length > 0
      ? [
          `${count(follow.length, "est à suivre", "sont à suivre")} (${names(follow)}), sans être établi${follow.length > 1 ? "s" : ""}`,
        ]
      : []),
  ];
  const own = new Set(said.flatMap(({ line, same }) => [line, ...same].map(({ key }) => key)));
  const others = countedLines(c).filter(({ key }) => !own.has(key)).length;
  return `${grave}${parts.join(" ; ")} ; les ${formatNumber(others)} autres lignes sont sans signe : ${small}`;
}

const count = (n: number, one: string, many: string): string =>
  `${n === 1 ? "un point" : `${formatNumber(n)} points`} ${n === 1 ? one : many}`;
const names = (all: readonly Announced[]): string =>
  joinWords([
    ...all.slice(0, MOST_NAMED).map(({ name }) => lowerFirst(name)),
    ...(all.length > MOST_NAMED ? [`${formatNumber(all.length - MOST_NAMED)} autres`] : []),
  ]);
