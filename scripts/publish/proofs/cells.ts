/**
 * Two proofs: every cell of every HTML table stands in the PDF, once, in order, nothing lost at a page's foot or edge; neither the page nor
 * the PDF links to, or fetches, anything outside (an address in plain text is no link, and is allowed).
 */
import type { PdfDocument, StructureNode } from "../pdf/document.ts";
import type { PageFacts } from "../print/page-facts.ts";

export interface Evidence {
  readonly html: string;
  readonly facts: PageFacts;
  readonly pdf: PdfDocument;
  /** Addresses that the page asked for while it was printed, other than its own file. */
  readonly requested: readonly string[];
}

/** Yields one French sentence, with its place, for each fault found; nothing when all is well. */
export type Proof = (evidence: Evidence) => Iterable<string>;

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

/** A start tag and its attributes, quoted or not. A label such as "<img>" is written "&lt;img>": no tag. */
const TAG = /<[a-z][^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*>/gi;
const ATTRIBUTE = /(?<name>[^\s"'<>/=]+)\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'>]+))/g;

/** Attributes that lead somewhere or fetch something. */
const LEADING =
  /^(?:src|srcset|href|xlink:href|action|formaction|data|poster|ping|background|cite|longdesc|manifest)$/i;
/** Attributes whose value is a piece of style. */
const STYLED = /^(?:style|fill|stroke|clip-path|mask|filter|cursor|marker(?:-start|-mid|-end)?)$/i;

/** "https://…", "//…", "file:…" at the start of a value, or after a space or a comma ("a.png 1x, //…/b.png 2x"). */
const ADDRESS = /(?:^|[\s,])(?<address>(?:[a-z][a-z0-9+.-]*:)?\/\/[^\s"'>]+|file:[^\s"'>]+)/gi;
/** What a style fetches: url(//…), @import "https://…". */
const FETCHED = /(?:url\(\s*["']?|@import\s+["']?)(?<address>(?:[a-z][a-z0-9+.-]*:)?\/\/[^\s"')>]+|file:[^\s"')>]+)/gi;

const STYLE = /<style\b[^>]*>.*?<\/style>/gis;
/** Every address holds one of these. The name of a vocabulary, xmlns="http://…", is fetched by nobody. */
const HINT = /(?<!\sxmlns="http:)\/\/|file:/i;

function* matchesOf(text: string, pattern: RegExp): Generator<string> {
  for (const { groups = {} } of text.matchAll(pattern)) yield groups.address ?? "";
}

function* outwardAddresses(html: string): Generator<string> {
  // A script can fetch nothing (default-src 'none'): its text does not count, only markup and styles do.
  const still = html.replace(/<script\b[^>]*>.*?<\/script>/gis, "");
  for (const [style] of still.matchAll(STYLE)) yield* matchesOf(style, FETCHED);
  const markup = still.replace(STYLE, "");
  if (!HINT.test(markup)) return; // most pages have none: their ten thousand tags need not be looked at one by one
  for (const [tag] of markup.matchAll(TAG)) {
    if (!HINT.test(tag)) continue;
    const leaves = /\shttp-equiv\s*=\s*["']?refresh/i.test(tag); // content="0;url=https://…"
    for (const { groups = {} } of tag.matchAll(ATTRIBUTE)) {
      const { name = "", double, single, bare } = groups;
      const value = double ?? single ?? bare ?? "";
      // A data: address holds its own content: "//" in it is base64.
      if (LEADING.test(name) && !/^\s*data:/i.test(value)) yield* matchesOf(value, ADDRESS);
      else if (STYLED.test(name)) yield* matchesOf(value, FETCHED);
      else if (leaves && name.toLowerCase() === "content") yield* matchesOf(value.replace(/^.*url=/i, ""), ADDRESS);
    }
  }
}

/** Addresses outside the file that its markup or styles lead to. */
export const findOutwardAddresses = (html: string): readonly string[] => [...outwardAddresses(html)];

export const addresses: Proof = function* ({ html, pdf, requested }) {
  for (const address of findOutwardAddresses(html)) yield `la page mène à ${address}`;
  for (const address of pdf.addresses) yield `le PDF mène à ${address}`;
  for (const address of requested) yield `la page a demandé ${address}`;
};
