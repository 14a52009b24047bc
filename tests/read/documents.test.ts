/** The same statement in the five document formats: each must give the same grid. Fixtures: LibreOffice and a browser. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Reader } from "../../scripts/read/contract/reader.ts";
import { readDoc } from "../../scripts/read/document/doc/doc.ts";
import { readDocx } from "../../scripts/read/document/docx/docx.ts";
import { readOdt } from "../../scripts/read/document/odt/odt.ts";
import { readRtf } from "../../scripts/read/document/rtf/rtf.ts";
import { readPdf } from "../../scripts/read/pdf/pdf.ts";
import { rules, show, source } from "./source.ts";

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../fixtures/read/documents/${name}`, import.meta.url)));
const readers: readonly (readonly [string, Reader])[] = [
  ["docx", readDocx],
  ["odt", readOdt],
  ["rtf", readRtf],
  ["doc", readDoc],
  ["pdf", readPdf],
];
const plain = (line: string): string => line.replace(/\u00a0/g, " ");

const TWO_HEADER_ROWS = [
  "Indicateur Statistique Territorial (I.S.T.) - 2ème trimestre 2026||||||",
  "Faits constatés par la police nationale et la gendarmerie nationale sur le territoire de la commune de Saint-Exemple-sur-Scarpe au cours du trimestre écoulé||||||",
  "Type d'infractions{2x1}|T2 2025{1x3}|^|^|T2 2026{1x3}|^|^",
  "^|Police|Gendarmerie|Total|Police|Gendarmerie|Total",
  "Dépôts sauvages d'ordures|40|25||765|0|3 060",
  "Vols d'accessoires sur véhicules|15|29|37|17 239|31|5",
  "Vols dans les véhicules|17|35|nd|422|625|4",
  "Violences physiques non crapuleuses|6|18|1|1 218|3|25",
  "Atteintes volontaires à l'intégrité physique|36|17|19|26|220|6",
  "Vols violents sans arme|29|281|12|12|-|24",
  "Vols avec armes|26|nd|37|1|25|s",
  "Usage de stupéfiants (56)|6|9|16|39|18|4",
  "||||||",
  "(1) données provisoires||||||",
];

describe("a document that holds nothing", () => {
  it("has no grid, and is told", async () => {
    const result = await readRtf(source("a.rtf", "{\\rtf1\\ansi }"));
    expect(result.value).toEqual([]);
    expect(result.issues).toHaveLength(1);
  });
});

describe("a statement with two header rows", () => {
  for (const [format, reader] of readers) {
    it(`keeps its spans, wrapped labels and thousands in .${format}`, async () => {
      const result = await reader(source(`IST.${format}`, fixture(`two-header-rows.${format}`)));
      expect(show(result.value[0]).map(plain)).toEqual(TWO_HEADER_ROWS);
      expect(result.issues).toEqual([]);
      expect(result.value[0]?.part).toBe("document");
    });

    it(`says that a truncated .${format} is damaged, and reads nothing of it`, async () => {
      const whole = fixture(`two-header-rows.${format}`);
      for (const share of [0.3, 0.6, 0.9]) {
        const result = await reader(source(`IST.${format}`, whole.slice(0, Math.floor(whole.length * share))));
        expect(result.value).toEqual([]);
        expect(rules(result)).toEqual(["error file-unreadable"]);
      }
    });
  }

  it("names its rows as a person finds them", async () => {
    const docx = await readDocx(source("IST.docx", fixture("two-header-rows.docx")));
    expect(docx.value[0]?.rowNames?.slice(1, 4)).toEqual(["paragraphe 2", "tableau 1, ligne 1", "tableau 1, ligne 2"]);
    const pdf = await readPdf(source("IST.pdf", fixture("two-header-rows.pdf")));
    expect(pdf.value[0]?.rowNames?.[2]).toBe("page 1, ligne 3");
  });
});

describe("a PDF printed by a browser", () => {
  it("gives the columns of tables without lines, headings wrapped, one table a caption", async () => {
    const result = await readPdf(source("IST.pdf", fixture("unruled-browser.pdf")));
    const lines = show(result.value[0]).map(plain);
    expect(result.issues).toEqual([]);
    expect(lines).toContain("Police nationale||||");
    expect(lines).toContain("Nature des faits|1er trimestre 2025|1er trimestre 2026|Évolution|");
  });

  it("goes on with a table on the next page, under the heading of the first", async () => {
    const result = await readPdf(source("IST.pdf", fixture("three-header-rows-two-pages.pdf")));
    expect(result.issues).toEqual([]);
    const names = result.value[0]?.rowNames ?? [];
    const turn = names.findIndex((name) => name.startsWith("page 2"));
    expect(turn).toBeGreaterThan(3);
    expect(show(result.value[0])[turn - 1]).not.toMatch(/^\|*$/);
  });
});
