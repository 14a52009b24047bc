/** The PDF says that it is PDF/UA-1; this must then be true: one title, headings that skip no level, heads in each table, words for each drawing. */
import type { StructureNode } from "../pdf/document.ts";
import type { Proof } from "./proof.ts";

function* nodesOf(node: StructureNode): Generator<StructureNode> {
  yield node;
  for (const child of node.children) if (!("mark" in child)) yield* nodesOf(child);
}

export const structure: Proof = function* ({ pdf }) {
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
