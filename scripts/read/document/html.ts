/** HTML (also when saved as .xls) and "Page web unique" (MHTML) -> one grid a page. Wraps htmlparser2; nothing is followed. */
import { Parser } from "htmlparser2";
import type { Grid, SourceFile } from "../../model/grid.ts";
import type { Issue, Result } from "../../model/issue.ts";
import { decodeText } from "../container/encoding.ts";
import { isMhtml, pagesOf } from "../container/mhtml.ts";
import { MAX_COLUMNS, MAX_DEPTH, MAX_ROWS, tooDeep } from "../contract/limits.ts";
import { refused, unreadable } from "../contract/reader.ts";
import { findShortRows, shortRows } from "../contract/short-rows.ts";
import { assembleDocument, type Block, DOCUMENT_PART, paragraph, superscript } from "./document.ts";
import { addRow, flush, type OpenTable, shapesOf } from "./html-table.ts";

const FORMAT = "une page HTML";

/** Elements open at one time: unclosed <font> or <p> of a careless export add up, never to this. */
const MAX_OPEN_ELEMENTS = 10 * MAX_DEPTH;

/** Elements whose text is never shown. */
const SILENT = new Set([
  "script",
  "style",
  "head",
  "title",
  "template",
  "noscript",
  "object",
  "select",
  "textarea",
  "comment",
]);
/** Elements that begin and end a line of text. */
const BLOCKS = new Set(
  "address article aside blockquote body caption center dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section ul".split(
    " ",
  ),
);

export async function readHtml(file: SourceFile): Promise<Result<readonly Grid[]>> {
  const pages = isMhtml(file.bytes) ? pagesOf(file.bytes) : [{ name: null, bytes: file.bytes }];
  if (pages.length === 0)
    return refused(unreadable(file, "une « page web unique » (MHTML)", "aucune page dans le fichier"));
  const grids: Grid[] = [];
  const issues: Issue[] = [];
  for (const page of pages) {
    const decoded = decodeText(page.bytes);
    if (!decoded) return refused(unreadable(file, FORMAT, "octets nuls ou de commande au milieu du texte"));
    const blocks = parseBlocks(decoded.text);
    if (blocks === "too-deep") return refused(tooDeep(file.path));
    if (typeof blocks === "string") return refused(unreadable(file, FORMAT, blocks));
    // Frames and tabs around the sheets of a workbook hold no text: only an entirely empty file is an issue.
    if (page.name !== null && blocks.every((b) => b.kind === "paragraph" && b.text.trim() === "")) continue;
    const result = assembleDocument(file.path, blocks);
    grids.push(...result.value.map((grid) => (page.name === null ? grid : { ...grid, part: page.name })));
    issues.push(...shortRows(file, page.name ?? DOCUMENT_PART, namesOfShortRows(blocks)), ...result.issues);
  }
  if (grids.length === 0 && issues.length === 0) issues.push(...assembleDocument(file.path, []).issues);
  return { value: issues.some((i) => i.severity === "error") ? [] : grids, issues };
}

/** "ligne 7 du tableau 1" */
const namesOfShortRows = (blocks: readonly Block[]): readonly string[] =>
  blocks
    .filter((block) => block.kind === "table")
    .flatMap(({ rows }, t) => findShortRows(shapesOf(rows)).map((r) => `ligne ${r + 1} du tableau ${t + 1}`));

/** A whole number of an attribute, within bounds: colspan="3" => 3, colspan="x" => 1 */
const spanOf = (value: string | undefined, most: number): number => {
  const span = Number.parseInt(value ?? "1", 10);
  return Number.isInteger(span) && span > 0 ? Math.min(span, most) : 1;
};

/** Paragraphs and tables in the order of the page; "too-deep": nested beyond MAX_DEPTH; other words: what is wrong. */
function parseBlocks(text: string): readonly Block[] | string {
  const page: Block[] = [];
  const tables: OpenTable[] = [];
  let line = "";
  let silent = 0;
  let raised = 0;
  let deep = false;
  let depth = 0;
  let fault: string | null = null;

  /** Where text goes: the open cell, the table (before its rows), or the page. */
  const target = (): Block[] => {
    const table = tables.at(-1);
    return table ? (table.cell?.blocks ?? outside(tables)) : page;
  };
  const outside = (open: readonly OpenTable[]): Block[] => open.at(-2)?.cell?.blocks ?? open.at(-2)?.blocks ?? page;
  const endLine = (): void => {
    // Blanks and line ends of the source count as one space; those of the text (no-break) stay.
    const shown = line.replace(/[ \t\r\n\f]+/g, " ").replace(/ ?\v ?/g, "\n");
    if (shown.trim() !== "") target().push(paragraph(shown));
    line = "";
  };
  const endCell = (table: OpenTable): void => {
    endLine();
    table.cell = null;
  };
  const endRow = (table: OpenTable): void => {
    if (table.cell) endCell(table);
    if (table.row) addRow(table, table.row);
    table.row = null;
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        // The parser's own stack of open elements is slow when deep.
        if (++depth > MAX_OPEN_ELEMENTS || (name === "table" && tables.length >= MAX_DEPTH)) deep = true;
        if (deep) parser.pause();
        if (SILENT.has(name)) silent++;
        if (deep || silent > 0) return;
        const table = tables.at(-1);
        if (name === "br") line += "\v";
        else if (name === "sup") raised++;
        else if (BLOCKS.has(name)) endLine();
        else if (name === "table") {
          endLine();
          tables.push({ rows: [], row: null, cell: null, covered: [], blocks: [] });
        } else if (table && name === "tr") {
          endLine();
          endRow(table);
          table.row = [];
        } else if (table && (name === "td" || name === "th")) {
          if (table.cell) endCell(table);
          else endLine();
          table.row ??= [];
          const rowSpan = attributes.rowspan === "0" ? MAX_ROWS : spanOf(attributes.rowspan, MAX_ROWS);
          table.cell = { colSpan: spanOf(attributes.colspan, MAX_COLUMNS + 1), rowSpan, blocks: [] };
          table.row.push(table.cell);
        }
      },
      ontext(data) {
        if (silent > 0) return;
        const table = tables.at(-1);
        // Between two cells of a row nobody writes: a tag is broken, and the cells that follow would stand one column too far left.
        if (table?.row && !table.cell && data.trim() !== "")
          fault ??= "du texte entre deux cellules d'une ligne de tableau";
        line += raised > 0 ? superscript(data) : data;
      },
      onclosetag(name, implied) {
        depth--;
        if (SILENT.has(name)) silent = Math.max(0, silent - 1);
        if (silent > 0) return;
        const table = tables.at(-1);
        if (name === "sup") raised = Math.max(0, raised - 1);
        else if (BLOCKS.has(name)) endLine();
        else if (!table) return;
        else if (name === "td" || name === "th") endCell(table);
        else if (name === "tr") endRow(table);
        else if (name === "table") {
          // The text ends within a table: a truncated file, whose last figure may be cut too.
          if (implied) fault ??= "un tableau n'est pas terminé";
          endRow(table);
          flush(table);
          const place = outside(tables);
          tables.pop();
          for (const block of table.blocks) place.push(block);
        }
      },
    },
    { decodeEntities: true },
  );
  for (let at = 0; at < text.length && !deep; at += 65_536) parser.write(text.slice(at, at + 65_536));
  if (deep) return "too-deep";
  parser.end();
  endLine();
  return fault ?? page;
}
