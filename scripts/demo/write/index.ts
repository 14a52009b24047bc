/** Writers of statements, one a format: for the demo and for the tests that need files of every format. */
export { type CsvOptions, EXCEL_CSV, writeCsv } from "./csv.ts";
export { writeDocx } from "./docx.ts";
export { type Encoding, encode } from "./encode.ts";
export { type HtmlOptions, RENAMED_XLS, writeHtml } from "./html.ts";
export { writeOdt } from "./odt.ts";
export { type PdfOptions, PRINTED_REPORT, writePdf } from "./pdf.ts";
export { writeRtf } from "./rtf.ts";
export { PLAIN_SPREADSHEET, type SpreadsheetFormat, type SpreadsheetOptions, writeSpreadsheet } from "./spreadsheet.ts";
