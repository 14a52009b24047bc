import { expect, test } from "vitest";
import { createNumbering, slug } from "../../scripts/compose/context/numbering.ts";

test("tables, charts and ids go on, each for itself; a text that comes again has an id of its own", () => {
  const { nextTable, nextChart, uniqueId } = createNumbering();
  expect([nextTable(), nextTable(), nextChart(), nextTable()]).toEqual([
    { id: "t1", number: 1 },
    { id: "t2", number: 2 },
    1,
    { id: "t3", number: 3 },
  ]);
  expect(["Vols & co", "Vols, co", "vols-co", "Vols & co-2"].map(uniqueId)).toEqual([
    "vols-co",
    "vols-co-2",
    "vols-co-3",
    "vols-co-2-2",
  ]);
});

test.each([
  ["Dépôts d'ordures (voie publique)", "depots-d-ordures-voie-publique"],
  ["  — ", "ligne"],
  ["日本", "ligne"],
  [`${"a".repeat(59)} b`, "a".repeat(59)],
  ["a".repeat(70), "a".repeat(60)],
])("the id of « %s »", (text, id) => {
  expect(slug(text)).toBe(id);
});
