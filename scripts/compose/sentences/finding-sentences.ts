/** The sentences of « À retenir »: a lead that names the line, then its counts, its comparison and its reading. No jargon. */
import type { Comparison, ReadingWord } from "../../model/analysis.ts";
import type { Block } from "../../model/bulletin.ts";
import { formatNumber, formatPeriod, plural } from "../../model/format.ts";
import type { StatementId } from "../../model/observation.ts";
import { cumulative } from "../../model/period.ts";
import { type Context, statementLabel } from "../context/context.ts";
import type { Line } from "../context/lines.ts";
import {
  againstReference,
  atPeriod,
  atPeriods,
  isTold,
  joinWords,
  LADDER,
  quoted,
  recordedFacts,
  unitRemark,
  upperFirst,
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

/** A change that the tests tell. @param families those that stand out through this line alone */
export function toldFinding(c: Context, x: Compared, families: readonly Compared[]): Finding {
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
      `${againstReference(comparison)}${beside}. ${chanceWords(comparison.reading)}${ratioWords(comparison)}.` +
      `${oppositeRemark(x)}${families.map(familyRemark).join("")}`,
  };
}

/** "Le hasard explique mal un tel écart : hausse des faits enregistrés", of a change that the tests tell. */
const chanceWords = (reading: ReadingWord): string =>
  `${
    reading.startsWith("marked-")
      ? "Un écart de cette ampleur s'explique difficilement par le hasard"
      : "Le hasard explique mal un tel écart"
  } : ${LADDER[reading].short} des faits enregistrés`;

/** ", entre 2,1 et 9,1 fois plus qu'auparavant": the interval of the ratio, which a decision needs. */
function ratioWords({ ratio, reading }: Comparison): string {
  if (ratio === null) return "";
  const rises = LADDER[reading].tone === "rise";
  const [least, most] = rises
    ? [ratio.low, ratio.high]
    : [1 / (ratio.high ?? 1), ratio.low === 0 ? null : 1 / ratio.low];
  const times =
    most === null ? `au moins ${formatTimes(least)}` : `entre ${formatTimes(least)} et ${formatTimes(most)}`;
  return `, ${times} fois ${rises ? "plus" : "moins"} qu'auparavant`;
}

/** 2.07 => "2,1"; 3.02 => "3"; 152.4 => "152"; 1.03 => "1,03", for "1" would say nothing. */
function formatTimes(times: number): string {
  if (times < 1.05) return formatNumber(times, 2);
  const tenths = Math.round(times * 10);
  return formatNumber(times, times >= 10 || tenths % 10 === 0 ? 0 : 1);
}

/** " La famille « Atteintes aux biens » (62 faits, contre 38,5 en moyenne …) se détache pour cette seule raison." */
const familyRemark = ({ line, comparison }: Compared): string =>
  ` La famille ${quoted(line.label)} (${formatNumber(comparison.after.value ?? 0)}, ${againstReference(comparison)}) se détache du fait de cette seule ligne.`;

/** " Par rapport au seul 1er trimestre 2025, l'écart est pourtant de sens contraire (−6)." */
function oppositeRemark({ line }: Compared): string {
  const found = line.whole === null ? undefined : disagreementOf(line.whole);
  if (found === undefined) return "";
  const words = disagreementWords(found);
  return ` ${upperFirst(words)}.`;
}

/** Lines named together in one sentence. */
const MOST_TOGETHER = 3;

/** The largest gaps, by what chance makes of them: named as gaps, and no more. Nothing when there is none. */
export function gapsFinding(c: Context, compared: readonly Compared[]): readonly Finding[] {
  const gaps = largestGaps(compared);
  if (gaps.length === 0) return [];
  return [
    {
      tone: "neutral",
      lead: gaps.length === 1 ? "Le plus grand écart, sans conclusion :" : "Les plus grands écarts, sans conclusion :",
      text: `${gaps.map(countsOf).join(" ; ")}. Au ${c.name}, le hasard suffit à ${gaps.length === 1 ? "l'" : "les "}expliquer.`,
    },
  ];
}

const largestGaps = (compared: readonly Compared[]): readonly Compared[] =>
  compared
    .filter(({ comparison: { before, after, exposure } }) => (after.value ?? 0) * exposure !== before.value)
    .toSorted((a, b) => (a.comparison.p ?? 1) - (b.comparison.p ?? 1))
    .slice(0, MOST_TOGETHER);

/** "Homicides (IS 101), 3 contre 1,3 en moyenne aux 1ers trimestres 2023 à 2025" */
const countsOf = ({ name, comparison }: Compared): string =>
  `${name}, ${formatNumber(comparison.after.value ?? 0)} ${againstReference(comparison)}`;

/** "le 1er semestre 2026", "l'année 2025": what the quarter closes. */
const theClosed = (c: Context): string => `${c.number === 4 ? "l'" : "le "}${formatPeriod(cumulative(c.quarter))}`;

/** One sentence for the half-year or the year that the quarter closes: the lines that stand out over it, or its largest gaps. */
export function periodFinding(c: Context, compared: readonly Compared[]): readonly Finding[] {
  if (compared.length === 0) return [];
  const lead = `${upperFirst(theClosed(c))} :`;
  const told = compared
    .filter(({ comparison }) => isTold(comparison.reading))
    .toSorted((a, b) => (a.comparison.pAdjusted ?? 1) - (b.comparison.pAdjusted ?? 1));
  if (told.length > 0) {
    const said = told.slice(0, MOST_TOGETHER);
    const left = told.length - said.length;
    const tones = new Set(told.map(({ comparison }) => LADDER[comparison.reading].tone));
    const items = said.map((x) => `${countsOf(x)} (${LADDER[x.comparison.reading].short})`);
    const more = left === 0 ? "" : ` ; et ${plural(left, "autre ligne", "autres lignes")} au tableau de la période`;
    return [
      {
        tone: tones.size === 1 ? LADDER[told[0]?.comparison.reading ?? "none"].tone : "neutral",
        lead,
        text: `${told.length === 1 ? "se détache" : "se détachent"} ${items.join(" ; ")}${more}.`,
      },
    ];
  }
  const tested = compared.filter(({ comparison }) => comparison.reading !== "not-tested");
  if (tested.length === 0)
    return [
      {
        tone: "neutral",
        lead,
        text: "aucune comparaison n'est possible ; il manque un trimestre, ou une année de référence.",
      },
    ];
  const gaps = largestGaps(tested);
  return [
    {
      tone: "neutral",
      lead,
      text:
        gaps.length === 0
          ? "aucune ligne ne se détache, aucun écart n'est à signaler."
          : `aucune ligne ne se détache ; ${gaps.length === 1 ? "le plus grand écart" : "les plus grands écarts"}, sans conclusion : ${gaps.map(countsOf).join(" ; ")}.`,
    },
  ];
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
