import { expect, test } from "vitest";
import { readingsOf, readTables } from "../tables.ts";

test("the second nearest of two half understood captions contradicts the nearest: refused, with both", () => {
  const read = readTables(`
IS 101
Infractions|Nombre
Relevé provisionnel du 4e trimestre 2025
Homicides|1
Vols avec armes|2
Relevé provisionnel du 1er trimestre 2026
Vols violents sans arme|3
Vols de véhicules|4`);
  expect(read.counts).toEqual([]);
  expect(readingsOf(read.issues).join()).toMatch(/2026-01.*2025-10/);
});

test("a place said by a caption holds for all the rows under it, however many captions follow", () => {
  const read = readTables(`
IS 101 - T1 2026
Infractions|Nombre
Commune de Valmont
Homicides|1
Rubrique zinzolin
Vols avec armes|2
Rubrique amarante
Vols violents sans arme|3
Rubrique ocre
Vols de véhicules|4`);
  expect(read.counts).toEqual([]);
  expect(read.issues.map((issue) => issue.rule)).toEqual(["not-our-commune"]);
});
