/** When most subjects move one way at once: one finding, and not as many as there are lines. */
import { type Analysis, type Comparison, lastingOf, readingOf } from "../../model/analysis.ts";
import type { Direction } from "../../model/degree.ts";
import type { Finding } from "../../model/document/finding.ts";
import { formatNumber } from "../../model/format.ts";
import type { Context } from "../context/context.ts";
import { countedLines, shortName } from "../context/lines.ts";
import { finding } from "../words/present.ts";
import { usual } from "../words/size.ts";
import { countWord, lowerFirst } from "../words/words.ts";
import type { Announced } from "./announced.ts";

/** Subjects announced in one direction from which they are one finding: few are enough where nearly all lines move that way. */
const LEAST_SUBJECTS = 6;
const LEAST_OF_NEARLY_ALL = 3;
const NEARLY_ALL = 0.8;

export interface Together {
  readonly direction: Direction;
  /** The subjects, the surest first. */
  readonly said: readonly Announced[];
  /** Lines whose quarter is beyond its usual level, where they are nearly all; else those that are announced. */
  readonly lines: number;
  readonly of: number;
  readonly nearlyAll: boolean;
}

/** @param said all that is announced; a subject is counted once, with the lines that say the same of it */
export function togetherOf(c: Context, said: readonly Announced[]): Together | null {
  const judged = countedLines(c).flatMap(({ whole }) => {
    const reading = readingOf(whole);
    return reading && reading.p !== null ? [{ whole, reading }] : [];
  });
  for (const direction of ["rise", "fall"] as const) {
    const own = said.filter((x) => x.direction === direction && (x.quarter !== null || x.year !== null));
    const told = new Set(own.flatMap(({ line, same }) => [line, ...same].map(({ whole }) => whole)));
    const beyond = judged.filter(({ reading }) => isBeyond(reading, direction));
    const nearlyAll = beyond.length >= Math.max(LEAST_SUBJECTS, NEARLY_ALL * judged.length);
    // few are enough where the lines of which nothing is announced move that way too
    const isRest = ({ whole }: { readonly whole: Analysis }): boolean => !told.has(whole);
    const restMoves = beyond.filter(isRest).length >= NEARLY_ALL * judged.filter(isRest).length;
    if (own.length < (nearlyAll && restMoves ? LEAST_OF_NEARLY_ALL : LEAST_SUBJECTS)) continue;
    const lines = nearlyAll ? beyond.length : own.reduce((sum, { same }) => sum + 1 + same.length, 0);
    return { direction, said: own, lines, of: judged.length, nearlyAll };
  }
  return null;
}

const isBeyond = (x: Comparison, direction: Direction): boolean =>
  direction === "rise" ? (x.after.value ?? 0) > usual(x) : (x.after.value ?? 0) < usual(x);

export const togetherFinding = ({ direction, lines, said }: Together): Finding =>
  finding("together", "all", { direction, degree: said[0]?.degree ?? null, number: lines });

/** "Presque tout augmente : 19 des 20 lignes jugées au-dessus de leur niveau habituel ; atteintes aux biens, 81 contre 40 un an plus tôt" */
export function togetherWords(c: Context, { direction, lines, of, said, nearlyAll }: Together): string {
  const verb = { rise: "augmente", fall: "diminue" }[direction];
  const where = { rise: "au-dessus", fall: "au-dessous" }[direction];
  const [largest] = said.toSorted((a, b) => (b.line.whole.quarter.value ?? 0) - (a.line.whole.quarter.value ?? 0));
  const compared = largest && (readingOf(largest.line.whole) ?? lastingOf(largest.line.whole));
  const before = largest?.line.whole.quarterBefore.value;
  const example =
    largest && compared && before != null
      ? ` ; ${lowerFirst(shortName(c, largest.line))}, ${countWord(largest.line.whole.quarter.value ?? 0)} contre ${countWord(before)} un an plus tôt`
      : "";
  const [count, all] = [formatNumber(lines), formatNumber(of)];
  return nearlyAll
    ? `Presque tout ${verb} : ${count} des ${all} lignes jugées ${where} de leur niveau habituel${example}`
    : `Beaucoup de lignes ${verb}nt : ${count} sur ${all}${example}`;
}
