/** The layout of the ministry: three months beside the three before. Its printed change is none of a year to the next. */
import { expect, test } from "vitest";
import { printedChange } from "../../scripts/check/printed-change.ts";
import { loadNomenclature } from "../../scripts/nomenclature/index.ts";
import { readTables, settingsOf } from "../recognise/tables.ts";

const told = (...lines: readonly string[]): readonly string[] => {
  const { recognition, counts } = readTables(lines.join("\n"), { delivery: "2026-T2" });
  const context = { recognitions: [recognition], nomenclature: loadNomenclature(), settings: settingsOf() };
  return [`${counts.length} counts`, ...[...printedChange(context as never)].map(({ rule }) => rule)];
};
const TITLE = "IS 101 - 2e trimestre 2026 - police nationale";
const YEARS = ["Nature|T2 2025|T2 2026|Variation en %", "Vols avec armes|3|4|+100 %"];

test("is held to the quarter before where a heading, a title or a note says so, and else to the year before", () => {
  expect(told(TITLE, ...YEARS)).toEqual(["2 counts", "printed-change-mismatch"]);
  expect(told(TITLE, ...YEARS, "", "(1) Variation par rapport aux trois mois précédents")).toEqual(["2 counts"]);
  expect(told(TITLE, ...YEARS, "", "(1) Le trimestre précédent est provisoire")).toEqual([
    "2 counts",
    "printed-change-mismatch",
  ]);
  const quarters = ["Nature|T1 2026|T2 2026|Variation en %", "Vols avec armes|2|4|+50 %"];
  const note = "(1) Variation par rapport au trimestre précédent";
  expect(told(TITLE, ...quarters, "", note)).toEqual(["2 counts", "printed-change-mismatch"]);
});

test("« juin 2026 » over « 3 derniers mois » is asked about, and the answer gives its quarter", () => {
  const table = "IS 101 - juin 2026 - police nationale\nNature|3 derniers mois|Variation en %\nVols avec armes|4|+33 %";
  const [issue] = readTables(table, { delivery: "2026-T2" }).issues;
  expect(issue?.asks).toMatchObject({ kind: "period", may: ["2026-04/2026-06"] });
});

test("« sur un an » and « sur un trimestre » side by side are each held to their own", () => {
  const head = "Nature|T2 2025|T1 2026|T2 2026|Évolution sur un an|Évolution sur un trimestre";
  expect(told(TITLE, head, "Vols avec armes|3|2|4|+1 fait(s)|+100,00 % (+2 fait(s))")).toEqual(["3 counts"]);
  expect(told(TITLE, head, "Vols avec armes|3|2|4|+1 fait(s)|+1 fait(s)")).toEqual([
    "3 counts",
    "printed-change-mismatch",
  ]);
});
