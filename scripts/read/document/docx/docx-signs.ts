/** What stands in place of letters in a .docx: signs by their codes (ECMA-376 part 1, 17.3.3.30), formulas (22.1). */
import { elementsIn, type XmlElement } from "../../container/xml.ts";

/** A sign by its code in its font: F032 in Arial is drawn as « 2 », 0x80 in Wingdings as a digit in a circle; an arrow is no text. */
export function mayBeDigit(char = ""): boolean {
  const code = Number.parseInt(char, 16);
  const low = code & 0xfff;
  return Number.isNaN(code) || (low >= 0x30 && low <= 0x39) || (low >= 0x80 && low <= 0x95);
}

/** A formula of plain runs is text like another; an exponent or a fraction is not. */
export const isPlainFormula = (element: XmlElement): boolean =>
  /^(?:m:(?:oMath|oMathPara|\w*Pr|r|t)|w:.*)$/.test(element.name) &&
  elementsIn(element).every((child) => /^m:.*Pr$/.test(child.name) || isPlainFormula(child));
