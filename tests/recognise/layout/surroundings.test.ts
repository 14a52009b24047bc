import { expect, test } from "vitest";
import { nearestLines, toLine } from "../../../scripts/recognise/layout/surroundings.ts";
import { readingsOf, readTables, viewOf } from "../tables.ts";

const linesOf = (...texts: readonly string[]) => {
  const view = viewOf(texts.join("\n"));
  return texts.flatMap((_, row) => view.own(row).map((cell) => toLine(cell, true)));
};
const kept = (...texts: readonly string[]) => nearestLines(linesOf(...texts)).map((line) => line.text);

test("of lines that say the same kinds of things, the two nearest are kept: one decides, the other may contradict it", () => {
  expect(kept("Police", "Gendarmerie", "Police")).toEqual(["Police", "Gendarmerie"]);
  expect(kept("T1 2026", "Police", "T2 2026", "T3 2026")).toEqual(["T1 2026", "Police", "T2 2026"]);
});

test("a force among words that are not understood is a kind of its own", () => {
  expect(kept("Zorglub", "Zorglub bis", "Police du Nord")).toEqual(["Zorglub", "Zorglub bis", "Police du Nord"]);
});

test("a line that is not understood whole is no twin of one that is", () => {
  expect(kept("T1 2026", "T2 2026", "Rappel hypothétique T3 2026")).toHaveLength(3);
});

test("the second nearest of two half understood captions contradicts the nearest: refused, with both", () => {
  const read = readTables(`
IS 101
Infractions|Nombre
Relevé provisionnel du 4e trimestre 2025
Homicides|1
Vols avec armes|2
Relevé provisionnel du 1er trimestre 2026
Vols violents sans arme|3
Vols de véhicules|4`);
  expect(read.counts).toEqual([]);
  expect(readingsOf(read.issues).join()).toMatch(/2026-01.*2025-10/);
});
