/**
 * Number formats of an .ods (OpenDocument 1.3 part 3, 16.29): a program shows a number by them, whatever the text stored with it. Only
 * whether they show the number itself is asked here.
 */
import { childrenOf, elementsIn, findChild, ownText, type XmlElement } from "../../container/xml.ts";
import { parseHexColour, type Rgb } from "../../contract/contrast.ts";
import { meets, parseComparison } from "../workbook/number-format.ts";

export interface DataStyle {
  readonly isPercent: boolean;
  readonly decimals: number;
  /** Does it show this number, and no other digit? undefined: that is not known. */
  readonly showsItself: (value: number) => boolean | undefined;
  /** The colour that it gives to this number; null: none of its own. */
  readonly ink: (value: number) => Rgb | null;
}

export interface DataStyles {
  readonly find: (name: string | undefined) => DataStyle | undefined;
}

const DIGITS = ["number:number", "number:scientific-number", "number:fraction"];

export function dataStyles(roots: readonly XmlElement[]): DataStyles {
  const elements = new Map<string, XmlElement>();
  for (const root of roots)
    for (const holder of ["office:styles", "office:automatic-styles"])
      for (const child of elementsIn(findChild(root, holder)))
        if (/^number:[a-z]+-style$/.test(child.name)) elements.set(child.attributes["style:name"] ?? "", child);
  /** The format that its conditions choose for a number: "value()>=0". */
  const chosen = (element: XmlElement, value: number): XmlElement | undefined => {
    for (const { attributes } of childrenOf(element, "style:map")) {
      const holds = holdsAgainst(attributes["style:condition"] ?? "", value);
      if (holds === undefined) return undefined;
      if (holds) return elements.get(attributes["style:apply-style-name"] ?? "");
    }
    return element;
  };
  return {
    find: (name) => {
      const element = name === undefined ? undefined : elements.get(name);
      if (!element) return undefined;
      return {
        isPercent: element.name === "number:percentage-style",
        decimals: Math.min(
          9,
          Number(findChild(element, "number:number")?.attributes["number:decimal-places"] ?? 0) || 0,
        ),
        showsItself: (value) => {
          const one = chosen(element, value);
          return one && (showsNumber(one) || isOfTexts(one) || (value === 0 && !hasDigits(one)));
        },
        ink: (value) => {
          const one = chosen(element, value);
          const text = findChild(one, "style:text-properties");
          return parseHexColour(text?.attributes["fo:color"]) ?? null;
        },
      };
    },
  };
}

/** "@": it shows what is in the cell as it is. */
const isOfTexts = (style: XmlElement): boolean =>
  childrenOf(style, "number:text-content").length > 0 && !/\d/.test(wordsOf(style));

/** A zero that is shown as a dash has no digits. */
const hasDigits = (style: XmlElement): boolean =>
  DIGITS.some((name) => childrenOf(style, name).length > 0) || /\d/.test(wordsOf(style));

const wordsOf = (style: XmlElement): string => childrenOf(style, "number:text").map(ownText).join("");

/** One number, whole, with no digit among its words. */
function showsNumber(style: XmlElement): boolean {
  const numbers = DIGITS.flatMap((name) => childrenOf(style, name));
  const [number] = numbers;
  if (!number || numbers.length > 1) return false;
  const factor = Number(number.attributes["number:display-factor"] ?? 1);
  const words = [
    ...childrenOf(style, "number:text"),
    ...childrenOf(number, "number:embedded-text"),
    ...childrenOf(style, "number:fill-character"),
  ];
  return factor === 1 && !words.some((word) => /\d/.test(ownText(word)));
}

/** A condition that needs no computing: "cell-content()>10", "value()>=0", ">10" (19.473). undefined: it would have to be computed. */
export function holdsAgainst(condition: string, value: number): boolean | undefined {
  const comparison = parseComparison(condition.trim().replace(/^(?:value|cell-content|cell_content)\(\)\s*/, ""));
  return comparison && meets(value, comparison);
}
