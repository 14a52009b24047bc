import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TidyRow } from "../../scripts/model/bulletin.ts";
import { tidyCsv } from "../../scripts/publish/tidy-csv.ts";

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

  test.each(["=1+1", "+33", "-1", "@SUM(A1)", "\t=1", "\r=1", " =cmd|' /C calc'!A0", "\u00a0=1", "＝1+1"])(
    "a text that a spreadsheet would run is made text: %j",
    (label) => {
      expect(read(tidyCsv([{ ...row, label }]))[0]?.libelle).toBe(`'${label}`);
    },
  );

  test("a negative number stays a number", () => {
    expect(read(tidyCsv([{ ...row, value: -2 }]))[0]?.valeur).toBe("-2");
  });

  test("whatever a file holds comes back as it was, but for the apostrophe", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), (label, raw) => {
        const [back] = read(tidyCsv([{ ...row, label, provenance: { ...row.provenance, raw } }]));
        expect(back?.libelle?.replace(/^'/, "")).toBe(label.replace(/^'/, ""));
        expect(back?.texte?.replace(/^'/, "")).toBe(raw.replace(/^'/, ""));
      }),
      { numRuns: 50 },
    );
  }, 30_000);
});
