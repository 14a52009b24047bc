/** The message to the service: what is its affair, by file and cell; no number of facts unless asked. */

import { expect, test } from "vitest";
import { compose } from "../../scripts/compose/index.ts";
import { policeLetter } from "../../scripts/model/document/letter.ts";
import type { Issue } from "../../scripts/model/issue.ts";
import { own } from "../../scripts/model/received.ts";
import { textFile } from "../../scripts/publish/session/texts.ts";
import { madeIssue } from "../spoken.ts";
import { AT, madeInput, town } from "./made.ts";

const { settings } = madeInput(town());
const cell = (row: number, column: number) => ({ file: "2026-T1/IS101.xls", part: "Feuil1", row, column, raw: "937" });
const total = madeIssue({
  rule: "total-does-not-add-up",
  severity: "error",
  message: "Le total 937 n'est pas la somme de ses lignes, 941",
  place: cell(8, 3),
  also: [cell(9, 3)],
});
const letter = (issues: readonly Issue[], withFigures = false): string =>
  (policeLetter({ issues, settings, quarter: AT, withFigures }) ?? []).join("\n").replace(/[\u00a0\u202f]/g, " ");

test("nothing that is the service's affair: no message", () => {
  const own: readonly Issue[] = [
    madeIssue({ rule: "settings-default", severity: "warning", message: "x" }),
    madeIssue({ rule: "unknown-line", severity: "warning", message: "x" }),
    { ...total, severity: "info" },
    { ...total, place: { file: "2025-T4/IS101.xls" }, also: [] },
  ];
  expect(letter(own)).toBe("");
  expect(compose(madeInput(town())).session.letter).toBeNull();
});

test("a contradiction is named by its cells, and its numbers stand only where they are asked for", () => {
  const plain = letter([total]);
  expect(plain).toContain(
    "- Des nombres ne concordent pas entre eux :\n    2026-T1/IS101.xls, « Feuil1 », ligne 8, colonne C ; 2026-T1/IS101.xls, « Feuil1 », ligne 9, colonne C\n  Lesquels font foi ?",
  );
  expect(plain).not.toMatch(/937|941/);
  expect(plain).toContain("Aucun chiffre n'est repris ici");
  const whole = letter([total], true);
  expect(whole.split("\n")[0]).toMatch(/MESSAGERIE SÉCURISÉE/);
  expect(whole).toContain("colonne C : Le total 937 n'est pas la somme de ses lignes, 941.");
  expect(whole).not.toContain("Aucun chiffre");
});

test("twelve places of one kind are named, the others counted", () => {
  const many = (count: number) =>
    letter(Array.from({ length: count }, (_, i): Issue => ({ ...total, place: cell(i + 1, 3), also: [] })));
  expect(many(12)).toMatch(/ligne 12, colonne C\n {2}Lesquels/);
  expect(many(13)).toMatch(/ligne 12, colonne C\n {4}et 1 autre endroit\.\n/);
  expect(many(14)).toContain("et 2 autres endroits.");
});

test("what is late, missing, or cannot be read, each with what is asked", () => {
  const text = letter([
    madeIssue({ rule: "file-unreadable", severity: "error", message: "x", place: { file: "2026-T1/IST.doc" } }),
    {
      rule: "statement-missing",
      severity: "warning",
      about: { statement: own("I.S.T"), quarters: [AT] },
      place: { file: "2026-T1" },
    },
    {
      rule: "delivery-late",
      severity: "warning",
      message: "x",
      place: { file: "2026-T2" },
      awaited: "2e trimestre 2026",
    },
    madeIssue({ rule: "ambiguous-reading", severity: "error", message: "x 12", place: cell(40, 1) }),
  ]);
  expect(text.split("\n").filter((line) => /^(-| {4})/.test(line))).toEqual([
    "- Livraison qui ne nous est pas parvenue : 2e trimestre 2026.",
    "- L'état I.S.T du 1er trimestre 2026 ne nous est pas parvenu.",
    "- Ce fichier ne peut pas être lu, ou pas en entier :",
    "    2026-T1/IST.doc",
    "- Une note ou un intitulé laisse un doute sur ce que comptent les chiffres :",
    "    2026-T1/IS101.xls, « Feuil1 », ligne 40, colonne A",
  ]);
  expect(text).not.toMatch(/\bx\b/);
});

test("a statement that was sent twice is asked for, and nothing of it is to be confirmed", () => {
  const text = letter([madeIssue({ rule: "figures-copied", severity: "error", message: "x", place: cell(4, 2) })]);
  expect(text).toContain("- Ce document semble porter sur un autre trimestre :\n");
  expect(text).not.toContain("Pouvez-vous le confirmer ?");
});

test("the bulletin of such a quarter carries it, as a text that every editor shows", () => {
  const { session } = compose(madeInput(town(), { issues: [{ ...total, severity: "warning" }] }));
  expect(textFile(session.letter ?? [])).toContain("Bonjour,\r\n\r\nEn préparant");
});
