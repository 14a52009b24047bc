import { describe, expect, test } from "vitest";
import { OTHER_STATEMENT } from "../../../scripts/model/observation.ts";
import { type Options, readingsOf, readTables } from "../tables.ts";

const statementOf = (table: string, options: Options = {}) =>
  readTables(table, options).recognition.tables.map((t) => t.statement)[0];
const LINES = `
Infractions|T1 2025|T1 2026
Homicides|0|1
Vols avec armes|2|3`;

describe("which statement a table is", () => {
  test("its title, its sheet or its file names it", () => {
    expect(statementOf(`ETAT MAITRE IS 101\nInfractions|T1 2026\nEscroqueries|3`)).toBe("IS101");
    expect(statementOf(`Infractions|T1 2026\nEscroqueries|3`, { part: "I.S.T" })).toBe("IST");
    expect(statementOf(`Infractions|T1 2026\nEscroqueries|3`, { name: "is-101_T1.xls" })).toBe("IS101");
  });
  test("without a name, two lines of one statement tell it, and one line does not", () => {
    expect(statementOf(LINES)).toBe("IS101");
    expect(statementOf(`Infractions|T1 2026\nHomicides|3\nDivers|4`)).toBe(OTHER_STATEMENT);
  });
  test("a title that names IS 101 over the lines of I.S.T has two readings", () => {
    const { counts, issues } = readTables(`
IS 101 - 1er trimestre 2026
Infractions|T1 2026
Atteintes aux biens|12
Tapages|3`);
    expect(counts).toEqual([]);
    expect(readingsOf(issues)).toEqual([
      "c'est l'état «\u00a0IS 101\u00a0», comme ce texte le dit",
      "c'est l'état «\u00a0I.S.T\u00a0», dont il a les lignes",
    ]);
  });
  test("two statements on one sheet are each read as itself", () => {
    const { counts } = readTables(`
IS 101 - 1er trimestre 2026
Infractions|T1 2026
Homicides|1
Vols avec armes|2

I.S.T - 1er trimestre 2026
Infractions|T1 2026
Atteintes aux biens|12
Tapages|3`);
    expect(counts).toEqual([
      "homicides ensemble 2026-01/2026-03 = 1",
      "vols-avec-armes ensemble 2026-01/2026-03 = 2",
      "atteintes-biens ensemble 2026-01/2026-03 = 12",
      "ist-tapages ensemble 2026-01/2026-03 = 3",
    ]);
  });
});

describe("rows that say their statement themselves", () => {
  test("are each of their own, in one table of one line a count", () => {
    const { observations } = readTables(`
Statistiques du 1er trimestre 2026
État|Indicateur|Période|Nombre
IS 101|Homicides|T1 2026|1
I.S.T|Tapages|T1 2026|4
IS 101|Vols avec armes|T1 2026|2`);
    expect(observations.map((o) => [o.statement, o.indicator, o.value])).toEqual([
      ["IS101", "homicides", 1],
      ["IST", "ist-tapages", 4],
      ["IS101", "vols-avec-armes", 2],
    ]);
  });
});

describe("a document that is no statement", () => {
  test("is said to be one, and no indicator is invented", () => {
    const { observations, rules, recognition } = readTables(`
Compte rendu de la réunion du 12 mars 2026
Point|Durée
Accueil|15
Bilan|45`);
    expect(rules).toEqual(["info other-document"]);
    expect(recognition.tables[0]?.statement).toBe(OTHER_STATEMENT);
    expect(observations).toEqual([]);
  });
  test("a letter without a table gives nothing", () => {
    const { counts, rules } = readTables(`
Madame la Maire,

Veuillez trouver ci-joint les états du trimestre.
Le commissaire`);
    expect(counts).toEqual([]);
    expect(rules).toEqual(["info other-document"]);
  });
});
