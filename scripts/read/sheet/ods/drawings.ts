/** What is drawn over the cells of an .ods: in a cell, to the cell where it ends; on the sheet, at a place in centimetres (9.2.8, 9.4.9). */
import { allText, childrenOf, descendants, elementsIn, type XmlElement } from "../../container/xml.ts";
import { MAX_COLUMNS, MAX_ROWS } from "../../contract/limits.ts";
import { pointsOf } from "../../open-document/open-text.ts";
import { areaOf } from "../workbook/areas.ts";
import { areaUnder, coveredSpan, edgeAt } from "../workbook/drawn-over.ts";
import type { Drawing } from "../workbook/workbook.ts";

/** In points. */
export interface Sizes {
  readonly height: (row: number) => number;
  readonly width: (column: number) => number;
}

/** Shapes of all kinds: frames, lines, groups, controls; and the comments that are always shown. */
const shapesIn = (holder: XmlElement): readonly XmlElement[] =>
  elementsIn(holder).filter(
    ({ name, attributes }) =>
      name.startsWith("draw:") || (name === "office:annotation" && attributes["office:display"] === "true"),
  );

export const drawingsInCell = (cell: XmlElement, row: number, column: number): readonly Drawing[] =>
  shapesIn(cell).map((shape): Drawing => {
    const end =
      [shape, ...parts(shape)].map(({ attributes }) => attributes["table:end-cell-address"]).find(Boolean) ?? "";
    const corner = areaOf(end.slice(end.lastIndexOf(".") + 1));
    const area = { top: row, left: column, bottom: corner?.bottom ?? row, right: corner?.right ?? column };
    // A comment stands beside its cell.
    const areas = shape.name === "office:annotation" ? [{ ...area, left: column + 1, right: column + 1 }] : [area];
    return { areas, hides: true, isPicture: isPicture(shape), text: textOf(shape) };
  });

export const drawingsOnSheet = (table: XmlElement, sizes: Sizes): readonly Drawing[] =>
  childrenOf(table, "table:shapes").flatMap((shapes) => shapesIn(shapes).flatMap((shape) => onSheet(shape, sizes)));

function onSheet(shape: XmlElement, sizes: Sizes): readonly Drawing[] {
  if (shape.name === "draw:g") return shapesIn(shape).flatMap((part) => onSheet(part, sizes));
  const { attributes } = shape;
  const [[left, right], [top, bottom]] = endsOf(attributes);
  const rows = coveredSpan(edgeAt(top, sizes.height, MAX_ROWS), edgeAt(bottom, sizes.height, MAX_ROWS));
  const columns = coveredSpan(edgeAt(left, sizes.width, MAX_COLUMNS), edgeAt(right, sizes.width, MAX_COLUMNS));
  return [{ areas: areaUnder(rows, columns), hides: true, isPicture: isPicture(shape), text: textOf(shape) }];
}

type Ends = readonly [from: number, to: number];

/** Where it begins and ends, across and down: "rotate (0.5) translate (2cm 1cm)" turns it about its corner, then moves it. */
function endsOf(attributes: XmlElement["attributes"]): readonly [across: Ends, down: Ends] {
  const [across, down] = [ends(attributes, "x"), ends(attributes, "y")];
  let corners = across.flatMap((x) => down.map((y): Ends => [x, y]));
  for (const [, name, content = ""] of (attributes["draw:transform"] ?? "").matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    const [first = "", second = ""] = content.trim().split(/[\s,]+/);
    const [sin, cos] = [Math.sin(Number(first)), Math.cos(Number(first))];
    const [dx, dy] = [pointsOf(first) ?? 0, pointsOf(second) ?? 0];
    if (name === "rotate") corners = corners.map(([x, y]) => [x * cos + y * sin, y * cos - x * sin]);
    else if (name === "translate") corners = corners.map(([x, y]) => [x + dx, y + dy]);
  }
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return [
    [Math.min(...xs), Math.max(...xs)],
    [Math.min(...ys), Math.max(...ys)],
  ];
}

/** Where it begins and ends, in points from the corner of the sheet: of a line, its two ends. */
function ends(attributes: XmlElement["attributes"], axis: "x" | "y"): Ends {
  const length = (name: string): number => pointsOf(attributes[`svg:${name}`]) ?? 0;
  const [one, other] = [length(`${axis}1`), length(`${axis}2`)];
  if (one > 0 || other > 0) return [Math.min(one, other), Math.max(one, other)];
  return [length(axis), length(axis) + length(axis === "x" ? "width" : "height")];
}

const parts = (shape: XmlElement): readonly XmlElement[] =>
  elementsIn(shape).flatMap((child) => [child, ...parts(child)]);
const isPicture = (shape: XmlElement): boolean => descendants(shape, "draw:image").length > 0;
const textOf = (element: XmlElement): string => allText(element).trim();
