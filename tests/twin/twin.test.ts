/** A document and its PDF: found by their names, held against each other, the doubts of the one settled by the other. */

import { expect, test } from "vitest";
import type { Beside, Cell, Grid, ReadFile } from "../../scripts/model/grid.ts";
import type { Issue, Result } from "../../scripts/model/issue.ts";
import { findTwins } from "../../scripts/twin/find.ts";
import { joinTwins } from "../../scripts/twin/index.ts";
import { source } from "../read/source.ts";
import { madeIssue, spoken } from "../spoken.ts";

/** "Vols|12|9~struck": three cells, the last one in doubt. */
const cellOf = (text: string): Cell => {
  const [own = "", kind] = text.split("~");
  return kind === undefined ? { text: own } : { text: own, beside: [{ kind: kind as Beside["kind"], text: own }] };
};
const read = (
  name: string,
  rows: readonly string[],
  issues: readonly Issue[] = [],
  more: Partial<Grid> = {},
): Result<ReadFile> => {
  const { bytes: _, ...own } = source(name, "");
  const grid = { file: own.path, part: name, rows: rows.map((row) => row.split("|").map(cellOf)), ...more };
  return { value: { source: own, format: null, grids: rows.length > 0 ? [grid] : [] }, issues };
};
const DOCX = "IS101.docx";
const PDF = "IS101.pdf";
const joined = (own: readonly string[], shown: readonly string[], more: Partial<Grid> = {}) => {
  const [original, pdf] = joinTwins(read(DOCX, own, [], more), read(PDF, shown));
  const rows = original.value.grids[0]?.rows ?? [];
  return {
    doubts: rows.flatMap((row) => row.flatMap(({ text, beside }) => (beside ? [text] : []))),
    told: original.issues.map(({ severity, rule }) => `${severity} ${rule}`),
    issues: original.issues,
    pdf,
  };
};

test("what both say is said once, and the PDF is named", () => {
  const { doubts, told, pdf } = joined(["Titre", "Vols|12|9"], ["Titre", "", "Vols||12|9"]);
  expect([doubts, told]).toEqual([[], []]);
  expect(pdf.value.grids).toEqual([]);
  expect(pdf.issues.map(spoken)).toMatchObject([
    { rule: "twin-read", severity: "info", place: { file: "2026-T1/IS101.pdf" } },
  ]);
});

test("a doubt of a figure, a head or a title is settled by what the PDF shows", () => {
  const own = ["IS 101~unplain", "Type|T1 2026~unsure", "Vols~hidden|1 012~stale|9~unplain", "Rixes|3~struck|4"];
  const { doubts, told, pdf } = joined(own, ["IS 101", "Type|T1 2026", "Vols|1 012|9", "Rixes|3|4"]);
  expect([doubts, told]).toEqual([[], []]);
  expect(spoken(pdf.issues[0]).message).toMatch(/6.doutes/);
});

test("a doubt stays where the PDF does not show the figure in its place, or is in doubt itself", () => {
  expect(joined(["Vols|12~unplain|9"], ["Vols|12~unsure|9"]).doubts).toEqual(["12"]);
  expect(joined(["Vols|12~unplain|9"], ["Rixes|12|9"]).doubts).toEqual(["12"]);
  expect(joined(["Total des faits~unplain", "Vols|12"], ["Total", "Vols|12"]).doubts).toEqual(["Total des faits"]);
});

test("a figure that the PDF shows otherwise is an error that names both cells", () => {
  const { told, issues, doubts } = joined(["Vols|12|9~unplain"], ["Vols||12|8"]);
  expect([told, doubts]).toEqual([["error twin-disagrees"], ["9"]]);
  expect(spoken(issues[0])).toMatchObject({
    message: expect.stringMatching(/porte «.9.», son PDF montre «.8.»/),
    place: { file: "2026-T1/IS101.docx", row: 1, column: 3, raw: "9" },
    also: [{ file: "2026-T1/IS101.pdf", row: 1, column: 4, raw: "8" }],
  });
});

test("a figure that the PDF does not show at all is an error", () => {
  expect(joined(["Vols|12|9"], ["Vols|12"]).told).toEqual(["error twin-disagrees"]);
  expect(joined(["Vols|12"], ["Vols|12|9"]).told).toEqual(["error twin-disagrees"]);
});

test("columns that the document does not show are no part of what is compared", () => {
  expect(joined(["Vols|7|12"], ["Vols|12"], { hiddenColumns: [1] }).told).toEqual([]);
  expect(joined(["Vols|7|12", "Rixes|1|1"], ["Vols|7|12"], { hiddenRows: [1] }).told).toEqual([]);
});

test("the same label under each force is paired in order, and a line that one alone has is told", () => {
  const own = ["Police", "Vols|1|2", "Rixes|3|4", "Gendarmerie", "Vols|5|6", "Rixes|7|8"];
  expect(joined(own, own).told).toEqual([]);
  const { told, issues } = joined(own, ["Police", "Rixes|3|4", "Gendarmerie", "Vols|5|6", "Rixes|7|8"]);
  expect(told).toEqual(["warning twin-line-alone"]);
  expect(spoken(issues[0]).message).toContain("Vols");
});

test("labels that the PDF breaks over lines, blanks and signs written otherwise are the same", () => {
  expect(joined(["Vols de véhicules|1 012|+3,2 %|−4"], ["Vols de\nvéhicules|1\u202f012|+3,2\u00a0%|-4"]).told).toEqual(
    [],
  );
});

test("columns that are printed on the next page go on with the lines of the page before, and labels may be cut", () => {
  const own = ["Homicides|0|1|2", "Vols de véhicules|5|6|7,5 %", "Autre feuille", "Rixes|8|9|1~unplain"];
  const shown = ["Homicid|0|1", "Vols de v|5|6", "|2", "|7.5%", "Rixe|8", "|9|1"];
  expect(joined(own, shown)).toMatchObject({ told: [], doubts: [] });
  expect(joined(own, [...shown.slice(0, 3), "|7.4%", ...shown.slice(4)]).told).toEqual(["error twin-disagrees"]);
});

test("lines without a label that are no whole number of those before them go on with none", () => {
  const lines = ["Homicides|0", "Vols|1"];
  expect(joined(lines, [...lines, "|3", "|4", "|5"]).told).toEqual(["warning twin-line-alone"]);
});

test("what may look otherwise is settled when all lines agree, and stays when one does not", () => {
  const issue: Issue = madeIssue({ rule: "may-look-otherwise", severity: "warning", message: "m" });
  const rulesOf = (shown: readonly string[]) =>
    joinTwins(read(DOCX, ["Vols|12"], [issue]), read(PDF, shown))[0].issues.map(({ rule }) => rule);
  expect(rulesOf(["Vols|12"])).toEqual([]);
  expect(rulesOf(["Vols|12", "Rixes|1"])).toEqual(["may-look-otherwise", "twin-line-alone"]);
});

test("where one of them is not read, each stays as it is", () => {
  const [own, shown] = [read(DOCX, ["Vols|12~unplain"]), read(PDF, [])];
  expect(joinTwins(own, shown)).toEqual([own, shown]);
  expect(joinTwins(shown, own)).toEqual([shown, own]);
});

test("twins bear one name in one folder; a PDF that two documents may have printed is nobody's", () => {
  const pdf = (name: string, folder?: string) => source(name, "%PDF-1.7", folder);
  const names = (files: Parameters<typeof findTwins>[0]) =>
    findTwins(files).map((twins) => `${twins.original.name} ${twins.pdf.name}`);
  const docx = source("État IS101.docx", "PK");
  expect(names([docx, pdf("état is101.PDF")])).toEqual(["État IS101.docx état is101.PDF"]);
  expect(names([docx, pdf("État IS101.docx.pdf")])).toEqual(["État IS101.docx État IS101.docx.pdf"]);
  expect(names([docx, pdf("IST.pdf"), pdf("État IS101.pdf", "2026-T2")])).toEqual([]);
  expect(names([docx, source("État IS101.xls", "PK"), pdf("État IS101.pdf")])).toEqual([]);
  expect(names([docx, source("État IS101.pdf", "a;1")])).toEqual([]); // no PDF by its content
  expect(names([docx, pdf("État IS101.docx.pdf"), pdf("État IS101.pdf")])).toEqual([]);
});
