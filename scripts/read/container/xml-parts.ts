/** The XML parts of a zipped OpenDocument -> their trees. */
import { parseXml, type XmlElement } from "./xml.ts";
import { openZip } from "./zip.ts";

/** Root elements by the parts' names, in the order of the zip. @throws {NotRead} */
export const openXmlParts = (
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  prefixes: Readonly<Record<string, string>>,
): ReadonlyMap<string, XmlElement> =>
  new Map([...openZip(bytes, wanted)].map(([name, part]) => [name, parseXml(name, part, prefixes)]));
