import { expect, test } from "vitest";
import { chartConfiguration } from "../../scripts/draw/configuration.ts";
import { PAPER } from "../../scripts/draw/palette.ts";
import type { ChartData } from "../../scripts/model/chart.ts";

const chart: ChartData = {
  id: "g",
  title: "Vols",
  news: "",
  unit: "faits",
  labels: ["T4 2024", "T1 2025", "T2 2025"],
  values: [4, null, 6],
  rolling: [20, null, 22],
  range: [null, { low: 1, high: 5 }, { low: 0, high: 0 }],
  verdict: "rise-established",
  course: [],
  breaks: [{ before: 2, label: "rupture" }],
  alternative: "",
};

test("the configuration carries the figures as they are, the rolling year as its mean by quarter", () => {
  const { data } = chartConfiguration(chart, PAPER);
  expect(data.datasets.map((dataset) => dataset.data)).toEqual([
    [4, null, 6],
    [5, null, 5.5],
    [null, [1, 5], [0, 0]],
  ]);
});

test("nothing moves and no size is taken from a window: the drawing is the same everywhere", () => {
  const { options } = chartConfiguration(chart, PAPER);
  expect(options).toMatchObject({ animation: false, responsive: false, locale: "fr-FR" });
});

test("the axis starts at zero with whole numbers", () => {
  expect(chartConfiguration(chart, PAPER).options?.scales?.y).toMatchObject({
    beginAtZero: true,
    ticks: { precision: 0 },
  });
});

test("no line goes over a break of the series, neither the counts' nor the rolling year's", () => {
  const over = chartConfiguration(chart, PAPER).data.datasets.flatMap((dataset) => {
    const { borderColor } = ("segment" in dataset ? dataset.segment : {}) as {
      borderColor?: (at: { p1DataIndex: number }) => string | undefined;
    };
    return borderColor ? [[1, 2].map((p1DataIndex) => borderColor({ p1DataIndex }))] : [];
  });
  expect(over).toEqual([
    [undefined, "transparent"],
    [undefined, "transparent"],
  ]);
});
