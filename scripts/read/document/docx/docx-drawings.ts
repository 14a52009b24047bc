/** Drawings of a .docx: text boxes, which are read, and pictures, which may stand for a text or lie on it. ECMA-376 part 1, 20.4. */
import type { Beside } from "../../../model/grid.ts";
import { descendants, elementsIn, findChild, type XmlElement } from "../../container/xml.ts";
import { isTrue } from "./docx-values.ts";

/** What a picture shows or hides where it stands; `liesOnText`: no text runs around it, anywhere on its page. */
export function pictureOf(drawing: XmlElement): { readonly beside: Beside | null; readonly liesOnText: boolean } {
  const anchor = descendants(drawing, "wp:anchor")[0];
  const floats = anchor ? !isTrue(anchor.attributes.behindDoc) : floatsInVml(drawing);
  if (floats)
    return { beside: { kind: "covered", text: "" }, liesOnText: anchor ? isBeforeText(anchor) : isShapeInVml(drawing) };
  const stands = !anchor && !isBehindInVml(drawing);
  const text = descendants(drawing, "wp:docPr")[0]?.attributes.descr ?? "";
  return { beside: stands ? { kind: "other", text } : null, liesOnText: false };
}

/** In EMU, 5 cm: a smaller picture is a logo. */
const LARGEST_LOGO = 1_800_000;

/** No text runs around it: it lies on the text, unless it is a small picture. */
function isBeforeText(anchor: XmlElement): boolean {
  const { cx, cy } = findChild(anchor, "wp:extent")?.attributes ?? {};
  const isLogo = descendants(anchor, "pic:pic").length > 0 && Math.max(Number(cx), Number(cy)) <= LARGEST_LOGO;
  return (
    !isLogo &&
    ["wp:wrapSquare", "wp:wrapTight", "wp:wrapThrough", "wp:wrapTopAndBottom"].every((wrap) => !findChild(anchor, wrap))
  );
}

const vmlStyles = (drawing: XmlElement): readonly string[] =>
  ["v:shape", "v:rect", "v:line", "v:oval", "v:roundrect", "v:group"].flatMap((name) =>
    descendants(drawing, name).map((shape) => shape.attributes.style ?? ""),
  );
const floatsInVml = (drawing: XmlElement): boolean =>
  vmlStyles(drawing).some((style) => /position:\s*absolute/i.test(style) && !/z-index:\s*-/i.test(style));
/** No picture, and no text runs around it. */
const isShapeInVml = (drawing: XmlElement): boolean =>
  descendants(drawing, "v:imagedata").length === 0 && descendants(drawing, "w10:wrap").length === 0;
const isBehindInVml = (drawing: XmlElement): boolean =>
  vmlStyles(drawing).some((style) => /position:\s*absolute/i.test(style));

/** w:txbxContent at any depth below a drawing, of the preferred choice only. */
export function textBoxes(drawing: XmlElement): readonly XmlElement[] {
  if (drawing.name === "w:txbxContent") return [drawing];
  return elementsIn(drawing).flatMap((child) => (child.name === "mc:Fallback" ? [] : textBoxes(child)));
}
