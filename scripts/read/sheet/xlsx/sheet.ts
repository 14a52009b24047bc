/**
 * One sheet of an .xlsx (ECMA-376 part 1, 18.3). Its rows are taken one by one as they are parsed; the rest is a tree. Each cell has
 * one place, one value of a known type, a style and a shared text that exist: anything else refuses the file.
 */
import { childrenOf, elementsIn, findChild, ownText, type XmlElement } from "../../container/xml.ts";
import { MAX_COLUMNS } from "../../contract/limits.ts";
import { type Area, areaOf, isWithin, nameOfArea, placeOf } from "../workbook/areas.ts";
import { pageTexts } from "../workbook/page-texts.ts";
import { storedDate, storedNumber, unknownType } from "../workbook/stored-value.ts";
import { parseSum } from "../workbook/sums.ts";
import type { ConditionalFormat, Formula, Run, StoredCell, StoredSheet, StoredValue } from "../workbook/workbook.ts";
import { conditionalFormatsOf } from "./conditions.ts";
import { drawingsOf, type Sizes } from "./drawings.ts";
import type { Parts } from "./parts.ts";
import { isOn, isSet, type Styles } from "./styles.ts";
import { readRuns, unescaped } from "./texts.ts";
import { vmlDrawingsOf } from "./vml.ts";

export interface SheetPart {
  /** Name of the part. */
  readonly part: string;
  readonly name: string;
  readonly hidden: boolean;
}

export interface Shared {
  readonly styles: Styles;
  readonly texts: readonly (readonly Run[])[];
  /** Its pivot tables are made anew when the file is opened, from rows that may have changed since. */
  readonly refreshesPivots: boolean;
}

export function readSheet(parts: Parts, { part, name, hidden }: SheetPart, shared: Shared): StoredSheet | undefined {
  const damaged = (words: string): void => parts.damaged(part, words);
  const related = parts.relations(part);
  const tables = related.flatMap(({ type, target }) => (type === "table" ? (parts.parse(target) ?? []) : []));
  const headers = tables.flatMap(headerOf);
  const rows: (StoredCell | undefined)[][] = [];
  const heights = new Map<number, number>();
  const columnNames = new Map(tables.flatMap(columnNamesOf));
  const read = createCellReader(shared, { headers, columnNames }, damaged);
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

/** Parts of which a program chooses one, and another program another. */
const hasChoice = (element: XmlElement): boolean => childrenOf(element, "mc:AlternateContent").length > 0;

/** What is known of the tables of the sheet. */
interface Tables {
  /** The first row of each, when that is its header: its fill is not that of its cells. */
  readonly headers: readonly Area[];
  /** Their columns, as formulas name them, and where these stand. */
  readonly columnNames: ReadonlyMap<string, string>;
}

/** "Faits[T1 2026]" => "$B$2:$B$9", without the header and the totals. */
function columnNamesOf(table: XmlElement): readonly (readonly [name: string, place: string])[] {
  const { ref = "", displayName = "", headerRowCount = "1", totalsRowCount = "0" } = table.attributes;
  const area = areaOf(ref);
  if (!area) return [];
  const [top, bottom] = [area.top + Number(headerRowCount), area.bottom - Number(totalsRowCount)];
  return childrenOf(findChild(table, "x:tableColumns"), "x:tableColumn").map(({ attributes }, i) => {
    const column = nameOfArea({ top, bottom, left: area.left + i, right: area.left + i });
    return [`${displayName}[${attributes.name}]`, column.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")] as const;
  });
}

/** The first row of a table, when that is its header. */
function headerOf({ attributes }: XmlElement): readonly Area[] {
  const area = areaOf(attributes.ref ?? "");
  return area && attributes.headerRowCount !== "0" ? [{ ...area, bottom: area.top }] : [];
}

/** A style of tables of the file's own may hide the text of some of its cells: which ones is not computed here. */
function tableLooks(table: XmlElement, styles: Styles): readonly ConditionalFormat[] {
  const area = areaOf(table.attributes.ref ?? "");
  const name = findChild(table, "x:tableStyleInfo")?.attributes.name ?? "";
  return area ? styles.table(name).map((change) => ({ areas: [area], holds: () => undefined, change })) : [];
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

/** Reads the cells of a row. Its memory: the formulas that several cells of the sheet share. */
function createCellReader(
  { styles, texts }: Shared,
  { headers, columnNames }: Tables,
  damaged: (words: string) => void,
): (row: XmlElement, index: number) => (StoredCell | undefined)[] {
  const formulas = new Map<string, { readonly text: string; readonly row: number; readonly column: number }>();

  const withPlaces = (formula: string): string =>
    columnNames.size === 0
      ? formula
      : formula.replace(/[^\s()[\],;+*-]+\[[^[\]]*\]/g, (name) => columnNames.get(name) ?? name);

  /** The formula of a cell; one that is shared stands where it first was, its references move. */
  const formulaOf = (cell: XmlElement, row: number, column: number): Formula | undefined => {
    const element = findChild(cell, "x:f");
    if (!element) return undefined;
    const { t: type, si } = element.attributes;
    const text = ownText(element);
    if (type === "shared" && si !== undefined && text !== "") formulas.set(si, { text, row, column });
    const master = type === "shared" && si !== undefined && text === "" ? formulas.get(si) : undefined;
    const shift = master && { rows: row - master.row, columns: column - master.column };
    const isOfSeveral = type === "array" && (element.attributes.ref ?? "").includes(":");
    const sum = isOfSeveral || type === "dataTable" ? undefined : parseSum(withPlaces(master?.text ?? text), shift);
    return { text, ...(sum && { sum }) };
  };

  return (row, index) => {
    const cells: (StoredCell | undefined)[] = [];
    let next = 0;
    for (const cell of childrenOf(row, "x:c")) {
      const { r: name, s: style = "0", t: type = "n", vm: replaced } = cell.attributes;
      const place = name === undefined ? { row: index, column: next } : placeOf(name);
      const called = name ?? `${next + 1} de la ligne ${index + 1}`;
      if (!place) damaged(`cellule ${called} : adresse impossible`);
      else if (place.row !== index) damaged(`cellule ${called} : adresse d'une autre ligne`);
      else if (place.column in cells) damaged(`cellule ${called} : deux fois dans la feuille`);
      if (!place) continue;
      const { column } = place;
      next = column + 1;
      const value = storedValue(cell, type, texts, styles);
      if (typeof value === "string") damaged(`cellule ${called} : ${value}`);
      const own = styles.cell(Number(style));
      if (!own) damaged(`cellule ${called} : style inconnu`);
      if (typeof value === "string" || !own) continue;
      const formula = formulaOf(cell, index, column);
      const stored = value ?? (formula ? ({ kind: "waiting" } as const) : undefined);
      if (!stored) continue;
      const isHeader = own.fill === null && headers.some((area) => isWithin(area, index, column));
      cells[column] = {
        value: stored,
        // What the style of the table paints there is not known: a middle grey hides neither white nor black.
        style: isHeader ? { ...own, fill: [128, 128, 128] } : own,
        ...(formula && { formula }),
        // A date that no format of dates shows is a day for one program, a number of days for another.
        ...((replaced !== undefined || (type === "d" && !own.format.sections[0]?.isDate)) && { replaced: true }),
      };
    }
    return cells;
  };
}

/** undefined: an empty cell. A text: what is wrong with it. */
function storedValue(
  cell: XmlElement,
  type: string,
  texts: Shared["texts"],
  styles: Styles,
): StoredValue | undefined | string {
  const values = childrenOf(cell, "x:v");
  const inline = childrenOf(cell, "x:is");
  if (values.length + inline.length > 1) return "plusieurs valeurs";
  if (hasChoice(cell)) return "contenu de remplacement";
  if (childrenOf(cell, "x:c").length > 0) return "une autre cellule dedans";
  if (values.some((value) => elementsIn(value).length > 0)) return "plusieurs valeurs";
  const [holder] = inline;
  if (holder) {
    const runs = type === "inlineStr" ? readRuns(holder, styles) : undefined;
    return runs ? { kind: "text", runs } : "texte de plusieurs façons";
  }
  const [value] = values;
  if (!value) return undefined;
  const raw = ownText(value);
  const text = raw.trim();
  if (type === "str" || type === "inlineStr")
    return raw === "" ? emptyText : { kind: "text", runs: [{ text: unescaped(raw), font: null }] };
  if (text === "") return undefined;
  if (type === "n") return storedNumber(text);
  if (type === "s") {
    const runs = /^\d+$/.test(text) ? texts[Number(text)] : undefined;
    return runs ? { kind: "text", runs } : "texte partagé introuvable";
  }
  if (type === "b") return { kind: "boolean", value: text === "1" || text === "true" };
  if (type === "e") return { kind: "error", text };
  return type === "d" ? storedDate(text) : unknownType(type);
}

/** Of a formula that gives "": it has its result. */
const emptyText: StoredValue = { kind: "text", runs: [] };
