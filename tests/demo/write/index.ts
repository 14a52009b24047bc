/** Writers of statements, one a format: for the demo and for the tests that need files of every format. */
export { EXCEL_CSV, writeCsv } from "./csv.ts";
export { writeDocx } from "./docx.ts";
export { encode } from "./encode.ts";
export { writeHtml } from "./html.ts";
export { writeOdt } from "./odt.ts";
export { PRINTED_REPORT, writePdf } from "./pdf.ts";
export { writeRtf } from "./rtf.ts";
export { writeSpreadsheet } from "./spreadsheet.ts";
