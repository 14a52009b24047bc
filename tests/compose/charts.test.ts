/** One chart put into a section: the same drawing, and the same words, as « Tendances ». */
import { expect, test } from "vitest";
import { charts as chartsOf } from "../../scripts/compose/charts/charts-block.ts";
import { createContext } from "../../scripts/compose/context/context.ts";
import { contextOf } from "../../scripts/compose/context/denials.ts";
import { countedLines, linesOf } from "../../scripts/compose/context/lines.ts";
import { compose } from "../../scripts/compose/index.ts";
import { ordinaryWords } from "../../scripts/compose/sentences/trend-reading.ts";
import { withTypography } from "../../scripts/compose/words/typography.ts";
import { fiveYears } from "../../scripts/compose/year/five-years.ts";
import type { ChartData } from "../../scripts/model/chart.ts";
import type { NumberedChart } from "../../scripts/model/document/bulletin.ts";
import { quarter } from "../../scripts/model/period.ts";
import { inputOf, type LineSpec } from "./builders.ts";
import { blocksOf, drawn, figures, plain, tables } from "./find.ts";
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
    linesOf(c, "IS101").filter((l) => l.key === key),
  );
  return withTypography(blocks.flatMap((b) => (b.kind === "charts" ? b.charts : [])));
}

test("a chart alone stands on the time axis of all, and says of its trend what it says among all", () => {
  for (const key of ["cambriolages-logement", "homicides"]) {
    const [one] = alone(key);
    const {
      top: _,
      title: __,
      ...among
    } = drawn(compose(input)).find((f) => f.line === key)?.chart ?? ({} as Partial<ChartData>);
    expect(one?.chart).toMatchObject(among);
  }
});

test("a chart that stands twice has two ids and two numbers", () => {
  const c = createContext(input);
  const lines = linesOf(c, "IS101");
  const all = [...chartsOf(c, lines), ...chartsOf(c, lines)].flatMap((b) => (b.kind === "charts" ? b.charts : []));
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
  expect(drawn(few)).toEqual([]);
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
  expect(drawn(of([9, 7, 6, 13, 24]))).toHaveLength(2);
});

test("a further sending of a quarter makes no quarter more: the table stays", () => {
  const specs = [{ ...long, counts: [7, 6, 13, 24] }];
  const deliveries = inputOf(specs).analysis.deliveries;
  const again = ["2026-T1-rectificatif", "2026-T1 bis", "2026-T1_2"];
  const input = inputOf(specs, { analysis: { deliveries: [...deliveries, ...again] } });
  expect(drawn(compose(input))).toEqual([]);
});

test("a first delivery that brings more years than a table can hold is drawn", () => {
  const many = inputOf([long], { analysis: { deliveries: ["2026-T1"] } });
  expect(drawn(compose(many))).toHaveLength(1);
  expect(tables(compose(many), "tendances")).toEqual([]);
});

/** The table of the annexe: by column, "2025 T1", "2025 Total". */
const quartersOf = (edition: ReturnType<typeof compose>) => {
  const [table] = tables(edition, "trimestres");
  const heads = table?.columns.map(({ group, label }) => `${group ?? ""} ${label}`.trim()) ?? [];
  return { table, heads, row: (i: number) => table?.rows[i]?.cells.map(({ text }) => plain(text)) };
};

test("the annexe has the counts of every curve: its quarters, and the total of each year that is over", () => {
  const { table, heads, row } = quartersOf(compose(input));
  expect(plain(table?.title ?? "")).toBe("Nombres trimestriels, T1 2023 à T1 2026");
  expect(heads.slice(0, 7)).toEqual(["Ligne", "2023 T1", "2023 T2", "2023 T3", "2023 T4", "2023 Total", "2024 T1"]);
  expect(heads.at(-1)).toBe("2026 T1");
  expect(row(0)).toEqual("Cambriolages de logement,9,7,6,11,33,7,8,5,10,30,12,7,6,13,38,24".split(","));
  expect(row(1)?.slice(-4)).toEqual(["6", "13", "n.d.", "24"]); // of a series that begins, no year is known
  expect(row(1)?.[1]).toBe("–");
  expect(table?.rows[0]?.cells.at(-1)?.from).toHaveLength(1);
  expect(table?.rows.map(({ line }) => line)).toEqual(
    expect.arrayContaining(drawn(compose(input)).map(({ line }) => line)),
  );
});

test("a year whose first quarters stand before the axis has no total: it would stand under less than its facts", () => {
  const counts = Array.from({ length: 23 }, (_, i) => 5 + (i % 7));
  const { heads } = quartersOf(compose(inputOf([{ ...long, counts }])));
  expect(heads.slice(0, 5)).toEqual(["Ligne", "2021 T2", "2021 T3", "2021 T4", "2022 T1"]);
  expect(heads.filter((head) => head.endsWith("Total"))).toEqual(
    [2022, 2023, 2024, 2025].map((year) => `${year} Total`),
  );
});

test("twenty quarters stand across the page, twelve of counts of four figures; a note leads to the others", () => {
  const counts = Array.from({ length: 45 }, (_, i) => 5 + (i % 7)); // from the first quarter of 2015
  const quarters = (of: readonly number[]) => {
    const { table, heads } = quartersOf(compose(inputOf([{ ...long, counts: of }])));
    return [heads.filter((head) => / T\d$/.test(head)).length, table?.notes?.map(plain).join(" ")];
  };
  expect(quarters(counts)).toEqual([20, expect.stringContaining("Les trimestres d’avant sont dans donnees.csv.")]);
  expect(quarters(counts.map((n) => n * 100))[0]).toBe(12);
  expect(quarters(counts.slice(-20))).toEqual([20, expect.not.stringContaining("donnees.csv")]);
});

test("a year that is not known as a whole, for its way of counting changed within it, has no sum", () => {
  const { row, heads } = quartersOf(
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
  const totals = heads.flatMap((head, i) => (head.endsWith("Total") ? [row(0)?.[i]] : []));
  expect(totals.filter((text) => text !== "n.d.")).toEqual([]);
});

test("what is announced stands large, six at most; every other line small, by theme, on one scale that holds them all", () => {
  const edition = compose(TOWNS["a year that doubles"]?.() ?? input);
  expect(
    figures(edition)
      .map(({ line }) => line)
      .toSorted(),
  ).toEqual(["vols-dans-vehicules", "vols-vehicules"]);
  const [matrix] = blocksOf(edition, "tendances", "curves");
  expect(matrix?.themes.map(({ label, curves }) => [label, ...curves.map(({ line }) => line)])).toEqual([
    ["Personnes", "coups-blessures-15-ans-plus"],
    ["Logements", "cambriolages-logement"],
    ["Véhicules", "vols-accessoires-vehicules"],
  ]);
  for (const { scale, curves } of matrix?.themes ?? [])
    for (const { chart } of curves) {
      expect(plain(scale)).toBe(`de 0 à ${chart.top}`);
      expect(Math.max(...chart.values.map((value) => value ?? 0), chart.range.at(-1)?.high ?? 0)).toBeLessThanOrEqual(
        chart.top ?? 0,
      );
    }
  expect(matrix?.notes.map(plain).join(" ")).toMatch(/sans courbe : homicides et vols avec armes\./i);
  const many = compose(TOWNS["many announcements"]?.() ?? input);
  expect(figures(many).length).toBeLessThanOrEqual(6);
  expect(new Set(drawn(many).map(({ line }) => line)).size).toBe(drawn(many).length);
});

test("a course that is told is one line, the same sum as the counts; a change of level two, of the mean of either side", () => {
  const [line] = alone("cambriolages-logement");
  const [course] = line?.chart.course ?? [];
  expect(plain(course?.label ?? "")).toBe("−19 % par an");
  const fitted = course?.values.slice(0, -1).reduce<number>((sum, value) => sum + (value ?? 0), 0);
  expect(fitted).toBeCloseTo(COUNTS.slice(0, -1).reduce((sum, n) => sum + n, 0));
  expect((course?.values[4] ?? 0) / (course?.values[0] ?? 1)).toBeCloseTo(0.81);
  const step = { ...shape, kind: "step", since: quarter(2024, 1), change: 0.5 } as const;
  const c = createContext(inputOf([{ ...long, shape: step }]));
  const [block] = chartsOf(c, linesOf(c, "IS101"));
  const levels = block?.kind === "charts" ? block.charts[0]?.chart.course : undefined;
  expect(levels?.map(({ label, values }) => [plain(label), values.filter((value) => value !== null).length])).toEqual([
    ["8,3 en moyenne", 4],
    ["8,5 en moyenne", 9],
  ]);
});

test("a past band is drawn once three earlier years are behind it; that of the quarter always", () => {
  const first = drawn(compose(TOWNS["five years quiet"]?.() ?? input)).map(({ chart }) =>
    chart.range.findIndex((range) => range !== null),
  );
  expect(new Set(first)).toEqual(new Set([12]));
  const young = drawn(compose(madeInput(town({}, { length: 9 })))).map(({ chart }) =>
    chart.range.flatMap((range, i) => (range === null ? [] : [i])),
  );
  expect(new Set(young.flat())).toEqual(new Set([8]));
});

test.each([
  [0, 0, "rien ne serait annoncé à 0"],
  [1, 2, "rien ne serait annoncé de 1 à 2"],
  [0, 1012, "rien ne serait annoncé de 0 à 1 012"],
])("the range from %d to %d is said « %s »", (low, high, said) => {
  expect(plain(ordinaryWords({ low, high }))).toBe(said);
});

test("a course that a quarter denies is denied of a line that shares its facts, where both go the same way", () => {
  const deniedOf = (change: number) => {
    const family = {
      ...long,
      indicator: "biens",
      label: "Biens",
      level: "family",
      shape: { ...shape, denied: true },
    } as const;
    const line = { ...long, family: "biens", shape: { ...shape, change } };
    const c = contextOf(inputOf([family, line]));
    return c.analysis.analyses.filter((one) => one.shape?.denied).map((one) => one.indicator);
  };
  expect([...new Set(deniedOf(-0.1))]).toEqual(["biens", "cambriolages-logement"]);
  expect([...new Set(deniedOf(0.1))]).toEqual(["biens"]);
  const c = contextOf(inputOf([{ ...long, verdict: "ordinary", shape: { ...shape, denied: true } }]));
  const rows = fiveYears(c, countedLines(c))?.blocks.flatMap((one) => (one.kind === "table" ? one.table.rows : []));
  // nor is more said of its year
  expect(rows?.flatMap(({ cells }) => cells).filter(({ mark, emphasis }) => mark ?? emphasis)).toEqual([]);
});
