import { describe, expect, test } from "vitest";
import { layOut } from "../../../scripts/recognise/layout/blocks.ts";
import { readColumns } from "../../../scripts/recognise/layout/columns.ts";
import { viewOf } from "../tables.ts";

/** Headings over each column of numbers, and the readings of a header that may span two ways. */
function columnsOf(table: string) {
  const view = viewOf(table);
  const [block] = layOut(view).blocks;
  if (!block) throw new Error("no table");
  const { values, texts, doubt } = readColumns(view, block);
  return {
    values: values.map((v) => v.headings.map((h) => h.text).join(" > ")),
    texts: texts.map((t) => t.column),
    ambiguous: doubt?.readings ?? null,
  };
}

describe("headings over columns", () => {
  test("merged headings stand over all that they span", () => {
    const { values, ambiguous } = columnsOf(`
Infractions{2x1}|T1 2025{1x2}|^|T1 2026{1x2}|^
^|Police|Gendarmerie|Police|Gendarmerie
Homicides|0|0|1|0`);
    expect(values).toEqual(["T1 2025 > Police", "T1 2025 > Gendarmerie", "T1 2026 > Police", "T1 2026 > Gendarmerie"]);
    expect(ambiguous).toBeNull();
  });
  test("lost spans are found again where the row below repeats one sequence", () => {
    const { values, ambiguous } = columnsOf(`
|T1 2025|||T1 2026||
Infractions|Police|Gendarmerie|Total|Police|Gendarmerie|Total
Homicides|0|0|0|1|0|1`);
    expect(values[1]).toBe("T1 2025 > Gendarmerie");
    expect(values[5]).toBe("T1 2026 > Total");
    expect(ambiguous).toBeNull();
  });
  test("a line over its forces has lost its span too, whatever its own words begin with", () => {
    const { values, ambiguous } = columnsOf(`
Période|Atteinte(s) aux bien(s)|||Infraction(s) concernant la tranquillité et la salubrité publique(s)||
|Police|Gendarmerie|Total|Police|Gendarmerie|Total
T1 2026|12|9|21|5|6|11`);
    expect(values.map((v) => v.split("(")[0])).toEqual([
      "Atteinte",
      "Atteinte",
      "Atteinte",
      "Infraction",
      "Infraction",
      "Infraction",
    ]);
    expect(ambiguous).toBeNull();
  });
  test("a column without a figure has its place under them", () => {
    const { values, ambiguous } = columnsOf(`
|T1 2025|||T1 2026||
Infractions|Police|Gendarmerie|Total|Police|Gendarmerie|Total
Homicides|0|0|0|1||2`);
    expect(values.at(-1)).toBe("T1 2026 > Total");
    expect(ambiguous).toBeNull();
    const beside = columnsOf(`
|T1 2025|T1 2026|
Infractions|Police|Police|Observations
Homicides|0|1|`);
    expect(beside).toMatchObject({ values: ["T1 2025 > Police", "T1 2026 > Police"], ambiguous: null });
  });
  test("three rows of lost spans are found again from the lowest up", () => {
    const { values, ambiguous } = columnsOf(`
|2025||||2026|||
|T1||T2||T1||T2|
|Police|Gendarmerie|Police|Gendarmerie|Police|Gendarmerie|Police|Gendarmerie
Homicides|0|0|0|0|0|0|1|0`);
    expect(values[3]).toBe("2025 > T2 > Gendarmerie");
    expect(values[6]).toBe("2026 > T2 > Police");
    expect(ambiguous).toBeNull();
  });
  test("the last year may have but the first of its quarters, and no other sequence", () => {
    const years = (quarters: string) => columnsOf(`\n|2025||||2026\n|T1|T2|T3|T4|${quarters}\nHomicides|0|0|0|0|1|2`);
    expect(years("T1")).toMatchObject({ values: { 3: "2025 > T4", 4: "2026 > T1" }, ambiguous: null });
    expect(years("T1|T2")).toMatchObject({ values: { 5: "2026 > T2" }, ambiguous: null });
    expect(years("T2").ambiguous).not.toBeNull();
    expect(columnsOf("\n|2025|2026||\n|T1|T1|T2|T3\nHomicides|0|0|0|0").ambiguous).not.toBeNull();
  });
  test("a heading over one wide heading covers its columns, whatever stands beside them", () => {
    const { values, ambiguous } = columnsOf(`
|2025||2026||2025||2026|
|T1||T1||Cumul||Cumul|
|Faits|Élucidés|Faits|Élucidés|Faits|Élucidés|Faits|Élucidés
Homicides|0|0|0|0|0|0|1|0`);
    expect(values[5]).toBe("2025 > Cumul > Élucidés");
    expect(ambiguous).toBeNull();
  });
  test("lost spans over rows that do not repeat are two readings", () => {
    expect(
      columnsOf(`
|T1 2025||T1 2026||
Infractions|Police|Gendarmerie|Police|Gendarmerie|Total
Homicides|0|0|1|0|1`).ambiguous,
    ).toEqual([
      "«\u00a0T1 2025\u00a0» couvre les 2 colonnes à partir de la sienne",
      "«\u00a0T1 2025\u00a0» ne couvre que sa colonne, ou un autre nombre de colonnes",
    ]);
  });
  test("« Évolution » at the end, under the last group or beside it, leaves no doubt over counts", () => {
    const { values, ambiguous } = columnsOf(`
|T1 2025||T1 2026||
Infractions|Police|Gendarmerie|Police|Gendarmerie|Évolution
Homicides|0|0|1|0|+1`);
    expect(values.slice(0, 4)).toEqual([
      "T1 2025 > Police",
      "T1 2025 > Gendarmerie",
      "T1 2026 > Police",
      "T1 2026 > Gendarmerie",
    ]);
    expect(ambiguous).toBeNull();
  });
  test("a heading that every column repeats says each its own, and an empty one says nothing", () => {
    const { values } = columnsOf(`
|T1 2025|T1 2025|T1 2026|
Infractions|Police|Gendarmerie|Police|Gendarmerie
Homicides|0|0|1|0`);
    expect(values[3]).toBe("Gendarmerie");
  });
  test("a column of marks (nd, s) is one of numbers, one of words is not, and an empty one is neither", () => {
    const { values, texts } = columnsOf(`
Infractions|T1 2025|T1 2026||Tendance
Homicides|nd|1||stable
Vols avec armes|s|2||en hausse`);
    expect(values).toEqual(["T1 2025", "T1 2026"]);
    expect(texts).toEqual([0, 4]);
  });
});
