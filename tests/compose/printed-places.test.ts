/** What paper says of where a figure stands: names of known words alone; of the others, their numbers. */
import { expect, test } from "vitest";
import { createPrintedPlaces } from "../../scripts/compose/context/printed-places.ts";
import type { Recognition } from "../../scripts/model/observation.ts";
import { NOMENCLATURE, settingsOf } from "../recognise/tables.ts";
import { plain } from "./find.ts";

const PATHS = [
  "2026-T1/IS101_T1_2026.xlsx",
  "2026-T1/Kervadec.xlsx",
  "2026-T1/PETIT.xlsx",
  "2026-T2/de Mme Kervadec/IS 101.xlsx",
];
const fileOf = (path: string): Recognition => {
  const source = { path, delivery: path.slice(0, 7) };
  return { file: { source, grids: [{ part: "Faits" }, { part: "Kervadec" }] } } as unknown as Recognition;
};
const printed = createPrintedPlaces(PATHS.map(fileOf), {
  nomenclature: NOMENCLATURE,
  settings: settingsOf(),
});

test.each([
  ["2026-T1/IS101_T1_2026.xlsx", "2026-T1/IS101_T1_2026.xlsx"],
  ["2026-T1/Kervadec.xlsx", "2026-T1/fichier 2"],
  ["2026-T1/PETIT.xlsx", "2026-T1/fichier 3"], // a word, and a name
  ["2026-T1/I.S.T 1er trimestre 2026.csv", "2026-T1/I.S.T 1er trimestre 2026.csv"],
  ["2026-T1/IS101 Blanc.xlsx", "2026-T1/fichier"],
  ["2026-T2/de Mme Kervadec/IS 101.xlsx", "2026-T2/fichier 1"],
  ["2026-T1/Kervadec, note.txt", "2026-T1/fichier"], // of which nothing was read
  ["2026-T1", "2026-T1"],
  ["convention.yaml", "convention.yaml"],
])("the file %s is %s", (path, name) => expect(printed.file(path)).toBe(name));

test.each([
  ["Faits", "« Faits »"],
  ["Kervadec", "feuille 2"],
  ["Kervadec (2)", "feuille"], // no sheet that was read
])("a cell of the sheet %s is in %s", (part, name) => {
  const at = { file: "2026-T1/Kervadec.xlsx", part, row: 4, column: 3, raw: "" };
  expect(plain(printed.place(at))).toBe(`2026-T1/fichier 2, ${name}, ligne 4, colonne C`);
});

test("a file of one part has no name for it; what is said of a whole file names none of its cells", () => {
  const at = { file: PATHS[0] ?? "", part: "document", row: 4, column: 3, raw: "" };
  expect(printed.place(at)).toBe("2026-T1/IS101_T1_2026.xlsx, ligne 4, colonne C");
  expect(printed.place({ file: "2026-T1/Kervadec.xlsx", part: "Kervadec" })).toBe("2026-T1/fichier 2");
});

test.each(["12", "1 012", "12 faits", "n.c.", "nd", "s.o.", "s", "N/A", "***", "non communiqué"])(
  "a cell's text %s is printed",
  (raw) => expect(printed.raw(raw)).toBe(raw),
);
test.each(["Kervadec", "12 Kervadec", "n.c. (KERVADEC)", "A.K.B."])("a cell's text %s is not", (raw) => {
  expect(printed.raw(raw)).toBe("");
  const at = { file: "2026-T1/Kervadec.xlsx", part: "Kervadec", row: 4, column: 3, raw };
  expect(printed.provenance(at)).toEqual({ ...at, file: "2026-T1/fichier 2", part: "feuille 2", raw: "" });
});
