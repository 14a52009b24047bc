/** Changes and rates that a statement prints beside its counts: kept to be checked, never counts. */
import { describe, expect, test } from "vitest";
import { periodKey } from "../../../scripts/model/period.ts";
import { type Options, readTables } from "../tables.ts";

const TITLE = "IS 101 - 1er trimestre 2026";
const HEAD = "Infractions|T1 2025|T1 2026";
/** What is printed: "change 2 ± 0.5", then the periods compared where the heading says them. */
const printed = (table: string, options: Options = {}) =>
  readTables(`${TITLE}\n${table}`, options).recognition.printed.map(
    ({ measure, value, precision, between }) =>
      `${measure} ${value} ± ${precision}${between ? `, ${between.map(periodKey).join(" > ")}` : ""}`,
  );
const counts = (table: string, options: Options = {}) => readTables(`${TITLE}\n${table}`, options).counts;
const QUARTERS = "2025-01/2025-03 > 2026-01/2026-03";

describe("the value and its precision", () => {
  test("a change in facts is exact to half a fact, signed or not; a percentage to half of its last digit", () => {
    const table = `${HEAD}|Écart|Évolution %\nHomicides|1|3|+2|+200 %\nVols avec armes|6|5|-1|-16,67 %`;
    expect(printed(table)).toEqual([
      "change 2 ± 0.5",
      "change-percent 200 ± 0.5",
      "change -1 ± 0.5",
      "change-percent -16.67 ± 0.005",
    ]);
    expect(printed(`${HEAD}|Écart\nHomicides|1|3|2`)).toEqual(["change 2 ± 0.5"]);
  });

  test("a percentage under « Écart » is one, and a number of facts under « % » is none", () => {
    expect(printed(`${HEAD}|Écart\nHomicides|1|3|+200 %`)).toEqual(["change-percent 200 ± 0.5"]);
    expect(printed(`${HEAD}|Évolution %\nHomicides|2|3|50`)).toEqual(["change-percent 50 ± 0.5"]);
  });

  test("nothing is printed by « nd », a dash, or a number that reads two ways", () => {
    const table = `${HEAD}|Écart\nHomicides|1|3|nd\nVols avec armes|1|3|-\nVols de véhicules|1|3|1.234`;
    expect(printed(table)).toEqual([]);
    expect(counts(table)).toHaveLength(6);
  });

  test("in a row as in a column", () => {
    expect(printed("|Homicides|Vols avec armes\nT1 2025|1|6\nT1 2026|3|5\nÉcart|+2|-1")).toEqual([
      "change 2 ± 0.5",
      "change -1 ± 0.5",
    ]);
  });
});

describe("the periods compared", () => {
  test("are the heading's two, the earlier one first, however it names them", () => {
    const under = (heading: string) => printed(`${HEAD}|${heading}\nHomicides|1|3|+2`);
    expect(under("Évolution T1 2026/T1 2025")).toEqual([`change 2 ± 0.5, ${QUARTERS}`]);
    expect(under("Évolution T1 2025/T1 2026")).toEqual([`change 2 ± 0.5, ${QUARTERS}`]);
  });

  test("or its only one and the year before", () => {
    expect(printed("Infractions|T1 2026|Évolution T1 2026\nHomicides|3|+2")).toEqual([`change 2 ± 0.5, ${QUARTERS}`]);
  });

  test("none, where the heading says none", () => {
    expect(printed(`${HEAD}|Écart\nHomicides|1|3|+2`)).toEqual(["change 2 ± 0.5"]);
  });
});

describe("a measure said around the table", () => {
  test("makes rates of all its numbers, whole ones too: a caption, the sheet's name, the file's", () => {
    const table = "Infractions|T1 2026\nHomicides|4";
    const rate = [`rate 4 ± 0.5, ${QUARTERS}`];
    expect(printed(`Taux pour 1 000 habitants\n${table}`)).toEqual(rate);
    expect(counts(`Taux pour 1 000 habitants\n${table}`)).toEqual([]);
    expect(printed(table, { part: "Taux" })).toEqual(rate);
    expect(printed(table, { name: "taux.csv" })).toEqual(rate);
  });

  test("not a caption that gives a figure of its own", () => {
    expect(counts("Densité : 1 234 hab/km²\nInfractions|T1 2026\nHomicides|4")).toEqual([
      "homicides ensemble 2026-01/2026-03 = 4",
    ]);
  });

  test("« en % » over columns of periods makes shares of them", () => {
    expect(counts(`Répartition (en %)\n${HEAD}\nHomicides|40|60`)).toEqual([]);
    expect(counts(`Nombre de faits et évolution en %\n${HEAD}|Évolution\nHomicides|4|6|50`)).toHaveLength(2);
  });
});
