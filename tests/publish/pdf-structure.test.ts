import { expect, test } from "vitest";
import { type PDFDict, PDFDocument, PDFHexString, PDFRef } from "../../scripts/publish/pdf/objects.ts";
import { repairStructure } from "../../scripts/publish/pdf/repair-structure.ts";
import { writtenPdf } from "./written-pdf.ts";

/** As Chromium writes it. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/(<<|\[) /g, "$1")
    .replace(/ (>>|\])/g, "$1");

/** Objects by number -> those that the repair changes or adds, on one line each. `links`: number of an annotation -> its words. */
async function repaired(texts: ReadonlyMap<number, string>, links: ReadonlyMap<number, string> = new Map()) {
  const file = await PDFDocument.load(
    writtenPdf({ ...Object.fromEntries(texts), 1: "<</Type /Catalog>>", 15: texts.get(15) ?? "<<>>" }),
    { updateMetadata: false },
  );
  const all = () =>
    file.context.enumerateIndirectObjects().map(([ref, object]) => [ref.objectNumber, plain(String(object))] as const);
  const before = new Map(all());
  repairStructure(
    file,
    new Map([...links].map(([number, words]) => [file.context.lookup(PDFRef.of(number)) as PDFDict, words])),
  );
  return new Map(all().filter(([number, text]) => before.get(number) !== text));
}

test("a list item that holds words and a link gives both to its body, to which the pieces of the page lead back", async () => {
  const texts = new Map([
    [10, "<</Type /StructElem /S /LI /P 9 0 R /Pg 3 0 R /K [11 0 R 1 12 0 R]>>"],
    [11, "<</Type /StructElem /S /Lbl /P 10 0 R /K 0>>"],
    [12, "<</Type /StructElem /S /Link /P 10 0 R /K 2>>"],
    [20, "[11 0 R 10 0 R 12 0 R]"],
  ]);
  expect(await repaired(texts)).toEqual(
    new Map([
      [10, "<</Type /StructElem /S /LI /P 9 0 R /Pg 3 0 R /K [11 0 R 21 0 R]>>"],
      [12, "<</Type /StructElem /S /Link /P 21 0 R /K 2>>"],
      [20, "[11 0 R 21 0 R 12 0 R]"],
      [21, "<</Type /StructElem /S /LBody /P 10 0 R /Pg 3 0 R /K [1 12 0 R]>>"],
    ]),
  );
});

test("a figure without an alternative is a part of the text, and so is its caption; a drawing and a table's title stay", async () => {
  const texts = new Map([
    [10, "<</Type /StructElem /S /Figure /P 9 0 R /K [11 0 R 12 0 R]>>"],
    [11, "<</Type /StructElem /S /Caption /P 10 0 R /K 0>>"],
    [12, "<</Type /StructElem /S /Table /P 10 0 R /K [13 0 R]>>"],
    [13, "<</Type /StructElem /S /Caption /P 12 0 R /K 1>>"],
    [14, "<</Type /StructElem /S /Figure /Alt (Une courbe) /P 9 0 R /K [15 0 R]>>"],
    [15, "<</Type /StructElem /S /Caption /P 14 0 R /K 2>>"],
    [16, "<</Type /Annot /S /Figure>>"],
  ]);
  expect(await repaired(texts)).toEqual(
    new Map([
      [10, "<</Type /StructElem /S /Div /P 9 0 R /K [11 0 R 12 0 R]>>"],
      [11, "<</Type /StructElem /S /Div /P 10 0 R /K 0>>"],
    ]),
  );
});

test("the names that the browser gave are replaced by their ranks, in their order, and no word of a reader is", async () => {
  const texts = new Map([
    [5, "[(node00000156) 6 0 R (node00000021) 7 0 R]"],
    [6, "<</Type /StructElem /S /TH /P 4 0 R /ID (node00000156) /K 0>>"],
    [7, "<</Type /StructElem /S /TD /P 4 0 R /A <</O /Table /Headers [(node00000021)]>> /Alt (node00000156) /K 1>>"],
  ]);
  expect(await repaired(texts, new Map([[7, "Le détail (1)"]]))).toEqual(
    new Map([
      [5, "[(n000001) 6 0 R (n000000) 7 0 R]"],
      [6, "<</Type /StructElem /S /TH /P 4 0 R /ID (n000001) /K 0>>"],
      [
        7,
        `<</Type /StructElem /S /TD /P 4 0 R /A <</O /Table /Headers [(n000000)]>> /Alt (node00000156) /K 1 /Contents ${PDFHexString.fromText("Le détail (1)")}>>`,
      ],
    ]),
  );
});
