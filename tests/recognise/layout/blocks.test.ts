import { describe, expect, test } from "vitest";
import { layOut } from "../../../scripts/recognise/layout/blocks.ts";
import { viewOf } from "../tables.ts";

/** Each table as one line: titles ; header rows ; data rows (a line of text within it in brackets). */
function tablesOf(table: string): readonly string[] {
  const view = viewOf(table);
  return layOut(view).blocks.map((b) =>
    [
      b.lines.map((l) => l.text).join(", "),
      b.header.map((r) => r + 1).join(","),
      b.items.map((i) => (i.kind === "data" ? String(i.row + 1) : `[${i.cell.text}]`)).join(" "),
    ].join(" ; "),
  );
}

describe("rows to tables", () => {
  test("titles, a blank row, a header, data", () => {
    expect(
      tablesOf(`
IS 101
1er trimestre 2026

Infractions|Police|Gendarmerie
Homicides|0|1
Vols avec armes|2|3`),
    ).toEqual(["IS 101, 1er trimestre 2026 ; 4 ; 5 6"]);
  });
  test("a header of years is one, in a corner's row or under a merged title", () => {
    expect(
      tablesOf(`
Infractions|2025|2026
Homicides|0|1`),
    ).toEqual([" ; 1 ; 2"]);
  });
  test("a year alone over the headings of its columns is a header, one over the labels is a caption", () => {
    const months = "Infractions|avril|mai\nHomicides|0|1";
    expect(tablesOf(`|2025|\n${months}`)).toEqual([" ; 1,2 ; 3"]);
    expect(tablesOf(`2025||\n${months}`)).toEqual(["2025 ; 2 ; 3"]);
  });
  test("the numbers of the columns are no line of the table where a caption's lines repeat them; figures without a label are", () => {
    const under = (caption: string, numbers: string) => `${caption}||\n|Nombre de faits|\n|${numbers}\nHomicides|0|1\n`;
    const repeated = (numbers: string) => tablesOf(under("T1 2025", "(1)|(2)") + under("T1 2026", numbers));
    expect(repeated("(1)|(2)")).toEqual(["T1 2025 ; 2 ; 4 [T1 2026] [Nombre de faits] 8"]);
    expect(repeated("1|2")).toEqual(["T1 2025 ; 2 ; 4 [T1 2026] [Nombre de faits] 7 8"]);
    const family = "T1 2026||\n||Nombre de faits\n|(1)|(2)\nAtteintes aux biens||\nCambriolages||4";
    expect(tablesOf(family)).toEqual(["T1 2026 ; 2 ; [Atteintes aux biens] 5"]);
  });
  test("the first line of a table may be without a figure, over another line; a family over its lines heads them", () => {
    const first = (line: string, next = "Vols avec armes") =>
      tablesOf(`Infractions|Faits\n${line}|\n${next}|1\nVols de véhicules|2`);
    expect(first("Homicides")).toEqual([" ; 1 ; 2 3 4"]);
    expect(first("Homicides", "Police")).toEqual([" ; 1 ; [Homicides] 3 4"]);
    expect(first("Atteintes aux biens", "Cambriolages")).toEqual([" ; 1 ; [Atteintes aux biens] 3 4"]);
  });
  test("a line without a figure, alone in its row, is one where it has figures in another table under the same line", () => {
    const table = (period: string, line: string, figure: string) =>
      `${period}\nInfractions|Faits\nHomicides|3\n${line}|${figure}\n\n`;
    expect(tablesOf(table("T1 2025", "Recels", "") + table("T1 2026", "Recels", "4"))).toEqual([
      "T1 2025 ; 2 ; 3 4",
      "T1 2026 ; 7 ; 8 9",
    ]);
    expect(
      tablesOf(`Infractions|Faits\nHomicides|3\nRecels|\nViols|2\n\n${table("T1 2026", "Viols|2\nRecels", "4")}`)[0],
    ).toContain("[Recels]"); // under another line
    for (const [above, caption] of [
      ["Homicides", "Police"],
      ["Total", "Imercourt"],
    ]) {
      const [first] = tablesOf(`Infractions|Faits\n${above}|3\n${caption}\nHomicides|4\n\n${above}|9\n${caption}|3`);
      expect(first).toBe(` ; 1 ; 2 [${caption}] 4 6 7`);
    }
  });
  test("a second header after data begins the next table", () => {
    expect(
      tablesOf(`
Police nationale
Infractions|T1 2025|T1 2026
Homicides|0|1
Gendarmerie nationale
Infractions|T1 2025|T1 2026
Homicides|0|1`),
    ).toEqual(["Police nationale ; 2 ; 3", "Gendarmerie nationale ; 5 ; 6"]);
  });
  test("a line of text between data rows stays in the table", () => {
    expect(
      tablesOf(`
Infractions|T1 2026
Atteintes aux biens
Cambriolages|3
Tranquillité et salubrité publiques
Tapages|4`),
    ).toEqual([" ; 1 ; [Atteintes aux biens] 3 [Tranquillité et salubrité publiques] 5"]);
  });
  test("a first line without figures, with its place before it, is a row and no header", () => {
    expect(
      tablesOf(`
Commune|Infractions|T1 2025|T1 2026
Foix|Atteintes aux biens||
Foix|Cambriolages|3|4`),
    ).toEqual([" ; 1 ; 2 3"]);
    expect(
      tablesOf(`
Commune|Infractions|2026|^
^|^|Police|Gendarmerie
Foix|DÉLINQUANCE GÉNÉRALE||
|Cambriolages|3|4
|Délinquance de proximité||
|Tapages|3|4
Mende|DÉLINQUANCE GÉNÉRALE||
|Cambriolages|3|4`),
    ).toEqual([" ; 1,2 ; 3 4 [Délinquance de proximité] 6 7 8"]);
    expect(
      tablesOf(`
Commune|Infractions|Police|Gendarmerie
Foix|DÉLINQUANCE GÉNÉRALE{1x3}|^|^
|Cambriolages|3|4`),
    ).toEqual([" ; 1 ; 2 3"]);
    expect(
      tablesOf(`
Infractions|Service|Faits

Cambriolages{3x1}|Police|
^|Gendarmerie|5
^|Total|12`),
    ).toEqual([" ; 1 ; 3 4 5"]);
  });
  test("the last line of a table by force, without its figure, is a row and heads nothing", () => {
    expect(
      tablesOf(`
Infractions|Service|Faits
Homicides|Police|0
Cambriolages|Police|`),
    ).toEqual([" ; 1 ; 2 3"]);
  });
  test("a second row of headings stands over figures, or under an empty place", () => {
    expect(
      tablesOf(`
Commune|Infractions|T1|T1
Foix|Type|Police|Gendarmerie
Foix|Cambriolages|3|4`),
    ).toEqual([" ; 1,2 ; 3"]);
    expect(
      tablesOf(`
||T1 2026|T1 2025
Famille|Infractions||
Biens|Cambriolages|3|4`),
    ).toEqual([" ; 1,2 ; 3"]);
  });
  test("headings one under the other over a column of figures, numbered or not", () => {
    const headed = (numbers: string): string => `\nIS 101\n\n|Police\n|T1 2026${numbers}\nHomicides|0`;
    expect(tablesOf(headed(""))).toEqual(["IS 101 ; 3,4 ; 5"]);
    expect(tablesOf(headed("\n|(1)"))).toEqual(["IS 101 ; 3,4 ; 6"]);
  });
  test("a total without its figure, just under its lines, is a row; over a table of its own it is a caption", () => {
    const table = (between: string) =>
      `\nInfractions|T1 2026\nHomicides|0\nTotal|\n${between}Infractions|T1 2026\nHomicides|0`;
    expect(tablesOf(table("\nT1 2025|\n"))).toEqual([" ; 1 ; 2 3", "T1 2025 ; 6 ; 7"]);
    expect(tablesOf(table(""))).toEqual([" ; 1 ; 2", "Total ; 4 ; 5"]);
  });
  test("a known line without figures is a row and no caption", () => {
    expect(
      tablesOf(`
Infractions|T1 2025|T1 2026
Homicides||
Vols avec armes|2|3
Vols de véhicules||
Vols dans les véhicules|1|1`)[0],
    ).toContain("3 4 5");
  });
  test("a row that numbers the columns is neither header nor data", () => {
    expect(
      tablesOf(`
Infractions|T1 2025|T1 2026
(1)|(2)|(3)
Homicides|0|1`),
    ).toEqual([" ; 1 ; 3"]);
  });
  test("a number over the only column is a numbering too when it is 1, and data when it is not", () => {
    const under = (mark: string) => tablesOf(`\nInfractions|T1 2026\n|${mark}\nHomicides|4`);
    expect(under("1")).toEqual([" ; 1 ; 3"]);
    expect(under("2")).not.toEqual([" ; 1 ; 3"]);
  });
  test("a number of a column may have a note, and one that does not begin at 1 is no number of a column with it either", () => {
    const under = (marks: string) => tablesOf(`\nInfractions|T1 2025|T1 2026\n${marks}\nHomicides|4|5`);
    expect(under("1|2³|3")).toEqual(under("1|2|3"));
    expect(under("|3|4³")).toEqual(under("|3|4"));
    expect(under("|3|4³")).not.toEqual(under("1|2|3"));
  });
  test("the numbering goes on past Z as in a spreadsheet", () => {
    const wide = (cell: (i: number) => string) => Array.from({ length: 28 }, (_, i) => cell(i)).join("|");
    const letter = (i: number) => (i < 26 ? "" : "A") + String.fromCharCode(65 + (i % 26));
    expect(
      tablesOf(
        `${wide((i) => (i === 0 ? "Infractions" : "T1 2026"))}\n${wide(letter)}\n${wide((i) => (i === 0 ? "Homicides" : "1"))}`,
      ),
    ).toEqual([" ; 1 ; 3"]);
  });
  test("a row of 2025 | 2026 with a strange word is a doubt", () => {
    const [block] = layOut(
      viewOf(`
IS 101
Total du secteur|2025|2026
Homicides|0|1`),
    ).blocks;
    expect(block?.doubtfulYears ?? block?.header).toEqual([1]);
  });
  test("« Commune : | X » over a header is a title in two cells", () => {
    expect(
      tablesOf(`
Commune :|Saint-Aubin-les-Tilleuls
Période :|1er trimestre 2026
Infractions|Police|Gendarmerie
Homicides|0|1`),
    ).toEqual(["Commune :, Saint-Aubin-les-Tilleuls, Période :, 1er trimestre 2026 ; 3 ; 4"]);
  });
  test("notes after the last table belong to none", () => {
    const layout = layOut(
      viewOf(`
Infractions|T1 2026
Homicides|1
Source : service`),
    );
    expect(layout.trailing.map((c) => c.text)).toEqual(["Source : service"]);
  });
});
