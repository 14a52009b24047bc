/**
 * The parts of an .xlsx or a .docx, found as their programs find them: from the package's relationships to its main part, from that one's
 * to the others (ECMA-376 part 2, 9.3), whatever their names. These are compared without regard to case; only the parts that are
 * read are inflated.
 */
import { damaged } from "../contract/reader.ts";
import { childrenOf, type Pieces, parseXml, type XmlElement } from "./xml.ts";
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
  /** Undefined: the part has none, and says nothing of it. */
  readonly relations: (part: string) => readonly Relation[] | undefined;
}

/** The parts of one file. */
export interface Package extends Links {
  /** The root element; undefined when the part is absent. */
  readonly parse: (part: string, pieces?: Pieces) => XmlElement | undefined;
  /** As it is written: a part that need not be XML; "" when it is absent. */
  readonly text: (part: string) => string;
}

const RELATIONSHIPS = { "http://schemas.openxmlformats.org/package/2006/relationships": "rel" } as const;

/** `wanted`: names of the parts that are to be read. @throws {NotRead} */
export function openPackage(
  bytes: Uint8Array,
  prefixes: Readonly<Record<string, string>>,
  wanted: (links: Links) => Iterable<string>,
): Package {
  const linked = openNamed(bytes, (part) => part.endsWith(".rels"));
  const relations = (part: string): readonly Relation[] | undefined => {
    const folder = folderOf(part);
    const links = `${folder}_rels/${part.slice(folder.length)}.rels`;
    const written = linked.get(links);
    return (
      written &&
      childrenOf(parseXml(links, written, RELATIONSHIPS), "rel:Relationship").flatMap((one) => relationOf(one, folder))
    );
  };
  const chosen = new Set(wanted({ relations }));
  const members = openNamed(bytes, (part) => chosen.has(part));
  return {
    relations,
    parse: (part, pieces) => {
      const written = members.get(part);
      return written && parseXml(part, written, prefixes, pieces);
    },
    text: (part) => new TextDecoder().decode(members.get(part) ?? new Uint8Array()),
  };
}

/** Members by their names in small letters; two that differ by case only are one part twice. */
function openNamed(bytes: Uint8Array, wanted: (name: string) => boolean): ReadonlyMap<string, Uint8Array> {
  const members = openZip(bytes, (name) => wanted(partName(name)));
  const named = new Map([...members].map(([name, member]) => [partName(name), member]));
  return named.size === members.size ? named : damaged("deux parties du même nom");
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
