/**
 * Number formats of an .ods (OpenDocument 1.3 part 3, 16.29): a program shows a number by them, whatever the text stored with it. Only
 * whether they show the number itself is asked here, of the format and of all those that its conditions may choose.
 */
import { childrenOf, elementsIn, findChild, ownText, type XmlElement } from "../../container/xml.ts";
import { parseHexColour, type Rgb } from "../../contract/contrast.ts";

export interface DataStyle {
  readonly isPercent: boolean;
  readonly decimals: number;
  /** It shows the number, and no other digit. */
  readonly showsNumber: boolean;
  /** Colours that it may give. */
  readonly inks: readonly Rgb[];
}

const DIGITS = ["number:number", "number:scientific-number", "number:fraction"];

export function dataStyleOf(element: XmlElement, named: ReadonlyMap<string, XmlElement>): DataStyle {
  const chosen = childrenOf(element, "style:map").map(({ attributes }) =>
    named.get(attributes["style:apply-style-name"] ?? ""),
  );
  const all = [element, ...chosen].filter((one) => one !== undefined);
  const decimals = Number(findChild(element, "number:number")?.attributes["number:decimal-places"] ?? 0) || 0;
  return {
    isPercent: element.name === "number:percentage-style",
    decimals: Math.min(9, decimals),
    showsNumber: all.every(isPlain) && all.length === chosen.length + 1,
    inks: all
      .map((one) => parseHexColour(findChild(one, "style:text-properties")?.attributes["fo:color"]))
      .filter((ink) => ink !== undefined),
  };
}

/** One number, whole, with no digit among its words; "@", which shows what is in the cell as it is; a dash for a zero. */
function isPlain(style: XmlElement): boolean {
  const numbers = elementsIn(style).filter(({ name }) => DIGITS.includes(name));
  const words = [...elementsIn(style), ...numbers.flatMap(elementsIn)].filter(({ name }) =>
    /^number:(?:text|embedded-text|fill-character)$/.test(name),
  );
  if (words.some((word) => /\d/.test(ownText(word)))) return false;
  const [number] = numbers;
  if (number) return numbers.length === 1 && Number(number.attributes["number:display-factor"] ?? 1) === 1;
  const isOfTexts = childrenOf(style, "number:text-content").length > 0;
  return isOfTexts || /^[\s\p{Sc}]*[-\u2010-\u2015\u2212][\s\p{Sc}]*$/u.test(words.map(ownText).join(""));
}
