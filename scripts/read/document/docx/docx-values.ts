/** What elements of a .docx say by themselves: on or off (ECMA-376 part 1, 17.17.4), that they only wrap others, that their text is lent (17.5). */
import { findChild, type XmlElement } from "../../container/xml.ts";

/** `<w:sz w:val="20"/>` within the element, down the path of names => "20" */
export const valueIn = (element: XmlElement | undefined, ...path: readonly string[]): string | undefined =>
  findChild(element, ...path)?.attributes["w:val"];

/** A value that is on: not "0", "false" or "off". */
export const isTrue = (value: string | undefined): boolean =>
  value !== undefined && !["0", "false", "off", "none", "nil"].includes(value);

/** `<w:strike/>`, and not `<w:strike w:val="0"/>` */
export const isOn = (element: XmlElement | undefined): boolean =>
  element !== undefined && isTrue(element.attributes["w:val"] ?? "1");

/** Elements that only wrap blocks, rows, cells or runs. */
export const WRAPPERS: ReadonlySet<string> = new Set([
  "w:sdt",
  "w:sdtContent",
  "w:ins",
  "w:moveTo",
  "w:customXml",
  "w:smartTag",
  "w:dir",
]);

/** A content control whose text is not its own: it comes from another part of the file when Word opens it, or asks for one. */
export const isLent = (element: XmlElement): boolean => {
  const properties = element.name === "w:sdt" ? findChild(element, "w:sdtPr") : undefined;
  return (
    isOn(findChild(properties, "w:showingPlcHdr")) ||
    ["w:dataBinding", "w15:dataBinding"].some((binding) => findChild(properties, binding) !== undefined)
  );
};
