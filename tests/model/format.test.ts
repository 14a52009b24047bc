/** How values are written, with the spaces shown as plain ones. */
import { describe, expect, test } from "vitest";
import {
  columnName,
  FORCE_LABELS,
  formatCell,
  formatDate,
  formatDifference,
  formatNumber,
  formatPercent,
  formatPeriod,
  formatPeriodShort,
  MINUS,
  NBSP,
  NNBSP,
  ordinal,
  plural,
  SEVERITY_LABELS,
} from "../../scripts/model/format.ts";
import { type Period, parsePeriodKey, span } from "../../scripts/model/period.ts";

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, " ");

test.each([
  [0, 0, "0"],
  [999, 0, "999"],
  [1012, 0, "1 012"],
  [1234567, 0, "1 234 567"],
  [2.25, 2, "2,25"],
  [1999.96, 1, "2 000,0"],
  [-3, 0, "−3"],
  [-1012.5, 1, "−1 012,5"],
  [-0.04, 1, "0,0"], // nothing is left of it: no sign
  [-0.4, 0, "0"],
  [0.5, 1, "0,5"],
])("the number %d with %i decimals", (value, digits, text) => {
  expect(plain(formatNumber(value, digits))).toBe(text);
});

test("a number keeps its thousands and its sign on one line", () => {
  expect(formatNumber(-1012)).toBe(`${MINUS}1${NNBSP}012`);
  expect(plural(1012, "fait")).toBe(`1${NNBSP}012${NBSP}faits`);
});

test.each([
  [5, "+5"],
  [0, "0"],
  [-3, "−3"],
  [1012, "+1 012"],
])("the difference %d", (value, text) => {
  expect(plain(formatDifference(value))).toBe(text);
});

test.each([
  [0.455, 0, "+46 %"],
  [-0.14, 0, "−14 %"],
  [0, 0, "0 %"],
  [0.004, 0, "0 %"], // rounded to nothing: no sign
  [-0.004, 0, "0 %"],
  [0.004, 1, "+0,4 %"],
  [0.0004, 1, "0,0 %"],
  [1, 0, "+100 %"],
])("the ratio %d with %i decimals", (ratio, digits, text) => {
  expect(plain(formatPercent(ratio, digits))).toBe(text);
});

test.each([
  [0, "0 fait"],
  [1, "1 fait"],
  [1.5, "2 fait"],
  [2, "2 faits"],
  [-1, "−1 fait"],
  [-2, "−2 faits"],
])("of %d facts", (n, text) => {
  expect(plain(plural(n, "fait"))).toBe(text);
});

test("a plural of another form, an ordinal, a date", () => {
  expect(plain(plural(3, "journal", "journaux"))).toBe("3 journaux");
  expect([1, 2, 4].map(ordinal)).toEqual(["1er", "2e", "4e"]);
  expect(["2026-04-08", "2026-08-01", "2025-12-31"].map((day) => plain(formatDate(day)))).toEqual([
    "8 avril 2026",
    "1er août 2026",
    "31 décembre 2025",
  ]);
});

describe("a period", () => {
  const of = (key: string): Period => parsePeriodKey(key) ?? expect.fail(`no period: ${key}`);
  test.each([
    ["2026-01/2026-03", "1er trimestre 2026", "T1 2026"],
    ["2025-10/2025-12", "4e trimestre 2025", "T4 2025"],
    ["2026-01/2026-06", "1er semestre 2026", "S1 2026"],
    ["2025-07/2025-12", "2e semestre 2025", "S2 2025"],
    ["2025-01/2025-12", "année 2025", "2025"],
    ["2026-01/2026-09", "janvier à septembre 2026", "janv.–sept. 2026"],
    ["2025-04/2026-03", "avril 2025 à mars 2026", "avr. 2025–mars 2026"],
    ["2025-10/2026-03", "octobre 2025 à mars 2026", "oct. 2025–mars 2026"],
    ["2026-02/2026-04", "février à avril 2026", "févr.–avr. 2026"],
    ["2026-02/2026-07", "février à juillet 2026", "févr.–juil. 2026"],
    ["2026-08/2026-08", "août 2026", "août 2026"],
  ])("%s", (key, text, short) => {
    expect([plain(formatPeriod(of(key))), plain(formatPeriodShort(of(key)))]).toEqual([text, short]);
  });
});

test.each([
  [1, "A"],
  [26, "Z"],
  [27, "AA"],
  [52, "AZ"],
  [53, "BA"],
  [702, "ZZ"],
  [703, "AAA"],
])("the column %i is %s", (column, name) => {
  expect(columnName(column)).toBe(name);
});

test("a cell is named as a person finds it", () => {
  expect(formatCell({ row: 4, column: 3 })).toBe("ligne 4, colonne C");
  expect(formatCell({ row: 4, column: 3, name: "tableau 1, ligne 2" })).toBe("tableau 1, ligne 2, colonne C");
});

test("each month has its name, whole in a sentence, short over an axis", () => {
  const months = Array.from({ length: 12 }, (_, i) => span(2026, i + 1, i + 1));
  expect(months.map((m) => plain(formatPeriod(m)).replace(" 2026", "")).join(" ")).toBe(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  );
  expect(months.map((m) => plain(formatPeriodShort(m)).replace(" 2026", "")).join(" ")).toBe(
    "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
  );
});

test("how grave an issue is, and who recorded, are said in these words", () => {
  expect(SEVERITY_LABELS).toEqual({ error: "Erreur", warning: "Avertissement", info: "Information" });
  expect(FORCE_LABELS).toEqual({ PN: "Police nationale", GN: "Gendarmerie nationale", ensemble: "Ensemble" });
});
