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

/** The parts of one file. */
export interface Package {
  /** The document or the workbook itself, whose name and folder may be any. */
  readonly main: string;
  readonly relations: (part: string) => readonly Relation[];
  /** The root element; undefined when the part is absent. */
  readonly parse: (part: string, pieces?: Pieces) => XmlElement | undefined;
  /** As it is written: a part that need not be XML; "" when it is absent. */
  readonly text: (part: string) => string;
}

const OFFICE = "http://schemas.openxmlformats.org";
const STRICT = "http://purl.oclc.org/ooxml";
const MICROSOFT = "http://schemas.microsoft.com/office";
/** Transitional and strict namespaces alike. */
const PREFIXES: Readonly<Record<string, string>> = {
  [`${OFFICE}/package/2006/relationships`]: "rel",
  [`${OFFICE}/markup-compatibility/2006`]: "mc",
  [`${MICROSOFT}/word/2010/wordml`]: "w14",
  [`${MICROSOFT}/word/2012/wordml`]: "w15",
  [`${MICROSOFT}/word/2010/wordprocessingShape`]: "wps",
  [`${MICROSOFT}/spreadsheetml/2009/9/main`]: "x", // what Excel 2010 adds to the elements of that name
  [`${MICROSOFT}/excel/2006/main`]: "xm",
  "urn:schemas-microsoft-com:office:word": "w10",
  "urn:schemas-microsoft-com:vml": "v",
  ...Object.fromEntries(
    Object.entries({
      wordprocessingml: "w",
      spreadsheetml: "x",
      "officeDocument/relationships": "r",
      "officeDocument/math": "m",
      drawingml: "a",
      "drawingml/wordprocessingDrawing": "wp",
      "drawingml/spreadsheetDrawing": "xdr",
      "drawingml/picture": "pic",
    }).flatMap(([name, prefix]) => {
      const [family = "", kind = "main"] = name.split("/");
      return [
        [`${OFFICE}/${family}/2006/${kind}`, prefix],
        [`${STRICT}/${family}/${kind}`, prefix],
      ];
    }),
  ),
};

/** `types`: of the parts that are to be read, which the main part names, or one of those. @throws {NotRead} */
export function openPackage(bytes: Uint8Array, types: readonly string[]): Package {
  const linked = openNamed(bytes, (part) => part.endsWith(".rels"));
  const relations = (part: string): readonly Relation[] => {
    const folder = part.slice(0, part.lastIndexOf("/") + 1);
    const links = `${folder}_rels/${part.slice(folder.length)}.rels`;
    const written = linked.get(links);
    if (!written) return [];
    const found = childrenOf(parseXml(links, written, PREFIXES), "rel:Relationship");
    return found.flatMap((one) => relationOf(one, folder));
  };
  const wanted = (part: string): readonly string[] =>
    relations(part).flatMap(({ type, target }) => (types.includes(type) ? [target] : []));
  const [main, ...others] = relations("").filter(({ type }) => type === "officeDocument");
  if (!main || others.length > 0) return damaged("_rels/.rels, un document et un seul y est attendu");
  const own = wanted(main.target);
  const chosen = new Set([main.target, ...wanted(""), ...own, ...own.flatMap(wanted)]);
  const members = openNamed(bytes, (part) => chosen.has(part));
  return {
    main: main.target,
    relations,
    parse: (part, pieces) => {
      const written = members.get(part);
      return written && parseXml(part, written, PREFIXES, pieces);
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
