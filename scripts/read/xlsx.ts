/**
 * .xlsx (and .xlsm): the zip is opened within its limits, each sheet is verified, then SheetJS reads it. SheetJS
 * finds its way through broken XML without a word ("12x" gives 12, a lost "</c>" loses a cell): so the XML is verified first.
 */
import { zipSync } from "fflate";
import type { Grid, SourceFile } from "../model/grid.ts";
import type { Issue, Result } from "../model/issue.ts";
import { tooDeep } from "./limits.ts";
import { refused, unreadable } from "./reader.ts";
import { readWorkbook } from "./spreadsheet.ts";
import { descendants, findChild, parseXml, type XmlElement } from "./xml.ts";
import { openZip } from "./zip.ts";

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
  for (const [name, bytes] of members) {
    if (!/\.(xml|rels)$/i.test(name)) continue;
    const issue = verify(file, name, bytes);
    if (issue) return refused(issue);
  }
  // Stored, not compressed again: SheetJS takes a zip.
  const repacked = zipSync(Object.fromEntries(members), { level: 0 });
  return readWorkbook(file, repacked, FORMAT);
}

/** Well-formed; and in a sheet, each numeric cell holds a number, each shared text and style exists as a whole number. */
function verify(file: SourceFile, name: string, bytes: Uint8Array): Issue | undefined {
  const xml = parseXml(bytes, PREFIXES);
  if (!xml.ok)
    return xml.reason === "malformed" ? unreadable(file, FORMAT, `${name} : ${xml.words}`) : tooDeep(file.path);
  if (!name.startsWith("xl/worksheets/")) return undefined;
  const link = descendants(xml.root, "x:hyperlink").find((l) => areaOf(l.attributes.ref ?? "") > MAX_LINK_CELLS);
  if (link) return unreadable(file, FORMAT, `${name} : lien sur ${link.attributes.ref}`);
  const places = new Set<string>();
  for (const cell of descendants(xml.root, "x:c")) {
    const problem = problemOf(cell, places);
    if (problem) return unreadable(file, FORMAT, `${name}, cellule ${cell.attributes.r ?? "sans nom"} : ${problem}`);
  }
  return undefined;
}

/** SheetJS writes a link into each cell of its range: one on the whole sheet would take all the memory. */
const MAX_LINK_CELLS = 10_000;

/** Cells of a range: "A1:C2" => 6, "A1" => 1; an unknown form counts as one. */
function areaOf(range: string): number {
  const [, left = "", top, right = "", bottom] = /^\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$/.exec(range) ?? [];
  const column = (letters: string): number => [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);
  return top && bottom ? (column(right) - column(left) + 1) * (Number(bottom) - Number(top) + 1) : 1;
}

function problemOf(cell: XmlElement, places: Set<string>): string | undefined {
  const place = cell.attributes.r;
  if (place !== undefined) {
    if (!/^[A-Z]{1,3}[1-9]\d{0,6}$/.test(place)) return "adresse impossible";
    if (places.has(place)) return "deux fois dans la feuille";
    places.add(place);
  }
  const value = findChild(cell, "x:v")?.children.join("").trim() ?? "";
  if (value === "") return undefined;
  const type = cell.attributes.t ?? "n";
  if (type === "n" && !/^[+-]?(\d+(\.\d*)?|\.\d+)(E[+-]?\d+)?$/i.test(value))
    return `nombre impossible « ${value.slice(0, 40)} »`;
  if (type === "s" && !/^\d+$/.test(value)) return "texte partagé introuvable";
  if (!["n", "s", "str", "b", "e", "d", "inlineStr"].includes(type)) return `type inconnu « ${type.slice(0, 40)} »`;
  return undefined;
}
