/** Texts that stand beside the cells, in a text box or at the top of the pages: told where they say what the figures are not. */
import { expect, test } from "vitest";
import { createRecogniser } from "../../scripts/recognise/index.ts";
import { gridOf, NOMENCLATURE, readTables, settingsOf } from "./tables.ts";

const source = { path: "2026-T1/etat.xlsx", delivery: "2026-T1", name: "etat.xlsx", sha256: "" };
const TABLE = "IS 101\n\nInfractions|T1 2026|T1 2025\nHomicides|1|0\nVols avec armes|2|4";
const FORCES = "IS 101\n\nInfractions|Police|Gendarmerie\nHomicides|1|0\nVols avec armes|2|4";

const told = (besides: readonly string[], { table = TABLE, hidden = false, settings = "" } = {}) => {
  const grid = { ...gridOf(table, source.path, "IS101"), besides, ...(hidden && { hidden: true as const }) };
  const { issues } = createRecogniser(NOMENCLATURE, settingsOf(settings))({ source, format: "xlsx", grids: [grid] });
  return issues.filter(({ rule }) => rule === "text-beside-says-otherwise");
};

test.each([
  ["another quarter", "2e trimestre 2026"],
  ["another year", "T1 2024"],
  ["a running sum", "Cumul depuis janvier 2025 à fin juin 2025"],
  ["a force", "Gendarmerie nationale"],
  ["a zone", "Zone police"],
  ["a rate", "Taux pour 1 000 habitants"],
  ["persons", "Mis en cause"],
])("%s is told", (_, text) => {
  expect(told([text]).map(({ severity, actual }) => `${severity} ${actual}`)).toEqual([`warning ${text}`]);
});

test.each([
  ["the same quarter", "1er trimestre 2026"],
  ["that of the year before", "T1 2025"],
  ["the month in which it was sent", "avril 2026"],
  ["who sends it", "Police nationale"],
  ["the statement", "IS 101"],
  ["words that are not understood", "Rappel du 2e trimestre 2026 dans la zone de défense"],
  ["counts", "Faits constatés"],
])("%s is not", (_, text) => {
  expect(told([text])).toEqual([]);
});

test("says where, and is told once", () => {
  const [issue, ...others] = told(["2e trimestre 2026", "2e trimestre 2026"]);
  expect(others).toEqual([]);
  expect(issue?.message.replace(/[\u00a0\u202f]/g, " ")).toContain(
    "dit « 2e trimestre 2026 », ce que le tableau ne dit pas : ses chiffres sont lus comme des faits de la commune, 1er trimestre 2026 (2026-01/2026-03).",
  );
  expect(issue?.place).toEqual({ file: source.path, part: "IS101" });
});

test("is of the figures of its own sheet: a force that some of them have is not told", () => {
  expect(told(["Gendarmerie nationale"], { table: FORCES })).toEqual([]);
  expect(told(["Zone police", "2e trimestre 2026"], { table: FORCES }).map(({ actual }) => actual)).toEqual([
    "2e trimestre 2026",
  ]);
  expect(told(["Gendarmerie nationale"], { hidden: true })).toEqual([]);
});

const LINES = "Infractions|T1 2026|T1 2025\nHomicides|1|0\nVols avec armes|2|4";
const OURS = "IS 101 - Saint-Aubin-les-Tilleuls";
const toldOf = (table: string): readonly (string | number | undefined)[] =>
  told([], { table }).map(({ actual }) => actual);

test("under the last table of a document is told too", () => {
  for (const text of [
    "2e trimestre 2026",
    "Gendarmerie nationale",
    "Taux pour 1 000 habitants",
    "Note : mains courantes",
    "Faits commis la nuit",
  ])
    expect(toldOf(`${OURS}\n\n${LINES}\n\n${text}`)).toEqual([text]);
  for (const text of [
    "1er trimestre 2026",
    "Police nationale",
    "Faits constatés",
    "Le commissaire central",
    "GN : Gendarmerie nationale",
    "Tentatives comprises",
    "(1) dont tentatives",
    "Les mains courantes ne sont pas des faits enregistrés",
  ])
    expect(toldOf(`${OURS}\n\n${LINES}\n\n${text}`)).toEqual([]);
  expect(toldOf(`${LINES}\n\n${OURS} - 1er trimestre 2026`), "a title below").toEqual([]);
});

test("another commune's name over the title that names ours is told, and not over the table of that commune", () => {
  expect(toldOf(`FOIX\n${OURS}\n\n${LINES}`)).toEqual(["FOIX"]);
  expect(toldOf(`Département de l'Ariège\n${OURS}\n\n${LINES}`), "an address").toEqual([]);
  expect(toldOf(`Foix, le 8 avril 2026\n${OURS}\n\n${LINES}`)).toEqual([]);
  expect(toldOf(`IS 101 - T1 2026\nFoix\n${LINES}\n\nSaint-Aubin-les-Tilleuls\n${LINES}`)).toEqual([]);
});

test("a month or a year in the file's name, of which it has no figure, is told", () => {
  const toldIn = (name: string): readonly string[] =>
    readTables(TABLE, { name }).rules.filter((rule) => rule.endsWith("text-beside-says-otherwise"));
  for (const name of ["IS101 Année 2024.csv", "IS101 janvier 2026.csv", "IS101 2024.csv"])
    expect([name, toldIn(name).length]).toEqual([name, 1]);
  for (const name of [
    "IS101 2026.csv",
    "IS101 2025-2026.csv",
    "IS101 avril 2026.csv",
    "IS101.csv",
    "IS101 T1 2026.csv",
  ])
    expect([name, toldIn(name)]).toEqual([name, []]);
});

test("is settled by the line to paste; a file's name is not", () => {
  const settled = (besides: readonly string[], table: string): readonly string[] => {
    const [issue] = told(besides, { table });
    return told(besides, { table, settings: `mots:\n${issue?.settingsLine}` }).map(({ actual }) => String(actual));
  };
  expect(settled(["Gendarmerie nationale"], TABLE)).toEqual([]);
  expect(settled([], `${OURS}\n\n${LINES}\n\n2e trimestre 2026`)).toEqual([]);
  expect(settled([], `FOIX\n${OURS}\n\n${LINES}`)).toEqual([]);
  expect(readTables(TABLE, { name: "IS101 Année 2024.csv" }).issues.map((i) => i.settingsLine)).toEqual([undefined]);
});
