import { expect, test } from "vitest";
import { readTables } from "../tables.ts";

const counts = (table: string) => readTables(table).counts;
const FORCES = ["homicides PN 2026-01/2026-03 = 1", "vols-avec-armes PN 2026-01/2026-03 = 2"].concat([
  "homicides GN 2026-01/2026-03 = 3",
  "vols-avec-armes GN 2026-01/2026-03 = 4",
]);

test("tables side by side are read each under its own caption, with or without a column between them", () => {
  expect(
    counts(`
IS 101 - T1 2026

Police||Gendarmerie
Infractions|T1 2026|Infractions|T1 2026
Homicides|1|Homicides|3
Vols avec armes|2|Vols avec armes|4`),
  ).toEqual(FORCES);
  expect(
    counts(`
IS 101 - T1 2026
Police|||Gendarmerie
Infractions|T1 2026||Infractions|T1 2026
Homicides|1||Homicides|3
Vols avec armes|2||Vols avec armes|4
Source : un logiciel`),
  ).toEqual(FORCES);
});

test("a caption over one of them alone is not of the other: its table is in doubt", () => {
  const read = readTables(`
IS 101 - T1 2026

Police|||
Infractions|T1 2026||Infractions|T1 2026
Homicides|1||Homicides|3
Vols avec armes|2||Vols avec armes|4`);
  expect(read.counts.filter((c) => c.includes("ensemble"))).toEqual([]);
  expect(read.rules).toContain("error ambiguous-reading");
});

test("a caption merged over the whole of one table alone is not of the other either", () => {
  const read = readTables(`
IS 101 - T1 2026

Police{1x2}|^||
Infractions|T1 2026|Infractions|T1 2026
Homicides|1|Homicides|3
Vols avec armes|2|Vols avec armes|4`);
  expect(read.counts.filter((c) => c.includes("= 3") || c.includes("= 4"))).toEqual([]);
  expect(read.rules).toContain("error ambiguous-reading");
});

test("two halves of one list are one statement, and what both say with two values is refused", () => {
  const halves = (last: string) => `
IS 101 - T1 2026

Infractions|T1 2026||Infractions|T1 2026
Homicides|1||Vols de véhicules|3
Vols avec armes|2||${last}|4`;
  expect(counts(halves("Vols dans les véhicules"))).toHaveLength(4);
  expect(readTables(halves("Homicides")).rules).toContain("error ambiguous-reading");
});

test("a column of families beside the labels is no table", () => {
  expect(
    counts(`
I.S.T - T1 2026
Famille|Libellé|T1 2026
Atteintes aux biens|Cambriolages|1
Atteintes aux biens|Vols liés aux véhicules|2`),
  ).toHaveLength(2);
});
