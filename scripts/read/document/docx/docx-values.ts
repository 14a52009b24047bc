/** The values of the elements of a .docx. ECMA-376 part 1, 17.17.4 (on or off). */
import { findChild, type XmlElement } from "../../container/xml.ts";

/** `<w:sz w:val="20"/>` within the element, down the path of names => "20" */
export const valueIn = (element: XmlElement | undefined, ...path: readonly string[]): string | undefined =>
  findChild(element, ...path)?.attributes["w:val"];

/** A value that is on: not "0", "false" or "off". */
export const isTrue = (value: string | undefined): boolean =>
  value !== undefined && !["0", "false", "off"].includes(value);

/** `<w:strike/>` => true, `<w:strike w:val="0"/>` => false, nothing => undefined */
export const toggle = (element: XmlElement | undefined, ...path: readonly string[]): boolean | undefined => {
  const found = findChild(element, ...path);
  return found && isTrue(found.attributes["w:val"] ?? "1");
};
