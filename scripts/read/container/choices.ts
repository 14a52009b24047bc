/** Alternatives of which a program takes one, another program another (mc:AlternateContent): one rule for all parts. ECMA-376 part 3. */
import { childrenOf, findChild, textIn, type XmlElement } from "./xml.ts";

/** Extensions that Word or Excel knows: it takes the choice that asks for them, not what stands there for older programs. */
const KNOWN = /^(?:w1\w*|x1[2-6]\w*|xr\d*|xdr14|wp[sgci]|wp1\d|[ac]14|cx\d*|am3d|aink|ma|v|o|w10|wne|m|pic|r)$/;

/**
 * The element with what is read in place of its alternatives: the first choice that Office knows, else what stands for other programs. One
 * stays around what is chosen of it where both hold a text, and not the same: that is not sure.
 */
export const withChoices = (element: XmlElement): XmlElement => ({
  ...element,
  children: element.children.flatMap((child): XmlElement["children"] => {
    if (typeof child === "string") return [child];
    if (child.name !== "mc:AlternateContent") return [withChoices(child)];
    const choice = childrenOf(child, "mc:Choice").find(({ attributes }) =>
      (attributes.Requires ?? "").split(/\s+/).every((one) => one === "" || KNOWN.test(one)),
    );
    const fallback = findChild(child, "mc:Fallback");
    const texts = new Set([choice, fallback].map((one) => textIn(one, "w:t").trim()));
    const { children } = withChoices(choice ?? fallback ?? { ...child, children: [] });
    return texts.has("") || texts.size === 1 ? children : [{ ...child, children }];
  }),
});
