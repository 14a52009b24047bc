/** The answers that a question offers: each is taken, settles its question, and makes no figure be read wrongly. */
import { describe, expect, test } from "vitest";
import { spoken } from "../spoken.ts";
import { type Options, readTables, wordLine } from "./tables.ts";

const Q1 = "2026-01/2026-03";

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
    const read = (reading: string) => readTables(table, { settings: `mots:\n${wordLine(issue, reading)}` }).counts;
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
