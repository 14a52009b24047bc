/** A paper to sign, as the browser prints it. */
import { beforeAll, expect, test } from "vitest";
import type { PaperToSign, TableToSign } from "../../scripts/model/document/paper-to-sign.ts";
import { printPaper } from "../../scripts/publish/paper.ts";
import { type Placed, placedOn, textOf } from "../pdf-pages.ts";

const long = "Un paragraphe assez long pour aller à la ligne plusieurs fois. ".repeat(9).trim();
const isLong = (i: number): boolean => i % 3 === 2;
const TABLE: TableToSign = {
  heading: "Un titre de tableau",
  columns: [
    { label: "Rang", share: 1 },
    { label: "Destinataire", share: 6 },
  ],
  rows: Array.from({ length: 40 }, (_, i) => [
    `n${i + 1}`,
    isLong(i) ? `A ${`${long} `.repeat(4)} fin-${i + 1}-` : "A",
  ]),
};
const FORM: PaperToSign = {
  title: "Feuille <1>",
  subtitle: "Ville-Fictive & \u202eson nom",
  marking: 'Confidentiel "</style>" \\ é – diffusion restreinte aux personnes habilitées',
  before: ["Avant le tableau.", long, "w".repeat(300)],
  tables: [TABLE],
  after: ["Après le tableau."],
  signatures: ["Le maire", "Les archives"],
};

let pages: readonly (readonly Placed[])[];
/** Without a space: the browser writes letter by letter. */
let texts: readonly string[];
const flat = (text: string): string => text.replaceAll(/\s/g, "");
const count = (text: string, words: string): number => text.split(flat(words)).length - 1;
beforeAll(async () => {
  const bytes = await printPaper(FORM, null);
  pages = (await placedOn(bytes)).map((pieces) => pieces.filter(({ text }) => text.trim() !== ""));
  texts = (await textOf(bytes)).map(flat);
});

test("each page bears the marking and its number; the head of the table is repeated, and never stands alone", () => {
  expect(texts.length).toBeGreaterThan(2);
  for (const [i, text] of texts.entries()) {
    expect(text).toContain(flat(FORM.marking));
    expect(text).toContain(flat(`Feuille <1> – page ${i + 1}/${texts.length}`));
  }
  const withRows = texts.filter((text) => /n\d+A/.test(text));
  expect(withRows.length).toBeGreaterThan(1);
  expect(texts.filter((text) => text.includes("RangDestinataire"))).toEqual(withRows);
  expect(texts.find((text) => text.includes(flat("Un titre de tableau")))).toContain("n1A");
});

test("no row is cut, no text is lost, and all stand in their order", () => {
  const all = texts.join("");
  expect(TABLE.rows.map(([first = ""]) => count(all, `${first}A`)).filter((n) => n !== 1)).toEqual([]);
  const cut = TABLE.rows
    .filter((_, i) => isLong(i))
    .map(
      ([first = ""]) =>
        texts.filter((text) => text.includes(`${first}A`) && text.includes(`fin-${first.slice(1)}-`)).length,
    );
  expect(cut.filter((n) => n !== 1)).toEqual([]);
  expect(count(all, "w".repeat(300))).toBe(1);
  expect(all).toMatch(/Ville-Fictive&\[U\+202E\]sonnom.*Avantletableau\..*n40A.*Aprèsletableau\..*LemaireLesarchives/s);
});

test("nothing goes out of the page, which is A4 on its side", () => {
  const placed = pages.flat();
  expect(placed.filter(({ x, y, width, size }) => x < 20 || x + width > 822 || y < 15 || y + size > 595)).toEqual([]);
  expect(placed.some(({ x, width }) => x + width > 595)).toBe(true);
});

test("a heading stands with the first row of its table", async () => {
  const tables = Array.from({ length: 30 }, (_, i) => ({
    ...{ heading: `Titre-${i}-`, columns: [{ label: `Colonne-${i}-`, share: 1 }], rows: [[`rang-${i}-`]] },
  }));
  const printed = (await textOf(await printPaper({ ...FORM, tables }, null))).map(flat);
  expect(printed.length).toBeGreaterThan(3);
  const apart = tables.filter(
    ({ heading }, i) => !printed.some((p) => p.includes(heading) && p.includes(`rang-${i}-`)),
  );
  expect(apart).toEqual([]);
});
