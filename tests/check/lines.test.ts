import { describe, expect, it } from "vitest";
import { count, grid, issuesOf, recognise, settings } from "./build.ts";

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
      { severity: "warning" },
    ]);
    expect(issuesOf(["settings-default"], {})).toEqual([]);
  });
});
