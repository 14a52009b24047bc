import { inflateSync } from "node:zlib";
import { PDFDocument, PDFName, PDFRawStream, StandardFonts } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { type Stamp, stampCopy } from "../../scripts/custody/copies/stamp.ts";
import { writable } from "../../scripts/custody/paper/pdf.ts";
import { drawn, placedOn, textOf } from "../pdf-pages.ts";
import { samplePdf } from "./sample-pdf.ts";

const STAMP: Stamp = {
  number: 3,
  edition: 1,
  replaces: [],
  register: { n: 11, hash: "ff129c41".repeat(8) },
  recipient: "Élise Œuvrard",
  role: "adjointe à la sécurité",
  date: "2026-04-09",
};

test("every page carries the line and the watermark, and keeps all of its own text", async () => {
  const before = await samplePdf(3);
  const own = await textOf(before);
  const stamped = await textOf(await stampCopy(before, STAMP));
  expect(stamped).toHaveLength(3);
  stamped.forEach((page, i) => {
    expect(page.startsWith(own[i] ?? "?")).toBe(true);
    const text = page.replaceAll("\u00a0", " ");
    expect(text).toContain("Exemplaire n° 3 – remis à Élise Œuvrard, adjointe à la sécurité – le 9 avril 2026");
    expect(text).toContain("Exemplaire n° 3 · Élise Œuvrard");
    expect(text.includes(`Registre à la remise : 11 lignes, empreinte 11:ff129c41 ff129c41 `)).toBe(i === 2);
  });
});

test("the watermark hides no digit: no pixel gets lighter, and white stays light", async () => {
  const original = await samplePdf(1);
  const { levels: before, width } = await drawn(original);
  const { levels: after } = await drawn(await stampCopy(original, STAMP));
  expect(before.length).toBeGreaterThan(1_000_000);
  expect(before.filter((value) => value < 60).length).toBeGreaterThan(500); // the text of the page is drawn
  const own = width * 2 * (842 - 44); // above the stamp's own lines
  let lighter = 0;
  let darkest = 255;
  let touched = 0;
  for (let i = 0; i < Math.min(own, before.length); i++) {
    const [was = 0, is = 0] = [before[i], after[i]];
    if (is > was + 1) lighter += 1;
    if (was === 255 && is < 255) {
      touched += 1;
      darkest = Math.min(darkest, is);
    }
  }
  expect(lighter).toBe(0);
  expect(touched).toBeGreaterThan(5000); // it is there
  expect(darkest).toBeGreaterThan(215); // and light
});

test("what is stamped is an artifact: the structure and the marked content stay as they were", async () => {
  const original = await samplePdf(1);
  const bytes = await stampCopy(original, STAMP);
  const document = await PDFDocument.load(bytes);
  expect(document.catalog.get(PDFName.of("StructTreeRoot"))).toBeDefined();
  const streams = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFRawStream && object.dict.get(PDFName.of("Filter"))
        ? [inflateSync(object.contents).toString("latin1")]
        : [],
    );
  const drawn = streams.join("\n");
  expect(drawn.match(/\/Artifact <<\/Type \/Pagination \/Subtype \/Watermark>>\s+BDC/g)).toHaveLength(1);
  expect(drawn.match(/\/Artifact <<\/Type \/Pagination \/Subtype \/Footer>>\s+BDC/g)).toHaveLength(2); // its only page is the last
  expect(drawn.match(/\bBDC\b/g)).toHaveLength(63);
  expect(drawn.match(/\bEMC\b/g)).toHaveLength(63);
});

test("a copy keeps what the bulletin claims, and has its font in the file; the bulletin given is not changed", async () => {
  const original = await samplePdf(1);
  const copy = Uint8Array.from(original);
  const stamped = Buffer.from(await stampCopy(original, STAMP)).toString("latin1");
  expect(stamped).toContain("pdfuaid:part");
  expect(stamped).toMatch(/\/FontName \/SourceSans3-SemiBold/);
  expect(stamped).toContain("/FontFile2 ");
  expect(stamped).toContain("<dc:title>T</dc:title>");
  expect(original).toEqual(copy);
});

test("the same copy of the same day has the same bytes", async () => {
  const original = await samplePdf(1);
  expect(await stampCopy(original, STAMP)).toEqual(await stampCopy(original, STAMP));
});

test("names are written in the letters that the font has; control and bidirectional marks are dropped", async () => {
  const font = await (await PDFDocument.create()).embedFont(StandardFonts.Helvetica);
  expect(writable("Œuvre « 1\u202f000 » – l’été €", font)).toBe("Œuvre « 1\u00a0000 » – l’été €");
  expect(writable("Čapek Łódź 東京", font)).toBe("Capek Lódz ??");
  expect(writable("un\tdeux\ntrois\f\u2028fin", font)).toBe("un deux troisfin");
  expect(writable("e\u0301t\u00e9\u202e\u0007\nfin", font)).toBe("été fin");
});

test.each([3, 40, 1250])(
  "a recipient written %i times over stays within the page's margins, centred at its foot",
  async (times) => {
    const bytes = await stampCopy(await samplePdf(1), { ...STAMP, recipient: "<b>x</b>".repeat(times) });
    const [pieces = []] = await placedOn(bytes);
    const foot = pieces.filter(({ text, y }) => y < 40 && text.trim() !== "");
    expect(foot.map(({ text }) => text).join(" ")).toContain("<b>x</b><b>x</b>");
    expect(foot.length).toBeGreaterThan(1);
    for (const { x, width } of foot) {
      expect(x).toBeGreaterThan(45); // 16 mm, where a printer still prints
      expect(x + width).toBeLessThan(595 - 45);
      expect(Math.abs(x + width / 2 - 595 / 2)).toBeLessThan(1);
    }
  },
);
