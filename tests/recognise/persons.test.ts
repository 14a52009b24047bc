import { describe, expect, it } from "vitest";
import type { Grid } from "../../scripts/model/grid.ts";
import type { Issue, Result } from "../../scripts/model/issue.ts";
import type { Recognition } from "../../scripts/model/observation.ts";
import { withoutOthers } from "../../scripts/recognise/index.ts";
import { madeIssue, spoken } from "../spoken.ts";
import { readTables, recogniserOf } from "./tables.ts";

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");
const grid = (file: string, rows: readonly (readonly string[])[], part = "CSV"): Grid => {
  const width = Math.max(...rows.map((row) => row.length));
  return {
    file,
    part,
    rows: rows.map((row) => Array.from({ length: width }, (_, i) => ({ text: row[i] ?? "" }))),
  };
};
/** Of a file of one grid. */
function resultOf(own: Grid): Result<Recognition> {
  const [delivery = "", name = ""] = own.file.split("/");
  return recogniserOf("")({ source: { path: own.file, delivery, name, sha256: "" }, format: "csv", grids: [own] });
}
const issuesOf = (own: Grid): readonly Issue[] =>
  resultOf(own).issues.filter((issue) => issue.rule === "nominative-column");

describe("a column that names persons", () => {
  const rowsOf = (heading: string, texts: readonly string[]) => [
    ["Infraction", heading],
    ...texts.map((text, i) => [`ligne ${i}`, text]),
  ];
  const found = (heading: string, texts: readonly string[]) =>
    issuesOf(grid("2026-T1/liste.csv", rowsOf(heading, texts)));

  it("of a heading that names them is told, and nothing of it repeated", () => {
    const issues = found("Nom de la victime", ["secret-a", "secret-b"]);
    expect(issues).toMatchObject([{ rule: "nominative-column", place: { column: 2, raw: "" } }]);
    expect(JSON.stringify(issues)).not.toContain("secret");
  });

  it("« Domicile » under « Lieu des faits » is no address; under « Nom » it is one", () => {
    const rows = ["Domicile", "Voie publique", "Domicile", "Commerce"];
    expect(found("Lieu des faits", rows)).toEqual([]);
    expect(found("Faits", ["Domicile", "12 rue du Port"])).toHaveLength(1);
  });

  it("of a document that is no statement, and of which nothing is shown, stops no bulletin", () => {
    const as = (title: string) => {
      const rows = [
        ["Infractions", "Nom", "T1 2026"],
        ["Homicides", "secret-a", "1"],
      ];
      return resultOf(grid("2026-T1/liste.csv", title === "" ? rowsOf("Nom", ["secret-a"]) : [[title], ...rows]));
    };
    const severities = (title: string) => as(title).issues.map(({ rule, severity }) => `${severity} ${rule}`);
    expect(severities("")).toContain("warning nominative-column");
    expect(severities("IS 101 - 1er trimestre 2026")).toContain("error nominative-column");
    expect(JSON.stringify(as("").value)).not.toContain("secret");
  });

  it.each([
    ["des numéros de téléphone", (i: number) => `06 12 34 56 7${i}`],
    ["des adresses électroniques", (i: number) => `p${i}@exemple.fr`],
    ["des numéros de procédure", (i: number) => `0012${i}/2026`],
    ["des numéros de procédure", (i: number) => `62041/2026/00012${i}`],
    ["des immatriculations", (i: number) => `AB-12${i}-CD`],
    ["des dates de naissance", (i: number) => `1${(i * 2) % 5}/05/1987`],
    ["des noms de personnes", (i: number) => `Mme DURAND${i}`],
    ["des adresses", (i: number) => `${i + 1} rue des Lilas`],
  ])("that holds %s is told, and none repeated", (what, make) => {
    const texts = Array.from({ length: 5 }, (_, i) => make(i));
    const issues = found("Divers", texts);
    expect(issues).toHaveLength(1);
    expect(spoken(issues[0]).message).toContain(what);
    for (const text of texts) expect(JSON.stringify(issues)).not.toContain(text);
    expect(found("Divers", texts.slice(0, 4))).toEqual([]);
  });

  it.each([
    ["Nom de la commune", ["A", "B", "C"]],
    ["Nombre", ["1", "2"]],
    ["Victimes", ["1", "2"]],
    ["Mis en cause", ["G", "K", "2"]],
    ["PV", ["12", "1 012", "nd", "-"]],
    ["Domicile", ["3", "4", "+5", "12,5 %"]],
    ["Numéro d'index", ["27", "28"]],
    ["Période", ["01/2026", "02/2026", "03/2026", "04/2026", "05/2026", "06/2026"]],
    ["Séance", ["14/01/2013", "11/02/2013", "25/03/2013", "22/04/2013", "27/05/2013"]],
    ["Conseil", ["27/05/2013", "22/04/2013", "25/03/2013", "11/02/2013", "14/01/2013"]],
    ["Date des faits", ["01/02/2026", "02/02/2026", "03/02/2026", "04/02/2026", "05/02/2026"]],
    ["Année", ["2021", "2022", "2023", "2024", "2025", "2026"]],
  ])("headed « %s » is not", (heading, texts) => {
    expect(found(heading, texts)).toEqual([]);
  });

  const counted = (...rows: readonly (readonly string[])[]) => issuesOf(grid("2026-T1/etat.csv", rows));
  it("is none under whose heading stand the two letters of its column, and not somebody's initials", () => {
    const under = (...texts: readonly string[]) =>
      counted(["Infraction", "Faits", "Mis en cause"], texts, ["Vols", "3", "1"]);
    expect(under("Y", "Z", "AA")).toEqual([]);
    expect(under("", "Z", "AA")).toHaveLength(1);
    expect(under("Y", "Z2", "AA")).toHaveLength(1);
    expect(under("Vols", "", "JD")).toHaveLength(1);
  });

  it("is none that stands in a row with counts: a unit of count, the family beside its first line", () => {
    const head = ["Indicateur", "Unité de compte", "PN"];
    expect(counted(head, ["Homicides", "Victime", "0"], ["Vols", "Véhicule", "1 012"])).toEqual([]);
    expect(counted(["Thème", "Indicateur", "T1 2026"], ["Personnes", "CBV", "12"], ["Mopeds", "Vols", "1"])).toEqual(
      [],
    );
  });

  it("is one all the same beside a year or a word, and where what stands under it is a name", () => {
    expect(counted(["Faits", "Victime", "2026"], ["Vol", "Kervadec", "1"])).toHaveLength(1);
    expect(counted(["Faits", "Victime", "Nombre"], ["Vol", "Kervadec", "1"])).toHaveLength(1);
    expect(counted(["Vol", "Victime", "1"], ["Vol", "KERVADEC Anne", "1"])).toHaveLength(1);
  });

  it("is told in words, at the cell that says so", () => {
    const issues = found("Nom", ["a", "b"]);
    expect(issues).toMatchObject([{ place: { file: "2026-T1/liste.csv", part: "CSV", row: 1, column: 2 } }]);
    expect(issues.map(spoken).map(({ message, hint }) => ({ message: plain(message), hint }))).toEqual([
      {
        message:
          "La colonne 2 de « CSV » paraît nominative : son titre est « Nom ». Un état statistique ne doit nommer personne ; rien de ce fichier n'est repris ni montré.",
        hint: 'Retirez ce fichier de la livraison, prévenez le service, et demandez l\'état sans donnée personnelle. Ne le copiez nulle part. À défaut, sur ce poste : ouvrez ce fichier, supprimez-y la colonne 2, enregistrez-le à la même place, puis npm run reception -- 2026-T1 --motif "colonne nominative retirée".',
      },
    ]);
    const phones = ["1", "x", ...[1, 2, 3, 4, 5].map((i) => `06 12 34 56 7${i}`)];
    const [byContent] = found("Divers", phones);
    expect(byContent).toMatchObject({ place: { row: 4, column: 2 } });
    expect(spoken(byContent).message).toContain("elle semble contenir des numéros de téléphone");
  });

  const nominativeIn = (rows: readonly (readonly string[])[]): readonly number[] =>
    issuesOf(grid("2026-T1/liste.csv", rows)).map((i) => (i.place && "column" in i.place ? i.place.column : 0));
  /** Nominative columns of rows drawn as "Nom | Faits". */
  const inRows = (...rows: readonly string[]) => nominativeIn(rows.map((row) => row.split(" | ")));

  it("is looked at in every place: the first, the last, under a heading lower down, with spaces around", () => {
    const names = ["a | 1", "b | 2"];
    expect(inRows("Nom | Faits", ...names)).toEqual([1]);
    expect(inRows("Faits |  Nom ", "1 | a", "2 | b")).toEqual([2]);
    expect(inRows("Liste | ", "Nom | Faits", ...names)).toEqual([1]);
    expect(inRows("Nom | Prénom", "a | b", "c | d")).toEqual([1, 2]);
  });

  it("has a heading among others on its row, and one text under it, wherever they stand", () => {
    expect(inRows("Adresse | ", "a | 1", "b | 2")).toEqual([]);
    expect(inRows("Nom | Faits", "a | 1")).toEqual([1]);
    expect(inRows("a | 1", "b | 2", "Nom | Faits")).toEqual([]);
    expect(inRows("Nom | Faits", " | 1", "12 | 2", "b | 3")).toEqual([1]);
  });

  it("of names needs no other beside it", () => {
    expect(inRows("Nom", "a")).toEqual([1]);
    expect(inRows("Nom |  ", "a")).toEqual([1]);
    expect(inRows("Adresse", "a")).toEqual([]);
  });

  it("is refused with what to do: the column, and where it was received", () => {
    const [issue] = found("OPJ", ["secret-a"]);
    expect(plain(spoken(issue).hint ?? "")).toContain("supprimez-y la colonne 2");
    expect(plain(spoken(issue).hint ?? "")).toContain('npm run reception -- 2026-T1 --motif "');
    const ofPdf = grid("2026-T1/liste.pdf", [
      ["Faits", "OPJ"],
      ["Homicides", "secret-a"],
    ]);
    expect(spoken(issuesOf(ofPdf)[0]).hint).not.toContain("supprimez");
  });

  it("of a letterhead stands over other headings, and is none", () => {
    expect(inRows("Adresse | 12 rue Foch", "Téléphone | 03 21 00 00 00", "Courriel | b@exemple.fr", " | ")).toEqual([]);
  });

  it("of persons counts them, unless a name stands under it", () => {
    expect(inRows("Victime | Faits", "mineurs | 1", "MINEURS | 2")).toEqual([]);
    for (const name of ["DURAND Paul", "DE LA TOUR Anne-Lise", "Élise MARTIN", "Mme Durand"])
      expect(inRows("Victime | Faits", "mineurs | 1", `${name} | 2`)).toEqual([1]);
  });

  it("without a heading holds names, from three different surnames", () => {
    const column = (...names: string[]) => nominativeIn(names.map((name) => [name, "1"]));
    expect(column("DURAND Paul", "PETIT Anne", "MARTIN Léa")).toEqual([1]);
    expect(column("DURAND Paul", "PETIT Anne", "DURAND Léa")).toEqual([]);
    expect(column("CSP Arleux", "CSP Bapaume", "CSP Corbie", "CSP Doullens")).toEqual([]);
    expect(column("Vols", "Vols de vélos", "VOLS", "IS 101", "Homicides")).toEqual([]);
  });

  it("is found by its row: two kinds of contents side by side, one of persons only", () => {
    const row = (...texts: string[]) => nominativeIn([texts]);
    expect(row("DURAND", "Paul", "12/03/1980", "3 rue des Lilas", "Vols", "1")).toEqual([3]);
    expect(row("Mme Durand", "06 12 34 56 78")).toEqual([1]);
    expect(row("2026/001234", "AB-123-CD")).toEqual([1]);
    // the letterhead of the service
    expect(row("3 rue des Lilas", "03 21 00 00 00", "csp@exemple.fr")).toEqual([]);
    expect(row("12/03/1980", "13/03/1980")).toEqual([]);
  });

  it("is told by its contents only from five different short ones of one kind", () => {
    const phone = (i: number) => `06 12 34 56 7${i}`;
    const column = (...texts: string[]) => nominativeIn(texts.map((text) => ["x", text]));
    const four = [1, 2, 3, 4].map(phone);
    expect(column(...four, phone(4), phone(4))).toEqual([]);
    expect(column(...four, "texte", "autre")).toEqual([]);
    expect(column(...four, phone(5))).toEqual([2]);
    expect(column(...four, "texte", phone(5))).toEqual([2]);
    const mail = (i: number, length: number) => `${String(i).repeat(length - 5)}@b.fr`;
    expect(column(...[1, 2, 3, 4, 5].map((i) => mail(i, 79)))).toEqual([2]);
    expect(column(...[1, 2, 3, 4, 5].map((i) => mail(i, 80)))).toEqual([]);
  });

  const fives = (make: (i: number) => string) => Array.from({ length: 5 }, (_, i) => ["x", make(i)]);
  it.each<[string, (i: number) => string]>([
    ["a telephone abroad", (i) => `+33 6.12.34.56.7${i}`],
    ["a telephone abroad without spaces", (i) => `+3361234567${i}`],
    ["a name after several spaces", (i) => `Mme  Élise${i}`],
    ["an address with a letterless repetition", (i) => `1${i}ter rue Foch`],
    ["an address with a repetition set close", (i) => `1${i}bis rue Foch`],
    ["a telephone without spaces", (i) => `061234567${i}`],
    ["a telephone with hyphens", (i) => `06-12-34-56-7${i}`],
    ["an address of mail", (i) => `a.b${i}@police.exemple.FR`],
    ["a procedure with its word", (i) => `PV 2026/0012${i}`],
    ["a procedure with its sign", (i) => `n°62041-2026-00012${i}-01`],
    ["a number plate without signs", (i) => `AB12${i}CD`],
    ["a birth of two digits or one", (i) => `1.${((i * 2) % 5) + 1}.2001`],
    ["a birth of this century", (i) => `31-12-201${(i * 2) % 5}`],
    ["a name with its title", (i) => `Monsieur Ély${i}`],
    ["a name with its short title", (i) => `M. X${i}`],
    ["an address with a repetition", (i) => `${i + 1} bis, avenue Foch`],
    ["a small address", (i) => `1${i} allée des Tilleuls`],
  ])("may hold %s", (_, make) => {
    expect(nominativeIn(fives(make))).toEqual([2]);
  });

  it.each<[string, (i: number) => string]>([
    ["a number that is longer than a telephone's", (i) => `06 12 34 56 7${i}1`],
    ["a number before a telephone's", (i) => `106 12 34 56 7${i}`],
    ["a text around an address of mail", (i) => `écrire à a${i}@b.fr`],
    ["an address of mail with more after it", (i) => `a${i}@b.fr puis`],
    ["an address of mail without its country", (i) => `a${i}@b.f`],
    ["a year and an index", (i) => `2026/12${i}`],
    ["a text before a procedure", (i) => `voir 2026/0012${i}`],
    ["a text after a procedure", (i) => `2026/0012${i} bis`],
    ["a number plate in small letters", (i) => `ab-12${i}-cd`],
    ["a code longer than a number plate", (i) => `AB-12${i}-CDE`],
    ["a code before a number plate", (i) => `XAB-12${i}-CD`],
    ["a day too recent for a birth", (i) => `1${i}/05/2016`],
    ["a day and a text", (i) => `1${i}/05/1987 au soir`],
    ["a text and a day", (i) => `le 1${i}/05/1987`],
    ["a month with a day's number", (i) => `1${i}/13/1987`],
    ["a title without a name", (i) => `Madame la ${i}`],
    ["a title within a text", (i) => `Chez M. X${i}`],
    ["a street without a number", (i) => `rue ${i}`],
    ["a number and another word", (i) => `${i} ruelles`],
    ["a number in a text before a street", (i) => `au ${i} rue X`],
  ])("may hold %s: no person is told by it", (_, make) => {
    expect(nominativeIn(fives(make))).toEqual([]);
  });

  it("is not one because of the service's letterhead", () => {
    const rows = [
      ["Direction de la police", ""],
      ["Adresse", ""],
      ["Tél. : 03 21 00 00 00", ""],
      ["Homicides", "1"],
    ];
    expect(issuesOf(grid("2026-T1/a.csv", rows))).toEqual([]);
  });
});

describe("a file that names persons", () => {
  const LIST = `
    ÉTAT IS 101 - 1er trimestre 2026
    Nom | Prenom | Date de naissance | Adresse | Infraction | Nombre
    DURAND | Paul | 12/03/1980 | 3 rue des Lilas | Vols avec armes | 1`;
  const SECRET = /DURAND|Paul|1980|Lilas/i;

  it("is withheld whole, with a single row: nothing of it is understood, proposed, told or shown", () => {
    const { recognition, issues, counts } = readTables(LIST);
    expect(new Set(issues.map((i) => `${i.severity} ${i.rule}`))).toEqual(new Set(["error nominative-column"]));
    expect(counts).toEqual([]);
    expect(JSON.stringify([recognition, issues])).not.toMatch(SECRET);
  });

  it("is withheld with its other sheets, and with what its reader said of it", () => {
    const sheets = { Liste: LIST, "IS 101": "IS 101 - 1er trimestre 2026\nLibellé | Police\nHomicides | 3" };
    const { recognition, issues, counts } = readTables(sheets);
    expect(counts).toEqual([]);
    const said = madeIssue({
      rule: "csv-without-separator",
      severity: "warning",
      message: "La ligne de DURAND est courte.",
      place: { file: recognition.file.source.path },
    });
    const elsewhere = { ...said, message: "La ligne de Mme DURAND est courte.", place: { file: "2026-T1/b.csv" } };
    const told = withoutOthers([said, elsewhere], [{ value: recognition, issues }]);
    expect(told.map((i) => spoken(i).message)).toEqual(["La ligne de [masqué] est courte."]);
  });

  it("by the name of a sheet is withheld without it", () => {
    const table = "IS 101 - 1er trimestre 2026\nLibellé | Police\nHomicides | 3";
    expect(spoken(readTables(table, { part: "Mme DURAND" }).issues[0]).message).not.toContain("DURAND");
  });
});

describe("a line", () => {
  const rows = (label: string) => `IS 101 - 1er trimestre 2026\nLibellé | Police\nHomicides | 3\n${label} | 1`;

  const declare = (labels: readonly string[]) =>
    `lignes:\n${labels.map((label) => `  - { etat: IS101, libelle: "${label}" }\n`).join("")}`;

  it.each(["Mme Durand", "M. DURAND Paul"])("that names a person is told without it: « %s »", (label) => {
    const { issues, counts, recognition } = readTables(rows(label));
    expect(counts).toEqual([]);
    expect(issues.map((i) => `${i.severity} ${i.rule}`)).toEqual(["error nominative-column"]);
    expect(JSON.stringify([issues, recognition])).not.toMatch(/durand/i);
    expect(readTables(rows(label), { settings: declare([label]) }).counts).toHaveLength(2);
  });

  it("that looks like a name is a question of the lecture; three are a column of names, unless the settings declare them", () => {
    const three = ["RODÉOS Motorisés", "TAPAGES Nocturnes", "RIXES Diverses"];
    expect(readTables(rows(three.join(" | 1\n")), { settings: declare(three) }).counts).toHaveLength(4);
  });
});

describe("a name in the midst of a text", () => {
  const STATEMENT = `
    ÉTAT IS 101 - 1er trimestre 2026
    Affaire suivie par Mme de La Tour, anne.delatour@exemple.fr
    Libellé | Police
    Homicides | 3
    Contact : victime : DURAND Paule ; mis en cause : Paul Durand
    Source : plainte de M. Jean PETIT, né le 12/03/1980, demeurant 3 rue des Lilas ; PV n° 2026/001234`;

  it("is masked wherever it is shown, and the counts are read", () => {
    const { recognition, issues, counts } = readTables(STATEMENT);
    expect(counts[0]).toBe("homicides PN 2026-01/2026-03 = 3");
    expect(JSON.stringify([recognition, issues, counts])).not.toMatch(
      /Tour|delatour|PETIT|Paul|Durand|1980|Lilas|001234/,
    );
    expect(issues.filter((i) => i.rule === "person-masked").map((i) => i.severity)).toEqual(["info"]);
  });

  it.each([
    "MME KERVADEC",
    "MME. KERVADEC Anne",
    "mme Kervadec",
    "M.KERVADEC",
    "M KERVADEC",
    "MONSIEUR KERVADEC",
    "Mlle\u00a0Kervadec",
  ])("is masked whatever the letters and points of its civility: %s", (name) => {
    const { recognition, issues } = readTables(STATEMENT.replace("Mme de La Tour", name));
    expect(JSON.stringify([recognition, issues])).not.toMatch(/kervadec/i);
  });

  it("is masked although it stands only beside what a person sees of a cell", () => {
    const text = "Plainte de Mme Paule DURAND, née le 12/03/1980";
    const own = {
      file: "2026-T1/etat.csv",
      part: "CSV",
      rows: [[{ text: "3", beside: [{ kind: "hidden", text }] }]],
    } as const;
    const { value, issues } = resultOf(own);
    expect(JSON.stringify(value)).not.toMatch(/DURAND|1980/);
    expect(issues.map((i) => i.rule)).toContain("person-masked");
  });

  it("is left in a file's own name, by which it is found again", () => {
    const { value } = resultOf(grid("2026-T1/PV 2026-001234.csv", [["née le 12/03/1980"]]));
    expect(value.file.source).toMatchObject({ path: "2026-T1/PV 2026-001234.csv", name: "PV 2026-001234.csv" });
    expect(JSON.stringify(value)).not.toContain("1980");
  });
});
