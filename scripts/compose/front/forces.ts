/** A force that stands out where the two together say nothing: page one names it. */
import { type Analysis, type Comparison, readingOf } from "../../model/analysis.ts";
import { degreeOf, directionOf, isAnnounced, VERDICT_WORDS } from "../../model/degree.ts";
import type { Finding } from "../../model/document/finding.ts";
import type { Point } from "../../model/document/front-page.ts";
import type { Context } from "../context/context.ts";
import { type CountedLine, countedLines, shortName } from "../context/lines.ts";
import { finding, present } from "../words/present.ts";
import { sizeWithRange } from "../words/size.ts";
import { countWord } from "../words/words.ts";
import { announced, subjectOf } from "./announced.ts";
import { DEGREE_TAGS } from "./tags.ts";

const OTHER = { police: "gendarmerie", gendarmerie: "police" } as const;

/** A force of a line that stands out: each is judged apart. */
export interface ToldForce {
  readonly force: "police" | "gendarmerie";
  readonly own: Analysis;
  readonly reading: Comparison;
}

export const toldForces = (line: CountedLine): readonly ToldForce[] =>
  (["police", "gendarmerie"] as const).flatMap((force) => {
    const own = line[force];
    const reading = own && readingOf(own);
    return own && own !== line.whole && reading && isAnnounced(reading.verdict) ? [{ force, own, reading }] : [];
  });

export interface ForceApart extends ToldForce {
  readonly line: CountedLine;
  readonly name: string;
  /** The other force of the line; null where it is not told apart. */
  readonly other: Analysis | null;
}

/** Of the lines of which nothing is announced, the forces that stand out. */
export function apartForces(c: Context): readonly ForceApart[] {
  const told = new Set(announced(c).flatMap(({ line, same }) => [line, ...same].map(({ whole }) => whole)));
  return countedLines(c)
    .filter(({ whole }) => !told.has(whole))
    .flatMap((line) =>
      toldForces(line).map((x) => ({ ...x, line, name: shortName(c, line), other: line[OTHER[x.force]] })),
    );
}

/** "gendarmerie : 14, environ 4 fois le niveau de la saison (3) ; au moins 2 fois ; police : 9, contre 8 un an plus tôt" */
export function forceWords({ force, reading, other }: ForceApart): string {
  const size = sizeWithRange(reading);
  return present(
    `${force} : ${countWord(reading.after.value ?? 0)}${size && `, ${size}`}`,
    other && `${OTHER[force]} : ${besideWords(other)}`,
  ).join(" ; ");
}

/** "9, contre 8 un an plus tôt" */
export function besideWords(a: Analysis): string {
  const shown = (n: number | null) => (n === null ? "non connu" : countWord(n));
  return `${shown(a.quarter.value)}, contre ${shown(a.quarterBefore.value)} un an plus tôt`;
}

/** The force that alone stands out in a line of which something is said; else null. */
export function forceAlone(line: CountedLine): ToldForce | null {
  const [first, ...others] = toldForces(line);
  return line.police && line.gendarmerie && first && others.length === 0 ? first : null;
}

/** "hausse établie pour la gendarmerie seule : 20, contre 5 un an plus tôt" */
export const forceAloneWords = ({ force, own, reading }: ToldForce): string =>
  `${VERDICT_WORDS[reading.verdict]} pour la ${force} seule : ${besideWords(own)}`;

export const forcePoints = (c: Context): readonly Point[] =>
  apartForces(c).map((x) => ({
    tag: DEGREE_TAGS[degreeOf(x.reading.verdict)],
    mark: x.reading.verdict,
    lead: `${x.name} :`,
    text: `${forceWords(x)} ; rien d'établi pour les deux forces réunies.`,
    line: x.line.key,
    findings: [forceFinding(c, x.line, x)],
  }));

export function forceFinding(c: Context, line: CountedLine, { own, reading: { verdict } }: ToldForce): Finding {
  const parts = { direction: directionOf(verdict), degree: degreeOf(verdict), number: own.quarter.value };
  return finding("force", subjectOf(c, line), parts);
}
