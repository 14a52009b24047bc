/** A construct that is not plain is a doubt for the figures that it touches, and for no other. */

import { expect, test } from "vitest";
import type { ReadFile } from "../../../scripts/model/grid.ts";
import { createRecogniser } from "../../../scripts/recognise/index.ts";
import { unplainIssues } from "../../../scripts/recognise/layout/unplain.ts";
import { spoken } from "../../spoken.ts";
import { gridOf, NOMENCLATURE, settingsOf } from "../tables.ts";

const TABLE = `
IS 101 - Saint-Aubin-les-Tilleuls|||
En-tête|||

Indicateur|T1 2026|T1 2025|Observations
Homicides|11|12|bas
Vols avec armes|13|14|haut
Vols violents sans arme|15||
Total|16|17|

Source : texte libre|||`;

/** The counts that are read, where the construct stands in the cell of this text. */
function readWith(marked: string, row?: number, column?: number, table = TABLE) {
  const grid = gridOf(table);
  const rows = grid.rows.map((cells, r) =>
    cells.map((cell, c) =>
      (row === undefined ? cell.text === marked : r === row && c === column)
        ? { ...cell, beside: [{ kind: "unplain" as const, text: "texte minuscule" }] }
        : cell,
    ),
  );
  const source: ReadFile["source"] = { path: grid.file, delivery: "2026-T1", name: "etat.csv", sha256: "" };
  const recognise = createRecogniser(NOMENCLATURE, settingsOf());
  const { value, issues } = recognise({ source, format: "csv", grids: [{ ...grid, rows }] });
  const told = issues.filter(({ rule }) => rule === "figure-beside-unplain");
  return {
    read: [...value.observations.map(({ value: count }) => count), ...value.printed.map((one) => one.value)].toSorted(),
    told: told.map(spoken).map(({ severity, message }) => `${severity} ${message}`),
  };
}

test("its own cell, its row, its column, its title: these figures are not read, and the construct is named", () => {
  const all = readWith("none");
  expect(all.told).toEqual([]);
  expect(all.read.length).toBeGreaterThan(5);
  const without = (...figures: readonly (number | null)[]) => all.read.filter((one) => !figures.includes(one));
  expect(readWith("11").read).toEqual(without(11));
  expect(readWith("11").told).toEqual([expect.stringMatching(/^error .*texte minuscule : B5 \(«\u00a011\u00a0»\)/)]);
  expect(readWith("Vols avec armes").read).toEqual(without(13, 14));
  expect(readWith("Vols avec armes").told).toEqual([expect.stringMatching(/A6 \(2.chiffres\)/)]);
  expect(readWith("T1 2025").read).toEqual(without(12, 14, 17, null));
  expect(readWith("IS 101 - Saint-Aubin-les-Tilleuls").read).toEqual([]);
  expect(readWith("IS 101 - Saint-Aubin-les-Tilleuls").told).toHaveLength(1);
});

test("what to do: its PDF settles it; where it is one, the original", () => {
  const one = { row: 0, column: 0, cause: { row: 0, column: 0 }, construct: "chiffre coupé" };
  const hint = (file: string) =>
    spoken(unplainIssues({ file, part: "document", rows: [[{ text: "12" }]] }, [one])[0]).hint;
  expect(hint("2026-T1/IS101.docx")).toContain("enregistrez-le en PDF");
  expect(hint("2026-T1/IS101.PDF")).toContain("fichier d'origine");
});

test("an empty cell where a figure is expected is told", () => {
  expect(readWith("", 6, 2).told).toEqual([expect.stringContaining("C7")]);
});

test("anywhere else nothing is doubted", () => {
  const all = readWith("none");
  for (const text of ["haut", "Observations", "Source : texte libre", "En-tête"])
    expect(readWith(text), text).toEqual(all);
});

test("a merged heading touches the columns that it covers, and no other; nor does what stands beside it", () => {
  const table = `
IS 101 - Saint-Aubin-les-Tilleuls|||
Indicateur|2025{1x2}|^|T1 2026{2x1}
|T1|T2|^
Homicides|11|12|13
Vols avec armes|21|22|23`;
  expect(readWith("none", undefined, undefined, table).read).toEqual([11, 12, 13, 21, 22, 23]);
  expect(readWith("2025", undefined, undefined, table).read).toEqual([13, 23]);
  expect(readWith("T2", undefined, undefined, table).read).toEqual([11, 13, 21, 23]);
});
