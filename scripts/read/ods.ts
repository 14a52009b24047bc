/**
 * .ods -> one grid a sheet, from content.xml: it holds the text of each cell as it is displayed, in the document's own
 * language ("45,45 %", "31/03/2026"). Elements: OpenDocument 1.3 part 3, chapter 9.
 */
import { type Cell, COVERED, EMPTY, type Grid, type SourceFile } from "../model/grid.ts";
import type { Issue, Result } from "../model/issue.ts";
import { MAX_COLUMNS, MAX_ROWS, MAX_SHEETS, tooDeep, tooManyRows, tooManySheets } from "./limits.ts";
import { formulaWithoutValue, refused, unreadable } from "./reader.ts";
import { type RawGrid, shape } from "./shape.ts";
import { childrenOf, descendants, findChild, parseXml, type XmlElement } from "./xml.ts";
import { openZip } from "./zip.ts";

const FORMAT = "un classeur OpenDocument (.ods)";
const NS = "urn:oasis:names:tc:opendocument:xmlns";
const PREFIXES = {
  [`${NS}:office:1.0`]: "office",
  [`${NS}:text:1.0`]: "text",
  [`${NS}:table:1.0`]: "table",
  [`${NS}:style:1.0`]: "style",
} as const;

export async function readOds(file: SourceFile): Promise<Result<readonly Grid[]>> {
  const members = openZip(file, FORMAT, (name) => name === "content.xml");
  if ("issue" in members) return refused(members.issue);
  const xml = parseXml(members.get("content.xml") ?? new Uint8Array(), PREFIXES);
  if (!xml.ok)
    return refused(xml.reason === "malformed" ? unreadable(file, FORMAT, `content.xml : ${xml.words}`) : tooDeep(file.path));
  const body = findChild(xml.root, "office:body", "office:spreadsheet");
  if (!body) return refused(unreadable(file, FORMAT, "content.xml sans classeur"));
  const tables = childrenOf(body, "table:table");
  if (tables.length > MAX_SHEETS) return refused(tooManySheets(file.path, tables.length));
  const hiddenStyles = new Set(
    descendants(xml.root, "style:style")
      .filter((style) => findChild(style, "style:table-properties")?.attributes["table:display"] === "false")
      .map((style) => style.attributes["style:name"] ?? ""),
  );
  const raws: RawGrid[] = [];
  const issues: Issue[] = [];
  for (const [i, table] of tables.entries()) {
    const part = table.attributes["table:name"] ?? `Feuille${i + 1}`;
    const rows = rowsOf(table, (row, column) =>
      issues.push(formulaWithoutValue({ file: file.path, part, row: row + 1, column: column + 1, raw: "" })),
    );
    if (!rows) return refused(tooManyRows(file.path, part, MAX_ROWS + 1));
    raws.push({ part, rows, ...(hiddenStyles.has(table.attributes["table:style-name"] ?? "") && { hidden: true }) });
  }
  return shape(file, raws, issues);
}

const count = (element: XmlElement, name: string): number => {
  const value = Number(element.attributes[name] ?? 1);
  return Number.isSafeInteger(value) && value > 0 ? value : 1;
};

/** Row elements in order, through groups and header rows. */
const rowElements = (container: XmlElement): readonly XmlElement[] =>
  container.children.flatMap((child) => {
    if (typeof child === "string") return [];
    if (child.name === "table:table-row") return [child];
    return /^table:table-(header-rows|rows|row-group)$/.test(child.name) ? rowElements(child) : [];
  });

/**
 * Repeated rows and cells are written out, up to the limits; a million empty ones at the end cost nothing. undefined: rows
 * that hold something stand beyond MAX_ROWS.
 */
function rowsOf(
  table: XmlElement,
  onNotComputed: (row: number, column: number) => void,
): (readonly (Cell | undefined)[])[] | undefined {
  const rows: (readonly (Cell | undefined)[])[] = [];
  let pending = 0;
  for (const element of rowElements(table)) {
    const times = count(element, "table:number-rows-repeated");
    const row = cellsOf(element, (column) => onNotComputed(rows.length + pending, column));
    if (row.every((cell) => !cell || cell.text === "")) {
      // Kept aside until something follows. Spans of an empty cell matter to nobody.
      pending += times;
      continue;
    }
    if (rows.length + pending + times > MAX_ROWS) return undefined;
    for (; pending > 0; pending--) rows.push([]);
    for (let i = 0; i < times; i++) rows.push(row);
  }
  return rows;
}

function cellsOf(row: XmlElement, onNotComputed: (column: number) => void): (Cell | undefined)[] {
  const cells: (Cell | undefined)[] = [];
  let column = 0;
  for (const element of row.children) {
    if (typeof element === "string") continue;
    const covered = element.name === "table:covered-table-cell";
    if (!covered && element.name !== "table:table-cell") continue;
    const times = count(element, "table:number-columns-repeated");
    const text = covered ? "" : displayedText(element);
    const { "table:formula": formula, "office:value-type": type } = element.attributes;
    if (formula !== undefined && type === undefined && text === "") onNotComputed(column);
    const rowSpan = Math.min(count(element, "table:number-rows-spanned"), MAX_ROWS);
    const colSpan = Math.min(count(element, "table:number-columns-spanned"), MAX_COLUMNS);
    const cell: Cell = covered
      ? COVERED
      : text === ""
        ? EMPTY
        : { text, ...(rowSpan > 1 && { rowSpan }), ...(colSpan > 1 && { colSpan }) };
    // One more than allowed is enough for shape() to refuse the sheet.
    if (cell !== EMPTY) for (let i = 0; i < times && column + i <= MAX_COLUMNS; i++) cells[column + i] = cell;
    column += times;
  }
  return cells;
}

/** The paragraphs of the cell; a number without any keeps its stored value. Comments and drawings are not its text. */
function displayedText(cell: XmlElement): string {
  const shown = childrenOf(cell, "text:p").map(inline).join("\n");
  return shown || (cell.attributes["office:value"] ?? "").replace(".", ",");
}

function inline(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === "string") return child.replace(/[ \t\r\n]+/g, " ");
      if (child.name === "text:s") return " ".repeat(Math.min(1_000, count(child, "text:c")));
      if (child.name === "text:tab") return "\t";
      if (child.name === "text:line-break") return "\n";
      return child.name.startsWith("text:") ? inline(child) : "";
    })
    .join("");
}
