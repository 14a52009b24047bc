/** Elements of other programs in a .docx, which Word does not know. ECMA-376 part 3. */
import type { Beside } from "../../../model/grid.ts";
import { elementsIn, textIn, type XmlElement } from "../../container/xml.ts";

/**
 * What an element of another program holds: Word leaves it out (mc:Ignorable), shows what is in it (mc:ProcessContent), or refuses the
 * file, and other programs do otherwise.
 */
export const foreignText = (element: XmlElement): readonly Beside[] => {
  if (!element.name.startsWith("?:")) return [];
  const text = textIn(element, "w:t").trim();
  return text === "" ? [] : [{ kind: "unsure", text }];
};

/** The elements of other programs right below this one, not within those that only wrap. */
export const foreignTexts = (element: XmlElement): readonly Beside[] => elementsIn(element).flatMap(foreignText);
