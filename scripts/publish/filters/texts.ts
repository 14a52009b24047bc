/** Texts made fit to be seen and to be printed; the rows of a table's head, groups above, columns below. */

import type { TableColumn } from "../../model/document/table.ts";
import { NBSP } from "../../model/format.ts";
import { nameOf, showHidden } from "../../model/hidden-characters.ts";
import { mapTexts } from "../../model/json.ts";

/** Text from files, made fit to be seen: what is invisible or changes the direction of reading is written out. */
export const printable = mapTexts(showHidden);

/**
 * What is drawn everywhere: French and its neighbours, Greek (the page « Méthode »), Cyrillic, signs and numbers of mathematics. The browser of
 * the kit has two typefaces, and shows an empty box for the rest.
 */
const DRAWN =
  /^(?:[\u0300-\u0304\u0308\u0323\u0327-\u0329]|[\t\n\u0020-\u007e\u00a0-\u017f\u0192\u0218-\u021b\u02bb\u02bc\u02c6\u02c7\u02c9\u02d8-\u02dd\u0384-\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0401-\u045f\u1e9e\u2009-\u200b\u2013-\u2015\u2018-\u201e\u2020-\u2022\u2026\u202f\u2030\u2032\u2033\u2039\u203a\u2044\u2070\u2074-\u207a\u207c-\u2089\u20ac\u2116\u2122\u2191\u2193\u2202\u2211\u2212\u2215\u221a\u221e\u2248\u2260\u2264\u2265\u25ca\ufb01\ufb02])*$/;

/** "①" => "1", "＝" => "=", "→" => "->"; what has no other form is named: "☎" => "[U+260E]" */
function writtenOut(character: string): string {
  const plain = character
    .normalize("NFKC")
    .replace(/[→➔➜]/, "->")
    .replace("⇒", "=>")
    .replace(/[\u2010-\u2012]/, "-");
  return DRAWN.test(plain) ? plain : `[${nameOf(character)}]`;
}

/** The same data, every text of it fit for paper. */
export const onPaper = mapTexts((text) =>
  DRAWN.test(text)
    ? text
    : [...text].map((character) => (DRAWN.test(character) ? character : writtenOut(character))).join(""),
);

/** What holds no text to set: styles, scripts, the title, drawings; then each tag. */
const APART = /<(style|script|title|svg)\b[\s\S]*?<\/\1>|<[^>]*>/g;
/** Before a file's extension it may be of the file's name, which is shown as it is written. */
const ORDINAL = /(?<![\p{L}\p{N}])(\d{1,2})(ers?|es?)(?![\p{L}\p{N}])(?![\s\S]*\.[a-z]{2,4}(?![\p{L}\p{N}]))/gu;

const raise = (text: string): string => text.replace(ORDINAL, "$1<sup>$2</sup>");

/** "<p>3e trimestre</p>" => "<p>3<sup>e</sup> trimestre</p>" */
export function withExponents(html: string): string {
  let at = 0;
  let set = "";
  for (const { 0: apart, index } of html.matchAll(APART)) {
    set += raise(html.slice(at, index)) + apart;
    at = index + apart.length;
  }
  return set + raise(html.slice(at));
}

/** "Cambriolages de logement" => "Cambriolages de logement :"; words that end with punctuation stay as they are. */
export const leadIn = (lead: string): string => (/[.:;!?…]$/.test(lead) ? lead : `${lead}${NBSP}:`);

interface Head {
  readonly label: string;
  readonly kind: TableColumn["kind"] | "group";
  readonly scope: "col" | "colgroup";
  readonly colspan: number;
  readonly rowspan: number;
  /** First column of a group: a little white stands before it. */
  readonly first: boolean;
  /** Index of the column that is sorted when the head is pressed; null for a group or a column of drawings. */
  readonly column: number | null;
}

/** Does each column open a group, or words after figures? Its cells stand a little apart from those before. */
export const groupStarts = (columns: readonly TableColumn[]): readonly boolean[] =>
  columns.map((column, i) => {
    const before = columns[i - 1];
    if (!before) return false;
    return column.group !== before.group || (column.kind === "text" && before.kind === "number");
  });

/** One row when no column has a group; otherwise two, columns without a group spanning both. */
export function headRows(columns: readonly TableColumn[]): readonly (readonly Head[])[] {
  const first = groupStarts(columns);
  const headOf = (column: TableColumn, i: number, rowspan: number): Head => ({
    label: column.label,
    kind: column.kind,
    scope: "col",
    colspan: 1,
    rowspan,
    first: first[i] ?? false,
    column: column.kind === "sparkline" ? null : i,
  });
  if (columns.every((column) => column.group === undefined)) return [columns.map((column, i) => headOf(column, i, 1))];
  const upper: Head[] = [];
  columns.forEach((column, i) => {
    const group = column.group;
    if (group === undefined) upper.push(headOf(column, i, 2));
    else if (columns[i - 1]?.group !== group) {
      const end = columns.findIndex((other, j) => j > i && other.group !== group);
      const colspan = (end === -1 ? columns.length : end) - i;
      upper.push({ label: group, kind: "group", scope: "colgroup", colspan, rowspan: 1, first: i > 0, column: null });
    }
  });
  const lower = columns.flatMap((column, i) => (column.group === undefined ? [] : [headOf(column, i, 1)]));
  return [upper, lower];
}
