/** Texts at the figures with words that no list has: asked about, once; anywhere else they are shown, and no more. */

import { describe, expect, test } from "vitest";
import { parseSettings } from "../../scripts/holdings/settings.ts";
import { createRecogniser } from "../../scripts/recognise/index.ts";
import { listOf } from "../lists.ts";
import { quotedBy, spoken } from "../spoken.ts";
import { gridOf, NOMENCLATURE, type Options, readTables } from "./tables.ts";

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");
const OURS = "Saint-Aubin-les-Tilleuls";
const TABLE = "Infractions|T1 2026\nHomicides|1\nVols avec armes|2";
const under = (...lines: readonly string[]): string => `${lines.join("\n")}\n\n${TABLE}`;

/** What is told of words that no list has. */
const words = (table: string, options: Options = {}): readonly (string | undefined)[] => {
  const { counts, issues } = readTables(table, options);
  const asked = issues.filter((i) => i.rule === "ambiguous-reading").map((i) => quotedBy(i));
  expect(counts).toHaveLength(asked.length === 0 ? 2 : 0);
  return asked;
};

test.each([
  ["a name under the title", under("IS 101 - T1 2026", "LE BOSQUET"), "LE BOSQUET"],
  ["a name in it, without a period", under("IS 101 - Imercourt", "T1 2026"), "imercourt"],
  ["a name after words that are no name", under("IS 101 - T1 2026", "Chiffres d'Imercourt"), "Chiffres d'Imercourt"],
])("a name is told: %s", (_, table, text) => {
  const told = words(table);
  expect(told.map((t) => t?.toLowerCase())).toEqual([text.toLowerCase()]);
  expect(words(table, { settings: `mots: [{ texte: "${told[0]}", lecture: ignorer }]` })).toEqual([]);
});

test("a letterhead, the names of the sheet and of the file are shown to a person, and ask nothing", () => {
  expect(words(under("Imercourt", "IS 101 - T1 2026"))).toEqual([]);
  expect(words(under("IS 101 - T1 2026"), { part: "Imercourt", name: "IS101_Imercourt.csv" })).toEqual([]);
});

test.each(
  listOf(`
  Bureau d'ordre ; SERVICE STATISTIQUES ; RÉPUBLIQUE FRANÇAISE ; Liberté - Égalité - Fraternité ;
  Document confidentiel ; Édité le 08/04/2026 ; Affaire suivie par : Brigadier Lefort ; Visa : Lefort ;
  Jeanne LEFORT ; Usage interne ; Commandant Lefort, chef de service ; Tableau de bord ; VIOLENCES INTRAFAMILIALES ;
  Valmont, le 8 avril 2026 ; La Ville et ses partenaires.`),
)("words of letterheads are known: %s", (line) => expect(words(under("IS 101 - T1 2026", line))).toEqual([]));

describe("words of a title that no list has may say what is counted", () => {
  const title = `IS 101 - ${OURS} - T1 2026`;
  test.each([
    ["in the title", under(`${title} - procédures clôturées`), "procédures clôturées"],
    ["in brackets", under(`${title} (simulation)`), "simulation"],
    ["in capitals", under(`${title} - BILAN HEBDOMADAIRE`), "BILAN HEBDOMADAIRE"],
    ["beside a year", under(`IS 101 - ${OURS} - bilan hebdomadaire 2026`), "bilan hebdomadaire"],
    ["beside the commune", under(`IS 101 - T1 2026 - ${OURS} périurbain`), `${OURS} périurbain`],
    ["in a caption", under(title, "Opération tranquillité vacances"), "Opération tranquillité vacances"],
    ["a part of a commune without its name", under(title, "QPV"), "QPV"],
    ["another commune's code", under("IS 101 - T1 2026", "Code 01001"), "Code 01001"],
  ])("and are told: %s", (_, table, piece) => {
    expect(words(table)).toEqual([piece]);
    expect(words(table, { settings: `mots: [{ texte: "${piece}", lecture: ignorer }]` })).toEqual([]);
  });

  test("the question says what it may change, and its answers", () => {
    const [issue] = readTables(under(`${title} - procédures clôturées`)).issues;
    expect({ ...issue, message: plain(spoken(issue).message ?? "") }).toMatchObject({
      severity: "error",
      message: "Le tableau « CSV » n'est pas lu, car « procédures clôturées » peut se lire de plusieurs façons.",
      asks: { kind: "text", may: ["no-effect", "other"] },
    });
  });

  test.each([
    `État IS 101 - Synthèse des principaux indicateurs de la délinquance - ${OURS} - T1 2026`,
    `IS 101 - ${title} - version corrigée du 12/04/2026`,
    `Statistiques de la délinquance constatée par les services de police et de gendarmerie - ${title}`,
    `${title} - Document confidentiel à diffusion restreinte`,
  ])("but those of letters and titles are not: %s", (line) => expect(words(under(line))).toEqual([]));

  test("nor is what stands above the title, nor a sentence", () => {
    expect(words(under("Bureau des affaires diverses", "Cellule périscolaire", title))).toEqual([]);
    expect(words(under(title, "Le trimestre confirme la tranquillité du quartier résidentiel."))).toEqual([]);
  });

  test.each(
    listOf(`
    Nota : le mois de mars n'est pas comptabilisé ; Données incomplètes : panne du logiciel en février ;
    Chiffres exprimés en dizaines ; Les faits de nuit ne sont pas comptés ;
    Les données de février n'ont pas été transmises ; * Imercourt non compris ; Uniquement les faits élucidés ;
    Périmètre : faits élucidés ; Champ : faits commis sur la voie publique ; (1) Chiffre estimé ;
    (1) hors tentatives ; Hors violences intrafamiliales ; Champ : faits commis entre 22 h et 6 h. ; Faits commis avant 6 h. ;
    Ces chiffres sont ceux d'Imercourt. ; * données gendarmerie non parvenues ; Champ : pourcentages ;
    Pour mille habitants ; Victimes ; Commentaire : hors gendarmerie ; Version sans les tentatives ; Document établi hors Imercourt ;
    Procédures transmises au parquet ; Hors gares ; Source : LRPPN hors gendarmerie`),
  )("and a note that limits the figures leaves them in doubt, until it is settled: %s", (note) => {
    const table = `${under(title)}\n\n${note}`;
    const { counts, issues } = readTables(table);
    expect([counts, issues.map((i) => `${i.rule} ${quotedBy(i)}`)]).toEqual([[], [`ambiguous-reading ${note}`]]);
    const settings = `mots: [{ texte: "${note}", lecture: ignorer }]`;
    expect(words(table, { settings })).toEqual([]);
  });
  test.each(
    listOf(`
    Source : SSMSI ; Données provisoires ; Faits comptabilisés à leur date d'enregistrement ;
    Population estimée au 1er janvier ; Tirage du 04/10/2026 ; Usage interne ;
    n.s. : non significatif ; - = aucun fait enregistré ; Case vide : aucun fait ; Bonne réception,`),
  )("but not any note: %s", (note) => expect(words(`${under(title)}\n\n${note}`)).toEqual([]));

  test("the commune's own code is known", () => {
    const settings = parseSettings('commune: { nom: Fécamp, insee: "76259" }', "convention.yaml");
    const source = { path: "2026-T1/etat.csv", delivery: "2026-T1", name: "etat.csv", sha256: "" };
    const told = (code: string) => {
      const grids = [gridOf(under("IS 101 - T1 2026", `Code ${code}`))];
      const { issues } = createRecogniser(NOMENCLATURE, settings)({ source, format: "csv", grids });
      return issues.map(quotedBy).filter((text) => text !== "");
    };
    expect([told("76259"), told("76217")]).toEqual([[], ["Code 76217"]]);
  });
});

test("a table in doubt beside its printed changes is not said to be of another measure too", () => {
  const table = "IS 101 - T1 2026\n\nInfractions|T1 2026|Évolution\nHomicides|1|+1\n\nPatrouilles nocturnes seules";
  expect(readTables(table).rules).toEqual(["error ambiguous-reading"]);
});
