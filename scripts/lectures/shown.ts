/** What a person is shown of a file before its lecture is confirmed: one sentence, the texts that are not used, nearest to figures first. */

import { FORCE_LABELS, formatPeriod, joinWords, oneLine, plural } from "../model/format.ts";
import {
  cellsOf,
  entersSeries,
  type Force,
  type Observation,
  OTHER_STATEMENT,
  type Provenance,
  type ReadTable,
  type Recognition,
} from "../model/observation.ts";
import { comparePeriods, distinctPeriods, lengthOf, type Period, periodKey, yearOf } from "../model/period.ts";
import type { Settings } from "../model/settings.ts";
import { namedWhere } from "./named-where.ts";
import type { LabelOf } from "./question-words.ts";

const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

/** Periods of the figures, each once: the longest first, then the latest year; within a year in their order. */
const periodsOf = (observations: readonly Observation[]): readonly Period[] =>
  distinctPeriods(observations.map(({ period }) => period)).toSorted(
    (a, b) => lengthOf(b) - lengthOf(a) || yearOf(b.last) - yearOf(a.last) || comparePeriods(a, b),
  );

/** Of another document than the statements, whose force is not asked about, nothing. */
const forceSaid = ({ force, forceUnsaid, statement }: Observation): readonly string[] => {
  if (!forceUnsaid) return [FORCE_LABELS[force].toLowerCase()];
  return statement === OTHER_STATEMENT ? [] : ["force non dite"];
};

/** « IS 101, Valmont, police nationale et ensemble, 1er trimestre 2026 et 1er trimestre 2025 : 36 chiffres » */
export function sentence(recognition: Recognition, commune: Settings["commune"], labelOf: LabelOf): string {
  const { observations, tables } = recognition;
  // one part may hold several, a table each
  const statements = distinct([...observations, ...tables].map(({ statement }) => statement));
  const names = statements.map((id) =>
    id === OTHER_STATEMENT ? "Document autre qu'un état de la convention" : (labelOf(id) ?? id),
  );
  if (observations.length === 0) return `${joinWords(names) || "Fichier"} : aucun chiffre lu`;
  const forces = distinct(observations.flatMap((o) => forceSaid(o)));
  const periods = periodsOf(observations).map((p) => formatPeriod(p));
  const shown =
    periods.length > 4
      ? [...periods.slice(0, 3), plural(periods.length - 3, "autre période", "autres périodes")]
      : periods;
  const counts = observations.filter((o) => o.value !== null).length;
  return [
    joinWords(names),
    namedWhere(recognition, commune),
    joinWords(forces),
    `${joinWords(shown)} : ${plural(counts, "chiffre")}`,
  ]
    .filter((part) => part !== "")
    .join(", ");
}

export interface UnusedText {
  readonly text: string;
  /** Rows to the nearest figure of its table; of a text beside a table, none. */
  readonly distance: number | null;
  readonly place: Provenance | null;
  /** Why, where it was set aside: "colonne « Rang »"; "" for a text that says nothing to the program. */
  readonly why: string;
}

/** Every text of the file that changes no figure, nearest to the figures first, each once. */
export function unusedTexts({ tables }: Recognition): readonly UnusedText[] {
  const all = tables.flatMap(unusedOf);
  const rank = ({ distance }: UnusedText): number => distance ?? Number.MAX_SAFE_INTEGER;
  const first = new Map<string, UnusedText>();
  for (const unused of all.toSorted((a, b) => rank(a) - rank(b)))
    if (!first.has(unused.text)) first.set(unused.text, unused);
  return [...first.values()];
}

function unusedOf(table: ReadTable): readonly UnusedText[] {
  const { besides = [], comments = [], rows } = table.grid;
  const cells = cellsOf(table);
  const counts = cells.flatMap(({ reading, row }) =>
    reading.kind === "count" ? [{ row, label: reading.observation.label }] : [],
  );
  const last = counts.at(-1)?.row ?? rows.length;
  const lines = new Set(counts.map(({ label }) => label));
  const inCells = cells.flatMap(({ cell, reading, row, place }): readonly UnusedText[] => {
    const far = Math.min(...counts.map((other) => Math.abs(other.row - row)));
    const distance = counts.length === 0 ? null : far;
    const beside = (cell.beside ?? [])
      .filter((b) => b.text.trim() !== "")
      .map((b) => ({ text: b.text.trim(), distance, place, why: "dans la cellule, ou sur elle" }));
    const text = cell.text.trim();
    if (!/\p{L}/u.test(text) || lines.has(oneLine(text))) return beside;
    // under the last figure stands what a letterhead or a note says, whatever the words
    const isUnder = reading.kind === "text" && reading.role === "title" && row > last;
    const isPartly = reading.kind === "text" && reading.isPartly === true;
    if (reading.kind === "text" && reading.means !== null && !isUnder && !isPartly) return beside;
    if (reading.kind === "count" || reading.kind === "printed") return beside;
    const told = reading.kind === "ignored" || reading.kind === "not-understood" ? reading.why : "";
    const why = isPartly && reading.means !== null ? "compris en partie" : told;
    return [{ text, distance, place, why }, ...beside];
  });
  const ofNoCell = (texts: readonly string[], why: string): readonly UnusedText[] =>
    texts.map((text) => ({ text, distance: null, place: null, why }));
  return [
    ...inCells,
    ...ofNoCell(besides, "à côté du tableau, ou en marge de la page"),
    ...ofNoCell(comments, "commentaire d'une cellule"),
  ];
}

/** A line each, a column for each force and period, in the order of the cells. */
export interface FiguresTable {
  readonly columns: readonly { readonly force: Force; readonly period: Period }[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
}

export function figuresTable(observations: readonly Observation[]): FiguresTable {
  const own = observations.filter((o) => entersSeries(o) || o.kind === "total" || o.statement === OTHER_STATEMENT);
  const keyOf = ({ force, period }: Observation): string => `${force} ${periodKey(period)}`;
  const columns = new Map(own.map((o) => [keyOf(o), { force: o.force, period: o.period }]));
  const rows = Map.groupBy(own, (o) => `${o.statement}|${o.kind}|${o.indicator ?? o.label}|${o.family}`);
  return {
    columns: [...columns.values()],
    rows: [...rows.values()].map((line) => ({
      label: line[0]?.label ?? "",
      cells: [...columns.keys()].map((column) => {
        const found = line.find((o) => keyOf(o) === column);
        return found ? (found.value === null ? found.provenance.raw.trim() || "–" : String(found.value)) : "";
      }),
    })),
  };
}
