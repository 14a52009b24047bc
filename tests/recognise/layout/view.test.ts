/** Cells as the recogniser looks at them. */
import { expect, test } from "vitest";
import { viewOf } from "../tables.ts";

test("a figure above another one, or far from it, is no number", () => {
  const kinds = (cell: string): unknown => viewOf(`Vols|${cell}`).at(0, 1)?.number?.kind;
  expect(
    ["650 723", "650\\n723", "1 \\n 234", "650\t723", "12\\n", "12\\n(p)"].map((cell) => [cell, kinds(cell)]),
  ).toEqual([
    ["650 723", "whole"],
    ["650\\n723", undefined],
    ["1 \\n 234", undefined],
    ["650\t723", undefined],
    ["12\\n", "whole"],
    ["12\\n(p)", "whole"],
  ]);
});
