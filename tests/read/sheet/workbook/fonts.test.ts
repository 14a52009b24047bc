import { expect, it } from "vitest";
import { digitWidth } from "../../../../scripts/read/sheet/workbook/fonts.ts";

it("the width of the digits of a font is known by its name, or not", () => {
  const widths = [
    "Calibri",
    "carlito ",
    "Arial",
    "Arial Narrow",
    "Times New Roman",
    "DejaVu Sans",
    "Calibri Light",
    "",
  ];
  expect(widths.map(digitWidth)).toEqual([0.507, 0.507, 0.556, 0.456, 0.5, 0.636, undefined, undefined]);
});
