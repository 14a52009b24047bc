/** A table of none of a statement's lines stays a table of another document, beside those of the statement. */
import { expect, test } from "vitest";
import { readTables } from "./tables.ts";

test("the statement of a file's other tables is that of a table of one of its lines, and of no other table", () => {
  const lines = "Destructions et dégradations de biens publics|7\nVols liés aux véhicules à moteur|3";
  const { recognition } = readTables({
    Biens: `Police nationale\nInfractions|T1 2026\n${lines}`,
    Personnes: "Police nationale\nInfractions|T1 2026\nViolences intrafamiliales|4",
    Effectifs: "Police nationale\nService|T1 2026\nAgents|12",
  });
  expect(recognition.tables.map(({ statement }) => statement)).toEqual(["IST", "IST", "AUTRE"]);
});
