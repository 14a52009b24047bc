import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Edition } from "../../scripts/model/document/bulletin.ts";
import { columnName } from "../../scripts/model/format.ts";
import { COVERED } from "../../scripts/model/grid.ts";
import { showHidden } from "../../scripts/model/hidden-characters.ts";
import type { Observation } from "../../scripts/model/observation.ts";
import { quarter } from "../../scripts/model/period.ts";
import { readingWords } from "../../scripts/publish/filters/control.ts";
import { controlView } from "../../scripts/publish/filters/control-view.ts";
import { cssString, embedJson, pageStyle } from "../../scripts/publish/filters/embed.ts";
import { olderCell, shownCells } from "../../scripts/publish/filters/source-ids.ts";
import { groupStarts, headRows } from "../../scripts/publish/filters/table-head.ts";
import { leadIn, printable } from "../../scripts/publish/filters/texts.ts";
import { sampleEdition } from "./sample.ts";

test("hidden characters are written out; French spaces, tabs and line feeds stay", () => {
  expect(showHidden("a\u202eb\u0000\u200b\ufeff")).toBe("a[U+202E]b[U+0000][U+200B][U+FEFF]");
  expect(showHidden("1\u202f012\u00a0faits\t\n")).toBe("1\u202f012\u00a0faits\t\n");
});

test("printable keeps the shape of the data", () => {
  expect(printable({ a: ["\u0007"], b: null, c: 1, d: { e: true } })).toEqual({
    a: ["[U+0007]"],
    b: null,
    c: 1,
    d: { e: true },
  });
});

test("what holds nothing hidden is not copied", () => {
  const data = { a: ["b", { c: "d" }] };
  expect(printable(data)).toBe(data);
  expect(printable(["\u0000", "b"])).toEqual(["[U+0000]", "b"]);
});

test("embedded JSON reads back the same and cannot end its element", () => {
  const data = { text: "</script><!-- & \u2028" };
  expect(embedJson(data)).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(embedJson(data))).toEqual(data);
});

test("a CSS string cannot be left, whatever the commune is called", () => {
  expect(cssString('L’Haÿ "x"</style>')).toBe('"L’Haÿ \\22 x\\22 \\3c \\2f style\\3e "');
});

test("page margins carry marking, place, copy, fingerprint and the banner only when there is one", () => {
  const { bulletin } = sampleEdition();
  expect(pageStyle(bulletin)).toContain('--page-banner:"EXEMPLE – DONNÉES FICTIVES\\a "');
  expect(pageStyle({ ...bulletin, banner: null })).toContain('--page-banner:""');
  expect(pageStyle(bulletin)).toContain(`--page-fingerprint:"Empreinte ${bulletin.fingerprint.slice(0, 12)}"`);
});

test("a source cell is named by its place on the page, found before and after hidden characters are written out", () => {
  const { control } = sampleEdition();
  const [file] = control.files;
  const [table] = file?.tables ?? [];
  if (!file || !table) throw new Error("the sample has no table");
  const hidden = { ...table, grid: { ...table.grid, file: "2026-T1/é\u202e.xls" } };
  const shown = shownCells([{ ...file, tables: [table, hidden] }]);
  expect(shown("2026-T1/é\u202e.xls#CSV!3:3")).toBe("s1-2-C3");
  expect(shown(showHidden("2026-T1/é\u202e.xls#CSV!3:3"))).toBe("s1-2-C3");
  expect(shown(`${table.grid.file}#CSV!3:3`)).toBe("s1-1-C3");
});

test("of two tables that are said to stand at one place, a figure leads to the first", () => {
  const { control } = sampleEdition();
  const [file] = control.files;
  const [table] = file?.tables ?? [];
  if (!file || !table) throw new Error("the sample has no table");
  const shown = shownCells([{ ...file, tables: [table, table] }]);
  expect(shown(`${table.grid.file}#CSV!3:3`)).toBe("s1-1-C3");
});

test("the control sheet shows a table as it was sent: its hidden sheet, names of rows, merged cells", () => {
  const { control, bulletin } = sampleEdition();
  const [file] = control.files;
  const [table] = file?.tables ?? [];
  if (!file || !table) throw new Error("the sample has no table");
  const first = [{ text: "IS 101", colSpan: 3, rowSpan: 2 }, COVERED, COVERED, { text: "x" }];
  const rows = [first, ...table.grid.rows.slice(1)];
  const grid = { ...table.grid, rows, hidden: true as const, rowNames: ["p. 2, 7"] };
  const view = controlView({ ...control, files: [{ ...file, tables: [{ ...table, grid }] }] }, bulletin);
  const seen = view.files[0]?.tables[0];
  expect(seen?.hidden).toBe(true);
  expect(seen?.rows.slice(0, 2).map(({ name }) => name)).toEqual(["p. 2, 7", "2"]);
  expect(seen?.rows[0]?.cells).toEqual([
    expect.objectContaining({ raw: "IS 101", spans: ' colspan="3" rowspan="2"' }),
    { kind: "empty" },
  ]);
});

test("the control sheet says what was found of no file in particular, and numbers all that was found", () => {
  const { control, bulletin } = sampleEdition();
  const { issues, files } = controlView(control, bulletin);
  expect(issues.map(({ word, message }) => [word, message])).toEqual([
    ["Information", "Aucun fichier convention.yaml : les valeurs par défaut s’appliquent."],
  ]);
  const ids = [...issues, ...files.flatMap((file) => file.issues)].map(({ id }) => id);
  expect(new Set(ids).size).toBe(control.issues.length + control.files.flatMap((file) => file.issues).length);
});

test("a cell that the page does not show as read has no identifier", () => {
  const { control } = sampleEdition();
  const file = control.files[0]?.tables[0]?.grid.file;
  const shown = shownCells(control.files);
  expect(shown(`${file}#CSV!1:2`)).toBeUndefined(); // empty
  expect(shown(`${file}#CSV!99:1`)).toBeUndefined();
  expect(shown(`${file}#Feuil2!3:3`)).toBeUndefined();
  expect(shown("2020-T1/ancien.xls#CSV!3:3")).toBeUndefined();
});

test("a cell of an older delivery is named by its place on the sheet of its quarter, where there is one", () => {
  const older = {
    "2025-T1/a.csv#CSV!4:2": { count: 7, sheet: "2025-T1", file: 1, table: 0 },
    "2025-T2/a.csv#CSV!4:2": { count: 8, sheet: null, file: 0, table: 0 },
  };
  expect(olderCell("2025-T1/a.csv#CSV!4:2", { older })).toBe("../2025-T1/controle.html#s2-1-B4");
  expect(olderCell("2025-T2/a.csv#CSV!4:2", { older })).toBeUndefined();
  expect(olderCell("2025-T3/a.csv#CSV!4:2", { older })).toBeUndefined();
});

test("columns are named as a spreadsheet does", () => {
  expect([1, 26, 27, 702, 703].map(columnName)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
});

test("a reading is told in words, once", () => {
  expect(readingWords({ kind: "text", role: "label", means: "ligne : Homicides" })).toBe("ligne · Homicides");
  expect(readingWords({ kind: "text", role: "header", means: "en-tête" })).toBe("en-tête");
  expect(readingWords({ kind: "ignored", why: "rang" })).toBe("ignoré\u00a0: rang");
  expect(readingWords({ kind: "not-understood", why: "en-tête inconnu" })).toBe("non compris\u00a0: en-tête inconnu");
  expect(readingWords({ kind: "empty" })).toBe("");
});

test("a count is told with its period, and its force when it is one of the two", () => {
  const words = (force: Observation["force"], kind: Observation["kind"] = "line"): string =>
    readingWords({
      kind: "count",
      observation: { force, kind, period: quarter(2026, 1) } as Observation,
    });
  expect(words("PN")).toBe("nombre T1\u00a02026 · PN");
  expect(words("ensemble")).toBe("nombre T1\u00a02026");
  expect(words("ensemble", "total")).toBe("total transmis T1\u00a02026");
});

test("columns with groups give two rows of heads, and columns without a group span both", () => {
  const columns = [
    { id: "a", label: "Ligne", kind: "label" },
    { id: "b", label: "2026", group: "Trimestre", kind: "number" },
    { id: "c", label: "2025", group: "Trimestre", kind: "number" },
    { id: "d", label: "Lecture", kind: "text" },
    { id: "e", label: "Courbe", kind: "sparkline" },
  ] as const;
  const [upper = [], lower = []] = headRows(columns);
  expect(upper.map((head) => [head.label, head.colspan, head.rowspan, head.column])).toEqual([
    ["Ligne", 1, 2, 0],
    ["Trimestre", 2, 1, null],
    ["Lecture", 1, 2, 3],
    ["Courbe", 1, 2, null],
  ]);
  expect(lower.map((head) => [head.label, head.column])).toEqual([
    ["2026", 1],
    ["2025", 2],
  ]);
  const again = [columns[1], columns[3], { ...columns[2], group: "Cumul" }, columns[1]];
  expect(headRows(again)[0]?.map(({ label, colspan }) => `${label} ${colspan}`)).toEqual([
    "Trimestre 1",
    "Lecture 1",
    "Cumul 1",
    "Trimestre 1",
  ]);
  expect(groupStarts([{ id: "b", label: "2026", kind: "number" }, columns[3], columns[4]])).toEqual([
    false,
    true,
    false,
  ]);
  expect(headRows(columns.slice(0, 1))).toHaveLength(1);
  expect(groupStarts(columns)).toEqual([false, true, false, true, false]);
});

test("a lead is joined by a colon unless it ends with a sign of its own", () => {
  expect(leadIn("Vols")).toBe("Vols\u00a0:");
  for (const said of ["Vols : baisse.", "Vols, armes…", "Vols ?", "Vols\u00a0:"]) expect(leadIn(said)).toBe(said);
});

test("each thing found at a cell is told at that cell, also when a file has several", () => {
  const { control, bulletin } = sampleEdition();
  const [file] = control.files;
  const [issue] = file?.issues ?? [];
  if (!file || !issue?.place || !("row" in issue.place)) throw new Error("the sample finds nothing at a cell");
  const places = [issue.place, { ...issue.place, column: issue.place.column - 1 }, issue.place];
  const issues = places.map((place, i) => ({ ...issue, place, message: `n° ${i + 1}` }));
  const view = controlView({ ...control, files: [{ ...file, issues }] }, bulletin);
  const cells = view.files.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells)));
  const told = cells.flatMap((cell) =>
    "issues" in cell && cell.issues.length > 0 ? [[cell.id, ...cell.issues.map(({ message }) => message)]] : [],
  );
  const [first, second] = view.files[0]?.issues ?? [];
  expect(told).toEqual([
    [second?.cell, "n° 2"],
    [first?.cell, "n° 1", "n° 3"],
  ]);
});

test("a figure of several cells is written out as the sum of what each of them holds; a rate is not", () => {
  const { control, bulletin } = JSON.parse(
    readFileSync("tests/fixtures/publish/sample-edition.json", "utf8"),
  ) as Edition;
  const { derived } = controlView(control, bulletin);
  const first = derived.find(({ label, text }) => label === "Cambriolages de logement" && text === "50");
  expect(first?.parts.map(({ sign, count, text }) => `${sign} ${count} (${text.replace(/.*, /, "")})`)).toEqual([
    "= 7 (D7)",
    "+ 6 (D7)",
    "+ 13 (D7)",
    "+ 24 (D7)",
  ]);
  const rates = derived.filter(({ text }) => text.includes(","));
  expect(rates.length).toBeGreaterThan(3);
  expect(rates.filter(({ isSum }) => isSum)).toEqual([]);
});
