/** xl/worksheets/sheet1.xml and xl/tables/table1.xml: one sheet, and the table that it holds. */

import { columnName } from "../../model/format.ts";
import { escapeXml } from "../../model/text/xml.ts";
import { MAIN, OFFICE, textOf, xml } from "./markup.ts";
import type { Sheet, SheetColumn, Value } from "./sheet.ts";
import type { Styles, WordStyle } from "./styles.ts";

/** Where the table of a sheet stands; a sheet of words alone, or a table without a row, has none. */
interface Area {
  readonly columns: readonly SheetColumn[];
  readonly headRow: number;
  readonly rows: number;
  /** "A5:H14" */
  readonly ref: string;
}
export function areaOf({ lines, columns = [] }: Sheet): Area | undefined {
  const rows = columns[0]?.values.length ?? 0;
  if (rows === 0) return undefined;
  const headRow = lines.length + 1;
  return { columns, headRow, rows, ref: `A${headRow}:${columnName(columns.length)}${headRow + rows}` };
}

/** Widths, in characters: of a sheet of words alone; the least and the most of a column. */
const READING_WIDTH = 100;
const NARROWEST = 10;
const WIDEST = 70;

/** A number as shown, a text whole, a head by its longest word; two characters of white. */
function widthOf({ head, values }: SheetColumn): number {
  const lengths = [
    ...head.split(/[\s-]/).map((word) => word.length),
    ...values.map((value) => ("number" in value ? String(value.number).length + 1 : value.text.length)),
  ];
  return lengths.reduce((width, length) => Math.max(width, Math.min(WIDEST, length + 2)), NARROWEST);
}

/** @param about where its table stands; the first sheet is the one that is open; the marking stands at the head of each printed page. */
export function worksheetXml(
  sheet: Sheet,
  styles: Styles,
  { area, isFirst, marking }: { readonly area: Area | undefined; readonly isFirst: boolean; readonly marking: string },
): string {
  const links: string[] = [];
  const cell = (row: number, column: number, value: Value, word: WordStyle): string => {
    const at = `${columnName(column)}${row}`;
    const style = styles.of(value, word);
    if ("number" in value) return `<c r="${at}" s="${style}"><v>${value.number}</v></c>`;
    if (value.to !== undefined) links.push(`<hyperlink ref="${at}" location="'${escapeXml(value.to)}'!A1"/>`);
    return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${textOf(value.text)}</t></is></c>`;
  };
  const rowXml = (row: number, values: readonly Value[], word: WordStyle): string =>
    `<row r="${row}">${values.map((value, i) => cell(row, i + 1, value, word)).join("")}</row>`;

  const rows = sheet.lines.map((line, i) => rowXml(i + 1, [line], area ? "line" : "plain"));
  if (area) {
    const { columns, headRow } = area;
    rows.push(
      rowXml(
        headRow,
        columns.map(({ head }) => ({ text: head })),
        "head",
      ),
    );
    for (let r = 0; r < area.rows; r++)
      rows.push(
        rowXml(
          headRow + 1 + r,
          columns.flatMap(({ values }) => values[r] ?? []),
          "plain",
        ),
      );
  }
  const widths = area ? area.columns.map(widthOf) : [READING_WIDTH];
  return xml(
    `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
      `<sheetViews><sheetView workbookViewId="0"${isFirst ? ' tabSelected="1"' : ""}>${area ? frozen(area) : ""}</sheetView></sheetViews>` +
      `<cols>${widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join("")}</cols>` +
      `<sheetData>${rows.join("")}</sheetData>` +
      (links.length > 0 ? `<hyperlinks>${links.join("")}</hyperlinks>` : "") +
      '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.5" header="0.3" footer="0.3"/>' +
      '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' +
      `<headerFooter><oddHeader>${headerOf(marking)}</oddHeader></headerFooter>` +
      (area ? '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' : "") +
      "</worksheet>",
  );
}

/** The head and the first column stay in view. */
const frozen = ({ headRow }: Area): string =>
  `<pane xSplit="1" ySplit="${headRow}" topLeftCell="B${headRow + 1}" activePane="bottomRight" state="frozen"/>` +
  '<selection pane="topRight"/><selection pane="bottomLeft"/><selection pane="bottomRight" activeCell="A1" sqref="A1"/>';

/** A spreadsheet takes 255 characters in a header. A "&" in it begins an order: "&P" is the number of the page. */
const headerOf = (marking: string): string => textOf(`&L${marking.slice(0, 100).replaceAll("&", "&&")}&RPage &P/&N`);

/** @param number from 1, unique in the workbook. */
export const tableXml = ({ columns, ref }: Area, number: number, name: string): string =>
  xml(
    `<table xmlns="${MAIN}" id="${number}" name="${name}" displayName="${name}" ref="${ref}" totalsRowShown="0">` +
      `<tableColumns count="${columns.length}">${columns.map(({ head }, i) => `<tableColumn id="${i + 1}" name="${textOf(head)}"/>`).join("")}</tableColumns>` +
      '<tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>',
  );
