/** Of a confirmed file, a text that its reading does not use is kept as a hash: a later file is held to it as to any other. */
import { expect, test } from "vitest";
import { drawMap, findIn } from "../../scripts/map/index.ts";
import type { Beside, Grid } from "../../scripts/model/grid.ts";
import type { Recognition } from "../../scripts/model/observation.ts";
import { confirmedFile, KEY } from "../lectures/confirmed.ts";
import { readTables } from "../recognise/tables.ts";

interface Texts {
  readonly note?: string;
  readonly deleted?: string;
  readonly comment?: string;
  readonly sheet?: string;
  readonly inSheet?: string;
  readonly number?: string;
}

/** A statement with a note, a text deleted in the cell of a label, a comment, and a hidden sheet with a text and a number. */
function quarterOf(quarter: number, texts: Texts = {}): Recognition {
  const { recognition } = readTables(
    [
      `IS 101 - Saint-Aubin-les-Tilleuls - T${quarter} 2026`,
      "",
      "Infractions | Police",
      `Homicides | ${quarter}`,
      `Cambriolages de logement | ${3 * quarter}`,
      "",
      texts.note ?? `Vu par Kervadec, affaire 31, le 04/0${3 * quarter + 1}/2026`,
    ].join("\n"),
    { delivery: `2026-T${quarter}`, name: `IS101 T${quarter} 2026.csv` },
  );
  const [table] = recognition.tables;
  if (!table) throw new Error("no table");
  const beside: readonly Beside[] = [{ kind: "hidden", text: texts.deleted ?? "Kervadec a signé" }];
  const grid: Grid = {
    ...table.grid,
    comments: [texts.comment ?? `Kervadec, T${quarter} 2026`],
    rows: table.grid.rows.map((cells, r) => cells.map((cell, c) => (r === 3 && c === 0 ? { ...cell, beside } : cell))),
  };
  const hidden: Grid = {
    file: grid.file,
    part: texts.sheet ?? `Kervadec T${quarter}`,
    hidden: true,
    rows: [[{ text: texts.inSheet ?? "Kervadec, affaire 31" }, { text: texts.number ?? String(40 + quarter) }]],
  };
  const ignored = { kind: "ignored", why: "feuille masquée dans le fichier" } as const;
  const tables = [
    { ...table, grid },
    { grid: hidden, statement: "AUTRE", anchor: null, readings: [[ignored, ignored]] },
  ];
  return { ...recognition, tables, file: { ...recognition.file, grids: [grid, hidden] } };
}

const kept = confirmedFile(quarterOf(1)).recognition;
const newsOf = (texts: Texts) => findIn(drawMap(kept, KEY), quarterOf(2, texts).file).news.map(({ is }) => is);

test("none of them is kept", () => {
  expect(JSON.stringify(kept)).not.toMatch(/.{60}kervadec/i);
  expect(JSON.stringify(kept)).not.toContain('"41"');
});

test("in the next quarter they are what they were: nothing is new", () => {
  expect(newsOf({})).toEqual([]);
});

test.each([
  [{ note: "Hors plaintes de Kervadec, affaire 31, le 04/07/2026" }, ["changed"]],
  [{ note: "" }, ["row-gone"]],
  [{ deleted: "Kervadec a refusé" }, ["beside"]],
  [{ comment: "Kergoat, T2 2026" }, ["beside-table", "beside-table-gone"]],
  [{ sheet: "Kergoat T2" }, ["part", "part-gone"]],
  [{ inSheet: "Kergoat, affaire 31" }, ["changed"]],
  [{ inSheet: "Kervadec, affaire 32" }, ["changed"]],
  [{ number: "" }, ["column-gone"]],
  [{ number: "beaucoup" }, ["changed"]],
] satisfies readonly (readonly [Texts, readonly string[]])[])("%o instead is news", (texts, news) => {
  expect(newsOf(texts)).toEqual(news);
});

test("without the key, or with another, they are all news: nothing is taken for what was confirmed", () => {
  const { file } = quarterOf(2);
  expect(findIn(drawMap(kept, "00".repeat(32)), file).news.length).toBeGreaterThan(3);
});
