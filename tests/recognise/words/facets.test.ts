import { describe, expect, test } from "vitest";
import { createFacetParser } from "../../../scripts/recognise/words/facets.ts";
import { isExplained, saysSomething } from "../../../scripts/recognise/words/said.ts";
import { NOMENCLATURE, settingsOf, WORDS } from "../tables.ts";

const parserOf = (settings = "", file = "2026-T1/a.csv") =>
  createFacetParser(WORDS, NOMENCLATURE, settingsOf(settings), file);
const parse = parserOf();

describe("forces", () => {
  test.each([
    ["Police", "PN"],
    ["POLICE NATIONALE", "PN"],
    ["P.N.", "PN"],
    ["ZPN", "PN"],
    ["Police Nationale (PN)", "PN"],
    ["Faits constatés par la police nationale", "PN"],
    ["Gendarmerie", "GN"],
    ["G.N", "GN"],
    ["zone gendarmerie", "GN"],
    ["PN uniquement", "PN"],
    ["Périmètre : police nationale seule", "PN"],
    ["Données DGPN", "PN"],
    ["Police et gendarmerie", "ensemble"],
    ["PN + GN", "ensemble"],
    ["Ensemble", "ensemble"],
  ])("« %s » is %s", (text, force) => {
    expect(parse(text)).toMatchObject({ force, residual: "" });
  });
  test.each([
    ["Champ : faits enregistrés par la police et la gendarmerie nationales, hors contraventions.", "ensemble"],
    ["Faits constatés par les services de police et les unités de gendarmerie du ressort", "ensemble"],
    ["Faits enregistrés par la gendarmerie nationale et par la police nationale du ressort", "ensemble"],
    ["Faits constatés par la police nationale sur le ressort", "PN"],
    ["Délinquance enregistrée par la gendarmerie au village", "GN"],
  ])("« %s » among words that are not understood is %s", (text, force) => {
    expect(parse(text).force).toBe(force);
  });
  test("parts of words that are no word together, or a short one, are not understood", () => {
    for (const text of ["Gendar Police merie", "Gendar x merie", "To tal"]) expect(parse(text).residual).not.toBe("");
  });
  test("a force among words that are not understood is no force of the figures", () => {
    expect(parse("Direction interdépartementale de la police nationale du Calvaire")).toMatchObject({
      force: null,
      weakForce: "PN",
    });
  });
  test.each(["Police municipale", "Polices d'assurance", "Gendarmerie maritime"])(
    "« %s » is not understood",
    (text) => {
      expect(isExplained(parse(text))).toBe(false);
    },
  );
  test("« Total » alone says neither which", () => {
    expect(parse("TOTAL")).toMatchObject({ force: null, total: true });
  });
});

describe("measures", () => {
  test.each([
    ["Nombre de faits", "count"],
    ["Faits constatés", "count"],
    ["Évolution", "change"],
    ["Variation 2023/2024", "change"],
    ["Évolution en %", "change-percent"],
    ["%", "change-percent"],
    ["Taux d'évolution", "change-percent"],
    ["Taux pour 1 000 hab.", "rate"],
    ["Part du total", "rate"],
    ["Taux d'élucidation", "other"],
    ["Faits élucidés", "other"],
    ["Mis en cause", "other"],
    ["dont mineurs", "other"],
    ["Moyenne 2020-2024", "other"],
  ])("« %s » is %s", (text, measure) => {
    expect(parse(text).measure).toBe(measure);
  });
});

describe("statements, dimensions, nothing", () => {
  test.each([
    ["ETAT MAITRE IS 101", "IS101"],
    ["is-101", "IS101"],
    ["I.S. 101 - 1er trimestre 2026", "IS101"],
    ["Indicateur Statistique Territorial (I.S.T)", "IST"],
    ["I.S.T.", "IST"],
  ])("« %s » names %s", (text, id) => {
    expect(parse(text).statements).toEqual([id]);
  });
  test.each(["Liste 101", "Registre", "existant", "IS 1012", "ministère"])("« %s » names no statement", (text) => {
    expect(parse(text).statements).toEqual([]);
  });
  test.each([
    ["Infractions", "indicator"],
    ["Index / Libellé", "indicator"],
    ["Famille", "family"],
    ["Commune", "place"],
    ["Unité de compte", "unit"],
    ["N°", "number"],
    ["Observations", "notes"],
  ])("« %s » heads a column of %s", (text, dimension) => {
    expect(parse(text).dimension).toBe(dimension);
  });
  test("a word that is not known is named", () => {
    const facets = parse("Zinzolin T1 2026");
    expect(facets.residual).toBe("zinzolin");
    expect(saysSomething(facets)).toBe(true);
  });
  test("the commune's own name says nothing, and leaves the rest understood", () => {
    expect(parse("Saint-Aubin-les-Tilleuls - 1er trimestre 2026").residual).toBe("");
  });
});

describe("words of the settings", () => {
  const YAML = `mots:
  - { texte: "Zinzolin", lecture: police }
  - { texte: "Rang", lecture: ignorer }
  - { texte: "2025", lecture: "2025-T4", fichier: "2026-T1/a.csv" }`;
  test("a word declared is read so, also within a heading", () => {
    expect(parserOf(YAML)("ZINZOLIN").force).toBe("PN");
    expect(parserOf(YAML)("T1 2026 - zinzolin")).toMatchObject({ force: "PN", residual: "" });
    expect(parserOf(YAML)("rang").ignored).toBe(true);
  });
  test("a word declared for one file is not read so in another", () => {
    expect(parserOf(YAML)("2025").periods).toEqual([{ full: { first: "2025-10", last: "2025-12" } }]);
    expect(parserOf(YAML, "2026-T1/b.csv")("2025").periods).toEqual([{ year: 2025 }]);
  });
  test("columns to ignore are ignored", () => {
    expect(parserOf('colonnes_ignorees: ["Zinzolin"]')("Zinzolin").ignored).toBe(true);
  });
});

describe("words that tell something whatever stands beside them", () => {
  test.each([
    ["Mains courantes du commissariat", ["sender", "station"]],
    ["Vols par nuitée", []],
    ["Évolution de la délinquance", ["facts"]],
    ["Chiffres au 15 mars 2026", ["figures", "document"]],
    ["Population au 1er janvier 2023", []],
    ["Relevé trimestriel", ["document"]],
    ["État-major de la compagnie", ["figures", "document", "sender"]],
  ])("« %s »: %j", (text, mentions) => {
    expect(parse(text).mentions).toEqual(mentions);
  });
});
