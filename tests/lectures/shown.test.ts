import { expect, test } from "vitest";
import { figuresTable, sentence, subjectWords, unusedTexts } from "../../scripts/lectures/index.ts";
import { periodKey } from "../../scripts/model/period.ts";
import { readTables } from "../recognise/tables.ts";

const commune = (name: string, insee: string | null = null) => ({ name, insee, departement: null });

test("a part with two statements is said as both", () => {
  const { recognition } = readTables("IS 101\nLibellé|T1 2026\nHomicides|1\n\nI.S.T\nLibellé|T1 2026\nTapages|2");
  const said = sentence(recognition, commune("Valmont"), (id) => `état ${id}`).replaceAll("\u00a0", " ");
  expect(said).toBe(
    "état IS101 et état IST, rien dans le fichier ne nomme la commune, force non dite, 1er trimestre 2026 : 2 chiffres",
  );
});

test("a text on several lines is asked about on one", () => {
  const about = { kind: "force", may: [], statement: null, likeName: false, list: null, places: [] } as const;
  const said = subjectWords({ ...about, id: "force-1", file: "2026-T1/a.odt", text: "Gendarmerie\nGroupement" });
  expect(said.replaceAll("\u00a0", " ")).toBe("« Gendarmerie Groupement »");
});

test("a legend that makes zeros changes figures; another note changes none", () => {
  const { recognition } = readTables(
    "IS 101\nLibellé|T1 2026\nHomicides|-\nVols avec armes|2\n\n- = aucun fait\nSource : SSMSI",
  );
  const unused = unusedTexts(recognition).map(({ text }) => text);
  expect(unused).toContain("Source : SSMSI");
  expect(unused).not.toContain("- = aucun fait");
});

test("a title that is understood in part is told so; one of known words and our name is not", () => {
  const partly = (title: string) =>
    unusedTexts(readTables(`${title}\nLibellé|T1 2026\nHomicides|1`).recognition).filter(({ why }) => why !== "");
  expect(partly("IS 101 – communes rurales")).toMatchObject([
    { text: "IS 101 – communes rurales", why: "compris en partie" },
  ]);
  expect(partly("IS 101 – Saint-Aubin-les-Tilleuls – T1 2026")).toEqual([]);
  expect(partly("Délinquance à Saint-Aubin-les-Tilleuls – IS 101")).toEqual([]);
});

test("the label of a line that is kept as it was sent is no text without effect", () => {
  const { recognition } = readTables("IS 101\nNature|T1 2026\nHomicides|1\nAutres faits divers|2");
  expect(unusedTexts(recognition).map(({ text }) => text)).toEqual(["Nature"]);
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
  const said = (
    text: string,
    options: Parameters<typeof readTables>[1] = {},
    insee: string | null = "99001",
  ): string => {
    const { recognition } = readTables(`${text}\nInfractions|T1 2026\nHomicides|1\nVols avec armes|2`, options);
    return sentence(recognition, commune("Saint-Aubin-les-Tilleuls", insee), (id) => id)
      .replaceAll("\u00a0", " ")
      .replace(/, force non dite.*/, "");
  };
  const NOBODY = "IS101, rien dans le fichier ne nomme la commune";
  expect(said("IS 101 - Saint-Aubin-les-Tilleuls")).toBe("IS101, Saint-Aubin-les-Tilleuls (ligne 1, colonne A)");
  // who sends, then where
  expect(said("BTA Saint-Aubin-les-Tilleuls\nIS 101 - Commune de Saint-Aubin-les-Tilleuls")).toMatch(
    / \(ligne 2, colonne A\)$/,
  );
  expect(said("Saint-Aubin-les-Tilleuls\nIS 101 - Saint-Aubin-les-Tilleuls")).toMatch(/ \(ligne 1, colonne A\)$/);
  expect(said("IS 101", { name: "IS101_St-Aubin-les-Tilleuls.csv" })).toMatch(/ \(d'après le nom du fichier\)$/);
  expect(said("IS 101", { part: "Saint-Aubin les Tilleuls" })).toMatch(/ \(d'après le nom de la feuille\)$/);
  expect(said("IS 101\nCode INSEE|99001")).toMatch(/ \(par son code, 99001, ligne 2, colonne B\)$/);
  expect(said("IS 101", { name: "IS101 99001.csv" })).toMatch(/ \(par son code, 99001, dans le nom du fichier\)$/);
  expect(said("IS 101 - SAT")).toMatch(/ \(par ses initiales, « SAT », ligne 1, colonne A\)$/);
  expect(said("IS 101", { part: "Saint-Aubin" })).toMatch(/ \(par le seul mot « aubin », dans le nom de la feuille\)$/);
  // another code, the letters of a word, what other communes are called too
  expect(said("IS 101 - 99002")).toBe(NOBODY);
  expect(said("IS 101", {}, null)).toBe(NOBODY);
  expect(said("IS 101\nil sat")).toBe(NOBODY);
  expect(said("IS 101", { name: "IS101 Saint.csv" })).toBe(NOBODY);
  expect(said("IS 101")).toBe(NOBODY);
});

test("a commune whose name begins with an article is named whole in « du » and « au »", () => {
  for (const title of ["Commune du Teil", "Délinquance au Teil", "Le Teil"])
    expect(
      sentence(
        readTables(`IS 101 - ${title}\nInfractions|T1 2026\nHomicides|1\nVols avec armes|2`, {
          settings: "commune: { nom: Le Teil }",
        }).recognition,
        commune("Le Teil"),
        (id) => id,
      ).replaceAll("\u00a0", " "),
    ).toContain("Le Teil (ligne 1, colonne A)");
});

test("the label of a line names no commune, whose code the official list knows where the settings have none", () => {
  const said = (name: string, rows: string): string =>
    sentence(readTables(`IS 101\nInfractions|T1 2026\n${rows}`).recognition, commune(name), (id) => id);
  expect(said("Armes", "Homicides|1\nVols avec armes|2")).toContain("rien dans le fichier ne nomme la commune");
  expect(said("Lens", "Homicides|1\nLens|2")).toMatch(/^IS101, Lens \(ligne 4, colonne A\),/);
  expect(said("Lens", "Homicides|62498\nVols avec armes|2")).toContain("rien dans le fichier ne nomme la commune");
  expect(said("Lens", "Homicides|1\nVols avec armes|2\nRéférence : dossier 62498")).toContain(
    "Lens (par son code, 62498, ",
  );
});
