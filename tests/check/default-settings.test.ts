import { describe, expect, it } from "vitest";
import { issuesOf, settings, told } from "./build.ts";

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
