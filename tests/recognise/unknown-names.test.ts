/** Names that no list has, where a place is read: told, and the figures read as the commune's all the same. */
import { describe, expect, test } from "vitest";
import { parseSettings } from "../../scripts/holdings/settings.ts";
import { createRecogniser } from "../../scripts/recognise/index.ts";
import { gridOf, NOMENCLATURE, type Options, readTables, settingsOf } from "./tables.ts";
import { plain } from "./texts-around.ts";

const OURS = "Saint-Aubin-les-Tilleuls";
const TABLE = "Infractions|T1 2026\nHomicides|1\nVols avec armes|2";
const under = (...lines: readonly string[]): string => `${lines.join("\n")}\n\n${TABLE}`;

/** The names that are told of. */
function told(table: string, options: Options = {}): readonly (string | undefined)[] {
  const { counts, issues } = readTables(table, options);
  expect(counts).toHaveLength(2);
  expect(issues.filter((i) => i.rule !== "unknown-name")).toEqual([]);
  return issues.map((i) => i.actual);
}

describe("where nothing names the commune", () => {
  test.each([
    ["over the title", under("Imercourt", "IS 101 - T1 2026"), "Imercourt"],
    ["under the title", under("IS 101 - T1 2026", "LE BOSQUET"), "LE BOSQUET"],
    ["with a period", under("IS 101", "Imercourt - T1 2026"), "Imercourt"],
    ["in a title without a period", under("IS 101 - Imercourt", "T1 2026"), "Imercourt"],
    ["before the statement's name", under("Imercourt - IS 101 - T1 2026"), "Imercourt"],
    ["after words that are no name", under("IS 101 - T1 2026", "Chiffres d'Imercourt"), "Imercourt"],
    ["in a sentence", under("IS 101 - T1 2026", "Ces chiffres concernent Imercourt"), "Imercourt"],
    ["in a sentence below", `${under("IS 101 - T1 2026")}\n\nCes données concernent Imercourt.`, "Imercourt"],
    ["after a topic", under("IS 101 - T1 2026", "Délinquance : Imercourt"), "Imercourt"],
    ["a side of some town", under("IS 101 - T1 2026", "Centre"), "Centre"],
  ])("a name is told: %s", (_, table, name) => expect(told(table)).toEqual([name]));

  test.each([
    ["sheet", { part: "Imercourt" }, "Imercourt"],
    ["sheet, in any case", { part: "le bosquet" }, "le bosquet"],
    ["file", { name: "IS101_Imercourt_T1.csv" }, "Imercourt"],
    ["file named after the statement, in any case", { name: "is101_imercourt_v2.csv" }, "imercourt"],
    ["file that says no statement", { name: "export Imercourt.csv" }, "Imercourt"],
  ])("a name is told: %s", (_, options, name) => expect(told(under("IS 101 - T1 2026"), options)).toEqual([name]));

  test("the message says that nothing names the commune, and what to paste", () => {
    const [issue] = readTables(under("IS 101 - T1 2026", "Imercourt")).issues;
    expect({ ...issue, message: plain(issue?.message ?? "") }).toMatchObject({
      severity: "warning",
      message: `« Imercourt », près du tableau, est peut-être le nom d'un autre lieu : les chiffres sont lus comme ceux de « ${OURS} », que ce fichier ne nomme nulle part.`,
      settingsLine: '  - { texte: "Imercourt", lecture: commune }',
      place: { file: "2026-T1/etat.csv", row: 2, column: 1 },
    });
  });

  test("more than five are counted, and never among words of a title", () => {
    const names = ["Imercourt", "Bosquetel", "Cravenville", "Douvrincourt", "Estrevaux", "Fauquembeuf", "Grandlieuvre"];
    const { issues } = readTables(under("IS 101 - T1 2026 - procédures clôturées", ...names));
    expect(issues.map((i) => i.actual)).toEqual([...names.slice(2).toReversed(), undefined, "procédures clôturées"]);
    expect(issues[5]?.message).toBe("2 autres noms du même fichier sont dans ce cas.");
  });

  test.each(["commune", "ignorer"])("a word of the settings settles it: %s", (reading) => {
    const settings = `mots: [{ texte: Imercourt, lecture: ${reading} }]`;
    expect(told(under("IS 101 - T1 2026", "Imercourt"), { settings })).toEqual([]);
    expect(told(under("IS 101 - T1 2026"), { settings, name: "export Imercourt.csv" })).toEqual([]);
  });

  test("an ignored piece of a title hides no other place of it", () => {
    const settings = "mots: [{ texte: Bloc Sud, lecture: ignorer }]";
    const { counts } = readTables(under("IS 101 - Valmont - Bloc Sud - T1 2026"), { settings });
    expect(counts).toEqual([]);
  });

  test("a name that two tables of a file share is told once", () => {
    const { issues } = readTables(
      { Police: under("IS 101 - Police - T1 2026"), Gendarmerie: under("IS 101 - Gendarmerie - T1 2026") },
      { name: "IS101_Imercourt.csv" },
    );
    expect(issues.map((i) => i.actual)).toEqual(["Imercourt"]);
  });

  test.each([
    "Bureau d'ordre",
    "SERVICE STATISTIQUES",
    "RÉPUBLIQUE FRANÇAISE",
    "Liberté - Égalité - Fraternité",
    "Document confidentiel",
    "Édité le 08/04/2026",
    "Page 1",
    "Source : SSMSI",
    "Affaire suivie par : Brigadier Lefort",
    "Rédacteur : Lefort",
    "Visa : Lefort",
    "Jeanne LEFORT",
    "Commandant Lefort, chef de service",
    "Tableau de bord",
    "VIOLENCES INTRAFAMILIALES",
    "DDTM",
    "Valmont, le 8 avril 2026",
    "La Ville et ses partenaires.",
  ])("words of letterheads are none: %s", (line) => expect(told(under("IS 101 - T1 2026", line))).toEqual([]));

  test.each(["Feuil1", "Sheet1", "Données", "Police et gendarmerie", "Synthèse (2)", "TCD"])(
    "names of sheets are none: %s",
    (part) => expect(told(under("IS 101 - T1 2026"), { part })).toEqual([]),
  );

  test.each(["IS101_def_v2.csv", "Copie de IS101.csv", "export-nested-table.csv", "IS101 envoyé le 08 04 2026.csv"])(
    "names of files are none: %s",
    (name) => expect(told(under("IS 101 - T1 2026"), { name })).toEqual([]),
  );
});

describe("on a sheet without a table, as a cover, or in the header of the pages", () => {
  const source = { path: "2026-T1/etat.xlsx", delivery: "2026-T1", name: "etat.xlsx", sha256: "" };
  interface Book {
    readonly cover?: string;
    readonly pages?: readonly string[];
    readonly title?: string;
    readonly settings?: string;
  }
  const toldIn = ({ cover, pages = [], title = "IS 101 - T1 2026", settings = "" }: Book) => {
    const grids = [
      ...(cover === undefined ? [] : [gridOf(cover, source.path, "Garde")]),
      { ...gridOf(under(title), source.path, "IS101"), besides: pages },
    ];
    const { value, issues } = createRecogniser(NOMENCLATURE, settingsOf(settings))({ source, format: "xlsx", grids });
    expect(value.observations).toHaveLength(2);
    return issues.map((i) => i.actual);
  };
  test.each([
    ["alone", { cover: "Imercourt" }],
    ["as a commune", { cover: "IS 101\nCommune : Imercourt" }],
    ["in a header", { pages: ["Imercourt"] }],
    ["in a footer", { pages: ["Page 1", "Territoire : Imercourt"] }],
  ])("a name is told once, until it is settled: %s", (_, book) => {
    expect(toldIn(book)).toEqual(["Imercourt"]);
    for (const reading of ["commune", "ignorer"])
      expect(toldIn({ ...book, settings: `mots: [{ texte: Imercourt, lecture: ${reading} }]` })).toEqual([]);
  });
  test("none where the commune is named there or over the table, and none of a letterhead", () => {
    expect(toldIn({ cover: "Imercourt", title: `IS 101 - ${OURS} - T1 2026` })).toEqual([]);
    expect(toldIn({ cover: `Imercourt\n${OURS}` })).toEqual([]);
    expect(toldIn({ pages: ["Imercourt", OURS] })).toEqual([]);
    expect(toldIn({ cover: "Direction interdépartementale de la Police nationale\nRédacteur : Lefort" })).toEqual([]);
  });
});

describe("where a text names the commune", () => {
  const titled = `IS 101 - ${OURS} - T1 2026`;
  test("a name between its title and the table, or of the sheet, is told", () => {
    expect(told(under(titled, "Imercourt"))).toEqual(["Imercourt"]);
    expect(told(under(titled), { part: "Imercourt" })).toEqual(["Imercourt"]);
  });
  test("a letterhead and the name of the file say no more", () => {
    expect(told(under("Imercourt", titled))).toEqual([]);
    expect(told(under(titled), { name: "IS101_Imercourt.csv" })).toEqual([]);
    expect(told(under("IS 101 - T1 2026"), { name: "IS101 Saint-Aubin-les-Tilleuls.csv" })).toEqual([]);
  });
  test("rows that say it leave nothing to tell", () => {
    const table = `IS 101 - T1 2026\nImercourt\n\nCommune|Infractions|T1 2026\n${OURS}|Homicides|1\n${OURS}|Vols avec armes|2`;
    expect(told(table)).toEqual([]);
  });
});

test("a document that is no statement, and settings that name no commune, tell nothing", () => {
  const { issues } = readTables("Imercourt\n\nBudget|2026\nVoirie|1\nÉcoles|2");
  expect(issues.map((i) => i.rule)).not.toContain("unknown-name");
});

describe("words of a title that no list has may say what is counted", () => {
  const words = (table: string, options: Options = {}): readonly (string | undefined)[] => {
    const { counts, issues } = readTables(table, options);
    expect(counts).toHaveLength(2);
    return issues.filter((i) => i.rule === "unknown-words").map((i) => i.actual);
  };
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

  test("the message says how the figures are read, and what to paste", () => {
    const [issue] = readTables(under(`${title} - procédures clôturées`)).issues;
    expect({ ...issue, message: plain(issue?.message ?? "") }).toMatchObject({
      severity: "warning",
      message:
        "« procédures clôturées », dans le titre du tableau, n'est pas compris : les chiffres sont lus comme tous les faits de la période.",
      settingsLine: '  - { texte: "procédures clôturées", lecture: ignorer }',
      place: { file: "2026-T1/etat.csv", row: 1, column: 1 },
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
    expect(words(under(title, "Les chiffres périscolaires sont arrêtés."))).toEqual([]);
    expect(words(under(title, "Ces données périscolaires, par exemple, sont arrêtées."))).toEqual([]);
  });

  test.each([
    "Nota : le mois de mars n'est pas comptabilisé",
    "Données incomplètes : panne du logiciel en février",
    "Chiffres exprimés en dizaines",
    "Les faits de nuit ne sont pas comptés",
    "Les données de février n'ont pas été transmises",
    "* Imercourt non compris",
    "Uniquement les faits élucidés",
    "Périmètre : faits élucidés",
    "Champ : faits commis sur la voie publique",
    "(1) Chiffre estimé",
  ])("and a note that limits the figures is told whole, until it is settled: %s", (note) => {
    const table = `${under(title)}\n\n${note}`;
    expect(words(table)).toEqual([note]);
    const settings = `mots: [{ texte: "${note}", lecture: ignorer }]`;
    expect(words(table, { settings })).toEqual([]);
  });
  test.each([
    "Source : SSMSI",
    "(1) hors tentatives",
    "Données provisoires",
    "Faits comptabilisés à leur date d'enregistrement",
    "Population estimée au 1er janvier",
  ])("but not any note: %s", (note) => expect(words(`${under(title)}\n\n${note}`)).toEqual([]));

  test("the commune's own codes are known, of the INSEE and of the post", () => {
    const settings = parseSettings('commune: { nom: Fécamp, insee: "76259" }', "convention.yaml");
    const source = { path: "2026-T1/etat.csv", delivery: "2026-T1", name: "etat.csv", sha256: "" };
    const told = (code: string) => {
      const grids = [gridOf(under("IS 101 - T1 2026", `Code ${code}`))];
      const { issues } = createRecogniser(NOMENCLATURE, settings)({ source, format: "csv", grids });
      return issues.map((i) => i.actual);
    };
    expect([told("76259"), told("76400"), told("76217")]).toEqual([[], [], ["Code 76217"]]);
  });
});
