/** What the mentions PDF/UA-1 and PDF/A-2a rest on, beside the structure: every mark is told, every font is in the file. */
import type { Proof } from "./proof.ts";

export const marks: Proof = function* ({ pdf }) {
  for (const { page, lines } of pdf.strayMarks)
    yield `page ${page} du PDF : un tracé n'est ni balisé ni déclaré décoratif (« ${lines[0] ?? ""} »)`;
  for (const font of pdf.missingFonts) yield `la police ${font} n'est pas dans le PDF`;
};
