/** What a .docx offers to other programs than Word, or holds of them: alternatives, and elements that Word does not know. ECMA-376 part 3. */
import type { Beside } from "../../../model/grid.ts";
import { childrenOf, descendants, elementsIn, findChild, ownText, type XmlElement } from "../../container/xml.ts";

const textIn = (element: XmlElement | undefined): string => descendants(element, "w:t").map(ownText).join("").trim();

/**
 * What an element of another program holds: Word leaves it out (mc:Ignorable), shows what is in it (mc:ProcessContent), or refuses the
 * file, and other programs do otherwise.
 */
export const foreignText = (element: XmlElement): readonly Beside[] => {
  if (!element.name.startsWith("?:")) return [];
  const text = textIn(element);
  return text === "" ? [] : [{ kind: "unsure", text }];
};

/** The elements of other programs right below this one, not within those that only wrap. */
export const foreignTexts = (element: XmlElement): readonly Beside[] => elementsIn(element).flatMap(foreignText);

/** Extensions that Word knows: it takes the choice that asks for them, not what stands there for older programs. */
const KNOWN = /^(?:w1\w*|wp[sgci]|wp1\d|[ac]14|cx\d*|am3d|aink|ma|v|o|w10|wne|m|pic|r)$/;

/**
 * What is read of an alternative: the first choice that Word knows, else what stands for other programs. Not sure: both hold a text, and
 * not the same.
 */
export function chosenOf(alternative: XmlElement): {
  readonly element: XmlElement | undefined;
  readonly isSure: boolean;
} {
  const choice = childrenOf(alternative, "mc:Choice").find(({ attributes }) =>
    (attributes.Requires ?? "").split(/\s+/).every((one) => one === "" || KNOWN.test(one)),
  );
  const fallback = findChild(alternative, "mc:Fallback");
  const element = choice ?? fallback;
  const texts = [choice, fallback].map(textIn);
  return { element, isSure: texts.includes("") || texts[0] === texts[1] };
}
