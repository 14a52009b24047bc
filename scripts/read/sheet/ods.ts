/**
 * .ods -> one grid a sheet, from content.xml: it holds each cell's value and the text displayed for it. Elements: OpenDocument 1.3 part 3, chapter 9.
 */
import { type Cell, COVERED, EMPTY, type Grid, type SourceFile } from "../../model/grid.ts";
import type { Issue, Result } from "../../model/issue.ts";
import { childrenOf, descendants, findChild, type XmlElement } from "../container/xml.ts";
import { openXmlParts } from "../container/xml-parts.ts";
import { MAX_COLUMNS, MAX_ROWS, MAX_SHEETS, tooManyRows, tooManySheets } from "../contract/limits.ts";
import { refused, unreadable } from "../contract/reader.ts";
import { type RawGrid, shape } from "../contract/shape.ts";
import { countOf, PREFIXES, paragraphText, raisedStyles, rowsOf } from "../document/open-document.ts";
import { MONTHS } from "./workbook/dates.ts";
import { plainNumber } from "./workbook/plain-number.ts";
import { type CellPlace, formulasWithoutValue, textsUnderMerges } from "./workbook/sheet-issues.ts";

const FORMAT = "un classeur OpenDocument (.ods)";

export async function readOds(file: SourceFile): Promise<Result<readonly Grid[]>> {
  const parts = openXmlParts(file, FORMAT, (name) => name === "content.xml", PREFIXES);
  if ("issue" in parts) return refused(parts.issue);
  const root = parts.get("content.xml");
  const body = root && findChild(root, "office:body", "office:spreadsheet");
  if (!root || !body) return refused(unreadable(file, FORMAT, "content.xml sans classeur"));
  const tables = childrenOf(body, "table:table");
  if (tables.length > MAX_SHEETS) return refused(tooManySheets(file.path, tables.length));
  const hiddenStyles = new Set(
    descendants(root, "style:style")
      .filter((style) => findChild(style, "style:table-properties")?.attributes["table:display"] === "false")
      .map((style) => style.attributes["style:name"] ?? ""),
  );
  const styles: Styles = { percents: percentStyles(root), raised: raisedStyles([root]) };
  const raws: RawGrid[] = [];
  const issues: Issue[] = [];
  for (const [i, table] of tables.entries()) {
    const part = table.attributes["table:name"] ?? `Feuille${i + 1}`;
    const remarks: Remarks = { waiting: [], hidden: [] };
    const rows = sheetRows(table, styles, remarks);
    issues.push(...formulasWithoutValue({ file: file.path, part, places: remarks.waiting }));
    issues.push(...textsUnderMerges({ file: file.path, part, places: remarks.hidden }));
    if (!rows) return refused(tooManyRows(file.path, part, MAX_ROWS + 1));
    raws.push({ part, rows, ...(hiddenStyles.has(table.attributes["table:style-name"] ?? "") && { hidden: true }) });
  }
  return shape(file, raws, issues);
}

/** Places of formulas whose value is not stored, and of texts under a merge. */
interface Remarks {
  readonly waiting: CellPlace[];
  readonly hidden: CellPlace[];
}

/** What the names of styles tell: the percentages with their decimals, and the raised texts. */
interface Styles {
  readonly percents: PercentStyles;
  readonly raised: ReadonlySet<string>;
}

/** Cell styles that show a percentage, with their decimals: some programs write the number bare and leave it to the style. */
type PercentStyles = ReadonlyMap<string, number>;

function percentStyles(root: XmlElement): PercentStyles {
  const formats = new Map(
    descendants(root, "number:percentage-style").map((format) => [
      format.attributes["style:name"] ?? "",
      Math.min(9, Number(findChild(format, "number:number")?.attributes["number:decimal-places"] ?? 0) || 0),
    ]),
  );
  return new Map(
    descendants(root, "style:style").flatMap((style): [string, number][] => {
      const decimals = formats.get(style.attributes["style:data-style-name"] ?? "");
      return decimals === undefined ? [] : [[style.attributes["style:name"] ?? "", decimals]];
    }),
  );
}

/**
 * Repeated rows and cells are written out, up to the limits; a million empty ones at the end cost nothing. undefined: rows
 * that hold something stand beyond MAX_ROWS.
 */
function sheetRows(table: XmlElement, styles: Styles, remarks: Remarks): (readonly (Cell | undefined)[])[] | undefined {
  const rows: (readonly (Cell | undefined)[])[] = [];
  let pending = 0;
  for (const element of rowsOf(table)) {
    const times = countOf(element, "table:number-rows-repeated", Number.MAX_SAFE_INTEGER);
    const row = cellsOf(element, styles, rows.length + pending, remarks);
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

function cellsOf(row: XmlElement, styles: Styles, index: number, remarks: Remarks): (Cell | undefined)[] {
  const cells: (Cell | undefined)[] = [];
  let column = 0;
  for (const element of row.children) {
    if (typeof element === "string") continue;
    const covered = element.name === "table:covered-table-cell";
    if (!covered && element.name !== "table:table-cell") continue;
    const times = countOf(element, "table:number-columns-repeated", Number.MAX_SAFE_INTEGER);
    const text = displayedText(element, styles);
    if (covered && text !== "") remarks.hidden.push([index, column]);
    const { "table:formula": formula, "office:value-type": type } = element.attributes;
    if (formula !== undefined && type === undefined && text === "") remarks.waiting.push([index, column]);
    const rowSpan = countOf(element, "table:number-rows-spanned", MAX_ROWS);
    const colSpan = countOf(element, "table:number-columns-spanned", MAX_COLUMNS);
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

/**
 * The paragraphs of the cell. They are displayed in the document's language ("1,235" in an English one) and may be rounded:
 * a number or a date is told from the stored value, what is around it ("%", "+", a word) from the paragraphs.
 */
function displayedText(cell: XmlElement, { percents, raised }: Styles): string {
  const shown = childrenOf(cell, "text:p")
    .map((p) => paragraphText(p, raised, () => undefined))
    .join("\n");
  const { "office:value-type": type, "office:value": stored, "office:date-value": date } = cell.attributes;
  const value = stored === undefined || stored === "" ? Number.NaN : Number(stored);
  if (type === "date" && date) return displayedDate(date, shown);
  if (type === "boolean") return cell.attributes["office:boolean-value"] === "true" ? "VRAI" : "FAUX";
  if (!Number.isFinite(value)) return shown;
  const styled = percents.get(cell.attributes["table:style-name"] ?? "");
  if (type === "percentage" || shown.includes("%") || (type === "float" && styled !== undefined)) {
    const decimals = shown.includes("%") ? (/[.,](\d+)\D*$/.exec(shown)?.[1]?.length ?? 0) : (styled ?? 0);
    return `${shown.startsWith("+") ? "+" : ""}${(value * 100).toFixed(decimals).replace(".", ",")} %`;
  }
  if (type !== "float" && type !== "currency") return shown;
  // Only digits and separators, or a zero that the format shows as "-" or hides.
  if (value === 0 || /^[-−(]?[\d\s.,'’]*\)?$/.test(shown)) return plainNumber(value);
  return shown.replace(/\d(?:[\d\s.,]*\d)?/, plainNumber(Math.abs(value)));
}

/** "2026-03-31" shown as "31/03/26" => "31/03/2026"; shown as "mars-26" => "mars 2026"; anything else as shown. */
function displayedDate(stored: string, shown: string): string {
  const [, y, m, d] = /^(\d{4})-(\d{2})-(\d{2})/.exec(stored) ?? [];
  if (!y || !m || !d) return shown;
  if (/^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$/.test(shown.trim())) return `${d}/${m}/${y}`;
  if (/^\p{L}+\.?[-\s]\d{2}(\d{2})?$/u.test(shown.trim())) return `${MONTHS[Number(m) - 1] ?? m} ${y}`;
  return shown;
}
