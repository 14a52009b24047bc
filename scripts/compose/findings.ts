/** « À retenir »: at most five sentences, by strength of evidence and then by size, each with its counts and its comparison. */
import type { Comparison } from "../model/analysis.ts";
import type { Block, Section } from "../model/bulletin.ts";
import { formatNumber, plural } from "../model/format.ts";
import { readingOf } from "./cells.ts";
import { type Context, missingStatements, statementLabel } from "./context.ts";
import { disagreementOf, disagreementWords } from "./disagreement.ts";
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
  const atOdds = tested.filter((x) => x.line.whole !== null && disagreementOf(x.line.whole)?.kind === "not-confirmed");
  const missing = missingStatements(c);
  // One sentence is kept for the lines that do not stand out, one for the missing statements.
  const room = MOST_SENTENCES - 1 - (missing.length > 0 ? 1 : 0);
  const worded = [
    ...told.map((x) => ({ x, finding: toldFinding(c, x) })),
    ...atOdds.map((x) => ({ x, finding: atOddsFinding(c, x) })),
  ].slice(0, room);
  const said = worded.map(({ x }) => x);
  const items: readonly Finding[] = [
    ...(missing.length > 0 ? [missingFinding(c, missing)] : []),
    ...worded.map(({ finding }) => finding),
    closingFinding(c, compared, said, told.slice(room)),
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
      return [
        {
          name: line.known
            ? `${line.label} (${s.label})`
            : `${line.whole?.label ?? ""} (${s.label}, hors nomenclature)`,
          line,
          comparison,
          yearOnYear,
        },
      ];
    }),
  );
}

/** Smallest adjusted p first; then the largest distance from the reference; then the order of the tables (stable sort). */
const byEvidence = (a: Told, b: Told): number =>
  (a.comparison.pAdjusted ?? 1) - (b.comparison.pAdjusted ?? 1) || distance(b.comparison) - distance(a.comparison);

const distance = (x: Comparison): number =>
  Math.abs((x.after.value ?? 0) - (x.before.value ?? 0) / Math.max(1, x.exposure));

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
    lead: `${x.name} :`,
    text:
      `${recordedFacts(after)}${unitRemark(x.line.whole?.unit ?? null, after)} ${atPeriod(c.quarter)}, ` +
      `${againstReference(comparison)}${beside}. ${LADDER[comparison.reading].sentence}${oppositeRemark(x)}`,
  };
}

/** " Par rapport au seul 1er trimestre 2025, l'écart est pourtant de sens contraire (−6)." */
function oppositeRemark({ line }: Told): string {
  const found = line.whole === null ? undefined : disagreementOf(line.whole);
  if (found === undefined) return "";
  const words = disagreementWords(found);
  return ` ${upperFirst(words)}.`;
}

function atOddsFinding(c: Context, { name, line, comparison, yearOnYear }: Told): Finding {
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

function missingFinding(c: Context, missing: readonly string[]): Finding {
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

/** What is to be said of all the lines that have no sentence of their own. `said`: those that have one. */
function closingFinding(
  c: Context,
  compared: readonly Told[],
  said: readonly Told[],
  unsaid: readonly Told[],
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

const alsoTold = (unsaid: readonly Told[]): string =>
  `${unsaid.length === 1 ? "une autre ligne se détache aussi" : `${unsaid.length} autres lignes se détachent aussi`} : ` +
  `${joinWords(unsaid.map((x) => `${x.name}, ${LADDER[x.comparison.reading].short}`))}.`;

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
