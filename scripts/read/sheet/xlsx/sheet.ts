/** One sheet of an .xlsx (ECMA-376 part 1, 18.3). Its rows are taken one by one as they are parsed; the rest is a tree. */
import { childrenOf, elementsIn, findChild, ownText, type XmlElement } from "../../container/xml.ts";
import { MAX_COLUMNS } from "../../contract/limits.ts";
import { type Area, areaOf } from "../workbook/areas.ts";
import { pageTexts } from "../workbook/page-texts.ts";
import type { StoredCell, StoredSheet } from "../workbook/workbook.ts";
import { createCellReader, hasChoice, type SharedValues } from "./cells.ts";
import { conditionalFormatsOf } from "./conditions.ts";
import { drawingsOf, type Sizes } from "./drawings.ts";
import type { Parts } from "./parts.ts";
import { tableLooks, tablesOf } from "./tables.ts";
import { isOn, isSet } from "./values.ts";
import { vmlDrawingsOf } from "./vml.ts";

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

export function readSheet(parts: Parts, { part, name, hidden }: SheetPart, shared: Shared): StoredSheet | undefined {
  const damaged = (words: string): void => parts.damaged(part, words);
  const related = parts.relations(part);
  const tables = related.flatMap(({ type, target }) => (type === "table" ? (parts.parse(target) ?? []) : []));
  const rows: (StoredCell | undefined)[][] = [];
  const heights = new Map<number, number>();
  const read = createCellReader(shared, tablesOf(tables), damaged);
  const holders = new Set<XmlElement>();
  let index = -1;
  const root = parts.parse(part, {
    name: "x:row",
    take: (row, holder) => {
      holders.add(holder);
      index = row.attributes.r === undefined ? index + 1 : Number(row.attributes.r) - 1;
      if (!(index >= 0 && index < 1_048_576)) return damaged(`ligne « ${row.attributes.r} » impossible`);
      if (hasChoice(row)) damaged(`ligne ${index + 1} : contenu de remplacement`);
      if (isSet(row.attributes.hidden)) heights.set(index, 0);
      else if (row.attributes.ht !== undefined) heights.set(index, Number(row.attributes.ht));
      const cells = read(row, index);
      if (cells.length > 0 && rows[index]) return damaged(`ligne ${index + 1} deux fois dans la feuille`);
      if (cells.length > 0) rows[index] = cells;
    },
  });
  if (!root) return undefined;
  for (const { type, target } of shared.refreshesPivots ? related : [])
    if (type === "pivotTable")
      markRefreshed(rows, areaOf(findChild(parts.parse(target), "x:location")?.attributes.ref ?? ""));
  const own = new Set(childrenOf(root, "x:sheetData"));
  if (root.name !== "x:worksheet" || own.size > 1 || [...holders].some((holder) => !own.has(holder)))
    damaged("cellules hors de la feuille");
  const format = findChild(root, "x:sheetFormatPr")?.attributes;
  const columns = columnWidths(root, Number(format?.defaultColWidth ?? 9));
  const usualHeight = Number(format?.defaultRowHeight ?? 15);
  const height = (row: number): number => heights.get(row) ?? usualHeight;
  const drawings = related.flatMap(({ type, target }) => (type === "drawing" ? (parts.parse(target) ?? []) : []));
  const sizes: Sizes = { height, width: columns };
  const view = findChild(root, "x:sheetViews", "x:sheetView")?.attributes;
  return {
    name,
    hidden,
    rows,
    merges: mergesOf(root),
    showsZeros: isOn(view?.showZeros),
    showsFormulas: isSet(view?.showFormulas),
    conditionalFormats: [
      ...conditionalFormatsOf(root, shared.styles),
      ...tables.flatMap((table) => tableLooks(table, shared.styles)),
    ],
    drawings: [
      ...[root, ...drawings].flatMap((drawing) => drawingsOf(drawing, sizes)),
      ...related.flatMap(({ type, target }) => (type === "vmlDrawing" ? vmlDrawingsOf(parts.text(target)) : [])),
    ],
    pageTexts: childrenOf(root, "x:headerFooter")
      .flatMap(elementsIn)
      .flatMap((text) => pageTexts(ownText(text))),
    rowHeight: (row) => heights.get(row) ?? (usualHeight > 0 ? undefined : 0),
    columnWidth: columns,
    ...(shared.styles.normalFont && { character: shared.styles.normalFont }),
  };
}

/** The figures of a pivot table, as computed ones that the file asks to be computed again. */
function markRefreshed(rows: (StoredCell | undefined)[][], area: Area | undefined): void {
  for (const cells of area ? rows.slice(area.top, area.bottom + 1) : [])
    cells?.forEach((cell, column) => {
      if (cell && area && column >= area.left && column <= area.right)
        cells[column] = { ...cell, formula: { text: "tableau croisé", dirty: true } };
    });
}

/** In characters, by column. */
function columnWidths(root: XmlElement, usual: number): (column: number) => number {
  const columns = childrenOf(root, "x:cols").flatMap((list) => childrenOf(list, "x:col"));
  const ranges = columns.map(({ attributes }) => ({
    first: Number(attributes.min) - 1,
    last: Number(attributes.max) - 1,
    width: isSet(attributes.hidden) ? 0 : Number(attributes.width ?? usual),
  }));
  const widths = new Array<number>(MAX_COLUMNS + 1).fill(usual);
  for (const { first, last, width } of ranges) widths.fill(width, Math.max(0, first), Math.max(0, last + 1));
  return (column) => widths[column] ?? usual;
}

/** A merge said twice is one. */
function mergesOf(root: XmlElement): readonly Area[] {
  const ranges = childrenOf(findChild(root, "x:mergeCells"), "x:mergeCell").map(
    ({ attributes }) => attributes.ref ?? "",
  );
  return [...new Set(ranges)].flatMap((range) => areaOf(range) ?? []);
}
