/** Alternatives of which a program takes one, another program another (mc:AlternateContent): one rule for all parts. ECMA-376 part 3. */
import { childrenOf, findChild, textIn, type XmlElement } from "./xml.ts";

/** Extensions that Word or Excel knows: it takes the choice that asks for them, not what stands there for older programs. */
const KNOWN = /^(?:w1\w*|x1[2-6]\w*|xr\d*|xdr14|wp[sgci]|wp1\d|[ac]14|cx\d*|am3d|aink|ma|v|o|w10|wne|m|pic|r)$/;

/**
 * What is read of an alternative: the first choice that Office knows, else what stands for other programs. Not sure: both hold a text, and
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
  const texts = [choice, fallback].map((one) => textIn(one, "w:t").trim());
  return { element, isSure: texts.includes("") || texts[0] === texts[1] };
}

/** The element with what is chosen in place of its alternatives: fonts are told by their rank in a list, which one may be part of. */
export const withChoices = (element: XmlElement): XmlElement => ({
  ...element,
  children: element.children.flatMap((child): XmlElement["children"] => {
    if (typeof child === "string") return [child];
    if (child.name !== "mc:AlternateContent") return [withChoices(child)];
    const { element: chosen } = chosenOf(child);
    return chosen ? withChoices(chosen).children : [];
  }),
});
