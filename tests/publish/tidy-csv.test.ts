import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import type { TidyRow } from "../../scripts/model/document/control-sheet.ts";
import { showHidden } from "../../scripts/model/hidden-characters.ts";
import { tidyCsv } from "../../scripts/publish/tidy-csv.ts";
import { anyText, fc, runs } from "../fast-check.ts";

const row: TidyRow = {
  statement: "IS101",
  indicator: "homicides",
  label: "Homicides",
  force: "PN",
  period: "2026-01/2026-03",
  value: 3,
  status: "normal",
  delivery: "2026-T1",
  revised: "",
  provenance: { file: "2026-T1/IS 101.xls", part: "Feuil1", row: 4, column: 2, raw: "3" },
};
const read = (csv: string): readonly Record<string, string>[] =>
  parse(csv, { bom: true, delimiter: ";", columns: true });

describe("donnees.csv", () => {
  test("opens with accents and columns right in a French spreadsheet: mark, semicolons, CRLF", () => {
    const csv = tidyCsv([row]);
    expect(csv.startsWith("\ufeffetat;indicateur;libelle;")).toBe(true);
    expect(csv.split("\r\n")[1]).toBe(
      "IS101;homicides;Homicides;PN;2026-01/2026-03;3;normal;2026-T1;;2026-T1/IS 101.xls;Feuil1;4;2;3",
    );
    expect(csv.replaceAll("\r\n", "")).not.toContain("\n");
  });

  test("a missing count is an empty field, never 0", () => {
    expect(read(tidyCsv([{ ...row, value: null, status: "missing" }]))[0]?.valeur).toBe("");
  });

  test.each([
    ["Vols", "Vols"],
    [" Vols", '" Vols"'], // a spreadsheet may else take the blank away
    ["Vols ", '"Vols "'],
    ["Vols; armes", '"Vols; armes"'],
    ["Vols\narmes", '"Vols\narmes"'],
    ['dits « "x" »', '"dits « ""x"" »"'],
  ])("the label %j is written %s", (label, written) => {
    expect(
      tidyCsv([{ ...row, label }])
        .split("\r\n")[1]
        ?.startsWith(`IS101;homicides;${written};PN;`),
    ).toBe(true);
  });

  test.each([
    "=1+1",
    "+33",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\tVols",
    "\n=1",
    " =cmd|' /C calc'!A0",
    "\u00a0=1",
    "\u202f=1",
    "\u2003=1",
    "＝1+1",
  ])("a text that a spreadsheet would run is made text: %j", (label) => {
    expect(read(tidyCsv([{ ...row, label }]))[0]?.libelle).toBe(`'${label}`);
  });

  test("a character that is not seen, or turns the reading round, is written out and hides no formula", () => {
    const csv = tidyCsv([
      {
        ...row,
        label: "Vols\u202e5 \u0007",
        provenance: { ...row.provenance, file: "2026-T1/\u202egpj.csv", raw: "\r=1" },
      },
      { ...row, label: "\ufeff=1", provenance: { ...row.provenance, raw: "\u200b=1" } },
    ]);
    expect(read(csv).map(({ libelle, fichier, texte }) => [libelle, fichier, texte])).toEqual([
      ["Vols[U+202E]5 [U+0007]", "2026-T1/[U+202E]gpj.csv", "[U+000D]=1"],
      ["[U+FEFF]=1", "2026-T1/IS 101.xls", "[U+200B]=1"],
    ]);
  });

  test("a negative number stays a number, and decimals stand after a comma", () => {
    expect(read(tidyCsv([{ ...row, value: 2.5 }]))[0]?.valeur).toBe("2,5");
    expect(read(tidyCsv([{ ...row, value: -2 }]))[0]?.valeur).toBe("-2");
  });

  test("whatever a file holds comes back as it was, but for the apostrophe and what is written out", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), anyText, (label, raw) => {
        const [back] = read(tidyCsv([{ ...row, label, provenance: { ...row.provenance, raw } }]));
        expect(back?.libelle?.replace(/^'/, "")).toBe(showHidden(label).replace(/^'/, ""));
        expect(back?.texte?.replace(/^'/, "")).toBe(showHidden(raw).replace(/^'/, ""));
      }),
      runs(50),
    );
  });
});
