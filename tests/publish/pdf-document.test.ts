/** A printed PDF, read and finished: two pages written by hand, as Chromium writes them. */
import { expect, test } from "vitest";
import { openPdf } from "../../scripts/publish/pdf/document.ts";
import { factsOf, insideOf } from "../pdf-pages.ts";
import { writtenPdf } from "./written-pdf.ts";

const stream = (content: string): string => `<</Length ${content.length}>> stream\n${content}\nendstream`;
const CMAP = "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0041> <005A> <0041> endbfrange";
const words = (text: string): string =>
  `BT\n/F1 8 Tf\n<${[...text].map((c) => `00${c.charCodeAt(0).toString(16).toUpperCase()}`).join("")}> Tj\nET`;

/** Two pages: a title; a table that begins on the first and ends on the second; a drawing; a link. Objects by number. */
const PRINTED: Readonly<Record<number, string>> = {
  1: "<</Type /Catalog /Pages 2 0 R /StructTreeRoot 20 0 R /Dests 9 0 R /Lang (fr)>>",
  2: "<</Type /Pages /Count 2 /Kids [3 0 R]>>",
  3: "<</Type /Pages /Count 2 /Kids [4 0 R 5 0 R] /Parent 2 0 R>>",
  4: "<</Type /Page /Parent 3 0 R /MediaBox [0 0 99 99] /Contents 6 0 R /Resources <</Font <</F1 10 0 R>>>>>>",
  5: "<</Type /Page /Parent 3 0 R /MediaBox [0 0 99 99] /Contents 7 0 R /Resources 8 0 R /Annots [13 0 R]>>",
  6: stream(
    `${words("PAGE")}\n/H1 <</MCID 0 >>BDC\n${words("TITRE")}\nEMC\n/TH <</MCID 1 >>BDC\n${words("TETE")}\nEMC\n`,
  ),
  7: stream(`/TD <</MCID 0 >>BDC\n${words("CELLULE")}\nEMC\n/Link <</MCID 1 >>BDC\n${words("LIEN")}\nEMC\n`),
  8: "<</Font <</F1 10 0 R>>>>",
  9: "<</debut [4 0 R /XYZ 0 0 0] /fin [5 0 R /XYZ 0 0 0]>>",
  10: "<</Type /Font /Subtype /Type0 /ToUnicode 11 0 R /FontDescriptor 12 0 R>>",
  11: stream(CMAP),
  12: "<</Type /FontDescriptor /FontName /AAAAAA+Essai /FontFile2 14 0 R>>",
  13: "<</Type /Annot /Subtype /Link /Rect [0 0 1 1] /StructParent 1 /Dest /debut>>",
  14: stream("glyphs"),
  15: "<</Producer (Skia/PDF) /CreationDate (D:19990101000000Z)>>",
  20: "<</Type /StructTreeRoot /K 21 0 R>>",
  21: "<</Type /StructElem /S /Document /P 20 0 R /K [22 0 R 23 0 R 26 0 R 27 0 R]>>",
  22: "<</Type /StructElem /S /H1 /P 21 0 R /Pg 4 0 R /K [0]>>",
  23: "<</Type /StructElem /S /Table /P 21 0 R /Pg 4 0 R /K [24 0 R 25 0 R]>>",
  24: "<</Type /StructElem /S /TH /P 23 0 R /K 1>>",
  25: "<</Type /StructElem /S /TD /P 23 0 R /K [<</Type /MCR /Pg 5 0 R /MCID 0>>]>>",
  26: "<</Type /StructElem /S /Figure /Alt (Une courbe) /P 21 0 R /K []>>",
  27: "<</Type /StructElem /S /Link /P 21 0 R /Pg 5 0 R /K [1 <</Type /OBJR /Obj 13 0 R /Pg 5 0 R>>]>>",
};

/** The file of these objects, some of them otherwise. */
const fileOf = (changes: Readonly<Record<number, string>> = {}): Uint8Array => writtenPdf({ ...PRINTED, ...changes });

test("each piece of the structure is on its own page: its own, else that of the element around it", async () => {
  const { pages, structure } = await openPdf(fileOf());
  expect(pages.map(({ loose }) => loose)).toEqual(["PAGE", ""]);
  expect(pages.map(({ tagged }) => [...tagged])).toEqual([
    [
      [0, "TITRE"],
      [1, "TETE"],
    ],
    [
      [0, "CELLULE"],
      [1, "LIEN"],
    ],
  ]);
  const node = (role: string, children: readonly unknown[], alternative = "") => ({ role, alternative, children });
  expect(structure.children).toEqual([
    node("Document", [
      node("H1", [{ page: 1, mark: 0 }]),
      node("Table", [node("TH", [{ page: 1, mark: 1 }]), node("TD", [{ page: 2, mark: 0 }])]),
      node("Figure", [], "Une courbe"),
      node("Link", [{ page: 2, mark: 1 }]),
    ]),
  ]);
});

test.each([
  ["no structure", 1, "<</Type /Catalog /Pages 2 0 R>>", "without structure"],
  ["a page without content", 4, "<</Type /Page /Parent 3 0 R>>", "without a single content stream"],
  ["a page of several contents", 5, "<</Type /Page /Parent 3 0 R /Contents [6 0 R 7 0 R]>>", "single content stream"],
  ["a dictionary that ends twice", 22, ">>", "invalid object"],
])("%s is refused: what cannot be proved is not printed", async (_, number, object, said) => {
  await expect(openPdf(fileOf({ [number]: object }))).rejects.toThrow(said);
});

test("what leads outside, pictures and fonts that are not in the file are found, whatever object holds them", async () => {
  expect(await openPdf(fileOf())).toMatchObject({ addresses: [], images: [], missingFonts: [], strayMarks: [] });
  expect(
    await openPdf(
      fileOf({
        12: "<</Type /FontDescriptor /FontName /Absente>>",
        13: "<</Type /Annot /Subtype /Link /A <</S /URI /URI (https://exemple.invalid/a\\(b\\))>>>>",
        16: "<</Type /XObject /Subtype /Image /Width 30 /Height 20>>",
        17: "<</S /Launch /F (autre.pdf)>>",
        18: "<</Type /FontDescriptor /FontFile3 14 0 R /FontName /Presente>>",
      }),
    ),
  ).toMatchObject({
    addresses: ["https://exemple.invalid/a(b)", "autre.pdf"],
    images: [{ width: 30, height: 20 }],
    missingFonts: ["Absente"],
  });
  const stray = stream("/P <</MCID 0 >>BDC\n0 0 5 5 re\nf\n");
  expect((await openPdf(fileOf({ 7: stray }))).strayMarks).toEqual([{ page: 2, lines: ["fin de la page"] }]);
});

test("the file is finished with its own facts, and another library reads all of it back", async () => {
  const again = async () =>
    (await openPdf(fileOf())).finish({
      title: "Le titre (n° 1) & <l’été>",
      author: "La commune & fils",
      subject: "La mention",
      day: "2026-04-08",
      fingerprint: "0123456789abcdef".repeat(4),
      program: "bulletin 1.0",
    });
  const finished = await again();
  const { said, fingerprint, pages, links } = await factsOf(finished);
  expect(said).toMatchObject({
    Title: "Le titre (n° 1) & <l’été>",
    Author: "La commune & fils",
    Subject: "La mention",
    Creator: "bulletin 1.0",
    Producer: "Skia/PDF",
    CreationDate: "D:20260408000000Z",
    ModDate: "D:20260408000000Z",
  });
  expect(fingerprint).toBe("0123456789abcdef".repeat(2));
  expect(pages).toBe(2);
  expect(links.map((link) => link.words)).toEqual(["LIEN"]);
  const inside = insideOf(finished).replace(/\s+/g, " ");
  expect(Buffer.from(inside, "latin1").toString("utf8")).toContain("Le titre (n° 1) &amp; &lt;l’été&gt;");
  expect(inside).toMatch(/\/OutputIntents \[ << \/Type \/OutputIntent \/S \/GTS_PDFA1/);
  expect(inside).toContain("/RoleMap << /Strong /Span /Em /Span >>");
  expect(await again()).toEqual(finished);
});
