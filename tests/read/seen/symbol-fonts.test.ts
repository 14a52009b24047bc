/** Fonts whose letters are drawings. */
import { expect, test } from "vitest";
import { PLAIN_LOOK } from "../../../scripts/read/seen/seen-text.ts";
import { drawsOtherDigits, isSymbolFont, lookInFont } from "../../../scripts/read/seen/symbol-fonts.ts";

test("fonts of signs are known by their names, and which of them have digits", () => {
  const names = [
    "Wingdings",
    "wingdings 2",
    "Webdings",
    "Symbol",
    "Symbol MT",
    "OpenSymbol",
    "ITC Zapf Dingbats",
    "ZapfDingbats",
    "Monotype Sorts",
    "Code 39",
    "Code128",
    "Free 3 of 9",
    "EAN-13",
    "UPC",
    "Barcode",
    "Arial",
    "Codec",
    "Ean",
    "Oceanic",
    "MT Extra",
  ];
  expect(names.map((name) => `${name} ${isSymbolFont(name)} ${drawsOtherDigits(name)}`)).toEqual([
    "Wingdings true true",
    "wingdings 2 true true",
    "Webdings true true",
    "Symbol true false",
    "Symbol MT true false",
    "OpenSymbol true false",
    "ITC Zapf Dingbats true true",
    "ZapfDingbats true true",
    "Monotype Sorts true true",
    "Code 39 true true",
    "Code128 true true",
    "Free 3 of 9 true true",
    "EAN-13 true true",
    "UPC true true",
    "Barcode true true",
    "Arial false false",
    "Codec false false",
    "Ean true true",
    "Oceanic false false",
    "MT Extra true true",
  ]);
  expect(
    [
      ["Wingdings", "12"],
      ["Wingdings", "é"],
      ["Wingdings", " "],
      ["Wingdings", "a1"],
      ["Symbol", "12"],
      [" Symbol ", "a"],
      ["Symbol", "\uf031"],
      ["Symbol", "\uf0b7"],
      ["Wingdings", "\uf081"],
    ].map(([font = "", text = ""]) => lookInFont(PLAIN_LOOK, text, font)?.kind),
  ).toEqual(["unsure", undefined, null, "unsure", null, undefined, "unsure", undefined, "unsure"]);
});
