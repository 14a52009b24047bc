/** Place: whose facts a table counts. Ours, another commune's, a part of ours, more than ours; or a doubt. */

import { describe, expect, test } from "vitest";
import { parseSettings } from "../../scripts/holdings/settings.ts";
import type { ReadFile } from "../../scripts/model/grid.ts";
import { loadPlaceWords } from "../../scripts/nomenclature/index.ts";
import { createRecogniser } from "../../scripts/recognise/index.ts";
import { createFacetParser } from "../../scripts/recognise/words/facets.ts";
import { createPlaceReader } from "../../scripts/recognise/words/place-text.ts";
import { spoken } from "../spoken.ts";
import { gridOf, NOMENCLATURE, type Options, readTables, settingsOf, WORDS, wordLine } from "./tables.ts";

const OURS = "Saint-Aubin-les-Tilleuls";
const TABLE = "Infractions|T1 2026\nHomicides|1\nVols avec armes|2";
const READ = ["homicides ensemble 2026-01/2026-03 = 1", "vols-avec-armes ensemble 2026-01/2026-03 = 2"];
const under = (...lines: readonly string[]): string => `${lines.join("\n")}\n\n${TABLE}`;
type Tables = string | Readonly<Record<string, string>>;
const read = (tables: Tables, options: Options = {}) => readTables(tables, options);

test("over a title that names ours, a commune said to be one is a doubt; a name alone is where the service is", () => {
  expect(read(under("Commune de Foix", `IS 101 - ${OURS} - T1 2026`)).rules).toEqual(["error ambiguous-reading"]);
  expect(read(under("FOIX", `IS 101 - ${OURS} - T1 2026`)).counts).toEqual(READ);
});

test("a title « par quartier » is of all of ours: no refusal, its parts are set aside, the total is asked about", () => {
  const table = "Faits|Les Hauts|Bellevue|Total commune\nHomicides|1|0|1\nVols avec armes|2|1|3";
  const { counts, issues } = read(`IS 101 - T1 2026\n${OURS} par quartier\n\n${table}`);
  expect(counts).toEqual([]);
  expect(issues.map(({ rule, asks }) => [rule, asks?.kind])).toEqual([
    ["ambiguous-reading", "text"],
    ["other-place-set-aside", undefined],
  ]);
});

describe("a title, a caption, the sheet's or the file's name", () => {
  test.each([
    `IS 101 - ${OURS} - 1er trimestre 2026`,
    "IS 101 - ST AUBIN LES TILLEULS (99001) - T1 2026",
    `Commissariat de Valmont - IS 101 - ${OURS} - T1 2026`,
    `IS 101 - CPN de Valmont - commune de ${OURS} - T1 2026`,
    `IS 101 - ${OURS} (Seine-Maritime) - T1 2026`,
    `IS 101 - ${OURS} - Zone police et gendarmerie - T1 2026`,
    `IS 101 - Ville de ${OURS} (76400) - T1 2026`,
    `IS 101 - T1 2026 - sur la commune d'emploi`,
    "IS 101 - Faits constatés par la police et la gendarmerie - T1 2026",
    "CPN VALMONT - IS 101 - T1 2026",
    "IS 101 - T1 2026\nZone : commune - tous services confondus",
    "IS 101 - T1 2026\nPérimètre : commune, Tous Services",
    `Le commissaire, chef de la circonscription\\nà\\nMonsieur le Maire de ${OURS}\nIS 101 - T1 2026`,
  ])("says ours, or nothing: %s", (title) => {
    const { counts, rules } = read(under(title));
    expect(counts).toEqual(READ);
    expect(rules).toEqual([]);
  });

  test.each([
    ["another commune", "IS 101 - VALMONT - 1er trimestre 2026"],
    ["its name in full", "IS 101 - Commune de Fécamp - T1 2026"],
    ["its code", "IS 101 - T1 2026 - code INSEE 76259"],
    ["its code alone", "IS 101 - 76259 - T1 2026"],
    ["its code after a word", "IS 101 sur 76259 - T1 2026"],
    ["its code at the end of a sentence", "IS 101 : faits constatés à 76259 au 1er trimestre 2026"],
    ["its code before its name", "IS 101 - T1 2026 - 76259 Fécamp"],
    ["its name at the end of a sentence", "IS 101 : faits constatés à Fécamp au 1er trimestre 2026"],
    ["a total of a service", "IS 101 - T1 2026 - Total CPN"],
    ["a total of a service of a département", "IS 101 - Total DIPN 76 - T1 2026"],
    ["where in ours the facts were", `IS 101 - ${OURS} - T1 2026 - faits commis dans le quartier des Acacias`],
    ["all but a part of ours", `IS 101 - ${OURS} (hors ZAC) - T1 2026`],
    ["a part, whatever it is divided by", `IS 101 - ${OURS} par secteur Nord - T1 2026`],
    [
      "a district, in a letter to our mayor",
      `Faits du ressort du commissariat de Valmont adressés à Monsieur le Maire de ${OURS}\nIS 101 - T1 2026`,
    ],
    ["several communes", `IS 101 - communes de ${OURS} et Valmont - T1 2026`],
    ["ours and another one, each in its piece", `IS 101 - ${OURS} - Valmont - T1 2026`],
    ["several communes, ours first", `IS 101 - ${OURS}, Fécamp et Valmont - T1 2026`],
    ["a part of ours", `IS 101 - ${OURS} - quartier des Acacias - T1 2026`],
    ["a part of ours that says no more", `IS 101 - ${OURS} - QPV - T1 2026`],
    ["what is not built up", `IS 101 - ${OURS} - hors agglomération - T1 2026`],
    ["what is built up", "IS 101 - En agglomération - T1 2026"],
    ["a zone of ours", `IS 101 - ${OURS} - Zone Bellevue - T1 2026`],
    ["what one landlord of ours owns", `IS 101 - ${OURS} - patrimoine Habitat Plus - T1 2026`],
    ["ours and its area", `IS 101 - ${OURS} et sa circonscription - T1 2026`],
    ["a side of ours", `IS 101 - ${OURS} Nord - T1 2026`],
    ["its middle", `IS 101 - ${OURS} centre - T1 2026`],
    ["around its station", `IS 101 - ${OURS} gare - T1 2026`],
    ["its lower part", `IS 101 - ${OURS} bas - T1 2026`],
    ["all but ours", `IS 101 - circonscription hors ${OURS} - T1 2026`],
    ["around ours", `IS 101 - ${OURS} et environs - T1 2026`],
    ["all communes of an area", "IS 101 - Communes de la circonscription - T1 2026"],
    ["a whole area", "IS 101 - ensemble de la circonscription de Valmont - 1er trimestre 2026"],
    ["a département", "IS 101 - Département de la Seine-Maritime - T1 2026"],
    ["the country", "IS 101 - France entière - T1 2026"],
    ["the country, in one word", "IS 101 - national - T1 2026"],
    ["a département in short", "IS 101 - Dépt 76 - T1 2026"],
    ["figures of the country", "IS 101 - T1 2026 - Données nationales"],
    ["a number of communes", "IS 101 - T1 2026 - 12 communes de la circonscription"],
    ["ours and a number of others", `IS 101 - ${OURS} + 5 communes - T1 2026`],
    ["a spot in ours", `IS 101 - Gare de ${OURS} - T1 2026`],
    ["ours in short, without a part", "IS 101 - SAT hors QPV - T1 2026"],
    ["a mean of communes", "IS 101 - moyenne des communes de même strate - T1 2026"],
    ["a neighbour", "IS 101 - Commune limitrophe - T1 2026"],
    ["« Commune » and a code", "IS 101 - Commune 76259 - T1 2026"],
  ])("says another place, and the file is refused: %s", (_, title) => {
    const { counts, issues } = read(under(title));
    expect(counts).toEqual([]);
    expect(issues.filter((i) => i.severity === "error").map((i) => i.rule)).toEqual(["not-our-commune"]);
    expect(issues.map((i) => i.asks)).toEqual([undefined]);
  });

  test("another town's report that names no statement is set aside, and stops nothing", () => {
    const { counts, rules } = read(under("Faits constatés à Fécamp au 1er trimestre 2026"));
    expect(counts).toEqual([]);
    expect(rules).toEqual(["warning not-our-commune"]);
  });

  test("the official list makes the message exact", () => {
    const [issue] = read(under("IS 101 - VALMONT - T1 2026")).issues;
    expect(spoken(issue).message).toMatch(/VALMONT.*est une autre commune \(Valmont, (?:57690|76719)\)/);
  });

  test("a line of its own, a row of a key and its value", () => {
    for (const lines of [
      ["IS 101 - T1 2026", "Territoire : FÉCAMP"],
      ["IS 101 - T1 2026", "Territoire|FÉCAMP"],
      ["IS 101 - T1 2026", "Commune|76259"],
      ["IS 101 - T1 2026", "FÉCAMP"],
      ["Commune|FÉCAMP|Code INSEE|76259", "IS 101 - T1 2026"],
      ["Département de la Seine-Maritime", "IS 101 - T1 2026"],
      ["IS 101 - T1 2026", "Faits constatés sur 76259"],
      ["IS 101 - T1 2026", "76259 Fécamp"],
    ])
      expect(read(under(...lines)).rules).toContain("error not-our-commune");
    for (const lines of [
      [`Commune|${OURS}`, "Département|Seine-Maritime", "IS 101 - T1 2026"],
      ["Circonscription de Valmont", `IS 101 - ${OURS} - T1 2026`],
      ["MINISTÈRE DE L'INTÉRIEUR", "Commissariat de Valmont", "IS 101 - T1 2026"],
      ["Bureau des études", `Commissariat de ${OURS}`, "IS 101 - T1 2026"],
      ["Valmont, le 8 avril 2026", "IS 101 - T1 2026"],
      ["12 rue du Port, 76400 FÉCAMP", "IS 101 - T1 2026"],
    ])
      expect(read(under(...lines)).counts).toEqual(READ);
  });

  test("a part of ours on a line under it, another place on a line under the table", () => {
    const part = read(under("IS 101 - T1 2026", `Commune : ${OURS}`, "Secteur : Nord"));
    expect(part.rules).toEqual(["error not-our-commune"]);
    expect(read(`IS 101 - T1 2026\n${TABLE}\n\nTerritoire : FÉCAMP`).rules).toEqual(["error ambiguous-reading"]);
    expect(read(`IS 101 - T1 2026\n${TABLE}\n\nFait à Fécamp, le 8 avril 2026`).counts).toEqual(READ);
  });

  test("two lines that name two communes under one title are a doubt, whichever is nearer", () => {
    for (const lines of [
      ["IS 101 - T1 2026", "FÉCAMP", OURS],
      ["IS 101 - T1 2026", "Commune : FÉCAMP", `Commune : ${OURS}`],
    ])
      expect(read(under(...lines)).counts).toEqual([]);
  });

  test("the names of the file and of its only sheet are texts of a letterhead: no reason to refuse, nor to believe", () => {
    for (const title of ["IS 101 - T1 2026", `IS 101 - ${OURS} - T1 2026`])
      for (const name of [
        ...["IS101_circonscription_T1.csv", "IS101_quartier_Nord.csv"],
        ...["IS101_commissariat_de_Fecamp.csv", "IS101 rue du Gers.csv", "Note St-Aubin.csv"],
      ])
        expect(read(under(title), { name })).toMatchObject({ counts: READ, rules: [] });
    expect(read(under(`IS 101 - ${OURS} - T1 2026`), { name: "IS101 FECAMP T1 2026.csv" })).toMatchObject({
      counts: READ,
      rules: [],
    });
    for (const part of ["Fécamp", "Département", "CPN Valmont"])
      expect(read(under(`IS 101 - ${OURS} - T1 2026`), { part })).toMatchObject({ counts: READ, rules: [] });
    expect(read({ Fécamp: TABLE, [OURS]: TABLE }, { name: "IS101.csv" }).counts).toEqual(READ);
  });

  test.each([
    [{ name: "IS101 FECAMP T1 2026.csv" }, { name: "IS101 FECAMP T1 2026.csv" }, "IS101 FECAMP T1 2026.csv"],
    [{ name: "IS101_Fecamp_T1.csv" }, {}, "IS101_Fecamp_T1.csv"],
    [{ part: "Fécamp" }, { part: "Fécamp" }, "Fécamp"],
  ] as const)(
    "called after another commune, and no text names ours: it is asked, once (%o)",
    (options, later, text) => {
      const table = under("IS 101 - T1 2026");
      const asked = read(table, options);
      expect(asked.counts).toEqual([]);
      expect(asked.issues.filter((i) => i.asks).map((i) => i.asks?.text)).toEqual([text]);
      const settings = `mots:\n  - { texte: "${text}", lecture: commune }`;
      expect(read(table, { ...options, ...later, settings }).counts).toEqual(READ);
      for (const ours of [`IS 101 - ${OURS} - T1 2026`, `Commune de ${OURS}\nIS 101 - T1 2026`])
        expect(read(under(ours), options).counts).toEqual(READ);
      const both = { ...options, name: `IS101 Fécamp ${OURS}.csv` };
      expect(read(table, both).counts).toEqual(READ);
    },
  );

  test.each([
    ["a service in place of the commune", "IS 101 - CPN de Valmont - T1 2026", "CPN de Valmont"],
    ["a service of a département", "IS 101 - DIPN 76 - T1 2026", "DIPN 76"],
    ["a service alone", "Compagnie de gendarmerie de Valmont\nIS 101 - T1 2026", "Compagnie de gendarmerie de Valmont"],
    ["an unknown commune", "IS 101 - Commune de Ville-Haute - T1 2026", "Commune de Ville-Haute"],
  ])("a doubt, settled once by one answer: %s", (_, title, text) => {
    const before = read(under(title));
    expect(before.counts).toEqual([]);
    const [issue] = before.issues.filter((i) => i.asks !== undefined);
    expect(wordLine(issue)).toBe(`  - { texte: "${text}", lecture: commune }`);
    const after = read(under(title), { settings: `mots:\n${wordLine(issue)}`, name: "autre.csv" });
    expect(after.counts).toEqual(READ);
    expect(after.rules).toEqual([]);
  });
});

test("a service over the title is a doubt, whether a caption stands under the title or not", () => {
  const service = "Circonscription de police de Valmont\nIS 101 - T1 2026";
  for (const under of ["", "\n\n1er trimestre 2026"])
    expect(read(`${service}${under}\nInfractions|Nombre de faits\nHomicides|1\nVols avec armes|2`).rules).toEqual([
      "error ambiguous-reading",
    ]);
});

test("« Commune » over counts, beside wider areas, is the commune that the title names", () => {
  const table = "Infractions|Commune|Circonscription\nHomicides|1|28\nVols avec armes|2|7";
  expect(read(`IS 101 - T1 2026\n${table}`).counts).toEqual(READ);
  expect(read(`IS 101 - ${OURS} - T1 2026\n${table}`).counts).toEqual(READ);
  expect(read(`IS 101 - Fécamp - T1 2026\n${table}`).rules).toEqual(["error not-our-commune"]);
  for (const counted of [
    // counts of five figures are no codes
    "Infractions|Commune|Circonscription\nHomicides|1|28123\nVols avec armes|2|71234",
    "Infractions|Commune|Circonscription|Observations\nHomicides|1|28|RAS\nVols avec armes|2|7|une tentative",
    "T1 2026|T1 2026|\nCommune|Circonscription|Infractions\n1|28|Homicides\n2|7|Vols avec armes",
  ])
    expect(read(`IS 101 - T1 2026\n${counted}`).counts).toEqual(READ);
});

describe("one table, sheet, row or column a commune: ours is read, the others are left and named", () => {
  const isOurs = (tables: Tables, options: Options = {}): void => {
    const { counts, issues } = read(tables, options);
    expect(counts).toEqual(READ);
    expect(issues.map((i) => `${i.severity} ${i.rule}`)).toEqual(["warning other-place-set-aside"]);
    expect(spoken(issues[0]).message).toMatch(/autre commune|total|plus que la commune|partie/);
  };
  test("columns, with their total", () => {
    isOurs(`
IS 101 - 1er trimestre 2026
Infractions|Fécamp|Valmont|${OURS}|Total CPN
Homicides|21|6|1|28
Vols avec armes|2|3|2|7`);
    isOurs(`
IS 101 - 1er trimestre 2026
Infractions|${OURS}|Total circonscription
Homicides|1|28
Vols avec armes|2|7`);
  });
  test("« Commune » and wider areas, with their period or over it", () => {
    for (const [heads, figures] of [
      ["Commune T1 2026|CSP T1 2026", "1|28\nVols avec armes|2|7"],
      ["Commune T1 2026|Département T1 2026", "1|28\nVols avec armes|2|7"],
    ])
      expect(read(`IS 101\nInfractions|${heads}\nHomicides|${figures}`).counts).toEqual(READ);
    const two =
      "IS 101\nInfractions|Commune||CSP|\n|T1 2025|T1 2026|T1 2025|T1 2026\nHomicides|0|1|20|28\nVols avec armes|0|2|6|7";
    expect(read(two).counts.filter((c) => c.includes("2026-01/"))).toEqual(READ);
  });
  test("rows of wider areas beside ours, under « Zone »", () => {
    isOurs(`
IS 101 - 1er trimestre 2026
Zone|Homicides|Vols avec armes
${OURS}|1|2
CSP Valmont|20|60
Département|30|110
France|999|9999`);
  });
  test("parts of the commune and their total", () => {
    isOurs(`
IS 101 - 1er trimestre 2026
Infractions|Quartier Nord|Quartier Sud|Total commune
Homicides|0|1|1
Vols avec armes|1|1|2`);
    const rows = `IS 101 - ${OURS} - T1 2026\nSecteur|Homicides|Vols avec armes\nCentre|1|2\nImercourt|0|3\nTotal|1|5`;
    expect(read(rows).rules).toEqual(["error ambiguous-reading"]);
  });
  test("rows by code and name, and a total without a code", () => {
    isOurs(`
IS 101 - 1er trimestre 2026
Code INSEE|Commune|Homicides|Vols avec armes
76259|Fécamp|21|2
|${OURS}|1|2
|Total|28|7`);
  });
  test("a service and a bare total beside the only column of ours", () => {
    const { counts, issues } = read(`
IS 101 - 1er trimestre 2026
Infractions|${OURS}|CPN Valmont|Total
Homicides|1|21|22
Vols avec armes|2|5|7`);
    expect(counts).toEqual(READ);
    expect(issues.map((i) => i.rule)).toEqual(["other-place-set-aside"]);
    expect(spoken(issues[0]).message).toMatch(/CPN Valmont.*Total/);
  });
  test("columns of forces under each commune", () => {
    const { counts } = read(`
IS 101 - 1er trimestre 2026
Infractions{2x1}|Fécamp{1x2}|^|${OURS}{1x2}|^
^|Police|Gendarmerie|Police|Gendarmerie
Homicides|21|6|1|28`);
    expect(counts).toEqual(["homicides PN 2026-01/2026-03 = 1", "homicides GN 2026-01/2026-03 = 28"]);
  });
  test("tables under their captions, sheets with their total", () => {
    const other = (n: number) => `Infractions|T1 2026\nHomicides|${n}\nVols avec armes|${n}`;
    isOurs(`IS 101\n\nFécamp\n${other(7)}\n\n${OURS}\n${TABLE}\n\nTotal des communes\n${other(9)}`);
    isOurs({ Fécamp: `IS 101\n${other(7)}`, [OURS]: `IS 101\n${TABLE}`, Total: `IS 101\n${other(9)}` });
  });
  test("captions within one table", () => {
    const named = `Infractions|Faits\nHomicides|1\nVols avec armes|2\nFécamp\nRecels|4\n\nInfractions|Nombre\nVols avec armes|2\nFécamp|7`;
    expect(read(`IS 101 - ${OURS} - T1 2026\n${named}`).counts.filter((c) => c.includes("Recels"))).toEqual([]);
    isOurs(`
IS 101
Infractions|T1 2026
Fécamp
Homicides|7
Vols avec armes|8
${OURS}
Homicides|1
Vols avec armes|2`);
  });
  test("a sheet that says no place beside some that do is a doubt", () => {
    const { counts, rules } = read({
      Fécamp: "IS 101 - T1 2026\nInfractions|Faits\nHomicides|7",
      Feuil2: "IS 101 - T1 2026\nInfractions|Faits\nHomicides|1",
    });
    expect(counts).toEqual([]);
    expect(rules).toContain("error ambiguous-reading");
  });
  test("rows, whatever the heading over the names", () => {
    for (const heading of ["Commune", "Territoire", "Lieu", "Zone géographique", "Secteur", "Libellé"])
      isOurs(`
IS 101 - 1er trimestre 2026
${heading}|Infractions|T1 2026
Fécamp|Homicides|7
Fécamp|Vols avec armes|8
${OURS}|Homicides|1
${OURS}|Vols avec armes|2
Total|Homicides|8
Total|Vols avec armes|10`);
  });
  test("communes down, lines across", () => {
    isOurs(`
IS 101 - 1er trimestre 2026
Commune|Homicides|Vols avec armes
Fécamp|7|8
${OURS}|1|2
Total|8|10`);
  });
  test("an empty name continues the one above where the lines repeat, and is a doubt where they do not", () => {
    const rows = (last: string) => `
IS 101 - 1er trimestre 2026
Commune|Infractions|T1 2026
Fécamp|Homicides|7
|Vols avec armes|8
${OURS}|Homicides|1
|${last}|2`;
    isOurs(rows("Vols avec armes"));
    expect(read(rows("Vols de véhicules")).rules).toContain("error ambiguous-reading");
  });
  test("an empty name among services of the title's commune is no doubt: none of them is another place", () => {
    const rows = "CPN Valmont|Homicides|1\n|Vols avec armes|2\nCPN Valmont|Cambriolages de logements|3";
    const { counts, rules } = read(`IS 101 - ${OURS} - T1 2026\n\nUnité|Infractions|T1 2026\n${rows}`);
    expect([counts.slice(0, 2), rules]).toEqual([READ, []]);
  });
  test("a département on some rows alone is no address of them all", () => {
    const rows = "Seine-Maritime|Homicides|1\n-|Vols avec armes|2";
    const { counts } = read(`IS 101 - ${OURS} - T1 2026\n\nDépartement|Infractions|T1 2026\n${rows}`);
    expect(counts).toEqual(READ.slice(1));
  });
});

describe("a sheet without a table, as a cover", () => {
  const table = under("IS 101 - T1 2026");
  test("says whose facts the tables count that say no place", () => {
    expect(read({ Garde: "Commune de Fécamp\n1er trimestre 2026", IS101: table }).rules).toEqual([
      "error not-our-commune",
    ]);
    expect(read({ Garde: "Commune de Fécamp", IS101: under(`IS 101 - ${OURS} - T1 2026`) }).counts).toEqual(READ);
  });
  test("says nothing with an address, a service, or ours among others", () => {
    for (const cover of ["Département de la Seine-Maritime", "CPN de Valmont", `Fécamp\n${OURS}`])
      expect(read({ Garde: cover, IS101: table }).counts).toEqual(READ);
  });
});

describe("columns that say a place", () => {
  const long = (columns: string, ...values: readonly string[]) =>
    `IS 101\n${columns}|Infractions|T1 2026\n${values[0]}|Homicides|1\n${values.at(-1)}|Vols avec armes|2`;
  test.each([
    ["Zone géographique", "France"],
    ["Région", "Normandie"],
    ["Département", "Seine-Maritime"],
    ["Circonscription", "VALMONT"],
    ["Lieu", "Fécamp"],
    ["Secteur", "Fécamp"],
    ["Code INSEE", "76259"],
    ["Territoire", "Toutes communes"],
    ["Quartier", "Les Acacias"],
  ])("another place all the way down is refused: %s = %s", (heading, value) => {
    const { counts, rules } = read(long(heading, value));
    expect(counts).toEqual([]);
    expect(rules).toEqual(["error not-our-commune"]);
  });
  test.each([
    ["Unité", "CGD VALMONT"],
    ["Commune", "Ville-Haute"],
  ])("a service or an unknown name is a doubt: %s = %s", (heading, value) => {
    const { counts, rules } = read(long(heading, value));
    expect(counts).toEqual([]);
    expect(rules).toEqual(["error ambiguous-reading"]);
  });
  test("the département beside the commune is its address", () => {
    expect(read(long("Département|Commune", `Seine-Maritime|${OURS}`)).counts).toEqual(READ);
    const titled = long("Département", "Seine-Maritime").replace("IS 101", `IS 101 - ${OURS}`);
    expect(read(titled).counts).toEqual(READ);
  });
  test("kinds of places tell parts of the facts, and their total tells all of them", () => {
    const sites = (...names: readonly string[]) =>
      `IS 101 - ${OURS} - T1 2026\nInfractions|Lieu des faits|T1 2026\n${names.map((n, i) => `Homicides|${n}|${i + 1}`).join("\n")}`;
    const { counts, rules } = read(sites("Domicile", "Voie publique", "Total"));
    expect(counts).toEqual(["homicides ensemble 2026-01/2026-03 = 3"]);
    expect(rules).toEqual(["warning other-place-set-aside"]);
    expect(read(sites("Domicile", "Voie publique")).rules).toEqual(["error not-our-commune"]);
    expect(read(long("Commune|Lieu", `${OURS}|Total`)).counts).toEqual(READ);
    expect(read(long("Lieu", "Total")).counts).toEqual([]);
  });
  test("a quarter of ours is a part", () => {
    const { rules } = read(long("Commune|Quartier", `${OURS}|Les Acacias`, `${OURS}|Le Port`));
    expect(rules).toEqual(["error not-our-commune"]);
  });
});

test("a force beside the commune's name in a title is not lost: the figures are that force's", () => {
  for (const title of [`IS 101 ${OURS} ZPN T1 2026`, `IS 101 - ST AUBIN LES TILLEULS Police nationale - T1 2026`])
    expect(read(under(title)).counts).toEqual(READ.map((c) => c.replace("ensemble", "PN")));
});

test("a name that no list has, in a title, is a doubt, of one word or of several", () => {
  for (const name of [
    "Fécamp et couronne",
    "Fécamp centre",
    "Grand Fécamp",
    "Zborg-lez-Inconnu",
    `${OURS} (hors Le Bosquet)`,
    "TRIFOUILLY",
    "NEUVE VALLEE",
    "Trifouilly Sur La Belle Vallée Neuve",
  ])
    expect([name, read(under(`IS 101 - ${name} - T1 2026`)).rules]).toEqual([name, ["error ambiguous-reading"]]);
});

test("words of titles are no places", () => {
  for (const words of [
    "CLSPD",
    "Tous services",
    "DELINQUANCE GENERALE",
    "Chiffres Clés",
    "Document de Travail",
    "Mairie",
  ])
    expect(read(under(`IS 101 - ${words} - T1 2026`)).counts).toEqual(READ);
});

test("without settings the commune is not known: its name in a title is taken for ours", () => {
  expect(read(under(`IS 101 - ${OURS} - T1 2026`)).counts).toEqual(READ);
});

test("a postal code is no code of the INSEE", () => {
  const table = `IS 101 - T1 2026\nCode postal|Commune|Homicides|Vols avec armes\n76400|${OURS}|1|2\n76400|Fécamp|3|4`;
  expect(read(table).counts).toEqual(READ);
});

describe("places among the labels", () => {
  const rows = (...lines: readonly string[]) => read(`IS 101 - T1 2026\nInfractions|T1 2026\n${lines.join("\n")}`);
  const homicides = (value: number) => [`homicides ensemble 2026-01/2026-03 = ${value}`];
  test("beside their lines, ours and another: the other is left; without ours a label is a label, and asked about", () => {
    for (const [ours, other] of [
      [`Homicides - ${OURS}`, "Homicides - Fécamp"],
      [`Homicides (${OURS})`, "Homicides (Fécamp)"],
      [`${OURS} : homicides`, "Fécamp : homicides"],
    ]) {
      const { counts, rules } = rows(`${ours}|1`, `${other}|4`);
      expect(counts).toEqual(homicides(1));
      expect(rules).toEqual(["warning other-place-set-aside"]);
      expect(rows("Homicides|1", `${other}|4`).counts).toEqual([
        ...homicides(1),
        `« ${other} » ensemble 2026-01/2026-03 = 4`,
      ]);
    }
  });
  test("a total after the tables of several communes is theirs, and not the two forces' of the last one", () => {
    const of = (name: string, counts: string) =>
      `${name}\n|Nombre de faits\nHomicides|${counts}\nVols avec armes|${counts}\n`;
    const file = (title: string, ...tables: readonly string[]) => `${title}\n\n${tables.join("\n")}`;
    const police = "IS 101 - Police - T1 2026";
    const own = ["homicides PN 2026-01/2026-03 = 1", "vols-avec-armes PN 2026-01/2026-03 = 1"];
    for (const all of ["Total", "Ensemble", "Total général"]) {
      const { counts, rules } = read(file(police, of("VALMONT", "4"), of("FÉCAMP", "5"), of(OURS, "1"), of(all, "10")));
      expect(counts).toEqual(own);
      expect(rules).toEqual(["warning other-place-set-aside"]);
    }
    // one other commune, whose name stands over the first of the tables
    const { counts: ofTwo } = read(file(police, of("VALMONT", "4"), of(OURS, "1"), of("Total", "5")));
    expect(ofTwo).toEqual(own);
    const [police1, gendarmerie, both] = [of("Police", "1"), of("Gendarmerie", "2"), of("Total", "3")];
    for (const forces of [
      [police1, gendarmerie, both],
      [both, police1, gendarmerie],
    ]) {
      const tables = [of("VALMONT", "4"), of("FÉCAMP", "5"), `${OURS}\n${forces.join("\n")}`];
      const { counts } = read(file("IS 101 - T1 2026", ...tables));
      expect(counts.filter((c) => c.startsWith("homicides")).toSorted()).toEqual([
        "homicides GN 2026-01/2026-03 = 2",
        "homicides PN 2026-01/2026-03 = 1",
        "homicides ensemble 2026-01/2026-03 = 3",
      ]);
    }
  });

  test("rows of communes under each line, or over lines, are a doubt", () => {
    for (const lines of [
      ["Homicides|5", "Fécamp|1", `${OURS}|4`, "Vols avec armes|7", "Fécamp|2", `${OURS}|5`],
      ["Fécamp|5", "Homicides|1", "Vols avec armes|4", `${OURS}|7`, "Homicides|3", "Vols avec armes|4"],
    ])
      expect([rows(...lines).counts, rows(...lines).rules]).toEqual([[], ["error ambiguous-reading"]]);
  });
  test("« dont » and the name of a part: a line as sent", () => {
    const { counts } = rows("Homicides|5", "dont ZAC Nord|4", "Vols avec armes|5", "dont quartier des Charmilles|1");
    expect(counts).toEqual([
      ...homicides(5),
      "« dont ZAC Nord » ensemble 2026-01/2026-03 = 4",
      "vols-avec-armes ensemble 2026-01/2026-03 = 5",
      "« dont quartier des Charmilles » ensemble 2026-01/2026-03 = 1",
    ]);
  });
  test("ours under some lines only is a doubt", () => {
    for (const last of [`${OURS}|4`, `dont ${OURS}|4`, `- ${OURS} (99001)|4`]) {
      const { counts, rules } = rows("Homicides|5", "Vols avec armes|7", last);
      expect(counts).toEqual([]);
      expect(rules).toEqual(["error ambiguous-reading"]);
    }
  });
  test("one row called as another commune is no row of places: a line, as sent", () => {
    for (const name of ["Fécamp", "dont Fécamp", "Fécamp (76259)"])
      expect(rows("Homicides|5", `${name}|4`).counts).toEqual([
        ...homicides(5),
        `« ${name} » ensemble 2026-01/2026-03 = 4`,
      ]);
  });
  test.each([
    "Infractions à la législation sur les armes",
    "Infractions à la loi sur les armes",
    "Armes (port, détention)",
    "Vols à la tire sur les marchés",
    "Vols sur le marché",
    "Vols sur le port",
    "Dégradations sur les murs",
    "Tags sur murs",
    "Vols sans violence au préjudice de particuliers (pers.)",
    "Atteintes à la paix (Lay)",
    "Recels - Bonne",
    "Vols de métaux à Fer",
    "Escroqueries à Fécamp",
    "Escroqueries à la Tire",
    "Vols dans les Églises",
    "Incendies de Bois",
    "Abandon d'épaves (Pont)",
    "ARMES",
    "Port",
    "Les Mées",
  ])("a label is a label, whatever communes its words name: %s", (label) => {
    const { counts, rules } = rows("Homicides|1", `${label}|7`, "Vols avec armes|2");
    expect(counts).toContain(`« ${label} » ensemble 2026-01/2026-03 = 7`);
    expect(counts).toHaveLength(3);
    expect(rules).toEqual([]);
  });
});

describe("names of several sheets that say an area, or ours in short", () => {
  const table = under("IS 101 - T1 2026");
  test("« Commune » beside « Circonscription », and our initials beside another commune, are ours", () => {
    for (const [ours, other] of [
      ["Commune", "Circonscription"],
      ["SAT", "FÉCAMP"],
    ] as const) {
      const { counts, rules } = read({ [ours]: table, [other]: table.replace("Homicides|1", "Homicides|11") });
      expect(counts).toEqual(READ);
      expect(rules).toEqual(["warning other-place-set-aside"]);
    }
  });
  test("a sheet « Commune » settles no doubt over the title", () => {
    expect(read(under("IS 101 - CPN de Valmont - T1 2026"), { part: "Commune" }).counts).toEqual([]);
  });
});

describe("texts beside the cells, as in the header of the pages", () => {
  const file = (table: string, ...besides: readonly string[]): ReadFile => ({
    source: { path: "2026-T1/IS101.xlsx", delivery: "2026-T1", name: "IS101.xlsx", sha256: "" },
    format: "xlsx",
    grids: [{ ...gridOf(table), besides: ["Page", ...besides] }],
  });
  const recognise = createRecogniser(NOMENCLATURE, settingsOf());
  const errors = (...given: Parameters<typeof file>) =>
    recognise(file(...given))
      .issues.map((i) => i.rule)
      .filter((rule) => rule !== "force-unsaid");
  const titled = under(`IS 101 - ${OURS} - T1 2026`);
  test("say the place of tables that say none", () => {
    expect(errors(under("IS 101 - T1 2026"), "Ville de Fécamp")).toEqual(["not-our-commune"]);
    expect(errors(under("IS 101 - T1 2026"), "Ville de Fécamp", OURS)).toEqual([]);
  });
  test("are shown, and put in doubt no table that says ours", () => {
    for (const others of [
      ["Ville de Fécamp"],
      ["Département de la Seine-Maritime"],
      [`Communes de Fécamp et de ${OURS}`],
      ["Ville de Fécamp", OURS],
    ])
      expect([others, errors(titled, ...others)]).toEqual([others, []]);
  });
});

describe("a name that is not known beside ours", () => {
  test.each([
    ["in the title", `IS 101 - ${OURS} - Vertbosc - T1 2026`],
    ["after a slash", `IS 101 - ${OURS} / Vertbosc - T1 2026`],
    ["after « et »", `IS 101 - ${OURS} et Vertbosc - T1 2026`],
    ["before ours", `IS 101 - Vertbosc - ${OURS} - T1 2026`],
    ["in capitals", `IS 101 - SAINT-AUBIN-LES-TILLEULS - VERTBOSC - T1 2026`],
  ])("is a doubt, and the answer offered settles it: %s", (_, title) => {
    for (const text of [under(title), under("IS 101 - T1 2026", title.replace("IS 101 - ", ""))]) {
      const before = read(text, { name: `IS101 ${OURS}.csv` });
      expect(before.counts).toEqual([]);
      expect(before.rules).toEqual(["error ambiguous-reading"]);
      const settings = `mots:\n${wordLine(before.issues[0])}`;
      expect(read(text, { name: `IS101 ${OURS}.csv`, settings }).counts).toEqual(READ);
    }
  });
  test("is one too on a line of its own that says a place, under ours or in a file of ours", () => {
    for (const lines of [[`Commune : ${OURS}`, "Secteur : Vertbosc"], ["Territoire : Vertbosc"]])
      expect(read(under("IS 101 - T1 2026", ...lines), { name: `IS101 ${OURS}.csv` }).rules).toEqual([
        "error ambiguous-reading",
      ]);
  });
  test.each([
    `IS 101 - ${OURS} - Bilan Trimestriel - T1 2026`,
    `Champ : ${OURS} - T1 2026`,
    `IS 101 - ${OURS} - CPN Valmont - T1 2026`,
    `Commune : ${OURS} - Secteur : Police - T1 2026`,
  ])("is none in %s", (title) => {
    expect(read(under("IS 101 - T1 2026", title)).counts).toHaveLength(2);
  });
});

describe("streets, and ours within more", () => {
  test.each([
    `IS 101 - ${OURS} - rue de Valmont - T1 2026`,
    `IS 101 - Avenue Foch à ${OURS} - T1 2026`,
    `IS 101 - CPN Valmont dont ${OURS} - T1 2026`,
  ])("are not ours: %s", (title) => {
    expect(read(under(title)).rules).toEqual(["error not-our-commune"]);
  });
  test("an address in the letterhead is no place of facts", () => {
    for (const address of ["6, place de Fécamp", "Place de Fécamp"])
      expect(read(under(address, `IS 101 - T1 2026`)).counts).toEqual(READ);
    expect(read(under(`IS 101 - T1 2026`, "Place de Fécamp")).rules).toEqual(["error not-our-commune"]);
  });
  test("a postal code is that of several communes", () => {
    expect(read(under("IS 101 - T1 2026", "Code postal : 76259")).rules).toEqual(["error ambiguous-reading"]);
  });
});

describe("a sentence about the figures that names another place", () => {
  const withNote = (note: string, title = `IS 101 - ${OURS} - T1 2026`) => read(`${title}\n\n${TABLE}\n${note}`);
  test.each([
    "Ces chiffres sont ceux de Fécamp.",
    "Données de la commune de Fécamp",
    "Note : ces chiffres sont ceux de Fécamp.",
    "Y compris la commune de Fécamp.",
    "Ces chiffres comprennent ceux de Fécamp et de Valmont.",
  ])("is a doubt, whether a title says ours or not: %s", (note) => {
    expect(withNote(note).rules).toEqual(["error ambiguous-reading"]);
    expect(withNote(note, "IS 101 - T1 2026").rules).toEqual(["error ambiguous-reading"]);
  });
  test("stands for the table above it, under which another begins", () => {
    const text = `IS 101 - ${OURS} - T1 2026\nPolice\n${TABLE}\nCes chiffres sont ceux de Fécamp.\nGendarmerie\n${TABLE}`;
    expect(read(text).counts).toEqual([]);
  });
  test.each([
    "Fait à Fécamp, le 8 avril 2026",
    "Les faits constatés à Fécamp sont en hausse sur la même période.",
    "Données transmises par la brigade de Fécamp.",
    "Copie : Monsieur le Maire de Fécamp",
    `Ces chiffres sont ceux de ${OURS}.`,
  ])("is none of the figures': %s", (note) => {
    expect(withNote(note).counts).toEqual(READ);
  });
});

test("a total of columns that are not understood is none of ours, also once these are set aside", () => {
  const table = "IS 101 - T1 2026\n\nInfractions|CPN Valmont|Total\nHomicides|1|2";
  expect(read(table).rules).toEqual(["warning column-not-understood"]);
  const settings = `mots:\n${wordLine(read(table).issues[0])}`;
  expect(read(table, { settings }).counts).toEqual([]);
  expect(read(table.replace("CPN Valmont", "Police|Douane").replace("1|2", "1|1|2")).counts).toHaveLength(2);
});

test("a service beside ours is who sends; « zone de compétence : police » says a force", () => {
  for (const title of [`IS 101 - ${OURS} - DIPN76 - T1 2026`, `IS 101 ${OURS} CPN Valmont T1 2026`])
    expect(read(under(title)).counts).toEqual(READ);
  for (const title of [`IS 101 - ${OURS} - T1 2026`, "IS 101 - T1 2026"])
    expect(read(under(title, "Zone de compétence : Police nationale")).counts).toEqual(
      READ.map((count) => count.replace("ensemble", "PN")),
    );
  expect(read(under(`IS 101 - ${OURS} - T1 2026`, `Brigade ${OURS}`)).counts).toEqual(READ);
  for (const place of ["Région Occitanie", "Achicourt"])
    expect(read(under("IS 101 - T1 2026", `${place} : police`)).counts).toEqual([]);
});

describe("columns headed by services", () => {
  const table = (title: string, heads = "CPN Valmont|CGD Fécamp|Total") =>
    `${title}\n\nInfractions|${heads}\nHomicides|1|2|3`;
  const forces = ["PN", "GN", "ensemble"].map((f, i) => `homicides ${f} 2026-01/2026-03 = ${i + 1}`);
  test("that say a force by themselves are of that force", () => {
    const { counts, rules } = read(table(`IS 101 - ${OURS} - T1 2026`, "CSP|Gendarmerie|Total"));
    expect([counts, rules]).toEqual([forces, []]);
  });
  test.each([
    [
      "N°{2x1}|Nature{2x1}|T1 2025{1x3}|^|^|T1 2026{1x3}|^|^",
      "^|^|CPN|CGD|Total|CPN|CGD|Total",
      "1|Homicides|4|5|9|1|2|3",
    ],
    [
      "Code{2x1}|Nature{2x1}|CSP{1x2}|^|CGD{1x2}|^|PN + GN{1x2}|^",
      "^|^|T1 2025|T1 2026|T1 2025|T1 2026|T1 2025|T1 2026",
      "101|Homicides|4|1|5|2|9|3",
    ],
  ])("that say a force, beside the number of each line too: %s", (...lines) => {
    const { counts, rules } = read(`IS 101 - ${OURS} - T1 2026\n\n${lines.join("\n")}`);
    expect([counts.filter((count) => count.includes("2026-01")), rules]).toEqual([forces, []]);
  });
  test.each([
    "CPN Valmont|CGD Fécamp|Total",
    "DIPN 76|GGD 76|Total",
    "DIPN76|GGD76|Total",
    "Police (DIPN 76)|Gendarmerie (GGD 76)|Total",
  ])("called after their seat are questions, and the answers lead to the forces: %s", (heads) => {
    const title = `IS 101 - ${OURS} - T1 2026`;
    const [police, gendarmerie] = heads.split("|");
    expect(read(table(title, heads)).counts).toEqual([]);
    const settings = `mots:\n  - { texte: "${police}", lecture: police }\n  - { texte: "${gendarmerie}", lecture: gendarmerie }`;
    const { counts, rules } = read(table(title, heads), { settings });
    expect([counts, rules]).toEqual([forces, []]);
  });
  test("beside a column of ours are left", () => {
    expect(read(table("IS 101 - T1 2026", `CPN Valmont|CGD Fécamp|${OURS}`)).counts).toEqual([
      "homicides ensemble 2026-01/2026-03 = 3",
    ]);
  });
});

describe("columns of the parts of ours, their total, and what stands over them", () => {
  const PARTS = "Centre-ville|Gare – Faubourg|Les Hauts|Total commune\nHomicides|0|0|1|1\nVols avec armes|1|0|1|2";
  test("names that no list has beside « Total commune » are its parts: the total is read, they are left", () => {
    const { counts, rules } = read(`IS 101 - ${OURS} - T1 2026\nInfractions|${PARTS}`);
    expect(counts).toEqual(READ);
    expect(rules).toEqual(["warning other-place-set-aside"]);
    // beside « Total » alone nothing says so
    const bare = read(`IS 101 - ${OURS} - T1 2026\nInfractions|${PARTS.replace("Total commune", "Total")}`);
    expect(bare.counts).toEqual([]);
  });
  test("« Rappel T1 2025 » after the total of ours is of ours, and of its own period", () => {
    const rows = "Homicides|1|0|1|4\nVols avec armes|1|1|2|5";
    const heads = "Secteur nord|Secteur sud|Ensemble de la commune";
    const before = ["homicides ensemble 2025-01/2025-03 = 4", "vols-avec-armes ensemble 2025-01/2025-03 = 5"];
    const table = (last: string) => `IS 101 - ${OURS} - T1 2026\nInfractions|${heads}|${last}\n${rows}`;
    expect(read(table("Rappel T1 2025")).counts.toSorted()).toEqual([...before, ...READ].toSorted());
    for (const other of ["T1 2025", "Rappel", "Rappel secteur T1 2025"])
      expect(read(table(other)).counts).toEqual(READ);
    expect(read(table("Rappel T1 2025").replace("Secteur nord", "Secteur nord T1 2026")).counts).toEqual(READ);
  });
  test("« Ensemble de la commune » is said of the territory: the force is the title's", () => {
    const table = `IS 101 - ${OURS} - Police nationale - T1 2026\nInfractions|Ensemble de la commune\nHomicides|1`;
    expect(read(table).counts).toEqual(["homicides PN 2026-01/2026-03 = 1"]);
  });
  test("an area over all columns, beside a column of communes, is an address; over one of them it is not", () => {
    const rows = (heads: string) => `${heads}\n${OURS}|Homicides|1|2\nFécamp|Homicides|3|4`;
    const all = rows(`IS 101|T1 2026|arrondissement de ${OURS}\nCommune|Infractions|Police|Gendarmerie`);
    expect(read(all).counts).toEqual(["homicides PN 2026-01/2026-03 = 1", "homicides GN 2026-01/2026-03 = 2"]);
    const one = rows("IS 101|T1 2026\nCommune|Infractions|Faits|Département");
    expect(read(one).counts).toEqual(["homicides ensemble 2026-01/2026-03 = 1"]);
    const first = `Commune|Infractions|Département|Faits\n${OURS}|Homicides|2|1`;
    expect(read(`IS 101 - T1 2026\n${first}`).counts).toEqual(["homicides ensemble 2026-01/2026-03 = 1"]);
    // without a column of communes it is whose figures they are
    expect(read("IS 101 - T1 2026\nInfractions|Département\nHomicides|9\nVols avec armes|3").counts).toEqual([]);
  });
});

test("two statements side by side, the total of one named after it", () => {
  const table = `
Commune de ${OURS} - police et gendarmerie
IS 101|T1 2026||I.S.T|T1 2026
Homicides|1||Atteintes volontaires à l'intégrité physique|3
Vols avec armes|2||Atteintes aux biens|4
Total IS 101|3||`;
  const { counts, rules } = read(table);
  expect(counts.filter((count) => !count.startsWith("total"))).toEqual([
    ...READ,
    "atteintes-integrite-physique ensemble 2026-01/2026-03 = 3",
    "atteintes-biens ensemble 2026-01/2026-03 = 4",
  ]);
  expect(rules).toEqual([]);
});

test("a label of words that say nothing by themselves is a line", () => {
  expect(read(under("IS 101 - T1 2026").concat("\nVSX|14")).counts).toContain("« VSX » ensemble 2026-01/2026-03 = 14");
});

/** The commune of the other tests is on no official list: here one that is, of which another bears nearly the name. */
describe("where the settings name a real commune", () => {
  const placesOf = (commune: string) => {
    const settings = parseSettings(`commune: ${commune}`, "convention.yaml");
    return createPlaceReader(
      loadPlaceWords(),
      WORDS,
      NOMENCLATURE,
      settings,
      createFacetParser(WORDS, NOMENCLATURE, settings, null),
    );
  };
  const placeIn = placesOf("{ nom: Fécamp, insee: '76259', departement: '76' }");
  test.each([
    ["IS 101 - Fécamp - T1 2026", "line", "ours"],
    ["IS 101 - FECAMP (76259) - T1 2026", "line", "ours"],
    ["Fécamp, 1er trimestre 2026", "line", "ours"],
    ["Ville de Fécamp", "line", "ours"],
    ["76259", "cell", "ours"],
    ["76400", "cell", "ours"],
    ["CIAT de Fécamp", "heading", "doubt"],
    ["Compagnie de gendarmerie de Fécamp", "heading", "doubt"],
    ["Grand Fécamp", "line", "elsewhere whole"],
    ["Bassin de Fécamp", "line", "elsewhere whole"],
    ["Circonscription de Fécamp", "line", "elsewhere area"],
    ["IS 101 - Fécamp - Total du CPN de Valmont", "line", "elsewhere whole"],
    ["Total du commissariat de Valmont", "line", "elsewhere whole"],
    ["CPN Valmont et communes voisines", "line", "elsewhere whole"],
    ["Total CPN Valmont", "heading", "elsewhere whole"],
    ["Fécamp + Yport", "line", "elsewhere several"],
    ["VOLS AVEC ARMES", "line", "nothing"],
    ["Vols avec armes à Fécamp", "line", "ours"],
    ["Zborg de Fécamp", "line", "ours"],
    ["Faits constatés à Fécamp", "line", "ours"],
    ["Fécamp et Yport", "line", "elsewhere several"],
    ["IS 101 - pour Fécamp et pour Yport", "line", "elsewhere several"],
    ["IS 101 - 76 - T1 2026", "line", "elsewhere area"],
    ["Faits de nuit - 76", "line", "nothing"],
    ["IS 101 - Yport - T1 2026", "line", "elsewhere commune"],
    ["IS 101 - Seine-Maritime - Yport - T1 2026", "line", "elsewhere commune"],
    ["76754", "cell", "elsewhere commune"],
    ["Fécamp - quartier du port", "line", "elsewhere part"],
  ] as const)("« %s », of a %s: %s", (text, of, expected) => {
    const said = placeIn(text, of, of === "cell" ? "commune" : undefined);
    expect(said === null ? "nothing" : said.kind === "elsewhere" ? `elsewhere ${said.by}` : said.kind).toBe(expected);
  });

  test.each<readonly [string, string, string | null, why: string]>([
    [
      "{ nom: Saint-Denis, insee: '97411' }",
      "Sainte-Marie",
      "Sainte-Marie, 97418",
      "of names that several bear, the nearest",
    ],
    [
      "{ nom: Fort-de-France, insee: '97209' }",
      "Sainte-Marie",
      "Sainte-Marie, 97228",
      "of names that several bear, the nearest",
    ],
    ["{ nom: Bois-Guillaume, insee: '76108' }", "BG", null, "two letters are no initials"],
    ["{ nom: Fécamp, insee: '76259' }", "IS 101 - EU - T1 2026", null, "two letters may be anything"],
    ["{ nom: Fécamp, insee: '76259' }", "Cherbourg-Octeville", "une autre commune", "a part of another is another"],
    [
      "{ nom: Cherbourg-en-Cotentin, insee: '50129' }",
      "Cherbourg-Octeville",
      "une partie de la commune",
      "a part of ours",
    ],
    [
      "{ nom: Fécamp, insee: '76259' }",
      "Communes de Zorglub et de Blabla",
      "name",
      "names that are nobody's are a doubt",
    ],
    ["{ nom: FECAMP }", "code INSEE 76259", "ours", "a code tells the name, however it is written"],
    ["{ nom: La Fouillouse, insee: '42097' }", "IS 101 - La Fouillouse - T1 2026", "ours", "its name holds another's"],
    ["{ nom: Gigors-et-Lozeron, insee: '26141' }", "GIGORS-ET-LOZERON", "ours", "its name joins two"],
    [
      "{ nom: Gigors-et-Lozeron, insee: '26141' }",
      "Gigors-et-Lozeron et Crest",
      "plusieurs communes ensemble",
      "another one beside it",
    ],
    ["{ nom: Ville d'Ajaccio, insee: 2A004 }", "code INSEE 2A004", "ours", "a code of Corsica"],
    ["{ nom: Ajaccio, insee: 2A004 }", "code INSEE 2B033", "Bastia, 2B033", "another code of Corsica"],
  ])("%s: « %s » is %s: %s", (commune, text, expected, _why) => {
    const said = placesOf(commune)(text, "line");
    const what =
      said === null ? null : said.kind === "elsewhere" ? said.what : said.kind === "doubt" ? said.by : said.kind;
    if (expected === null) expect(what).toBeNull();
    else expect(what).toContain(expected);
  });
});

describe("a title that begins as a note does", () => {
  test.each(["CONFIDENTIEL", "Extraction ORUS", "Document", "Diffusion restreinte", "Mise à jour", "Réf :"])(
    "says the place, the force and the period: %s",
    (word) => {
      const title = `${word} - IS 101 - FÉCAMP - T1 2026`;
      expect(read(under(title)).counts).toEqual([]);
      if (word !== "Réf :") expect(read(under(`${word} - IS 101 - GENDARMERIE - T4 2025`)).counts).toEqual([]);
    },
  );
  test("a convention with another commune is a doubt", () => {
    expect(read(under("IS 101 - T1 2026", "Convention de la commune de Fécamp")).counts).toEqual([]);
  });
  test("« Source : IS 101, T4 2025 » is still a note", () => {
    expect(read(under("IS 101 - T1 2026", "Source : IS 101, T4 2025")).counts).toEqual(READ);
  });
});

describe("places that are said in few words", () => {
  test.each([
    ["a region at the end of a title", "Statistiques Hauts-de-France"],
    ["a name that no list has, after « à »", "Délinquance enregistrée à Vertbosc"],
    ["a service and the communes around", "Champ : CPN de Fécamp et communes voisines"],
    ["a business park", "Parc d'activités Vertbosc"],
  ])("are not ours: %s", (_, line) => {
    expect(read(under("IS 101 - T1 2026", line)).counts).toEqual([]);
  });
});
