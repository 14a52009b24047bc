/** Paragraphs and tables of a text document, whatever its format -> ONE grid, as model/grid.ts lays it down. */
import { type Cell, COVERED, type Grid } from "../../model/grid.ts";
import { anError, type Issue, type Result } from "../../model/issue.ts";
import { mayLookOtherwise, type OtherLook } from "../contract/may-look-otherwise.ts";
import { damaged } from "../contract/reader.ts";
import { shape } from "../contract/shape.ts";
import { NAMES } from "../plain/rule.ts";
import type { SeenText } from "../plain/seen-text.ts";
import { asShort, findShortRows, isFigure, type RowShape } from "../plain/short-rows.ts";
import { typedRows } from "./typed-rows.ts";

export const DOCUMENT_PART = "document";

/** A cell at its place: `column` and the spans count grid columns of its table. */
export interface PlacedCell extends SeenText {
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
}

export interface TableRow {
  readonly cells: readonly PlacedCell[];
  /** How a person finds the row; by default "tableau 2, ligne 3". */
  readonly name?: string;
}

/** `name`: how a person finds the paragraph; by default "paragraphe 4". */
export type Block =
  | (SeenText & { readonly kind: "paragraph"; readonly name?: string })
  | { readonly kind: "table"; readonly rows: readonly TableRow[] };

export const paragraph = (seen: string | SeenText, name?: string): Block => ({
  kind: "paragraph",
  ...(typeof seen === "string" ? { text: seen } : seen),
  ...(name === undefined ? {} : { name }),
});

/** The comments of a document, or the notes at the foot of its pages, from what its reader makes of them: paragraphs. */
export const textsIn = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => (block.kind === "paragraph" && block.text.trim() !== "" ? [block.text.trim()] : []));

/** Nothing to see, and nothing to tell of it. */
export const isBlank = ({ text, beside }: SeenText): boolean => text.trim() === "" && beside === undefined;

/**
 * Blocks in reading order -> one rectangular grid. Blank paragraphs are left out; an empty row follows each table that
 * something follows.
 * `otherLooks`: what the reader knows that may look otherwise. `around`: the comments of its margin, the notes at the foot of its pages.
 */
export function assembleDocument(
  file: string,
  blocks: readonly Block[],
  otherLooks: readonly (OtherLook | false)[] = [],
  around: Pick<Grid, "comments" | "besides"> = {},
): Result<readonly Grid[]> {
  const shown = blocks.filter((b) =>
    b.kind === "paragraph" ? !isBlank(cellOf(b)) && !isOnlyUnplain(b) : b.rows.length > 0,
  );
  const rows: CellRows = [];
  const rowNames: string[] = [];
  const typed = typedRows(
    shown.map((block) =>
      block.kind === "table" || block.name === HEADER || block.name === FOOTER ? null : block.text,
    ),
  );
  let paragraphs = 0;
  let tables = 0;
  for (const [i, block] of shown.entries()) {
    if (shown[i - 1]?.kind === "table") {
      rows.push([]);
      rowNames.push(`après le tableau ${tables}`);
    }
    if (block.kind === "paragraph") {
      const name = block.name ?? `paragraphe ${++paragraphs}`;
      const own = typed.get(i)?.map((texts) => texts.map((text) => cellOf({ ...block, text }))) ?? [[cellOf(block)]];
      rows.push(...own);
      rowNames.push(...own.map(() => name));
      continue;
    }
    tables += 1;
    for (const row of layTable(block.rows, tables)) rows.push(row);
    rowNames.push(...block.rows.map((row, r) => row.name ?? `tableau ${tables}, ligne ${r + 1}`));
  }
  const issues = mayLookOtherwise(file, [...otherLooks, shown.some(hidesFigures) && "inner-table"]);
  if (rows.length === 0) return { value: [], issues: [empty(file), ...issues] };
  return shape({ path: file }, [{ part: DOCUMENT_PART, rows, rowNames, ...around }], issues);
}

/** Does it come, whole or in part, from a table that stands in a cell? */
export const hasInnerTable = ({ beside = [] }: SeenText): boolean => beside.some(({ text }) => text === NAMES.table);

/** Paragraphs too: what stood in a cell that only laid the page out. */
const hidesFigures = (block: Block): boolean =>
  (block.kind === "paragraph" ? [block] : block.rows.flatMap(({ cells }) => cells)).some(
    (seen) => hasInnerTable(seen) && seen.text.split("\n").some(isFigure),
  );

type CellRows = (Cell | undefined)[][];

/** The cells of a table at their places. @throws {NotRead} two of them claim one place. */
function layTable(rows: readonly TableRow[], number: number): CellRows {
  const width = rows.reduce((most, r) => r.cells.reduce((m, c) => Math.max(m, c.column + c.colSpan), most), 1);
  const body: CellRows = rows.map(() => Array.from({ length: width }, () => undefined));
  for (const [r, { cells }] of rows.entries())
    for (const cell of cells) {
      const rowSpan = Math.min(cell.rowSpan, rows.length - r);
      for (const [y, line] of body.slice(r, r + rowSpan).entries())
        for (let x = cell.column; x < cell.column + cell.colSpan; x++) {
          if (line[x] !== undefined)
            damaged(`tableau ${number}, deux cellules à la même place (ligne ${r + y + 1}, colonne ${x + 1})`);
          line[x] = COVERED;
        }
      const spans = { ...(rowSpan > 1 && { rowSpan }), ...(cell.colSpan > 1 && { colSpan: cell.colSpan }) };
      (body[r] ?? [])[cell.column] = { ...cellOf(cell), ...spans };
    }
  for (const r of findShortRows(shapesOf(rows), "with heads"))
    body[r] = (body[r] ?? []).map((cell) => cell && asShort(cell));
  return body;
}

function shapesOf(rows: readonly TableRow[]): readonly RowShape[] {
  const ends = rows.map(() => 0);
  for (const [r, row] of rows.entries())
    for (const { column, colSpan, rowSpan } of row.cells)
      for (let y = r; y < Math.min(r + rowSpan, rows.length); y++) ends[y] = Math.max(ends[y] ?? 0, column + colSpan);
  return rows.map(({ cells }, r) => ({ width: ends[r] ?? 0, texts: cells.map((cell) => cell.text) }));
}

/** The text of a document between the headers and the footers of its pages. */
export const withPages = (
  headers: readonly Block[],
  body: readonly Block[],
  footers: readonly Block[],
): readonly Block[] => [...ofPages(headers, HEADER), ...body, ...ofPages(footers, FOOTER)];
const [HEADER, FOOTER] = ["en-tête de page", "pied de page"];

/**
 * Each paragraph once: first, even and other pages often say the same. A table there lays texts out ("Exemplaire n°" | "12"), and holds no
 * figures.
 */
function ofPages(blocks: readonly Block[], name: string): readonly Block[] {
  const paragraphs = blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [cellOf(block)]
      : block.rows.map(({ cells }) => ({
          text: cells.map(({ text }) => text.trim()).join("\t"),
          beside: cells.flatMap(({ beside = [] }) => beside),
        })),
  );
  return [...Map.groupBy(paragraphs, ({ text }) => text).values()].flatMap(([first]) =>
    first ? [paragraph(first, name)] : [],
  );
}

/** Leading and trailing blanks of each line off; the lines stay. " 12 \n" => "12" */
const tidy = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");

/** A picture, a mark of paragraph: no text that it could be told with. */
const isOnlyUnplain = ({ text, beside = [] }: SeenText): boolean =>
  text.trim() === "" && beside.every(({ kind }) => kind === "unplain");

const cellOf = ({ text, beside = [], bold, at }: SeenText): Cell => ({
  text: tidy(text),
  ...(beside.length > 0 && { beside }),
  ...(bold && text.trim() !== "" && { bold }),
  ...(at && { at }),
});

const empty = (file: string): Issue => anError("document-without-text", { place: { file } });
