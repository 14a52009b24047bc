/** Sheets to a small .odt: paragraphs and tables with merged cells (OASIS OpenDocument 1.3). */

import { writeZip } from "../../../scripts/disk/zip.ts";
import { EMPTY } from "../../../scripts/model/grid.ts";
import { escapeXml } from "../../../scripts/model/text/xml.ts";
import { type Run, runsOf, type Sheet, type WrittenCell } from "./sheet.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const MIME = "application/vnd.oasis.opendocument.text";
const OASIS = "urn:oasis:names:tc:opendocument:xmlns";
const NAMESPACES = ["office", "text", "table"].map((name) => `xmlns:${name}="${OASIS}:${name}:1.0"`).join(" ");
const STYLE_NAMESPACE = `xmlns:style="${OASIS}:style:1.0"`;

/** Properties of the styles that are not plain. */
const STYLES: Readonly<Record<Exclude<Run["style"], "plain">, string>> = {
  struck: 'style:text-line-through-style="solid" style:text-line-through-type="single"',
  hidden: 'text:display="none"',
  raised: 'style:text-position="super 58%"',
};
/** Declared only where they are used: the demo has none. */
const stylesOf = (body: string): string => {
  const used = Object.entries(STYLES).filter(([name]) => body.includes(`text:style-name="${name}"`));
  const styles = used.map(
    ([name, properties]) =>
      `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties}/></style:style>`,
  );
  return styles.length === 0 ? "" : `<office:automatic-styles>${styles.join("")}</office:automatic-styles>`;
};

/** Several spaces in a row would be folded into one: all but the first are <text:s/>. */
const run = ({ text, style }: Run): string => {
  const content = escapeXml(text)
    .replace(/^ +| {2,}/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)
    .replaceAll("\n", "<text:line-break/>");
  return style === "plain" ? content : `<text:span text:style-name="${style}">${content}</text:span>`;
};
const paragraph = (cell: WrittenCell): string => {
  const content = runsOf(cell).map(run).join("");
  return content === "" ? "<text:p/>" : `<text:p>${content}</text:p>`;
};

function tableCell(cell: WrittenCell): string {
  if (cell.covered) return "<table:covered-table-cell/>";
  const { colSpan = 1, rowSpan = 1 } = cell;
  const spans =
    colSpan > 1 || rowSpan > 1
      ? ` table:number-columns-spanned="${colSpan}" table:number-rows-spanned="${rowSpan}"`
      : "";
  return `<table:table-cell office:value-type="string"${spans}>${paragraph(cell)}</table:table-cell>`;
}

function table(rows: readonly (readonly WrittenCell[])[], head: number, name: string): string {
  const row = (cells: readonly WrittenCell[]): string =>
    `<table:table-row>${cells.map(tableCell).join("")}</table:table-row>`;
  const heads = rows.slice(0, head).map(row).join("");
  return (
    `<table:table table:name="${name}"><table:table-column table:number-columns-repeated="${rows[0]?.length ?? 1}"/>` +
    (heads ? `<table:table-header-rows>${heads}</table:table-header-rows>` : "") +
    `${rows.slice(head).map(row).join("")}</table:table>`
  );
}

export function writeOdt(sheets: readonly Sheet[]): Uint8Array {
  const blocks = sheets.flatMap((sheet) => sheet.blocks);
  const body = blocks
    .map((block, i) => {
      if (block.kind === "table") return table(block.rows, block.head, `Tableau${i}`);
      return paragraph(block.kind === "line" ? { text: block.text } : EMPTY);
    })
    .join("");
  const styles = stylesOf(body);
  const manifest = `${OASIS}:manifest:1.0`;
  const entry = (path: string, type: string): string =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
  return writeZip([
    { name: "mimetype", content: MIME, stored: true },
    {
      name: "META-INF/manifest.xml",
      content: `${HEAD}<manifest:manifest xmlns:manifest="${manifest}" manifest:version="1.3">${entry("/", MIME)}${entry("content.xml", "text/xml")}</manifest:manifest>`,
    },
    {
      name: "content.xml",
      content: `${HEAD}<office:document-content ${NAMESPACES}${styles === "" ? "" : ` ${STYLE_NAMESPACE}`} office:version="1.3">${styles}<office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
  ]);
}
