/** What changes from one quarter to the next leaves a text; nothing else does. */
import { expect, test } from "vitest";
import { movedPeriod, readName, readText, shapeOf } from "../../scripts/map/index.ts";
import { inUnit } from "../../scripts/map/texts.ts";
import { parsePeriodKey, periodKey, periodOfQuarter } from "../../scripts/model/period.ts";

test.each([
  ["Faits du 1er trimestre 2026", "FAITS DU 2E TRIM. 2027"],
  ["T1 2026", "T4-2025"],
  ["premier trimestre", "quatrième trimestre"],
  ["Cumul janvier à mars 2026", "Cumul de janvier à septembre 2026".replace("de ", "")],
  ["Édité le 7 avril 2026", "Édité le 8 juillet 2026"],
  ["Édité le 07/04/2026 à 8h12", "Édité le 12/10/2026 à 17h05"],
  ["Page 1 sur 2", "Page 12 sur 13"],
  ["I trimestre", "III trimestre"],
  ["JUILL. 2026", "SEPTE. 2026"],
  ["1er semestre", "2e semestre"],
  ["lundi 6 avril", "mardi 7 juillet"],
  ["01/26 à 03/26", "04/26 à 06/26"],
])("%s and %s are one text", (one, other) => {
  expect(shapeOf(one)).toBe(shapeOf(other));
});

test.each([
  ["Vols avec armes", "Vols sans arme"],
  ["mineurs de 15 ans", "mineurs de 13 ans"],
  ["1er trimestre 2026", "1er semestre 2026"],
  ["Police", "Police*"],
  ["Faits constatés", "Faits élucidés"],
  ["Total", "Total¹"],
])("%s and %s are two", (one, other) => {
  expect(shapeOf(one)).not.toBe(shapeOf(other));
});

test("what is added to a file's name from one sending to the next is left out", () => {
  const name = readName("IS101_Valmont_T1-2026.xlsx").shape;
  for (const other of [
    "IS101 Valmont T2 2026 def.xlsx",
    "IS101_Valmont_T2-2026 (2).xlsx",
    "is101 valmont t4 2026 VF.xlsx",
    "IS101_Valmont_T3-2026_v2.xlsx",
    "Copie de IS101 Valmont T3 2026 VDEF.xlsx",
    "IS101 Valmont T3 2026 V1.2 – Copie.xlsx",
  ])
    expect(readName(other).shape).toBe(name);
  expect(readName("IS101_Valmont_gendarmerie_T2-2026.xlsx").shape).not.toBe(name);
});

test("a year of two figures is one: « T2 26 » says its quarter and 2026", () => {
  expect(readText("T2 26")).toEqual({
    shape: "{trimestre} {an}",
    dates: [
      { unit: "quarter", value: 2 },
      { unit: "year", value: 2026 },
    ],
  });
});

test.each([
  ["2026-01/2026-03", "2026-T1", "2026-T2", "2026-04/2026-06"],
  ["2026-01/2026-06", "2026-T2", "2026-T3", "2026-01/2026-09"],
  ["2025-01/2025-06", "2026-T2", "2026-T3", "2025-01/2025-09"],
  ["2026-01/2026-06", "2026-T3", "2026-T4", "2026-04/2026-09"],
  ["2025-01/2025-12", "2026-T1", "2026-T2", "2025-01/2025-12"],
  ["2025-01/2025-12", "2026-T2", "2027-T1", "2026-01/2026-12"],
])("%s said for %s is, for %s, %s", (said, from, to, moved) => {
  const period = parsePeriodKey(said);
  if (!period) throw new Error("no period");
  expect(periodKey(movedPeriod(period, periodOfQuarter(from), periodOfQuarter(to)))).toBe(moved);
});

test("a number alone under « Trimestre » is one; beside another date it is what it was", () => {
  const [rank, year] = [
    { unit: "number", value: 1 },
    { unit: "year", value: 2026 },
  ] as const;
  expect(inUnit([rank], "quarter")).toEqual([{ unit: "quarter", value: 1 }]);
  expect(inUnit([rank, year], "quarter")).toEqual([rank, year]);
});
