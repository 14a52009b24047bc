/** Where the text of an HTML page goes: lines, tables, rows and cells -> blocks. */
import type { Beside } from "../../../model/grid.ts";
import { createTextWriter, type Look, type SeenText } from "../../seen/seen-text.ts";
import { type Block, paragraph } from "../document.ts";
import { addRow, createTable, endGroup, endTable, type OpenTable } from "./html-table.ts";

export interface HtmlFlow {
  readonly add: (text: string, look: Look) => void;
  readonly addBeside: (...more: readonly Beside[]) => void;
  /** What follows is another text, though it looks the same: two hidden cells. */
  readonly endRun: () => void;
  readonly endLine: () => void;
  readonly openTable: () => void;
  /** `isCut`: the page ends within it. */
  readonly closeTable: (isCut: boolean) => void;
  /** thead, tbody or tfoot: no cell reaches from one into the next. */
  readonly openGroup: (name: string) => void;
  readonly closeGroup: () => void;
  readonly openRow: () => void;
  readonly closeRow: () => void;
  readonly openCell: (spans: { readonly colSpan: number; readonly rowSpan: number }) => void;
  readonly closeCell: () => void;
  /** Tables open at one time. */
  readonly depth: () => number;
  /** The page is not to be read: in words, what is wrong. */
  readonly refuse: (why: string) => void;
  /** The blocks; or, in words, what is wrong. */
  readonly finish: () => readonly Block[] | string;
}

/** Blanks and line ends of the source count as one space; those of the text (no-break) stay. "\v": a line end of the page. */
const collapse = (text: string): string => text.replace(/[ \t\r\n\f]+/g, " ").replace(/ ?\v ?/g, "\n");

const asShown = ({ text, beside }: SeenText): SeenText => ({
  text: collapse(text),
  ...(beside && { beside: beside.map((one) => ({ ...one, text: collapse(one.text).trim() })) }),
});

export function createHtmlFlow(): HtmlFlow {
  const page: Block[] = [];
  const tables: OpenTable[] = [];
  const line = createTextWriter();
  /** What is not seen, and stands in no cell: a row that is hidden. The next text that is seen carries it. */
  let adrift: Beside[] = [];
  let fault: string | null = null;

  const outside = (): Block[] => tables.at(-2)?.cell?.blocks ?? tables.at(-2)?.blocks ?? page;
  /** The open cell, the table (before its rows), or the page. */
  const target = (): Block[] => {
    const table = tables.at(-1);
    return table ? (table.cell?.blocks ?? outside()) : page;
  };
  const endLine = (): void => {
    const seen = asShown(line.take());
    const beside = seen.beside ?? [];
    if (seen.text.trim() === "" && !tables.at(-1)?.cell) adrift.push(...beside);
    else if (seen.text.trim() !== "" || beside.length > 0) {
      target().push(paragraph(withAdrift(seen)));
    }
  };
  const withAdrift = ({ text, beside = [] }: SeenText): SeenText => {
    const all = [...adrift, ...beside];
    adrift = [];
    return { text, ...(all.length > 0 && { beside: all }) };
  };
  const closeCell = (): void => {
    const table = tables.at(-1);
    endLine();
    if (table) table.cell = null;
  };
  const closeRow = (): void => {
    const table = tables.at(-1);
    if (!table) return;
    if (table.cell) closeCell();
    else endLine();
    const last = table.row?.at(-1);
    if (last && adrift.length > 0) last.blocks.push(paragraph(withAdrift({ text: "" })));
    if (table.row) addRow(table, table.row);
    table.row = null;
  };

  return {
    add: (text, look) => {
      line.add(text, look);
    },
    addBeside: line.addBeside,
    endRun: line.endRun,
    endLine,
    openTable: () => {
      endLine();
      tables.push(createTable());
    },
    closeTable: (isCut) => {
      const table = tables.at(-1);
      if (!table) return;
      // A truncated file, whose last figure may be cut too.
      if (isCut) fault ??= "un tableau n'est pas terminé";
      closeRow();
      endTable(table);
      const place = outside();
      tables.pop();
      for (const block of table.blocks) place.push(block);
    },
    openGroup: (name) => {
      closeRow();
      const table = tables.at(-1);
      if (table) endGroup(table, name);
    },
    closeGroup: () => {
      closeRow();
      const table = tables.at(-1);
      if (table) endGroup(table, "tbody");
    },
    openRow: () => {
      closeRow();
      const table = tables.at(-1);
      if (table) table.row = [];
    },
    closeRow,
    openCell: (spans) => {
      const table = tables.at(-1);
      if (!table) return;
      if (table.cell) closeCell();
      else endLine();
      table.row ??= [];
      const blocks: Block[] = adrift.length > 0 ? [paragraph(withAdrift({ text: "" }))] : [];
      table.cell = { ...spans, blocks };
      table.row.push(table.cell);
    },
    closeCell,
    depth: () => tables.length,
    refuse: (why) => {
      fault ??= why;
    },
    finish: () => {
      endLine();
      if (adrift.length > 0) page.push(paragraph(withAdrift({ text: "" })));
      return fault ?? page;
    },
  };
}
