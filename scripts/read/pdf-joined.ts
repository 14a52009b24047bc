/** Blocks of the pages -> blocks of the document: repeated page headers once, page numbers out, tables that go on joined. */
import { type Block, paragraph, type TableRow } from "./document.ts";
import type { PageBlock } from "./pdf-layout.ts";

export interface LaidOutPage {
  readonly height: number;
  readonly blocks: readonly PageBlock[];
}

/** Column lines that moved by less (points) between pages are the same. */
const SAME_EDGE = 3;
/** Share of the page, at its top and bottom, where running headers and footers stand. */
const MARGIN = 0.12;

const PAGE_NUMBER = /^[-–—\s]*(page\s*)?\d{1,3}(\s*(\/|sur|de|-)\s*\d{1,3})?[-–—\s]*$/i;

export function joinPages(pages: readonly LaidOutPage[]): readonly Block[] {
  const blocks: Block[] = [];
  const footers: Block[] = [];
  let open: { rows: TableRow[]; readonly edges: readonly number[]; readonly head: readonly string[] } | null = null;
  const seen = new Set<string>();
  for (const [i, page] of pages.entries()) {
    let line = 0;
    const name = (): string => `page ${i + 1}, ligne ${++line}`;
    for (const block of page.blocks) {
      if (block.kind === "paragraph") {
        const running = runningKey(block.text, block.top, page.height);
        const numbered =
          PAGE_NUMBER.test(block.text.trim()) &&
          (block.top < MARGIN * page.height || block.top > (1 - MARGIN) * page.height);
        const repeated = running !== null && isOnAnotherPage(pages, i, running);
        if (numbered) continue;
        if (repeated && running !== null) {
          if (!seen.has(running)) {
            seen.add(running);
            if (block.top > page.height / 2) footers.push(paragraph(block.text, name()));
            else blocks.push(paragraph(block.text, name()));
          }
          continue;
        }
        open = null;
        blocks.push(paragraph(block.text, name()));
        continue;
      }
      const rows = block.rows.map((row) => ({ ...row, name: name() }));
      if (open && sameEdges(open.edges, block.edges)) {
        const repeated = repeatedHead(open.head, rows);
        open.rows.push(...rows.slice(repeated));
      } else {
        open = { rows, edges: block.edges, head: rows.map(rowKey) };
        blocks.push({ kind: "table", rows: open.rows });
      }
      // Only the last table of a page goes on, and only on the next page's first.
      if (block !== page.blocks.findLast((b) => b.kind === "table")) open = null;
    }
    void footers;
  }
  return [...blocks, ...footers];
}

const rowKey = (row: TableRow): string => row.cells.map((c) => `${c.column}+${c.colSpan}:${c.text}`).join("|");

/** How many of the first rows repeat the table's own first rows: its head, printed again. */
function repeatedHead(head: readonly string[], rows: readonly TableRow[]): number {
  let count = 0;
  while (count < rows.length && rows[count] && rowKey(rows[count] as TableRow) === head[count]) count += 1;
  return count;
}

const sameEdges = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((edge, i) => Math.abs(edge - (b[i] ?? 0)) <= SAME_EDGE);

/** A text near the top or bottom of its page, with its figures blanked out: "Page 1 sur 3" => "page # sur #"; null elsewhere. */
function runningKey(text: string, top: number, height: number): string | null {
  if (top > MARGIN * height && top < (1 - MARGIN) * height) return null;
  return `${text.trim().toLowerCase().replace(/\d+/g, "#")} ${Math.round(top / 6)}`;
}

const isOnAnotherPage = (pages: readonly LaidOutPage[], own: number, key: string): boolean =>
  pages.some(
    (page, i) =>
      i !== own && page.blocks.some((b) => b.kind === "paragraph" && runningKey(b.text, b.top, page.height) === key),
  );
