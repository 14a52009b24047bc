import { describe, expect, it } from "vitest";
import type { Grid } from "../../scripts/model/grid.ts";
import { count, grid, issuesOf, recognise, settings, told } from "./build.ts";

describe("an unknown line", () => {
  const rule = ["unknown-line"];
  const recognitions = recognise([
    count("?Vélos PN 2026-T1 1"),
    count("?VELOS GN 2026-T1 1"),
    count("?Vélos PN 2026-T1 1", { label: "7 - Vélos", family: "Deux-roues" }),
    count("?Vélos PN 2025-T1 2", { delivery: "2025-T1" }),
  ]);

  it("is one warning a label, with the line to paste", () => {
    expect(issuesOf(rule, { recognitions })).toMatchObject([
      { severity: "warning", actual: "Vélos", settingsLine: '  - { etat: IS101, libelle: "Vélos" }' },
    ]);
  });

  it("is silent once declared by that very line, which the settings accept", () => {
    const [issue] = issuesOf(rule, { recognitions });
    const declared = settings(`lignes:\n${issue?.settingsLine ?? ""}\n`);
    expect(issuesOf(rule, { recognitions, settings: declared })).toEqual([]);
  });

  it("near a known one names its indicator in the hint", () => {
    const near = recognise([count("?Homicide(z) PN 2026-T1 1", { label: "Cambriolage de logemant" })]);
    expect(issuesOf(rule, { recognitions: near })[0]?.hint).toContain("indicateur: cambriolages-logement");
  });

  it("that only resembles a known one is likened to none", () => {
    const other = recognise([count("?Magasins PN 2026-T1 1", { label: "Vols dans les magasins" })]);
    expect(issuesOf(rule, { recognitions: other })[0]?.hint).not.toContain("vols-dans-vehicules");
  });

  it("is told in words, with the files that hold it and another name to give it", () => {
    const files = recognise([
      count("?Vélos PN 2026-T1 1"),
      count("?VELOS GN 2026-T1 1"),
      count("?Vélos PN 2026-T1 1", { file: "2026-T1/b.csv" }),
    ]);
    const issues = issuesOf(rule, { recognitions: files });
    expect(issues).toMatchObject([{ place: { file: "2026-T1/IS101.csv" } }]);
    expect(issues.map(told)).toEqual([
      {
        rule: "unknown-line",
        severity: "warning",
        message:
          "La ligne « Vélos » (IS 101, 2 fichiers) n'est pas dans la nomenclature : elle est présentée telle que transmise, sous ce libellé.",
        hint: "Collez la ligne proposée dans data/convention.yaml, sous « lignes: », pour l'accepter telle quelle ; si c'est un autre nom d'une ligne connue, ajoutez-y par exemple « indicateur: homicides » pour « Homicides ».",
      },
    ]);
    const mistyped = recognise([count("?x PN 2026-T1 1", { label: "Homicidess" })]);
    expect(issuesOf(rule, { recognitions: mistyped }).map((i) => told(i).hint)).toEqual([
      expect.stringMatching(/ajoutez-y « indicateur: homicides » s'il s'agit bien de « Homicides »\.$/),
    ]);
  });

  it("is mistyped when two letters at most differ, of its first 120", () => {
    const hintOf = (label: string) =>
      issuesOf(rule, { recognitions: recognise([count("?x PN 2026-T1 1", { label })]) })[0]?.hint ?? "";
    expect(hintOf("Homicxxdes")).toContain("s'il s'agit bien");
    expect(hintOf("Homixxxdes")).not.toContain("s'il s'agit bien");
  });

  it("is declared for its statement alone", () => {
    const own = settings('lignes:\n  - { etat: IST, libelle: "Vélos" }\n');
    expect(issuesOf(rule, { recognitions, settings: own })).toHaveLength(1);
    const both = recognise([count("?Vélos PN 2026-T1 1"), count("?Vélos PN 2026-T1 1", { statement: "IST" })]);
    expect(issuesOf(rule, { recognitions: both })).toHaveLength(2);
  });

  it("of a statement that the nomenclature lacks keeps the statement's own name", () => {
    const [issue] = issuesOf(rule, { recognitions: recognise([count("?Vélos PN 2026-T1 1", { statement: "XX9" })]) });
    expect(issue && told(issue).message).toContain("« Vélos » (XX9, 1 fichier)");
    expect(issue && told(issue).hint).toContain("par exemple « indicateur:  » pour «  »");
  });

  it("is not a known line, even with no count", () => {
    expect(issuesOf(rule, { recognitions: recognise([count("homicides PN 2026-T1 nd")]) })).toEqual([]);
  });

  it("is not a printed total, nor a line of another document", () => {
    const others = recognise([
      count("?Total PN 2026-T1 1", { kind: "total" }),
      count("?Chiens PN 2026-T1 1", { statement: "AUTRE" }),
    ]);
    expect(issuesOf(rule, { recognitions: others })).toEqual([]);
  });
});

describe("cells without a number", () => {
  it("are one information a table and reason, and known counts none", () => {
    const recognitions = recognise([
      count("homicides PN 2026-T1 nd"),
      count("vols-avec-armes PN 2026-T1 nd"),
      count("vols-vehicules PN 2026-T1 nd", { status: "confidential" }),
      count("vols-vehicules GN 2026-T1 0"),
    ]);
    const issues = issuesOf(["value-missing", "value-confidential"], { recognitions });
    expect(issues.map((i) => [i.severity, i.rule])).toEqual([
      ["info", "value-missing"],
      ["info", "value-confidential"],
    ]);
    expect(issues[0]?.message).toMatch(/^2.cellules/);
  });

  it("are told in words, each with its reason, by table", () => {
    const without = (line: string, status: "missing" | "confidential" | "not-applicable", more = {}) =>
      count(`${line} PN 2026-T1 nd`, { status, ...more });
    const recognitions = recognise([
      without("homicides", "missing", { row: 3 }),
      without("homicides", "missing", { row: 4 }),
      without("?Vols", "confidential"),
      without("?Rixes", "not-applicable"),
      without("?Rixes", "not-applicable", { file: "2026-T1/b.csv" }),
    ]);
    const rules = ["value-missing", "value-confidential", "value-not-applicable"];
    const issues = issuesOf(rules, { recognitions });
    expect(issues.map(told)).toEqual(
      [
        ["missing", "2 cellules de « CSV » sans nombre (non disponible ou vide) : « homicides »"],
        ["confidential", "1 cellule de « CSV » sous secret statistique : « Vols »"],
        ["not-applicable", "1 cellule de « CSV » sans objet : « Rixes »"],
        ["not-applicable", "1 cellule de « CSV » sans objet : « Rixes »"],
      ].map(([reason, message]) => ({
        rule: `value-${reason}`,
        severity: "info",
        message: `${message}. Ce n'est pas zéro.`,
        hint: "",
      })),
    );
    expect(issues[0]).toMatchObject({ actual: "nd", place: { row: 3 } });
  });

  it("are named up to six lines, then counted", () => {
    const message = (lines: number) => {
      const own = Array.from({ length: lines }, (_, i) => count(`?l${i} PN 2026-T1 nd`));
      const [issue] = issuesOf(["value-missing"], { recognitions: recognise(own) });
      return issue && told(issue).message;
    };
    expect(message(6)).toMatch(/« l0 », « l1 », « l2 », « l3 », « l4 », « l5 »\. Ce/);
    expect(message(8)).toMatch(/« l0 », « l1 », « l2 », « l3 », « l4 », « l5 » et 2 autres\. Ce/);
  });

  it("of a status that is no reason are told by no rule here", () => {
    const derived = count("homicides PN 2026-T1 nd", { status: "derived" });
    const normal = count("homicides PN 2026-T1 nd", { status: "normal" });
    expect(issuesOf(["value-derived", "value-normal"], { recognitions: recognise([derived, normal]) })).toEqual([]);
  });
});

describe("a count", () => {
  const found = (...values: number[]) =>
    issuesOf(["improbable-count"], {
      recognitions: recognise(values.map((v, i) => count(`homicides PN ${2026 - i}-T1 ${v}`))),
    });

  it("ten times above all others of the line is to be verified", () => {
    expect(found(120, 9, 11, 10)).toMatchObject([{ severity: "warning", actual: "120" }]);
    expect(found(100, 9, 11, 10)).toEqual([]);
    expect(found(20, 0, 1, 0)).toEqual([]);
    expect(found(120, 9)).toEqual([]);
  });

  it("of ten times the others is notable from 30 on, and only beside three other periods of the same length", () => {
    expect(found(30, 2, 2, 2)).toHaveLength(1);
    expect(found(29, 2, 2, 2)).toEqual([]);
    expect(found(120, 9, 11)).toEqual([]);
    const more = (...others: ReturnType<typeof count>[]) =>
      issuesOf(["improbable-count"], {
        recognitions: recognise([...[120, 9, 11].map((v, i) => count(`homicides PN ${2026 - i}-T1 ${v}`)), ...others]),
      });
    expect(more(count("homicides PN 2025-T1 9", { delivery: "2025-T1-b" }))).toEqual([]);
    expect(more(count("homicides PN 2024-01/2024-12 9"))).toEqual([]);
    expect(more(count("homicides PN 2024-T3 9"))).toHaveLength(1);
    // the same period in an earlier delivery is no other period
    expect(
      more(count("homicides PN 2024-T3 9"), count("homicides PN 2026-T1 118", { delivery: "2026-T2" })),
    ).toHaveLength(2);
  });

  it("that is improbable is told in words", () => {
    expect(found(1200, 9, 11, 10).map(told)).toEqual([
      {
        rule: "improbable-count",
        severity: "warning",
        message:
          "« homicides », police nationale, 1er trimestre 2026 : 1 200 est improbable, car les autres périodes de même durée ne dépassent pas 11.",
        hint: "Vérifiez la cellule dans le fichier reçu, et demandez confirmation au service.",
      },
    ]);
    expect(found(1200, 9, 11, 10)).toMatchObject([{ place: { raw: "1200" } }]);
    expect(found(2025).map(told)).toMatchObject([
      {
        message:
          "« homicides », police nationale, 1er trimestre 2026 : 2 025 est improbable, car c'est le nombre d'une année.",
      },
    ]);
  });

  it("is like its year within one, unless another count that is no year reaches half of it", () => {
    expect(found(2025)).toHaveLength(1);
    expect(found(2027)).toHaveLength(1);
    expect(found(2024)).toEqual([]);
    expect(found(2028)).toEqual([]);
    expect(found(2026, 1013)).toEqual([]);
    expect(found(2026, 1012)).toHaveLength(1);
  });

  it("of another document is never improbable", () => {
    const other = count("homicides PN 2026-T1 2026", { statement: "AUTRE" });
    expect(issuesOf(["improbable-count"], { recognitions: recognise([other]) })).toEqual([]);
  });

  it("equal to its year is to be verified, unless the line has such counts", () => {
    expect(found(2026)).toHaveLength(1);
    expect(found(2026, 1900, 2100)).toEqual([]);
    expect(found(2026, 2025)).toHaveLength(2);
  });
});

describe("a column", () => {
  const rule = ["nominative-column"];
  const rowsOf = (heading: string, texts: readonly string[]) => [
    ["Infraction", heading],
    ...texts.map((text, i) => [`ligne ${i}`, text]),
  ];
  const found = (heading: string, texts: readonly string[]) =>
    issuesOf(rule, { recognitions: recognise([], [], [grid("2026-T1/liste.csv", rowsOf(heading, texts))]) });

  it.each([
    "Nom",
    "NOM Prénom",
    "Prénoms",
    "Nom de la victime",
    "Victime (nom)",
    "Adresse",
    "Adresse des faits",
    "N° de procédure",
    "Numéro de PV",
    "Date de naissance",
    "Né(e) le",
    "Téléphone",
    "Immatriculation",
    "E-mail",
    "Courriel de la victime",
  ])("headed « %s » is an error that repeats nothing of it", (heading) => {
    const issues = found(heading, ["secret-a", "secret-b"]);
    expect(issues).toMatchObject([{ rule: "nominative-column", severity: "error", place: { column: 2, raw: "" } }]);
    expect(JSON.stringify(issues)).not.toContain("secret");
  });

  it("of a document that is no statement, and of which nothing is shown, stops no bulletin", () => {
    const [recognition] = recognise([], [], [grid("2026-T1/liste.csv", rowsOf("Nom", ["secret-a", "secret-b"]))]);
    if (!recognition) throw new Error("no recognition");
    const [table] = recognition.file.grids;
    if (!table) throw new Error("no grid");
    const as = (statement: string) => ({
      ...recognition,
      tables: [{ grid: table, statement, anchor: null, readings: [] }],
    });
    const severities = (statement: string) =>
      issuesOf(rule, { recognitions: [as(statement)] }).map(({ severity }) => severity);
    expect(severities("AUTRE")).toEqual(["warning"]);
    expect(severities("IS101")).toEqual(["error"]);
  });

  it.each([
    ["des numéros de téléphone", (i: number) => `06 12 34 56 7${i}`],
    ["des adresses électroniques", (i: number) => `p${i}@exemple.fr`],
    ["des numéros de procédure", (i: number) => `0012${i}/2026`],
    ["des numéros de procédure", (i: number) => `62041/2026/00012${i}`],
    ["des immatriculations", (i: number) => `AB-12${i}-CD`],
    ["des dates de naissance", (i: number) => `1${i}/05/1987`],
    ["des noms de personnes", (i: number) => `Mme DURAND${i}`],
    ["des adresses", (i: number) => `${i + 1} rue des Lilas`],
  ])("that holds %s is an error that repeats none", (what, make) => {
    const texts = Array.from({ length: 5 }, (_, i) => make(i));
    const issues = found("Divers", texts);
    expect(issues).toHaveLength(1);
    expect(issues[0]?.message).toContain(what);
    for (const text of texts) expect(JSON.stringify(issues)).not.toContain(text);
    expect(found("Divers", texts.slice(0, 4))).toEqual([]);
  });

  it.each([
    ["Nom de la commune", ["A", "B", "C"]],
    ["Nombre", ["1", "2"]],
    ["Victimes", ["1", "2"]],
    ["PV", ["12", "1 012", "nd", "-"]],
    ["Domicile", ["3", "4", "+5", "12,5 %"]],
    ["Numéro d'index", ["27", "28"]],
    ["Période", ["01/2026", "02/2026", "03/2026", "04/2026", "05/2026", "06/2026"]],
    ["Date des faits", ["01/02/2026", "02/02/2026", "03/02/2026", "04/02/2026", "05/02/2026"]],
    ["Année", ["2021", "2022", "2023", "2024", "2025", "2026"]],
  ])("headed « %s » is not", (heading, texts) => {
    expect(found(heading, texts)).toEqual([]);
  });

  it("is told in words, at the cell that says so", () => {
    const issues = found("Nom", ["a", "b"]);
    expect(issues).toMatchObject([{ place: { file: "2026-T1/liste.csv", part: "CSV", row: 1, column: 2 } }]);
    expect(issues.map(told)).toEqual([
      {
        rule: "nominative-column",
        severity: "error",
        message:
          "La colonne 2 de « CSV » paraît nominative : son titre est « Nom ». Un état statistique ne doit nommer personne.",
        hint: "Retirez ce fichier de la livraison, prévenez le service, et demandez l'état sans donnée personnelle. Ne le copiez nulle part.",
      },
    ]);
    const phones = ["1", "x", ...[1, 2, 3, 4, 5].map((i) => `06 12 34 56 7${i}`)];
    const [byContent] = found("Divers", phones);
    expect(byContent).toMatchObject({ place: { row: 4, column: 2 } });
    expect(byContent?.message).toContain("elle semble contenir des numéros de téléphone");
  });

  const inGrid = (rows: readonly (readonly string[])[]): readonly number[] => {
    const own: Grid = grid("2026-T1/liste.csv", rows);
    return issuesOf(rule, { recognitions: recognise([], [], [own]) }).map((i) =>
      i.place && "column" in i.place ? i.place.column : 0,
    );
  };

  it("is looked at in every place: the first, the last, under a heading lower down, with spaces around", () => {
    const names = [
      ["a", "1"],
      ["b", "2"],
    ];
    expect(inGrid([["Nom", "Faits"], ...names])).toEqual([1]);
    expect(
      inGrid([
        ["Faits", " Nom "],
        ["1", "a"],
        ["2", "b"],
      ]),
    ).toEqual([2]);
    expect(inGrid([["Liste", ""], ["Nom", "Faits"], ...names])).toEqual([1]);
    expect(
      inGrid([
        ["Nom", "Prénom"],
        ["a", "b"],
        ["c", "d"],
      ]),
    ).toEqual([1, 2]);
  });

  it("has a heading among others on its row, and two texts under it, wherever they stand", () => {
    expect(
      inGrid([
        ["Nom", ""],
        ["a", "1"],
        ["b", "2"],
      ]),
    ).toEqual([]);
    expect(
      inGrid([
        ["Nom", " "],
        ["a", "1"],
        ["b", "2"],
      ]),
    ).toEqual([]);
    expect(
      inGrid([
        ["Nom", "Faits"],
        ["a", "1"],
      ]),
    ).toEqual([]);
    expect(
      inGrid([
        ["a", "1"],
        ["b", "2"],
        ["Nom", "Faits"],
      ]),
    ).toEqual([]);
    expect(
      inGrid([
        ["Nom", "Faits"],
        ["", "1"],
        ["a", "1"],
        ["12", "2"],
        ["b", "3"],
      ]),
    ).toEqual([1]);
  });

  it.each([
    "",
    "12",
    "1 012",
    "+5",
    "-3",
    "12,5 %",
    "-",
    "–",
    "///",
    "**",
    "nd",
    "n.d.",
    "NC",
    "n.a.",
    "ndiff",
    "s",
    "S",
  ])("holds no text where a count or a mark for none stands: « %s »", (text) => {
    expect(
      inGrid([
        ["PV", "Faits"],
        ["a", "1"],
        [text, "2"],
        [text, "3"],
      ]),
    ).toEqual([]);
  });

  it.each(["1234567", "12 a", "a 12", "ndx", "xnd", "sx", "xs", "-a", "a-", "%5%5"])(
    "holds a text where no count stands: « %s »",
    (text) => {
      expect(
        inGrid([
          ["PV", "Faits"],
          ["a", "1"],
          [text, "2"],
        ]),
      ).toEqual([1]);
    },
  );

  it("is told by its contents only from five different short ones of one kind", () => {
    const phone = (i: number) => `06 12 34 56 7${i}`;
    const column = (...texts: string[]) => inGrid(texts.map((text) => ["x", text]));
    const four = [1, 2, 3, 4].map(phone);
    expect(column(...four, phone(4), phone(4))).toEqual([]);
    expect(column(...four, "texte", "autre")).toEqual([]);
    expect(column(...four, phone(5))).toEqual([2]);
    expect(column(...four, "texte", phone(5))).toEqual([2]);
    const mail = (i: number, length: number) => `${String(i).repeat(length - 5)}@b.fr`;
    expect(column(...[1, 2, 3, 4, 5].map((i) => mail(i, 79)))).toEqual([2]);
    expect(column(...[1, 2, 3, 4, 5].map((i) => mail(i, 80)))).toEqual([]);
  });

  it.each([
    "Noms",
    "Nom et prénom",
    "Nom et prénoms",
    "Noms prénoms",
    "Prénom et nom",
    "Nom de famille",
    "Nom de naissance",
    "Nom de jeune fille",
    "Nom d'usage",
    "Patronyme",
    "Identité",
    "État civil",
    "Nom du plaignant",
    "Identité des témoins",
    "Nom de l'auteur",
    "Victime : identité",
    "Auteur - prénom",
    "Née le",
    "Né le",
    "N° immatriculation",
    "Ne(e) le",
    "Date naissance",
    "Date naiss.",
    "DDN",
    "Lieu de naissance",
    "Âge de la victime",
    "Nationalité",
    "Adresses",
    "Adresse postale",
    "Adresse complète",
    "Domicile de la victime",
    "Numéro et rue",
    "Adresse du fait",
    "Adresse faits",
    "Lieu exact",
    "Lieu exact des faits",
    "N° procédure",
    "Réf. PV",
    "Référence procès-verbal",
    "Identifiant de la procédure",
    "Procédure n°",
    "Num. d'affaire",
    "PV n°",
    "No PV",
    "LRPGN",
    "LRPPN",
    "N° de plainte",
    "Numéro de dossier",
    "N° parquet",
    "Tél.",
    "Portable",
    "N° de téléphone de la victime",
    "Téléphone portable",
    "Mobile",
    "Mail",
    "Adresse électronique",
    "Adresse de courriel",
    "Plaque",
    "Plaques d'immatriculation",
    "N° d'immatriculation",
    "Numéro de série",
    "IMEI",
    "N° de sécurité sociale",
    "NIR",
    "IBAN",
    "Numéro de compte",
    "N° SS",
  ])("may also be headed « %s »", (heading) => {
    expect(
      inGrid([
        [heading, "Faits"],
        ["a", "1"],
        ["b", "2"],
      ]),
    ).toEqual([1]);
  });

  it.each([
    "Nom de la voie publique",
    "Dénomination",
    "Prénoms rares",
    "Victimes nommées",
    "Renom",
    "Née le jour",
    "Lieu",
    "Lieu exact ou non",
    "Date de naissance du véhicule",
    "Autre date de naissance",
    "Lieu exact du fait divers",
    "Autre adresse des faits",
    "Ancien IBAN",
    "Nationalités étrangères",
    "Adresse IP",
    "Domiciles",
    "Cambriolages de domicile",
    "Numéro",
    "N° de ligne",
    "PV dressés",
    "PV électroniques",
    "Portables volés",
    "Vols de portable",
    "Mails reçus",
    "Plaques volées",
    "Usurpation de plaques",
    "IBAN frauduleux",
    "Numéro d'index",
    "Série",
    "Date",
    "Date des faits",
    "Affaires",
    "Dossiers",
    "Procédures",
  ])("may be headed « %s »: no person is told by it", (heading) => {
    expect(
      inGrid([
        [heading, "Faits"],
        ["a", "1"],
        ["b", "2"],
      ]),
    ).toEqual([]);
  });

  it("headed by a sentence is none, at 61 letters and more", () => {
    const heading = (length: number) => `${"Nom".padEnd(length - 7)}prénoms`;
    expect(
      inGrid([
        [heading(60), "Faits"],
        ["a", "1"],
        ["b", "2"],
      ]),
    ).toEqual([1]);
    expect(
      inGrid([
        [heading(61), "Faits"],
        ["a", "1"],
        ["b", "2"],
      ]),
    ).toEqual([]);
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
    ["a birth of two digits or one", (i) => `1.${i + 1}.2001`],
    ["a birth of this century", (i) => `31-12-201${i}`],
    ["a name with its title", (i) => `Monsieur Ély${i}`],
    ["a name with its short title", (i) => `M. X${i}`],
    ["an address with a repetition", (i) => `${i + 1} bis, avenue Foch`],
    ["a small address", (i) => `1${i} allée des Tilleuls`],
  ])("may hold %s", (_, make) => {
    expect(inGrid(fives(make))).toEqual([2]);
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
    expect(inGrid(fives(make))).toEqual([]);
  });

  it("is not one because of the service's letterhead", () => {
    const rows = [
      ["Direction de la police", ""],
      ["Adresse", ""],
      ["Tél. : 03 21 00 00 00", ""],
      ["Homicides", "1"],
    ];
    expect(issuesOf(rule, { recognitions: recognise([], [], [grid("2026-T1/a.csv", rows)]) })).toEqual([]);
  });
});

describe("the settings", () => {
  it("by default are a warning, and a file of settings is none", () => {
    expect(issuesOf(["settings-default"], { settings: { ...settings(), isDefault: true } })).toMatchObject([
      { severity: "warning", place: { file: "convention.yaml" } },
    ]);
    expect(issuesOf(["settings-default"], { settings: { ...settings(), isDefault: true } }).map(told)).toEqual([
      {
        rule: "settings-default",
        severity: "warning",
        message:
          "Le fichier data/convention.yaml est absent : des réglages par défaut s'appliquent, sans commune ni population.",
        hint: "Copiez data/convention.example.yaml sous le nom data/convention.yaml et remplissez-le.",
      },
    ]);
    expect(issuesOf(["settings-default"], {})).toEqual([]);
  });
});
