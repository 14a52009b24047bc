/**
 * .xlsx (and .xlsm): the zip is opened within its limits, each sheet is verified, then SheetJS reads it. SheetJS
 * finds its way through broken XML without a word ("12x" gives 12, a lost "</c>" loses a cell): so the XML is verified first.
 */
import { zipSync } from "fflate";
import type { Grid, SourceFile } from "../../model/grid.ts";
import type { Issue, Result } from "../../model/issue.ts";
import { bufferOf } from "../container/views.ts";
import { scanXml, type XmlListener } from "../container/xml.ts";
import { partIssue } from "../container/xml-parts.ts";
import { openZip } from "../container/zip.ts";
import { refused, unreadable } from "../contract/reader.ts";
import { superscript } from "../document/document.ts";
import { readWorkbook } from "./spreadsheet.ts";

const FORMAT = "un classeur Excel (.xlsx)";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const MAIN_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const PREFIXES = { [MAIN]: "x", [MAIN_STRICT]: "x" } as const;

/** Macros, pictures, drawings, links, embedded files are left in the zip. */
const isWanted = (name: string): boolean =>
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/[^/]+\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/(work|chart|dialog|macro)sheets\/[^/]+\.xml)$/i.test(
    name,
  ) && !/vbaProject|calcChain/i.test(name);

export async function readXlsx(file: SourceFile): Promise<Result<readonly Grid[]>> {
  const members = openZip(file, FORMAT, isWanted);
  if ("issue" in members) return refused(members.issue);
  const repacked: Record<string, Uint8Array> = {};
  for (const [name, bytes] of members) {
    const isXml = /\.(xml|rels)$/i.test(name);
    const issue = isXml ? verify(file, name, bytes) : undefined;
    if (issue) return refused(issue);
    repacked[name] = /sharedStrings|worksheets/.test(name) ? raiseDigits(bytes) : bytes;
  }
  // Stored, not compressed again: SheetJS takes a zip.
  return readWorkbook(file, zipSync(repacked, { level: 0 }), FORMAT);
}

/**
 * SheetJS joins the runs of a rich text, and a figure with a raised note mark, "12" then "1", would be read 121: the digits of
 * raised runs are replaced by raised ones first, "12¹" (ECMA-376 part 1, 18.4.4 and 18.4.14).
 */
function raiseDigits(bytes: Uint8Array): Uint8Array {
  if (!bufferOf(bytes).includes("superscript")) return bytes;
  const raised = new TextDecoder()
    .decode(bytes)
    .replace(/<(?:\w+:)?r>[\s\S]*?<\/(?:\w+:)?r>/g, (run) =>
      /<(?:\w+:)?vertAlign\b[^>]*\bval\s*=\s*["']superscript/.test(run)
        ? run.replace(
            /(<(?:\w+:)?t(?:\s[^>]*)?>)([^<]*)/g,
            (_, tag: string, text: string) =>
              tag + text.replace(/&[^;]*;|\d/g, (sign) => (sign.startsWith("&") ? sign : superscript(sign))),
          )
        : run,
    );
  return new TextEncoder().encode(raised);
}

/** Well-formed; and in a sheet, each numeric cell holds a number, each shared text and style exists as a whole number. */
function verify(file: SourceFile, name: string, bytes: Uint8Array): Issue | undefined {
  const sheet = name.startsWith("xl/worksheets/") ? createSheetListener() : NO_LISTENER;
  const fault = scanXml(bytes, PREFIXES, sheet);
  if (fault) return partIssue(file, FORMAT, name, fault);
  return sheet.damages[0] ? unreadable(file, FORMAT, `${name}, ${sheet.damages[0]}`) : undefined;
}

interface SheetListener extends XmlListener {
  /** In words, as the cells came. */
  readonly damages: readonly string[];
}

const NO_LISTENER: SheetListener = {
  open: () => undefined,
  text: () => undefined,
  close: () => undefined,
  damages: [],
};

/** Looks at each cell as it ends: a sheet of 200 000 cells is never kept as a tree. */
function createSheetListener(): SheetListener {
  const damages: string[] = [];
  const places = new Set<string>();
  let cell: Cell | null = null;
  let below = 0; // elements open within the cell
  return {
    damages,
    open: (name, attributes) => {
      if (cell) {
        below += 1;
        const isValue = below === 1 && name === "x:v";
        if (name === "x:c") damages.push("cellule dans une cellule");
        else if (cell.isInValue || (isValue && cell.value !== null)) damages.push("cellule de plusieurs valeurs");
        else if (isValue) cell.value = "";
        cell.isInValue = isValue;
      } else if (name === "x:c") cell = { attributes, value: null, isInValue: false };
      else if (name === "x:hyperlink" && areaOf(attributes.ref ?? "") > MAX_LINK_CELLS)
        damages.push(`lien sur ${attributes.ref}`);
    },
    text: (piece) => {
      if (cell?.isInValue) cell.value += piece;
    },
    close: () => {
      if (!cell) return;
      cell.isInValue = false;
      below -= 1;
      if (below >= 0) return;
      const problem = problemOf(cell, places);
      if (problem) damages.push(`cellule ${cell.attributes.r ?? "sans nom"} : ${problem}`);
      cell = null;
      below = 0;
    },
  };
}

interface Cell {
  readonly attributes: Readonly<Record<string, string>>;
  /** Text of x:v; null without one. */
  value: string | null;
  isInValue: boolean;
}

/** SheetJS writes a link into each cell of its range: one on the whole sheet would take all the memory. */
const MAX_LINK_CELLS = 10_000;

/** Cells of a range: "A1:C2" => 6, "A1" => 1; an unknown form counts as one. */
function areaOf(range: string): number {
  const [, left = "", top, right = "", bottom] = /^\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$/.exec(range) ?? [];
  const column = (letters: string): number => [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);
  return top && bottom ? (column(right) - column(left) + 1) * (Number(bottom) - Number(top) + 1) : 1;
}

function problemOf({ attributes, value: text }: Cell, places: Set<string>): string | undefined {
  const place = attributes.r;
  if (place !== undefined) {
    if (!/^[A-Z]{1,3}[1-9]\d{0,6}$/.test(place)) return "adresse impossible";
    if (places.has(place)) return "deux fois dans la feuille";
    places.add(place);
  }
  const value = (text ?? "").trim();
  if (value === "") return undefined;
  const type = attributes.t ?? "n";
  if (type === "n" && !/^[+-]?(\d+(\.\d*)?|\.\d+)(E[+-]?\d+)?$/i.test(value))
    return `nombre impossible « ${value.slice(0, 40)} »`;
  if (type === "s" && !/^\d+$/.test(value)) return "texte partagé introuvable";
  if (!["n", "s", "str", "b", "e", "d", "inlineStr"].includes(type)) return `type inconnu « ${type.slice(0, 40)} »`;
  return undefined;
}
