/** Blocks of the pages -> blocks of the document: running headers once, page numbers out, a table that goes on made whole. */
import { type Block, paragraph, type TableRow } from "../document/document.ts";
import { type Band, isValue } from "./bands.ts";
import { isInMargin, type PageBlock } from "./blocks.ts";
import { joinLines } from "./lines.ts";

export interface LaidOutPage {
  readonly height: number;
  readonly blocks: readonly PageBlock[];
}

const PAGE_NUMBER = /^[-–—\s]*(page\s*)?\d{1,3}(\s*(\/|sur|de|-)\s*\d{1,3})?[-–—\s]*$/i;

/** A table being joined: rows of all its pages so far, and the first rows of its first page. */
interface OpenTable {
  readonly rows: TableRow[];
  readonly bands: readonly Band[];
  readonly head: readonly string[];
}

/** `cuts`: rows whose figures seem cut in two ("4" above "146"), each told by its place. */
export interface JoinedPages {
  readonly blocks: readonly Block[];
  readonly cuts: readonly string[];
  /** Tables whose columns no heading names, each told by the place of its first row. */
  readonly headless: readonly string[];
}

export function joinPages(pages: readonly LaidOutPage[]): JoinedPages {
  const blocks: Block[] = [];
  const cuts: string[] = [];
  const headless: string[] = [];
  const footers: Block[] = [];
  const seen = new Set<string>();
  let open: OpenTable | null = null; // the last table, as long as nothing but running lines came after it
  let left: string[] = []; // texts at the end of a page, below its table: the start of a label cut by the page's end?
  for (const [i, page] of pages.entries()) {
    let line = 0;
    const name = (): string => `page ${i + 1}, ligne ${++line}`;
    const above: PageBlock | undefined = pages[i - 1]?.blocks.findLast((b) => isOwn(pages, i - 1, b));
    const headLeft = above?.kind === "paragraph" && above.parts > 1;
    let first = true; // nothing of the page's own has come yet
    for (const block of page.blocks) {
      if (block.kind === "paragraph") {
        const running = runningKey(block, page.height);
        if (running !== null && PAGE_NUMBER.test(block.text.trim())) continue;
        if (running !== null && isOnAnotherPage(pages, i, running)) {
          if (seen.has(running)) continue;
          seen.add(running);
          (block.top > page.height / 2 ? footers : blocks).push(paragraph(block.text, name()));
        } else if (first && open && isFiguresOnly(block.text)) {
          cuts.push(name());
        } else if (first && open && goesOn(block.text)) {
          extendLabel(open.rows, block.text);
        } else {
          if (open && i > 0 && first) open = null;
          left.push(block.text);
          blocks.push(paragraph(block.text, name()));
          first = false;
        }
        continue;
      }
      if (first && headLeft) cuts.push(`page ${i + 1}, ligne 1`);
      const rows = block.rows.map((row): TableRow => ({ ...row, name: name() }));
      const label = rows[0]?.cells[0]?.text ?? "";
      const cut = open && left.length > 0 && first && goesOn(label);
      if (open && (left.length === 0 || cut) && first && sameColumns(open.bands, block.bands)) {
        const more = rows.slice(repeatedHead(open.head, rows));
        if (cut) {
          blocks.splice(blocks.length - left.length, left.length);
          more[0] = withLabel(more[0], joinLines([...left, label]));
        }
        if (!appendRows(open.rows, more)) cuts.push(more[0]?.name ?? "");
      } else {
        if (block.isHeadless && !(open && sameColumns(open.bands, block.bands))) headless.push(rows[0]?.name ?? "");
        if (i > 0 && first && open && (goesOn(label) || isHeadOnly(open.rows))) cuts.push(rows[0]?.name ?? "");
        open = { rows, bands: block.bands, head: rows.map(rowKey) };
        blocks.push({ kind: "table", rows: open.rows });
      }
      left = [];
      first = false;
    }
  }
  for (const block of blocks) if (block.kind === "table") cuts.push(...cutRows(block.rows));
  return { blocks: [...blocks, ...footers], cuts, headless };
}

/** "146", "146 991": figures alone on their line. */
const isFiguresOnly = (text: string): boolean => /^\d{1,3}([\s\u00a0\u202f]\d{1,3})*$/.test(text.trim());

/** Rows with no label of their own whose figures all go on with the thousands of the row above. */
const cutRows = (rows: readonly TableRow[]): readonly string[] =>
  rows.flatMap((row, i) => {
    const above = rows[i - 1];
    const label = row.cells.find((cell) => cell.column === 0)?.text ?? "";
    const figures = row.cells.filter((cell) => cell.column > 0 && cell.text !== "");
    const goOn = figures.every((cell) => {
      const upper = above?.cells.find((c) => c.column === cell.column)?.text ?? "";
      return /^\d{3}$/.test(cell.text) && /(^|[^\d])\d{1,3}$/.test(upper);
    });
    return figures.length > 0 && goOn && (label === "" || goesOn(label)) ? [row.name ?? ""] : [];
  });

/** A heading left at the end of its page, with no figure below it. */
const isHeadOnly = (rows: readonly TableRow[]): boolean =>
  rows.every((row) => row.cells.every((cell) => cell.column === 0 || !isValue(cell.text)));

const withLabel = (row: TableRow | undefined, text: string): TableRow => ({
  ...row,
  cells: (row?.cells ?? []).map((cell, i) => (i === 0 ? { ...cell, text } : cell)),
});

function extendLabel(rows: TableRow[], text: string): void {
  const last = rows.at(-1);
  if (last) rows[rows.length - 1] = withLabel(last, joinLines([last.cells[0]?.text ?? "", text]));
}

/** A text in small letters, or after a dash, goes on with what was before; one with the mark of a list does not: "j) Tapages". */
const goesOn = (text: string): boolean => /^[\p{Ll}(«"–-]/u.test(text) && !/^(?:\p{Ll}|[ivx]{2,4})\s?[.)°]/u.test(text);

const rowKey = (row: TableRow): string => row.cells.map((c) => `${c.column}+${c.colSpan}:${c.text}`).join("|");

/** How many of the first rows repeat the table's own first rows: its head, printed again. */
function repeatedHead(head: readonly string[], rows: readonly TableRow[]): number {
  const different = rows.findIndex((row, i) => rowKey(row) !== head[i]);
  return different < 0 ? rows.length : different;
}

/** Adds the rows of the next page; a row that the page's end cut in two is made whole. false: it could not be. */
function appendRows(rows: TableRow[], more: readonly TableRow[]): boolean {
  const [last, first] = [rows.at(-1), more[0]];
  const whole = last && first ? joinCutRow(last, first) : null;
  if (whole) rows[rows.length - 1] = whole;
  rows.push(...more.slice(whole ? 1 : 0));
  return whole !== null || !goesOn(first?.cells[0]?.text ?? "");
}

/** The second part goes on in small letters, and one of the parts has its label only: "… assimilées" + "commises au …". */
function joinCutRow(upper: TableRow, lower: TableRow): TableRow | null {
  const isLabelOnly = (row: TableRow): boolean => row.cells.every((cell, i) => i === 0 || cell.text === "");
  const sameShape =
    upper.cells.length === lower.cells.length &&
    upper.cells.every((cell, i) => cell.column === lower.cells[i]?.column && cell.colSpan === lower.cells[i]?.colSpan);
  const cut = upper.cells[0]?.text !== "" && goesOn(lower.cells[0]?.text ?? "");
  const thousands = sameShape && cutRows([upper, lower]).length > 0;
  if (!thousands && (!sameShape || !cut || !(isLabelOnly(upper) || isLabelOnly(lower)))) return null;
  const texts = upper.cells.map((cell, i) => [cell.text, lower.cells[i]?.text ?? ""].filter((text) => text !== ""));
  return { ...upper, cells: upper.cells.map((cell, i) => ({ ...cell, text: joinLines(texts[i] ?? []) })) };
}

/** As many columns, each overlapping its namesake: figures of other widths leave other extents. */
const sameColumns = (a: readonly Band[], b: readonly Band[]): boolean =>
  a.length === b.length &&
  a.every((band, i) => {
    const other = b[i];
    return other !== undefined && band.x0 < other.x1 && other.x0 < band.x1;
  });

/** A text near the top or bottom of its page, with its figures blanked out: "Page 1 sur 3" => "page # sur #"; null elsewhere. */
function runningKey(block: { readonly text: string; readonly top: number }, height: number): string | null {
  if (!isInMargin(block.top, height)) return null;
  return `${block.text.trim().toLowerCase().replace(/\d+/g, "#")} ${Math.round(block.top / 6)}`;
}

/** Not a page number, nor a running header or footer. */
function isOwn(pages: readonly LaidOutPage[], own: number, block: PageBlock): boolean {
  const running = block.kind === "paragraph" ? runningKey(block, pages[own]?.height ?? 0) : null;
  return (
    running === null ||
    block.kind !== "paragraph" ||
    !(PAGE_NUMBER.test(block.text.trim()) || isOnAnotherPage(pages, own, running))
  );
}

const isOnAnotherPage = (pages: readonly LaidOutPage[], own: number, key: string): boolean =>
  pages.some(
    (page, i) => i !== own && page.blocks.some((b) => b.kind === "paragraph" && runningKey(b, page.height) === key),
  );
