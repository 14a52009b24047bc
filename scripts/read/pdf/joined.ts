/** Blocks of the pages -> blocks of the document: running headers once, page numbers out, a table that goes on made whole. */
import { type Block, paragraph, type TableRow } from "../document/document.ts";
import { type SeenText, seenText } from "../plain/seen-text.ts";
import { type Band, columnsUnder, EDGE, isValue, isYear, sameColumns } from "./bands.ts";
import type { PageRow, TableBlock, TextBlock } from "./blocks.ts";
import {
  cutRows,
  inColumns,
  isFiguresOnly,
  isHeadOnly,
  isRest,
  isUnderFigures,
  labelOf,
  repeatedHead,
  rowKey,
  startsWithFigures,
  wholeRow,
} from "./cut-rows.ts";
import { goesOn } from "./labels.ts";
import { LONGER } from "./measures.ts";
import { type LaidOutPage, roleOf } from "./running.ts";

/** A table being joined: rows of all its pages so far, and the first rows of its first page. */
interface OpenTable {
  readonly rows: TableRow[];
  readonly bands: readonly Band[];
  readonly head: readonly string[];
  /** Of the page that it is read from last. */
  readonly last: PageRow | undefined;
  /** As a block has it. */
  readonly pitch: number | undefined;
}

type Text = Block & { readonly kind: "paragraph" };

/** `cuts`: rows that seem cut in two, their figures ("4" above "146") or their labels, each told by its place. */
interface JoinedPages {
  readonly blocks: readonly Block[];
  readonly cuts: readonly string[];
  /** Tables whose columns no heading names, each told by the place of its first row. */
  readonly headless: readonly string[];
  /** Figures in no table, those of a chart: by page, from 0. */
  readonly loose: ReadonlyMap<number, readonly string[]>;
}

/** `areRowsWhole`: no end of a page cuts a row in two, as it is said of a page of the web where it is printed. */
export function joinPages(pages: readonly LaidOutPage[], areRowsWhole = false): JoinedPages {
  const joining = new Joining(areRowsWhole);
  for (const [i, page] of pages.entries()) {
    joining.startPage(i);
    for (const block of page.blocks) {
      const role = roleOf(pages, i, block);
      if (role.kind === "number") continue;
      if (block.kind === "table") joining.addTable(block);
      else if (role.kind === "running") joining.addRunning(role.key, block, block.top > page.height / 2);
      else joining.addText(block);
    }
  }
  return joining.end();
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
  /** The last table, as long as no page began with another text. */
  private open: OpenTable | null = null;
  /** Texts since the last table, as they stand on their page and in the document. */
  private left: { readonly top: number; readonly parts: number; readonly block: Text }[] = [];
  private page = 0;
  private line = 0;
  /** Nothing of the page's own has come yet. */
  private isFirst = true;
  private readonly areRowsWhole: boolean;

  constructor(areRowsWhole: boolean) {
    this.areRowsWhole = areRowsWhole;
  }

  startPage(page: number): void {
    this.page = page;
    this.line = 0;
    this.isFirst = true;
  }

  addRunning(key: string, text: TextBlock, isFooter: boolean): void {
    if (this.seen.has(key)) return;
    this.seen.add(key);
    (isFooter ? this.footers : this.blocks).push(paragraph(seenOf(text), this.nextName()));
  }

  addText(text: TextBlock): void {
    if (this.isFirst && this.open && this.endsRow(this.open, text)) this.cuts.push(this.nextName());
    else if (isValue(text.text) && !isYear(text.text))
      this.loose.set(this.page, [...(this.loose.get(this.page) ?? []), text.text]);
    else {
      if (this.isFirst) this.open = null;
      const block: Text = { ...seenOf(text), kind: "paragraph", name: this.nextName() };
      this.left.push({ top: text.top, parts: text.parts, block });
      this.blocks.push(block);
      this.isFirst = false;
    }
  }

  /** The rest of a label, or figures alone under those of the table; below another text, the rest is that text's. */
  private endsRow({ bands }: OpenTable, text: TextBlock): boolean {
    if (this.left.length > 0 || this.areRowsWhole) return false;
    return goesOn(text.text) || (isFiguresOnly(text.text) && isUnderFigures(bands, text));
  }

  addTable(table: TableBlock): void {
    const rows = table.rows.map((row): PageRow => ({ ...row, name: this.nextName() }));
    const name = rows[0]?.name ?? "";
    const before = this.isFirst ? this.open : null;
    // texts side by side at the end of the page before are a heading
    const isHeadingLeft = this.isFirst && (this.left.at(-1)?.parts ?? 1) > 1;
    const isSame = this.open !== null && sameColumns(this.open.bands, table.bands);
    const repeated = before && isSame ? repeatedHead(before.head, rows) : 0;
    if (before && repeated > 0 && this.areRowsLeft(before)) this.takeLeft(before.rows);
    if (before && isSame && this.left.length === 0) {
      const more = rows.slice(repeated);
      const end = { rows: before.rows.slice(repeated), last: before.last, first: more[0], column: before.bands[0] };
      const whole = this.areRowsWhole ? null : wholeRow(end);
      if (whole) before.rows.splice(-1, 1, whole);
      else if (isHeadingLeft || (!this.areRowsWhole && isRest(end))) this.cuts.push(more[0]?.name ?? "");
      before.rows.push(...more.slice(whole ? 1 : 0));
      this.open = { ...before, last: rows.at(-1), pitch: table.pitch };
    } else {
      const isCut = before && !this.areRowsWhole && (goesOn(labelOf(rows[0])) || isHeadOnly(before.rows));
      if (isHeadingLeft || isCut) this.cuts.push(name);
      this.open = this.placed(table, rows, isSame);
      this.blocks.push({ kind: "table", rows: this.open.rows });
    }
    this.left = [];
    this.isFirst = false;
  }

  /** Below another table, figures without a head stand under its headings, where these hold all their columns. */
  private placed({ bands, isHeadless, pitch }: TableBlock, rows: PageRow[], isSame: boolean): OpenTable {
    const above = isHeadless || startsWithFigures(rows[0]) ? this.above() : null;
    const columns = above && columnsUnder(above.bands, bands);
    // The title may name an only column.
    const isUnnamed = (isHeadless && bands.length > 2) || (above !== null && isUnder(above, bands));
    if (isUnnamed && !isSame && !columns) this.headless.push(rows[0]?.name ?? "");
    const own = columns ? rows.map((row) => inColumns(row, columns)) : rows;
    return { rows: own, bands: columns ? above.bands : bands, head: own.map(rowKey), last: rows.at(-1), pitch };
  }

  /** Do the texts below the table stand a row of it below one another? */
  private areRowsLeft({ last, pitch }: OpenTable): boolean {
    return (
      last !== undefined &&
      pitch !== undefined &&
      this.left.every(({ top }, i) => top <= (this.left[i - 1]?.top ?? last.bottom) + LONGER * pitch)
    );
  }

  /** Under the same head again, what the page before left below its table is the title of the rows that follow. */
  private takeLeft(rows: TableRow[]): void {
    for (const { block } of this.left) {
      this.blocks.splice(this.blocks.indexOf(block), 1);
      rows.push({ ...block, cells: [{ ...seenOf(block), column: 0, colSpan: 1, rowSpan: 1 }] });
    }
    this.left = [];
  }

  /** The table that figures without a head go on with: nothing is between, or it is a head that has none yet. */
  private above(): OpenTable | null {
    return this.open && (this.left.length === 0 || !this.open.rows.some(startsWithFigures)) ? this.open : null;
  }

  end(): JoinedPages {
    const tables = this.areRowsWhole ? [] : this.blocks;
    const cut = tables.flatMap((block) => (block.kind === "table" ? cutRows(block.rows) : []));
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

const seenOf = ({ text, beside = [], at }: SeenText): SeenText => ({ ...seenText(text, beside), ...(at && { at }) });

/** Has it other columns than the one above, and figures beyond its labels? Then they may be of any of its columns. */
const isUnder = (above: OpenTable, bands: readonly Band[]): boolean =>
  above.bands.length !== bands.length && bands.slice(1).some(({ x0 }) => x0 >= (above.bands[0]?.x1 ?? 0) - EDGE);
