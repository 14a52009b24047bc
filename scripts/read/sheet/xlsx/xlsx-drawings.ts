/** What is drawn over the cells of an .xlsx: pictures, charts, shapes, comments, by the cells that anchor them (ECMA-376 part 1, 20.5). */
import { descendants, findChild, ownText, textIn, type XmlElement } from "../../container/xml.ts";
import { EVERYWHERE } from "../workbook/areas.ts";
import { areaAt, EDGE, lastOf, reached, type Sizes } from "../workbook/drawn-over.ts";
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
      const [[top, bottom], [left, right]] = [endsOf(anchor, "row", sizes.height), endsOf(anchor, "col", sizes.width)];
      const area = leans(anchor) ? EVERYWHERE : { top, left, bottom, right };
      return { area, isPicture: descendants(anchor, "xdr:pic").length > 0, text };
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

/** Its first and last row (or column): by cells, by a cell and a length, or by lengths alone. */
function endsOf(anchor: XmlElement, of: "row" | "col", sizeOf: (index: number) => number): [number, number] {
  const [from, to] = ["xdr:from", "xdr:to"].map((marker) => findChild(anchor, marker));
  const numberIn = (marker: XmlElement, name: string): number => Number(ownText(findChild(marker, `xdr:${name}`))) || 0;
  const pointsIn = (name: string, [down, across]: readonly [string, string]): number =>
    Number(findChild(anchor, name)?.attributes[of === "row" ? down : across] ?? 0) / EMU_PER_POINT;
  const start = from ? numberIn(from, `${of}Off`) / EMU_PER_POINT : pointsIn("xdr:pos", ["y", "x"]);
  const first = from ? numberIn(from, of) : reached(start + EDGE, sizeOf);
  if (to) return [first, lastOf(first, numberIn(to, of), numberIn(to, `${of}Off`))];
  return [first, reached(start + pointsIn("xdr:ext", ["cy", "cx"]) - EDGE, sizeOf, from ? first : 0)];
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
      const area = areaAt(anchor);
      return [{ area, isPicture: type === "Pict", text: "" }];
    });
