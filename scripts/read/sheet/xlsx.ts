/** .xlsx and .xlsm -> one grid a sheet. One parser reads each part: what is verified is what is read. Nothing in the file is run or followed. */
import { withChoices } from "../container/choices.ts";
import { openPackage, type Package } from "../container/package.ts";
import { childrenOf, elementsIn, findChild, ownText, textIn, type XmlElement } from "../container/xml.ts";
import { MAX_COLUMNS } from "../contract/limits.ts";
import { damaged, refusing } from "../contract/reader.ts";
import { SHEET } from "../plain/lists.ts";
import { type Area, areaOf } from "./workbook/areas.ts";
import type { Sizes } from "./workbook/drawn-over.ts";
import { gridsOf } from "./workbook/grids.ts";
import { pageTexts } from "./workbook/page-texts.ts";
import type { Run, StoredCell, StoredSheet } from "./workbook/workbook.ts";
import { readCells, type SharedValues } from "./xlsx/xlsx-cells.ts";
import { drawingsOf, vmlDrawingsOf } from "./xlsx/xlsx-drawings.ts";
import { conditionalFormats, tableOverlays } from "./xlsx/xlsx-overlays.ts";
import { readStyles, type Styles } from "./xlsx/xlsx-styles.ts";
import { isOneReading, readRuns } from "./xlsx/xlsx-texts.ts";
import { isOn, isSet } from "./xlsx/xlsx-values.ts";

export const readXlsx = refusing("un classeur Excel (.xlsx)", async (file) => {
  const parts = openPackage(file.bytes);
  const root = parts.parse(parts.main);
  if (root?.name !== "x:workbook") return damaged(`${parts.main}, sans classeur`);
  const from1904 = isSet(findChild(root, "x:workbookPr")?.attributes.date1904);
  return gridsOf(file, { from1904, sheets: readSheets(parts, root) });
});

/** Does the file say that an office program has computed its formulas when it was saved last? */
function isComputed(parts: Package, workbook: XmlElement): boolean {
  const properties = parts.text(parts.relations("").find(({ type }) => type === "extended-properties")?.target ?? "");
  const calculation = findChild(workbook, "x:calcPr")?.attributes;
  const isLeftToPerson = calculation?.calcMode === "manual" && !isOn(calculation.calcOnSave);
  const asks = isSet(calculation?.fullCalcOnLoad) || !isOn(calculation?.calcCompleted) || isLeftToPerson;
  return (
    !asks && (calculation?.calcId !== undefined || /<Application>[^<]*office|<Application>[^<]*excel/i.test(properties))
  );
}

function readSheets(parts: Package, workbook: XmlElement): readonly StoredSheet[] {
  const related = parts.relations(parts.main);
  const partOf = (type: string): string => related.find((relation) => relation.type === type)?.target ?? "";
  const looks = parts.parse(partOf("styles"));
  const styles = readStyles(looks && withChoices(looks), parts.parse(partOf("theme")));
  const texts = readTexts(parts, partOf("sharedStrings"), styles);
  const refreshesPivots = related.some(
    ({ type, target }) => type === "pivotCacheDefinition" && isSet(parts.parse(target)?.attributes.refreshOnLoad),
  );
  const shared: Shared = { styles, texts, refreshesPivots };
  const computed = isComputed(parts, workbook);
  return childrenOf(findChild(withChoices(workbook), "x:sheets"), "x:sheet").flatMap(({ attributes }, i) => {
    const { name = `Feuille ${i + 1}`, state = "visible" } = attributes;
    const relation = related.find(({ id }) => id === attributes["r:id"]);
    // A sheet of one chart, or of old macros, which may have no part, has no cell to read.
    if (relation ? relation.type !== "worksheet" : attributes["r:id"] === "") return [];
    const sheet = relation && readSheet(parts, relation.target, shared);
    if (!sheet) return damaged(`${parts.main}, feuille « ${name} » introuvable`);
    return { ...sheet, name, hidden: state !== "visible", isComputed: computed };
  });
}

function readTexts(parts: Package, part: string, styles: Styles): readonly (readonly Run[])[] {
  const texts: (readonly Run[])[] = [];
  parts.parse(part, {
    name: "x:si",
    take: (item, { name: holder }) => {
      if (!isOneReading(item) || holder !== "x:sst") damaged(`${part}, texte ${texts.length + 1} de plusieurs façons`);
      texts.push(readRuns(item, styles));
    },
  });
  return texts;
}

/** In points, the width of a character. */
const CHARACTER = 5.25;

interface Shared extends SharedValues {
  /** Its pivot tables are made anew when the file is opened, from rows that may have changed since. */
  readonly refreshesPivots: boolean;
}

type Content = Omit<StoredSheet, "name" | "hidden" | "isComputed">;

/** undefined: there is no such part. */
function readSheet(parts: Package, part: string, shared: Shared): Content | undefined {
  const { styles } = shared;
  const related = parts.relations(part);
  const partsOf = (type: string): readonly XmlElement[] =>
    related.flatMap((relation) => (relation.type === type ? (parts.parse(relation.target) ?? []) : []));
  const tables = partsOf("table");
  const read = readRows(parts, part, (row, index) => readCells(row, index, shared));
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
    rows,
    odd: isRefreshed ? [SHEET.refreshed] : [],
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
    .map((comment) => textIn(comment, "x:t").trim())
    .filter((text) => text !== "");

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
