/** Papers to sign: the annex of the entitled persons, the distribution sheet, the elimination list. Data to a page that the browser prints. */
import { escapeXml } from "../../model/text/xml.ts";

export interface Form {
  readonly title: string;
  readonly subtitle: string;
  /** Printed at the head of every page: a sheet of paper may be found alone. */
  readonly marking: string;
  readonly before: readonly string[];
  readonly tables: readonly FormTable[];
  readonly after: readonly string[];
  /** Boxes to date and sign, side by side. */
  readonly signatures: readonly string[];
}

export interface FormTable {
  /** Above it, where there is more than one. */
  readonly heading?: string;
  /** `share`: part of the width, in any unit. */
  readonly columns: readonly { readonly label: string; readonly share: number }[];
  /** Empty cells are left to be filled in by hand. */
  readonly rows: readonly (readonly string[])[];
}

/** HTML to PDF: see publish/print/paper.ts. */
export type PrintPaper = (html: string) => Promise<Uint8Array>;

/** Control characters and bidirectional marks would not be seen, only deceive. */
const shown = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, " ");
const html = (text: string): string => escapeXml(shown(text));
/** As a string of CSS: whatever is neither a letter nor a digit by its number. */
const css = (text: string): string =>
  `"${shown(text).replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;

/** No row is cut, the head of a table is repeated on each page; a heading stands with its first row; a row is high enough to be signed. */
const style = ({ marking, title }: Form): string => `
@page { size: A4 landscape; margin: 16mm;
  @top-left { content: ${css(marking)}; font: bold 8pt sans-serif; width: 100%; }
  @bottom-left { content: ${css(`${title} – page `)} counter(page) "/" counter(pages); font: 7.5pt sans-serif; width: 100%; } }
body { margin: 0; font: 9.5pt/1.35 "Source Sans 3", "Segoe UI", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 15pt; margin: 0 0 2mm; } p.subtitle { font-size: 11pt; margin: 0 0 5mm; } p { margin: 0 0 2mm; }
h2 { font-size: 11pt; margin: 6mm 0 2mm; break-after: avoid; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: 3mm 0 5mm; font-size: 8pt; }
tr, .signatures { break-inside: avoid; } th, td, .signatures div { border: 0.5pt solid #666; padding: 1.4mm; text-align: left; vertical-align: top; }
td { height: 8.2mm; } .signatures { display: flex; gap: 2mm; } .signatures div { flex: 1; height: 29mm; font-size: 8pt; }`;

/** A4 on its side. */
export function formHtml(form: Form): string {
  const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${html(text)}</p>`).join("\n");
  const signatures = form.signatures.map((label) => `<div>${html(label)}</div>`).join("");
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>${html(form.title)}</title><style>${style(form)}</style></head><body>
<h1>${html(form.title)}</h1>
<p class="subtitle">${html(form.subtitle)}</p>
${paragraphs(form.before)}
${form.tables.map(tableHtml).join("\n")}
${paragraphs(form.after)}
${signatures && `<div class="signatures">${signatures}</div>`}
</body></html>
`;
}

function tableHtml({ heading, columns, rows }: FormTable): string {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  const cells = (tag: "th" | "td", texts: readonly string[]): string =>
    `<tr>${texts.map((text) => `<${tag}>${html(text)}</${tag}>`).join("")}</tr>`;
  return `${heading === undefined ? "" : `<h2>${html(heading)}</h2>`}
<table><colgroup>${columns.map(({ share }) => `<col style="width:${(100 * share) / total}%">`).join("")}</colgroup>
<thead>${cells(
    "th",
    columns.map(({ label }) => label),
  )}</thead>
<tbody>${rows.map((row) => cells("td", row)).join("\n")}</tbody></table>`;
}
