/**
 * The parts of an .xlsx or a .docx, found as their programs find them: from the package's relationships to its main part, from that one's
 * to the others (ECMA-376 part 2, 9.3), whatever their names. These are compared without regard to case; only the parts that are
 * read are inflated.
 */
import type { SourceFile } from "../../model/grid.ts";
import type { Issue } from "../../model/issue.ts";
import { unreadable } from "../contract/reader.ts";
import { childrenOf, type Pieces, parseXml, type XmlElement } from "./xml.ts";
import { partIssue } from "./xml-parts.ts";
import { openZip } from "./zip.ts";

export interface Relation {
  readonly id: string;
  /** Last word of its type: "worksheet", "sharedStrings". */
  readonly type: string;
  /** Name of the part, in small letters: "xl/worksheets/sheet1.xml". */
  readonly target: string;
}

/** Of one file, before its parts are opened. */
export interface Links {
  /** Of all its members, in small letters, in the order of the zip. */
  readonly names: readonly string[];
  /** Undefined: the part has none, and says nothing of it. */
  readonly relations: (part: string) => readonly Relation[] | undefined;
}

/** The parts of one file. What is wrong with one goes to `faults`, and refuses the file. */
export interface Package extends Links {
  /** The root element; undefined when the part is absent, or damaged: that is told. */
  readonly parse: (part: string, pieces?: Pieces) => XmlElement | undefined;
  /** As it is written: a part that need not be XML; "" when it is absent. */
  readonly text: (part: string) => string;
  readonly damaged: (part: string, words: string) => void;
  readonly faults: readonly Issue[];
}

export interface PackageFormat {
  /** "un classeur Excel (.xlsx)" */
  readonly name: string;
  readonly prefixes: Readonly<Record<string, string>>;
}

const RELATIONSHIPS = { "http://schemas.openxmlformats.org/package/2006/relationships": "rel" } as const;

/** `wanted`: names of the parts that are to be read. */
export function openPackage(
  file: SourceFile,
  { name, prefixes }: PackageFormat,
  wanted: (links: Links) => Iterable<string>,
): Package | { readonly issue: Issue } {
  const names: string[] = [];
  const linked = openNamed(file, name, (part) => {
    names.push(part);
    return part.endsWith(".rels");
  });
  if ("issue" in linked) return linked;
  const faults: Issue[] = [];
  const parseOf = (members: ReadonlyMap<string, Uint8Array>, part: string, known = prefixes, pieces?: Pieces) => {
    const bytes = members.get(part);
    const xml = bytes && parseXml(bytes, known, pieces);
    if (xml && !xml.ok) faults.push(partIssue(file, name, part, xml));
    return xml?.ok ? xml.root : undefined;
  };
  const relations = (part: string): readonly Relation[] | undefined => {
    const folder = folderOf(part);
    const root = parseOf(linked, `${folder}_rels/${part.slice(folder.length)}.rels`, RELATIONSHIPS);
    return root && childrenOf(root, "rel:Relationship").flatMap((relation) => relationOf(relation, folder));
  };
  const chosen = new Set(wanted({ names, relations }));
  const [fault] = faults;
  if (fault) return { issue: fault };
  const members = openNamed(file, name, (part) => chosen.has(part));
  if ("issue" in members) return members;
  return {
    names,
    relations,
    parse: (part, pieces) => parseOf(members, part, prefixes, pieces),
    text: (part) => new TextDecoder().decode(members.get(part) ?? new Uint8Array()),
    damaged: (part, words) => void faults.push(unreadable(file, name, `${part}, ${words}`)),
    faults,
  };
}

/** Members by their names in small letters; two that differ by case only are one part twice. */
function openNamed(
  file: SourceFile,
  format: string,
  wanted: (name: string) => boolean,
): ReadonlyMap<string, Uint8Array> | { readonly issue: Issue } {
  const members = openZip(file, format, (name) => wanted(partName(name)));
  if ("issue" in members) return members;
  const named = new Map([...members].map(([name, bytes]) => [partName(name), bytes]));
  return named.size === members.size ? named : { issue: unreadable(file, format, "deux parties du même nom") };
}

/** "\\xl\\Workbook.xml" => "xl/workbook.xml" */
export const partName = (name: string): string => name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();

/** "word/document.xml" => "word/" */
export const folderOf = (part: string): string => part.slice(0, part.lastIndexOf("/") + 1);

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
