/** What only resembles a document of this program is read; its own ones, as a build makes them, are in tests/editions.test.ts. */
import { expect, test } from "vitest";
import { read } from "../../scripts/read/index.ts";
import { source } from "./source.ts";

test.each([
  ["the title of a bulletin", "x.csv", "Bulletin trimestriel de la délinquance enregistrée\nHomicides;1\n"],
  ["the folder of the program", "x.csv", "C:\\bulletin-delinquance-1.0.0-windows-x64\\data\nHomicides;1\n"],
  ["the first columns of its figures", "x.csv", "etat;indicateur;libelle;valeur\nIS101;homicides;Homicides;1\n"],
  [
    "a page of another generator",
    "x.html",
    '<html><meta name="generator" content="Word"><p>bulletin-delinquance 1</p>',
  ],
])("a statement that bears %s is read", async (_, name, text) => {
  const { value, issues } = await read(source(name, text));
  expect(value.grids).toHaveLength(1);
  expect(issues.map(({ rule }) => rule)).not.toContain("own-document");
});

test("tableaux.xlsx saved again in another format is still known", async () => {
  const { value, issues } = await read(source("x.csv", "Bulletin\nProgramme : bulletin-delinquance 1.0.0\nA;1\n"));
  expect([value.grids, issues.map(({ rule, severity }) => `${severity} ${rule}`)]).toEqual([[], ["info own-document"]]);
});
