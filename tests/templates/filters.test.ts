import { expect, test } from "vitest";
import { columnName, readingWords, sourceId } from "../../scripts/publish/filters/control.ts";
import { cssString, embedJson, pageStyle } from "../../scripts/publish/filters/embed.ts";
import { leadIn } from "../../scripts/publish/filters/lead-in.ts";
import { printable, showHidden } from "../../scripts/publish/filters/printable.ts";
import { groupStarts, headRows } from "../../scripts/publish/filters/table-head.ts";
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
  expect(pageStyle(bulletin)).toContain('--page-fingerprint:"Empreinte 8f3a8f3a8f3a"');
});

test("a source cell has one identifier, before and after hidden characters are written out", () => {
  const key = "2026-T1/é\u202e.xls#F!1:2";
  expect(sourceId(key)).toBe(sourceId(showHidden(key)));
  expect(sourceId(key)).toMatch(/^s-[0-9a-f]{10}$/);
  expect(sourceId("a#F!1:2")).not.toBe(sourceId("a#F!1:3"));
});

test("columns are named as a spreadsheet does", () => {
  expect([0, 25, 26, 701, 702].map(columnName)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
});

test("a reading is told in words, once", () => {
  expect(readingWords({ kind: "text", role: "label", means: "ligne : Homicides" })).toEqual({
    word: "ligne",
    detail: "Homicides",
    because: [],
  });
  expect(readingWords({ kind: "ignored", why: "rang" })).toEqual({ word: "ignoré", detail: "rang", because: [] });
  expect(readingWords({ kind: "not-understood", why: "en-tête inconnu" }).word).toBe("non compris");
  expect(readingWords({ kind: "empty" }).word).toBe("");
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
  expect(headRows(columns.slice(0, 1))).toHaveLength(1);
  expect(groupStarts(columns)).toEqual([false, true, false, true, false]);
});

test("a lead is joined by a colon unless it ends with a sign of its own", () => {
  expect(leadIn("Vols")).toBe("Vols\u00a0:");
  expect(leadIn("Vols : baisse.")).toBe("Vols : baisse.");
});
