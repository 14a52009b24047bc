/** The grid that the blocks of a document make, whatever its format. */

import { describe, expect, test } from "vitest";
import { MAX_COLUMNS, MAX_ROWS } from "../../../scripts/read/contract/limits.ts";
import {
  assembleDocument,
  type Block,
  paragraph,
  type TableRow,
  withPages,
} from "../../../scripts/read/document/document.ts";
import { NAMES } from "../../../scripts/read/plain/rule.ts";
import { quotedBy, spoken } from "../../spoken.ts";
import { refusal, show } from "../source.ts";
import { cellAt, other, rowOf, tableOf } from "./blocks.ts";

const assembled = (...blocks: readonly Block[]): readonly string[] => {
  const { value, issues } = assembleDocument("a.odt", blocks);
  const [grid] = value;
  return [
    ...show(grid).map((line, i) => `${grid?.rowNames?.[i]}: ${line}`),
    ...issues.map(spoken).map(({ rule, message }) => `${rule} ${message}`),
  ];
};

describe("the grid of a document", () => {
  test("names its paragraphs, its tables and their rows, and parts a table from what follows it", () => {
    const blocks = [
      paragraph("IS 101"),
      tableOf(rowOf("Vols", "7")),
      paragraph(" "),
      tableOf(rowOf("Rixes", "8"), rowOf("Viols", "9")),
      paragraph("Source"),
      paragraph("Note", "pied de page"),
    ];
    expect(assembled(...blocks)).toEqual([
      "paragraphe 1: IS 101|",
      "tableau 1, ligne 1: Vols|7",
      "après le tableau 1: |",
      "tableau 2, ligne 1: Rixes|8",
      "tableau 2, ligne 2: Viols|9",
      "après le tableau 2: |",
      "paragraphe 2: Source|",
      "pied de page: Note|",
    ]);
    expect(assembled(tableOf(rowOf("Vols", "7")), paragraph("")).slice(-1)).toEqual(["tableau 1, ligne 1: Vols|7"]);
    expect(assembled(tableOf(), paragraph("a"))).toEqual(["paragraphe 1: a"]);
    expect(assembled(tableOf({ ...rowOf("Vols", "7"), name: "page 1, ligne 2" }))).toEqual(["page 1, ligne 2: Vols|7"]);
  });

  test("has a row of cells for each of five lines typed as rows, and for the headings parted by tabs over them", () => {
    const lines = ["Homicides", "Vols avec armes", "Vols", "Rixes", "Viols"];
    const typed = (of: (label: string, i: number) => string, ...before: readonly string[]) =>
      assembled(...[...before, ...lines.map(of)].map((text) => paragraph(text)));
    const rows = lines.map((label, i) => `paragraphe ${i + 1}: ${label}|${i}`);
    expect(typed((label, i) => `${label} : ${i}`)).toEqual(rows);
    expect(typed((label, i) => `${label} ........ ${i}`)).toEqual(rows);
    expect(typed((label, i) => `${label}\t\t${i}`)).toEqual(rows);
    const inOne = lines.map((label, i) => `${label} : ${i}`).join("\n");
    expect(assembled(paragraph(inOne))).toEqual(rows.map((row) => row.replace(/\d/, "1")));
    expect(typed((label, i) => `${label}\t${i}\t7`, "Faits\tPN\tGN")[0]).toBe("paragraphe 1: Faits|PN|GN");
    expect(typed((label, i) => `${label}\t${i}\t7`, "PN\tGN").slice(0, 2)).toEqual([
      "paragraphe 1: |PN|GN",
      "paragraphe 2: Homicides|0|7",
    ]);
    expect(typed((label, i) => `${label}\t${i}`, "IS 101").slice(0, 2)).toEqual([
      "paragraphe 1: IS 101|",
      "paragraphe 2: Homicides|0",
    ]);
    // of another width, of fewer lines, with more than a number, in the margin of the pages
    expect(typed((label, i) => (i === 2 ? `${label}\t1\t2` : `${label}\t${i}`))[0]).toBe("paragraphe 1: Homicides\t0");
    expect(typed((label, i) => (i === 0 ? label : `${label} : ${i}`))[1]).toBe("paragraphe 2: Vols avec armes : 1");
    expect(typed((label, i) => `${label} : ${i} faits ou plus`)[0]).toBe("paragraphe 1: Homicides : 0 faits ou plus");
    expect(assembled(...withPages([paragraph(inOne)], [], []))).toHaveLength(1);
    const struck = { kind: "struck", text: "12" } as const;
    const { value } = assembleDocument("a.odt", [paragraph({ text: inOne, beside: [struck] })]);
    expect(value[0]?.rows.flat().every(({ beside }) => beside?.length === 1)).toBe(true);
  });

  test("stands between the headers and the footers of its pages, each said once, whose tables hold no figures", () => {
    const header = [paragraph("IS 101"), paragraph("IS 101"), paragraph("Nord")];
    const footer = [tableOf(rowOf("Exemplaire n°", "12"))];
    expect(assembled(...withPages(header, [tableOf(rowOf("Vols", "7"))], footer))).toEqual([
      "en-tête de page: IS 101|",
      "en-tête de page: Nord|",
      "tableau 1, ligne 1: Vols|7",
      "après le tableau 1: |",
      "pied de page: Exemplaire n°\t12|",
    ]);
  });

  test("covers the places of merged cells, no further than the table goes", () => {
    expect(
      assembled(
        tableOf(
          { cells: [cellAt(0, "a", { rowSpan: 2 }), cellAt(1, "b", { colSpan: 2 })] },
          { cells: [cellAt(1, "c"), cellAt(2, "d")] },
        ),
      ),
    ).toEqual(["tableau 1, ligne 1: a{2x1}|b{1x2}|^", "tableau 1, ligne 2: ^|c|d"]);
    expect(assembled(tableOf(rowOf("x", "y"), { cells: [cellAt(0, "a", { rowSpan: 9 }), cellAt(1, "b")] }))).toEqual([
      "tableau 1, ligne 1: x|y",
      "tableau 1, ligne 2: a|b",
    ]);
  });

  test("is refused where two cells claim one place, which is told", () => {
    const where = (...blocks: readonly Block[]) => quotedBy(refusal(() => assembled(...blocks)));
    const under: TableRow = { cells: [cellAt(0, "c"), cellAt(2, "d", { colSpan: 2 })] };
    const over = tableOf(rowOf("w", "x", "y", "z"), { cells: [cellAt(2, "a"), cellAt(3, "b", { rowSpan: 2 })] }, under);
    expect(where(paragraph("a"), tableOf(rowOf("Vols")), over)).toBe(
      "tableau 2, deux cellules à la même place (ligne 3, colonne 4)",
    );
    // The place is that where they meet, below the row of the cell that reaches down to it.
    const low: TableRow = { cells: [cellAt(1, "b")] };
    const reaching: TableRow = { cells: [cellAt(0, "a", { colSpan: 2, rowSpan: 3 })] };
    expect(where(tableOf(reaching, { cells: [] }, low))).toContain("(ligne 3, colonne 2)");
  });

  test("is refused beyond the limits, and told when it is empty", () => {
    expect(assembled().map((line) => line.slice(0, 60))).toEqual([
      "document-without-text Le document ne contient aucun texte : ",
    ]);
    const wide = (columns: number) =>
      assembleDocument("a", [tableOf({ cells: [cellAt(columns - 1, "a")] })]).issues.map(({ rule }) => rule);
    expect([wide(MAX_COLUMNS), wide(MAX_COLUMNS + 1)]).toEqual([[], ["file-too-large"]]);
    const long = (paragraphs: number, rows: number) =>
      assembleDocument("a", [
        ...Array.from({ length: paragraphs }, () => paragraph("a")),
        tableOf(...Array.from({ length: rows }, () => rowOf("b"))),
      ]).issues.map(({ rule }) => rule);
    expect([long(0, MAX_ROWS), long(1, MAX_ROWS)]).toEqual([[], ["file-too-large"]]);
  });

  test("keeps the lines of a cell, without the blanks around them", () => {
    expect(assembled(tableOf(rowOf(" 12 \n \n 13", "\n")))).toEqual(["tableau 1, ligne 1: 12\n13"]);
  });
});

test("a figure in a table within a cell is not read, and that is told; words there are nobody's business", () => {
  const inner = [other(NAMES.table)];
  for (const around of [
    (text: string) => tableOf({ cells: [{ ...cellAt(0, text), beside: inner }] }),
    (text: string) => paragraph({ text, beside: inner }), // the table around has only laid the page out
  ]) {
    const rulesOf = (text: string) => assembleDocument("a.odt", [around(text)]).issues.map(({ rule }) => rule);
    expect([rulesOf("Vols\n12"), rulesOf("Police\nnationale")]).toEqual([["may-look-otherwise"], []]);
  }
});
