/**
 * Number formats (OpenDocument 1.3 part 3, 16.29): a program shows a number by them, whatever the text stored with it. Only
 * whether they show the number itself is asked here, of the format and of all those that its conditions may choose.
 */
import { childrenOf, elementsIn, findChild, ownText, type XmlElement } from "../container/xml.ts";
import { parseHexColour } from "../contract/contrast.ts";
import { isInkSeen } from "../plain/rule.ts";

export interface DataStyle {
  readonly isPercent: boolean;
  /** It shows the number, in a colour that is seen on white, and no other digit. */
  readonly showsNumber: boolean;
}

const DIGITS = ["number:number", "number:scientific-number", "number:fraction"];

export function dataStyleOf(element: XmlElement, named: ReadonlyMap<string, XmlElement>): DataStyle {
  const chosen = childrenOf(element, "style:map").map(({ attributes }) =>
    named.get(attributes["style:apply-style-name"] ?? ""),
  );
  return {
    isPercent: element.name === "number:percentage-style",
    showsNumber: [element, ...chosen].every((one) => one !== undefined && isPlain(one) && isSeen(one)),
  };
}

const isSeen = (style: XmlElement): boolean =>
  isInkSeen({ ink: parseHexColour(findChild(style, "style:text-properties")?.attributes["fo:color"]) });

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
