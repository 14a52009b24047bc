/** Sheets to RTF 1.9, in Windows-1252: what Word and business programs save as .rtf, or under the name .doc. */
import { windows1252 } from "./encode.ts";
import { type Run, runsOf, type Sheet, type WrittenCell } from "./sheet.ts";

/** Twips: the label's column, each other, and where the last one ends at most, within the widest page that Word has. */
const FIRST = 4200;
const OTHER = 1100;
const END = 31_000;

/** "é" => \'e9; a character outside Windows-1252 is given by its number, with "?" for old readers. */
const escapeRtf = (text: string): string =>
  [...text]
    .map((character) => {
      if (/[\\{}]/.test(character)) return `\\${character}`;
      if (character === "\n") return "\\line ";
      const code = character.codePointAt(0) ?? 0;
      if (code < 0x80) return character;
      const byte = windows1252(character);
      return byte === undefined ? `\\u${code > 0x7fff ? code - 0x10000 : code}?` : `\\'${byte.toString(16)}`;
    })
    .join("");

const STYLES: Readonly<Record<Run["style"], (text: string) => string>> = {
  plain: (text) => text,
  struck: (text) => `{\\strike ${text}}`,
  hidden: (text) => `{\\v ${text}}`,
  raised: (text) => `{\\super ${text}}`,
};
const run = ({ text, style }: Run): string => STYLES[style](escapeRtf(text));

/** Right edge of a column of a table that has so many. */
const edge = (column: number, columns: number): number =>
  FIRST + column * Math.min(OTHER, Math.floor((END - FIRST) / Math.max(1, columns - 1)));

/** One row: \clvmgf starts a vertical merge, \clvmrg continues it; a span of columns is a wider cell. */
function tableRow(row: readonly WrittenCell[], open: { rows: number; span: number }[], isHead: boolean): string {
  let definition = "";
  let content = "";
  for (let c = 0; c < row.length; ) {
    const cell = row[c] ?? { text: "" };
    const above = open[c];
    const continued = cell.covered && above !== undefined && above.rows > 0;
    const span = continued ? above.span : (cell.colSpan ?? 1);
    if (continued) above.rows--;
    else if ((cell.rowSpan ?? 1) > 1) open[c] = { rows: (cell.rowSpan ?? 1) - 1, span };
    const merge = continued ? "\\clvmrg" : (cell.rowSpan ?? 1) > 1 ? "\\clvmgf" : "";
    definition += `${merge}\\cellx${edge(c + span - 1, row.length)}`;
    content += `\\pard\\intbl ${continued ? "" : runsOf(cell).map(run).join("")}\\cell\n`;
    c += span;
  }
  return `\\trowd\\trgaph70${isHead ? "\\trhdr" : ""}${definition}\n${content}\\row\n`;
}

export function writeRtf(sheets: readonly Sheet[]): Uint8Array {
  const body = sheets
    .flatMap((sheet) => sheet.blocks)
    .map((block) => {
      if (block.kind !== "table") return `\\pard ${block.kind === "line" ? escapeRtf(block.text) : ""}\\par\n`;
      const open: { rows: number; span: number }[] = [];
      return block.rows.map((row, r) => tableRow(row, open, r < block.head)).join("");
    })
    .join("");
  const text = `{\\rtf1\\ansi\\ansicpg1252\\deff0\\deflang1036{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}}\n\\viewkind4\\uc1\\f0\\fs20\n${body}}\n`;
  return new TextEncoder().encode(text);
}
