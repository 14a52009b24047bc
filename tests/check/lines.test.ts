import { describe, expect, it } from "vitest";
import { quotedBy, saying, spoken } from "../spoken.ts";
import { count, issuesOf, recognise, settings, told } from "./build.ts";

describe("an unknown line", () => {
  const rule = ["unknown-line"];
  const recognitions = recognise([
    count("?Vélos PN 2026-T1 1"),
    count("?VELOS GN 2026-T1 1"),
    count("?Vélos PN 2026-T1 1", { label: "7 - Vélos", family: "Deux-roues" }),
    count("?Vélos PN 2025-T1 2", { delivery: "2025-T1" }),
  ]);

  it("is one warning a label, with the command that settles it", () => {
    expect(issuesOf(rule, { recognitions })).toMatchObject([
      { severity: "warning", message: saying("Vélos"), hint: expect.stringContaining("npm run lecture -- 2026-T1") },
    ]);
  });

  it("is silent once declared", () => {
    const declared = settings('lignes:\n  - { etat: IS101, libelle: "Vélos" }\n');
    expect(issuesOf(rule, { recognitions, settings: declared })).toEqual([]);
  });

  it("is told in words, once for all the files that hold it", () => {
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
          "La ligne « Vélos » (IS 101) n'est pas dans la nomenclature : elle est présentée telle que transmise, et sous son libellé une fois la lecture confirmée.",
        hint: "Confirmez-la avec la lecture, npm run lecture -- 2026-T1, qui demande si c'est un autre nom d'une ligne connue, ou la garde telle quelle. Une ligne d'un tout autre nom : data/LISEZMOI.md, partie 5.",
      },
    ]);
  });

  it("is declared for its statement alone", () => {
    const own = settings('lignes:\n  - { etat: IST, libelle: "Vélos" }\n');
    expect(issuesOf(rule, { recognitions, settings: own })).toHaveLength(1);
    const both = recognise([count("?Vélos PN 2026-T1 1"), count("?Vélos PN 2026-T1 1", { statement: "IST" })]);
    expect(issuesOf(rule, { recognitions: both })).toHaveLength(2);
  });

  it("of a statement that the nomenclature lacks keeps the statement's own name", () => {
    const [issue] = issuesOf(rule, { recognitions: recognise([count("?Vélos PN 2026-T1 1", { statement: "XX9" })]) });
    expect(issue && told(issue).message).toContain("« Vélos » (XX9)");
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
    expect(spoken(issues[0]).message).toMatch(/^2.cellules/);
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
    expect([issues[0]?.place, quotedBy(issues[0])]).toMatchObject([{ row: 3 }, "nd"]);
  });

  it("are named up to six lines, then counted", () => {
    const message = (lines: number) => {
      const own = Array.from({ length: lines }, (_, i) => count(`?l${i} PN 2026-T1 nd`));
      const [issue] = issuesOf(["value-missing"], { recognitions: recognise(own) });
      return issue && told(issue).message;
    };
    expect(message(6)).toMatch(/« l0 », « l1 », « l2 », « l3 », « l4 », « l5 »\. Ce/);
    expect(message(7)).toMatch(/« l5 », et 1\sautre\. Ce/);
    expect(message(8)).toMatch(/« l0 », « l1 », « l2 », « l3 », « l4 », « l5 », et 2 autres\. Ce/);
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
    expect(found(120, 9, 11, 10)).toMatchObject([{ severity: "warning", message: saying("120") }]);
    expect(found(111, 9, 11, 10)).toHaveLength(1);
    expect(found(110, 9, 11, 10)).toEqual([]);
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
    expect(spoken(found(40, 0, 0, 0)[0]).message).toMatch(/ne dépassent pas 0\.$/);
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
