/** xl/styles.xml; xl/worksheets/sheet1.xml and xl/tables/table1.xml: one sheet, and the table that it holds. */

import { columnName } from "../../model/format.ts";
import { escapeXml } from "../../model/hidden-characters.ts";
import type { Sheet, SheetColumn, Value } from "./columns.ts";

/** xl/styles.xml: how cells look (black on white, nothing said by colour); and what the parts of an .xlsx (ECMA-376) have in common. */
export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

export const xml = (content: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`;

/**
 * Text of a cell or an attribute. A spreadsheet reads "_x0041_" as "A": its underscore is written out. The two code points
 * that XML cannot hold become the sign of what is unknown; control characters were written out before, as on the pages.
 */
export const textOf = (text: string): string =>
  escapeXml(text.replace(/[\ufffe\uffff]/g, "\ufffd").replace(/_(?=x[\dA-F]{4}_)/gi, "_x005F_"));

/** Words carry the mark of text (quotePrefix): "=1+1" stays text, also when someone edits it. */
const WORDS = {
  plain: '<xf fontId="0" quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
  /** A sub-line. */
  back: '<xf fontId="0" quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1" indent="1"/></xf>',
  /** Above a table: on one line, over the empty cells at its right, so that the frozen part stays low. */
  line: '<xf fontId="0" quotePrefix="1"/>',
  title: '<xf fontId="2" quotePrefix="1" applyFont="1"/>',
  link: '<xf fontId="3" quotePrefix="1" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf>',
  head: '<xf fontId="1" borderId="1" quotePrefix="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="bottom" wrapText="1"/></xf>',
} as const;
type WordStyle = keyof typeof WORDS;
const WORD_STYLES = Object.keys(WORDS);

const FONTS = [
  '<sz val="11"/><name val="Calibri"/><family val="2"/>',
  '<b/><sz val="11"/><name val="Calibri"/><family val="2"/>',
  '<b/><sz val="14"/><name val="Calibri"/><family val="2"/>',
  '<u/><sz val="11"/><name val="Calibri"/><family val="2"/>',
];
/** Numbers of formats below are those that every spreadsheet has. */
const FIRST_OWN_FORMAT = 164;

/** The styles of one workbook: those of words, then two a format of numbers, plain and bold, in the order of their first use. */
interface Styles {
  /** Place in cellXfs. */
  readonly of: (value: Value, word: WordStyle) => number;
  readonly toXml: () => string;
}

export function createStyles(): Styles {
  const formats: string[] = [];
  const numberStyle = (format: string, strong: boolean): number => {
    if (!formats.includes(format)) formats.push(format);
    return WORD_STYLES.length + 2 * formats.indexOf(format) + (strong ? 1 : 0);
  };
  return {
    of: (value, word) =>
      "number" in value
        ? numberStyle(value.format, value.strong === true)
        : WORD_STYLES.indexOf(value.to === undefined ? (value.set ?? word) : "link"),
    toXml: () => {
      const numbers = formats.flatMap((_, i) => [0, 1].map((font) => numberXf(FIRST_OWN_FORMAT + i, font)));
      const cells = [...Object.values(WORDS), ...numbers];
      return xml(
        `<styleSheet xmlns="${MAIN}">` +
          listOf(
            "numFmts",
            formats.map(
              (format, i) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + i}" formatCode="${escapeXml(format)}"/>`,
            ),
          ) +
          listOf(
            "fonts",
            FONTS.map((font) => `<font>${font}</font>`),
          ) +
          '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
          `<borders count="2">${["", ' style="medium"'].map((bottom) => `<border><left/><right/><top/><bottom${bottom}/><diagonal/></border>`).join("")}</borders>` +
          '<cellStyleXfs count="1"><xf/></cellStyleXfs>' +
          listOf("cellXfs", cells) +
          "</styleSheet>",
      );
    },
  };
}

const numberXf = (format: number, font: number): string =>
  `<xf numFmtId="${format}" fontId="${font}" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment horizontal="right" vertical="top"/></xf>`;

const listOf = (name: string, parts: readonly string[]): string =>
  parts.length === 0 ? "" : `<${name} count="${parts.length}">${parts.join("")}</${name}>`;

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
