/** What keeps a map from reading a later file, each seen alone; what its marks for none are, and are not. */
import { expect, test } from "vitest";
import { drawMap, readByMaps } from "../../scripts/map/index.ts";
import type { Cell, ReadFile } from "../../scripts/model/grid.ts";
import { periodKey } from "../../scripts/model/period.ts";
import { confirmedFile, KEY } from "../lectures/confirmed.ts";
import { readTables } from "../recognise/tables.ts";

const fileOf = (quarter: number, text: string) =>
  readTables(text.replaceAll("{n}", String(quarter)), { delivery: `2026-T${quarter}`, name: `IS101 T${quarter}.csv` })
    .recognition;
/** The second quarter by the map of the first: each figure as "line force value". */
function second(first: string, later: string, change: (file: ReadFile) => ReadFile = (file) => file) {
  const read = readByMaps([drawMap(confirmedFile(fileOf(1, first)).recognition, KEY)], change(fileOf(2, later).file));
  return read?.value.observations.map((o) => `${o.indicator ?? o.label} ${o.force} ${o.value}`);
}

const table = (...rows: readonly string[]) =>
  ["IS 101 - Saint-Aubin-les-Tilleuls - T{n} 2026", "", "Infractions | Police | Gendarmerie | Total", ...rows].join(
    "\n",
  );
const FIRST = table("Homicides | 1 | 2 | 3", "Cambriolages de logement | 4 | 0 | 4");
const LATER = table("Homicides | 0 | 2 | 2", "Cambriolages de logement | 5 | 6 | 11");

test("what stands beside a figure in its cell, and did not, keeps it from being read by the map", () => {
  const struck = (file: ReadFile): ReadFile => ({
    ...file,
    grids: file.grids.map((grid) => ({
      ...grid,
      rows: grid.rows.map((row) =>
        row.map(
          (cell): Cell => (cell.text.trim() === "6" ? { ...cell, beside: [{ kind: "struck", text: "8" }] } : cell),
        ),
      ),
    })),
  });
  expect(second(FIRST, LATER)).toHaveLength(6);
  expect(second(FIRST, LATER, struck)).toBeUndefined();
});

test("a figure that the file gives twice, with two values, is read by no map", () => {
  const heads = "Infractions | Police | Gendarmerie | Total";
  const twice = (value: number) =>
    table("Homicides | 1 | 2 | 3", "Vols avec armes | 1 | 1 | 2", "", heads, `Homicides | ${value} | 2 | ${value + 2}`);
  expect(second(twice(1), twice(1))).toHaveLength(9);
  expect(second(twice(1), twice(4))).toBeUndefined();
});

test("the mark that a legend says to be none is a zero, of lines and not of sums, and moves from one quarter to the next", () => {
  const legend = (...rows: readonly string[]) => table(...rows, "", "- : aucun fait");
  const first = legend("Homicides | - | 2 | 2", "Cambriolages de logement | 4 | 1 | 5");
  const later = legend("Homicides | 1 | - | -", "Cambriolages de logement | - | 3 | 3");
  expect(second(first, later)).toEqual([
    "homicides PN 1",
    "homicides GN 0",
    "homicides ensemble null",
    "cambriolages-logement PN 0",
    "cambriolages-logement GN 3",
    "cambriolages-logement ensemble 3",
  ]);
});

test("twelve months move on from one quarter to the next; those from a day that stays, only where they are more", () => {
  const of = (heads: string) =>
    `IS 101 - Saint-Aubin-les-Tilleuls - T{n} 2026\n\nInfractions | T{n} 2026 | ${heads}\nHomicides | 1 | 2`;
  const read = (first: string, later: string) =>
    readByMaps([drawMap(fileOf(1, of(first)))], fileOf(2, of(later)).file)?.value.observations.map(({ period }) =>
      periodKey(period),
    );
  expect(read("12 derniers mois", "12 derniers mois")).toEqual(["2026-04/2026-06", "2025-07/2026-06"]);
  expect(read("avril 2025 à mars 2026", "avril 2025 à juin 2026")).toBeUndefined();
  expect(read("janvier 2025 à mars 2026", "janvier 2025 à juin 2026")).toEqual(["2026-04/2026-06", "2025-01/2026-06"]);
});

test("months since January that the title says move on, of the year before too; of another year, or a title that stays, they do not", () => {
  const of = (title: string, heads: string) =>
    `IS 101 - Saint-Aubin-les-Tilleuls\n${title}\n\nInfractions | ${heads}\nHomicides | 1 | 2`;
  const read = (title: string, heads = "2025 | 2026") =>
    readByMaps(
      [drawMap(fileOf(2, of("Du 1er janvier au 30 juin 2026", "2025 | 2026")))],
      fileOf(3, of(title, heads)).file,
    )?.value.observations.map(({ period }) => periodKey(period));
  expect(read("Du 1er janvier au 30 septembre 2026")).toEqual(["2025-01/2025-09", "2026-01/2026-09"]);
  expect(read("Du 1er janvier au 30 septembre 2026", "2024 | 2026")).toBeUndefined();
  expect(read("Du 1er janvier au 30 juin 2026")).toBeUndefined();
  expect(read("Du 1er janvier au 30 septembre 2025")).toBeUndefined();
});

test("a mark that is none for one force alone is so in the next quarter, an empty place in what it may not count only where a legend names it", () => {
  const ist = (...rows: readonly string[]) =>
    ["IST - Saint-Aubin-les-Tilleuls - T{n} 2026", "", "Infractions | Police | Gendarmerie", ...rows].join("\n");
  const values = (legend: string) =>
    second(
      ist("Cambriolages | 1 | ", "Tapages | 2 | ", "Violences sexuelles |  | 4", "", legend),
      ist("Cambriolages |  | 1", "Tapages | 2 | ", "Violences sexuelles | 5 | ", "", legend),
    )?.map((said) => said.split(" ").slice(1).join(" "));
  expect(values("Gendarmerie : case vide = aucun fait")).toEqual(["PN null", "GN 1", "PN 2", "GN 0", "PN 5", "GN 0"]);
  expect(values("Case vide : aucun fait")).toEqual(["PN 0", "GN 1", "PN 2", "GN null", "PN 5", "GN 0"]);
});

test("a family left blank over lines without a fact has none, in the quarter that is recognised and in the next", () => {
  const ist = (family: string, ...lines: readonly string[]) =>
    [
      "IST - Saint-Aubin-les-Tilleuls - T{n} 2026 - Police nationale",
      "",
      "Infractions | T{n} 2025 | T{n} 2026",
      `Atteintes aux biens | 5 | ${family}`,
      ...lines,
      "Tranquillité publique | 2 | 3",
      "Tapages | 2 | 3",
      "",
      "Case vide = aucun fait",
    ].join("\n");
  const none = ist("", "Cambriolages | 4 | ", "Vols avec violences | 1 | ");
  const family = (text: string, quarter: number) =>
    fileOf(quarter, text).observations.filter((o) => o.indicator === "atteintes-biens")[1]?.value;
  expect(family(none, 1)).toBe(0);
  expect(second(none, none)?.[1]).toBe("atteintes-biens PN 0");
  // beside facts, over nothing but figures, or with no line at all, it is what nobody has said
  expect(family(ist("", "Cambriolages | 4 | 2", "Vols avec violences | 1 | "), 1)).toBe(null);
  expect(family(ist("", "Cambriolages | 4 | 0", "Vols avec violences | 1 | 0"), 1)).toBe(null);
  expect(family(ist("n.d.", "Cambriolages | 4 | ", "Vols avec violences | 1 | "), 1)).toBe(null);
});

test("in a table of the year, quarters to come hold nothing until they are there; the year before stays the year before", () => {
  const year = (heads: string, counts: string) =>
    [
      "IS 101 - Saint-Aubin-les-Tilleuls - Année 2026",
      "Police nationale",
      "",
      `Infractions | ${heads} | Total | Année 2025`,
      `Homicides | ${counts} | 9`,
    ].join("\n");
  const first = year("T1 | T2 | T3", "1 | - | - | 1");
  const of = (heads: string, counts: string) => second(first, year(heads, counts));
  expect(of("T1 | T2 | T3", "1 | 2 | - | 3")).toEqual([1, 2, 3, 9].map((count) => `homicides PN ${count}`));
  expect(of("T1 | T2 | T3", "1 | 2 | 5 | 8")).toBeUndefined();
  expect(of("T4 | T2 | T3", "- | 2 | - | 2")).toBeUndefined();
});

test("what said the quarter under a table, and still says the one before, is news; a year, another quarter, a sentence are not", () => {
  const of = (foot: string) => `${table("Homicides | 1 | 2 | 3", "Vols avec armes | 4 | 5 | 9")}\n\n${foot}`;
  const later = (foot: string, was = foot) => second(of(was), of(foot))?.length;
  expect(later("2e trimestre 2026", "1er trimestre 2026")).toBe(6);
  expect(later("1er trimestre 2026")).toBeUndefined();
  expect(later("Janvier à mars 2026")).toBeUndefined();
  expect(later("3e trimestre 2026", "1er trimestre 2026")).toBeUndefined();
  expect(later("Année 2026")).toBe(6);
  expect(later("La nomenclature est celle du 4e trimestre 2025.")).toBe(6);
  expect(later("La nomenclature est celle du 1er trimestre 2026.")).toBe(6);
});

test("a text beside the cells that said the quarter, and still says the one before, is news", () => {
  const beside =
    (text: string) =>
    (file: ReadFile): ReadFile => ({ ...file, grids: file.grids.map((grid) => ({ ...grid, besides: [text] })) });
  const recognised = fileOf(1, FIRST);
  const read = (text: string) => {
    const tables = recognised.tables.map((one) => ({ ...one, grid: { ...one.grid, besides: ["1er trimestre 2026"] } }));
    return readByMaps([drawMap({ ...recognised, tables })], beside(text)(fileOf(2, LATER).file));
  };
  expect(read("2e trimestre 2026")).not.toBeNull();
  expect(read("1er trimestre 2026")).toBeNull();
});
