/** Signs that RTF writes as words, and the code pages of its bytes. */

export const CHARACTERS: Readonly<Record<string, string>> = {
  tab: "\t",
  line: "\n",
  lbr: "\n",
  page: "\n",
  column: "\n",
  "~": "\u00a0",
  _: "-",
  emdash: "—",
  endash: "–",
  bullet: "•",
  emspace: "\u2003",
  enspace: "\u2002",
  qmspace: "\u2005",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
};

/** \fcharset of a font => code page; those not listed are read in the document's own. */
export const CHARSETS: Readonly<Record<number, string>> = {
  0: "windows-1252",
  77: "macintosh",
  161: "windows-1253",
  162: "windows-1254",
  186: "windows-1257",
  204: "windows-1251",
  238: "windows-1250",
};

/** \ansicpg of the document => code page. */
export const CODE_PAGES: Readonly<Record<number, string>> = {
  1250: "windows-1250",
  1251: "windows-1251",
  1252: "windows-1252",
  1253: "windows-1253",
  1254: "windows-1254",
  1257: "windows-1257",
  10000: "macintosh",
  28591: "latin1",
  28605: "iso-8859-15",
  65001: "utf-8",
};

export const WESTERN = "windows-1252";
