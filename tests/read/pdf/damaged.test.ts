/** PDF files that hold no sure text: damaged, protected, scanned. */
import { describe, expect, it } from "vitest";
import type { Grid, SourceFile } from "../../../scripts/model/grid.ts";
import type { Result } from "../../../scripts/model/issue.ts";
import { readPdf } from "../../../scripts/read/pdf/pdf.ts";
import { rules, show, source } from "../source.ts";
import { handMadePdf, pagesOf, text } from "./hand-made-pdf.ts";

const pdf = (content: string): SourceFile => source("IS101.pdf", Buffer.from(content, "latin1"));
const PICTURE = "q 595 0 0 842 0 0 cm /P1 Do Q";

/** Reads while no other listener hears of stray rejections; gives those that nobody took. */
async function readAlone(file: SourceFile): Promise<{ result: Result<readonly Grid[]>; strays: readonly unknown[] }> {
  const others = process.listeners("unhandledRejection");
  const strays: unknown[] = [];
  process.removeAllListeners("unhandledRejection");
  try {
    const result = await readPdf(file);
    process.on("unhandledRejection", (reason) => strays.push(reason));
    await new Promise((resolve) => setTimeout(resolve, 20));
    return { result, strays };
  } finally {
    process.removeAllListeners("unhandledRejection");
    for (const listener of others) process.on("unhandledRejection", listener);
  }
}

describe("a damaged PDF", () => {
  it("is refused once, whatever pdf.js finds broken later in the background", async () => {
    const whole = handMadePdf(pagesOf([text(50, 700, "Homicides"), text(50, 700, "Cambriolages")]));
    const broken = whole.replace("<< /Type /Page /Parent", "<< /Type )Page /Parent").replace("7 0 obj", "X 0 obj");
    const { result, strays } = await readAlone(pdf(broken));
    expect(result.value).toEqual([]);
    expect(rules(result)).toEqual(["error file-unreadable"]);
    expect(strays).toEqual([]);
  });

  it("is refused when the drawing of a page stops before its end", async () => {
    const drawn = `${text(50, 700, "Homicides")} /P9 Do ${text(50, 600, "Cambriolages")}`; // there is no /P9
    const result = await readPdf(pdf(handMadePdf(pagesOf([drawn]))));
    expect(rules(result)).toEqual(["error file-unreadable"]);
    expect(result.value).toEqual([]);
  });
});

describe("a PDF whose text is drawn in a font that it does not hold", () => {
  it("is refused: what is written in it would be left out", async () => {
    const lost = text(50, 600, "Cambriolages").replace("/F1", "/F9");
    const result = await readPdf(pdf(handMadePdf(pagesOf([`${text(50, 700, "Homicides")} ${lost}`]))));
    expect(rules(result)).toEqual(["error file-unreadable"]);
  });
});

describe("a PDF with pictures", () => {
  it("is read, text after the picture included", async () => {
    const result = await readPdf(pdf(handMadePdf(pagesOf([`${PICTURE} ${text(50, 700, "Homicides")}`]))));
    expect(result.issues).toEqual([]);
    expect(show(result.value[0])).toEqual(["Homicides"]);
  });

  it("is refused when there is nothing but pictures: a scan", async () => {
    const result = await readPdf(pdf(handMadePdf(pagesOf([PICTURE]))));
    expect(rules(result)).toEqual(["error pdf-without-text"]);
    expect(result.issues[0]?.message).toContain("numérisé");
    expect(result.issues[0]?.hint).toContain("fichier d'origine");
  });

  it("is refused when its text is only guessed from the scan (an invisible layer)", async () => {
    const guessed = text(50, 700, "Homicides 12").replace("Td", "Td 3 Tr");
    const result = await readPdf(pdf(handMadePdf(pagesOf([`${PICTURE} ${guessed}`]))));
    expect(rules(result)).toEqual(["error pdf-without-text"]);
    expect(result.issues[0]?.message).toContain("deviné");
  });

  it("says which page holds no text", async () => {
    const result = await readPdf(pdf(handMadePdf(pagesOf([text(50, 700, "Homicides"), PICTURE]))));
    expect(rules(result)).toEqual(["warning pdf-page-without-text"]);
    expect(result.issues[0]?.message).toContain("page 2");
  });
});

describe("a page drawn without measure", () => {
  it("is refused, its glyphs and its lines counted; a drawing is passed over", async () => {
    const glyphs = await readPdf(pdf(handMadePdf(pagesOf([text(50, 700, "9".repeat(200_000))]))));
    expect(rules(glyphs)).toEqual(["error file-too-large"]);
    expect(glyphs.issues[0]?.message).toMatch(/au moins 200.000 caractères ou traits/);
    // 1 point up at each turn: straight lines; 3 points: slanted ones, which are a drawing
    const zigzag = (step: number): string =>
      Array.from({ length: 150_000 }, (_, i) => `${i % 2 ? 10 : 45} ${(i * step) % 800} l`).join("\n");
    const drawn = (step: number) =>
      readPdf(pdf(handMadePdf(pagesOf([`0 0 m ${zigzag(step)} b ${text(50, 700, "Homicides 12")}`]))));
    expect(rules(await drawn(1))).toEqual(["error file-too-large"]);
    expect(show((await drawn(3)).value[0])).toEqual(["Homicides 12"]);
  });

  it("is refused when more is drawn over its text than can be looked at, or more curves than are taken", async () => {
    const many = (count: number, order: (i: number) => string) =>
      Array.from({ length: count }, (_, i) => order(i)).join(" ");
    const lines = many(100, (i) => text(20, 800 - 7 * i, "0123456789".repeat(6), 6));
    const grounds = many(20_000, () => "1 g 0 0 595 842 re f 0 g");
    expect(rules(await readPdf(pdf(handMadePdf(pagesOf([`${grounds} ${lines}`])))))).toEqual(["error file-too-large"]);
    const curves = many(26_000, (i) => `${i % 500} 0 m 0 0 500 800 ${i % 300} 840 c S`);
    expect(rules(await readPdf(pdf(handMadePdf(pagesOf([`${curves} ${lines}`])))))).toEqual(["error file-too-large"]);
  });

  it("is read when a hatching of lines stands beside its text", async () => {
    const lines = Array.from(
      { length: 1500 },
      (_, i) => `${i * 0.3} 0 m ${i * 0.3} 400 l 0 ${i * 0.3} m 400 ${i * 0.3} l S`,
    );
    const result = await readPdf(pdf(handMadePdf(pagesOf([`${lines.join("\n")} ${text(50, 700, "Homicides")}`]))));
    expect(show(result.value[0])).toEqual(["Homicides"]);
  });
});

describe("a PDF with a password", () => {
  it("is refused, and the message says to save it without", async () => {
    const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${"41".repeat(32)}> /U <${"42".repeat(32)}> >> /ID [<${"43".repeat(16)}> <${"43".repeat(16)}>]`;
    const result = await readPdf(pdf(handMadePdf(pagesOf([text(50, 700, "Homicides")]), encrypt)));
    expect(result.value).toEqual([]);
    expect(rules(result)).toEqual(["error file-password-protected"]);
    expect(result.issues[0]?.hint).toContain("sans protection");
  });
});
