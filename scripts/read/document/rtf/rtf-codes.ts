/** Signs that RTF writes as words, and the code pages of its bytes. */

/** A word and its sign, by turns; the tab, the ends of line and the blanks apart. */
const SIGNS = "emdash — endash – bullet • lquote ‘ rquote ’ ldblquote “ rdblquote ” _ -".split(" ");
export const CHARACTERS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(SIGNS.flatMap((word, i) => (i % 2 === 0 ? [[word, SIGNS[i + 1]]] : []))),
  ...Object.fromEntries(["line", "lbr", "page", "column"].map((word) => [word, "\n"])),
  tab: "\t",
  "~": "\u00a0",
  emspace: "\u2003",
  enspace: "\u2002",
  qmspace: "\u2005",
};

export const WESTERN = "windows-1252";

/** \fcharset of a font => code page; null: the document's own. */
export const pageOfCharset = (charset: number): string | null =>
  charset === 77 ? "macintosh" : charset === 0 ? WESTERN : (WINDOWS.get(charset) ?? null);
const WINDOWS = new Map(
  [161, 162, 186, 204, 238].map((charset, i) => [charset, `windows-${[1253, 1254, 1257, 1251, 1250][i]}`]),
);

/** \ansicpg of the document => code page; undefined: none that is known. */
export function codePage(number: number): string | undefined {
  if ([1250, 1251, 1252, 1253, 1254, 1257].includes(number)) return `windows-${number}`;
  return { 10000: "macintosh", 28591: "latin1", 28605: "iso-8859-15", 65001: "utf-8" }[number];
}
