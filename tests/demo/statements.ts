/** The two statements of a delivery in the layouts that services use: what the demo prints, before any format. */
import type { Force } from "../../scripts/model/observation.ts";
import {
  cumulative,
  isHalfYear,
  isQuarter,
  monthOf,
  type Period,
  quarterId,
  quarterNumber,
  shiftYears,
  yearOf,
} from "../../scripts/model/period.ts";
import { type Figures, IS101_LINES, IST_FAMILIES, UNKNOWN_LINE } from "./commune.ts";
import { type Column, columnsTable } from "./table.ts";
import { type Block, blank, line, type Sheet, textRows } from "./write/sheet.ts";

export const COMMUNE = "Saint-Aubin-les-Tilleuls";
const BOTH_FORCES = "Faits constatés par la police et la gendarmerie nationales";
export const SERVICE = "Direction interdépartementale de la Police nationale des Trois-Vallées";

export type PeriodWords = "long" | "short" | "compact";
export type Is101Layout = "periods-over-forces" | "forces-over-periods" | "captions" | "long";
export type IstLayout = "families" | "indented" | "cumulative";

export interface StatementInput {
  readonly quarter: Period;
  readonly figures: Figures;
  readonly words: PeriodWords;
  /** Prints « Vols de cycles », which the nomenclature does not know. */
  readonly unknownLine: boolean;
}

/** long "1er trimestre 2026" · short "T1 2026" · compact "2026T1" */
function periodWords(period: Period, words: PeriodWords): string {
  const year = yearOf(period.last);
  if (isHalfYear(period)) return `${monthOf(period.last) === 6 ? "1er" : "2ème"} semestre ${year}`;
  if (!isQuarter(period)) return `Cumul ${year}`;
  const number = quarterNumber(period);
  if (words === "long") return `${number === 1 ? "1er" : `${number}ème`} trimestre ${year}`;
  return words === "short" ? `T${number} ${year}` : quarterId(period).replace("-", "");
}

const FORCES: readonly (readonly [Force, string])[] = [
  ["PN", "Police"],
  ["GN", "Gendarmerie"],
  ["ensemble", "Total"],
];

const yearBefore = (period: Period): Period => shiftYears(period, -1);

/** Year before, then the year: the quarter alone in a first quarter, with the cumulative count afterwards. */
function periodsOf(quarter: Period): readonly Period[] {
  const own = [yearBefore(quarter), quarter];
  const sums = [yearBefore(cumulative(quarter)), cumulative(quarter)];
  return monthOf(quarter.last) === 3 ? own : [...own, ...sums];
}

const signed = (n: number): string => (n >= 0 ? `+${n}` : String(n));
/** 12 then 10 => "-16,67 %"; nothing when the earlier count is 0 */
const percent = (before: number, after: number): string => {
  if (before === 0) return "";
  const value = ((after - before) / before) * 100;
  return `${value >= 0 ? "+" : ""}${value.toFixed(2).replace(".", ",")} %`;
};

/** Printed change of a line between two periods, in facts and in per cent. */
function changes(labels: readonly string[], figures: Figures, quarter: Period): Column[] {
  const pair = (i: number): [number, number] => {
    const label = labels[i] ?? "";
    return [figures(label, "ensemble", yearBefore(quarter)), figures(label, "ensemble", quarter)];
  };
  return [
    { path: ["Évolution"], text: (i) => signed(pair(i)[1] - pair(i)[0]) },
    { path: ["Évolution %"], text: (i) => percent(...pair(i)) },
  ];
}

/** Services print a total of facts of all kinds; the bulletin shows it as sent and never uses it. */
const TOTAL_ROW = "Total";

export function is101(input: StatementInput, layout: Is101Layout): Sheet {
  const { quarter, figures, words } = input;
  const labels = IS101_LINES.map((l) => l.label);
  const word = (p: Period): string => periodWords(p, words);
  const column = (path: readonly string[], force: Force, period: Period): Column => ({
    path,
    text: (i) => {
      const counted = printed[i] === TOTAL_ROW ? labels : [printed[i] ?? ""];
      return String(counted.reduce((total, label) => total + figures(label, force, period), 0));
    },
  });
  const title = `ÉTAT MAÎTRE IS 101 - ${COMMUNE} - ${periodWords(quarter, "long")}`;
  const note = line("Source : logiciels de rédaction des procédures. Faits enregistrés, données provisoires.");
  const corner = "Type d'infractions";
  // The unknown line stands under the total, which counts the nine types only.
  const added = input.unknownLine ? [UNKNOWN_LINE.label] : [];
  const printed = [...labels, TOTAL_ROW, ...added];
  const sheet = (...blocks: readonly Block[]): Sheet => ({ name: "IS 101", blocks });

  if (layout === "long") {
    const rows = periodsOf(quarter).flatMap((period) =>
      FORCES.flatMap(([force, name]) =>
        labels.map((label) => [COMMUNE, "IS 101", label, name, word(period), String(figures(label, force, period))]),
      ),
    );
    const head = ["Commune", "État", "Indicateur", "Service", "Période", "Nombre de faits"];
    return sheet({ kind: "table", rows: textRows([head, ...rows]), head: 1 });
  }
  if (layout === "captions") {
    const tables = FORCES.flatMap(([force, name]) => [
      blank,
      line(force === "ensemble" ? "Police et gendarmerie" : `${name} nationale`),
      columnsTable(
        corner,
        printed,
        periodsOf(quarter).map((p) => column([word(p)], force, p)),
      ),
    ]);
    return sheet(line(title), ...tables, blank, note);
  }
  const columns =
    layout === "periods-over-forces"
      ? periodsOf(quarter).flatMap((p) => FORCES.map(([force, name]) => column([word(p), name], force, p)))
      : FORCES.flatMap(([force, name]) => periodsOf(quarter).map((p) => column([name, word(p)], force, p)));
  return sheet(line(title), line(SERVICE), blank, columnsTable(corner, printed, columns), blank, note);
}

export function ist(input: StatementInput, layout: IstLayout): Sheet {
  const { quarter, figures, words } = input;
  const indent = layout === "indented" ? "    " : "";
  const labels = IST_FAMILIES.flatMap((family) => [family.label, ...family.lines.map((l) => l.label)]);
  const families = new Set(IST_FAMILIES.map((family) => family.label));
  const printed = labels.map((label) => (families.has(label) ? label : indent + label));
  const periods = layout === "cumulative" ? periodsOf(quarter) : [yearBefore(quarter), quarter];
  const columns = periods.map((period) => ({
    path: [periodWords(period, words)],
    text: (i: number) => String(figures(labels[i] ?? "", "ensemble", period)),
  }));
  const all = layout === "families" ? [...columns, ...changes(labels, figures, quarter)] : columns;
  const title = line(`Indicateur Statistique Territorial (I.S.T) - ${COMMUNE} - ${periodWords(quarter, "long")}`);
  return { name: "IST", blocks: [title, line(BOTH_FORCES), columnsTable("Indicateurs", printed, all)] };
}

/** The half-yearly statement, with the half-year of the year before and the changes. */
export function halfYearStatement(input: StatementInput, half: Period): Sheet {
  const labels = IS101_LINES.map((l) => l.label);
  const columns = [yearBefore(half), half].map((period) => ({
    path: [periodWords(period, "long")],
    text: (i: number) => String(input.figures(labels[i] ?? "", "ensemble", period)),
  }));
  const table = columnsTable("Type d'infractions", labels, [...columns, ...changes(labels, input.figures, half)]);
  return {
    name: "Semestre",
    blocks: [line(`État maître IS 101 : ${periodWords(half, "long")}`), line(BOTH_FORCES), table],
  };
}
