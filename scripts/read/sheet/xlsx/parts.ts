/**
 * The parts of an .xlsx, found as Excel finds them: from the package's relationships to the workbook, from the workbook's to its sheets
 * (ECMA-376 part 2, 9.3). Names of parts are compared without regard to case; only the parts that are read are inflated.
 */
import type { SourceFile } from "../../../model/grid.ts";
import type { Issue } from "../../../model/issue.ts";
import { childrenOf, type Pieces, parseXml, type XmlElement } from "../../container/xml.ts";
import { partIssue } from "../../container/xml-parts.ts";
import { openZip } from "../../container/zip.ts";
import { unreadable } from "../../contract/reader.ts";

export const FORMAT = "un classeur Excel (.xlsx)";

const OOXML = "http://schemas.openxmlformats.org";
const STRICT = "http://purl.oclc.org/ooxml";
const PREFIXES = {
  [`${OOXML}/spreadsheetml/2006/main`]: "x",
  [`${STRICT}/spreadsheetml/main`]: "x",
  [`${OOXML}/officeDocument/2006/relationships`]: "r",
  [`${STRICT}/officeDocument/relationships`]: "r",
  [`${OOXML}/package/2006/relationships`]: "package",
  [`${OOXML}/drawingml/2006/spreadsheetDrawing`]: "xdr",
  [`${STRICT}/drawingml/spreadsheetDrawing`]: "xdr",
  [`${OOXML}/drawingml/2006/main`]: "a",
  [`${STRICT}/drawingml/main`]: "a",
  [`${OOXML}/markup-compatibility/2006`]: "mc",
  "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main": "x14",
  "http://schemas.microsoft.com/office/excel/2006/main": "xm",
} as const;

interface Relation {
  readonly id: string;
  /** Last word of its type: "worksheet", "sharedStrings". */
  readonly type: string;
  /** Name of the part, in small letters: "xl/worksheets/sheet1.xml". */
  readonly target: string;
}

/** The parts of one file. What is wrong with one goes to `faults`, and refuses the file. */
export interface Parts {
  readonly workbook: string;
  readonly relations: (part: string) => readonly Relation[];
  /** The root element; undefined when the part is absent, or damaged: that is told. */
  readonly parse: (part: string, pieces?: Pieces) => XmlElement | undefined;
  /** As it is written: a part that need not be XML; "" when it is absent. */
  readonly text: (part: string) => string;
  readonly damaged: (part: string, words: string) => void;
  readonly faults: readonly Issue[];
}

/** Types of the parts that are read, beside the workbook's own sheets. */
const READ = [
  "sharedStrings",
  "styles",
  "theme",
  "worksheet",
  "drawing",
  "table",
  "vmlDrawing",
  "pivotTable",
  "pivotCacheDefinition",
];

export function openParts(file: SourceFile): Parts | { readonly issue: Issue } {
  const links = openNamed(file, (name) => name.endsWith(".rels"));
  if ("issue" in links) return links;
  const faults: Issue[] = [];
  const damaged = (part: string, words: string): void => {
    faults.push(unreadable(file, FORMAT, `${part}, ${words}`));
  };
  const parse = (members: ReadonlyMap<string, Uint8Array>, part: string, pieces?: Pieces): XmlElement | undefined => {
    const bytes = members.get(part);
    const xml = bytes && parseXml(bytes, PREFIXES, pieces);
    if (xml && !xml.ok) faults.push(partIssue(file, FORMAT, part, xml));
    return xml?.ok ? xml.root : undefined;
  };
  const relations = (part: string): readonly Relation[] => {
    const folder = part.slice(0, part.lastIndexOf("/") + 1);
    const root = parse(links, `${folder}_rels/${part.slice(folder.length)}.rels`);
    return childrenOf(root, "package:Relationship").flatMap((relation) => relationOf(relation, folder));
  };

  const [workbook, ...others] = relations("").filter(({ type }) => type === "officeDocument");
  if (!workbook || others.length > 0)
    return { issue: faults[0] ?? unreadable(file, FORMAT, "_rels/.rels, un classeur et un seul y est attendu") };
  const own = relations(workbook.target);
  const wanted = new Set([
    workbook.target,
    ...[...own, ...own.filter(({ type }) => type === "worksheet").flatMap(({ target }) => relations(target))]
      .filter(({ type }) => READ.includes(type))
      .map(({ target }) => target),
  ]);
  const members = openNamed(file, (name) => wanted.has(name));
  if ("issue" in members) return members;
  return {
    workbook: workbook.target,
    relations,
    parse: (part, pieces) => parse(members, part, pieces),
    text: (part) => new TextDecoder().decode(members.get(part) ?? new Uint8Array()),
    damaged,
    faults,
  };
}

/** Members by their names in small letters; two that differ by case only are one part twice. */
function openNamed(
  file: SourceFile,
  wanted: (name: string) => boolean,
): ReadonlyMap<string, Uint8Array> | { readonly issue: Issue } {
  const members = openZip(file, FORMAT, (name) => wanted(partName(name)));
  if ("issue" in members) return members;
  const named = new Map([...members].map(([name, bytes]) => [partName(name), bytes]));
  return named.size === members.size ? named : { issue: unreadable(file, FORMAT, "deux parties du même nom") };
}

/** "\\xl\\Workbook.xml" => "xl/workbook.xml" */
const partName = (name: string): string => name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();

function relationOf({ attributes }: XmlElement, folder: string): readonly Relation[] {
  const { Id: id = "", Type: type = "", Target: target = "", TargetMode: mode } = attributes;
  if (mode === "External") return [];
  return [{ id, type: type.slice(type.lastIndexOf("/") + 1), target: resolve(folder, target) }];
}

/** "xl/", "../media/a.png" => "media/a.png"; "/xl/a.xml" => "xl/a.xml" */
function resolve(folder: string, target: string): string {
  const path = target.startsWith("/") || target.startsWith("\\") ? target : `${folder}${target}`;
  const names: string[] = [];
  for (const name of partName(path).split("/"))
    if (name === "..") names.pop();
    else if (name !== "." && name !== "") names.push(name);
  return names.join("/");
}
