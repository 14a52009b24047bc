/** The figures of one quarter, in words. */
import type { ChartData } from "../../../scripts/model/chart.ts";
import { formatNumber } from "../../../scripts/model/format.ts";

/** "T1 2026 : 12 (ordinaire : de 1 à 8). Moyenne des douze derniers mois : 6,3 par trimestre." */
export function describePoint(chart: ChartData, index: number): string {
  const value = chart.values[index] ?? null;
  const range = chart.range[index] ?? null;
  const rolling = chart.rolling[index] ?? null;
  const expected = range ? ` (ordinaire : de ${formatNumber(range.low)} à ${formatNumber(range.high)})` : "";
  const mean = rolling === null ? "" : `. Moyenne sur douze mois : ${formatNumber(rolling / 4, 1)}`;
  return `${chart.labels[index] ?? ""} : ${value === null ? "non disponible" : formatNumber(value)}${expected}${mean}`;
}
