/** .ods -> one grid a sheet, from content.xml: it holds each cell's value and the text displayed for it; styles.xml says how it looks. */
import { childrenOf, descendants, elementsIn, findChild, ownText, textIn, type XmlElement } from "../container/xml.ts";
import { MAX_COLUMNS, MAX_ROWS } from "../contract/limits.ts";
import { damaged, refusing } from "../contract/reader.ts";
import { pointsOf } from "../open-document/lengths.ts";
import { cellsOf, commentsIn, countOf, openXmlParts } from "../open-document/open-document.ts";
import { readCell } from "./ods/ods-cell.ts";
import { drawingsIn } from "./ods/ods-drawings.ts";
import { tableOverlays } from "./ods/ods-overlays.ts";
import { CHARACTER, type OdsStyles, odsStyles } from "./ods/ods-styles.ts";
import type { Area, SheetPlace } from "./workbook/areas.ts";
import type { Sizes } from "./workbook/drawn-over.ts";
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

type OdsBook = Pick<StoredSheet, "showsZeros" | "isComputed">;

function readTable(table: XmlElement, name: string, styles: OdsStyles, book: OdsBook): StoredSheet {
  const [columns, lines] = [linesOf(table, "column", styles), linesOf(table, "row", styles)];
  const sizes: Sizes = {
    height: (row) => lines[row]?.size ?? USUAL.row,
    width: (column) => columns[column]?.size ?? USUAL.column,
  };
  const rows: (readonly (StoredCell | undefined)[])[] = [];
  const merges: Area[] = [];
  const drawings = childrenOf(table, "table:shapes").flatMap((shapes) => drawingsIn(shapes, CORNER, sizes));
  for (const [row, { element }] of lines.entries()) {
    const isRepeated = lines[row - 1]?.element === element;
    const places = isRepeated ? [] : placesIn(element);
    const cells: (StoredCell | undefined)[] = [];
    for (const { cell, column, end } of places) {
      const { "table:style-name": own } = cell.attributes;
      const usual =
        element.attributes["table:default-cell-style-name"] ??
        columns[column]?.element.attributes["table:default-cell-style-name"];
      const stored = readCell(cell, own ?? usual, styles);
      for (let c = column; stored && c < end; c++) cells[c] = stored;
      const bottom = row + countOf(cell, "table:number-rows-spanned", MAX_ROWS) - 1;
      const right = column + countOf(cell, "table:number-columns-spanned", MAX_COLUMNS) - 1;
      if (bottom > row || right > column) merges.push({ top: row, left: column, bottom, right });
      drawings.push(...drawingsIn(cell, { row, column }, sizes));
    }
    const filled = isRepeated ? rows[row - 1] : cells;
    if (filled && filled.length > 0) rows[row] = filled;
  }
  const { "table:style-name": own } = table.attributes;
  return {
    name,
    hidden: styles.style("table", own).values["table:display"] === "false",
    rows,
    merges,
    ...book,
    showsFormulas: false,
    overlays: tableOverlays(table, styles),
    drawings,
    pageTexts: styles.pageTexts(own),
    comments: commentsIn(table),
    rowHeight: (row) => lines[row]?.size,
    columnWidth: (column) => sizes.width(column) / CHARACTER,
  };
}

const CORNER: SheetPlace = { row: 0, column: 0 };

/** In points, what a spreadsheet gives to a row or column that says nothing. */
const USUAL = { row: 12.8, column: 64 } as const;

/** A row or a column. */
interface Line {
  readonly element: XmlElement;
  /** In points; 0: hidden. */
  readonly size: number;
}

/**
 * Rows or columns in order, each as often as it is repeated, through groups and headers; those of a closed group are hidden. One more than
 * allowed is enough to refuse the sheet.
 */
function linesOf(table: XmlElement, of: "row" | "column", styles: OdsStyles): readonly Line[] {
  const most = (of === "row" ? MAX_ROWS : MAX_COLUMNS) + 2;
  const holders = new RegExp(`^table:table-(header-${of}s|${of}s|${of}-group)$`);
  const found: Line[] = [];
  const visit = (container: XmlElement, isClosed: boolean): void => {
    for (const element of elementsIn(container)) {
      const { "table:visibility": visibility = "", "table:display": display } = element.attributes;
      if (holders.test(element.name)) visit(element, isClosed || display === "false");
      if (element.name !== `table:table-${of}`) continue;
      const { values } = styles.style(`table-${of}`, element.attributes["table:style-name"]);
      const said = pointsOf(values[of === "row" ? "style:row-height" : "style:column-width"]) ?? USUAL[of];
      const line = { element, size: isClosed || /^(collapse|filter)$/.test(visibility) ? 0 : said };
      const times = countOf(element, `table:number-${of}s-repeated`, most - found.length);
      found.push(...Array.from({ length: times }, () => line));
    }
  };
  visit(table, false);
  return found;
}

/** The cells of a row, those that another one covers too: from which column, and up to which one each is repeated. */
function placesIn(row: XmlElement) {
  let end = 0;
  return cellsOf(row).map((cell) => {
    const column = end;
    end += countOf(cell, "table:number-columns-repeated", MAX_COLUMNS + 2 - end);
    return { cell, column, end };
  });
}
