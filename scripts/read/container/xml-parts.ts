/** The XML parts of a zipped document (.docx, .odt, .ods) -> their trees, within the limits. */
import type { SourceFile } from "../../model/grid.ts";
import type { Issue } from "../../model/issue.ts";
import { tooDeep, tooManyElements } from "../contract/limits.ts";
import { unreadable } from "../contract/reader.ts";
import { MAX_XML_ELEMENTS, parseXml, type XmlElement, type XmlFault } from "./xml.ts";
import { openZip } from "./zip.ts";

/** Root elements by the parts' names, in the order of the zip. One part that is not well-formed refuses the whole file. */
export function openXmlParts(
  file: SourceFile,
  format: string,
  wanted: (name: string) => boolean,
  prefixes: Readonly<Record<string, string>>,
): ReadonlyMap<string, XmlElement> | { readonly issue: Issue } {
  const members = openZip(file, format, wanted);
  if ("issue" in members) return members;
  const roots = new Map<string, XmlElement>();
  for (const [name, bytes] of members) {
    const xml = parseXml(bytes, prefixes);
    if (!xml.ok) return { issue: partIssue(file, format, name, xml) };
    roots.set(name, xml.root);
  }
  return roots;
}

/** What is wrong with one part, told of the whole file. */
export function partIssue(file: SourceFile, format: string, name: string, { reason, words }: XmlFault): Issue {
  switch (reason) {
    case "malformed":
      return unreadable(file, format, `${name} : ${words}`);
    case "too-many":
      return tooManyElements(file.path, name, MAX_XML_ELEMENTS);
    case "too-deep":
      return tooDeep(file.path);
  }
}
