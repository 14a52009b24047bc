import { expect, test } from "vitest";
import { repairStructure } from "../../scripts/publish/pdf/structure.ts";

test("a list item that holds words and a link gives both to its body, to which the pieces of the page lead back", () => {
  const texts = new Map([
    [10, "<</Type /StructElem /S /LI /P 9 0 R /Pg 3 0 R /K [11 0 R 1 12 0 R]>>"],
    [11, "<</Type /StructElem /S /Lbl /P 10 0 R /K 0>>"],
    [12, "<</Type /StructElem /S /Link /P 10 0 R /K 2>>"],
    [20, "[11 0 R 10 0 R 12 0 R]"],
  ]);
  expect(repairStructure({ last: 20, texts }, new Map())).toEqual(
    new Map([
      [10, "<</Type /StructElem /S /LI /P 9 0 R /Pg 3 0 R /K [11 0 R 21 0 R]>>"],
      [12, "<</Type /StructElem /S /Link /P 21 0 R /K 2>>"],
      [20, "[11 0 R 21 0 R 12 0 R]"],
      [21, "<</Type /StructElem /S /LBody /P 10 0 R /Pg 3 0 R /K [1 12 0 R]>>"],
    ]),
  );
});
