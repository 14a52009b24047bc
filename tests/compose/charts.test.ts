/** One chart put into a section: the same drawing, and the same words, as « Tendances ». */
import { expect, test } from "vitest";
import { charts as chartsOf } from "../../scripts/compose/charts/charts-block.ts";
import { createContext } from "../../scripts/compose/context/context.ts";
import { linesOf } from "../../scripts/compose/context/lines.ts";
import { compose } from "../../scripts/compose/index.ts";
import { withTypography } from "../../scripts/compose/words/typography.ts";
import type { NumberedChart } from "../../scripts/model/document/bulletin.ts";
import { quarter } from "../../scripts/model/period.ts";
import { inputOf, type LineSpec } from "./builders.ts";
import { figures, plain, tables } from "./find.ts";
import { madeInput, town } from "./made.ts";
import { TOWNS } from "./towns.ts";

const COUNTS = [9, 7, 6, 11, 7, 8, 5, 10, 12, 7, 6, 13, 24];
const shape = {
  kind: "trend",
  since: quarter(2023, 1),
  change: -0.19,
  low: -0.27,
  high: -0.1,
  p: 0.003,
  quarters: 12,
  told: true,
  between: null,
} as const;
const long: LineSpec = {
  statement: "IS101",
  indicator: "cambriolages-logement",
  label: "Cambriolages de logement",
  counts: COUNTS,
  shape,
};
const short: LineSpec = { ...long, indicator: "homicides", label: "Homicides", counts: COUNTS.slice(-3) };
const apart: LineSpec = { ...long, indicator: "viols", label: "Viols", counts: [3, null, null, null, 5] };
const input = inputOf([long, short, apart], {
  settings: { ...inputOf([long]).settings, expectedStatements: ["IS101"] },
});

function alone(key: string): readonly NumberedChart[] {
  const c = createContext(input);
  const blocks = chartsOf(
    c,
    "IS101",
    linesOf(c, "IS101").filter((l) => l.key === key),
  );
  return withTypography(blocks.flatMap((b) => (b.kind === "charts" ? b.charts : [])));
}

test("a chart alone stands on the time axis of all, and says of its trend what it says among all", () => {
  for (const key of ["cambriolages-logement", "homicides"]) {
    const [one] = alone(key);
    expect(one).toEqual({ ...figures(compose(input)).find((f) => f.line === key), number: 1 });
  }
});

test("a chart that stands twice has two ids and two numbers", () => {
  const c = createContext(input);
  const lines = linesOf(c, "IS101");
  const all = [...chartsOf(c, "IS101", lines), ...chartsOf(c, "IS101", lines)].flatMap((b) =>
    b.kind === "charts" ? b.charts : [],
  );
  expect(all.map((f) => f.number)).toEqual([1, 2, 3, 4]);
  expect(new Set(all.map((f) => f.chart.id)).size).toBe(4);
});

test("a line that is not held, or whose quarters never follow each other, draws nothing", () => {
  expect(alone("escroqueries")).toEqual([]);
  expect(alone("viols")).toEqual([]);
});

test("while fewer than five quarters are delivered, their counts stand in one table in place of charts", () => {
  const of = (counts: LineSpec["counts"]) =>
    compose(
      inputOf([
        { ...long, counts },
        { ...short, counts: [null, null, 0, 2] },
      ]),
    );
  const few = of([7, 6, 13, 24]);
  expect(figures(few)).toEqual([]);
  const [table] = tables(few, "tendances");
  expect(plain(table?.title ?? "")).toBe("Nombres trimestriels, T2 2025 à T1 2026");
  expect(table?.columns.map(({ group, label }) => [group, label])).toEqual([
    [undefined, "Ligne"],
    ["2025", "T2"],
    ["2025", "T3"],
    ["2025", "T4"],
    ["2026", "T1"],
  ]);
  expect(table?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
    ["Cambriolages de logement", "7", "6", "13", "24"],
    ["Homicides", "–", "–", "0", "2"],
  ]);
  expect(table?.rows[0]?.cells[4]?.from).toHaveLength(1);
  expect(table?.notes?.map(plain)).toEqual(["« – » : trimestre que les états de cette ligne n’ont pas donné."]);
  expect(tables(of([9, 7, 6, 13, 24]), "tendances")).toEqual([]);
  expect(figures(of([9, 7, 6, 13, 24]))).toHaveLength(2);
});

test("a further sending of a quarter makes no quarter more: the table stays", () => {
  const specs = [{ ...long, counts: [7, 6, 13, 24] }];
  const deliveries = inputOf(specs).analysis.deliveries;
  const again = ["2026-T1-rectificatif", "2026-T1 bis", "2026-T1_2"];
  const input = inputOf(specs, { analysis: { deliveries: [...deliveries, ...again] } });
  expect(figures(compose(input))).toEqual([]);
});

test("a first delivery that brings more years than a table can hold is drawn", () => {
  const many = inputOf([long], { analysis: { deliveries: ["2026-T1"] } });
  expect(figures(compose(many))).toHaveLength(1);
  expect(tables(compose(many), "tendances")).toEqual([]);
});

test("the table beside a chart holds eight years, and says of which earlier ones it does not", () => {
  const counts = Array.from({ length: 45 }, (_, i) => 5 + (i % 7)); // from the first quarter of 2015
  const [figure] = figures(compose(inputOf([{ ...long, counts }])));
  const years = figure?.table.rows.map(([year]) => year?.text);
  expect([years?.length, years?.[0], years?.at(-1)]).toEqual([8, "2019", "2026"]);
  expect(plain(figure?.table.note ?? "")).toBe("2015 à 2018 : voir donnees.csv");
  const eight = figures(compose(inputOf([{ ...long, counts: counts.slice(-29) }])))[0];
  expect([eight?.table.rows.length, eight?.table.note]).toEqual([8, undefined]);
});

test("a year that is not known as a whole, for its way of counting changed within it, has no sum", () => {
  const [figure] = figures(
    compose({
      ...input,
      analysis: {
        ...input.analysis,
        analyses: input.analysis.analyses.map((a) => ({
          ...a,
          series: a.series.map((p) => ({ ...p, rolling: { ...p.rolling, value: null, status: "missing" as const } })),
        })),
      },
    }),
  );
  expect(figure?.table.rows.map((cells) => plain(cells.at(-1)?.text ?? ""))).toEqual(["n.d.", "n.d.", "n.d.", "–"]);
});

test("a past band is drawn once three earlier years are behind it; that of the quarter always", () => {
  const drawn = figures(compose(TOWNS["five years quiet"]?.() ?? input)).map(({ chart }) =>
    chart.range.findIndex((range) => range !== null),
  );
  expect(new Set(drawn)).toEqual(new Set([12]));
  const young = figures(compose(madeInput(town({}, { length: 9 })))).map(({ chart }) =>
    chart.range.flatMap((range, i) => (range === null ? [] : [i])),
  );
  expect(new Set(young.flat())).toEqual(new Set([8]));
});
