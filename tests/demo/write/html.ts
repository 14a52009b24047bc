/** Sheets to the HTML that many business programs export under the name .xls, and that Excel opens. */
import { escapeXml } from "../../../scripts/model/text/xml.ts";
import { encode } from "./encode.ts";
import { type Run, runsOf, type Sheet, type WrittenCell } from "./sheet.ts";

export interface HtmlOptions {
  readonly encoding: "utf-8" | "windows-1252";
  /** one: the whole sheet is a single table, titles included. parts: titles are paragraphs between the tables. */
  readonly tables: "one" | "parts";
  /** Heads in <th>, or <td> everywhere. */
  readonly heads: boolean;
}
const RENAMED_XLS: HtmlOptions = { encoding: "windows-1252", tables: "parts", heads: true };

const escapeHtml = (text: string): string =>
  escapeXml(text).replaceAll("\u00a0", "&nbsp;").replaceAll("\u202f", "&#8239;").replaceAll("\n", "<br>");

const STYLES: Readonly<Record<Run["style"], (text: string) => string>> = {
  plain: (text) => text,
  struck: (text) => `<s>${text}</s>`,
  hidden: (text) => `<span style="display:none">${text}</span>`,
  raised: (text) => `<sup>${text}</sup>`,
};
const run = ({ text, style }: Run): string => STYLES[style](escapeHtml(text));

function tableRow(row: readonly WrittenCell[], tag: "td" | "th", isHidden: boolean): string {
  const cells = row
    .filter((cell) => !cell.covered)
    .map((cell) => {
      const spans = [
        cell.colSpan ? ` colspan="${cell.colSpan}"` : "",
        cell.rowSpan ? ` rowspan="${cell.rowSpan}"` : "",
      ].join("");
      return `<${tag}${spans}>${runsOf(cell).map(run).join("")}</${tag}>`;
    });
  return `<tr${isHidden ? ' style="display:none"' : ""}>${cells.join("")}</tr>`;
}

function body(sheet: Sheet, options: HtmlOptions): string {
  const one = options.tables === "one";
  const parts = sheet.blocks.map((block) => {
    if (block.kind === "blank") return one ? "<tr><td></td></tr>" : "<p></p>";
    if (block.kind === "line") {
      const span = block.colSpan ? ` colspan="${block.colSpan}"` : "";
      const text = escapeHtml(block.text);
      return one ? `<tr><td${span}>${text}</td></tr>` : `<p>${text}</p>`;
    }
    const rows = block.rows.map((row, r) =>
      tableRow(row, options.heads && r < block.head ? "th" : "td", block.hiddenRows?.includes(r) ?? false),
    );
    return one ? rows.join("\n") : `<table border="1">\n${rows.join("\n")}\n</table>`;
  });
  return one ? `<table border="1">\n${parts.join("\n")}\n</table>` : parts.join("\n");
}

export function writeHtml(sheets: readonly Sheet[], options: HtmlOptions = RENAMED_XLS): Uint8Array {
  const title = escapeHtml(sheets[0]?.name ?? "");
  const text = `<html>
<head><meta http-equiv="Content-Type" content="text/html; charset=${options.encoding}"><title>${title}</title></head>
<body>
${sheets.map((sheet) => body(sheet, options)).join("\n")}
</body>
</html>
`;
  return encode(text, options.encoding);
}
