/** Ruled tables side by side, and the line of their captions. */
import { describe, expect, test } from "vitest";
import { captionsBeside } from "../../../scripts/read/pdf/captions.ts";
import { findLattices } from "../../../scripts/read/pdf/ruled.ts";

/** A table of two columns and two rows, from x to x + 100. */
const table = (x: number, top = 100) => ({
  horizontal: [top, top + 20, top + 40].map((at) => ({ at, from: x, to: x + 100 })),
  vertical: [x, x + 50, x + 100].map((at) => ({ at, from: top, to: top + 40 })),
});
const unit = (text: string, x0: number, x1: number, baseline = 95) => ({ text, x0, x1, baseline, size: 10 });
const captions = (tables: readonly ReturnType<typeof table>[], units: readonly ReturnType<typeof unit>[]) => {
  const lattices = findLattices({
    horizontal: tables.flatMap(({ horizontal }) => horizontal),
    vertical: tables.flatMap(({ vertical }) => vertical),
  });
  const found = captionsBeside(lattices, units);
  return lattices.map((lattice) => (found.get(lattice) ?? []).map(({ text }) => text).join(" "));
};
const TWO = [table(50), table(250)];
const POLICE = unit("Police", 50, 80);
const GENDARMERIE = unit("Gendarmerie", 260, 320);

describe("two tables side by side", () => {
  test("have each its part of the line above them", () => {
    expect(captions(TWO, [POLICE, GENDARMERIE])).toEqual(["Police", "Gendarmerie"]);
    expect(captions(TWO, [unit("IS 101", 50, 90, 60), POLICE, unit("2026", 90, 110), GENDARMERIE])).toEqual([
      "Police 2026",
      "Gendarmerie",
    ]);
    expect(captions([table(50), table(250, 104)], [POLICE, GENDARMERIE])).toEqual(["Police", "Gendarmerie"]);
  });

  test.each([
    ["over one of them only: a title of both may stand so", [POLICE]],
    ["over both at once", [unit("Police et gendarmerie", 50, 320)]],
    ["with more beside", [POLICE, GENDARMERIE, unit("2026", 400, 420)]],
    ["too far above", [unit("Police", 50, 80, 69), unit("Gendarmerie", 260, 320, 69)]],
  ])("have none of a line %s", (_, units) => {
    expect(captions(TWO, units)).toEqual(["", ""]);
  });

  test("at two heights have none: the line is of the first", () => {
    expect(captions([table(50), table(250, 120)], [POLICE, GENDARMERIE])).toEqual(["", ""]);
  });
});

test("one table under the other have none, nor has one alone", () => {
  expect(captions([table(50)], [POLICE])).toEqual([""]);
  expect(captions([table(50), table(50, 200)], [POLICE, GENDARMERIE])).toEqual(["", ""]);
});
