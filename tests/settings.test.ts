import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { defaultSettings, parseSettings } from "../scripts/holdings/settings.ts";
import { UserError } from "../scripts/model/issue.ts";

const EXAMPLE = readFileSync(new URL("../data/convention.example.yaml", import.meta.url), "utf8");
/** The example with the sample lines and the optional keys that it keeps behind a #. */
const WHOLE = EXAMPLE.replaceAll(
  /^#(?=( {2}- \{| {2}- \S+ du service| navigateur| conservation| mandat| {3}annees| {3}depuis))/gm,
  "",
).replaceAll(/^ (?=navigateur|conservation|mandat| {2}annees| {2}depuis)/gm, "");

test("the example settings are valid as they are: lists stand empty, nothing is kept for a time nobody agreed on", () => {
  const settings = parseSettings(EXAMPLE, "convention.example.yaml");
  expect(settings).toMatchObject({
    labels: [],
    words: [],
    ignoredColumns: [],
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
  expect(settings.ignoredColumns).toHaveLength(1);
  expect(settings.breaks).toHaveLength(1);
  expect(settings.browser).toBe("/usr/bin/chromium");
  expect(settings.retentionYears).toBe(5);
  expect(settings.mandateSince).toBe("2026-03-22");
});

test.each(["2026-02-30", "22/03/2026", "mars 2026", '"2026"', "20260322"])(
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
    /convention\.yaml, ligne 18 : .*«.services.» est inconnue.*«.service.»/,
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
