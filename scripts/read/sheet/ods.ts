/** .ods -> one grid a sheet, from content.xml: it holds each cell's value and the text displayed for it; styles.xml says how it looks. */
import { childrenOf, descendants, elementsIn, findChild, ownText, textIn, type XmlElement } from "../container/xml.ts";
import { MAX_COLUMNS, MAX_ROWS } from "../contract/limits.ts";
import { damaged, refusing } from "../contract/reader.ts";
import { pointsOf } from "../open-document/lengths.ts";
import { cellsOf, commentsIn, countOf, openXmlParts } from "../open-document/open-document.ts";
import { storedValue } from "./ods/ods-cell.ts";
import { drawingsIn } from "./ods/ods-drawings.ts";
import { tableOverlays } from "./ods/ods-overlays.ts";
import { CHARACTER, type OdsStyles, odsStyles } from "./ods/ods-styles.ts";
import type { Area, SheetPlace } from "./workbook/areas.ts";
import { gridsOf } from "./workbook/grids.ts";
import type { StoredCell, StoredSheet } from "./workbook/workbook.ts";

const FORMAT = "un classeur OpenDocument (.ods)";

const READ = ["content.xml", "styles.xml", "settings.xml", "meta.xml"];

/** A view of the file that shows nothing in place of zeros. */
const leavesZerosBlank = (item: XmlElement): boolean =>
  item.attributes["config:name"] === "ShowZeroValues" && ownText(item).trim() === "false";

export const readOds = refusing(FORMAT, async (file) => {
  const parts = openXmlParts(file.bytes, READ);
  const root = parts.get("content.xml");
  const body = findChild(root, "office:body", "office:spreadsheet");
  if (!root || !body) return damaged("content.xml sans classeur");
  const tables = childrenOf(body, "table:table");
  const shared = parts.get("styles.xml");
  const styles = odsStyles([...(shared ? [shared] : []), root]);
  const showsZeros = !descendants(parts.get("settings.xml"), "config:config-item").some(leavesZerosBlank);
  // The program that saved it last, which has computed its formulas.
  const isComputed = /office/i.test(textIn(parts.get("meta.xml"), "meta:generator"));
  const sheets = tables.map((table, i) =>
    readTable(table, table.attributes["table:name"] ?? `Feuille${i + 1}`, styles, { showsZeros, isComputed }),
  );
  return gridsOf(file, { from1904: false, sheets });
});

/** What is found in the rows. */
interface Found {
  readonly rows: (StoredCell | undefined)[][];
  readonly merges: Area[];
  /** Those in which something is drawn. */
  readonly drawn: { readonly cell: XmlElement; readonly place: SheetPlace }[];
}

interface OdsBook {
  /** false: its zeros are left blank. */
  readonly showsZeros: boolean;
  /** An office program has computed its formulas. */
  readonly isComputed: boolean;
}

function readTable(table: XmlElement, name: string, styles: OdsStyles, book: OdsBook): StoredSheet {
  const found: Found = { rows: [], merges: [], drawn: [] };
  const columns = readColumns(table, styles);
  const heights: number[] = [];
  let index = 0;
  for (const { element, hidden } of lines(table, "row")) {
    const times = countOf(element, "table:number-rows-repeated", Number.MAX_SAFE_INTEGER);
    // One more than allowed is enough to refuse the sheet.
    const last = Math.min(index + times, MAX_ROWS + 2);
    const cells = readRow({ element, index, columns, styles, isComputed: book.isComputed }, found);
    const height = sizeOf(styles, "row", element);
    for (let row = index; row < last; row++) {
      heights[row] = hidden ? 0 : height;
      if (cells.length > 0) found.rows[row] = cells;
    }
    index = last;
  }
  const sizes = {
    height: (row: number) => heights[row] ?? USUAL.row,
    width: (column: number) => columns.widths[column] ?? USUAL.column,
  };
  const { "table:style-name": own } = table.attributes;
  return {
    name,
    hidden: styles.style("table", own).values["table:display"] === "false",
    rows: found.rows,
    merges: found.merges,
    showsZeros: book.showsZeros,
    showsFormulas: false,
    overlays: tableOverlays(table, styles),
    drawings: [
      ...childrenOf(table, "table:shapes").flatMap((shapes) => drawingsIn(shapes, CORNER, sizes)),
      ...found.drawn.flatMap(({ cell, place }) => drawingsIn(cell, place, sizes)),
    ],
    pageTexts: styles.pageTexts(own),
    comments: commentsIn(table),
    rowHeight: (row) => heights[row],
    columnWidth: (column) => sizes.width(column) / CHARACTER,
  };
}

interface Line {
  readonly element: XmlElement;
  readonly hidden: boolean;
}

/** Rows or columns in order, through groups and headers; those of a closed group are hidden. */
function lines(container: XmlElement, of: "row" | "column", closed = false): readonly Line[] {
  return elementsIn(container).flatMap((child): readonly Line[] => {
    if (child.name === `table:table-${of}`)
      return [
        { element: child, hidden: closed || /^(collapse|filter)$/.test(child.attributes["table:visibility"] ?? "") },
      ];
    if (!new RegExp(`^table:table-(header-${of}s|${of}s|${of}-group)$`).test(child.name)) return [];
    return lines(child, of, closed || child.attributes["table:display"] === "false");
  });
}

const CORNER: SheetPlace = { row: 0, column: 0 };

/** In points, what a spreadsheet gives to a row or column that says nothing. */
const USUAL = { row: 12.8, column: 64 } as const;

/** In points. */
function sizeOf(styles: OdsStyles, of: "row" | "column", { attributes }: XmlElement): number {
  const size = of === "row" ? "style:row-height" : "style:column-width";
  const name = attributes["table:style-name"];
  return pointsOf(styles.style(`table-${of}`, name).values[size]) ?? USUAL[of];
}

interface Columns {
  /** In points; 0: hidden. */
  readonly widths: readonly number[];
  /** The style of their cells that name none. */
  readonly styleNames: readonly (string | undefined)[];
}

function readColumns(table: XmlElement, styles: OdsStyles): Columns {
  const widths: number[] = [];
  const styleNames: (string | undefined)[] = [];
  for (const { element, hidden } of lines(table, "column")) {
    const times = countOf(element, "table:number-columns-repeated", Number.MAX_SAFE_INTEGER);
    const last = Math.min(widths.length + times, MAX_COLUMNS + 2);
    const width = hidden ? 0 : sizeOf(styles, "column", element);
    while (widths.length < last) {
      widths.push(width);
      styleNames.push(element.attributes["table:default-cell-style-name"]);
    }
  }
  return { widths, styleNames };
}

interface RowPlace {
  readonly element: XmlElement;
  readonly index: number;
  readonly columns: Columns;
  readonly styles: OdsStyles;
  readonly isComputed: boolean;
}

function readRow(at: RowPlace, found: Found): (StoredCell | undefined)[] {
  const { element: row, index, columns } = at;
  const cells: (StoredCell | undefined)[] = [];
  let column = 0;
  for (const element of cellsOf(row)) {
    const times = countOf(element, "table:number-columns-repeated", Number.MAX_SAFE_INTEGER);
    const last = Math.min(column + times, MAX_COLUMNS + 2);
    const { "table:style-name": own } = element.attributes;
    const name = own ?? row.attributes["table:default-cell-style-name"] ?? columns.styleNames[column];
    const stored = readCell(element, name, at);
    for (let c = column; stored && c < last; c++) cells[c] = stored;
    const [bottom, right] = [
      index + countOf(element, "table:number-rows-spanned", MAX_ROWS) - 1,
      column + countOf(element, "table:number-columns-spanned", MAX_COLUMNS) - 1,
    ];
    if (bottom > index || right > column) found.merges.push({ top: index, left: column, bottom, right });
    if (elementsIn(element).some(({ name }) => name !== "text:p"))
      found.drawn.push({ cell: element, place: { row: index, column } });
    column = last;
  }
  return cells;
}

function readCell(
  element: XmlElement,
  name: string | undefined,
  { styles, isComputed }: RowPlace,
): StoredCell | undefined {
  const value = storedValue(element, name, styles);
  if (!value) return undefined;
  const style = styles.cell(name);
  const formula = element.attributes["table:formula"];
  if (formula === undefined) return { value, style };
  return { value, style, formula: { text: formula.replace(/^(?:of:|oooc:)?=/, ""), mayBeAnother: !isComputed } };
}
