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

test("a text over the first table that says but a period dates those without a caption too", () => {
  const table = (title: string) =>
    readTables(`
Bureau d'ordre
${title}
IS 101|Police|Total T1 2025
Homicides|1|3
Vols avec armes|2|4

I.S.T|Police|Total T1 2025
Atteintes aux biens|7|9
AVIP|5|6`);
  expect(table("Délinquance constatée au 1er trimestre 2026").counts.slice(4)).toEqual([
    "atteintes-biens PN 2026-01/2026-03 = 7",
    "atteintes-biens ensemble 2025-01/2025-03 = 9",
    "atteintes-integrite-physique PN 2026-01/2026-03 = 5",
    "atteintes-integrite-physique ensemble 2025-01/2025-03 = 6",
  ]);
  expect(table("Zone police, 1er trimestre 2026").counts.slice(4)).toHaveLength(2);
});
