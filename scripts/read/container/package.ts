/**
 * The parts of an .xlsx or a .docx, found as their programs find them: from the package's relationships to its main part, from that one's
 * to the others (ECMA-376 part 2, 9.3), whatever their names. These are compared without regard to case; only the parts that are
 * read are inflated.
 */
import { posix } from "node:path";
import { damaged } from "../contract/reader.ts";
import { childrenOf, type Pieces, parseXml, type XmlElement } from "./xml.ts";
import { checkInflated, openZip } from "./zip.ts";

interface Relation {
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

/** @throws {NotRead} */
export function openPackage(bytes: Uint8Array): Package {
  const zip = openZip(bytes);
  const named = Map.groupBy(zip.names, partName);
  const nameOf = (part: string): string => {
    const [name = "", ...others] = named.get(part) ?? [];
    return others.length > 0 ? damaged(`${part}, deux parties du même nom`) : name;
  };
  const written = (part: string): Uint8Array | undefined => zip.member(nameOf(part));
  const parse = (part: string, pieces?: Pieces): XmlElement | undefined => {
    const content = written(part);
    return content && parseXml(part, content, PREFIXES, pieces);
  };
  const relations = (part: string): readonly Relation[] => {
    const folder = part.slice(0, part.lastIndexOf("/") + 1);
    const links = parse(`${folder}_rels/${part.slice(folder.length)}.rels`);
    return childrenOf(links, "rel:Relationship").flatMap((one) => relationOf(one, folder));
  };
  const [main, ...others] = relations("").filter(({ type }) => type === "officeDocument");
  if (!main || others.length > 0) return damaged("_rels/.rels, un document et un seul y est attendu");
  // Before any of them is read: a workbook of a hundred sheets is left aside at once.
  const parts = relations(main.target).filter(({ target }) => target.endsWith(".xml"));
  checkInflated(parts.reduce((total, { target }) => total + zip.sizeOf(nameOf(target)), 0));
  const text = (part: string): string => new TextDecoder().decode(written(part) ?? new Uint8Array());
  return { main: main.target, relations, parse, text };
}

/** "\\xl\\Workbook.xml" => "xl/workbook.xml" */
export const partName = (name: string): string => name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();

function relationOf({ attributes }: XmlElement, folder: string): readonly Relation[] {
  const { Id: id = "", Type: type = "", Target: target = "", TargetMode: mode } = attributes;
  if (mode === "External") return [];
  return [{ id, type: type.slice(type.lastIndexOf("/") + 1), target: resolve(folder, target) }];
}

/** "xl/", "../media/a.png" => "media/a.png"; "/xl/a.xml" => "xl/a.xml" */
const resolve = (folder: string, target: string): string =>
  posix.join("/", partName(/^[\\/]/.test(target) ? target : folder + target)).slice(1);
