/** Sheets to a small .docx: paragraphs and tables with merged cells (ECMA-376, WordprocessingML). */

import { writeZip } from "../../../scripts/disk/zip.ts";
import { EMPTY } from "../../../scripts/model/grid.ts";
import { escapeXml } from "../../../scripts/model/text/xml.ts";
import { type Block, type Run, runsOf, type Sheet, type WrittenCell } from "./sheet.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
const DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

const STYLES: Readonly<Record<Run["style"], string>> = {
  plain: "",
  struck: "<w:rPr><w:strike/></w:rPr>",
  hidden: "<w:rPr><w:vanish/></w:rPr>",
  raised: '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
};
const line = (text: string): string => `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`;
const run = ({ text, style }: Run): string =>
  `<w:r>${STYLES[style]}${text.split("\n").map(line).join("<w:br/>")}</w:r>`;
const paragraph = (cell: WrittenCell): string => {
  const runs = runsOf(cell).map(run).join("");
  return runs === "" ? "<w:p/>" : `<w:p>${runs}</w:p>`;
};

const tableCell = (properties: string, cell: WrittenCell): string =>
  `<w:tc>${properties ? `<w:tcPr>${properties}</w:tcPr>` : ""}${paragraph(cell)}</w:tc>`;

type Table = Extract<Block, { kind: "table" }>;

/** Rows with w:gridSpan and w:vMerge: a place covered from above is a cell that continues the merge. */
function tableRows({ rows, hiddenRows = [] }: Table): string {
  /** For each column, the merge that still reaches down into the row being written. */
  const open: { rows: number; span: number }[] = [];
  return rows
    .map((row, r) => {
      let out = "";
      for (let c = 0; c < row.length; ) {
        const cell = row[c] ?? EMPTY;
        const above = open[c];
        const continued = cell.covered && above !== undefined && above.rows > 0;
        const span = continued ? above.span : (cell.colSpan ?? 1);
        const grid = span > 1 ? `<w:gridSpan w:val="${span}"/>` : "";
        if (continued) {
          above.rows--;
          out += tableCell(`${grid}<w:vMerge/>`, EMPTY);
        } else {
          const rowSpan = cell.rowSpan ?? 1;
          if (rowSpan > 1) open[c] = { rows: rowSpan - 1, span };
          out += tableCell(grid + (rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : ""), cell);
        }
        c += span;
      }
      return `<w:tr>${hiddenRows.includes(r) ? "<w:trPr><w:hidden/></w:trPr>" : ""}${out}</w:tr>`;
    })
    .join("");
}

const border = (side: string): string => `<w:${side} w:val="single" w:sz="4"/>`;
const BORDERS = ["top", "left", "bottom", "right", "insideH", "insideV"].map(border).join("");

function table(block: Table): string {
  const columns = (block.rows[0] ?? []).map((_, c) => `<w:gridCol w:w="${c === 0 ? 3600 : 1100}"/>`).join("");
  return `<w:tbl><w:tblPr><w:tblBorders>${BORDERS}</w:tblBorders></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${tableRows(block)}</w:tbl>`;
}

export function writeDocx(sheets: readonly Sheet[]): Uint8Array {
  const blocks = sheets
    .flatMap((sheet) => sheet.blocks)
    // Word needs a paragraph after a table: two tables in a row would become one.
    .map((block) =>
      block.kind === "table"
        ? table(block) + paragraph(EMPTY)
        : paragraph(block.kind === "line" ? { text: block.text } : EMPTY),
    )
    .join("");
  return writeZip([
    {
      name: "[Content_Types].xml",
      content: `${HEAD}<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${DOCUMENT_TYPE}"/></Types>`,
    },
    {
      name: "_rels/.rels",
      content: `${HEAD}<Relationships xmlns="${RELS}"><Relationship Id="rId1" Type="${OFFICE_DOCUMENT}" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: "word/document.xml",
      content: `${HEAD}<w:document xmlns:w="${W}"><w:body>${blocks}<w:sectPr/></w:body></w:document>`,
    },
  ]);
}
