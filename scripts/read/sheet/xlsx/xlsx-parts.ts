/** The parts of an .xlsx: its workbook, what that one names, and what its sheets name. */
import { openPackage, type Package, type Relation } from "../../container/package.ts";
import { damaged } from "../../contract/reader.ts";

export const FORMAT = "un classeur Excel (.xlsx)";

const OOXML = "http://schemas.openxmlformats.org";
const STRICT = "http://purl.oclc.org/ooxml";
const PREFIXES = {
  [`${OOXML}/spreadsheetml/2006/main`]: "x",
  [`${STRICT}/spreadsheetml/main`]: "x",
  [`${OOXML}/officeDocument/2006/relationships`]: "r",
  [`${STRICT}/officeDocument/relationships`]: "r",
  [`${OOXML}/drawingml/2006/spreadsheetDrawing`]: "xdr",
  [`${STRICT}/drawingml/spreadsheetDrawing`]: "xdr",
  [`${OOXML}/drawingml/2006/main`]: "a",
  [`${STRICT}/drawingml/main`]: "a",
  [`${OOXML}/markup-compatibility/2006`]: "mc",
  "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main": "x14",
  "http://schemas.microsoft.com/office/excel/2006/main": "xm",
} as const;

export interface Parts extends Omit<Package, "relations"> {
  readonly workbook: string;
  /** What the file says of the program that saved it; "" where it says nothing. */
  readonly properties: string;
  readonly relations: (part: string) => readonly Relation[];
}

/** Types of the parts that are read, beside the workbook's own sheets. */
const READ = [
  "sharedStrings",
  "styles",
  "theme",
  "worksheet",
  "comments",
  "drawing",
  "table",
  "vmlDrawing",
  "pivotCacheDefinition",
];

/** @throws {NotRead} */
export function openParts(bytes: Uint8Array): Parts {
  const opened = openPackage(bytes, PREFIXES, ({ relations }) => {
    const workbook = workbookOf({ relations });
    if (workbook === undefined) return [];
    const own = relations(workbook) ?? [];
    const ofSheets = own.filter(({ type }) => type === "worksheet").flatMap(({ target }) => relations(target) ?? []);
    const read = [...own, ...ofSheets].filter(({ type }) => READ.includes(type));
    return [workbook, propertiesOf({ relations }), ...read.map(({ target }) => target)];
  });
  const workbook = workbookOf(opened) ?? damaged("_rels/.rels, un classeur et un seul y est attendu");
  const properties = opened.text(propertiesOf(opened));
  return { ...opened, workbook, properties, relations: (part) => opened.relations(part) ?? [] };
}

const propertiesOf = ({ relations }: Pick<Package, "relations">): string =>
  (relations("") ?? []).find(({ type }) => type === "extended-properties")?.target ?? "";

function workbookOf({ relations }: Pick<Package, "relations">): string | undefined {
  const [main, ...others] = (relations("") ?? []).filter(({ type }) => type === "officeDocument");
  return others.length === 0 ? main?.target : undefined;
}

/** "1", "true", or no value at all. */
export const isOn = (value: string | undefined): boolean => value === undefined || value === "1" || value === "true";
export const isSet = (value: string | undefined): boolean => value !== undefined && isOn(value);
