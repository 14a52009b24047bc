/** Drawings of an .odt: text boxes, which are read, and pictures, which may stand for a text or lie on it. OpenDocument 1.3 part 3, 10. */
import { descendants, elementsIn, type XmlElement } from "../../container/xml.ts";
import type { Surroundings } from "./odt-surroundings.ts";

/** What of a drawing holds a text: itself, or its boxes. */
export const boxesIn = (drawing: XmlElement): readonly XmlElement[] =>
  [drawing, ...descendants(drawing, "draw:text-box")].filter((box) =>
    elementsIn(box).some(({ name }) => /^(?:text:(?:p|h|list)|table:table)$/.test(name)),
  );

/** In the line, or with the text running around it; behind the text; or over it, where it may hide any text of its page. */
export function standingOf(drawing: XmlElement, { styles }: Surroundings): "line" | "behind" | "over" {
  const { "draw:style-name": style, "text:anchor-type": anchor } = drawing.attributes;
  const { values } = styles.style("graphic", style);
  if (anchor === "as-char") return "line";
  if (values["style:run-through"] === "background") return "behind";
  const isFrame = /^draw:(?:frame|a)$/.test(drawing.name) || boxesIn(drawing).length > 0;
  return !isFrame || values["style:wrap"] === "run-through" ? "over" : "line";
}
