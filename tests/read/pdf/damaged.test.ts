/** PDF files that hold no sure text: damaged, protected, scanned. */

import { describe, expect, it, vi } from "vitest";
import type { SourceFile } from "../../../scripts/model/grid.ts";
import { startPdfium } from "../../../scripts/read/pdf/drawn/pdfium.ts";
import { readPdf } from "../../../scripts/read/pdf/pdf.ts";
import { spoken } from "../../spoken.ts";
import { rules, show, source } from "../source.ts";
import { fileOf, handMadePdf, onePage, pagesOf, text } from "./hand-made-pdf.ts";

const pdf = (content: string): SourceFile => source("IS101.pdf", Buffer.from(content, "latin1"));
const PICTURE = "q 595 0 0 842 0 0 cm /P1 Do Q";

describe("a damaged PDF", () => {
  it("is refused once, whatever is broken besides", async () => {
    const whole = handMadePdf(pagesOf([text(50, 700, "Homicides"), text(50, 700, "Cambriolages")]));
    const broken = whole.replace("<< /Type /Page /Parent", "<< /Type )Page /Parent").replace("7 0 obj", "X 0 obj");
    const result = await readPdf(pdf(broken));
    expect(result.value).toEqual([]);
    expect(rules(result)).toEqual(["error file-unreadable"]);
  });
});

describe("a PDF that says what cannot be", () => {
  it("is refused where a page has no size", async () => {
    const cut = onePage({ content: text(50, 700, "Homicides"), page: "/CropBox [700 0 800 100]" });
    expect(rules(await readPdf(pdf(cut)))).toEqual(["error file-unreadable"]);
  });

  it("is refused where a font numbers characters beyond them all: those that the file does not tell", async () => {
    const number = vi.spyOn(await startPdfium(), "FPDFText_GetUnicode").mockReturnValue(0xe0e0e0);
    expect(rules(await readPdf(fileOf(text(50, 700, "12"))))).toEqual(["error pdf-unreadable-text"]);
    number.mockRestore();
  });
});

describe("a PDF with pictures", () => {
  it("is read, text after the picture included", async () => {
    const result = await readPdf(fileOf(`q .2 0 0 .2 0 0 cm ${PICTURE} Q ${text(50, 700, "Homicides")}`));
    expect(result.issues).toEqual([]);
    expect(show(result.value[0])).toEqual(["Homicides"]);
  });

  it("is refused when there is nothing but pictures: a scan", async () => {
    const result = await readPdf(fileOf(PICTURE));
    expect(rules(result)).toEqual(["error pdf-without-text"]);
    expect(spoken(result.issues[0]).message).toContain("numérisé");
    expect(spoken(result.issues[0]).hint).toContain("fichier d'origine");
  });

  it("is refused when its text is only guessed from the scan (an invisible layer)", async () => {
    const guessed = text(50, 700, "Homicides 12").replace("Td", "Td 3 Tr");
    const result = await readPdf(fileOf(`${PICTURE} ${guessed}`));
    expect(rules(result)).toEqual(["error pdf-without-text"]);
    expect(spoken(result.issues[0]).message).toContain("deviné");
  });

  it("says which page holds no text", async () => {
    const result = await readPdf(fileOf(text(50, 700, "Homicides"), PICTURE));
    expect(rules(result)).toEqual(["warning pdf-page-without-text"]);
    expect(spoken(result.issues[0]).message).toContain("page 2");
  });
});

describe("a page drawn without measure", () => {
  it("is refused, its characters and its lines counted", async () => {
    const many = Array.from({ length: 80 }, (_, i) => text(0, 10 + 10 * i, "9".repeat(800), 1)).join(" ");
    const glyphs = await readPdf(fileOf(many));
    expect(rules(glyphs)).toEqual(["error file-too-large"]);
    expect(spoken(glyphs.issues[0]).message).toMatch(/au moins 6\d.\d{3} caractères ou traits/);
    const zigzag = Array.from({ length: 210_000 }, (_, i) => `${i % 2 ? 10 : 45} ${i % 800} l`).join("\n");
    const drawn = await readPdf(fileOf(`0 0 m ${zigzag} S ${text(50, 700, "Homicides 12")}`));
    expect(rules(drawn)).toEqual(["error file-too-large"]);
  });

  it("is read when a line of it goes on without end beyond the page: only its part on the page is looked at", async () => {
    const endless = ["300 600 m 84516004400.5 600 l", "300 600 m -84516004400.5 600 l"];
    const down = ["300 600 m 300 84516004400.5 l", "300 600 m 300 -84516004400.5 l"];
    const result = await readPdf(fileOf(`${[...endless, ...down].join(" ")} S ${text(50, 700, "Homicides 12")}`));
    expect(result.issues).toEqual([]);
    expect(show(result.value[0])).toEqual(["Homicides 12"]);
  });

  it("is read when a hatching of lines stands beside its text", async () => {
    const lines = Array.from(
      { length: 1500 },
      (_, i) => `${i * 0.3} 0 m ${i * 0.3} 400 l 0 ${i * 0.3} m 400 ${i * 0.3} l S`,
    );
    const result = await readPdf(fileOf(`${lines.join("\n")} ${text(50, 700, "Homicides")}`));
    expect(show(result.value[0])).toEqual(["Homicides"]);
  });
});

describe("a PDF with a password", () => {
  it("is refused, and the message says to save it without", async () => {
    const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${"41".repeat(32)}> /U <${"42".repeat(32)}> >> /ID [<${"43".repeat(16)}> <${"43".repeat(16)}>]`;
    const result = await readPdf(pdf(handMadePdf(pagesOf([text(50, 700, "Homicides")]), encrypt)));
    expect(result.value).toEqual([]);
    expect(rules(result)).toEqual(["error file-password-protected"]);
    expect(spoken(result.issues[0]).hint).toContain("sans protection");
  });
});
