/** What is proved of each bulletin before it is published. A new proof: a function, and its name in PROOFS. */

import { findHidden, nameOf } from "../../model/hidden-characters.ts";
import type { StructureNode } from "../pdf/document.ts";
import { addresses } from "./addresses.ts";
import { cells } from "./cells.ts";
import type { Evidence, Proof } from "./proof.ts";

/** Every chart has its figures as a row of the table of the quarters, and a text alternative. */
const chartAlternatives: Proof = function* ({ facts }) {
  for (const chart of facts.charts) {
    if (!chart.hasTable) yield `figure « ${chart.name} » : sans tableau de ses chiffres`;
    if (!chart.hasAlternative) yield `figure « ${chart.name} » : sans texte de remplacement`;
  }
};

/** No hidden character in a page: those of received texts are written out before, any other comes from the program's own files. */
const hidden: Proof = function* ({ html }) {
  const found = findHidden(html);
  if (found.length > 0) yield `la page contient des caractères invisibles : ${found.join(", ")}`;
};

/** What the mentions PDF/UA-1 and PDF/A-2a rest on, beside the structure: every mark is told, every font is in the file. */
const marks: Proof = function* ({ pdf }) {
  for (const { page, lines } of pdf.strayMarks)
    yield `page ${page} du PDF : un tracé n'est ni balisé ni déclaré décoratif (« ${lines[0] ?? ""} »)`;
  for (const [i, { unprinted }] of pdf.pages.entries())
    if (unprinted !== "")
      yield `page ${i + 1} du PDF : ${[...new Set(unprinted)].map((c) => `« ${c} » (${nameOf(c)})`).join(", ")} ne s’imprime pas, aucune police de ce poste ne l’a`;
  for (const font of pdf.missingFonts) yield `la police ${font} n'est pas dans le PDF`;
};

/** "Page n/N" stands on each page of the PDF: a reader sees that none is missing. */
const pageNumbers: Proof = function* ({ pdf }) {
  const total = pdf.pages.length;
  for (const [index, page] of pdf.pages.entries()) {
    const number = `${index + 1}/${total}`;
    if (!new RegExp(`(?<!\\d)${number}(?!\\d)`).test(page.loose.replace(/\s/g, "")))
      yield `page ${index + 1} : « ${number} » n’y est pas`;
  }
};

/** No picture of points over 64 pixels in the PDF: charts are vectors, sharp at any size. */
const LARGEST = 64;

const rasters: Proof = function* ({ pdf }) {
  for (const { width, height } of pdf.images)
    if (width > LARGEST || height > LARGEST) yield `une image de ${width} × ${height} points est dans le PDF`;
};

function* nodesOf(node: StructureNode): Generator<StructureNode> {
  yield node;
  for (const child of node.children) if (!("mark" in child)) yield* nodesOf(child);
}

/** The PDF says that it is PDF/UA-1; this must then be true: one title, headings that skip no level, heads in each table, words for each drawing. */
const structure: Proof = function* ({ pdf }) {
  let level = 0;
  let titles = 0;
  for (const node of nodesOf(pdf.structure)) {
    const heading = /^H([1-6])$/.exec(node.role)?.[1];
    if (heading !== undefined) {
      if (Number(heading) > level + 1) yield `PDF : un titre de niveau ${heading} suit un titre de niveau ${level}`;
      level = Number(heading);
      if (level === 1) titles += 1;
    }
    const isDrawing =
      node.role === "Figure" && node.children.every((child) => "mark" in child || child.role === "NonStruct");
    if (isDrawing && node.alternative === "") yield "PDF : un dessin est sans texte de remplacement";
    if (node.role === "Table" && ![...nodesOf(node)].some(({ role }) => role === "TH"))
      yield "PDF : un tableau est sans en-tête";
  }
  if (titles !== 1) yield `PDF : ${titles} titres de premier niveau`;
};

export type { Evidence } from "./proof.ts";

const PROOFS: readonly Proof[] = [cells, chartAlternatives, rasters, addresses, hidden, pageNumbers, marks, structure];

/** Every fault that the proofs find, in French, with its place. */
export const findFaults = (evidence: Evidence): readonly string[] => PROOFS.flatMap((proof) => [...proof(evidence)]);
