/** The marker of an item of a list, which may look like a figure. */
import { describe, expect, test } from "vitest";
import { besideField } from "../../../scripts/read/document/word-fields.ts";
import { withMarker } from "../../../scripts/read/seen/list-marker.ts";
import { type Beside, other } from "../document/blocks.ts";

describe("the marker of a list", () => {
  const marked = (text: string, marker: string, beside?: readonly Beside[]): string => {
    const seen = withMarker(beside ? { text, beside } : { text }, marker);
    return `${seen.text}${(seen.beside ?? []).map((one) => ` [${one.kind} ${one.text}]`).join("")}`;
  };
  test("says something beside a figure, or alone, when it is a figure or a sign of one", () => {
    const cases: readonly (readonly [string, string])[] = [
      ["2", "1."],
      ["2", "n°."],
      ["2", "-"],
      ["2", "•"],
      ["2", ""],
      ["2", "a)"],
      ["1 012,5", "1."],
      ["(2)", "1."],
      ["Vols", "1."],
      ["Vols 2", "1."],
      ["", "1."],
      ["", "1"],
      ["", "n°"],
      ["", "n°."],
      ["", "1)"],
      ["", "•"],
      ["", "–"],
    ];
    expect(cases.map(([text, marker]) => `${text} + ${marker} = ${marked(text, marker)}`)).toEqual([
      "2 + 1. = 2 [unsure 1.]",
      "2 + n°. = 2 [unsure n°.]",
      "2 + - = 2 [unsure -]",
      "2 + • = 2",
      "2 +  = 2",
      "2 + a) = 2",
      "1 012,5 + 1. = 1 012,5 [unsure 1.]",
      "(2) + 1. = (2) [unsure 1.]",
      "Vols + 1. = Vols",
      "Vols 2 + 1. = Vols 2",
      " + 1. = 1.",
      " + 1 =  [other 1]",
      " + n° =  [other n°]",
      " + n°. = n°.",
      " + 1) = 1)",
      " + • = ",
      " + – = –",
    ]);
    expect(marked("", "–", [other("3")])).toBe(" [other 3] [other –]");
    expect(marked(" 2 ", " 1. ")).toBe(" 2  [unsure 1.]");
  });
  test("of a field is shown by those that have a result of their own", () => {
    expect(
      [
        " SEQ Tableau ",
        "PAGE",
        "",
        "  ",
        "TC x",
        "tc x",
        "TCX",
        "HYPERLINK a",
        "FORMTEXT",
        "FORMULA",
        "XE x",
        "SET a 1",
      ].filter((instruction) => besideField({ instruction, isShown: false, isDirty: false }).length > 0),
    ).toEqual([" SEQ Tableau ", "PAGE", "TCX", "FORMULA"]);
    expect(
      [
        "=SUM(ABOVE)",
        " PAGE ",
        "NUMPAGES",
        "SECTION",
        "SECTIONPAGES",
        "DATE",
        "TIME",
        "LISTNUM",
        "AUTONUM",
        "AUTONUMLGL",
        "PAGEREF a",
        "CREATEDATE",
        "SEQ a",
      ].filter((instruction) => besideField({ instruction, isShown: true, isDirty: false }).length === 0),
    ).toEqual(["PAGEREF a", "CREATEDATE", "SEQ a"]);
  });
});
