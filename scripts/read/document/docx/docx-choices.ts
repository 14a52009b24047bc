/** What a .docx offers to other programs than Word, or holds of them: alternatives, and elements that Word does not know. ECMA-376 part 3. */
import type { Beside } from "../../../model/grid.ts";
import { descendants, ownText, type XmlElement } from "../../container/xml.ts";

/**
 * What an element of another program holds: Word leaves it out (mc:Ignorable), shows what is in it (mc:ProcessContent), or refuses the
 * file, and other programs do otherwise.
 */
export const foreignText = (element: XmlElement): readonly Beside[] => {
  if (!element.name.startsWith("?:")) return [];
  const text = descendants(element, "w:t").map(ownText).join("").trim();
  return text === "" ? [] : [{ kind: "unsure", text }];
};

/** The elements of other programs right below this one, not within those that only wrap. */
export const foreignTexts = ({ children }: XmlElement): readonly Beside[] =>
  children.flatMap((child) => (typeof child === "string" ? [] : foreignText(child)));

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
  const elements = alternative.children.filter((child) => typeof child !== "string");
  const choice = elements.find(
    ({ name, attributes }) =>
      name === "mc:Choice" && (attributes.Requires ?? "").split(/\s+/).every((one) => one === "" || KNOWN.test(one)),
  );
  const fallback = elements.find(({ name }) => name === "mc:Fallback");
  const element = choice ?? fallback;
  const texts = [choice, fallback].map((one) => (one ? descendants(one, "w:t").map(ownText).join("").trim() : ""));
  return { element, isSure: texts.includes("") || texts[0] === texts[1] };
}
