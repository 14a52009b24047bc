/** What a person sees of a cell of a workbook, and what is told of it. */
import { expect, test } from "vitest";
import { WHITE } from "../../../scripts/read/contract/contrast.ts";
import { uncomputed } from "../../../scripts/read/plain/lists.ts";
import { pageTexts } from "../../../scripts/read/sheet/workbook/page-texts.ts";
import { seenCell } from "../../../scripts/read/sheet/workbook/seen-cell.ts";
import { PLAIN_STYLE, type Run, styledBy } from "../../../scripts/read/sheet/workbook/workbook.ts";

const struck = styledBy(PLAIN_STYLE, { constructs: [], ink: {}, unseen: "struck" });
const white = styledBy(PLAIN_STYLE, { constructs: [], ink: { ink: WHITE } });
const raised = styledBy(PLAIN_STYLE, { constructs: [], ink: {}, position: "raised" });
const small = styledBy(PLAIN_STYLE, { constructs: [], ink: {}, size: "6" });
const where = { from1904: false, showsZeros: true, showsFormulas: false };

test.each<readonly [string, readonly Run[], string, readonly string[]]>([
  ["a piece that is struck out is no part of it", [{ text: "11", look: struck }, { text: "9" }], "9", ["texte barré"]],
  [
    "nor is one that is white",
    [{ text: "Vols" }, { text: " (3)", look: white }],
    "Vols",
    ["texte de la couleur du fond"],
  ],
  ["a figure that is not seen is told", [{ text: "12", look: white }], "12", ["texte de la couleur du fond"]],
  ["a text that is not seen is none", [{ text: "Vols", look: white }], "", ["texte de la couleur du fond"]],
  ["a blank is nothing", [{ text: " ", look: white }], "", []],
  ["the mark of a note is raised", [{ text: "12" }, { text: "1", look: raised }], "12¹", []],
  ["a figure that is raised whole is told", [{ text: "12", look: raised }], "12", ["texte décalé de sa ligne"]],
  [
    "two sizes are two numbers",
    [{ text: "1" }, { text: "2", look: small }],
    "12",
    ["deux nombres l'un contre l'autre"],
  ],
])("%s", (_, runs, text, told) => {
  const seen = seenCell({ value: { kind: "text", runs }, style: PLAIN_STYLE }, where);
  expect([seen.text, (seen.beside ?? []).map((one) => one.text)]).toEqual([text, told]);
});

test("the result that a formula waits for is not seen, and its cell is no blank", () => {
  const seen = seenCell({ value: { kind: "waiting" }, style: PLAIN_STYLE, formula: "B2+C2" }, where);
  expect(seen).toEqual({ text: "", beside: [{ kind: "hidden", text: "" }] });
});

test("of a long formula its first sixty characters are told", () => {
  const [short, long] = ["A1+", "A1+".repeat(40)].map(uncomputed);
  expect(short).toBe("calculée par une formule « A1+ » : ouvrez, vérifiez");
  expect(long).toBe(`calculée par une formule « ${"A1+".repeat(20)} » : ouvrez, vérifiez`);
});

test("the header of the pages of a sheet is read without what sets its type, whatever its size", () => {
  const written = '&L&"Arial,Gras"&8Ville de X&C&12IS 101 && I.S.T&R&K00B050T1 2026 &P';
  expect(pageTexts(written)).toEqual(["Ville de X", "IS 101 & I.S.T", "T1 2026"]);
});
