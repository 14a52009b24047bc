/** What rows say of the rows around them: a force that heads its lines, a total of the periods above it, years beside quarters. */
import { describe, expect, test } from "vitest";
import { createRecogniser } from "../../scripts/recognise/index.ts";
import { gridOf, NOMENCLATURE, readTables, settingsOf } from "./tables.ts";

const read = (lines: readonly string[], head = "Infractions|T1 2026", delivery = "2026-T1") =>
  readTables(`IS 101\n${head}\n${lines.join("\n")}`, { delivery });
const Q1 = "2026-01/2026-03";

describe("a row of a force over its lines", () => {
  test("heads them, with a total of its own", () => {
    const { counts, rules } = read([
      "POLICE NATIONALE|3",
      "Homicides|1",
      "Vols avec armes|2",
      "GENDARMERIE NATIONALE|9",
      "Homicides|4",
      "Vols avec armes|5",
    ]);
    expect(counts).toEqual([
      `total « POLICE NATIONALE » PN ${Q1} = 3`,
      `homicides PN ${Q1} = 1`,
      `vols-avec-armes PN ${Q1} = 2`,
      `total « GENDARMERIE NATIONALE » GN ${Q1} = 9`,
      `homicides GN ${Q1} = 4`,
      `vols-avec-armes GN ${Q1} = 5`,
    ]);
    expect(rules).toEqual([]);
    expect(read(["Police|1", "Homicides|1"]).counts[1]).toBe(`homicides PN ${Q1} = 1`);
  });
  test("is a doubt where the next force heads other lines", () => {
    const { counts, rules } = read(["Police|1", "Homicides|1", "Gendarmerie|2", "Vols avec armes|2"]);
    expect(counts).toEqual([]);
    expect(rules).toEqual(["error ambiguous-reading"]);
  });
  test("is a total of the table where another force follows, or where it ends the table", () => {
    for (const lines of [
      ["Police|1", "Gendarmerie|2", "Homicides|3"],
      ["Homicides|3", "Police|1", "Gendarmerie|2"],
    ])
      expect(read(lines).counts).toEqual([`homicides ensemble ${Q1} = 3`]);
  });
});

test("a line without a figure over its forces heads them, and counts nothing", () => {
  const { counts, rules } = read([
    "Homicides|",
    "Police|1",
    "Gendarmerie|2",
    "Vols avec armes|",
    "Police|3",
    "Gendarmerie|4",
  ]);
  expect(counts).toEqual([
    `homicides PN ${Q1} = 1`,
    `homicides GN ${Q1} = 2`,
    `vols-avec-armes PN ${Q1} = 3`,
    `vols-avec-armes GN ${Q1} = 4`,
  ]);
  expect(rules).toEqual([]);
});

describe("lines across", () => {
  const across = (lines: readonly string[], head: string) => read(lines, head, "2025-T2");
  test("« Total » under rows of periods is their union", () => {
    const { counts } = across(["T1 2025|1|2", "T2 2025|3|4", "Total|4|6"], "Période|Homicides|Vols avec armes");
    expect(counts.slice(-2)).toEqual([
      "homicides ensemble 2025-01/2025-06 = 4",
      "vols-avec-armes ensemble 2025-01/2025-06 = 6",
    ]);
    const forces = across(
      ["T1 2025|PN|1|2", "T1 2025|GN|1|2", "T2 2025|PN|3|4", "T2 2025|GN|3|4", "Total|Ensemble|8|12"],
      "Période|Force|Homicides|Vols avec armes",
    );
    expect(forces.counts).toContain("homicides ensemble 2025-01/2025-06 = 8");
    const apart = across(["T1 2024|1|2", "T2 2025|3|4", "Total|4|6"], "Période|Homicides|Vols avec armes");
    expect(apart.counts).toHaveLength(4);
    expect(apart.rules).toContain("warning column-not-understood");
  });
  test("« Année » and « Trimestre » as columns of numbers say the row's period", () => {
    expect(across(["2025|1|5|6", "2025|2|7|8"], "Année|Trimestre|Homicides|Vols avec armes").counts).toEqual([
      "homicides ensemble 2025-01/2025-03 = 5",
      "vols-avec-armes ensemble 2025-01/2025-03 = 6",
      "homicides ensemble 2025-04/2025-06 = 7",
      "vols-avec-armes ensemble 2025-04/2025-06 = 8",
    ]);
  });
});

describe("years in rows", () => {
  const read = (table: string, delivery: string) => readTables(table, { delivery });
  const expected = (rows: readonly (readonly [string, number])[]) =>
    rows.map(([period, value]) => `homicides ensemble ${period} = ${value}`);

  test("beside the four quarters across are the year of each", () => {
    const table = `IS 101\nIndicateur|Année|T1|T2|T3|T4|Total
Homicides|2024|1|2|3|4|10\nHomicides|2025|5|6|7|8|26\nVols avec armes|2024|0|0|0|0|0`;
    expect(read(table, "2025-T4").counts.slice(0, 10)).toEqual(
      expected([
        ["2024-01/2024-03", 1],
        ["2024-04/2024-06", 2],
        ["2024-07/2024-09", 3],
        ["2024-10/2024-12", 4],
        ["2024-01/2024-12", 10],
        ["2025-01/2025-03", 5],
        ["2025-04/2025-06", 6],
        ["2025-07/2025-09", 7],
        ["2025-10/2025-12", 8],
        ["2025-01/2025-12", 26],
      ]),
    );
  });

  test("« Année » after the quarters, over counts, is their total", () => {
    const table = "IS 101\n2025\nIndicateur|T1|T2|T3|T4|Année\nHomicides|1|2|3|4|10\nVols avec armes|0|0|0|1|1";
    expect(read(table, "2025-T4").counts[4]).toBe("homicides ensemble 2025-01/2025-12 = 10");
  });

  test("left out of a row leave it without a period", () => {
    const { counts, rules } = read(
      "IS 101\nAnnée|Trimestre|Homicides|Vols avec armes\n2024|T1|1|0\n|T2|2|0",
      "2025-T2",
    );
    expect(counts.filter((count) => count.startsWith("homicides"))).toEqual(expected([["2024-01/2024-03", 1]]));
    expect(rules).toEqual(["warning row-not-understood"]);
  });
});

describe("a year alone beside a quarter of the same table", () => {
  const years = (head: string, delivery: string) => read(["Homicides|1|2|3"], `Infractions|${head}`, delivery);
  test("is the whole year once it is over", () => {
    expect(years("T4 2025|2024|2025", "2025-T4").counts).toEqual([
      "homicides ensemble 2025-10/2025-12 = 1",
      "homicides ensemble 2024-01/2024-12 = 2",
      "homicides ensemble 2025-01/2025-12 = 3",
    ]);
    expect(years("T1 2025|T1 2026|2025", "2026-T1").counts.at(-1)).toBe("homicides ensemble 2025-01/2025-12 = 3");
  });
  test("a year that the settings have said to be a quarter makes no whole year of the one beside it", () => {
    const settings = 'mots:\n  - { texte: "PN 2025", lecture: 2025-10/2025-12 }';
    const table = "IS 101 - T4 2025\nInfractions|PN 2024|PN 2025|GN 2025\nHomicides|1|2|3";
    expect(readTables(table, { delivery: "2025-T4", settings }).counts).toEqual([]);
  });
  test("may be the months since January or the whole year before: a doubt", () => {
    expect(years("T3 2026|2025|2026", "2026-T3").rules).toEqual(["error ambiguous-reading"]);
  });
});

test("« dont cambriolages » under its family is its line", () => {
  const { observations } = readTables("I.S.T - T1 2026\nLibellé|T1 2026\nAtteintes aux biens|9\ndont cambriolages|4");
  expect(observations.map((o) => o.indicator)).toEqual(["atteintes-biens", "ist-cambriolages"]);
});

test("a heading that a PDF joined to the first family names it, and its « Sous-total » is the family's own", () => {
  const { observations, rules } = readTables(
    "I.S.T - T1 2026\nType d'infractions Atteintes volontaires à l'intégrité physique|T1 2026\nMenaces|4\nSous-total|4\nAtteintes aux biens|\nCambriolages|5\nSous-total|5",
  );
  expect(observations.map((o) => `${o.indicator} ${o.family} ${o.value}`)).toEqual([
    "ist-menaces atteintes-integrite-physique 4",
    "atteintes-integrite-physique null 4",
    "ist-cambriolages atteintes-biens 5",
    "atteintes-biens null 5",
  ]);
  expect(rules).toEqual([]);
});

test("a table of one line a count goes on past lines without their figure, whose label is merged from above", () => {
  const { counts, rules } = read(
    [
      "",
      "Police{6x1}|Homicides{2x1}|1er trimestre 2025|7",
      "^|^|1er trimestre 2026|8",
      "^|Vols avec armes{2x1}|1er trimestre 2025|4",
      "^|^|1er trimestre 2026|",
      "^|Cambriolages de logement{2x1}|1er trimestre 2025|",
      "^|^|1er trimestre 2026|9",
    ],
    "Service|Type d'infractions|Période|Nombre de faits",
  );
  expect(counts).toContain(`cambriolages-logement PN ${Q1} = 9`);
  expect(rules).toEqual([]);
});

describe("a cell merged over several counts", () => {
  test.each([
    ["lines", ["Homicides|7{2x1}", "Cambriolages de logement|^", "Vols avec armes|3"], "Infractions|Police"],
    ["the last lines", ["Vols avec armes|3", "Homicides|7{2x1}", "Cambriolages de logement|^"], "Infractions|Police"],
    ["columns", ["Homicides|7{1x2}|^", "Vols avec armes|3|4"], "Infractions|Police|Gendarmerie"],
  ])("counts none of them where it is a number over %s, and is told", (_, lines, head) => {
    const { counts, rules } = read(
      [...lines],
      head.replace("Police", "Police T1 2026").replace("Gendarmerie", "Gendarmerie T1 2026"),
    );
    expect(counts[0]).toBe(`vols-avec-armes PN ${Q1} = 3`);
    expect(rules).toEqual(["warning cell-not-understood"]);
  });
  test("says that there is no number where it is a dash", () => {
    const { counts, rules } = read(["Homicides|–{2x1}", "Vols|^", "Vols avec armes|3"], "Infractions|Police T1 2026");
    expect(counts).toEqual([`homicides PN ${Q1} = missing`, `vols-avec-armes PN ${Q1} = 3`]);
    expect(rules).toEqual([]);
  });
});

test("« Total » beside columns of a force and a period may be of the forces or of the periods: it is left, and told", () => {
  for (const head of ["Police T1 2025|Police T2 2025", "Police T1 2025|Gendarmerie T2 2025"]) {
    const { counts, rules } = read(
      ["Homicides|1|2|3", "Vols avec armes|4|5|9"],
      `Infractions|${head}|Total`,
      "2025-T2",
    );
    expect(counts).toHaveLength(4);
    expect(rules).toEqual(["warning column-not-understood"]);
  }
});

test("counts of five digits are counts, and no codes of places", () => {
  expect(read(["Homicides|10234", "Vols avec armes|12345"]).counts).toEqual([
    `homicides ensemble ${Q1} = 10234`,
    `vols-avec-armes ensemble ${Q1} = 12345`,
  ]);
});

test("« Cumul 12 derniers mois » is of twelve months; with a year, it may be of that year only, and is a doubt", () => {
  const of = (heading: string) => read(["Homicides|1|11"], `Infractions|T1 2026|${heading}`);
  expect(of("Cumul 12 derniers mois").counts).toContain("homicides ensemble 2025-04/2026-03 = 11");
  expect(of("Cumul 2026 12 derniers mois").rules).toEqual(["error ambiguous-reading"]);
});

test("a line whose label ends with a force is not read under the other one, nor under both", () => {
  const read = (head: string) =>
    readTables(`I.S.T - T1 2026\n\nInfractions|${head}\nTapages|1\nRodéos gendarmerie|2\nOutrages à agent de police|3`);
  expect(read("Gendarmerie").counts).toHaveLength(3);
  for (const head of ["Police", "Nombre"]) {
    const { counts, issues } = read(head);
    expect(counts.filter((c) => c.includes("Rodéos"))).toEqual([]);
    expect(counts).toHaveLength(2);
    expect(issues.map((i) => i.rule)).toEqual(["row-not-understood"]);
  }
});

describe("a mark in the place of a figure", () => {
  const LINES = ["Homicides||2", "Vols avec armes|-|3"];
  const values = (note: string) =>
    read([...LINES, "", note], "Infractions|T1 2025|T1 2026").counts.map((count) => count.split(" = ")[1]);
  test.each([
    ["Case vide : aucun fait", ["0", "2", "missing", "3"]],
    ["Les cases vides correspondent à zéro fait enregistré.", ["0", "2", "missing", "3"]],
    ["Case vide = 0 ; - = néant", ["0", "2", "0", "3"]],
    ["(tiret) : aucun fait constaté", ["missing", "2", "0", "3"]],
    ["Légende : - = aucun fait ; n.d. = non disponible", ["missing", "2", "0", "3"]],
    ["Case vide : aucun fait\n- : aucun fait\n- : non communiqué", ["0", "2", "missing", "3"]],
    ["Case vide : non communiqué", ["missing", "2", "missing", "3"]],
    ["- : aucun fait, sauf gendarmerie", []], // a question
    ["Source : SSMSI", ["missing", "2", "missing", "3"]],
  ])("is what the note under the table says: %s", (note, said) => {
    expect(values(note)).toEqual(said);
  });
  test("is no zero of a family or a total, which may be left blank beside its parts", () => {
    const valuesOf = (table: string) =>
      readTables(`${table}\n\nCase vide : aucun fait`).counts.map((count) => count.split(" = ")[1]);
    expect(valuesOf("I.S.T\nLibellé|T1 2025|T1 2026\nAtteintes aux biens||4\nTapages|2|\nRodéos||1")).toEqual([
      "missing",
      "4",
      "2",
      "0",
      "0",
      "1",
    ]);
    const forces = "IS 101 - T1 2026\nInfractions|Police|Gendarmerie|Ensemble\nHomicides|1||\nVols avec armes||4|4";
    expect(valuesOf(forces)).toEqual(["1", "0", "missing", "0", "4", "4"]);
    expect(valuesOf("IST - T1 2026\nInfractions|Faits\nTapages|2\nRodéos|\nTotal|")).toEqual(["2", "0", "missing"]);
    const alone = "IS 101\nInfractions|Total T1 2025|Total T1 2026|Évolution\nHomicides||1|-\nVols avec armes|3|4|+1";
    expect(valuesOf(alone)).toEqual(["0", "1", "3", "4"]);
  });
  test("left blank by the gendarmerie in the family of tranquillity is no zero, unless a legend says so of it", () => {
    const table =
      "I.S.T - T1 2026\nLibellé|Police|Gendarmerie\nAtteintes aux biens|4|4\nCambriolages||\nTranquillité publique|2|2\nTapages||\nRodéos|-|-";
    const of = (note: string) =>
      readTables(`${table}\n\n${note}`).counts.flatMap((count) =>
        /cambr|tapage|rod/i.test(count) ? [count.split(" = ")[1]] : [],
      );
    expect(of("Case vide : aucun fait ; - : aucun fait")).toEqual(["0", "0", "0", "missing", "0", "0"]);
    expect(of("Gendarmerie : case vide = aucun fait")).toEqual(["missing", "0", "missing", "0", "missing", "missing"]);
    expect(of("Police : case vide = aucun fait")).toEqual(["0", "missing", "0", "missing", "missing", "missing"]);
  });
  test("is no zero of a quarter that is not over", () => {
    const rows = [
      "Vols avec armes|T1 2026|1",
      "Homicides|T1 2026|",
      "Homicides|T2 2026|",
      "",
      "Case vide : aucun fait",
    ];
    const { counts } = read(rows, "Infractions|Trimestre|Faits");
    expect(counts.slice(1)).toEqual([`homicides ensemble ${Q1} = 0`, "homicides ensemble 2026-04/2026-06 = missing"]);
  });
  test("is no zero of a cell where something stands that is not read", () => {
    const grid = gridOf(`IS 101\nInfractions|T1 2026\nHomicides|\nVols avec armes|3\n\nCase vide : aucun fait`);
    const rows = grid.rows.map((cells) =>
      cells.map((cell) => (cell.text === "" ? { ...cell, beside: [{ kind: "struck" as const, text: "12" }] } : cell)),
    );
    const source = { path: grid.file, delivery: "2026-T1", name: "etat.csv", sha256: "" };
    const { value } = createRecogniser(
      NOMENCLATURE,
      settingsOf(),
    )({ source, format: "xlsx", grids: [{ ...grid, rows }] });
    expect(value.observations.map((o) => o.value)).toEqual([null, 3]);
  });
  test("is told on the control sheet where the note says it", () => {
    const { recognition } = read([...LINES, "", "Case vide : aucun fait"], "Infractions|T1 2025|T1 2026");
    expect(JSON.stringify(recognition.tables[0]?.readings)).toContain("case vide : zéro");
  });
});
