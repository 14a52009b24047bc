/** A word of time and its number in a form over a table: « Trimestre | 2 » is said of the table; under what heads counts it is a line. */
import { expect, test } from "vitest";
import { readTables } from "./tables.ts";

const figures = (...rows: readonly string[]): readonly string[] => {
  const { observations } = readTables(rows.join("\n"), { delivery: "2026-T4" });
  return observations.map(
    ({ indicator, label, force, period, value: n }) =>
      `${indicator ?? label} ${force} ${period.first}/${period.last} = ${n}`,
  );
};
const TABLE = ["", "Infractions|Police|Gendarmerie", "Vols avec armes|1|2"];
const of = (months: string): readonly string[] => [
  `vols-avec-armes PN ${months} = 1`,
  `vols-avec-armes GN ${months} = 2`,
];
const FORM = ["Commune|Saint-Aubin-les-Tilleuls", "État|IS 101", "Année|2026"];

test.each([
  ["Trimestre|1", "2026-01/2026-03"],
  ["Trim.|4", "2026-10/2026-12"],
  ["N° trimestre|3", "2026-07/2026-09"],
  ["Trimestre||2", "2026-04/2026-06"],
  ["Semestre|1", "2026-01/2026-06"],
  ["Semestre|2", "2026-07/2026-12"],
  ["Mois|1", "2026-01/2026-01"],
  ["Mois|12", "2026-12/2026-12"],
])("« %s » in a form: %s", (field, months) => {
  expect(figures(...FORM, field, ...TABLE)).toEqual(of(months));
});

test.each(["Trimestre|0", "Trimestre|5", "Semestre|3", "Mois|13", "Trimestre|1,5"])(
  "« %s » names no quarter: the folder's is taken",
  (field) => {
    expect(figures(...FORM, field, ...TABLE)).toEqual(of("2026-10/2026-12"));
  },
);

test.each([
  [["Du|01/07/2026", "Au|30/09/2026"], "2026-07/2026-09"],
  [["Période du|01-01-2026", "au|30-06-2026"], "2026-01/2026-06"],
  [["Date de début||01/01/2026", "Date de fin||31/03/2026"], "2026-01/2026-03"],
  [["Début|1/4/2026", "Fin|30/4/2026"], "2026-04/2026-04"],
  [["Période|Du|01/10/2026|Au|31/12/2026"], "2026-10/2026-12"],
  [["Période|Du|01/10/2026|Au|31/12/2026", "Service|DIPN"], "2026-10/2026-12"],
])("%j in a form: %s", (rows, months) => {
  expect(figures(...FORM.slice(0, 2), ...rows, ...TABLE)).toEqual(of(months));
});

test.each([
  [["Du|01/07/2026", "Service|Police"]],
  [["Du|01/07/2026|x", "Au|30/09/2026"]],
  [["Du|01/07/2026", "Au|30/09/2026|x"]],
  [["Du|01/07/2026|Au|30/09/2026|x"]],
  [["Du|hier", "Au|30/09/2026"]],
  [["Du|01/07/2026", "Au|demain"]],
  [["Édité|01/07/2026", "Au|30/09/2026"]],
  [["Du|01/07/2026", "Édité|30/09/2026"]],
])("%j is no pair of days", (rows) => {
  expect(figures(...FORM.slice(0, 2), ...rows, ...TABLE)).not.toEqual(of("2026-07/2026-09"));
});

test("beside counts they are lines as sent", () => {
  expect(figures("IS 101 - T4 2026 - Police nationale", "Nature|Faits", "Homicides|0", "Du|1", "Au|2")).toHaveLength(3);
});

test("under a heading of counts, under counts, or with two numbers, it is a row of a table", () => {
  const quarter = "2026-10/2026-12";
  const title = "IS 101 - T4 2026 - Police nationale";
  expect(figures(title, "|Vols avec armes", "Trimestre|3")).toEqual([`vols-avec-armes PN ${quarter} = 3`]);
  expect(figures(title, "Vols avec armes|Nombre de faits", "Trimestre|3")).toEqual([
    `vols-avec-armes PN ${quarter} = 3`,
  ]);
  const under = figures(title, "Homicides|0", "Trimestre|1", "Vols avec armes|2");
  expect(under).toEqual([`homicides PN ${quarter} = 0`, `vols-avec-armes PN ${quarter} = 2`]);
  expect(figures(...FORM, "", "Trimestre|1", "", ...TABLE)).toEqual(of("2026-01/2026-03"));
  expect(figures(...FORM, "Trimestre|1|2", ...TABLE)).toEqual([]);
});
