/** What the mentions PDF/UA-1 and PDF/A-2a rest on, beside the structure: every mark is told, every font is in the file. */
import { nameOf } from "../../model/hidden-characters.ts";
import type { Proof } from "./proof.ts";

export const marks: Proof = function* ({ pdf }) {
  for (const { page, lines } of pdf.strayMarks)
    yield `page ${page} du PDF : un tracé n'est ni balisé ni déclaré décoratif (« ${lines[0] ?? ""} »)`;
  for (const [i, { unprinted }] of pdf.pages.entries())
    if (unprinted !== "")
      yield `page ${i + 1} du PDF : ${[...new Set(unprinted)].map((c) => `« ${c} » (${nameOf(c)})`).join(", ")} ne s’imprime pas, aucune police de ce poste ne l’a`;
  for (const font of pdf.missingFonts) yield `la police ${font} n'est pas dans le PDF`;
};
