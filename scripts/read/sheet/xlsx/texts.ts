/** Shared and inline texts of an .xlsx: one text, or runs each with its own look (ECMA-376 part 1, 18.4.8). */
import { childrenOf, elementsIn, findChild, ownText, type XmlElement } from "../../container/xml.ts";
import type { Run } from "../workbook/workbook.ts";
import type { Styles } from "./styles.ts";

/** Signs that XML cannot hold: "_x000D_" (ECMA-376 part 1, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** undefined: more than one text where there is one, or parts of which programs choose one. */
export function readRuns(holder: XmlElement, styles: Styles): readonly Run[] | undefined {
  const texts = childrenOf(holder, "x:t");
  const runs = childrenOf(holder, "x:r");
  const isOdd = [holder, ...runs].some(
    (element) => childrenOf(element, "mc:AlternateContent").length > 0 || childrenOf(element, "x:t").length > 1,
  );
  if (isOdd || (texts.length > 0 && runs.length > 0)) return undefined;
  const all = [...texts, ...runs.flatMap((run) => childrenOf(run, "x:t"))];
  if (all.some((text) => elementsIn(text).length > 0)) return undefined;
  // Phonetic readings (rPh) are shown above, in small: they are not the text.
  return [
    ...texts.map((text) => ({ text: unescaped(ownText(text)), font: null })),
    ...runs.map((run) => {
      const properties = findChild(run, "x:rPr");
      return { text: unescaped(ownText(findChild(run, "x:t"))), font: properties ? styles.run(properties) : null };
    }),
  ];
}
