/** What is drawn over the cells of an .ods: from a cell, or from the corner of the sheet, to the cell where it ends or by its size (9.2.8, 9.4.9). */
import { allText, descendants, elementsIn, type XmlElement } from "../../container/xml.ts";
import { pointsOf } from "../../open-document/lengths.ts";
import { areaOf, type SheetPlace } from "../workbook/areas.ts";
import { areaUnder, EVERYWHERE, edgeAt, type Sizes } from "../workbook/drawn-over.ts";
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
    const down = edges(attributes, "y", from.row, to?.bottom, sizes.height);
    const across = edges(attributes, "x", from.column, to?.right, sizes.width);
    // A comment stands beside its cell.
    const beside = { top: from.row, left: from.column + 1, bottom: to?.bottom ?? from.row, right: from.column + 1 };
    const area = shape.name === "office:annotation" ? beside : leans ? EVERYWHERE : areaUnder(...down, ...across);
    const isPicture = descendants(shape, "draw:image").length > 0;
    return [{ area, isPicture, text: allText(shape).trim() }];
  });

/**
 * Where a shape begins and ends. `first`, `last`: the rows (or columns) of the cells where it does; without a last one, by its size, or, where
 * that is not said, within its cell.
 */
function edges(
  attributes: XmlElement["attributes"],
  axis: "x" | "y",
  first: number,
  last: number | undefined,
  sizeOf: (index: number) => number,
): readonly [from: number, to: number] {
  const length = (name: string): number | undefined => pointsOf(attributes[name]);
  // Of a line, its two ends.
  const [one, other] = [length(`svg:${axis}1`) ?? 0, length(`svg:${axis}2`) ?? 0];
  const start = (length(`svg:${axis}`) ?? 0) + Math.min(one, other);
  const size = length(axis === "x" ? "svg:width" : "svg:height") ?? Math.abs(other - one);
  const from = edgeAt(start, sizeOf, first);
  if (last === undefined)
    return [from, (attributes["svg:width"] ?? attributes["svg:x1"]) ? edgeAt(start + size, sizeOf, first) : first + 1];
  const end = length(`table:end-${axis}`);
  return [from, end === undefined ? last + 1 : edgeAt(end, sizeOf, last)];
}
