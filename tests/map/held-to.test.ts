/** A later file that was recognised, held to the map of a confirmed one: what of its figures is read as another. */
import { expect, test } from "vitest";
import { drawMap, heldTo } from "../../scripts/map/index.ts";
import { confirmedFile, KEY } from "../lectures/confirmed.ts";
import { readTables } from "../recognise/tables.ts";

const fileOf = (quarter: number, text: string) =>
  readTables(text.replaceAll("{n}", String(quarter)), { delivery: `2026-T${quarter}`, name: `IS101 T${quarter}.csv` })
    .recognition;

/** What is new, as "what row/column". */
function held(first: string, later: string): readonly string[] {
  const map = drawMap(confirmedFile(fileOf(1, first)).recognition, KEY);
  return heldTo(map, fileOf(2, later)).map((news) =>
    "place" in news ? `${news.is} ${news.place.row}/${news.place.column}` : news.is,
  );
}

const table = (title: string, heads: string, ...rows: readonly string[]) =>
  [`${title} - Saint-Aubin-les-Tilleuls - T{n} 2026`, "", heads, ...rows].join("\n");
const HEADS = "Infractions | T{n} 2025 | T{n} 2026";
const ROWS = ["Homicides | 1 | 2", "Vols avec armes | 3 | 4"];

test("as it was confirmed, nothing is new", () => {
  const same = table("IS 101 - Police", HEADS, ...ROWS);
  expect(held(same, same)).toEqual([]);
});

const FIGURES = ["meaning 4/2", "meaning 4/3", "meaning 5/2", "meaning 5/3"];
test.each<readonly [what: string, later: string, news: readonly string[]]>([
  ["another force", table("IS 101 - Gendarmerie", HEADS, ...ROWS), ["changed 1/1", ...FIGURES]],
  ["another statement", table("IST - Police", HEADS, ...ROWS), ["changed 1/1", ...FIGURES]],
  ["years changed over", table("IS 101 - Police", "Infractions | T{n} 2026 | T{n} 2025", ...ROWS), FIGURES],
  [
    "a total in the place of a line",
    table("IS 101 - Police", HEADS, "Total | 1 | 2", "Vols avec armes | 3 | 4"),
    ["changed 4/1", "meaning 4/2", "meaning 4/3"],
  ],
  [
    "no count any more",
    table("IS 101 - Police", "Infractions | T{n} 2025 | Taux T{n} 2026", ...ROWS),
    ["column 3/3", "meaning 4/2", "meaning 5/2"],
  ],
  // said once, as what it is
  [
    "words in the place of a figure",
    table("IS 101 - Police", HEADS, "Homicides | 1 | 2", "Vols avec armes | 3 | abc"),
    ["changed 5/3"],
  ],
])("what is read as another figure is told: %s", (_, later, news) => {
  expect(held(table("IS 101 - Police", HEADS, ...ROWS), later)).toEqual(news);
});
