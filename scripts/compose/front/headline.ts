/** The news, in one sentence. */
import { type Analysis, readingOf } from "../../model/analysis.ts";
import { formatNumber, plural } from "../../model/format.ts";
import type { Context } from "../context/context.ts";
import { type CountedLine, countedLines, shortName } from "../context/lines.ts";
import { againstReference, lowerFirst, ofWord, upperFirst } from "../words/words.ts";
import { type Announced, announced } from "./announced.ts";

/** Clauses of one headline. */
const MOST_CLAUSES = 2;

export function headline(c: Context): string {
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
