/** What a command prints of an issue, and of a whole check: in order, with its place and what to do. */

import { stripVTControlCharacters } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Issue } from "../../scripts/model/issue.ts";
import { countIssues, formatIssue, printCheck, sortIssues } from "../../scripts/shell/terminal.ts";
import { readTables } from "../recognise/tables.ts";
import { madeIssue, type Said } from "../spoken.ts";

const plain = (text: string): string => stripVTControlCharacters(text).replaceAll(/[\u00a0\u202f]/g, " ");
const issue = (more: Partial<Said> = {}): Issue =>
  madeIssue({
    rule: "figure-revised",
    severity: "warning",
    message: "Un nombre a changé.",
    ...more,
  });
const cell = { file: "2026-T1/a.xls", part: "Feuil1", row: 8, column: 3, raw: "1" };

describe("an issue", () => {
  test.each([
    ["error", "ERREUR  Un nombre a changé."],
    ["warning", "À VÉRIFIER  Un nombre a changé."],
    ["info", "À NOTER  Un nombre a changé."],
  ] as const)("of the severity %s begins with its word", (severity, text) => {
    expect(plain(formatIssue(issue({ severity })))).toBe(text);
  });

  test("says where, how many other cells, and what to do", () => {
    const whole = issue({ place: cell, also: [cell, cell], hint: "Demandez." });
    expect(plain(formatIssue(whole)).split("\n")).toEqual([
      "À VÉRIFIER  Un nombre a changé.",
      "    où : 2026-T1/a.xls, « Feuil1 », ligne 8, colonne C, et 2 autres cellules",
      "    que faire : Demandez.",
    ]);
  });

  test.each([
    [{ file: "2026-T1/a.csv" }, "2026-T1/a.csv"],
    [{ ...cell, part: "CSV" }, "2026-T1/a.xls, ligne 8, colonne C"],
    [{ ...cell, part: "document" }, "2026-T1/a.xls, ligne 8, colonne C"],
  ])("at %j", (place, text) => {
    expect(plain(formatIssue(issue({ place }))).split("\n")[1]).toBe(`    où : ${text}`);
  });

  test("is cut when it is longer than a screen, and what a file brings draws no line of its own", () => {
    expect(formatIssue(issue({ message: "a".repeat(1000) }))).toContain("a".repeat(1000));
    expect(plain(formatIssue(issue({ message: "a".repeat(1500) })))).toHaveLength("À VÉRIFIER  ".length + 1000);
    const forged = plain(formatIssue(issue({ message: "vu\nERREUR  rien" })));
    expect(forged.split("\n")).toHaveLength(1);
  });
});

test("issues are counted by severity, and printed with the errors last, where the eye is", () => {
  const of = (...severities: readonly Issue["severity"][]) => severities.map((severity) => issue({ severity }));
  expect(plain(countIssues(of("info", "error", "warning", "error")))).toBe("2 erreurs, 1 avertissement, 1 information");
  expect(countIssues([])).toBe("aucune remarque");
  expect(sortIssues(of("error", "info", "warning", "info")).map((i) => i.severity)).toEqual([
    "info",
    "info",
    "warning",
    "error",
  ]);
});

describe("the check of a folder", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });
  const recognition = readTables("IS 101 - T1 2026\nInfractions|Police\nHomicides|1\nVols avec armes|n.d.").recognition;
  const { source } = recognition.file;
  const printed = (
    issues: readonly Issue[],
    references: readonly unknown[] = [],
    told: readonly Issue[] = [],
  ): string => {
    const lines: string[] = [];
    const deliveries = { names: ["2026-T1"], files: [source], references, all: [source] };
    printCheck((text) => lines.push(text), deliveries as never, {
      labelOf: (statement) => statement,
      recognitions: [recognition],
      references: [],
      issues,
      told,
    });
    return plain(lines.join("\n"));
  };

  test("has a line a file: its format, its statement, its quarter, what was read, what is to be said", () => {
    const text = printed([issue({ place: { file: source.path } }), issue()]);
    expect(text).toMatch(/Fichier +Format +État +Trimestre +Chiffres lus +Remarques/);
    expect(text).toMatch(/2026-T1\/etat\.csv +csv +IS101 +2026-T1 +1 +1 avertissement\n/);
    expect(text).toMatch(/\n1 fichier, 2 avertissements\.$/);
    expect(text).not.toContain("Bases publiques");
  });

  test("with nothing to say, its last line follows the table", () => {
    expect(printed([])).toMatch(/ aucune remarque\n\n1 fichier, aucune remarque\.$/);
  });

  test("counts what a bulletin has told, and shows the rest; an error is always shown", () => {
    const [old, other, fault] = [issue({ message: "Vu." }), issue({ message: "Neuf." }), issue({ severity: "error" })];
    const text = printed([old, other, fault], [], [{ ...old }, { ...fault }]);
    expect(text).not.toContain("Vu.");
    expect(text).toContain("À VÉRIFIER  Neuf.");
    expect(text).toContain("ERREUR  Un nombre a changé.");
    expect(text).toContain(
      "\nEt 1 remarque des trimestres précédents, que leur bulletin a déjà dite : npm run check -- --tout",
    );
    expect(text).toMatch(/\n1 fichier, 1 erreur, 2 avertissements\.$/);
  });

  test("names the files that were not read at all, and neither a delivery nor a file that was", () => {
    const error = (file: string) => issue({ severity: "error", place: { file } });
    const text = printed(
      [error("2026-T1/zip.zip"), error("2026-T1"), error(source.path)],
      [{ path: "reference/a.csv" }],
    );
    expect(text).toMatch(/2026-T1\/zip\.zip +non lu +— +— +0 +1 erreur\n/);
    expect(text).not.toMatch(/^2026-T1 +non lu/m);
    expect(text).toContain("Bases publiques de référence : 1 fichier, 0 taux pour la section « Contexte ».");
    expect(text).toMatch(/\n2 fichiers, 3 erreurs\.$/);
  });
});
