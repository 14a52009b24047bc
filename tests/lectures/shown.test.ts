import { expect, test } from "vitest";
import { figuresTable, sentence, unusedTexts } from "../../scripts/lectures/index.ts";
import { periodKey } from "../../scripts/model/period.ts";
import { readTables } from "../recognise/tables.ts";

test("a part with two statements is said as both", () => {
  const { recognition } = readTables("IS 101\nLibellé|T1 2026\nHomicides|1\n\nI.S.T\nLibellé|T1 2026\nTapages|2");
  const said = sentence(recognition, "Valmont", (id) => `état ${id}`).replaceAll("\u00a0", " ");
  expect(said).toBe(
    "état IS101 et état IST, rien dans le fichier ne nomme la commune, force non dite, 1er trimestre 2026 : 2 chiffres",
  );
});

test("a legend that makes zeros changes figures; another note changes none", () => {
  const { recognition } = readTables(
    "IS 101\nLibellé|T1 2026\nHomicides|-\nVols avec armes|2\n\n- = aucun fait\nSource : SSMSI",
  );
  const unused = unusedTexts(recognition).map(({ text }) => text);
  expect(unused).toContain("Source : SSMSI");
  expect(unused).not.toContain("- = aucun fait");
});

test("the figures as a table: a line each under its own name, a column for each force and period, what is printed where no number is", () => {
  const { recognition } = readTables(
    "IS 101\nLibellé|Police T1 2025|Gendarmerie T1 2026\nHomicides|1|n.d.\nVols avec armes||3",
  );
  const { columns, rows } = figuresTable(recognition.observations);
  expect(columns.map(({ force, period }) => `${force} ${periodKey(period)}`)).toEqual([
    "PN 2025-01/2025-03",
    "GN 2026-01/2026-03",
  ]);
  expect(rows).toEqual([
    { label: "Homicides", cells: ["1", "n.d."] },
    { label: "Vols avec armes", cells: ["–", "3"] },
  ]);
  const { recognition: one } = readTables("IS 101\nLibellé|T1 2026\nHomicides|1");
  expect(figuresTable(one.observations).rows).toEqual([{ label: "Homicides", cells: ["1"] }]);
});

test("the sentence says where the commune is named, or that nothing names it", () => {
  const said = (title: string, options: Parameters<typeof readTables>[1] = {}): string => {
    const { recognition } = readTables(`${title}\nInfractions|T1 2026\nHomicides|1\nVols avec armes|2`, options);
    return sentence(recognition, "Saint-Aubin-les-Tilleuls", (id) => id).replaceAll("\u00a0", " ");
  };
  expect(said("IS 101 - Saint-Aubin-les-Tilleuls")).toMatch(/^IS101, Saint-Aubin-les-Tilleuls, /);
  expect(said("IS 101", { part: "Saint-Aubin" })).toMatch(/ \(d'après le nom de la feuille\), /);
  expect(said("IS 101", { name: "IS101_St-Aubin-les-Tilleuls.csv" })).toMatch(/ \(d'après le nom du fichier\), /);
  // « Saint-Martin » is another
  expect(said("IS 101", { name: "IS101 Saint.csv" })).toMatch(/^IS101, rien dans le fichier ne nomme la commune, /);
  expect(said("IS 101")).toMatch(/^IS101, rien dans le fichier ne nomme la commune, /);
});
