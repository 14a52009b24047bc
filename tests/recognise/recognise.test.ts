/** Whole tables: what is read, and what is refused with its readings. Each refusal was once a wrong figure, or would be one. */

import { describe, expect, test } from "vitest";
import { spoken } from "../spoken.ts";
import { type Options, readingsOf, readTables, wordLine } from "./tables.ts";

const Q1 = "2026-01/2026-03";
const Q1_25 = "2025-01/2025-03";
const counts = (table: string | Readonly<Record<string, string>>, options: Options = {}) =>
  readTables(table, options).counts;

/** Nothing is read, an error says so, and its readings match these. */
function isRefused(
  table: string | Readonly<Record<string, string>>,
  readings: readonly (string | RegExp)[],
  options: Options = {},
): void {
  const read = readTables(table, options);
  expect(read.counts).toEqual([]);
  expect(read.rules).toContain("error ambiguous-reading");
  const said = readingsOf(read.issues);
  expect(said.length).toBeGreaterThanOrEqual(2);
  for (const reading of readings)
    expect(said).toContainEqual(typeof reading === "string" ? reading : expect.stringMatching(reading));
}

describe("layouts", () => {
  test("forces across, one quarter in the title", () => {
    expect(
      counts(`
IS 101 - 1er trimestre 2026
Infractions|Police|Gendarmerie|Total
Homicides|0|1|1`),
    ).toEqual([`homicides PN ${Q1} = 0`, `homicides GN ${Q1} = 1`, `homicides ensemble ${Q1} = 1`]);
  });
  test("one table a force under a caption", () => {
    expect(
      counts(`
IS 101
Police nationale
Infractions|T1 2025|T1 2026
Homicides|0|1
Gendarmerie nationale
Infractions|T1 2025|T1 2026
Homicides|2|3`),
    ).toEqual([
      `homicides PN ${Q1_25} = 0`,
      `homicides PN ${Q1} = 1`,
      `homicides GN ${Q1_25} = 2`,
      `homicides GN ${Q1} = 3`,
    ]);
  });
  test("one sheet a force", () => {
    const sheet = (n: number) => `IS 101 - 1er trimestre 2026\nInfractions|T1 2026\nHomicides|${n}`;
    expect(counts({ Police: sheet(1), Gendarmerie: sheet(2), Total: sheet(3) })).toEqual([
      `homicides PN ${Q1} = 1`,
      `homicides GN ${Q1} = 2`,
      `homicides ensemble ${Q1} = 3`,
    ]);
  });
  test("one line a count, and a table turned on its side", () => {
    const expected = [`homicides PN ${Q1} = 1`, `homicides GN ${Q1} = 2`];
    expect(
      counts(`
IS 101
Indicateur|Année|Trimestre|Service|Nombre
Homicides|2026|1|Police|1
Homicides|2026|1|Gendarmerie|2`),
    ).toEqual(expected);
    expect(
      counts(`
IS 101 - 1er trimestre 2026
Service|Homicides
Police|1
Gendarmerie|2`),
    ).toEqual(expected);
  });
  test("months and their total, cumul beside the quarter", () => {
    expect(
      counts(
        `
IS 101 - 2ème trimestre 2026
Infractions|Avril|Mai|Juin|Total|Cumul 2026
Homicides|0|1|0|1|4`,
        { delivery: "2026-T2" },
      ),
    ).toEqual([
      "homicides ensemble 2026-04/2026-04 = 0",
      "homicides ensemble 2026-05/2026-05 = 1",
      "homicides ensemble 2026-06/2026-06 = 0",
      "homicides ensemble 2026-04/2026-06 = 1",
      "homicides ensemble 2026-01/2026-06 = 4",
    ]);
  });
  test("« Année » beside four quarters is their total, were it 2010 of them", () => {
    const { counts } = readTables(
      [
        "IS 101 - T4 2025\n\nInfractions|T1 2025|T2 2025|T3 2025|T4 2025|Année",
        "Homicides|500|500|500|510|2010",
        "Vols avec armes|500|500|500|501|2001",
      ].join("\n"),
    );
    expect(counts).toEqual(expect.arrayContaining(["homicides ensemble 2025-01/2025-12 = 2010"]));
  });
  test("a « Total » in the column of families leaves each family its own", () => {
    const { counts } = readTables(
      [
        "IST - T1 2026\n\nFamille|Indicateur|T1 2026",
        "Atteintes volontaires à l'intégrité physique|Total|16",
        "|Violences physiques crapuleuses|16",
        "Atteintes aux biens|Total|17",
        "|Cambriolages|17",
        "Total||33",
      ].join("\n"),
    );
    expect(counts).toEqual(expect.arrayContaining([expect.stringMatching(/^atteintes-biens .* = 17$/)]));
  });
  test("« Total Cumul 2026 » beside columns of forces is the two together, since January", () => {
    const { counts, rules } = readTables(
      "IS 101 - T2 2026\n\nInfractions|Police Cumul 2026|Gendarmerie Cumul 2026|Total Cumul 2026\nHomicides|15|7|22",
    );
    expect([counts.at(-1), rules]).toEqual(["homicides ensemble 2026-01/2026-06 = 22", []]);
    const captions =
      "IS 101 - T1 2026\n\nT1 2026\nInfractions|Faits\nHomicides|6\n\nTotal cumulé 2026\nInfractions|Faits\nHomicides|6";
    expect(readTables(captions).rules).toEqual([]);
  });
  test("a caption « 2025 - Cumul depuis le 1er janvier » says one period, that of its year", () => {
    const under = (caption: string) =>
      readTables(`IS 101 - 2e trimestre 2025\n\n${caption}\nType|Nombre de faits\nHomicides|1`, {
        delivery: "2025-T2",
      });
    expect(under("2025 - Cumul depuis le 1er janvier").counts).toEqual(["homicides ensemble 2025-01/2025-06 = 1"]);
    expect(under("Cumul 2024 - Cumul 2025").counts).toEqual([]);
  });
  test("« 3e trimestre 2026 et cumul » says two periods: bare years are the quarter, « Cumul » is since January", () => {
    expect(
      counts(
        `
IS 101 - 3ème trimestre 2026 et cumul
Infractions|2025|2026|Cumul 2025|Cumul 2026
Homicides|0|1|3|4`,
        { delivery: "2026-T3" },
      ),
    ).toEqual([
      "homicides ensemble 2025-07/2025-09 = 0",
      "homicides ensemble 2026-07/2026-09 = 1",
      "homicides ensemble 2025-01/2025-09 = 3",
      "homicides ensemble 2026-01/2026-09 = 4",
    ]);
  });
  test("changes, rates, ranks and other measures are never counts", () => {
    const { counts: read, recognition } = readTables(`
IS 101 - 1er trimestre 2026
Infractions|T1 2025|T1 2026|Évolution|%|Taux pour 1 000 hab.|Rang|Faits élucidés|dont mineurs
Homicides|4|5|1|25|0|1|2|1`);
    expect(read).toEqual([`homicides ensemble ${Q1_25} = 4`, `homicides ensemble ${Q1} = 5`]);
    expect(recognition.printed.map((p) => [p.measure, p.value])).toContainEqual(["change", 1]);
  });
  test("« en % » over columns of quarters makes shares of plain numbers", () => {
    expect(
      counts(`
IS 101 - 1er trimestre 2026 (en %)
Infractions|T1 2025|T1 2026
Homicides|20|30
Vols avec armes|80|70`),
    ).toEqual([]);
  });
  test("« Total » alone over the numbers of a force's table is that force's", () => {
    expect(
      counts(`
IS 101 - 1er trimestre 2026

Police
|Total
Homicides|4
Vols avec armes|5`),
    ).toEqual([`homicides PN ${Q1} = 4`, `vols-avec-armes PN ${Q1} = 5`]);
  });
  test("a family's total is the family's, a total of all lines is kept as sent", () => {
    expect(
      counts(`
I.S.T - 1er trimestre 2026
Infractions|T1 2026
Atteintes aux biens
Cambriolages|3
Total|3
Tranquillité et salubrité publiques
Tapages|2
Total|2
Total général|5`),
    ).toEqual([
      `ist-cambriolages ensemble ${Q1} = 3`,
      `atteintes-biens ensemble ${Q1} = 3`,
      `ist-tapages ensemble ${Q1} = 2`,
      `tranquillite-salubrite ensemble ${Q1} = 2`,
      `total « Total général » ensemble ${Q1} = 5`,
    ]);
  });
  test("a total under a family without its figure is of the table, where other families have theirs on their rows", () => {
    const read = counts(`
I.S.T - 1er trimestre 2026
Infractions|Nombre
Atteintes aux personnes|9
Violences sexuelles|9
Atteintes aux biens
Cambriolages|4
Total général|13`);
    expect(read.filter((c) => /= 13$/.test(c))).toEqual(["total « Total général » ensemble 2026-01/2026-03 = 13"]);
  });
  test("forces or periods on rows under their line belong to it, when every line has the same", () => {
    const expected = ["homicides PN", "homicides GN", "vols-avec-armes PN", "vols-avec-armes GN"].map(
      (key, i) => `${key} ${Q1} = ${i}`,
    );
    const heads = (first: string, second: string) => `
IS 101
|T1 2026
Homicides|${first}
Police|0
Gendarmerie|1
Vols avec armes|${second}
Police|2
Gendarmerie|3`;
    expect(counts(heads("", ""))).toEqual(expected);
    expect(counts(heads("1", "5"))).toEqual([
      `homicides ensemble ${Q1} = 1`,
      ...expected.slice(0, 2),
      `vols-avec-armes ensemble ${Q1} = 5`,
      ...expected.slice(2),
    ]);
    expect(
      counts(`
IS 101
|Police
Homicides
T1 2025|1
T1 2026|2
Vols avec armes
T1 2025|3
T1 2026|4`),
    ).toEqual([
      `homicides PN ${Q1_25} = 1`,
      `homicides PN ${Q1} = 2`,
      `vols-avec-armes PN ${Q1_25} = 3`,
      `vols-avec-armes PN ${Q1} = 4`,
    ]);
  });
  test("forces under the last line alone are totals, and of no line", () => {
    const { counts: read, rules } = readTables(`
IS 101
|T1 2026
Homicides|1
Vols avec armes|5
Police|2
Gendarmerie|4`);
    expect(read.filter((c) => /PN|GN/.test(c))).toEqual([]);
    expect(rules).toContain("warning row-not-understood");
  });
  test("a heading of two periods over signed numbers is a change, and no doubt", () => {
    const { counts: read, rules } = readTables(`
IS 101
Infractions|1er T 2025|1er T 2026|1er T 2026 / 1er T 2025
Homicides|0|1|+1
Vols avec armes|4|4|0`);
    expect(read).toHaveLength(4);
    expect(rules).toEqual([]);
  });
  test("columns of dates say the span of their row; one date does not", () => {
    const table = (head: string, ...dates: readonly string[]) =>
      `IS 101\nService|${head}|Indicateur|Nombre\n${dates.map((d, i) => `Police|${d}|Homicides|${i}`).join("\n")}`;
    expect(counts(table("date_debut|date_fin", "01/01/2025|31/03/2025", "2026-01-01|2026-03-31"))).toEqual([
      `homicides PN ${Q1_25} = 0`,
      `homicides PN ${Q1} = 1`,
    ]);
    const days = readTables(table("Du|Au", "03/01/2026|09/01/2026"));
    expect([days.counts, days.rules]).toEqual([[], ["warning row-not-understood"]]);
    const one = readTables(table("Période", "31/12/2025"));
    expect([one.counts, one.rules]).toEqual([[], ["warning row-not-understood"]]);
  });
  test("a period said by several cells together is the statement's own", () => {
    const long = readTables("IS 101\nIndicateur|Année|Trimestre|Service|Nombre\nHomicides|2025|4|Police|1");
    expect(long.counts).toEqual(["homicides PN 2025-10/2025-12 = 1"]);
    expect(long.recognition.tables[0]?.anchor).toEqual({ first: "2025-10", last: "2025-12" });
    const range = readTables("IS 101|Du|01/10/2025|au|31/12/2025\nInfractions|Police|Gendarmerie\nHomicides|1|2");
    expect(range.counts[0]).toBe("homicides PN 2025-10/2025-12 = 1");
    expect(range.rules).toEqual([]);
  });
  test("« Total 2025 » after the quarters of 2025 is the year", () => {
    expect(
      counts("IS 101 - 2025\nInfractions|T1|T2|T3|T4|Total 2025\nHomicides|1|2|3|4|10", { delivery: "2025-T4" }).at(-1),
    ).toBe("homicides ensemble 2025-01/2025-12 = 10");
    expect(
      counts("IS 101\nInfractions|T1 2025|T2 2025|Total 2025|T1 2026|T2 2026|Total 2026\nHomicides|1|2|3|4|5|9", {
        delivery: "2026-T2",
      }).filter((c) => /06 = [39]$/.test(c)),
    ).toEqual(["homicides ensemble 2025-01/2025-06 = 3", "homicides ensemble 2026-01/2026-06 = 9"]);
  });
  test("a label with the unit of its line in brackets is the line", () => {
    expect(counts("IS 101 - T1 2026\nInfractions|Faits\nHomicides (victimes)|1\nHomicides (véhicules)|2")).toEqual([
      `homicides ensemble ${Q1} = 1`,
      `« Homicides (véhicules) » ensemble ${Q1} = 2`,
    ]);
  });
  test("a single table without a title above it has it below", () => {
    const table = "Infractions|Police\nHomicides|0\nVols avec armes|2\n\nIS 101 - 4e trimestre 2025\nSource : service";
    expect(counts(table)).toEqual(["homicides PN 2025-10/2025-12 = 0", "vols-avec-armes PN 2025-10/2025-12 = 2"]);
    // with a title above, what stands below is none
    expect(counts(`IS 101 - T1 2026\n${table}`)[0]).toBe(`homicides PN ${Q1} = 0`);
  });
  test("marks of notes and numbers of parts change nothing of a heading or label", () => {
    expect(
      counts(`
I.S.T - T1 2026 (1)
Infractions|Police (2)|Gendarmerie (3)
2. Atteintes aux biens (1)|7|8
2.1 Cambriolages*|5|6`),
    ).toEqual([
      `atteintes-biens PN ${Q1} = 7`,
      `atteintes-biens GN ${Q1} = 8`,
      `ist-cambriolages PN ${Q1} = 5`,
      `ist-cambriolages GN ${Q1} = 6`,
    ]);
  });
  test("a statement without a number that is read is told, and not taken for another document", () => {
    expect(readTables("IS 101 - T1 2026\nHomicides : trois").rules).toEqual(["warning no-figures-read"]);
    const codes = "T1 2026\nInfractions|Unité\nHomicides|11\nVols avec armes|12\nVols de véhicules|13";
    expect(readTables(codes).rules).toEqual(["warning no-figures-read"]);
    expect(readTables("Ordre du jour\nPoint 1").rules).toEqual(["info other-document"]);
  });
  test("an unknown line without its figure, in a table of one line a count, is no header", () => {
    const read = readTables(`
IS 101
Indicateur|Période|Nombre
Homicides|T1 2026|1
Escroqueries|T1 2026|
Vols avec armes|T1 2026|4`);
    expect(read.counts).toEqual([
      `homicides ensemble ${Q1} = 1`,
      `« Escroqueries » ensemble ${Q1} = missing`,
      `vols-avec-armes ensemble ${Q1} = 4`,
    ]);
    expect(read.rules).toEqual([]);
  });
  test("a text of the same shape over lines said again is a caption that is not understood: refused", () => {
    isRefused(
      `
IS 101
Indicateur|Période|Nombre
Homicides|T1 2026|1
Brigade de Villeneuve|T1 2026|
Homicides|T1 2026|4`,
      [/à additionner$/],
    );
  });
  test("an unknown line that is not set back is none of the family above it", () => {
    const rows = (sub: string) => `
I.S.T - 1er trimestre 2026
Infractions|T1 2026
Atteintes aux biens|10
${sub}Cambriolages|4
${sub}Vols divers|6
Escroqueries|30
${sub}Escroqueries en ligne|12`;
    const families = (sub: string) => readTables(rows(sub)).observations.map((o) => o.family);
    expect(families("- ")).toEqual([null, "atteintes-biens", "atteintes-biens", null, "Escroqueries"]);
    // nothing is set back: a line after the family is under it
    expect(families("")).toEqual([null, ...Array.from({ length: 4 }, () => "atteintes-biens")]);
  });
  test("a label that says its force or its period is read with it", () => {
    expect(
      counts(`
IS 101 - 1er trimestre 2026
Infractions|Faits
Homicides - Police|1
Homicides (GN)|0`),
    ).toEqual([`homicides PN ${Q1} = 1`, `homicides GN ${Q1} = 0`]);
    expect(
      counts(`
IS 101 - 1er trimestre 2026
Infractions|Faits
Homicides (T1 2026)|1
Homicides (T1 2025)|6`),
    ).toEqual([`homicides ensemble ${Q1} = 1`, `homicides ensemble ${Q1_25} = 6`]);
  });
  test("an unknown line is kept as sent, unless its label says another period or force", () => {
    const { counts: read, rules } = readTables(`
IS 101 - 1er trimestre 2026
Infractions|T1 2026
Homicides|1
Escroqueries|7
Escroqueries (T1 2025)|6
Fraudes - Police|2`);
    expect(read).toEqual([`homicides ensemble ${Q1} = 1`, `« Escroqueries » ensemble ${Q1} = 7`]);
    expect(rules).toEqual(["warning row-not-understood"]);
  });
  test("missing, confidential and empty cells have no value and say why", () => {
    expect(
      counts(`
IS 101 - 1er trimestre 2026
Infractions|Police|Gendarmerie|Total
Homicides|nd|s|/
Vols avec armes||1|1`),
    ).toEqual([
      `homicides PN ${Q1} = missing`,
      `homicides GN ${Q1} = confidential`,
      `homicides ensemble ${Q1} = not-applicable`,
      `vols-avec-armes PN ${Q1} = missing`,
      `vols-avec-armes GN ${Q1} = 1`,
      `vols-avec-armes ensemble ${Q1} = 1`,
    ]);
  });
  test("a table continued after a page break without its header goes on", () => {
    expect(
      counts(`
IS 101 - 1er trimestre 2026
Infractions|T1 2025|T1 2026
Homicides|0|1
Page 2
Vols avec armes|2|3`).slice(2),
    ).toEqual([`vols-avec-armes ensemble ${Q1_25} = 2`, `vols-avec-armes ensemble ${Q1} = 3`]);
  });
});

describe("two readings of a period", () => {
  test("bare years in a fourth quarter, and in a folder that alone names the quarter", () => {
    const table = `
IS 101 - 4ème trimestre 2026
Infractions|2025|2026
Homicides|0|1`;
    isRefused(table, [/4e\s+trimestre\s+2026/, /année\s+2026/], { delivery: "2026-T4" });
    isRefused(table.replace(" - 4ème trimestre 2026", ""), [/3e\s+trimestre\s+2026/, /janvier à septembre\s+2026/], {
      delivery: "2026-T3",
    });
  });
  test("a year in the title that is not the folder's", () => {
    isRefused(`IS 101 - 2025\nInfractions|Police\nHomicides|1`, [
      /1er\s+trimestre\s+2025/,
      /année\s+2025/,
      /trimestre\s+2026/,
    ]);
  });
  test("a year or half-year that was not over when the delivery came", () => {
    isRefused(`IS 101 - Année 2026\nInfractions|Police\nHomicides|1`, [/^1er\s+trimestre\s+2026/, /mauvais dossier$/]);
  });
  test("« 2025 » over four quarters and « 2026 » over two: the statement is of the second quarter of 2026, and not of the fourth", () => {
    const { recognition } = readTables(
      `IS 101\nIndicateurs|2025|2025|2025|2025|2026|2026\n|T1|T2|T3|T4|T1|T2\nHomicides|1|2|3|4|5|6`,
      { delivery: "2026-T2" },
    );
    expect(recognition.tables.map((t) => t.anchor)).toEqual([{ first: "2026-04", last: "2026-06" }]);
  });
  test("a half-year in the folder of a quarter is no quarter: it is read as it stands, and its folder is wrong", () => {
    const { counts: read, recognition } = readTables(`IS 101 - 1er semestre 2026\nInfractions|Police\nHomicides|1`);
    expect(read).toEqual(["homicides PN 2026-01/2026-06 = 1"]);
    expect(recognition.tables.map((t) => t.anchor)).toEqual([{ first: "2026-01", last: "2026-06" }]);
  });
  test.each(["S1 2026", "1er semestre 2026", "janvier à juin 2026", "Cumul au 30/06/2026", "janvier à décembre 2026"])(
    "« %s » in the statement of the first quarter: no line of the settings makes a quarter of it",
    (heading) => {
      const table = `IS 101 - 1er trimestre 2026\nInfractions|T1 2026|${heading}\nHomicides|1|2`;
      isRefused(table, [/mauvais dossier$/, /plus courte/]);
      expect(readTables(table).issues.filter((i) => i.asks !== undefined)).toEqual([]);
    },
  );
  test("a sentence under the table before, above the title of this one, moves no period", () => {
    const { counts: read } = readTables(
      `
IS 101 - 2e trimestre 2025
Infractions|T2 2025|Cumul 2025
Homicides|1|2

Au 1er trimestre 2026, 12 cambriolages ont été constatés, contre 9 au 1er trimestre 2025.

I.S.T - 2e trimestre 2025
Infractions|T2 2025|Cumul 2025
Atteintes aux biens|3|4
Tapages|5|6`,
      { delivery: "2025-T2" },
    );
    expect(read.filter((c) => c.startsWith("atteintes-biens"))).toEqual([
      "atteintes-biens ensemble 2025-04/2025-06 = 3",
      "atteintes-biens ensemble 2025-01/2025-06 = 4",
    ]);
  });
  test("a table without a caption among tables that have their month in theirs", () => {
    const month = (name: string, n: number) => `${name} 2026\nInfractions|Police\nHomicides|${n}\n\n`;
    const title = "IS 101 (3T 2026)\n\n";
    const lost = "Infractions (suite)|Police\nVols avec armes|3";
    isRefused(`${title}${month("juillet", 1)}${month("août", 2)}${lost}`, [/période du titre/, /autre période/], {
      delivery: "2026-T3",
    });
    // no table has a period of its own: the title's is that of all
    expect(counts(`${title}Infractions|Gendarmerie\nHomicides|1\n\n${lost}`, { delivery: "2026-T3" })).toEqual([
      "homicides GN 2026-07/2026-09 = 1",
      "vols-avec-armes PN 2026-07/2026-09 = 3",
    ]);
  });
  test("the file's name against a caption that takes nothing but its year is no rival", () => {
    const table = (caption: string) => `IS 101\n\n${caption}\nInfractions|Faits\nHomicides|1`;
    const file = { name: "IS101 2e trimestre 2026.csv", delivery: "2026-T2" };
    expect(counts(`${table("1er trimestre")}\n${table("2e trimestre").slice(7).replace("|1", "|2")}`, file)).toEqual([
      `homicides ensemble ${Q1} = 1`,
      "homicides ensemble 2026-04/2026-06 = 2",
    ]);
  });
  test("the sheet's name against the title", () => {
    const table = `IS 101 - 1er trimestre 2026\nInfractions|Police\nHomicides|1`;
    isRefused(table, [/1er\s+trimestre\s+2026/, /T2 2026/], { part: "T2 2026" });
    isRefused(`IS 101 - 1er trimestre 2026\nInfractions|N-1|N\nHomicides|1|2`, [/1er\s+trimestre/, /T2 2026/], {
      part: "T2 2026",
    });
    // the name of a file is shown, and puts nothing in doubt
    expect(counts(table, { name: "IS101 T2 2026.csv" })).toEqual([`homicides PN ${Q1} = 1`]);
    expect(counts(table, { name: "IS101 avril 2026.csv" })).toEqual([`homicides PN ${Q1} = 1`]);
  });
  test("a title of another quarter than the figures: the answer offered is the latest of the figures' periods", () => {
    const { issues } = readTables("IS 101 - 2e trimestre 2026\nInfractions|T1 2025|T1 2026\nHomicides|1|2");
    expect(issues.map((issue) => wordLine(issue))).toEqual([
      '  - { texte: "IS 101 - 2e trimestre 2026", lecture: 2026-01/2026-03 }',
    ]);
  });
  test("a text half understood that says another period than the title", () => {
    isRefused(
      `
IS 101 - 1er trimestre 2026
Situation : mars 2026
Infractions|Police
Homicides|1`,
      [/^mars\s+2026/, /^1er\s+trimestre\s+2026/],
    );
  });
  test("a column against its row", () => {
    isRefused(
      `
IS 101
Infractions|Période|T1 2025|T1 2026
Homicides|T1 2026|0|1`,
      [/colonne/, /ligne/],
    );
  });
  test("« 12 mois 2025 » and two periods in one heading", () => {
    isRefused(`IS 101 - 1er trimestre 2026\nInfractions|12 mois 2025\nHomicides|1`, [/année\s+2025/, /avril\s+2024/]);
    isRefused(`IS 101 - 1er trimestre 2026\nInfractions|T1 2025 / T1 2026\nHomicides|1`, [
      /1er\s+trimestre\s+2025/,
      /1er\s+trimestre\s+2026/,
    ]);
  });
  test("a quarter without its year that would come after the statement's own", () => {
    isRefused("IS 101 - 1er trimestre 2026\nInfractions|4ème trimestre|1er trimestre\nHomicides|1|2", [
      /4e\s+trimestre\s+2025/,
      /4e\s+trimestre\s+2026/,
    ]);
  });
  test("« Mois précédent » is not understood, and is said so", () => {
    const { counts: read, rules } = readTables("IS 101 - mars 2026\nInfractions|Mois précédent\nHomicides|1");
    expect(read).toEqual([]);
    expect(rules).toEqual(["warning column-not-understood"]);
  });
  test("numbers beyond the last heading shift nothing: the table is refused", () => {
    isRefused("IS 101 - T1 2026\nInfractions|T1 2025|T1 2026\nHomicides|3|0|1\nVols avec armes|15|2|3", [
      /à sa droite/,
    ]);
    isRefused("IS 101 - T1 2026\nInfractions|T1 2025|T1 2026\nHomicides|0|1\nVols avec armes||2|3", [/à sa droite/]);
  });
  test("a total over months of which one is not understood is not read", () => {
    const { counts: read } = readTables(`
IS 101 - 1er trimestre 2026
Infractions|Janvier|Fevreir|Mars|Total
Homicides|0|1|0|1`);
    expect(read).toEqual(["homicides ensemble 2026-01/2026-01 = 0", "homicides ensemble 2026-03/2026-03 = 0"]);
  });
  test("a table whose period only the folder says, beside tables that say theirs", () => {
    isRefused(
      `
IS 101
1er trimestre 2026
Infractions|Police
Homicides|1
Situation consolidée
Infractions|Gendarmerie
Vols avec armes|6`,
      [/trimestre de la livraison/, /autre période/],
    );
  });
});

describe("two readings of a force", () => {
  test("a letterhead, the file's name", () => {
    isRefused(
      `
Police nationale
IS 101 - 1er trimestre 2026
Infractions|T1 2026
Homicides|1`,
      [/quelle force a enregistré/, /en-tête du service/],
    );
    isRefused(`IS 101 - 1er trimestre 2026\nInfractions|T1 2026\nHomicides|1`, [/service qui envoie/], {
      name: "IS101 gendarmerie.csv",
    });
  });
  test("the sheet's name against the title", () => {
    isRefused(
      `IS 101 - 1er trimestre 2026 - Police\nInfractions|T1 2026\nHomicides|1`,
      [/du titre/, /nom de la feuille/],
      {
        part: "Gendarmerie",
      },
    );
  });
  test("a force among words that are not understood: the sheet's name, the file's, a caption just above the table", () => {
    const table = "IS 101 - 1er trimestre 2026\nInfractions|T1 2026\nHomicides|1";
    isRefused(table, [/quelle force/, /nom de la feuille/], { part: "Police Nord" });
    isRefused(table, [/quelle force/, /service qui envoie/], { name: "IS101_Police_v2.csv" });
    isRefused(table.replace("\n", "\nPolice du Nord\n"), [/quelle force/, /ne dit rien des chiffres/]);
    // a copied sheet, a letterhead, a sentence, and forces that the table says itself
    expect(counts(table, { part: "Police (2)" })).toEqual([`homicides PN ${Q1} = 1`]);
    for (const text of [
      "Direction de la Police nationale du Nord",
      "La gendarmerie a aussi recensé trois vols de vélos.",
    ])
      expect(counts(table.replace("\n", `\n${text}\n`))).toEqual([`homicides ensemble ${Q1} = 1`]);
    expect(counts(table.replace("T1 2026\n", "Police\n"), { name: "IS101_Police_v2.csv" })).toHaveLength(1);
  });
  test("a column against its row, two headings of one column", () => {
    isRefused(`IS 101 - T1 2026\nInfractions|Service|Police\nHomicides|Gendarmerie|1`, [/colonne/, /ligne/]);
    isRefused(`IS 101 - T1 2026\nInfractions{2x1}|Police\n^|Gendarmerie\nHomicides|1`, [/deux forces à la fois/]);
  });
  test("a table or a sheet without a force beside those that have one", () => {
    isRefused(
      `
IS 101
Police
Infractions|T1 2026
Homicides|1
Unité de Ville-Haute
Infractions|T1 2026
Vols avec armes|6`,
      [/deux forces/, /seule police/, /seule gendarmerie/],
    );
    const sheet = (label: string) => `IS 101 - 1er trimestre 2026\nInfractions|T1 2026\n${label}|1`;
    const { counts: read, rules } = readTables({ Police: sheet("Homicides"), Feuil2: sheet("Vols avec armes") });
    expect(read).toEqual([`homicides PN ${Q1} = 1`]);
    expect(rules).toEqual(["error ambiguous-reading"]);
  });
  test("a sentence on the gendarmerie between rows", () => {
    isRefused(
      `
IS 101 - 1er trimestre 2026
Infractions|T1 2025|T1 2026
Homicides|0|1
Données de la gendarmerie non comprises
Vols avec armes|4|3`,
      [/quelle force/, /ne dit rien/],
    );
  });
  test("a column or a row without a force where the others have one is not read", () => {
    const { counts: read, rules } = readTables(`
IS 101 - 1er trimestre 2026
Infractions|Faits
Homicides (PN)|1
Vols avec armes|3`);
    expect(read).toEqual([`homicides PN ${Q1} = 1`]);
    expect(rules).toEqual(["warning row-not-understood"]);
  });
});

describe("rows and columns of a table", () => {
  test("a label merged over the column beside it makes no text of that column's figures", () => {
    expect(
      counts(`
IS 101
Infractions|T1 2025|T1 2026
Homicides|1|2
Vols avec armes{1x2}|^|3
Vols de véhicules{1x2}|^|4`),
    ).toContain(`homicides ensemble ${Q1_25} = 1`);
  });
  test("a row of counts that look like years, within a table, is no new header", () => {
    expect(
      counts(`
IS 101 - 1er trimestre 2026
Infractions|T1 2025|T1 2026
Homicides|1|2
Total|2025|2026`),
    ).toEqual([
      `homicides ensemble ${Q1_25} = 1`,
      `homicides ensemble ${Q1} = 2`,
      `total « Total » ensemble ${Q1_25} = 2025`,
      `total « Total » ensemble ${Q1} = 2026`,
    ]);
  });
  test("a single figure under a heading is no numbering of columns, unless it is 1", () => {
    expect(counts("IS 101 - 1er trimestre 2026\n|Homicides|Vols avec armes\nPolice|3|4\n")).toEqual([
      `homicides PN ${Q1} = 3`,
      `vols-avec-armes PN ${Q1} = 4`,
    ]);
    expect(readTables("IS 101 - T1 2026\nInfractions|Police\n|2\nHomicides|3").rules).toEqual([
      "warning row-not-understood",
    ]);
  });
  test("a column without a heading of its own beside groups of headings, or a group of one among wider ones", () => {
    isRefused(
      "IS 101 - T1 2026\n||T1 2025||T1 2026|\nInfractions|Police|Police|Gendarmerie|Police|Gendarmerie\nHomicides|9|0|1|1|0",
      [/couvre les 2 colonnes/],
    );
    isRefused(
      "IS 101\n|T1 2024|T1 2025||T1 2026|\nInfractions|Police|Police|Gendarmerie|Police|Gendarmerie\nHomicides|9|0|1|1|0",
      [/couvre les 2 colonnes/],
    );
  });
});

describe("two readings of a table", () => {
  test("lost spans that do not repeat", () => {
    isRefused(
      `
IS 101
|T1 2025||T1 2026||
Infractions|Police|Gendarmerie|Police|Gendarmerie|Total
Homicides|0|0|1|0|1`,
      [/couvre les 2 colonnes/, /ne couvre que/],
    );
  });
  test("a heading beside a column of numbers without one", () => {
    isRefused(
      `
IS 101
Infractions|T1 2025||T1 2026|
Homicides|0|1|1|0`,
      [/couvre aussi la colonne à sa droite/, /ne couvre que sa colonne/],
    );
  });
  test("one line of the nomenclature twice in a table, even with one value", () => {
    isRefused(
      `
IS 101 - 1er trimestre 2026
Infractions|Précisions|T1 2026
Vols avec armes|armes à feu|3
Vols avec armes|autres|3`,
      [/additionner/, /autre période/],
    );
  });
  test("two lines in one row", () => {
    isRefused(
      `
IS 101 - 1er trimestre 2026
Nature|Détail|T1 2026
Vols avec armes|Vols de véhicules|1
Homicides|Vols dans les véhicules|3`,
      [/deux lignes à la fois/],
    );
  });
  test("years that may be counts", () => {
    isRefused(
      `
IS 101 - 1er trimestre 2026
Nature|2025|2026|Divers
Homicides|0|1|2
Vols avec armes|3|4|2`,
      [/en-tête dont les nombres sont des années/, /ligne de faits/],
    );
  });
  test("forces down a column with empty cells that do not repeat", () => {
    isRefused(
      `
IS 101 - 1er trimestre 2026
Service|Infractions|T1 2026
Police|Homicides|1
|Vols avec armes|2
Gendarmerie|Homicides|1
|Vols de véhicules|4`,
      [/continue celle du dessus/, /ne dit rien/],
    );
  });
  test("« 1.012 » and « 1,000 »", () => {
    for (const text of ["1.012", "1,000"])
      isRefused(`IS 101 - 1er trimestre 2026\nInfractions|Police\nHomicides|${text}`, []);
  });
  test("one figure with two values refuses the tables that hold it", () => {
    const { counts: read, issues } = readTables(`
IS 101
1er trimestre 2026
Infractions|Police
Homicides|1
Cumul
Infractions|Police
Homicides|5`);
    expect(read).toEqual([]);
    expect(issues.map((i) => i.rule)).toEqual(["ambiguous-reading"]);
  });
  test("a known line beside a word for a unit, a number or a place is another line, in the statement's words", () => {
    for (const label of ["Homicides - Unité", "Homicides (observations)", "Homicides - Numéro", "Homicides - Commune"])
      expect(
        readTables(`\nIS 101 - 1er trimestre 2026\nInfractions|T1 2026\nVols avec armes|2\n${label}|3`).counts,
      ).toEqual([`vols-avec-armes ensemble ${Q1} = 2`, `« ${label} » ensemble ${Q1} = 3`]);
  });
  test("two tables of one file may each print a total of their own", () => {
    const { counts: read, rules } = readTables(`
IS 101 - 1er trimestre 2026
Infractions|T1 2026
Homicides|1
Total|1

Infractions|T1 2026
Vols de véhicules|5
9 - Total|5`);
    expect(read.filter((line) => !/total/i.test(line))).toEqual([
      `homicides ensemble ${Q1} = 1`,
      `vols-vehicules ensemble ${Q1} = 5`,
    ]);
    expect(rules).not.toContain("error ambiguous-reading");
  });
  test("an unknown line with its number and without it, twice in one table, is left out", () => {
    const { counts: read, rules } = readTables(`
IS 101 - 1er trimestre 2026
Infractions|T1 2026
Homicides|1
Rodéos urbains|12
12 - Rodéos urbains|99`);
    expect(read).toEqual([`homicides ensemble ${Q1} = 1`]);
    expect(rules).toEqual(["warning row-not-understood"]);
  });
  test("a sub-line repeated under several lines is left out, and the lines are read", () => {
    for (const [first, second] of [
      ["dont par ruse", "dont par ruse"],
      ["27.1 - dont par ruse", "28.1 - dont par ruse"],
    ]) {
      const {
        counts: read,
        rules,
        issues,
      } = readTables(`
IS 101 - 1er trimestre 2026
Infractions|T1 2026
Cambriolages de logement|7
${first}|3
Vols de véhicules|5
${second}|1`);
      expect(read).toEqual([`cambriolages-logement ensemble ${Q1} = 7`, `vols-vehicules ensemble ${Q1} = 5`]);
      expect(rules).toEqual(["warning row-not-understood"]);
      expect(spoken(issues[0]).message).toContain("est répétée dans le tableau");
    }
  });
  test("a figure merged over two columns or two rows is nobody's", () => {
    const { counts: read, rules } = readTables(`
IS 101 - 1er trimestre 2026
Infractions|Police|Gendarmerie|Total
Homicides|1{1x2}|^|1
Vols avec armes|2{2x1}|0|2
Vols de véhicules|^|0|2`);
    expect(read).toEqual([
      `homicides ensemble ${Q1} = 1`,
      `vols-avec-armes GN ${Q1} = 0`,
      `vols-avec-armes ensemble ${Q1} = 2`,
      `vols-vehicules GN ${Q1} = 0`,
      `vols-vehicules ensemble ${Q1} = 2`,
    ]);
    expect(rules).toEqual(["warning cell-not-understood"]);
  });
  test("signed, decimal and percent cells in a column of counts are named, each", () => {
    const { counts: read, issues } = readTables(`
IS 101 - 1er trimestre 2026
Infractions|T1 2026
Homicides|+5
Vols avec armes|2,5
Vols de véhicules|12 %
Vols dans les véhicules|12 1
Cambriolages de logement|4`);
    expect(read).toEqual([`cambriolages-logement ensemble ${Q1} = 4`]);
    expect(issues.map((i) => i.rule)).toEqual(Array(4).fill("cell-not-understood"));
  });
});

describe("whose facts", () => {
  const several = `
IS 101 - 1er trimestre 2026
Commune|Infractions|T1 2026
Ville-Haute|Homicides|3
ST-AUBIN-LES-TILLEULS|Homicides|1`;
  test("rows of other communes are set aside", () => {
    expect(counts(several)).toEqual([`homicides ensemble ${Q1} = 1`]);
  });
  test("several communes of which none is the settings'", () => {
    isRefused(several.replace("ST-AUBIN-LES-TILLEULS", "Ville-Basse"), [/un seul est la commune/]);
  });
  test("one commune, in a column or a title, that is not the settings'", () => {
    isRefused(`IS 101 - T1 2026\nCommune|Infractions|T1 2026\nVille-Haute|Homicides|3`, [/autre commune/]);
    isRefused(`IS 101 - T1 2026 - Commune de Ville-Haute\nInfractions|Police\nHomicides|3`, [/autre commune/]);
    expect(
      counts(`IS 101 - T1 2026 - Commune de SAINT AUBIN LES TILLEULS (99001)\nInfractions|Police\nHomicides|3`),
    ).toEqual([`homicides PN ${Q1} = 3`]);
  });
});

describe("the answer offered to an issue", () => {
  const TABLES: readonly (readonly [string, string, Options])[] = [
    ["letterhead", "Police nationale\nIS 101 - 1er trimestre 2026\nInfractions|T1 2026\nHomicides|1", {}],
    [
      "file of a force",
      "IS 101 - 1er trimestre 2026\nInfractions|T1 2026\nHomicides|1",
      { name: "IS101 gendarmerie.csv" },
    ],
    ["sheet of a force", "IS 101 - T1 2026 - Police\nInfractions|T1 2026\nHomicides|1", { part: "Gendarmerie" }],
    ["sheet of a quarter", "IS 101 - T1 2026\nInfractions|Police\nHomicides|1", { part: "T2 2026" }],
    ["year of the title", "IS 101 - 2025\nInfractions|Police\nHomicides|1", {}],
    ["year not over", "IS 101 - Année 2026\nInfractions|Police\nHomicides|1", {}],
    ["statement", "IS 101 - T1 2026\nInfractions|T1 2026\nTapages|1\nAtteintes aux biens|4", {}],
    ["bare year", "IS 101 - 4ème trimestre 2026\nInfractions|2026\nHomicides|1", { delivery: "2026-T4" }],
    ["12 months", "IS 101 - T1 2026\nInfractions|12 mois 2025\nHomicides|1", {}],
    ["comparison", "IS 101 - T1 2026\nInfractions|T1 2026|T1 2025 / T1 2026\nHomicides|1|1", {}],
    ["half a text", "IS 101 - T1 2026\nSituation : mars 2026\nInfractions|Faits\nHomicides|3", {}],
    [
      "lost caption",
      "IS 101 - T1 2026\nInfractions|T1 2025|T1 2026\nPolice\nHomicides|0|1\nAutres unités\nVols avec armes|2|3",
      {},
    ],
    [
      "silent table",
      "IS 101\nPolice\nInfractions|T1 2026\nHomicides|1\nAutre unité\nInfractions|T1 2026\nVols avec armes|6",
      {},
    ],
    ["unknown heading", "IS 101 - T1 2026\nInfractions|T1 2026|Zinzolin\nHomicides|1|2", {}],
    ["unknown side text", "IS 101 - T1 2026\nInfractions|Service|T1 2026\nHomicides|Douanes|2", {}],
  ];
  test.each(TABLES)("settles it: %s", (_, table, options) => {
    const before = readTables(table, options);
    const [issue] = before.issues.filter((i) => i.asks !== undefined);
    expect(issue).toBeDefined();
    const after = readTables(table, { ...options, settings: `mots:\n${wordLine(issue)}` });
    expect(after.issues.filter((i) => spoken(i).message === spoken(issue).message)).toEqual([]);
    expect(after.rules.filter((r) => r.startsWith("error"))).toEqual([]);
    if (issue?.severity === "error") expect(after.counts.length).toBeGreaterThan(0);
  });
  test.each([
    [
      "years that are quarters here and cumulative there",
      "IS 101 - 4ème trimestre 2026\nInfractions|2025|2026\nHomicides|0|1\nCumul\nInfractions|2025|2026\nVols avec armes|2|3",
      { delivery: "2026-T4" },
    ],
    [
      "a title over a sheet that says its force and one that does not",
      {
        Police: "IS 101 - T1 2026\nInfractions|Faits\nHomicides|1",
        Feuil2: "IS 101 - T1 2026\nInfractions|Faits\nHomicides|2",
      },
      {},
    ],
  ] as const)("is not offered where it could make a figure be read wrongly: %s", (_, table, options) => {
    const { counts: read, rules, issues } = readTables(table as string, options);
    expect(rules).toContain("error ambiguous-reading");
    expect(issues.filter((i) => i.asks !== undefined)).toEqual([]);
    expect(issues.map((i) => spoken(i).hint).join()).toMatch(/service/);
    expect(read.filter((c) => /Ville|= 2$/.test(c))).toEqual([]);
  });
  test("never makes of a title's year another one", () => {
    const [issue] = readTables("IS 101 - 2025\nInfractions|Police\nHomicides|1").issues;
    expect(wordLine(issue)).toContain("lecture: 2025-01/2025-03");
    expect(issue?.asks?.may.join()).not.toContain("2026");
  });
  test("of a heading that compares two periods, a change is offered first", () => {
    const [issue] = readTables("IS 101 - T1 2026\nInfractions|T1 2025 / T1 2026\nHomicides|1").issues;
    expect(wordLine(issue)).toContain("lecture: evolution");
  });
  test("each of the answers is taken", () => {
    const table = "Police nationale\nIS 101 - 1er trimestre 2026\nInfractions|T1 2026\nHomicides|1";
    const [issue] = readTables(table).issues;
    const read = (reading: string) => counts(table, { settings: `mots:\n${wordLine(issue, reading)}` });
    expect(read("police")).toEqual([`homicides PN ${Q1} = 1`]);
    expect(read("ignorer")).toEqual([`homicides ensemble ${Q1} = 1`]);
  });
  test("a doubt that no word can settle has none, and says to ask for another file", () => {
    const [issue] = readTables("IS 101\nInfractions|T1 2025||T1 2026|\nHomicides|0|1|1|0").issues;
    expect(issue?.asks).toBeUndefined();
    expect(spoken(issue).hint).toContain("demandez au service expéditeur");
  });
  test("one table makes five issues of a kind at most, and one that counts the others", () => {
    const rows = Array.from({ length: 12 }, (_, i) => `Escroqueries (T${(i % 4) + 1} ${2010 + i})|1`).join("\n");
    const { issues } = readTables(`IS 101 - T1 2026\nInfractions|T1 2026\nHomicides|1\n${rows}`);
    expect(issues).toHaveLength(6);
    expect(spoken(issues.at(-1)).message).toBe("Et 7 autres constats de même nature dans ce fichier.");
  });
  test("every message and hint is French typography, and names what it speaks of", () => {
    for (const [, table, options] of TABLES)
      for (const issue of readTables(table, options).issues) {
        expect(spoken(issue).message).toMatch(/^\p{Lu}.*\.$/u);
        expect(spoken(issue).hint).toMatch(/^\p{Lu}.*[.…]$/u);
        expect(`${spoken(issue).message}${spoken(issue).hint}`).not.toMatch(/undefined|null|« «|\.\.|\s\s/);
      }
  });
});

test("what is said of a whole grid: the statement of most of its counts, the latest of its periods", () => {
  const two = readTables(`
IS 101 - T1 2025
Infractions|Faits|Évolution|Taux
Homicides|1|+1|2

I.S.T - T1 2026
Infractions|Faits
Cambriolages|1
Tapages nocturnes|2

IS 101 - T4 2025
Infractions|Faits|Évolution|Taux
Homicides|4|+1|2`);
  const [table] = two.recognition.tables;
  expect([table?.statement, table?.anchor]).toEqual(["IS101", { first: "2026-01", last: "2026-03" }]);
  const one = readTables(`
IS 101 - T1 2026
Infractions|Faits|Évolution|Taux
Homicides|1|+1|2

I.S.T - T1 2025
Infractions|Faits
Cambriolages|1
Tapages nocturnes|2`);
  expect(one.recognition.tables.map((t) => [t.statement, t.anchor?.last])).toEqual([["IST", "2026-03"]]);
});

test("a table that is refused for one figure with two values gives no printed change either", () => {
  const { recognition, rules } = readTables("IS 101\nInfractions|T1 2026|T1 2026|Évolution\nHomicides|1|2|+1");
  expect(rules).toContain("error ambiguous-reading");
  expect([recognition.observations, recognition.printed, recognition.undated]).toEqual([[], [], []]);
});
