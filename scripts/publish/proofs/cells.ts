/** Every cell of every HTML table stands in the PDF, once, in order: nothing is lost at a page's foot or edge. */

import type { StructureNode } from "../pdf/document.ts";
import type { Proof } from "./proof.ts";

/** The pieces of page that one cell is made of. */
type Cell = readonly { readonly page: number; readonly mark: number }[];

/**
 * The same on both sides. Spaces are left out, as lines break elsewhere on paper; so are the hyphens that the browser adds where it breaks a
 * word. What no font has was written otherwise before (onPaper).
 */
const normalise = (text: string): string => text.normalize("NFKC").replace(/[\s\u00ad\u2010]/g, "");

function piecesOf(node: StructureNode): Cell {
  return node.children.flatMap((child) => ("mark" in child ? [child] : piecesOf(child)));
}

/** The cells of each table of the tagged structure, in reading order. */
function* tablesOf(node: StructureNode): Generator<readonly Cell[]> {
  if (node.role === "Table") yield [...cellsOf(node)];
  else for (const child of node.children) if (!("mark" in child)) yield* tablesOf(child);
}
function* cellsOf(node: StructureNode): Generator<Cell> {
  for (const child of node.children) {
    if ("mark" in child) continue;
    if (child.role === "TD" || child.role === "TH") yield piecesOf(child);
    else if (child.role !== "Caption") yield* cellsOf(child);
  }
}

/** "ÉtatÉtat" is "État", twice. */
const isRepeated = (text: string, once: string): boolean =>
  once !== "" && text === once.repeat(Math.max(1, Math.round(text.length / once.length)));

export const cells: Proof = function* ({ facts, pdf }) {
  const printed = [...tablesOf(pdf.structure)];
  if (printed.length !== facts.tables.length) {
    yield `le PDF a ${printed.length} tableaux, la page ${facts.tables.length}`;
    return; // which of them is missing cannot be told from the others
  }
  for (const [index, table] of facts.tables.entries()) {
    const paper = printed[index];
    if (paper === undefined) continue;
    if (paper.length !== table.cells.length)
      yield `tableau « ${table.name} » : ${paper.length} cellules dans le PDF, ${table.cells.length} dans la page`;
    let last = 0; // page of the cell before: reading order never goes back
    for (const [position, cell] of table.cells.entries()) {
      const pieces = paper[position] ?? [];
      const byPage = new Map<number, string>();
      for (const { page, mark } of pieces)
        byPage.set(page, (byPage.get(page) ?? "") + (pdf.pages[page - 1]?.tagged.get(mark) ?? ""));
      const expected = normalise(cell.text);
      // The head is repeated on each page, and in each column of it, that the table covers; any other cell stands once, even cut
      // between two pages.
      const texts = (cell.head ? [...byPage.values()] : [[...byPage.values()].join("")]).map(normalise);
      const isWhole = (text: string): boolean => text === expected || (cell.head && isRepeated(text, expected));
      if (texts.length === 0 ? expected !== "" : !texts.every(isWhole))
        yield `tableau « ${table.name} », ${cell.place} : « ${cell.text} » dans la page, « ${texts.join(" / ")} » dans le PDF`;
      const first = Math.min(...byPage.keys());
      if (byPage.size > 0 && first < last)
        yield `tableau « ${table.name} », ${cell.place} : page ${first}, après la page ${last}`;
      if (byPage.size > 0) last = first;
    }
  }
};
