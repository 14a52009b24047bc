/** « Tendances »: a figure for each indicator and each family, in the order of the tables, on one time axis; a table while quarters are few. */
import { deliveryQuarter } from "../../model/delivery.ts";
import type { Section } from "../../model/document/bulletin.ts";
import type { Table } from "../../model/document/table.ts";
import { formatPeriod, NBSP } from "../../model/format.ts";
import { type Period, quarterNumber, yearOf } from "../../model/period.ts";
import { knownCourse } from "../charts/chart.ts";
import { chartedLines, charts, periodWords, timeAxis } from "../charts/charts-block.ts";
import { communeWord } from "../charts/events.ts";
import { figureCell, NOTHING } from "../context/cells.ts";
import type { Context } from "../context/context.ts";
import type { CountedLine } from "../context/lines.ts";
import { announced, courseDirection } from "../front/announced.ts";
import { type Column, column, tableBlock, tableOf } from "../tables/table-of.ts";
import { paragraph } from "../words/present.ts";
import { joinNames, lowerFirst } from "../words/words.ts";

/** Quarters delivered from which a drawing says more than its numbers: a year, and the quarter that it is compared with. */
const DRAWN_FROM = 5;
/** Quarters that a table can hold on paper: a first delivery may bring years of them. */
const MOST_IN_TABLE = 12;

/** @param word that of the commune, which explains the numbers on the curves */
export function trendsSection(c: Context, word = communeWord(c)): Section | undefined {
  const statements = c.nomenclature.statements.map((s) => ({ id: s.id, lines: chartedLines(c, s.id) }));
  const all = statements.flatMap(({ lines }) => lines);
  if (all.length === 0) return undefined;
  const delivered = new Set(c.analysis.deliveries.map(deliveryQuarter)).size;
  const isShort = delivered < DRAWN_FROM && timeAxis(all).length <= MOST_IN_TABLE;
  return {
    id: "tendances",
    ...trendsTitle(c, isShort),
    blocks: [
      paragraph(isShort ? TABLE_INTRO : `${CHARTS_INTRO}${ratesWords(all)}${withoutFact(all)}`),
      ...(isShort
        ? [tableBlock(quartersTable(c, all, timeAxis(all)))]
        : statements.flatMap(({ id, lines }) => charts(c, id, lines.filter(hasFact)))),
      ...word,
    ],
  };
}

/** "Depuis plusieurs années : cambriolages de logement en baisse": a finding, where a course is told. */
function trendsTitle(c: Context, isShort: boolean): Pick<Section, "title" | "label"> {
  const told = announced(c).flatMap(({ name, shape }) =>
    shape ? [`${lowerFirst(name)} en ${courseDirection(shape) === "rise" ? "hausse" : "baisse"}`] : [],
  );
  if (told.length === 0 || isShort) return { title: "Tendances" };
  return { title: `Depuis plusieurs années : ${joinNames(told)}`, label: "Tendances" };
}

const CHARTS_INTRO =
  "Chaque graphique montre les nombres de tous les trimestres connus. La bande donne les nombres ordinaires : ceux pour lesquels rien ne " +
  "serait annoncé, plus pâle pour les trimestres passés. Le dernier point porte le même signe que le texte ; le pointillé est la moyenne par " +
  "trimestre des douze derniers mois.";
const TABLE_INTRO =
  "Trop peu de trimestres ont été livrés pour des graphiques : voici les nombres de tous ceux qui sont connus. Les graphiques " +
  "viendront avec le cinquième.";

/** " Taux : population de 2021, parc de logements de 2021." */
function ratesWords(lines: readonly CountedLine[]): string {
  const sizes = lines.flatMap(({ whole: { rate } }) =>
    rate === null ? [] : [`${rate.denominator === "habitants" ? "population" : "parc de logements"} de ${rate.year}`],
  );
  return sizes.length === 0 ? "" : ` Taux : ${[...new Set(sizes)].join(", ")}.`;
}

const hasFact = ({ whole }: CountedLine): boolean => whole.series.some(({ figure }) => (figure.value ?? 0) > 0);

/** A flat line at zero shows less than its sentence. */
function withoutFact(lines: readonly CountedLine[]): string {
  const none = lines.filter((line) => !hasFact(line));
  const [first] = timeAxis(none);
  return first === undefined
    ? ""
    : ` Aucun fait depuis le ${formatPeriod(first)}, donc pas de graphique : ${joinNames(none.map(({ label }) => lowerFirst(label)))}.`;
}

/** The quarters known so far, a column each: in place of charts while there are few. */
function quartersTable(c: Context, lines: readonly CountedLine[], axis: readonly Period[]): Table {
  const rows = lines.map((line) => {
    const byStart = new Map(knownCourse(line.whole.series).map((p) => [p.figure.period.first, p.figure]));
    return { line, figures: axis.map((quarter) => byStart.get(quarter.first) ?? null) };
  });
  const columns: readonly Column<(typeof rows)[number]>[] = [
    column.label("ligne", "Ligne", ({ line }) => line.label),
    ...axis.map((quarter, i): Column<(typeof rows)[number]> => {
      const [year, number] = [yearOf(quarter.last), quarterNumber(quarter)];
      const cell = ({ figures }: (typeof rows)[number]) => (figures[i] ? figureCell(figures[i]) : NOTHING);
      return { ...column.number(`${year}-t${number}`, `T${number}`, cell, String(year)), isOfAxis: true };
    }),
  ];
  return tableOf(c, rows, ({ line }) => line.key, columns, {
    title: `Nombres trimestriels${periodWords(axis)}`,
    champ: "Indicateurs et familles, comme au tableau 1.",
    source: "Mêmes sources que les tableaux détaillés.",
    notes: [
      rows.some(({ figures }) => figures.includes(null)) &&
        `« – »${NBSP}: trimestre que les états de cette ligne n'ont pas donné.`,
    ],
  });
}
