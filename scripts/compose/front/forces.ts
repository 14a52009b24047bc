/** A force that stands out where the two together say nothing: page one names it. */
import { type Analysis, type Comparison, readingOf } from "../../model/analysis.ts";
import { degreeOf, directionOf, isAnnounced } from "../../model/degree.ts";
import type { Point } from "../../model/document/bulletin.ts";
import type { Context } from "../context/context.ts";
import { type CountedLine, countedLines, shortName } from "../context/lines.ts";
import { present } from "../words/present.ts";
import { sizeWithRange } from "../words/size.ts";
import { seasonWords } from "../words/verdicts.ts";
import { countWord } from "../words/words.ts";
import { announced, subjectOf } from "./announced.ts";
import { DEGREE_TAGS } from "./tags.ts";

export interface ForceApart {
  readonly line: CountedLine;
  readonly name: string;
  readonly force: "police" | "gendarmerie";
  readonly reading: Comparison;
  /** The other force of the line; null where it is not told apart. */
  readonly other: Analysis | null;
}

const OTHER = { police: "gendarmerie", gendarmerie: "police" } as const;

/** Of the lines of which nothing is announced, the forces that stand out. */
export function apartForces(c: Context): readonly ForceApart[] {
  const told = new Set(announced(c).flatMap(({ line, same }) => [line, ...same].map(({ whole }) => whole)));
  return countedLines(c).flatMap((line) =>
    (["police", "gendarmerie"] as const).flatMap((force) => {
      const own = line[force];
      const reading = own && readingOf(own);
      if (!own || own === line.whole || !reading || !isAnnounced(reading.verdict)) return [];
      if (told.has(line.whole)) return [];
      return [{ line, name: shortName(c, line), force, reading, other: line[OTHER[force]] }];
    }),
  );
}

/** "gendarmerie : 14, environ 4 fois le niveau de la saison (3) ; au moins 2 fois ; police : 9, contre 8 un an plus tôt" */
export function forceWords({ force, reading, other }: ForceApart): string {
  const size = sizeWithRange(reading, seasonWords(reading));
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

export const forcePoints = (c: Context): readonly Point[] =>
  apartForces(c).map((x) => ({
    tag: DEGREE_TAGS[degreeOf(x.reading.verdict)],
    mark: x.reading.verdict,
    lead: `${x.name} :`,
    text: `${forceWords(x)} ; rien d'établi pour les deux forces réunies.`,
    line: x.line.key,
    findings: [
      {
        of: "force",
        subject: subjectOf(c, x.line),
        direction: directionOf(x.reading.verdict),
        degree: degreeOf(x.reading.verdict),
        number: x.reading.after.value,
      },
    ],
  }));
