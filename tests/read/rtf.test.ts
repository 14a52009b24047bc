import { describe, expect, it } from "vitest";
import { MAX_DEPTH } from "../../scripts/read/contract/limits.ts";
import { readRtf } from "../../scripts/read/document/rtf.ts";
import { rules, show, source } from "./source.ts";

const rtf = (body: string) => readRtf(source("IS101.rtf", `{\\rtf1\\ansi\\ansicpg1252 ${body}}`));

describe("an RTF document", () => {
  it("places cells by their edges, so that a wide heading spans without any merge mark", async () => {
    const result = await rtf(
      "\\pard IS 101\\par\\trowd\\cellx1000\\cellx3000\\pard\\intbl Type\\cell T1 2026\\cell\\row" +
        "\\trowd\\cellx1000\\cellx2010\\cellx3000\\pard\\intbl Homicides\\cell 0\\cell 1\\cell\\row\\pard fin\\par",
    );
    expect(show(result.value[0])).toEqual(["IS 101||", "Type|T1 2026{1x2}|^", "Homicides|0|1", "||", "fin||"]);
    expect(result.issues).toEqual([]);
  });

  it("joins cells merged by marks, across and down", async () => {
    const result = await rtf(
      "\\trowd\\clvmgf\\cellx1000\\clmgf\\cellx2000\\clmrg\\cellx3000\\pard\\intbl Type\\cell T1\\cell\\cell\\row" +
        "\\trowd\\clvmrg\\cellx1000\\cellx2000\\cellx3000\\pard\\intbl\\cell PN\\cell GN\\cell\\row",
    );
    expect(show(result.value[0])).toEqual(["Type{2x1}|T1{1x2}|^", "^|PN|GN"]);
  });

  it("reads accents by code page and by Unicode, and leaves out hidden, deleted and raised text, fields and pictures", async () => {
    const result = await rtf(
      "\\pard V\\'e9hicules \\u339?uvre{\\v cach\\'e9}{\\deleted ancien} 12{\\super 1}" +
        '{\\field{\\*\\fldinst HYPERLINK "http://exemple.fr"}{\\fldrslt lien}}{\\pict 0102}{\\*\\inconnu x}\\par',
    );
    expect(show(result.value[0])).toEqual(["Véhicules œuvre 12¹lien"]);
  });

  it("puts page headers first and footers last", async () => {
    const result = await rtf("{\\footer pied\\par}{\\header IS 101 - T1 2026\\par}\\pard corps\\par");
    expect(show(result.value[0])).toEqual(["IS 101 - T1 2026", "corps", "pied"]);
  });

  it("refuses a row that has not as many cells as it defines: a mark lost joins two figures", async () => {
    const result = await rtf("\\trowd\\cellx1000\\cellx2000\\cellx3000\\pard\\intbl a\\cell 0\\celn 0\\cell\\row");
    expect(result.value).toEqual([]);
    expect(result.issues.map((i) => i.actual)).toEqual(["une ligne de tableau a 2 cellules et en définit 3"]);
    expect(rules(await rtf("\\trowd\\cellx1000\\pard\\intbl a\\cell b\\cell\\row"))).toEqual(["error file-unreadable"]);
  });

  it("refuses braces left open, text after the end, and endless groups", async () => {
    expect(rules(await rtf("{\\b gras"))).toEqual(["error file-unreadable"]);
    expect(rules(await rtf("a}b{c"))).toEqual(["error file-unreadable"]);
    expect(rules(await rtf("{".repeat(MAX_DEPTH + 1) + "}".repeat(MAX_DEPTH + 1)))).toEqual(["error file-too-large"]);
  });
});
