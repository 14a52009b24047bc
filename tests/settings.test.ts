import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseEntitlements } from "../scripts/custody/people/entitlement.ts";
import { defaultSettings, parseSettings } from "../scripts/holdings/settings.ts";
import { UserError } from "../scripts/model/issue.ts";

const AS_IT_IS = readFileSync(new URL("../data/convention.example.yaml", import.meta.url), "utf8");
const OWN = ["Commune d'exemple", "99001", "99", "6500", "3200"];
/** The example as a town hall fills it. */
const EXAMPLE = OWN.reduce((text, own) => text.replace(/(?<=: "?)À REMPLACER/, own), AS_IT_IS);
/** The example with the sample lines and the optional keys that it keeps behind a #. */
const WHOLE = EXAMPLE.replaceAll(
  /^#(?=( {2}- \{| {2}- \S+ du service| navigateur| conservation| mandat| {3}annees| {3}depuis))/gm,
  "",
).replaceAll(/^ (?=navigateur|conservation|mandat| {2}annees| {2}depuis)/gm, "");

test.each(["convention", "habilitations"])("the example left as it is, each line to replace is named: %s", (name) => {
  const text = readFileSync(new URL(`../data/${name}.example.yaml`, import.meta.url), "utf8");
  const lines = text.split("\n").flatMap((line, i) => (/^[^#]*: "?À REMPLACER/.test(line) ? [i + 1] : []));
  const parse = name === "convention" ? parseSettings : parseEntitlements;
  expect(lines.length).toBeGreaterThan(4);
  expect(() => parse(text, "x.yaml")).toThrow(
    new RegExp(lines.map((n) => `x\\.yaml, ligne ${n} : «.À REMPLACER.» est le texte de l.exemple`).join("[^]*")),
  );
});

test("the example settings are valid once filled: lists stand empty, nothing is kept for a time nobody agreed on", () => {
  const settings = parseSettings(EXAMPLE, "convention.example.yaml");
  expect(settings).toMatchObject({
    labels: [],
    words: [],
    events: [],
    breaks: [],
    browser: null,
    retentionYears: null,
  });
  expect(settings.fictitious).toBe(false);
});

test("the lines that the example keeps behind a # are valid once uncommented", () => {
  const settings = parseSettings(WHOLE, "convention.example.yaml");
  expect(settings.labels).toHaveLength(2);
  expect(settings.words.map((word) => word.reading)).toEqual(["nombre", "2025-10/2025-12"]);
  expect(settings.breaks).toHaveLength(1);
  expect(settings.browser).toBe("/usr/bin/chromium");
  expect(settings.retentionYears).toBe(5);
  expect(settings.mandateSince).toBe("2026-03-22");
});

test.each(["2026-02-30", "22/13/2026", "mars 2026", '"2026"', "20260322"])(
  "the mandate begins on a day: « %s » is none",
  (text) => {
    const faulty = EXAMPLE.replace("# mandat:\n#   depuis: 2026-03-22", `mandat:\n  depuis: ${text}`);
    expect(() => parseSettings(faulty, "data/convention.yaml")).toThrow(
      /convention\.yaml, ligne \d+ : .*mandat.*une date est attendue \(année-mois-jour\), par exemple 2026-03-22/,
    );
  },
);

test("the line that check proposes can be pasted under « lignes: » of the example", () => {
  const pasted = EXAMPLE.replace("\nlignes:\n", '\nlignes:\n  - { etat: IS101, libelle: "Vols de cycles" }\n');
  expect(parseSettings(pasted, "convention.yaml").labels).toEqual([
    { statement: "IS101", label: "Vols de cycles", indicator: null, unit: null },
  ]);
});

test("without any file, the defaults say that they are defaults", () => {
  expect(defaultSettings()).toMatchObject({
    isDefault: true,
    expectedStatements: ["IS101", "IST"],
    retentionYears: null,
  });
});

test("a wrong key is named with its line and the nearest right one", () => {
  const faulty = EXAMPLE.replace("\nservice:", "\nservices:");
  expect(() => parseSettings(faulty, "data/convention.yaml")).toThrow(UserError);
  expect(() => parseSettings(faulty, "data/convention.yaml")).toThrow(
    /convention\.yaml, ligne 21 : .*«.services.» est inconnue.*«.service.»/,
  );
});

test("a statement or an indicator that the nomenclature does not have is told, with the nearest one", () => {
  const fault = (lines: string): string => {
    try {
      parseSettings(`commune: { nom: Ville-Fictive }\n${lines}`, "convention.yaml");
      return "accepted";
    } catch (error) {
      if (error instanceof UserError) return error.message.replaceAll("\u00a0", " ");
      throw error;
    }
  };
  const line = (rest: string): string => fault(`lignes:\n  - { libelle: "Vélos", ${rest} }\n`);
  expect(line("etat: IS101, indicateur: cambriolages-logement")).toBe("accepted");
  expect(line("etat: I.S.T")).toBe("accepted");
  expect(line("etat: IS101, indicateur: cambriolage-logement")).toContain(
    "ligne 3 : « lignes, élément 1 » : « cambriolage-logement » n'est pas un indicateur de l'état IS101 ; vouliez-vous dire « cambriolages-logement » ?",
  );
  expect(line("etat: IST, indicateur: zzz")).toContain("les identifiants sont dans scripts/nomenclature/ist.yaml");
  expect(line("etat: ITS")).toContain("n'est pas admis ; valeurs possibles : « IS101 », « IST »");
  expect(fault("etats_attendus: [IS101, IS102]")).toContain("vouliez-vous dire « IS101 » ?");
  expect(fault("ruptures:\n  - { etat: ZZZ, indicateur: a, depuis: 2024-01, motif: b }")).toContain(
    "« ZZZ » n'est pas admis",
  );
  const seriesBreak = (name: string): string =>
    fault(`ruptures:\n  - { etat: IS101, indicateur: ${name}, depuis: 2024-01, motif: b }`);
  expect(seriesBreak("homicide")).toContain("vouliez-vous dire « homicides » ?");
  expect(seriesBreak("zzz")).toContain("« zzz » n'est pas un indicateur de l'état IS101");
  for (const name of ["homicides", "Rodéos motorisés"]) expect(seriesBreak(name)).toBe("accepted");
  expect(fault('mots:\n  - { texte: "x", lecture: polise }')).toContain("vouliez-vous dire « police » ?");
});

test.each([
  ["livraison: { jour: 1 }", "deliveryDay", 1],
  ["livraison: { jour: 28 }", "deliveryDay", 28],
  ["livraison: { jour: 0 }", "deliveryDay", "refused"],
  ["livraison: { jour: 29 }", "deliveryDay", "refused"],
  ["livraison: { depuis: 2025-T4 }", "since", "2025-T4"],
  ["livraison: { depuis: T4 2025 }", "since", "2025-T4"],
  ["mandat: { depuis: 22/03/2026 }", "mandateSince", "2026-03-22"],
  ["mandat: { depuis: 22 mars 2026 }", "mandateSince", "2026-03-22"],
  ["livraison: { depuis: 2025-T5 }", "since", "refused"],
  ["population: { 2021: 1 }", "population", { 2021: 1 }],
  ["population: { 2021: 0 }", "population", "refused"],
  ["population: { 2021: 10.5 }", "population", "refused"],
  ["population: { 1899: 10 }", "population", "refused"],
  ["logements: { 1999: 40 }", "dwellings", { 1999: 40 }],
  ["conservation: { annees: 1 }", "retentionYears", 1],
  ["conservation: { annees: 0 }", "retentionYears", "refused"],
  ["conservation: { annees: 100 }", "retentionYears", 100],
  ["conservation: { annees: 101 }", "retentionYears", "refused"],
  ["etats_attendus: []", "expectedStatements", []],
  ['marquage: ""', "marking", "refused"],
  ["", "marking", "Confidentiel – diffusion restreinte aux personnes habilitées"],
  [
    "lignes: [{ etat: IS101, libelle: A, unite: faits }]",
    "labels",
    [{ statement: "IS101", label: "A", indicator: null, unit: "faits" }],
  ],
  ["ruptures: [{ etat: IS101, indicateur: homicides, depuis: 2024-13, motif: b }]", "breaks", "refused"],
] as const)("« %s » gives %s = %j", (line, key, expected) => {
  const read = (): unknown => {
    try {
      return parseSettings(`commune: { nom: Ville-Fictive }\n${line}`, "convention.yaml")[key];
    } catch (error) {
      if (error instanceof UserError) return "refused";
      throw error;
    }
  };
  expect(read()).toEqual(expected);
});

test.each([
  ['nom: A, insee: "2A004", departement: "2A"', { name: "A", insee: "2A004", departement: "2A" }],
  ['nom: A, insee: "97101", departement: "971"', { name: "A", insee: "97101", departement: "971" }],
  ["nom: A", { name: "A", insee: null, departement: null }],
  ['nom: A, insee: "9900"', "refused"],
  ['nom: A, departement: "9"', "refused"],
  ['nom: ""', "refused"],
])("a commune written { %s }", (written, expected) => {
  const read = (): unknown => {
    try {
      return parseSettings(`commune: { ${written} }`, "convention.yaml").commune;
    } catch (error) {
      if (error instanceof UserError) return "refused";
      throw error;
    }
  };
  expect(read()).toEqual(expected);
});

test("each key says what it is read as, and what is left out has its default", () => {
  const written = `commune: { nom: Ville-Fictive, insee: "99001", departement: "99" }
population: { 2021: 6507, 2022: 6600 }
logements: { 2020: 3001 }
service: Commissariat de Valmont
livraison: { jour: 12, depuis: 2025-T2 }
etats_attendus: [I.S.T]
mandat: { depuis: 2026-03-22 }
marquage: Secret
lignes: [{ etat: is 101, libelle: Vols de cycles, indicateur: homicides, unite: cycle }]
mots: [{ texte: "n", lecture: nombre, fichier: 2026-T1/a.csv }, { texte: x, lecture: 2026-T1 }]
ruptures: [{ etat: IS101, indicateur: homicides, depuis: 2024-12, motif: Logiciel }]
navigateur: /usr/bin/chromium
conservation: { annees: 4 }
fictif: true
`;
  expect(parseSettings(written, "c.yaml")).toEqual({
    commune: { name: "Ville-Fictive", insee: "99001", departement: "99" },
    population: { 2021: 6507, 2022: 6600 },
    dwellings: { 2020: 3001 },
    service: "Commissariat de Valmont",
    deliveryDay: 12,
    since: "2025-T2",
    expectedStatements: ["IST"],
    mandateSince: "2026-03-22",
    marking: "Secret",
    labels: [{ statement: "IS101", label: "Vols de cycles", indicator: "homicides", unit: "cycle" }],
    words: [
      { text: "n", reading: "nombre", file: "2026-T1/a.csv" },
      { text: "x", reading: "2026-01/2026-03", file: null },
    ],
    events: [],
    breaks: [{ statement: "IS101", indicator: "homicides", from: "2024-12", reason: "Logiciel" }],
    browser: "/usr/bin/chromium",
    retentionYears: 4,
    fictitious: true,
    isDefault: false,
  });
  const { commune, ...defaults } = parseSettings("commune: { nom: A }", "c.yaml");
  expect(commune).toEqual({ name: "A", insee: null, departement: null });
  expect(defaults).toMatchObject({
    ...{ population: {}, dwellings: {}, service: "service de police partenaire", deliveryDay: 8, since: null },
    ...{
      mandateSince: null,
      labels: [],
      words: [],
      events: [],
      breaks: [],
    },
    ...{ browser: null, retentionYears: null, fictitious: false, isDefault: false },
  });
  for (const wrong of ["2024-13", "2024-00", "2024"])
    expect(() => parseSettings(written.replace("depuis: 2024-12", `depuis: ${wrong}`), "c.yaml")).toThrow(
      /un mois est attendu|un texte est attendu/,
    );
});

test.each(["commune: { nom: TEXTE }", "commune: { nom: a }\nmarquage: TEXTE", "commune: { nom: a }\nservice: TEXTE"])(
  "a text of thousands of signs is a file pasted by mistake: %s",
  (yaml) => {
    const of = (length: number) => () => parseSettings(yaml.replace("TEXTE", "a".repeat(length)), "convention.yaml");
    expect(of(2001)).toThrow(/2000 signes au plus/);
    expect(of(2000)).not.toThrow();
  },
);
