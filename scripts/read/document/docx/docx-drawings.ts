/** Drawings of a .docx: text boxes, which are read, and pictures, which may stand for a text or lie on it. ECMA-376 part 1, 20.4. */
import type { Beside } from "../../../model/grid.ts";
import { childrenOf, descendants, elementsIn, findChild, type XmlElement } from "../../container/xml.ts";
import { parseHexColour, WHITE } from "../../contract/contrast.ts";
import type { Ground } from "../ink.ts";
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

/** `ground`: what it has behind its text; undefined: nothing of its own. */
interface TextBox {
  readonly content: XmlElement;
  readonly ground: Ground | undefined;
}

/** At any depth below a drawing, of the preferred choice only. */
export function textBoxes(drawing: XmlElement, around?: Ground): readonly TextBox[] {
  if (drawing.name === "w:txbxContent") return [{ content: drawing, ground: around }];
  const ground = FILLED.has(drawing.name) ? fillOf(drawing) : around;
  return elementsIn(drawing).flatMap((child) => (child.name === "mc:Fallback" ? [] : textBoxes(child, ground)));
}

const FILLED: ReadonlySet<string> = new Set(["wps:wsp", "v:shape", "v:rect", "v:roundrect", "v:oval"]);

/** What a shape is filled with; null: it cannot be told. */
function fillOf(shape: XmlElement): Ground | undefined {
  if (shape.name !== "wps:wsp") {
    const { filled, fillcolor = "#ffffff" } = shape.attributes;
    if (/^f/.test(filled ?? "")) return undefined;
    const isPlain = childrenOf(shape, "v:fill").every(({ attributes: { type = "solid" } }) => type === "solid");
    const [word = ""] = fillcolor.split(" "); // "white [3212]"
    return (isPlain && parseHexColour(NAMED[word] ?? word)) || null;
  }
  const properties = findChild(shape, "wps:spPr");
  const solid = findChild(properties, "a:solidFill");
  if (solid) {
    const [colour] = elementsIn(solid);
    if (/^(?:bg1|lt1)$/.test(colour?.attributes.val ?? "")) return WHITE;
    return (
      (colour?.name === "a:srgbClr" && elementsIn(colour).length === 0 && parseHexColour(colour.attributes.val)) || null
    );
  }
  const isFilled = ["a:gradFill", "a:blipFill", "a:pattFill", "a:grpFill"].some((name) => findChild(properties, name));
  const ofTheme = findChild(shape, "wps:style", "a:fillRef")?.attributes.idx ?? "0";
  return isFilled || (ofTheme !== "0" && !findChild(properties, "a:noFill")) ? null : undefined;
}

const NAMED: Readonly<Record<string, string>> = { white: "#ffffff", black: "#000000", window: "#ffffff" };
