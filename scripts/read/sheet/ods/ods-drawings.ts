/** What is drawn over the cells of an .ods: from a cell, or from the corner of the sheet, to the cell where it ends or by its size (9.2.8, 9.4.9). */
import { allText, descendants, elementsIn, type XmlElement } from "../../container/xml.ts";
import { pointsOf } from "../../open-document/lengths.ts";
import { areaOf, EVERYWHERE, type SheetPlace } from "../workbook/areas.ts";
import { EDGE, lastOf, reached, type Sizes } from "../workbook/drawn-over.ts";
import type { Drawing } from "../workbook/workbook.ts";

/** Shapes of all kinds: frames, lines, groups, controls; and the comments that are always shown. */
const shapesIn = (holder: XmlElement): readonly XmlElement[] =>
  elementsIn(holder).filter(
    ({ name, attributes }) =>
      name.startsWith("draw:") || (name === "office:annotation" && attributes["office:display"] === "true"),
  );

const partsOf = (shape: XmlElement): readonly XmlElement[] =>
  elementsIn(shape).flatMap((child) => [child, ...partsOf(child)]);

/** What a cell holds, or the shapes of a sheet do. */
export const drawingsIn = (holder: XmlElement, from: SheetPlace, sizes: Sizes): readonly Drawing[] =>
  shapesIn(holder).flatMap((shape): readonly Drawing[] => {
    const ending = [shape, ...partsOf(shape)].find((part) => part.attributes["table:end-cell-address"]);
    if (shape.name === "draw:g" && !ending) return drawingsIn(shape, from, sizes);
    const { attributes } = ending ?? shape;
    const end = attributes["table:end-cell-address"] ?? "";
    const to = areaOf(end.slice(end.lastIndexOf(".") + 1));
    const leans = /rotate/.test(shape.attributes["draw:transform"] ?? "");
    const [top, bottom] = endsOf(attributes, "y", from.row, to?.bottom, sizes.height);
    const [left, right] = endsOf(attributes, "x", from.column, to?.right, sizes.width);
    // A comment stands beside its cell.
    const beside = { top: from.row, left: from.column + 1, bottom: to?.bottom ?? from.row, right: from.column + 1 };
    const under = leans ? EVERYWHERE : { top, left, bottom, right };
    const area = shape.name === "office:annotation" ? beside : under;
    const isPicture = descendants(shape, "draw:image").length > 0;
    return [{ area, isPicture, text: allText(shape).trim() }];
  });

/** Its first and last row (or column). `from`, `end`: those of the cells where it does; without an end, by its size: of a line, its two ends. */
function endsOf(
  of: XmlElement["attributes"],
  axis: "x" | "y",
  from: number,
  end: number | undefined,
  sizeOf: (index: number) => number,
): readonly [from: number, to: number] {
  const points = (name: string): number => pointsOf(of[name]) ?? 0;
  const [one, other] = [points(`svg:${axis}1`), points(`svg:${axis}2`)];
  const start = points(`svg:${axis}`) + Math.min(one, other);
  const size = points(axis === "x" ? "svg:width" : "svg:height") + Math.abs(other - one);
  const first = reached(start + EDGE, sizeOf, from);
  if (end !== undefined) return [first, lastOf(first, end, pointsOf(of[`table:end-${axis}`]) ?? EDGE)];
  return [first, reached(start + size - EDGE, sizeOf, from)];
}
