/** When most subjects move one way at once: one finding, and not as many as there are lines. */
import { lastingOf, readingOf } from "../../model/analysis.ts";
import type { Direction } from "../../model/degree.ts";
import type { Finding } from "../../model/document/finding.ts";
import { formatNumber } from "../../model/format.ts";
import type { Context } from "../context/context.ts";
import { shortName } from "../context/lines.ts";
import { countWord, lowerFirst } from "../words/words.ts";
import type { Announced } from "./announced.ts";

/** Subjects announced in one direction from which they are one finding. */
const LEAST_SUBJECTS = 6;

export interface Together {
  readonly direction: Direction;
  /** The subjects, the surest first, and how many lines they are. */
  readonly said: readonly Announced[];
  readonly lines: number;
  readonly of: number;
}

/** @param said all that is announced; a subject is counted once, with the lines that say the same of it */
export function togetherOf(c: Context, said: readonly Announced[]): Together | null {
  for (const direction of ["rise", "fall"] as const) {
    const own = said.filter((x) => x.direction === direction && (x.quarter !== null || x.year !== null));
    if (own.length < LEAST_SUBJECTS) continue;
    return {
      direction,
      said: own,
      lines: own.reduce((sum, { same }) => sum + 1 + same.length, 0),
      of: c.analysis.tests.lines,
    };
  }
  return null;
}

export const togetherFinding = ({ direction, lines, said }: Together): Finding => ({
  of: "together",
  subject: "all",
  direction,
  degree: said[0]?.degree ?? null,
  number: lines,
});

/** "Presque tout augmente : 13 lignes sur 24 ; les plus nombreux, atteintes aux biens, 81 contre 40 un an plus tôt" */
export function togetherWords(c: Context, { direction, lines, of, said }: Together): string {
  const most = 2 * lines > of ? "Presque tout" : "Beaucoup de lignes";
  const verb = { rise: ["augmente", "augmentent"], fall: ["diminue", "diminuent"] }[direction][2 * lines > of ? 0 : 1];
  const [largest] = said.toSorted((a, b) => (b.line.whole.quarter.value ?? 0) - (a.line.whole.quarter.value ?? 0));
  const compared = largest && (readingOf(largest.line.whole) ?? lastingOf(largest.line.whole));
  const before = largest?.line.whole.quarterBefore.value;
  const example =
    largest && compared && before != null
      ? ` ; ${lowerFirst(shortName(c, largest.line))}, ${countWord(largest.line.whole.quarter.value ?? 0)} contre ${countWord(before)} un an plus tôt`
      : "";
  return `${most} ${verb} : ${formatNumber(lines)} lignes sur ${formatNumber(of)}${example}`;
}
