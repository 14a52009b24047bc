/** Axes to a table: rows and columns by any of them, with heads, labels, other columns and noise; and what it means. */

import { type Cell, EMPTY } from "../../scripts/model/grid.ts";
import type { Force } from "../../scripts/model/observation.ts";
import { periodKey } from "../../scripts/model/period.ts";
import type { Random } from "../demo/random.ts";
import { headRows } from "../demo/table.ts";
import { cell, layOut } from "../demo/write/sheet.ts";
import { type Axis, type Item, measureText, type Place } from "./axes.ts";
import type { Plan } from "./choices.ts";
import type { DrawnLine } from "./labels.ts";
import { facts } from "./truth.ts";

export interface Expected {
  readonly statement: Plan["statement"];
  readonly indicator: string | null;
  readonly label: string;
  readonly force: Force;
  readonly period: string;
  /** null: a mark says that the figure is missing. */
  readonly value: number | null;
  /** The figure carries a mark ("12*"): it may be left out, never misread. */
  readonly optional?: true;
}

export type Axes = Readonly<Record<Axis, readonly Item[]>>;

/** What a row holds: a line of figures, the total of all of them, or only words. */
type Row =
  | { readonly kind: "figures"; readonly labels: readonly string[]; readonly at: Partial<Place> }
  | { readonly kind: "total"; readonly labels: readonly string[] }
  | { readonly kind: "words"; readonly text: string; readonly spanning: boolean };

/** Every combination of the axes' items, the first axis varying slowest. */
export function product(axes: readonly (readonly Item[])[]): readonly (readonly Item[])[] {
  return axes.reduce<(readonly Item[])[]>(
    (all, items) => all.flatMap((before) => items.map((item) => [...before, item])),
    [[]],
  );
}

export const placeOf = (items: readonly Item[]): Partial<Place> =>
  Object.assign({}, ...items.map(({ headings: _, ...means }) => means));

const MARKS: Readonly<Record<Plan["missing"], string>> = {
  none: "",
  nd: "nd",
  NC: "NC",
  empty: "",
  "-": "-",
  NA: "NA",
  "/": "/",
  ndiff: "ndiff",
  s: "s",
  "n.d.": "n.d.",
  "—": "—",
  Néant: "Néant",
  "...": "...",
};

export function writeCount(value: number, plan: Plan): string {
  return plan.thousands === "none" ? String(value) : String(value).replace(/\B(?=(\d{3})+$)/g, plan.thousands);
}

/** The rows where lines alone go down: families, sections and totals are drawn here. */
function lineRows({ plan, lines, random, perFamily }: TableInput): Row[] {
  const figures = (line: DrawnLine, ...labels: string[]): Row => ({ kind: "figures", labels, at: { line } });
  const isIst = plan.statement === "IST";
  const rows: Row[] = [];
  let family: DrawnLine | undefined;
  const close = (): void => {
    if (!family) return;
    if (perFamily) rows.push(figures(family, "Total"));
    if (plan.familyRows === "total row") rows.push(figures(family, "Sous-total"));
    if (plan.familyRows === "total row named") rows.push(figures(family, `Total ${family.name}`));
  };
  lines.forEach((line, i) => {
    if (isIst && line.family === null && line.indicator !== null) {
      close();
      family = line;
      if (perFamily) return;
      if (plan.familyRows === "two columns") rows.push(figures(line, line.label, "Total"));
      else if (plan.familyRows.startsWith("own row") || plan.familyRows === "tables")
        rows.push(figures(line, line.label));
      else rows.push({ kind: "words", text: line.label, spanning: false });
      return;
    }
    if (!isIst && plan.sections !== "none" && (i === 0 || i === Math.ceil(lines.length / 2)))
      rows.push({
        kind: "words",
        text: i === 0 ? "DÉLINQUANCE GÉNÉRALE" : "Délinquance de proximité",
        spanning: plan.sections === "spanning titles",
      });
    const indent = { "own row, indented": "    ", "own row, dashes": "- " }[plan.familyRows as string] ?? "";
    if (isIst && plan.familyRows === "two columns") rows.push(figures(line, family?.label ?? "", line.label));
    else rows.push(figures(line, (isIst ? indent : "") + line.label));
  });
  close();
  const total: Row = { kind: "total", labels: [random.pick(["Total", "TOTAL", "Total général", "TOTAL GENERAL"])] };
  // a table of one family ends with the family's own figures: another total would be a second one
  if (plan.totalRow === "last" && !perFamily) rows.push(total);
  if (plan.totalRow === "first" && !perFamily) rows.unshift(total);
  return rows;
}

/** Texts of an axis in the row labels: in one column, or the year in a column of its own where `split`. */
const labelsOf = (item: Item, split: boolean): readonly string[] =>
  item.headings.length === 0 ? [] : split ? item.headings : [item.headings.join(" ")];

const CORNERS: Readonly<Record<Axis, readonly string[]>> = {
  line: ["Type d'infractions"],
  period: ["Période"],
  force: ["Service"],
  measure: ["Nombre"],
};

export interface TableInput {
  readonly plan: Plan;
  readonly random: Random;
  readonly axes: Axes;
  readonly rows: readonly Axis[];
  readonly columns: readonly Axis[];
  /** What the caption fixes. */
  readonly fixed: Partial<Place>;
  readonly lines: readonly DrawnLine[];
  /** The caption names the family: the table ends with its total. */
  readonly perFamily: boolean;
}

export interface DrawnTable {
  readonly rows: Cell[][];
  readonly head: number;
  readonly expected: readonly Expected[];
}

/** One more column beside the counts. */
interface Extra {
  readonly heading: string;
  readonly text: (row: Row, rank: number) => string;
}

function extrasOf(
  input: TableInput,
  columns: readonly Partial<Place>[],
): { before: Extra[]; attributes: Extra[]; after: Extra[] } {
  const { plan, random } = input;
  const onlyLines = input.rows.length === 1 && input.rows[0] === "line";
  const lineOf = (row: Row): DrawnLine | undefined => (row.kind === "figures" ? row.at.line : undefined);
  const before: Extra[] = [];
  const attributes: Extra[] = [];
  const after: Extra[] = [];
  if (plan.attributes === "commune")
    before.push({ heading: "Commune", text: (row) => (row.kind === "words" ? "" : "SAINT-AUBIN-LES-TILLEULS") });
  if (!onlyLines) return { before, attributes, after };
  if (plan.attributes === "index first" && plan.statement === "IS101")
    before.push({ heading: "Index", text: (row) => lineOf(row)?.index.join(", ") ?? "" });
  if (plan.attributes === "code")
    before.push({ heading: "Code", text: (row, rank) => (row.kind === "figures" ? `${100 + rank}` : "") });
  if (plan.attributes === "rank")
    before.push({ heading: "N°", text: (row, rank) => (row.kind === "figures" ? String(rank) : "") });
  if (plan.attributes.startsWith("index") && plan.attributes !== "index first" && plan.statement === "IS101")
    attributes.push({ heading: "Index", text: (row) => lineOf(row)?.index.join(", ") ?? "" });
  if (plan.attributes.includes("unit"))
    attributes.push({ heading: "Unité de compte", text: (row) => lineOf(row)?.unit ?? "" });

  // Changes between the first two periods, of both forces together, or of the only force
  const counts = columns.filter((place) => (place.measure ?? "count") === "count");
  const forces = new Set(counts.map((place) => place.force));
  const compared = counts.filter((place) => forces.size === 1 || place.force === "ensemble").slice(0, 2);
  const [a, b] = compared;
  if (plan.change !== "none" && a?.period && b?.period && a.period !== b.period) {
    const [old, recent] = a.period.last < b.period.last ? [a, b] : [b, a];
    const pair = (row: Row): [number, number] | undefined => {
      const line = lineOf(row);
      if (!line) return undefined;
      const count = (place: Partial<Place>): number => {
        const { force = "ensemble", period } = { ...input.fixed, ...place };
        return period ? facts(plan, line.counts, force, period) : 0;
      };
      return [count(old), count(recent)];
    };
    const difference = (row: Row): string => {
      const values = pair(row);
      if (!values) return "";
      const d = values[1] - values[0];
      return plan.change === "facts in words"
        ? `${d < 0 ? "-" : "+"} ${Math.abs(d)} fait(s)`
        : d > 0
          ? `+${d}`
          : String(d);
    };
    const percent = (row: Row): string => {
      const values = pair(row);
      if (!values || values[0] === 0) return "";
      const p = ((values[1] - values[0]) / values[0]) * 100;
      return `${p > 0 ? "+" : ""}${p.toFixed(2).replace(".", ",")} %`;
    };
    if (plan.change !== "percent") after.push({ heading: plan.changeWords, text: difference });
    if (plan.change === "percent") after.push({ heading: `${plan.changeWords} en %`, text: percent });
    if (plan.change === "difference and percent")
      after.push({ heading: random.pick(["%", "Évolution %", "en %", "Variation (%)"]), text: percent });
  }
  const latest = counts.at(-1);
  const countOf = (row: Row): number => {
    const { force = "ensemble", period } = { ...input.fixed, ...latest };
    const line = lineOf(row);
    return line && period ? facts(plan, line.counts, force, period) : 0;
  };
  if (plan.measures === "average")
    after.push({
      heading: "Moyenne 2023-2025",
      text: (row, rank) =>
        row.kind !== "figures" ? "" : rank % 2 === 0 ? String(countOf(row) + 1) : `${countOf(row) + 2},33`,
    });
  if (plan.measures === "target")
    after.push({ heading: "Objectif", text: (row) => (row.kind === "figures" ? String(countOf(row) + 3) : "") });
  if (plan.attributes === "trend")
    after.push({
      heading: "Tendance",
      text: (row, rank) => (row.kind === "figures" ? (rank % 2 ? "hausse" : "stable") : ""),
    });
  if (plan.observations !== "none")
    after.push({
      heading: "Observations",
      text: (row, rank) =>
        plan.observations === "text" && row.kind === "figures" && rank === 2 ? "dont 2 tentatives" : "",
    });
  return { before, attributes, after };
}

/** Inserts an empty column at `at`; undefined when a merged cell stretches over that place. */
function withBlankColumn(rows: Cell[][], at: number): Cell[][] | undefined {
  const crosses = rows.some((row) => row.some((c, i) => i < at && i + (c.colSpan ?? 1) > at));
  return crosses ? undefined : rows.map((row) => [...row.slice(0, at), EMPTY, ...row.slice(at)]);
}

/** Headings on rows of their own, or said in one cell: "T1 2026 (Police)". Lines across keep a row of their own. */
function joined(path: readonly string[], { plan, columns }: TableInput): readonly string[] {
  const [first, ...more] = path;
  if (plan.headings === "rows" || first === undefined || more.length === 0 || columns.includes("line")) return path;
  if (plan.headings === "one cell, brackets") return [`${first} (${more.join(", ")})`];
  return [path.join(plan.headings === "one cell" ? " " : " - ")];
}

const COLUMN_NUMBERS: Readonly<Record<Plan["columnNumbers"], (i: number) => string>> = {
  none: () => "",
  "(1)": (i) => `(${i})`,
  "1": String,
  // past Z as a spreadsheet does: 27 => "AA"
  A: (i) => (i > 26 ? "A" : "") + String.fromCharCode(65 + ((i - 1) % 26)),
};

export function drawTable(input: TableInput): DrawnTable {
  const { plan, random, axes, fixed, lines } = input;
  const onlyLines = input.rows.length === 1 && input.rows[0] === "line";
  const split = plan.layout === "long" && plan.periodSplit !== "together";
  const columns = product(input.columns.map((axis) => axes[axis]));
  const columnPlaces = columns.map(placeOf);
  const merged = plan.groupedBy === "merged";

  const rows: Row[] = onlyLines
    ? lineRows(input)
    : product(input.rows.map((axis) => axes[axis])).map((items) => {
        const labels = items.flatMap((item) => labelsOf(item, split));
        return { kind: "figures", labels: labels.length > 0 ? labels : ["Nombre de faits"], at: placeOf(items) };
      });
  const labelColumns = Math.max(1, ...rows.map((row) => (row.kind === "figures" ? row.labels.length : 1)));

  const { before, attributes, after } = extrasOf(input, columnPlaces);
  const corner = cornersOf(input, labelColumns, split);
  const early = plan.columnOrder === "others before counts" ? [...attributes, ...after] : attributes;
  const late = plan.columnOrder === "others before counts" ? [] : after;

  const paths = columns.map((items) =>
    joined(
      items.flatMap((item) => item.headings),
      input,
    ),
  );
  const counted = paths.map((path) => (path.length > 0 ? path : [plan.countWords]));
  const allPaths = [...early.map((e) => [e.heading]), ...counted, ...late.map((e) => [e.heading])];
  const head = merged
    ? headRows(allPaths, [...before.map((e) => e.heading), ...corner])
    : repeatedHead(allPaths, [...before.map((e) => e.heading), ...corner]);

  const expected: Expected[] = [];
  const countText = (row: Row, place: Partial<Place>): string => {
    const {
      line,
      force = "ensemble",
      period,
      measure = "count",
    } = { ...fixed, ...place, ...(row.kind === "figures" ? row.at : {}) };
    if (row.kind === "words" || !period) return "";
    if (row.kind === "total") {
      if (measure !== "count") return "";
      const summed = lines.filter((l) => plan.statement === "IS101" || (l.family === null && l.indicator !== null));
      return writeCount(
        summed.reduce((total, l) => total + facts(plan, l.counts, force, period), 0),
        plan,
      );
    }
    if (!line) return "";
    const count = facts(plan, line.counts, force, period);
    if (measure !== "count") return measureText(measure, count, random);
    const isNone = plan.missing === "Néant" && count === 0;
    const missing = plan.missing !== "none" && plan.missing !== "Néant" && random.chance(0.08);
    const isMarked = plan.valueMark !== "none" && random.chance(0.2);
    expected.push({
      statement: plan.statement,
      indicator: line.indicator,
      label: line.name,
      force,
      period: periodKey(period),
      value: missing ? null : count,
      ...(isMarked ? { optional: true } : {}),
    });
    return missing || isNone ? MARKS[plan.missing] : writeCount(count, plan) + (isMarked ? plan.valueMark : "");
  };

  let rank = 0;
  const width = before.length + labelColumns + allPaths.length;
  const body = rows.map((row): Cell[] => {
    if (row.kind === "figures") rank++;
    const own = rank;
    if (row.kind === "words")
      return [...before.map(() => EMPTY), cell(row.text, row.spanning ? width - before.length : 1)];
    const labels = Array.from({ length: labelColumns }, (_, i) => cell(row.labels[i] ?? ""));
    return [
      ...before.map((e) => cell(e.text(row, own))),
      ...labels,
      ...early.map((e) => cell(e.text(row, own))),
      ...columnPlaces.map((place) => cell(countText(row, place))),
      ...late.map((e) => cell(e.text(row, own))),
    ];
  });
  // our PDF writer prints the text of a cell that a page break cuts below the page: no reader can find it there
  const cut = plan.format === "pdf" && body.length > PDF_ROWS;
  if (merged && !cut) mergeDown(body, before.length, labelColumns - 1);
  let grid = layOut([...head, ...body]);
  if (plan.blankColumn === "after labels") grid = withBlankColumn(grid, before.length + labelColumns) ?? grid;
  if (plan.blankColumn === "in the middle") {
    const places = Array.from({ length: allPaths.length - 1 }, (_, i) => before.length + labelColumns + 1 + i);
    grid =
      random
        .shuffle(places)
        .map((at) => withBlankColumn(grid, at))
        .find((g) => g !== undefined) ?? grid;
  }
  if (plan.blankColumn === "first") grid = withBlankColumn(grid, 0) ?? grid;
  if (plan.columnNumbers !== "none") {
    const numbers = Array.from({ length: grid[0]?.length ?? 0 }, (_, i) =>
      cell(
        i < before.length + labelColumns
          ? ""
          : COLUMN_NUMBERS[plan.columnNumbers](i + 1 - before.length - labelColumns),
      ),
    );
    grid.splice(head.length, 0, numbers);
  }
  if (plan.blankRows === "after head") grid.splice(head.length, 0, grid[0]?.map(() => EMPTY) ?? []);
  if (plan.blankRows === "between rows" && plan.groupedBy === "repeated" && body.length > 2)
    grid.splice(head.length + 2, 0, grid[0]?.map(() => EMPTY) ?? []);
  return { rows: grid, head: head.length, expected };
}

function cornersOf({ plan, rows, axes }: TableInput, labelColumns: number, split: boolean): string[] {
  if (rows.length === 1 && rows[0] === "line")
    return labelColumns === 2 ? ["Famille", plan.cornerWords || "Indicateurs"] : [plan.cornerWords];
  const corners = rows.flatMap((axis) => {
    const count = Math.max(0, ...axes[axis].map((item) => labelsOf(item, split).length));
    if (axis === "period" && count === 2)
      return plan.periodSplit === "year above" ? ["Année", "Trimestre"] : ["Trimestre", "Année"];
    return CORNERS[axis].slice(0, count);
  });
  return Array.from({ length: labelColumns }, (_, i) => corners[i] ?? "");
}

/** Rows of three lines each that surely stand on one page under their titles. */
const PDF_ROWS = 12;

/** Head rows without merged cells: the upper heading stands over each of its columns. */
function repeatedHead(paths: readonly (readonly string[])[], corner: readonly string[]): Cell[][] {
  const depth = Math.max(1, ...paths.map((path) => path.length));
  return Array.from({ length: depth }, (_, level) => [
    ...corner.map((text) => cell(level === depth - 1 ? text : "")),
    ...paths.map((path) => cell(path[level - (depth - path.length)] ?? "")),
  ]);
}

/** Merges equal labels that follow each other down the first `count` label columns; `body` keeps only the cells that start. */
function mergeDown(body: Cell[][], from: number, count: number): void {
  for (let c = from + count - 1; c >= from; c--) {
    for (let r = 0; r < body.length; ) {
      const text = body[r]?.[c]?.text ?? "";
      let span = 1;
      while (text !== "" && body[r + span]?.slice(from, c + 1).every((x, i) => x.text === body[r]?.[from + i]?.text))
        span++;
      for (let i = 1; i < span; i++) body[r + i]?.splice(c, 1);
      const start = body[r];
      if (span > 1 && start) start[c] = cell(text, 1, span);
      r += span;
    }
  }
}
