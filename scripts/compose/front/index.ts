/**
 * Page one: what has changed, and whether to worry, in a minute. Here, the news, in one sentence, and four numbers, large, each with last
 * year's and its curve: what is announced first, then the commune's usual concerns.
 *
 *   changes     what a further edition changes of the quarter's own figures
 *   points      at most five: what is grave, established, to follow, beside the département
 *   follow-up   what the quarter before announced, and what has become of it
 *   announced   the lines of which something is said, each fact of life once
 *   standing    « Où en est-on », by theme: a section like the others
 */

import { type Analysis, comparisonOf, type Figure, readingOf } from "../../model/analysis.ts";
import type { Verdict } from "../../model/degree.ts";
import type { FrontPage, KeyFigure } from "../../model/document/bulletin.ts";
import { formatNumber, plural } from "../../model/format.ts";
import { curveOf, figureCell } from "../context/cells.ts";
import type { Context } from "../context/context.ts";
import { type CountedLine, countedLines, foremostLines, shortName } from "../context/lines.ts";
import { againstReference, countWord, lowerFirst, ofWord, upperFirst } from "../words/words.ts";
import { type Announced, announced } from "./announced.ts";
import { points } from "./points.ts";

export { standingSection } from "./standing.ts";

export const frontPage = (c: Context): FrontPage => ({
  headline: headline(c),
  points: points(c),
  keyFigures: keyFigures(c),
});

/** Clauses of one headline. */
const MOST_CLAUSES = 2;

function headline(c: Context): string {
  const lines = countedLines(c);
  const killed = lines.find(({ whole }) => whole.indicator === "homicides")?.whole.quarter.value ?? 0;
  const grave = killed === 0 ? [] : [killed === 1 ? "un homicide" : `${formatNumber(killed)} homicides`];
  const said = announced(c);
  const sure = said.filter(({ degree }) => degree === "established");
  const told = sure.length > 0 ? sure : said;
  const room = MOST_CLAUSES - grave.length;
  const left = said.length - Math.min(told.length, room);
  const clauses = [
    ...grave,
    ...told.slice(0, room).map((x, i) => clause(c, x, sure.length > 0, grave.length + i === 0)),
  ];
  if (clauses.length > 0) {
    if (said.length === 0) clauses.push("rien d'autre ne se distingue des trimestres précédents");
    const more = left > 0 && sure.length === 0 ? " ; d'autres lignes sont à suivre" : "";
    return upperFirst(`${clauses.join(" ; ")}${more}`);
  }
  return quiet(c, lines);
}

/** "nettement plus de cambriolages de logement que d'ordinaire"; the second clause does not repeat the end. */
function clause(c: Context, x: Announced, established: boolean, isFirst: boolean): string {
  const name = lowerFirst(shortName(c, x.line));
  const start = `${established ? "nettement " : ""}${x.direction === "rise" ? "plus" : "moins"} ${ofWord(name)}`;
  const span = x.quarter ? "" : x.year ? " sur douze mois" : " depuis plusieurs années";
  return `${start}${span}${isFirst && x.quarter ? " que d'ordinaire" : ""}${!established && isFirst ? ", à suivre" : ""}`;
}

/** Nothing is announced: that is the news, with the largest gap; or nothing compares yet. */
function quiet(c: Context, lines: readonly CountedLine[]): string {
  const known = lines.filter(({ whole }) => whole.quarter.value !== null);
  if (known.length === 0) return `Aucun nombre n'est connu pour le ${c.name}`;
  const judged = known.filter(
    ({ whole }) => !["not-judged", "none"].includes(readingOf(whole)?.verdict ?? "not-judged"),
  );
  if (judged.length === 0)
    return isFirstQuarter(known.map(({ whole }) => whole))
      ? `Premier trimestre connu : ${plural(known.length, "ligne")}, sans comparaison possible encore`
      : "Pas encore de comparaison possible avec les années précédentes";
  const gap = largestGap(judged);
  const end = gap ? ` ; le plus grand écart : ${gapWords(c, gap)}` : "";
  return `Ce trimestre ne se distingue pas des précédents${end}`;
}

const isFirstQuarter = (all: readonly Analysis[]): boolean =>
  all.every(({ series }) => series.slice(0, -1).every(({ figure }) => figure.value === null));

const largestGap = (lines: readonly CountedLine[]): CountedLine | undefined =>
  lines
    .filter(({ whole }) => {
      const reading = readingOf(whole);
      return reading !== undefined && (reading.after.value ?? 0) * reading.exposure !== reading.before.value;
    })
    .toSorted((a, b) => (readingOf(a.whole)?.p ?? 1) - (readingOf(b.whole)?.p ?? 1))[0];

function gapWords(c: Context, line: CountedLine): string {
  const reading = readingOf(line.whole);
  if (!reading) return "";
  return `${lowerFirst(shortName(c, line))}, ${formatNumber(reading.after.value ?? 0)} ${againstReference(reading)}`;
}

const SHOWN = 4;

/** Property, violence, vehicles, tranquillity. */
const CONCERNS: readonly string[] = [
  "cambriolages-logement",
  "coups-blessures-15-ans-plus",
  "vols-dans-vehicules",
  "tranquillite-salubrite",
];

const keyFigures = (c: Context): readonly KeyFigure[] =>
  keyFiguresOf(c, announced(c), (line) => ({
    figure: line.whole.quarter,
    verdict: readingOf(line.whole)?.verdict,
    before: beforeWords(line),
    curve: curveOf(line.whole),
  }));

/** What stands large of one line. */
interface Shown extends Pick<KeyFigure, "before" | "curve"> {
  readonly figure: Figure;
  readonly verdict: Verdict | undefined;
}

/** @param told what is announced, in this order. @param of what is shown of a line: its quarter, its year */
export function keyFiguresOf(
  c: Context,
  told: readonly Announced[],
  of: (line: CountedLine) => Shown,
): readonly KeyFigure[] {
  const rank = ({ whole }: CountedLine): number => {
    const place = told.findIndex(({ line }) => line.whole === whole);
    if (place !== -1) return place;
    const concern = CONCERNS.indexOf(whole.indicator ?? "");
    return told.length + (concern === -1 ? CONCERNS.length : concern);
  };
  return foremostLines(c)
    .map((line) => ({ line, ...of(line) }))
    .filter(({ figure }) => figure.value !== null)
    .toSorted((a, b) => rank(a.line) - rank(b.line) || (b.figure.value ?? 0) - (a.figure.value ?? 0))
    .slice(0, SHOWN)
    .map(({ line, figure, verdict = "not-judged", before, curve }) => ({
      line: line.key,
      label: shortName(c, line),
      value: figureCell(figure),
      mark: verdict,
      before,
      curve,
    }));
}

function beforeWords({ whole }: CountedLine): string {
  const before = whole.quarterBefore.value;
  if (comparisonOf(whole, "quarter")?.acrossBreak) return "rupture de série depuis";
  return before === null ? "" : `${countWord(before)} un an plus tôt`;
}
