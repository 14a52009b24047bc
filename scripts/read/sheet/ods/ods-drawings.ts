/** What is drawn over the cells of an .ods: in a cell, to the cell where it ends; on the sheet, at a place in centimetres (9.2.8, 9.4.9). */
import { allText, childrenOf, descendants, elementsIn, type XmlElement } from "../../container/xml.ts";
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

/** What is drawn in a cell, on the cells from there to the one where it says to end. */
export const drawingsInCell = (cell: XmlElement, { row, column }: SheetPlace, sizes: Sizes): readonly Drawing[] =>
  shapesIn(cell).map((shape): Drawing => {
    const { attributes } =
      [shape, ...partsOf(shape)].find((part) => part.attributes["table:end-cell-address"]) ?? shape;
    const end = attributes["table:end-cell-address"] ?? "";
    const { bottom = row, right = column } = areaOf(end.slice(end.lastIndexOf(".") + 1)) ?? {};
    // A comment stands beside its cell.
    if (shape.name === "office:annotation")
      return { area: { top: row, left: column + 1, bottom, right: column + 1 }, ...lookOf(shape) };
    const edge = (index: number, name: string, size: number, otherwise: number): number =>
      index + (attributes[name] === undefined ? otherwise : (pointsOf(attributes[name]) ?? 0) / Math.max(1, size));
    const area = areaUnder(
      edge(row, "svg:y", sizes.height(row), 0),
      edge(bottom, "table:end-y", sizes.height(bottom), 1),
      edge(column, "svg:x", sizes.width(column), 0),
      edge(right, "table:end-x", sizes.width(right), 1),
    );
    return { area, ...lookOf(shape) };
  });

export const drawingsOnSheet = (table: XmlElement, sizes: Sizes): readonly Drawing[] =>
  childrenOf(table, "table:shapes")
    .flatMap(shapesIn)
    .flatMap((shape) => onSheet(shape, sizes));

function onSheet(shape: XmlElement, sizes: Sizes): readonly Drawing[] {
  if (shape.name === "draw:g") return shapesIn(shape).flatMap((part) => onSheet(part, sizes));
  const [[left, right], [top, bottom]] = [ends(shape.attributes, "x"), ends(shape.attributes, "y")];
  const down = (length: number): number => edgeAt(length, sizes.height);
  const across = (length: number): number => edgeAt(length, sizes.width);
  const leans = /rotate/.test(shape.attributes["draw:transform"] ?? "");
  const area = leans ? EVERYWHERE : areaUnder(down(top), down(bottom), across(left), across(right));
  return [{ area, ...lookOf(shape) }];
}

type Ends = readonly [from: number, to: number];

/** Where it begins and ends, in points from the corner of the sheet: of a line, its two ends. */
function ends(attributes: XmlElement["attributes"], axis: "x" | "y"): Ends {
  const length = (name: string): number => pointsOf(attributes[`svg:${name}`]) ?? 0;
  const [one, other] = [length(`${axis}1`), length(`${axis}2`)];
  if (one > 0 || other > 0) return [Math.min(one, other), Math.max(one, other)];
  return [length(axis), length(axis) + length(axis === "x" ? "width" : "height")];
}

const lookOf = (shape: XmlElement): Omit<Drawing, "area"> => ({
  isPicture: descendants(shape, "draw:image").length > 0,
  text: allText(shape).trim(),
});
