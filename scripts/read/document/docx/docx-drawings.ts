/** Drawings of a .docx: text boxes, which are read, and pictures, which may stand for a text or lie on it. ECMA-376 part 1, 20.4. */
import { descendants, elementsIn, findChild, type XmlElement } from "../../container/xml.ts";
import { isTrue } from "./docx-values.ts";

/** In EMU, 5 cm: a smaller picture is a logo. */
const LARGEST_LOGO = 1_800_000;

const vmlStyles = (drawing: XmlElement): readonly string[] =>
  ["v:shape", "v:rect", "v:line", "v:oval", "v:roundrect", "v:group"].flatMap((name) =>
    descendants(drawing, name).map((shape) => shape.attributes.style ?? ""),
  );

/**
 * How a drawing stands: in the line, behind the text, beside it (the text runs around it, or it is a logo), or over it, where it may
 * hide any text of its page.
 */
export function standingOf(drawing: XmlElement): "line" | "behind" | "beside" | "over" {
  const [anchor] = descendants(drawing, "wp:anchor");
  const [inline] = descendants(drawing, "wp:inline");
  if (inline && !anchor) return "line";
  if (!anchor) {
    const floating = vmlStyles(drawing).filter((style) => /position:\s*absolute/i.test(style));
    if (floating.length === 0) return "line";
    if (floating.every((style) => /z-index:\s*-/i.test(style))) return "behind";
    const isShape = descendants(drawing, "v:imagedata").length === 0 && descendants(drawing, "w10:wrap").length === 0;
    return isShape ? "over" : "beside";
  }
  if (isTrue(anchor.attributes.behindDoc)) return "behind";
  const { cx, cy } = findChild(anchor, "wp:extent")?.attributes ?? {};
  const isLogo = descendants(anchor, "pic:pic").length > 0 && Math.max(Number(cx), Number(cy)) <= LARGEST_LOGO;
  const wraps = ["wp:wrapSquare", "wp:wrapTight", "wp:wrapThrough", "wp:wrapTopAndBottom"];
  return isLogo || wraps.some((wrap) => findChild(anchor, wrap)) ? "beside" : "over";
}

/** Text boxes at any depth below a drawing; a text that is drawn along a path, as Word's watermarks are, is one of one line. */
export const textBoxes = (drawing: XmlElement): readonly XmlElement[] =>
  elementsIn(drawing).flatMap((child) => {
    if (child.name === "w:txbxContent") return [child];
    const drawn = child.name === "v:textpath" ? (child.attributes.string ?? "") : "";
    return drawn === "" ? textBoxes(child) : [boxOf(drawn)];
  });

const boxOf = (text: string): XmlElement =>
  ["w:t", "w:r", "w:p", "w:txbxContent"].reduce<XmlElement | string>(
    (child, name) => ({ name, attributes: {}, children: [child] }),
    text,
  ) as XmlElement;
