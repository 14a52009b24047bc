/** What is drawn over the cells of an .xlsx: pictures, charts, shapes, comments, by the cells that anchor them (ECMA-376 part 1, 20.5). */
import { descendants, findChild, ownText, textIn, type XmlElement } from "../../container/xml.ts";
import { areaUnder, EVERYWHERE, edgeAt, type Sizes } from "../workbook/drawn-over.ts";
import type { Drawing } from "../workbook/workbook.ts";
import { isSet } from "./xlsx-values.ts";

const EMU_PER_POINT = 12_700;
const ANCHORS = ["xdr:twoCellAnchor", "xdr:oneCellAnchor", "xdr:absoluteAnchor", "x:anchor"];

/** The drawings of this part; the controls and objects of a sheet too. */
export const drawingsOf = (root: XmlElement, sizes: Sizes): readonly Drawing[] =>
  ANCHORS.flatMap((name) => descendants(root, name))
    .filter((anchor) => isShown(anchor))
    .map((anchor) => {
      const text = descendants(anchor, "a:p")
        .map((paragraph) => textIn(paragraph, "a:t"))
        .join("\n")
        .trim();
      return {
        area: leans(anchor)
          ? EVERYWHERE
          : areaUnder(...edgesOf(anchor, "row", sizes.height), ...edgesOf(anchor, "col", sizes.width)),
        isPicture: descendants(anchor, "xdr:pic").length > 0,
        text,
      };
    });

/** In 60 000ths of a degree. */
const leans = (anchor: XmlElement): boolean =>
  descendants(anchor, "a:xfrm").some(({ attributes }) => Number(attributes.rot ?? 0) % (90 * 60_000) !== 0);

/** A group is shown when a shape in it is. */
function isShown(anchor: XmlElement): boolean {
  const isHidden = ({ attributes }: XmlElement): boolean => isSet(attributes.hidden);
  const groups = descendants(anchor, "xdr:nvGrpSpPr").flatMap((own) => descendants(own, "xdr:cNvPr"));
  const shapes = descendants(anchor, "xdr:cNvPr").filter((own) => !groups.includes(own));
  return !groups.some(isHidden) && (shapes.length === 0 || !shapes.every(isHidden));
}

/** Where it begins and ends along the rows (or columns): by cells, by a cell and a length, or by lengths alone. */
function edgesOf(anchor: XmlElement, of: "row" | "col", sizeOf: (index: number) => number): [number, number] {
  const [x, length] = of === "row" ? ["y", "cy"] : ["x", "cx"];
  const [from, to] = [findChild(anchor, "xdr:from"), findChild(anchor, "xdr:to")];
  const numberIn = (marker: XmlElement, name: string): number => Number(ownText(findChild(marker, `xdr:${name}`))) || 0;
  const pointsIn = (name: string, attribute: string): number =>
    Number(findChild(anchor, name)?.attributes[attribute] ?? 0) / EMU_PER_POINT;
  const offsetIn = (marker: XmlElement): number => numberIn(marker, `${of}Off`) / EMU_PER_POINT;
  const [first, offset] = from ? [numberIn(from, of), offsetIn(from)] : [0, pointsIn("xdr:pos", x)];
  const [last, end] = to ? [numberIn(to, of), offsetIn(to)] : [first, offset + pointsIn("xdr:ext", length)];
  return [edgeAt(offset, sizeOf, first), edgeAt(end, sizeOf, last)];
}

/**
 * The comments that are always shown and the controls that Excel draws in VML ([MS-OI29500] 2.2.1), without regard to the rules of XML: this
 * part is taken apart by its tags. The arrow of a filter stands within its cell.
 */
export const vmlDrawingsOf = (text: string): readonly Drawing[] =>
  text
    .split(/<v:(?:shape|rect|oval|line|roundrect|image|polyline)\b/)
    .slice(1)
    .flatMap((shape): readonly Drawing[] => {
      const type = /<x:ClientData\s[^>]*ObjectType="(\w+)"/.exec(shape)?.[1];
      const anchor = /<x:Anchor>([\s\d,-]+)<\/x:Anchor>/.exec(shape)?.[1]?.split(",").map(Number);
      const isShut = type === "Note" && !/<x:Visible\b|visibility:\s*visible/.test(shape);
      if (type === undefined || type === "Drop" || isShut || anchor?.length !== 8) return [];
      const edge = (at: number, pixels: number): number => (anchor[at] ?? 0) + (anchor[at + 1] ?? 0) / pixels;
      const area = areaUnder(edge(2, 20), edge(6, 20), edge(0, 64), edge(4, 64));
      return [{ area, isPicture: type === "Pict", text: "" }];
    });
