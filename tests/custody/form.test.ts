import { decodePDFRawStream, PDFArray, PDFDocument, PDFRawStream } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { drawForm, type Form, type FormTable } from "../../scripts/custody/paper/form.ts";
import { type Placed, placedOn, textOf } from "../pdf-pages.ts";

const TABLE: FormTable = {
  columns: [
    { label: "Rang", share: 1 },
    { label: "Destinataire", share: 6 },
  ],
  rows: Array.from({ length: 40 }, (_, i) => [
    `n${i + 1}`,
    i === 20 ? "Un nom sur plusieurs lignes. ".repeat(20) : "A",
  ]),
};
const FORM: Form = {
  title: "Feuille",
  subtitle: "Ville-Fictive",
  marking: "Confidentiel",
  landscape: true,
  date: "2026-04-09",
  before: ["Avant le tableau."],
  tables: [TABLE],
  after: ["Après le tableau."],
  signatures: ["Le maire", "Les archives"],
};

test("a form over several pages repeats the head of its table, cuts no row, numbers its pages", async () => {
  const pages = await textOf(await drawForm(FORM));
  expect(pages.length).toBeGreaterThan(2);
  const withRows = pages.filter((text) => /\bn\d+\b/.test(text));
  expect(withRows.filter((text) => text.includes("Destinataire"))).toEqual(withRows);
  pages.forEach((text, i) => {
    expect(text.startsWith("Confidentiel")).toBe(true); // a sheet of paper may be found alone
    expect(text).toContain(`Feuille – page ${i + 1}/${pages.length}`);
  });
  const words = pages.map((text) => text.split(/\s+/));
  for (const row of TABLE.rows) expect(words.flat().filter((word) => word === row[0])).toEqual([row[0]]);
  const withLongRow = pages.filter((text) => text.includes("Un nom sur plusieurs lignes."));
  expect(withLongRow).toHaveLength(1);
  expect(pages[0]).toContain("Avant le tableau.");
  expect(pages.join(" ")).toMatch(/n40.*Après le tableau\..*Le maire.*Les archives/s);
  expect(pages.at(-1)).toMatch(/^Confidentiel\s+Le maire.*Les archives/s); // the boxes to sign no longer fit under the text: a page for them
});

test("a form without rows or boxes to sign is a page with its texts", async () => {
  const pages = await textOf(await drawForm({ ...FORM, tables: [{ ...TABLE, rows: [] }], signatures: [] }));
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain("Destinataire");
});

test("the head of the table never stands alone at the foot of a page", async () => {
  for (let lines = 20; lines < 40; lines += 1) {
    const before = Array.from({ length: lines }, (_, i) => `Texte ${i}.`);
    const pages = await textOf(
      await drawForm({ ...FORM, before, tables: [{ ...TABLE, rows: TABLE.rows.slice(0, 1) }] }),
    );
    expect(pages.filter((text) => text.includes("Destinataire"))).toEqual(pages.filter((text) => /\bn1\b/.test(text)));
  }
});

test("a text that is longer than a page goes on on the next, whole and below its marking", async () => {
  const lines = Array.from({ length: 120 }, (_, i) => `mot${i}`);
  const pages = await textOf(
    await drawForm({
      ...FORM,
      landscape: false,
      before: [`${lines.join(" ")} `.repeat(12)],
      tables: [],
      signatures: [],
    }),
  );
  expect(pages.length).toBeGreaterThan(1);
  for (const text of pages) expect(text.match(/Confidentiel/g)).toHaveLength(1);
  const words = pages.join(" ").match(/mot\d+/g) ?? [];
  expect(words.filter((word) => word === "mot7")).toHaveLength(12);
  expect(pages.join(" ")).toContain("Après le tableau.");
});

test("a marking wider than the page is made to fit", async () => {
  const marking = "Confidentiel – diffusion restreinte aux personnes habilitées. ".repeat(8).trim();
  const [page = ""] = await textOf(await drawForm({ ...FORM, marking, landscape: false }));
  expect(page).toContain(marking);
});

test.each([
  [true, [842, 595]],
  [false, [595, 842]],
])("a form is on A4, on its side when it is asked for (%s)", async (landscape, size) => {
  const document = await PDFDocument.load(await drawForm({ ...FORM, landscape }));
  for (const page of document.getPages()) expect([page.getWidth(), page.getHeight()].map(Math.round)).toEqual(size);
});

const shown = (pieces: readonly Placed[]): readonly Placed[] => pieces.filter(({ text }) => text.trim() !== "");
const overlap = (a: Placed, b: Placed): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && Math.abs(a.y - b.y) < Math.min(a.size, b.size) * 0.95;

test.each([true, false])(
  "nothing is written over another text, nor out of the page (on its side: %s)",
  async (landscape) => {
    const heading = "Un titre de tableau qui tient sur plusieurs lignes, tant il est long. ".repeat(4);
    const long = "Un paragraphe assez long pour aller à la ligne plusieurs fois. ".repeat(9);
    const unbroken = "w".repeat(300);
    const pages = await placedOn(
      await drawForm({
        ...FORM,
        landscape,
        title: "Un titre long pour une feuille. ".repeat(5).trim(),
        before: [long, unbroken, "Court."],
        tables: [
          { ...TABLE, heading },
          { ...TABLE, rows: [["n41", unbroken]] },
        ],
        after: [long, "Court."],
        signatures: [long.slice(0, 120), "Les archives", "Le service"],
      }),
    );
    const [width, height] = landscape ? [842, 595] : [595, 842];
    for (const pieces of pages.map(shown)) {
      expect(pieces.length).toBeGreaterThan(2);
      expect(pieces.flatMap((a, i) => pieces.slice(i + 1).flatMap((b) => (overlap(a, b) ? [[a, b]] : [])))).toEqual([]);
      expect(
        pieces.filter(({ x, y, width: w, size }) => x < 20 || x + w > width - 20 || y < 15 || y + size > height),
      ).toEqual([]);
    }
    const letters =
      pages
        .flat()
        .map(({ text }) => text)
        .join("")
        .match(/w/g) ?? [];
    expect(letters).toHaveLength(600); // a word that is cut loses no letter
  },
);

/** Frames drawn on the first page: left, top, width and height, whole points from its upper left corner. */
async function framesOf(bytes: Uint8Array): Promise<readonly (readonly number[])[]> {
  const document = await PDFDocument.load(bytes);
  const contents = document.getPage(0).node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
  const drawn = streams
    .map((stream) => document.context.lookup(stream))
    .flatMap((stream) => (stream instanceof PDFRawStream ? [decodePDFRawStream(stream).decode()] : []))
    .map((code) => Buffer.from(code).toString("latin1"))
    .join("\n");
  const frame = /1 0 0 1 ([\d.]+) ([\d.]+) cm\n(?:[^m]* cm\n)+[^m]*0 0 m\n([\d.]+) 0 l\n\3 ([\d.]+) l/g;
  return [...drawn.matchAll(frame)].map(([, x, top, width, height]) =>
    [Number(x), 841.89 - Number(top), Number(width), Number(height)].map(Math.round),
  );
}

test("each text and each frame of a form has its place", async () => {
  const rows = [
    ["n1", "Un nom"],
    ["n2", "Un autre"],
  ];
  const drawn = await drawForm({ ...FORM, landscape: false, tables: [{ ...TABLE, heading: "Titre", rows }] });
  const [page = []] = await placedOn(drawn);
  const places = shown(page).map(({ text, x, y, size }) => [text, ...[x, 841.89 - y, size].map(Math.round)]);
  expect(places).toEqual([
    ["Confidentiel", 45, 31, 8],
    ["Feuille", 45, 60, 15],
    ["Ville-Fictive", 45, 84, 11],
    ["Avant le tableau.", 45, 109, 10],
    ["Titre", 45, 132, 11],
    ["Rang", 49, 153, 8],
    ["Destinataire", 121, 153, 8],
    ["n1", 49, 172, 8],
    ["Un nom", 121, 172, 8],
    ["n2", 49, 203, 8],
    ["Un autre", 121, 203, 8],
    ["Après le tableau.", 45, 244, 10],
    ["Le maire", 49, 264, 8],
    ["Les archives", 305, 264, 8],
    ["Feuille – page 1/1", 45, 819, 8],
  ]);
  expect(await framesOf(drawn)).toEqual([
    [45, 141, 72, 19],
    [117, 141, 432, 19],
    [45, 160, 72, 31],
    [117, 160, 432, 31],
    [45, 191, 72, 31],
    [117, 191, 432, 31],
    [45, 252, 249, 91],
    [301, 252, 249, 91],
  ]);
});

test("spaces and signs that its letters have not are written as those that they have", async () => {
  const [page = ""] = await textOf(await drawForm({ ...FORM, subtitle: "1\u202f234\u2009h \u22125 e\u0301te\u0301" }));
  expect(page.replaceAll("\u00a0", " ")).toContain("1 234 h -5 été");
});
