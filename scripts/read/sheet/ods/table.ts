/** A sheet of an .ods: rows and columns, repeated or hidden, merges, what is drawn over its cells (OpenDocument 1.3 part 3, chapter 9). */
import { childrenOf, descendants, type XmlElement } from "../../container/xml.ts";
import { MAX_COLUMNS, MAX_ROWS } from "../../contract/limits.ts";
import { countOf } from "../../document/open-document.ts";
import { type Area, areaOf } from "../workbook/areas.ts";
import { parseSum } from "../workbook/sums.ts";
import type { Drawing, StoredCell, StoredSheet } from "../workbook/workbook.ts";
import { storedValue } from "./cell.ts";
import { styleConditions, tableConditions } from "./conditions.ts";
import { type OdsStyles, pointsOf } from "./styles.ts";

/** A row or a column of this height or width, in points, shows nothing. */
const SMALLEST = 5;

/** What is found in the rows. */
interface Found {
  readonly rows: (StoredCell | undefined)[][];
  readonly merges: Area[];
  readonly hiddenRows: Set<number>;
  readonly drawings: Drawing[];
}

export function readTable(table: XmlElement, name: string, styles: OdsStyles): StoredSheet {
  const found: Found = { rows: [], merges: [], hiddenRows: new Set(), drawings: [] };
  let index = 0;
  for (const { element, hidden } of lines(table, "row")) {
    const times = countOf(element, "table:number-rows-repeated", Number.MAX_SAFE_INTEGER);
    // One more than allowed is enough to refuse the sheet.
    const last = Math.min(index + times, MAX_ROWS + 2);
    const cells = readRow(element, index, styles, found);
    for (let row = index; row < last; row++) {
      if (cells.length > 0) found.rows[row] = cells;
      if (hidden || isSmall(styles, "row", element)) found.hiddenRows.add(row);
    }
    index = last;
  }
  const hiddenColumns = hiddenColumnsOf(table, styles);
  const display = styles.named.property(
    "table",
    table.attributes["table:style-name"],
    "style:table-properties",
    "table:display",
  );
  return {
    name,
    hidden: display === "false",
    rows: found.rows,
    merges: found.merges,
    isRowHidden: (row) => found.hiddenRows.has(row),
    isColumnHidden: (column) => hiddenColumns.has(column),
    showsZeros: true,
    showsFormulas: false,
    conditionalFormats: tableConditions(table, styles),
    drawings: [...found.drawings, ...onSheet(table)],
    columnWidth: () => undefined,
  };
}

interface Line {
  readonly element: XmlElement;
  readonly hidden: boolean;
}

/** Rows or columns in order, through groups and headers; those of a closed group are hidden. */
function lines(container: XmlElement, of: "row" | "column", closed = false): readonly Line[] {
  return container.children.flatMap((child): readonly Line[] => {
    if (typeof child === "string") return [];
    if (child.name === `table:table-${of}`)
      return [
        { element: child, hidden: closed || /^(collapse|filter)$/.test(child.attributes["table:visibility"] ?? "") },
      ];
    if (!new RegExp(`^table:table-(header-${of}s|${of}s|${of}-group)$`).test(child.name)) return [];
    return lines(child, of, closed || child.attributes["table:display"] === "false");
  });
}

function isSmall(styles: OdsStyles, of: "row" | "column", { attributes }: XmlElement): boolean {
  const size = of === "row" ? "style:row-height" : "style:column-width";
  const length = styles.named.property(
    `table-${of}`,
    attributes["table:style-name"],
    `style:table-${of}-properties`,
    size,
  );
  return length !== undefined && pointsOf(length) < SMALLEST;
}

function hiddenColumnsOf(table: XmlElement, styles: OdsStyles): ReadonlySet<number> {
  const hidden = new Set<number>();
  let column = 0;
  for (const line of lines(table, "column")) {
    const times = countOf(line.element, "table:number-columns-repeated", Number.MAX_SAFE_INTEGER);
    const last = Math.min(column + times, MAX_COLUMNS + 2);
    if (line.hidden || isSmall(styles, "column", line.element)) for (let c = column; c < last; c++) hidden.add(c);
    column = last;
  }
  return hidden;
}

function readRow(row: XmlElement, index: number, styles: OdsStyles, found: Found): (StoredCell | undefined)[] {
  const cells: (StoredCell | undefined)[] = [];
  let column = 0;
  for (const element of row.children) {
    if (typeof element === "string" || !/^table:(covered-)?table-cell$/.test(element.name)) continue;
    const times = countOf(element, "table:number-columns-repeated", Number.MAX_SAFE_INTEGER);
    const last = Math.min(column + times, MAX_COLUMNS + 2);
    const { "table:style-name": name, "table:formula": formula } = element.attributes;
    const style = styles.cell(name);
    const value = storedValue(element, style, styles);
    if (value) {
      const sum = formula === undefined ? undefined : parseSum(formula);
      const conditions = styleConditions(name, styles);
      const stored: StoredCell = {
        value,
        style,
        ...(conditions.length > 0 && { conditions }),
        ...(formula !== undefined && { formula: { text: formula.replace(/^(of|oooc):=/, ""), ...(sum && { sum }) } }),
      };
      for (let c = column; c < last; c++) cells[c] = stored;
    }
    const [bottom, right] = [
      index + countOf(element, "table:number-rows-spanned", MAX_ROWS) - 1,
      column + countOf(element, "table:number-columns-spanned", MAX_COLUMNS) - 1,
    ];
    if (bottom > index || right > column) found.merges.push({ top: index, left: column, bottom, right });
    found.drawings.push(...drawingsOf(element, index, column));
    column = last;
  }
  return cells;
}

const SHAPES = ["draw:frame", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:line"];

/** Pictures, charts and shapes that a cell holds: from it to the cell where they end. */
const drawingsOf = (cell: XmlElement, row: number, column: number): readonly Drawing[] =>
  SHAPES.flatMap((name) => childrenOf(cell, name)).map((shape) => {
    const end = shape.attributes["table:end-cell-address"] ?? "";
    const corner = areaOf(end.slice(end.lastIndexOf(".") + 1));
    const area = { top: row, left: column, bottom: corner?.bottom ?? row, right: corner?.right ?? column };
    return { areas: [area], hides: true, isPicture: isPicture(shape), text: textOf(shape) };
  });

const isPicture = (shape: XmlElement): boolean => descendants(shape, "draw:image").length > 0;
const textOf = (element: XmlElement): string =>
  element.children
    .map((child) => (typeof child === "string" ? child : textOf(child)))
    .join("")
    .trim();

/** Those that stand on the sheet itself: where they are is not known in cells. */
const onSheet = (table: XmlElement): readonly Drawing[] =>
  childrenOf(table, "table:shapes").flatMap((shapes) =>
    SHAPES.flatMap((name) => childrenOf(shapes, name)).map((shape) => ({
      areas: [],
      hides: false,
      isPicture: isPicture(shape),
      text: textOf(shape),
    })),
  );
