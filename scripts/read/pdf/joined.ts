/** Blocks of the pages -> blocks of the document: running headers once, page numbers out, a table that goes on made whole. */
import { type Block, paragraph, type TableRow } from "../document/document.ts";
import { type Band, columnsUnder, EDGE, isValue, isYear, sameColumns } from "./bands.ts";
import type { PageBlock, TableBlock } from "./blocks.ts";
import { appendRows, cutRows, goesOnAfter, isFiguresOnly, isHeadOnly } from "./cut-rows.ts";
import { LONGER } from "./measures.ts";
import { type LaidOutPage, roleOf } from "./running.ts";

/** A table being joined: rows of all its pages so far, and the first rows of its first page. */
interface OpenTable {
  readonly rows: TableRow[];
  readonly bands: readonly Band[];
  readonly head: readonly string[];
  readonly pitch: number;
}

type PageText = PageBlock & { readonly kind: "paragraph" };
type Text = Block & { readonly kind: "paragraph" };

/** `cuts`: rows that seem cut in two, their figures ("4" above "146") or their labels, each told by its place. */
export interface JoinedPages {
  readonly blocks: readonly Block[];
  readonly cuts: readonly string[];
  /** Tables whose columns no heading names, each told by the place of its first row. */
  readonly headless: readonly string[];
  /** Figures in no table, those of a chart: by page, from 0. */
  readonly loose: ReadonlyMap<number, readonly string[]>;
}

export function joinPages(pages: readonly LaidOutPage[]): JoinedPages {
  const joining = new Joining();
  for (const [i, page] of pages.entries()) {
    joining.startPage(i, endsWithHeading(pages, i - 1));
    for (const block of page.blocks) {
      const role = roleOf(pages, i, block);
      if (role.kind === "number") continue;
      if (block.kind === "table") joining.addTable(block);
      else if (role.kind === "running") joining.addRunning(role.key, block.text, block.top > page.height / 2);
      else joining.addText(block);
    }
  }
  return joining.end();
}

/** Is the last text of the page's own, side by side, the heading of a table that stands on the next page? */
function endsWithHeading(pages: readonly LaidOutPage[], at: number): boolean {
  const last = pages[at]?.blocks.findLast((block) => roleOf(pages, at, block).kind === "own");
  return last?.kind === "paragraph" && last.parts > 1;
}

/** The document as it grows, block by block. */
class Joining {
  private readonly blocks: Block[] = [];
  private readonly footers: Block[] = [];
  private readonly cuts: string[] = [];
  private readonly headless: string[] = [];
  private readonly loose = new Map<number, string[]>();
  /** Keys of the running headers and footers that already stand in the document. */
  private readonly seen = new Set<string>();
  /** The last table, as long as nothing but running lines came after it. */
  private open: OpenTable | null = null;
  /** Texts at the end of a page, below its table: the start of a label that the page's end cuts? */
  private left: Text[] = [];
  /** How far down the next of them is a row of that table; no text is a row of one that lines enclose. */
  private reach = 0;
  private page = 0;
  private line = 0;
  /** Nothing of the page's own has come yet. */
  private isFirst = true;
  private isHeadingAbove = false;

  startPage(page: number, isHeadingAbove: boolean): void {
    this.page = page;
    this.line = 0;
    this.isFirst = true;
    this.isHeadingAbove = isHeadingAbove;
  }

  addRunning(key: string, text: string, isFooter: boolean): void {
    if (this.seen.has(key)) return;
    this.seen.add(key);
    (isFooter ? this.footers : this.blocks).push(paragraph(text, this.nextName()));
  }

  addText({ text, top, ...extent }: PageText): void {
    if (
      this.isFirst &&
      this.open &&
      (goesOnAfter(this.open.rows, text) ||
        (this.left.length === 0 && isFiguresOnly(text) && isUnderFigures(this.open.bands, extent)))
    )
      this.cuts.push(this.nextName());
    else if (isValue(text) && !isYear(text)) this.loose.set(this.page, [...(this.loose.get(this.page) ?? []), text]);
    else {
      if (this.isFirst) this.open = null;
      this.reach = this.open && top <= this.reach ? top + LONGER * this.open.pitch : 0;
      const block: Text = { kind: "paragraph", text, name: this.nextName() };
      this.left.push(block);
      this.blocks.push(block);
      this.isFirst = false;
    }
  }

  addTable(table: TableBlock): void {
    if (this.isFirst && this.isHeadingAbove) this.cuts.push(`page ${this.page + 1}, ligne 1`);
    const rows = table.rows.map((row): TableRow => ({ ...row, name: this.nextName() }));
    const isSame = this.open !== null && sameColumns(this.open.bands, table.bands);
    const label = rows[0]?.cells[0]?.text ?? "";
    const cutLabel = this.open !== null && goesOnAfter(this.open.rows, label);
    const repeated = this.open ? repeatedHead(this.open.head, rows) : 0;
    if (this.open && isSame && this.isFirst && repeated > 0 && this.reach > 0) this.takeLeft(this.open.rows);
    if (this.open && isSame && this.isFirst && (this.left.length === 0 || cutLabel)) {
      const more = rows.slice(repeated);
      // The texts that the page before left below its table may be the start of the first row's label.
      if (!appendRows(this.open.rows, more) || this.left.length > 0) this.cuts.push(more[0]?.name ?? "");
    } else {
      const [name = ""] = rows.map((row) => row.name);
      // Below another table, figures without a head would stand under its headings, by the rank of their columns.
      const above = table.isHeadless || startsWithFigures(rows) ? this.above() : null;
      const columns = above && columnsUnder(above.bands, table.bands);
      // The title may name an only column.
      const isUnnamed = (table.isHeadless && table.bands.length > 2) || (above !== null && isUnder(above, table.bands));
      if (isUnnamed && !isSame && !columns) this.headless.push(name);
      if (this.isFirst && this.open && (cutLabel || isHeadOnly(this.open.rows))) this.cuts.push(name);
      const own = columns ? rows.map((row) => inColumns(row, columns)) : rows;
      this.open = {
        rows: own,
        bands: columns ? above.bands : table.bands,
        head: own.map(rowKey),
        pitch: table.pitch ?? 0,
      };
      this.blocks.push({ kind: "table", rows: own });
    }
    this.left = [];
    this.reach = table.pitch === undefined ? 0 : (table.rows.at(-1)?.bottom ?? 0) + LONGER * table.pitch;
    this.isFirst = false;
  }

  /** Under the same head again, what the page before left below its table is the title of the rows that follow. */
  private takeLeft(rows: TableRow[]): void {
    for (const block of this.left) {
      this.blocks.splice(this.blocks.indexOf(block), 1);
      rows.push({ ...block, cells: [{ text: block.text, column: 0, colSpan: 1, rowSpan: 1 }] });
    }
    this.left = [];
  }

  /** The table that figures without a head go on with: nothing is between, or it is a head that has none yet. */
  private above(): OpenTable | null {
    return this.open && (this.left.length === 0 || !this.open.rows.some((row) => startsWithFigures([row])))
      ? this.open
      : null;
  }

  end(): JoinedPages {
    const cut = this.blocks.flatMap((block) => (block.kind === "table" ? cutRows(block.rows) : []));
    return {
      blocks: [...this.blocks, ...this.footers],
      cuts: [...this.cuts, ...cut.map((row) => row.name ?? "")],
      headless: this.headless,
      loose: this.loose,
    };
  }

  private nextName(): string {
    this.line += 1;
    return `page ${this.page + 1}, ligne ${this.line}`;
  }
}

const rowKey = (row: TableRow): string => row.cells.map((c) => `${c.column}+${c.colSpan}:${c.text}`).join("|");

/** Has it other columns than the one above, and figures beyond its labels? Then they may be of any of its columns. */
const isUnder = (above: OpenTable, bands: readonly Band[]): boolean =>
  above.bands.length !== bands.length && bands.slice(1).some(({ x0 }) => x0 >= (above.bands[0]?.x1 ?? 0) - EDGE);

/** Figures in its first row that are no years, which a head may hold. */
const startsWithFigures = (rows: readonly TableRow[]): boolean =>
  rows
    .slice(0, 1)
    .some((row) => row.cells.some(({ column, text }) => column > 0 && isValue(text) && !/^(?:19|20)\d\d$/.test(text)));

/** In a column of figures, where the rest of one may stand: the figures of a chart's axis, at the left, are the rest of none. */
const isUnderFigures = (bands: readonly Band[], { x0, x1 }: Band): boolean =>
  bands.slice(1).some((band) => x0 < band.x1 && x1 > band.x0);

const inColumns = (row: TableRow, columns: readonly number[]): TableRow => ({
  ...row,
  cells: row.cells.map((cell) => ({ ...cell, column: columns[cell.column] ?? cell.column })),
});

/** How many of the first rows repeat the table's own first rows: its head, printed again. */
function repeatedHead(head: readonly string[], rows: readonly TableRow[]): number {
  const different = rows.findIndex((row, i) => rowKey(row) !== head[i]);
  return different < 0 ? rows.length : different;
}
