/**
 * The composed sample edition (tests/compose/sample.ts) with what it has not: hostile labels, a control sheet with cells of every kind, and,
 * where it is wanted, many lines and a long past.
 */
import { readFileSync } from "node:fs";
import type { Block, Edition, NumberedChart } from "../../scripts/model/document/bulletin.ts";
import type { Table, TableRow } from "../../scripts/model/document/table.ts";
import type { Reading } from "../../scripts/model/observation.ts";

export const HOSTILE = '<script>alert("x")</script> {{ 7*7 }} {% raw %} \u202Eesrever\u0007 & « été »';

export const composedEdition = (): Edition =>
  JSON.parse(readFileSync("tests/fixtures/publish/sample-edition.json", "utf8")) as Edition;

/** So many of them, the last ones kept at the end. */
const asMany = <T>(values: readonly T[], length: number): readonly T[] =>
  Array.from({ length }, (_, i) => values.at((i - length) % values.length) as T);

function asLong(chart: NumberedChart["chart"], quarters: number): NumberedChart["chart"] {
  const labels = Array.from({ length: quarters }, (_, i) => {
    const index = 2026 * 4 - (quarters - 1 - i);
    return `T${(index % 4) + 1}\u00a0${Math.floor(index / 4)}`;
  });
  const { values, rolling, range, course, breaks } = chart;
  const within = ({ before }: { readonly before: number }): boolean => before < quarters;
  return {
    ...chart,
    labels,
    values: asMany(values, quarters),
    rolling: asMany(rolling, quarters),
    range: asMany(range, quarters),
    course: course.map((line) => ({ ...line, values: asMany(line.values, quarters) })),
    breaks: breaks.filter(within),
  };
}

/** The rows of a table, or the charts of a block, again and again, each with a name of its own. */
const again = <T extends { readonly line: string }>(all: readonly T[], length: number): readonly T[] =>
  Array.from({ length }, (_, i) => {
    const one = all[i % all.length] as T;
    return i < all.length ? one : { ...one, line: `${one.line}-${i}` };
  });

const isHostile = ({ line }: TableRow): boolean => line === "rodeos-motorises";
const withHostile = (table: Table): Table => ({
  ...table,
  rows: table.rows.map((row) => (isHostile(row) ? { ...row, cells: [{ text: HOSTILE }, ...row.cells.slice(1)] } : row)),
});

function changed(block: Block, { quarters, lines }: Size): Block {
  if (block.kind === "list") return { ...block, items: [...block.items, { text: HOSTILE }] };
  if (block.kind === "table") {
    const table = withHostile(block.table);
    const isLong = lines !== undefined && table.rows.length > 9;
    return { ...block, table: isLong ? { ...table, rows: again(table.rows, lines) } : table };
  }
  if (block.kind !== "charts" || (quarters === undefined && lines === undefined)) return block;
  const charts = again(block.charts, lines ?? block.charts.length).map((figure, i): NumberedChart => {
    const chart = quarters === undefined ? figure.chart : asLong(figure.chart, quarters);
    const { line } = block.charts[i % block.charts.length] as NumberedChart; // whose counts the annexe holds
    return { ...figure, line, number: 100 * block.charts.length + i, chart: { ...chart, id: `${chart.id}-${i}` } };
  });
  return { ...block, charts };
}

interface Size {
  readonly quarters?: number;
  readonly lines?: number;
}

export function sampleEdition(size: Size = {}): Edition {
  const { bulletin, control, ...rest } = composedEdition();
  const [file, ...others] = control.files;
  const [table] = file?.tables ?? [];
  if (!file || !table) throw new Error("the composed sample has no table");
  const more = (readings: readonly Reading[], i: number): readonly Reading[] => [
    ...readings,
    i === 0 ? { kind: "text", role: "header", means: "rang" } : { kind: "ignored", why: "rang" },
  ];
  const unread: readonly Reading[] = [
    { kind: "text", role: "label", means: "ligne inconnue" },
    { kind: "not-understood", why: "ni nombre ni valeur manquante connue" },
    { kind: "not-understood", why: "évolution illisible" },
    { kind: "empty" },
    { kind: "ignored", why: "rang" },
  ];
  const rows = table.grid.rows.map((cells, i) => [...cells, { text: i === 0 ? "Rang" : String(i) }]);
  const strange = [HOSTILE, "n.c.", "??", "", "?"].map((text) => ({ text }));
  const covered = rows[0]?.slice(1).map(() => ({ text: "", covered: true as const })) ?? [];
  const title = [{ text: "IS 101 – 1er trimestre 2026", colSpan: covered.length + 1 }, ...covered];
  const titled: readonly Reading[] = [
    { kind: "text", role: "title", means: "IS 101, 1er trimestre 2026" },
    ...covered.map((): Reading => ({ kind: "empty" })),
  ];
  const shown = {
    ...table,
    grid: { ...table.grid, rows: [title, ...rows, strange] },
    readings: [titled, ...table.readings.map(more), unread],
  };
  return {
    ...rest,
    bulletin: {
      ...bulletin,
      sections: bulletin.sections.map((section) => ({
        ...section,
        blocks: section.blocks.map((block) => changed(block, size)),
      })),
    },
    control: {
      ...control,
      files: [{ ...file, tables: [shown] }, ...others],
      issues: [
        {
          rule: "settings-default",
          severity: "info",
          message: "Aucun fichier convention.yaml : les valeurs par défaut s’appliquent.",
        },
      ],
    },
  };
}
