/** The whole publication, with the browser that the project ships. */
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as XLSX from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Edition } from "../../scripts/model/document/bulletin.ts";
import type { Publication } from "../../scripts/model/edition.ts";
import { formatPeriodShort } from "../../scripts/model/format.ts";
import { launchBrowser, type OpenBrowser, printWith, publish } from "../../scripts/publish/index.ts";
import { filesOf } from "../../scripts/publish/make-bulletin.ts";
import { factsOf, insideOf, type Tag, textOf } from "../pdf-pages.ts";
import { printNothing } from "./without-browser.ts";

const edition = JSON.parse(readFileSync("tests/fixtures/publish/sample-edition.json", "utf8")) as Edition;
const { id } = edition.bulletin;

let root: string;
let browser: OpenBrowser;
let first: Publication;
const at = (folder: string, name = ""): string => join(root, folder, id, name);

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "publication-"));
  browser = await launchBrowser(null);
  first = await publish([edition], { out: join(root, "a"), print: printWith(browser) });
});
afterAll(async () => {
  await browser.close();
  rmSync(root, { recursive: true, force: true });
});

/** Text of each page of a PDF. */
const pagesOf = (file: string): Promise<readonly string[]> => textOf(readFileSync(file));
const squeeze = (text: string): string => text.normalize("NFKC").replace(/\s/g, "");

describe("what is published", () => {
  test("one folder a quarter, whole, closed to other accounts, with its hashes", () => {
    expect(readdirSync(at("a")).sort()).toEqual([
      "analyses.json",
      "bulletin.html",
      "bulletin.pdf",
      "calendrier.ics",
      "controle.html",
      "courriel-police.txt",
      "donnees.csv",
      "fiche.pdf",
      "manifest.json",
      "projection.html",
      "questions.txt",
      "tableaux.xlsx",
    ]);
    expect(readdirSync(join(root, "a")).sort()).toEqual([".verrou", id, "index.html"]);
    const [published] = first.published;
    for (const [name, sha256] of Object.entries(published?.outputs ?? {}))
      expect(
        createHash("sha256")
          .update(readFileSync(at("a", name)))
          .digest("hex"),
      ).toBe(sha256);
    if (process.getuid !== undefined) expect(statSync(at("a", "bulletin.pdf")).mode & 0o077).toBe(0);
  });

  test("every link of the list leads to a file that is there, and every file is one of a known list", () => {
    const links = [...readFileSync(join(root, "a", "index.html"), "utf8").matchAll(/href="([^"#]+)"/g)];
    expect(links.length).toBeGreaterThan(6);
    for (const [, to = ""] of links) expect(existsSync(join(root, "a", to)), to).toBe(true);
    expect(readdirSync(at("a")).sort()).toEqual([...filesOf(edition), "manifest.json"].sort());
  });

  test("the sheet is page one, whole, on one side of A4", async () => {
    const [sheet = "", ...more] = await pagesOf(at("a", "fiche.pdf"));
    expect(more).toEqual([]);
    const { front, sections } = edition.bulletin;
    // the points that its one side has no room for: page-one.test.ts
    for (const text of [front.headline, ...front.points.slice(0, 5).map((point) => point.text)])
      expect(squeeze(sheet)).toContain(squeeze(text));
    const [table] = sections.flatMap(({ blocks }) => blocks.flatMap((b) => (b.kind === "table" ? [b.table] : [])));
    for (const { cells } of table?.rows ?? []) expect(squeeze(sheet)).toContain(squeeze(cells[0]?.text ?? "?"));
  });

  test("the workbook says in each cell what the page says", () => {
    const book = XLSX.read(readFileSync(at("a", "tableaux.xlsx")));
    const html = readFileSync(at("a", "bulletin.html"), "utf8");
    const cells = [...html.matchAll(/<t[dh][^>]* id="t(\d+)-r(\d+)-c\d+"[^>]*>(.*?)<\/t[dh]>/gs)];
    expect(cells.length).toBeGreaterThan(300);
    const plain = (text: string): string => text.replaceAll("−", "-").replace(/[\s.,]|&nbsp;/g, "");
    const themes = new Set(
      [...html.matchAll(/<tr class="theme"[^>]*><th [^>]*id="t(\d+)-r(\d+)-/g)].map(([, t, r]) => `${t} ${r}`),
    );
    for (const [, table, row, content = ""] of cells) {
      if (content.includes('class="sparkline"') || themes.has(`${table} ${row}`)) continue;
      const above = [...themes].filter(
        (at) => at.startsWith(`${table} `) && Number(at.split(" ")[1]) < Number(row),
      ).length;
      const sheet = XLSX.utils.sheet_to_json<readonly string[]>(book.Sheets[`Tableau ${table}`] ?? {}, {
        header: 1,
        raw: false,
      });
      const head = sheet.findIndex((texts) => texts.length > 1);
      const texts = (sheet[head + Number(row) - above] ?? []).map(plain);
      const text = content
        .replace(/<[^>]*>/g, "")
        .replace(/^(?:\s|&nbsp;)*$/, "–")
        .trim();
      for (const part of text.split(/ \((?=[^)]*%\)$)| \/ |(?<=\/ [\d,]+) \(/))
        expect(texts).toContain(plain(part.replace(/%\)$/, "%").replace(/^([^(]+)\)$/, "$1")));
    }
  });

  test("another library reads every figure of the tables back from the PDF, and in the margins of each page what it is", async () => {
    const pages = await pagesOf(at("a", "bulletin.pdf"));
    expect(pages).toHaveLength(first.published[0]?.pages ?? 0);
    const { banner, marking, commune, fingerprint } = edition.bulletin;
    for (const [index, text] of pages.entries())
      for (const said of [
        `Page ${index + 1}/${pages.length}`,
        // page one says it in its strip
        ...(index === 0
          ? [banner ?? "", commune, marking]
          : [`${banner}${marking}`, `${commune} · ${formatPeriodShort(edition.bulletin.quarter)}`]),
        `Empreinte ${fingerprint.slice(0, 12)}`,
      ])
        expect(squeeze(text), `page ${index + 1}`).toContain(squeeze(said));
    // A copy is numbered: no page of it may say another thing of itself.
    expect(pages.join("")).not.toMatch(/Exemplaire/);
    const all = squeeze(pages.join(""));
    for (const section of edition.bulletin.sections)
      for (const block of section.blocks)
        if (block.kind === "table")
          for (const row of block.table.rows) for (const cell of row.cells) expect(all).toContain(squeeze(cell.text));
  });

  test("the PDF is tagged, titled, dated by its data, and says its language and standard", async () => {
    const bytes = readFileSync(at("a", "bulletin.pdf"));
    const { said, isTagged, outline } = await factsOf(bytes);
    expect(said).toMatchObject({
      Title: expect.stringContaining(edition.bulletin.quarterLabel),
      CreationDate: `D:${edition.bulletin.editionIso.replaceAll("-", "")}000000Z`,
    });
    expect(isTagged).toBe(true);
    for (const entry of [/\/Lang \(fr\)/, /<pdfuaid:part>1</, /\/DisplayDocTitle true/])
      expect(insideOf(bytes)).toMatch(entry);
    expect(outline.filter((title) => title.startsWith("  ")).length).toBeGreaterThan(3);
  });

  test("the PDF's tags keep the rules of PDF/UA-1 that the browser's own do not", async () => {
    const { tags, links: found } = await factsOf(readFileSync(at("a", "bulletin.pdf")));
    let drawings = 0;
    let items = 0;
    const visit = ({ role, alt, children }: Tag): void => {
      if (role === "Figure") {
        drawings += 1;
        expect(alt).not.toBe("");
      }
      if (role === "LI") {
        items += 1;
        for (const child of children) expect(["Lbl", "LBody"]).toContain(child.role);
      }
      children.forEach(visit);
    };
    tags.forEach(visit);
    for (const link of found) expect(link.words).not.toBe("");
    const links = found.map(({ to }) => to);
    // those of the text: what leads out of the page is printed as words
    const html = readFileSync(at("a", "bulletin.html"), "utf8");
    const [contents = ""] = /<nav class="contents".*?<\/nav>/s.exec(html) ?? [];
    const [text = ""] = /<main.*<\/main>/s.exec(html) ?? [];
    expect(contents, "of the screen alone").not.toBe("");
    const local = [...text.replace(contents, "").matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.toSorted()).toEqual(local.toSorted());
    expect(drawings).toBeGreaterThan(10);
    expect(items).toBeGreaterThan(5);
  });

  test("same input, same bytes: from another folder, by another browser, with or without an earlier edition", async () => {
    const other = await launchBrowser(null);
    try {
      await publish([edition], { out: join(root, "ailleurs", "b"), print: printWith(other) });
    } finally {
      await other.close();
    }
    await publish([edition], { out: join(root, "ailleurs", "b"), print: printWith(browser) });
    for (const name of readdirSync(at("a")))
      expect(readFileSync(join(root, "ailleurs", "b", id, name)).equals(readFileSync(at("a", name))), name).toBe(true);
  });

  test("no path of this machine is in the files", () => {
    const inside = insideOf(readFileSync(at("a", "bulletin.pdf")));
    for (const key of ["/Title", "/Dest"]) expect(inside, "title and links, compressed in the file").toContain(key);
    const texts = ["bulletin.html", "controle.html"].map((name) => readFileSync(at("a", name), "utf8"));
    for (const text of [inside, ...texts])
      for (const path of [root, process.cwd(), "file:/"]) expect(text.includes(path), path).toBe(false);
  });
});

describe("earlier bulletins", () => {
  test("stay, are listed, and one that would say another thing now is marked so", async () => {
    const bulletin = {
      ...edition.bulletin,
      id: "2026-T2",
      quarterLabel: "2e trimestre 2026",
      fingerprint: "cd".repeat(32),
      edition: { number: 2, replaces: "2026-07-08" },
    };
    const publication = await publish([{ ...edition, bulletin }], {
      out: join(root, "a"),
      print: printNothing,
      outdated: [id],
      copies: [
        { quarter: "2026-T2", number: 1, recipient: "Mme X", edition: 1 },
        { quarter: "2026-T2", number: 2, recipient: "M. Y", edition: 2 },
        { quarter: id, number: 3, recipient: "M. Z", edition: 1 },
      ],
    });
    expect(readdirSync(at("a"))).toContain("bulletin.pdf");
    const index = readFileSync(publication.index, "utf8").replaceAll(/<\/?sup>/g, "");
    expect(index.indexOf("2e trimestre 2026")).toBeGreaterThan(0);
    expect(index.indexOf("2e trimestre 2026")).toBeLessThan(index.indexOf(edition.bulletin.quarterLabel));
    const rows = index.split("<tbody>")[1]?.match(/<tr>.*?<\/tr>/gs) ?? [];
    const last = rows.map((row) =>
      row
        .slice(row.lastIndexOf("<td>"))
        .replace(/<[^>]+>/g, " ")
        .replace(/\s+/g, " "),
    );
    expect(last).toEqual([
      " Exemplaires : 1 à échanger édition remplacée : n° 1 (Mme X) 1 exemplaire remis n° 2 (M. Y) ",
      " Exemplaires : 1 exemplaire remis n° 3 (M. Z) ",
    ]);
    expect(index.match(/à refaire/g)).toHaveLength(1);
    expect(index.indexOf("à refaire")).toBeGreaterThan(index.indexOf(edition.bulletin.quarterLabel));
  });

  test("stay as they were when a proof fails", async () => {
    const before = readFileSync(at("a", "bulletin.pdf"));
    const { sections } = edition.bulletin;
    // Charts without the table of their counts: what no section may leave out.
    const bare = sections.filter(({ id }) => id !== "trimestres");
    const broken = { ...edition, bulletin: { ...edition.bulletin, sections: bare } };
    await expect(publish([broken], { out: join(root, "a"), print: printWith(browser) })).rejects.toMatchObject({
      name: "UserError",
      exitCode: 2,
      message: expect.stringContaining("sans tableau de ses chiffres"),
    });
    expect(readFileSync(at("a", "bulletin.pdf")).equals(before)).toBe(true);
  });
});
