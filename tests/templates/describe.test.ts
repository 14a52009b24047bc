import { expect, test } from "vitest";
import type { ChartData } from "../../scripts/model/chart.ts";
import { describePoint } from "../../templates/assets/screen/describe.ts";

const chart: ChartData = {
  id: "g",
  title: "Vols",
  news: "",
  unit: "faits",
  labels: ["T3\u00a02025", "T4\u00a02025", "T1\u00a02026", "T2\u00a02026"],
  values: [1012, 0, 9, null],
  rolling: [null, 25, 26, 40],
  range: [null, { low: 1, high: 8 }, { low: 1, high: 8 }, { low: 0, high: 3 }],
  verdict: "ordinary",
  course: [],
  breaks: [],
  alternative: "",
};

test.each([
  [0, "T3\u00a02025 : 1\u202f012"],
  [1, "T4\u00a02025 : 0 (ordinaire : de 1 à 8). Moyenne sur douze mois : 6,3"],
  [2, "T1\u00a02026 : 9 (ordinaire : de 1 à 8). Moyenne sur douze mois : 6,5"],
  [3, "T2\u00a02026 : non disponible (ordinaire : de 0 à 3). Moyenne sur douze mois : 10,0"],
])("the figures of quarter %i are said with where they stand, and nothing that is not known", (index, said) => {
  expect(describePoint(chart, index)).toBe(said);
});
