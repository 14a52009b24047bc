/**
 * « Tendances »: what is announced, drawn large; every other line small, by theme; their counts in the annexe. While quarters are few, their table
 * alone; of a small commune where nothing is announced, the annexe alone.
 */
import { deliveryQuarter } from "../../model/delivery.ts";
import { QUARTERS, type Section } from "../../model/document/bulletin.ts";
import { formatPeriod } from "../../model/format.ts";
import { chartedLines, charts, curves, hasCourse, largeCharts, timeAxis } from "../charts/charts-block.ts";
import { communeWord } from "../charts/events.ts";
import { type Context, isSmall } from "../context/context.ts";
import { type CountedLine, countedLines, shortName } from "../context/lines.ts";
import { type Announced, announced } from "../front/announced.ts";
import { quartersTable } from "../tables/quarters-table.ts";
import { tableBlock } from "../tables/table-of.ts";
import { paragraph, present } from "../words/present.ts";
import { WAY } from "../words/verdicts.ts";
import { joinNames, lowerFirst } from "../words/words.ts";

/** Quarters delivered from which a drawing says more than its numbers: a year, and the quarter that it is compared with. */
const DRAWN_FROM = 5;
/** Quarters that a table can hold in place of charts: a first delivery may bring years of them. */
const MOST_IN_TABLE = 12;
/** Charts drawn large: three rows. What is announced beyond them is marked on its small curve. */
const MOST_LARGE = 6;
/** Names that a title holds. */
const MOST_NAMED = 2;

/** @param word that of the commune, whose notes stand on the curves */
export function trendsSection(c: Context, word = communeWord(c)): Section | undefined {
  const all = chartedLines(c);
  if (all.length === 0) return undefined;
  if (!isShort(c, all) && isSmall(c) && announced(c).length === 0) return undefined;
  if (isShort(c, all)) {
    const table = quartersTable(c, all);
    return { id: "tendances", title: "Tendances", blocks: [paragraph(TABLE_INTRO), tableBlock(table), ...word] };
  }
  const said = saidLines(c);
  const large = said.slice(0, MOST_LARGE);
  const isLarge = new Set(large.map(({ whole }) => whole));
  const notes = present(withoutFact(all), withoutCourse(c), ratesWords(large));
  const small = all.filter((line) => !isLarge.has(line.whole) && hasFact(line));
  return {
    id: "tendances",
    label: "Tendances",
    title: titleOf(announced(c)),
    blocks: [
      ...charts(c, large),
      ...(small.length === 0
        ? notes.map(paragraph)
        : curves(c, small, {
            title: large.length === 0 ? "Chaque ligne" : "Les autres lignes",
            notes,
            to: { id: QUARTERS, title: QUARTERS_TITLE },
          })),
      ...word,
    ],
  };
}

/** A line for each thing announced that can be drawn, the surest first. */
const saidLines = (c: Context): readonly CountedLine[] =>
  announced(c)
    .map(({ line }) => line)
    .filter(hasCourse);

/** For the wall: what is announced. None while « Tendances » is a table. */
export const saidCharts = (c: Context): ReturnType<typeof largeCharts> =>
  isShort(c, chartedLines(c)) ? [] : largeCharts(c, saidLines(c));

/** The counts of all that is drawn; undefined where « Tendances » is itself a table. */
export function quartersSection(c: Context): Section | undefined {
  const all = chartedLines(c);
  if (all.length === 0 || isShort(c, all)) return undefined;
  const shown = isSmall(c) ? all.filter(hasFact) : all;
  return { id: QUARTERS, title: QUARTERS_TITLE, blocks: [tableBlock(quartersTable(c, shown))] };
}
const QUARTERS_TITLE = "Les nombres de chaque trimestre";

const isShort = (c: Context, lines: readonly CountedLine[]): boolean =>
  new Set(c.analysis.deliveries.map(deliveryQuarter)).size < DRAWN_FROM && timeAxis(lines).length <= MOST_IN_TABLE;

/** "Ce qui se distingue : cambriolages de logement en hausse": a finding, where something is announced. */
function titleOf(told: readonly Announced[]): string {
  const names = told.map(({ name, direction }) => `${lowerFirst(name)} ${WAY[direction]}`);
  return names.length === 0
    ? "Les courbes, par thème"
    : names.length <= MOST_NAMED
      ? `Ce qui se distingue : ${joinNames(names)}`
      : `${names.length} lignes se distinguent`;
}

const TABLE_INTRO =
  "Trop peu de trimestres ont été livrés pour des graphiques : voici les nombres de tous ceux qui sont connus. Les graphiques " +
  "viendront avec le cinquième.";

/** "Taux : population de 2021, parc de logements de 2021." */
function ratesWords(lines: readonly CountedLine[]): string {
  const sizes = lines.flatMap(({ whole: { rate } }) =>
    rate === null ? [] : [`${rate.denominator === "habitants" ? "population" : "parc de logements"} de ${rate.year}`],
  );
  return sizes.length === 0 ? "" : `Taux : ${[...new Set(sizes)].join(", ")}.`;
}

const hasFact = ({ whole }: CountedLine): boolean => whole.series.some(({ figure }) => (figure.value ?? 0) > 0);

/** Points that do not follow each other draw no course. */
function withoutCourse(c: Context): string {
  const without = countedLines(c).filter((line) => hasFact(line) && !hasCourse(line));
  return without.length === 0
    ? ""
    : `Sans courbe, faute de deux trimestres de suite : ${joinNames(without.map((line) => lowerFirst(shortName(c, line))))}.`;
}

/** A flat line at zero shows less than its sentence. */
function withoutFact(lines: readonly CountedLine[]): string {
  const none = lines.filter((line) => !hasFact(line));
  const [first] = timeAxis(none);
  return first === undefined
    ? ""
    : `Aucun fait depuis le ${formatPeriod(first)}, donc sans courbe : ${joinNames(none.map(({ label }) => lowerFirst(label)))}.`;
}
