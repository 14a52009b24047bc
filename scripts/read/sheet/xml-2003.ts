/** SpreadsheetML 2003 ("Feuille de calcul XML"), often named .xls: the workbook as one XML text, read from the tree that was verified. */
import { allText, childrenOf, elementsIn, findChild, type XmlElement } from "../container/xml.ts";
import { MAX_COLUMNS, MAX_ROWS } from "../contract/limits.ts";
import { type Area, relativeAreaOf, type SheetPlace } from "./workbook/areas.ts";
import { hasOtherDigits } from "./workbook/fonts.ts";
import { parseFormula } from "./workbook/parse-formula.ts";
import { storedDate, storedNumber, unknownType } from "./workbook/stored-value.ts";
import {
  type CellStyle,
  type Font,
  type Formula,
  PLAIN_FONT,
  type Run,
  type StoredCell,
  type StoredSheet,
  type StoredValue,
  type Workbook,
} from "./workbook/workbook.ts";
import { conditionsOf } from "./xml-2003-conditions.ts";
import { colourOf, stylesOf } from "./xml-2003-styles.ts";

export const XML_PREFIXES = {
  "urn:schemas-microsoft-com:office:spreadsheet": "ss",
  "urn:schemas-microsoft-com:office:excel": "x",
  "http://www.w3.org/TR/REC-html40": "html",
} as const;

export type Xml2003 =
  | { readonly kind: "whole"; readonly workbook: Workbook }
  | { readonly kind: "damaged"; readonly words: string }
  /** Cells under a merge do not say their place: they would stand a column too far to the left. */
  | { readonly kind: "shifted"; readonly words: string };

export function readXml2003(root: XmlElement): Xml2003 {
  if (root.name !== "ss:Workbook") return { kind: "damaged", words: "XML sans classeur" };
  const styles = stylesOf(root);
  const sheets: StoredSheet[] = [];
  for (const [i, sheet] of childrenOf(root, "ss:Worksheet").entries()) {
    const shifted: string[] = [];
    const read = readSheet(sheet, i, styles, shifted);
    if (typeof read === "string") return { kind: "damaged", words: `feuille ${i + 1}, ${read}` };
    if (shifted[0] !== undefined) return { kind: "shifted", words: `feuille ${i + 1}, ${shifted[0]}` };
    sheets.push(read);
  }
  const from1904 = findChild(root, "x:ExcelWorkbook", "x:Date1904") !== undefined;
  return { kind: "whole", workbook: { sheets, from1904, asksToRecalculate: false } };
}

function readSheet(
  sheet: XmlElement,
  index: number,
  styleOf: (id: string | undefined) => CellStyle,
  shifted: string[],
): StoredSheet | string {
  const table = findChild(sheet, "ss:Table");
  const options = findChild(sheet, "x:WorksheetOptions");
  const rows: (StoredCell | undefined)[][] = [];
  const merges: Area[] = [];
  const mergedDown = new Map<number, number>();
  const heights = new Map<number, number>();
  const widths = new Map<number, number>();
  for (const { first, last, element } of placed(table, "ss:Column"))
    for (let column = first; column <= Math.min(last, MAX_COLUMNS); column++) widths.set(column, columnWidth(element));
  const { "ss:DefaultRowHeight": defaultHeight, "ss:DefaultColumnWidth": defaultWidth } = table?.attributes ?? {};
  const usualHeight = defaultHeight === undefined || Number(defaultHeight) > 0 ? undefined : 0;
  const usualWidth = inCharacters(defaultWidth);
  let next = 0;
  for (const row of childrenOf(table, "ss:Row")) {
    const at = row.attributes["ss:Index"] === undefined ? next : Number(row.attributes["ss:Index"]) - 1;
    if (!(at >= next && at < 1_048_576)) return `ligne « ${row.attributes["ss:Index"]} » impossible`;
    const span = Number(row.attributes["ss:Span"] ?? 0);
    const height = row.attributes["ss:Hidden"] === "1" ? "0" : row.attributes["ss:Height"];
    if (height !== undefined) for (let r = at; r <= at + Math.min(span, MAX_ROWS); r++) heights.set(r, Number(height));
    const cells = readRow(row, at, styleOf, { merges, down: mergedDown, shifted });
    if (typeof cells === "string") return `ligne ${at + 1}, ${cells}`;
    if (cells.length > 0) rows[at] = cells;
    next = at + 1 + (Number.isInteger(span) && span > 0 ? span : 0);
  }
  return {
    name: sheet.attributes["ss:Name"] ?? `Feuille ${index + 1}`,
    hidden: /Hidden/.test(allText(findChild(options, "x:Visible"))),
    rows,
    merges,
    showsZeros: findChild(options, "x:DoNotDisplayZeros") === undefined,
    showsFormulas: findChild(options, "x:DisplayFormulas") !== undefined,
    conditionalFormats: conditionsOf(sheet),
    drawings: [],
    rowHeight: (row) => heights.get(row) ?? usualHeight,
    character: styleOf(undefined).font,
    columnWidth: (column) => widths.get(column) ?? usualWidth,
  };
}

/** In points, the width of a character. */
const CHARACTER = 5.25;
const inCharacters = (points: string | undefined): number => Number(points ?? 48) / CHARACTER;
const columnWidth = ({ attributes }: XmlElement): number =>
  attributes["ss:Hidden"] === "1" ? 0 : inCharacters(attributes["ss:Width"]);

/** Elements that follow each other, unless they say their place; each may stand for several. */
function placed(
  table: XmlElement | undefined,
  name: string,
): readonly { readonly first: number; readonly last: number; readonly element: XmlElement }[] {
  let next = 0;
  return childrenOf(table, name).map((element) => {
    const first = element.attributes["ss:Index"] === undefined ? next : Number(element.attributes["ss:Index"]) - 1;
    const last = first + Number(element.attributes["ss:Span"] ?? 0);
    next = last + 1;
    return { first, last, element };
  });
}

/** Cells merged so far. */
interface Merged {
  readonly merges: Area[];
  /** By column: the last row of the merge that comes down it. */
  readonly down: Map<number, number>;
  /** Cells that stand under one without saying their place. */
  readonly shifted: string[];
}

function readRow(
  row: XmlElement,
  at: number,
  styleOf: (id: string | undefined) => CellStyle,
  { merges, down: mergedDown, shifted }: Merged,
): (StoredCell | undefined)[] | string {
  const cells: (StoredCell | undefined)[] = [];
  let next = 0;
  for (const cell of childrenOf(row, "ss:Cell")) {
    const { "ss:Index": index, "ss:MergeAcross": across = "0", "ss:MergeDown": down = "0" } = cell.attributes;
    const column = index === undefined ? next : Number(index) - 1;
    if (!(column >= next && column < 16_384)) return `cellule « ${index} » impossible`;
    const [right, bottom] = [column + Number(across), at + Number(down)];
    if (!Number.isInteger(right) || !Number.isInteger(bottom)) return `fusion de la cellule ${column + 1} impossible`;
    if (right > column || bottom > at) merges.push({ top: at, left: column, bottom, right });
    const data = childrenOf(cell, "ss:Data");
    // LibreOffice writes the row below as if the merged cell were not there, and opens it so: all its texts are a column too far to the left.
    if (index === undefined && data.length > 0 && (mergedDown.get(column) ?? -1) >= at)
      shifted.push(`ligne ${at + 1}, cellule ${column + 1} sous une fusion, sans dire sa place`);
    for (let c = column; bottom > at && c <= Math.min(right, MAX_COLUMNS); c++) mergedDown.set(c, bottom);
    if (data.length > 1) return `cellule ${column + 1} de plusieurs valeurs`;
    const value = data[0] ? storedValue(data[0]) : undefined;
    if (typeof value === "string") return `cellule ${column + 1}, ${value}`;
    const formula = cell.attributes["ss:Formula"];
    const stored = value ?? (formula === undefined ? undefined : ({ kind: "waiting" } as const));
    const style = styleOf(cell.attributes["ss:StyleID"] ?? row.attributes["ss:StyleID"]);
    // A date that no format of dates shows is a day for one program, a number of days for another.
    const isDay = data[0]?.attributes["ss:Type"] === "DateTime" && !style.format.sections[0]?.isDate;
    if (stored)
      cells[column] = {
        value: stored,
        style,
        ...(formula !== undefined && { formula: formulaOf(formula, { row: at, column }) }),
        ...(isDay && { replaced: true }),
      };
    next = right + 1;
  }
  return cells;
}

function formulaOf(text: string, place: SheetPlace): Formula {
  const expression = parseFormula(text, (name) => relativeAreaOf(name, place));
  return { text, ...(expression !== undefined && { expression }) };
}

/** undefined: nothing. A text: what is wrong with it. */
function storedValue(data: XmlElement): StoredValue | undefined | string {
  const type = data.attributes["ss:Type"];
  const text = allText(data);
  if (type === "String") return text === "" ? undefined : { kind: "text", runs: runsOf(data, null) };
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  if (elementsIn(data).length > 0) return "valeur de plusieurs façons";
  if (type === "Number") return storedNumber(trimmed);
  if (type === "DateTime") return storedDate(trimmed);
  if (type === "Boolean") return { kind: "boolean", value: trimmed === "1" };
  return type === "Error" ? { kind: "error", text: trimmed } : unknownType(type ?? "");
}

/** HTML within a text: <Sup>, <Sub>, <S>, <Font html:Color="…" html:Size="…">. `font`: of the element, null: of the cell. */
function runsOf(element: XmlElement, font: Font | null): readonly Run[] {
  return element.children.flatMap((child): readonly Run[] => {
    if (typeof child === "string") return [{ text: child, font }];
    const base = font ?? PLAIN_FONT;
    const { "html:Color": colour, "html:Size": size, "html:Face": face } = child.attributes;
    if (child.name === "html:Sup") return runsOf(child, { ...base, position: "raised" });
    if (child.name === "html:Sub") return runsOf(child, { ...base, position: "lowered" });
    if (child.name === "html:S") return runsOf(child, { ...base, struck: true });
    if (child.name !== "html:Font") return runsOf(child, font);
    return runsOf(child, {
      ...base,
      ...(colour !== undefined && { colour: colourOf(colour) }),
      ...(face !== undefined && { signs: hasOtherDigits(face, Number(child.attributes["x:CharSet"])) }),
      ...(size !== undefined && { size: Number(size) }),
    });
  });
}
