/** What the rows and texts of an .xlsx may hold, and their texts: one, or runs each with its own look (ECMA-376 part 1, 18.3.1.4 and 18.4.8). */
import { childrenOf, elementsIn, findChild, ownText, type XmlElement } from "../../container/xml.ts";
import type { Run } from "../workbook/workbook.ts";
import type { Styles } from "./xlsx-styles.ts";

const TEXTS = /^(?:(?:x:t )?|(?:x:r )*)(?:x:rPh )*(?:x:phoneticPr )?$/;
/** By their elements, the names of those within, in order. */
const CONTENT: Readonly<Record<string, RegExp>> = {
  "x:row": /^(?:x:c )*(?:x:extLst )?$/,
  "x:c": /^(?:x:f )?(?:x:v |x:is )?(?:x:f )?(?:x:extLst )?$/,
  "x:v": /^$/,
  "x:is": TEXTS,
  "x:si": TEXTS,
  "x:r": /^(?:x:rPr )?(?:x:t )?$/,
  "x:t": /^$/,
};

/** false: it holds two values, parts of which one program takes one and another program another, or what no standard puts there. */
export function isOneReading(element: XmlElement): boolean {
  const content = CONTENT[element.name];
  if (!content) return true;
  const within = elementsIn(element);
  return content.test(within.map(({ name }) => `${name} `).join("")) && within.every(isOneReading);
}

/** Signs that XML cannot hold: "_x000D_" (ECMA-376 part 1, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Phonetic readings (rPh) are shown above, in small: they are not the text. */
export const readRuns = (holder: XmlElement, styles: Styles): readonly Run[] => [
  ...childrenOf(holder, "x:t").map((text) => ({ text: unescaped(ownText(text)) })),
  ...childrenOf(holder, "x:r").map((run) => {
    const properties = findChild(run, "x:rPr");
    return { text: unescaped(ownText(findChild(run, "x:t"))), look: properties && styles.run(properties) };
  }),
];
