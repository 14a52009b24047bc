import { describe, expect, it } from "vitest";
import { count, issuesOf, recognise, settings, told } from "./build.ts";

describe("an unknown line", () => {
  const recognitions = recognise([count("?Vélos PN 2026-T1 1"), count("?VELOS GN 2026-T1 1")]);

  it("is silent once declared, for its statement alone", () => {
    const told = (statement: string) => {
      const declared = settings(`lignes:\n  - { etat: ${statement}, libelle: "Vélos" }\n`);
      return issuesOf(["unknown-line"], { recognitions, settings: declared }).length;
    };
    expect([told("IS101"), told("IST")]).toEqual([0, 1]);
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
          "Le fichier data/convention.yaml est absent : des réglages par défaut s'appliquent, sans commune ni population, et aucun bulletin ne peut être fait.",
        hint: "npm run trimestre demande les réglages, une fois, et écrit le fichier pour vous.",
      },
    ]);
    expect(issuesOf(["settings-default"], {})).toEqual([]);
  });
});
