import { describe, expect, test } from "vitest";
import { readTables } from "../tables.ts";

const counts = (table: string) => readTables(table).counts;

/** A heading of a force over "Ensemble", or the other way round: whose counts? */
const under = (outer: string, inner: string): readonly string[] =>
  counts(`
IS 101 - 1er trimestre 2026
Infractions|${outer}|Gendarmerie nationale
|${inner}|Faits
Homicides|4|1`);

describe("two headings of one column that each say a force", () => {
  test("« Ensemble » under a force is all the facts of that force, never of both", () => {
    expect(under("Police nationale", "Ensemble")).toContain("homicides PN 2026-01/2026-03 = 4");
    expect(under("Police nationale", "Total")).toContain("homicides PN 2026-01/2026-03 = 4");
  });
  test("a force under « Ensemble » is that force", () => {
    expect(under("Ensemble", "Police nationale")).toContain("homicides PN 2026-01/2026-03 = 4");
  });
  test("two forces that exclude each other are a doubt", () => {
    const read = readTables(`
IS 101 - 1er trimestre 2026
Infractions|Police|Police
|Gendarmerie|Faits
Homicides|4|1`);
    expect(read.counts).toEqual([]);
    expect(read.rules).toContain("error ambiguous-reading");
  });
  test("the same holds along a row", () => {
    const row = (...cells: readonly string[]) =>
      counts(`
IS 101 - 1er trimestre 2026
Infraction|Zone|Service|Nombre
Homicides|${cells.join("|")}|4`);
    expect(row("Police", "Ensemble")).toEqual(["homicides PN 2026-01/2026-03 = 4"]);
    expect(row("Ensemble", "Police")).toEqual(["homicides PN 2026-01/2026-03 = 4"]);
  });
});
