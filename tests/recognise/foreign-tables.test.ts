/** A table with none of the statement's lines adds no figure before a person has said that it holds some. */
import { expect, test } from "vitest";
import { readTables } from "./tables.ts";

const TITLE = "IS 101 - T1 2026";
const SLIP = "Pièces jointes|Nombre\nConvention (copie)|1\nFiche navette|2";
const STATEMENT = `${TITLE}\nNature|Police|Gendarmerie\nHomicides|0|1\nVols avec armes|2|3`;
const told = ["warning row-not-understood"];

test("alone under the statement's name, or under its table, it is told and asked about, once", () => {
  for (const [table, counts] of [
    [`${TITLE}\n\n${SLIP}`, 0],
    [`${STATEMENT}\n\n${SLIP}`, 4],
  ] as const) {
    const read = readTables(table);
    expect([read.counts.length, read.rules]).toEqual([counts, told]);
    expect(read.issues.map(({ asks }) => asks)).toEqual([
      { kind: "line", text: "Convention (copie)", statement: "IS101", may: ["as-sent"] },
    ]);
  }
});

test("said to be a line, its first one brings the others", () => {
  const settings = "lignes:\n  - { etat: IS101, libelle: Convention (copie) }";
  const { counts, rules } = readTables(`${STATEMENT}\n\n${SLIP}`, { settings });
  expect([counts.length, rules]).toEqual([6, []]);
});

test("a known line, family or heading of lines makes it the statement's, and so do the headings of one that is", () => {
  const lines = (...rows: readonly string[]) => readTables([TITLE, ...rows].join("\n")).counts.length;
  expect(lines("Nature|Nombre", "Homicides|0", "Rixes|1")).toBe(2);
  expect(lines("Période|Homicides|Rixes|Vols avec armes", "T1 2025|1|2|4", "T1 2026|1|2|5")).toBe(6);
  expect(lines("Nature|Nombre", "Homicides|0", "", "Nature|Nombre", "Rixes|1")).toBe(2);
  const family = "Atteintes aux biens";
  expect(readTables(`I.S.T - T1 2026\n${family}\nNature|Nombre\nBris de clôtures|1`).counts).toHaveLength(1);
});

test("its total is shown as any total is", () => {
  const { counts, issues, rules } = readTables(`${TITLE}\nNature|Nombre\nTotal général|6\nRixes|2`);
  expect(issues[0]?.asks?.text).toBe("Rixes");
  expect([counts, rules]).toEqual([["total « Total général » ensemble 2026-01/2026-03 = 6"], told]);
});
