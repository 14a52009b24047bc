import { createRequire } from "node:module";
import { expect, test } from "vitest";
import {
  communeOfCode,
  communesLike,
  communesNamed,
  createOwnCommune,
  foldPlace,
  populationYear,
  widerArea,
} from "../../scripts/nomenclature/index.ts";

const official = createRequire(import.meta.url)("decoupage-administratif/data/communes.json") as readonly {
  readonly code: string;
  readonly nom: string;
}[];

test("each entry of the official list is found by its name, and by its code", () => {
  const codesByName = Map.groupBy(official, ({ nom }) => foldPlace(nom));
  for (const [name, entries] of codesByName)
    expect(communesNamed(name).map((c) => c.code)).toEqual(entries.map((e) => e.code));
  const [first] = official;
  expect(communeOfCode(first?.code ?? "")?.name).toBe(first?.nom);
});

test("case, accents, hyphens and « St » do not make another name", () => {
  expect(communesNamed("ST-ETIENNE").map((c) => c.code)).toEqual(communesNamed("Saint Étienne").map((c) => c.code));
  expect(communesNamed("Mans (Le)").map((c) => c.code)).toContain("72181");
  expect(communesNamed("Haÿ-les-Roses (L')").map((c) => c.code)).toEqual(["94038"]);
  expect(communesNamed("STE-MENEHOULD").map((c) => c.code)).toEqual(["51507"]);
  expect(foldPlace("Œuilly")).toBe(foldPlace("OEUILLY"));
});

test("a part of a commune tells the commune that it is within", () => {
  expect(communesNamed("Paris 1er Arrondissement")[0]).toMatchObject({ code: "75101", within: "75056" });
  expect(communesNamed("Arbignieu")[0]).toMatchObject({ code: "01015", within: "01015" });
  expect(communeOfCode("75056")).toMatchObject({ name: "Paris", departement: "75", within: null });
});

test("what is no commune is none", () => {
  for (const text of ["csv", "2026t1", "IS 101", "", "Homicides"]) expect(communesNamed(text)).toEqual([]);
  expect(communeOfCode("00000")).toBeUndefined();
  expect(widerArea("Bretagne")).toBe("une région");
});

test("a census year is given only where the list's population is of that year", () => {
  const yearOf = (code: string) => {
    const commune = communeOfCode(code);
    return commune && populationYear(commune);
  };
  expect(["42097", "97418", "97608", "98818"].map(yearOf)).toEqual([2023, 2023, null, null]);
});

test("what was typed leads to the communes of today that it may mean, the likeliest first", () => {
  expect(communesLike("la fouilouse", 3).map(({ code }) => code)).toEqual(["42097"]);
  expect(communesLike("Lyo", 2).map(({ name }) => name)).toEqual(["Lyon", "Lyoffans"]);
  expect(communesLike("  ", 3)).toEqual([]);
});

test("where the settings have no code, a text's code is ours if it is that of a commune of our name", () => {
  const ours = (insee: string | null, text: string) =>
    createOwnCommune({ name: "Fécamp", insee, departement: null })("code", text);
  expect([ours(null, "Code 76259"), ours(null, "Code 76217")]).toEqual(["76259", undefined]);
  expect([ours("76719", "Code 76259"), ours("76719", "Code 76719")]).toEqual([undefined, "76719"]);
});
