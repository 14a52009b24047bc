/** One sheet of an .xlsx (ECMA-376 part 1, 18.3). Its rows are taken one by one as they are parsed; the rest is a tree. */

import type { Package } from "../../container/package.ts";
import { childrenOf, elementsIn, findChild, ownText, type XmlElement } from "../../container/xml.ts";
import { MAX_COLUMNS } from "../../contract/limits.ts";
import { damaged } from "../../contract/reader.ts";
import { SHEET } from "../../plain/lists.ts";
import { type Area, areaOf, type Sizes } from "../workbook/areas.ts";
import { pageTexts } from "../workbook/page-texts.ts";
import type { StoredCell, StoredSheet } from "../workbook/workbook.ts";
import { readCells, type SharedValues } from "./xlsx-cells.ts";
import { conditionalFormats, drawingsOf, paintedBy, tableOverlays, vmlDrawingsOf } from "./xlsx-over.ts";
import { isOn, isSet } from "./xlsx-styles.ts";

/** In points, the width of a character. */
const CHARACTER = 5.25;

export interface SheetPart {
  /** Name of the part. */
  readonly part: string;
  readonly name: string;
  readonly hidden: boolean;
}

export interface Shared extends SharedValues {
  /** Its pivot tables are made anew when the file is opened, from rows that may have changed since. */
  readonly refreshesPivots: boolean;
}

const refreshed = (cell: StoredCell | undefined): StoredCell | undefined =>
  cell && { ...cell, odd: [...(cell.odd ?? []), SHEET.refreshed] };

export function readSheet(parts: Package, { part, name, hidden }: SheetPart, shared: Shared): StoredSheet | undefined {
  const { styles } = shared;
  const related = parts.relations(part);
  const partsOf = (type: string): readonly XmlElement[] =>
    related.flatMap((relation) => (relation.type === type ? (parts.parse(relation.target) ?? []) : []));
  const tables = partsOf("table");
  const painted = tables.flatMap((table) => paintedBy(table) ?? []);
  const read = readRows(parts, part, (row, index) => readCells(row, index, shared, painted));
  if (!read) return undefined;
  const { root, rows, heights } = read;
  const isRefreshed = shared.refreshesPivots && related.some(({ type }) => type === "pivotTable");
  const format = findChild(root, "x:sheetFormatPr")?.attributes;
  const isUsuallyHidden = Number(format?.defaultRowHeight ?? 15) === 0 || isSet(format?.zeroHeight);
  const rowHeight = (row: number): number | undefined => heights.get(row) ?? (isUsuallyHidden ? 0 : undefined);
  const columnWidth = columnWidths(root, Number(format?.defaultColWidth ?? 9));
  const sizes: Sizes = {
    height: (row) => rowHeight(row) ?? Number(format?.defaultRowHeight ?? 15),
    width: (column) => columnWidth(column) * CHARACTER,
  };
  const view = findChild(root, "x:sheetViews", "x:sheetView")?.attributes;
  return {
    name,
    hidden,
    rows: isRefreshed ? rows.map((cells) => cells.map(refreshed)) : rows,
    merges: mergesOf(root),
    showsZeros: isOn(view?.showZeros),
    showsFormulas: isSet(view?.showFormulas),
    overlays: [...conditionalFormats(root, styles), ...tables.flatMap((table) => tableOverlays(table, styles))],
    drawings: [
      ...[root, ...partsOf("drawing")].flatMap((drawing) => drawingsOf(drawing, sizes)),
      ...related.flatMap(({ type, target }) => (type === "vmlDrawing" ? vmlDrawingsOf(parts.text(target)) : [])),
    ],
    pageTexts: childrenOf(root, "x:headerFooter")
      .flatMap(elementsIn)
      .flatMap((text) => pageTexts(ownText(text))),
    comments: partsOf("comments").flatMap(commentsIn),
    rowHeight,
    columnWidth,
  };
}

/** "Agent : À confirmer par la BSU" */
const commentsIn = (list: XmlElement): readonly string[] =>
  childrenOf(findChild(list, "x:commentList"), "x:comment")
    .map((comment) => elementsIn(comment).map(textIn).join("").trim())
    .filter((text) => text !== "");

const textIn = (element: XmlElement): string =>
  element.name === "x:t" ? ownText(element) : elementsIn(element).map(textIn).join("");

function readRows(
  parts: Package,
  part: string,
  cellsOf: (row: XmlElement, index: number) => (StoredCell | undefined)[],
) {
  const rows: (StoredCell | undefined)[][] = [];
  /** In points; 0: hidden. */
  const heights = new Map<number, number>();
  const holders = new Set<XmlElement>();
  let index = -1;
  const root = parts.parse(part, {
    name: "x:row",
    take: (row, holder) => {
      holders.add(holder);
      const { r: number, hidden, ht: height } = row.attributes;
      index = number === undefined ? index + 1 : Number(number) - 1;
      if (!(index >= 0 && index < 1_048_576)) damaged(`${part}, ligne « ${number} » impossible`);
      if (isSet(hidden)) heights.set(index, 0);
      else if (height !== undefined) heights.set(index, Number(height));
      const cells = cellsOf(row, index);
      if (cells.length > 0 && rows[index]) damaged(`${part}, ligne ${index + 1} deux fois dans la feuille`);
      if (cells.length > 0) rows[index] = cells;
    },
  });
  const own = new Set(childrenOf(root, "x:sheetData"));
  if (root && (root.name !== "x:worksheet" || own.size > 1 || [...holders].some((holder) => !own.has(holder))))
    damaged(`${part}, cellules hors de la feuille`);
  return root && { root, rows, heights };
}

/** In characters, by column. */
function columnWidths(root: XmlElement, usual: number): (column: number) => number {
  const widths = new Array<number>(MAX_COLUMNS + 1).fill(usual);
  for (const { attributes } of childrenOf(root, "x:cols").flatMap((list) => childrenOf(list, "x:col"))) {
    const width = isSet(attributes.hidden) ? 0 : Number(attributes.width ?? usual);
    widths.fill(width, Math.max(0, Number(attributes.min) - 1), Math.max(0, Number(attributes.max)));
  }
  return (column) => widths[column] ?? usual;
}

/** A merge said twice is one. */
function mergesOf(root: XmlElement): readonly Area[] {
  const ranges = childrenOf(findChild(root, "x:mergeCells"), "x:mergeCell").map(
    ({ attributes }) => attributes.ref ?? "",
  );
  return [...new Set(ranges)].flatMap((range) => areaOf(range) ?? []);
}
