/** « À retenir »: at most five sentences, by strength of evidence and then by size, each with its counts and its comparison. */
import type { Comparison } from "../model/analysis.ts";
import type { Block, Section } from "../model/bulletin.ts";
import { formatDifference, formatNumber, plural } from "../model/format.ts";
import { readingOf } from "./cells.ts";
import { type Context, missingStatements, statementLabel } from "./context.ts";
import { type Line, linesOf } from "./lines.ts";
import {
  againstReference,
  atPeriod,
  atPeriods,
  formatMean,
  isTold,
  joinWords,
  LADDER,
  recordedFacts,
  unitRemark,
} from "./words.ts";

const MOST_SENTENCES = 5;

type Finding = Extract<Block, { kind: "findings" }>["items"][number];
interface Told {
  readonly name: string;
  readonly line: Line;
  readonly comparison: Comparison;
  /** The same quarter of the year before alone. */
  readonly yearOnYear: Comparison | undefined;
}

export function findingsSection(c: Context): Section {
  const compared = comparedLines(c);
  const tested = compared.filter((x) => x.comparison.reading !== "not-tested");
  const told = tested.filter((x) => isTold(x.comparison.reading)).toSorted(byEvidence);
  const atOdds = tested.filter((x) => !isTold(x.comparison.reading) && isAtOdds(x));
  const missing = missingStatements(c);
  // One sentence is kept for the lines that do not stand out, one for the missing statements.
  const room = MOST_SENTENCES - 1 - (missing.length > 0 ? 1 : 0);
  const shown = [...told.map((x) => toldFinding(c, x)), ...atOdds.map((x) => atOddsFinding(c, x))].slice(0, room);
  const items: readonly Finding[] = [
    ...(missing.length > 0 ? [missingFinding(c, missing)] : []),
    ...shown,
    closingFinding(c, compared, told, told.slice(room)),
  ];
  return {
    id: "a-retenir",
    title: "À retenir",
    blocks: [
      {
        kind: "paragraph",
        text:
          (told.length > 0 ? "D'abord les écarts que le hasard explique mal, du mieux établi au moins établi. " : "") +
          "Une hausse ou une baisse des faits enregistrés n'est pas forcément une hausse ou une baisse des faits.",
      },
      { kind: "findings", items },
    ],
  };
}

function comparedLines(c: Context): readonly Told[] {
  return c.nomenclature.statements.flatMap((s) =>
    linesOf(c, s.id).flatMap((line) => {
      const comparison = line.whole === null ? undefined : readingOf(line.whole);
      if (comparison === undefined) return [];
      const yearOnYear = line.whole?.comparisons.find((x) => x.kind === "quarter");
      return [{ name: `${line.label} (${s.label})`, line, comparison, yearOnYear }];
    }),
  );
}

/** Smallest adjusted p first; then the largest distance from the reference; then the order of the tables (stable sort). */
const byEvidence = (a: Told, b: Told): number =>
  (a.comparison.pAdjusted ?? 1) - (b.comparison.pAdjusted ?? 1) || distance(b.comparison) - distance(a.comparison);

const distance = (x: Comparison): number =>
  Math.abs((x.after.value ?? 0) - (x.before.value ?? 0) / Math.max(1, x.exposure));

/** The year before alone tells a change, the earlier years together do not. */
const isAtOdds = (x: Told): boolean =>
  x.yearOnYear !== undefined && x.yearOnYear !== x.comparison && isTold(x.yearOnYear.reading);

function toldFinding(c: Context, x: Told): Finding {
  const { comparison, yearOnYear } = x;
  const after = comparison.after.value ?? 0;
  const earlier = yearOnYear?.before.value ?? null;
  const beside =
    comparison.exposure > 1 && earlier !== null && yearOnYear
      ? ` (${formatNumber(earlier)} ${atPeriods(yearOnYear.before.periods)})`
      : "";
  return {
    tone: LADDER[comparison.reading].tone,
    lead: x.name,
    text:
      `${recordedFacts(after)}${unitRemark(x.line.whole?.unit ?? null, after)} ${atPeriod(c.quarter)}, ` +
      `${againstReference(comparison)}${beside}. ${LADDER[comparison.reading].sentence}${oppositeRemark(x)}`,
  };
}

/** The pooled years tell a rise, the year before alone shows a fall or no difference, or the reverse: said plainly. */
function oppositeRemark({ comparison, yearOnYear }: Told): string {
  const after = comparison.after.value;
  const earlier = yearOnYear?.before.value;
  if (after == null || earlier == null || comparison.exposure < 2 || !yearOnYear) return "";
  const difference = after - earlier;
  const expected = LADDER[comparison.reading].tone === "rise" ? 1 : -1;
  if (Math.sign(difference) === expected) return "";
  const against = `Par rapport au seul ${atPeriods(yearOnYear.before.periods).replace(/^au\s/, "")}`;
  return difference === 0
    ? ` ${against}, le nombre est pourtant le même.`
    : ` ${against}, l'écart est pourtant de sens contraire (${formatDifference(difference)}).`;
}

function atOddsFinding(c: Context, { name, line, comparison, yearOnYear }: Told): Finding {
  const after = comparison.after.value ?? 0;
  const previous = yearOnYear?.before.value ?? 0;
  return {
    tone: "neutral",
    lead: name,
    text:
      `${recordedFacts(after)}${unitRemark(line.whole?.unit ?? null, after)} ${atPeriod(c.quarter)}, contre ` +
      `${previous === 0 ? "aucun" : formatNumber(previous)} ${atPeriods(yearOnYear?.before.periods ?? [])} : l'écart d'une année à l'autre ` +
      `est grand, mais le nombre ne se distingue pas de ceux relevés ${atPeriods(comparison.before.periods)} ` +
      `(${formatMean(comparison.before.value ?? 0, comparison.exposure)} en moyenne). Aucune évolution n'est donc annoncée.`,
  };
}

function missingFinding(c: Context, missing: readonly string[]): Finding {
  const names = joinWords(missing.map((s) => statementLabel(c, s)));
  return {
    tone: "neutral",
    lead: "Données incomplètes",
    text:
      missing.length === 1
        ? `l'état ${names} du ${c.name} n'a pas été transmis ; les constats ci-dessous ne portent pas sur lui.`
        : `les états ${names} du ${c.name} n'ont pas été transmis ; aucun constat ne porte sur eux.`,
  };
}

/** What is to be said of all the lines that have no sentence of their own. */
function closingFinding(
  c: Context,
  compared: readonly Told[],
  told: readonly Told[],
  unsaid: readonly Told[],
): Finding {
  const words = compared.map((x) => x.comparison.reading);
  const rest = words.filter((w) => w !== "not-tested" && !isTold(w)).length;
  const tooFew = words.filter((w) => w === "too-few" || w === "none").length;
  const untested = words.filter((w) => w === "not-tested").length;
  const also = unsaid.length > 0 ? `${alsoTold(unsaid)} ` : "";
  if (told.length === 0 && rest === 0)
    return {
      tone: "neutral",
      lead: "Pas encore de comparaison",
      text:
        compared.length === 0
          ? `aucun nombre n'est connu pour le ${c.name}.`
          : "il manque un trimestre de référence, ou un nombre du trimestre ; les tableaux donnent ce qui est connu.",
    };
  const hazard = "de l'ordre de ceux que le hasard produit d'une année à l'autre";
  const main =
    told.length === 0
      ? rest === 1
        ? `la seule ligne comparée ne se détache pas : son écart est ${hazard.replace("ceux", "ceux")}.`
        : `aucune des ${formatNumber(rest)} lignes comparées ne se détache : les écarts constatés sont ${hazard}.`
      : rest === 0
        ? "toutes les lignes comparées se détachent."
        : rest === 1
          ? `une seule autre ligne est comparée et ne se détache pas : son écart est ${hazard}.`
          : `${formatNumber(rest)} lignes ne se détachent pas : leurs écarts sont ${hazard}.`;
  return {
    tone: "neutral",
    lead: told.length === 0 ? "Aucune ligne ne se détache" : "Autres lignes",
    text: `${also}${main}${smallRemark(tooFew, rest)}${untestedRemark(untested)}`,
  };
}

const alsoTold = (unsaid: readonly Told[]): string =>
  `${unsaid.length === 1 ? "une autre ligne se détache aussi" : `${unsaid.length} autres lignes se détachent aussi`} : ` +
  `${joinWords(unsaid.map((x) => `${x.name}, ${LADDER[x.comparison.reading].short}`))}.`;

const smallRemark = (tooFew: number, rest: number): string =>
  tooFew === 0
    ? ""
    : tooFew === rest
      ? " Les nombres y sont trop petits pour conclure."
      : ` Pour ${formatNumber(tooFew)} d'entre elles, les nombres sont trop petits pour conclure.`;

const untestedRemark = (untested: number): string =>
  untested === 0
    ? ""
    : ` ${plural(untested, "ligne ne peut être comparée", "lignes ne peuvent être comparées")} (nombre manquant, rupture de série ou ligne nouvelle).`;
