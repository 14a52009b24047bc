/** Of which texts a file that says no force is asked about: what is a sender, and what is none. Asked and answered: tests/lectures/unsaid-force.test.ts. */
import { describe, expect, test } from "vitest";
import type { Grid } from "../../scripts/model/grid.ts";
import { createRecogniser } from "../../scripts/recognise/index.ts";
import { gridOf, NOMENCLATURE, settingsOf } from "./tables.ts";

const TABLE = "IS 101 - Saint-Aubin-les-Tilleuls - 1er trimestre 2026\nNature|T1 2026\nHomicides|1";
/** "sender" for what is proposed of none, "both" where both forces are; and of how many figures. */
function questions(tables: string | readonly Grid[], settings = ""): readonly (readonly [string, number])[] {
  const source = { path: "2026-T1/etat.csv", delivery: "2026-T1", name: "etat.csv", sha256: "" };
  const grids = typeof tables === "string" ? [gridOf(tables)] : tables;
  const { issues } = createRecogniser(NOMENCLATURE, settingsOf(settings))({ source, format: "csv", grids });
  return issues.flatMap((issue) =>
    issue.rule === "force-unsaid" ? [[issue.asks?.proposal ? "both" : "sender", issue.about.figures]] : [],
  );
}
const asked = (tables: string | readonly Grid[], settings = ""): readonly string[] =>
  questions(tables, settings).map(([proposed]) => proposed);

describe("a sender", () => {
  test.each([
    ["Commissariat de Valmont", "sender"],
    ["Peloton de Valmont", "sender"],
    ["Commissariat de police de Cahors", "sender"],
    ["Brigade de gendarmerie de Souillac", "sender"],
    ["Compagnie de Figeac", "sender"],
    ["Circonscription de police nationale de Cahors", "sender"],
    ["DIPN 46 / CPN CAHORS", "sender"],
    ["COB Gramat", "sender"],
    ["CSP Cahors", "sender"],
    ["Compagnie de gendarmerie départementale de Figeac", "sender"],
    ["Direction départementale de la police nationale du Lot, commissariat de Cahors", "sender"],
    ["Direction départementale de la police nationale du Lot", "both"],
    ["Police municipale de Cahors", "both"],
    ["Le commissariat a reçu plus de plaintes ce trimestre.", "both"],
    ["Le commissariat de Cahors a reçu un peu plus de plaintes et de signalements que le trimestre dernier", "both"],
  ])("« %s »: %s", (text, found) => {
    expect(asked(`${text}\n\n${TABLE}`)).toEqual([found]);
  });
  test.each([
    "Brigade de gendarmerie de Figeac",
    "Commissariat de Saint-Aubin-les-Tilleuls",
    "CSP Cahors",
    "Compagnie de gendarmerie départementale de Figeac",
  ])("« %s » between the title and the table as well: nothing is refused meanwhile", (text) => {
    expect(asked(TABLE.replace("\n", `\n${text}\n`))).toEqual(["sender"]);
  });
  test("in the header of the pages as well", () => {
    expect(asked([{ ...gridOf(TABLE), besides: ["Brigade de gendarmerie de Souillac"] }])).toEqual(["sender"]);
  });
  test("of each sheet is asked about, each once", () => {
    const sheet = (part: string, sender: string) => gridOf(`${sender}\n\n${TABLE}`, "2026-T1/etat.csv", part);
    const sheets = [
      sheet("A", "Commissariat de Cahors"),
      sheet("B", "Brigade de Souillac"),
      sheet("C", "Brigade de Souillac"),
    ];
    expect(questions(sheets)).toEqual([
      ["sender", 1],
      ["sender", 2],
    ]);
  });
});

test("nothing is asked of a sheet that nobody sees, nor of a table that is refused", () => {
  expect(asked([{ ...gridOf(TABLE), hidden: true }])).toEqual([]);
  expect(asked(`${TABLE}\nVols avec armes|1.234`)).toEqual([]);
});

test("nor of the table of all, after that of each force", () => {
  const tables = ["Police", "Gendarmerie", "Ensemble de la commune"].map(
    (caption) => `${caption}\nNature|T1 2026\nHomicides|1`,
  );
  expect(asked(`IS 101 - 1er trimestre 2026\n${tables.join("\n")}`)).toEqual([]);
});

test("lines of no force beside a total of one are asked about, and not before the lines of each", () => {
  expect(questions(`${TABLE}\nTotal gendarmerie|1`)).toEqual([["both", 1]]);
  expect(questions(`${TABLE}\nPolice\nHomicides|1\nGendarmerie\nHomicides|0`)).toEqual([]);
});
