/** The sentences of « À retenir »: a lead that names the line, then its counts, its comparison and its reading. No jargon. */
import type { Comparison } from "../../model/analysis.ts";
import type { Block } from "../../model/bulletin.ts";
import { formatNumber, plural } from "../../model/format.ts";
import type { StatementId } from "../../model/observation.ts";
import { type Context, statementLabel } from "../context/context.ts";
import type { Line } from "../context/lines.ts";
import {
  againstReference,
  atPeriod,
  atPeriods,
  formatMean,
  joinNames,
  joinWords,
  LADDER,
  recordedFacts,
  unitRemark,
} from "../words/words.ts";
import { disagreementOf, disagreementWords } from "./disagreement.ts";

export type Finding = Extract<Block, { kind: "findings" }>["items"][number];

/** A line with the comparison that its word comes from. */
export interface Compared {
  /** "Homicides (IS 101)" */
  readonly name: string;
  readonly line: Line;
  readonly comparison: Comparison;
  /** The same quarter of the year before alone. */
  readonly yearOnYear: Comparison | undefined;
}

/** A change that the tests tell. */
export function toldFinding(c: Context, x: Compared): Finding {
  const { comparison, yearOnYear } = x;
  const after = comparison.after.value ?? 0;
  const earlier = yearOnYear?.before.value ?? null;
  const beside =
    comparison.exposure > 1 && earlier !== null && yearOnYear
      ? ` (${formatNumber(earlier)} ${atPeriods(yearOnYear.before.periods)})`
      : "";
  return {
    tone: LADDER[comparison.reading].tone,
    lead: `${x.name} :`,
    text:
      `${recordedFacts(after)}${unitRemark(x.line.whole?.unit ?? null, after)} ${atPeriod(c.quarter)}, ` +
      `${againstReference(comparison)}${beside}. ${LADDER[comparison.reading].sentence}${oppositeRemark(x)}`,
  };
}

/** " Par rapport au seul 1er trimestre 2025, l'écart est pourtant de sens contraire (−6)." */
function oppositeRemark({ line }: Compared): string {
  const found = line.whole === null ? undefined : disagreementOf(line.whole);
  if (found === undefined) return "";
  const words = disagreementWords(found);
  return ` ${upperFirst(words)}.`;
}

/** The year before alone shows a change that the years together do not confirm. */
export function atOddsFinding(c: Context, { name, line, comparison, yearOnYear }: Compared): Finding {
  const after = comparison.after.value ?? 0;
  const previous = yearOnYear?.before.value ?? 0;
  return {
    tone: "neutral",
    lead: `${name} :`,
    text:
      `${recordedFacts(after)}${unitRemark(line.whole?.unit ?? null, after)} ${atPeriod(c.quarter)}, contre ` +
      `${previous === 0 ? "aucun" : formatNumber(previous)} ${atPeriods(yearOnYear?.before.periods ?? [])} : l'écart d'une année à l'autre ` +
      `est grand, mais le nombre ne se distingue pas de ceux relevés ${atPeriods(comparison.before.periods)} ` +
      `(${formatMean(comparison.before.value ?? 0, comparison.exposure)} en moyenne). Aucune évolution n'est donc annoncée.`,
  };
}

/** Said first: the statements of the quarter that were not sent. */
export function missingFinding(c: Context, missing: readonly StatementId[]): Finding {
  const names = joinWords(missing.map((s) => statementLabel(c, s)));
  return {
    tone: "neutral",
    lead: "Données incomplètes :",
    text:
      missing.length === 1
        ? `l'état ${names} du ${c.name} n'a pas été transmis ; les constats ci-dessous ne portent pas sur lui.`
        : `les états ${names} du ${c.name} n'ont pas été transmis ; aucun constat ne porte sur eux.`,
  };
}

/**
 * One sentence for all the other lines.
 * @param said lines that have a sentence of their own
 * @param unsaid changes told by the tests for which there was no room
 */
export function closingFinding(
  c: Context,
  compared: readonly Compared[],
  said: readonly Compared[],
  unsaid: readonly Compared[],
): Finding {
  const others = compared.filter((x) => !said.includes(x) && !unsaid.includes(x)).map((x) => x.comparison.reading);
  const rest = others.filter((w) => w !== "not-tested").length;
  const tooFew = others.filter((w) => w === "too-few" || w === "none").length;
  const untested = untestedRemark(others.length - rest);
  const usual = "de l'ordre de ceux que le hasard produit d'une année à l'autre";
  if (said.length === 0 && rest === 0)
    return {
      tone: "neutral",
      lead: "Pas encore de comparaison :",
      text:
        compared.length === 0
          ? `aucun nombre n'est connu pour le ${c.name}.`
          : "il manque un trimestre de référence, ou un nombre du trimestre ; les tableaux donnent ce qui est connu.",
    };
  if (said.length === 0)
    return {
      tone: "neutral",
      lead: `Aucune ligne ne se détache au ${c.name} :`,
      text:
        (rest === 1
          ? `le seul écart qui puisse être jugé est ${usual}.`
          : `sur les ${formatNumber(rest)} lignes comparées, les écarts constatés sont ${usual}.`) +
        `${smallRemark(tooFew, rest)}${untested}`,
    };
  const restWords =
    rest === 0
      ? "toutes les lignes comparées sont citées ici."
      : rest === 1
        ? `l'écart de la seule autre ligne comparée est ${usual}.`
        : `pour ${formatNumber(rest)} lignes, les écarts sont ${usual}.`;
  return {
    tone: "neutral",
    lead: "Autres lignes :",
    text: `${unsaid.length > 0 ? `${alsoTold(unsaid)} ` : ""}${unsaid.length > 0 ? upperFirst(restWords) : restWords}${smallRemark(tooFew, rest)}${untested}`,
  };
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const alsoTold = (unsaid: readonly Compared[]): string =>
  `${unsaid.length === 1 ? "une autre ligne se détache aussi" : `${unsaid.length} autres lignes se détachent aussi`} : ` +
  `${joinNames(unsaid.map((x) => `${x.name}, ${LADDER[x.comparison.reading].short}`))}.`;

const smallRemark = (tooFew: number, rest: number): string =>
  tooFew === 0
    ? ""
    : tooFew === rest
      ? " Les nombres y sont nuls ou trop petits pour conclure."
      : ` Pour ${tooFew === 1 ? "l'une" : formatNumber(tooFew)} d'entre elles, les nombres sont nuls ou trop petits pour conclure.`;

const untestedRemark = (untested: number): string =>
  untested === 0
    ? ""
    : ` ${plural(untested, "ligne ne peut être comparée", "lignes ne peuvent être comparées")} (nombre manquant, rupture de série ou ligne nouvelle).`;
