/** What is drawn over the cells of an .ods: in a cell, to the cell where it ends; on the sheet, at a place in centimetres (9.2.8, 9.4.9). */
import { allText, childrenOf, descendants, elementsIn, findChild, type XmlElement } from "../../container/xml.ts";
import { MAX_COLUMNS, MAX_ROWS } from "../../contract/limits.ts";
import type { OpenStyles } from "../../open-document/open-styles.ts";
import { pointsOf } from "../../open-document/open-text.ts";
import { areaOf, type SheetPlace } from "../workbook/areas.ts";
import { areaUnder, coveredSpan, type Edge, edgeAt } from "../workbook/drawn-over.ts";
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

/** What is drawn in a cell, on the cells from there to the one where it says to end. */
export const drawingsInCell = (
  cell: XmlElement,
  { row, column }: SheetPlace,
  sizes: Sizes,
  styles: OpenStyles,
): readonly Drawing[] =>
  shapesIn(cell).map((shape): Drawing => {
    const { attributes } = [shape, ...parts(shape)].find((part) => part.attributes["table:end-cell-address"]) ?? shape;
    const { "table:end-cell-address": end = "", "table:end-x": endX, "table:end-y": endY } = attributes;
    const { bottom = row, right = column } = areaOf(end.slice(end.lastIndexOf(".") + 1)) ?? {};
    // A comment stands beside its cell.
    if (shape.name === "office:annotation")
      return { areas: [{ top: row, left: column + 1, bottom, right: column + 1 }], ...lookOf(shape, styles) };
    const edge = (index: number, offset: number | undefined, size: number, otherwise: number): Edge => ({
      index,
      share: offset === undefined ? otherwise : offset / Math.max(1, size),
    });
    const rows = coveredSpan(
      edge(row, pointsOf(attributes["svg:y"]), sizes.height(row), 0),
      edge(bottom, pointsOf(endY), sizes.height(bottom), 1),
    );
    const columns = coveredSpan(
      edge(column, pointsOf(attributes["svg:x"]), sizes.width(column), 0),
      edge(right, pointsOf(endX), sizes.width(right), 1),
    );
    return { areas: areaUnder(rows, columns), ...lookOf(shape, styles) };
  });

export const drawingsOnSheet = (table: XmlElement, sizes: Sizes, styles: OpenStyles): readonly Drawing[] =>
  childrenOf(table, "table:shapes").flatMap((shapes) =>
    shapesIn(shapes).flatMap((shape) => onSheet(shape, sizes, styles)),
  );

function onSheet(shape: XmlElement, sizes: Sizes, styles: OpenStyles): readonly Drawing[] {
  if (shape.name === "draw:g") return shapesIn(shape).flatMap((part) => onSheet(part, sizes, styles));
  const { attributes } = shape;
  const [[left, right], [top, bottom]] = endsOf(attributes);
  const rows = coveredSpan(edgeAt(top, sizes.height, MAX_ROWS), edgeAt(bottom, sizes.height, MAX_ROWS));
  const columns = coveredSpan(edgeAt(left, sizes.width, MAX_COLUMNS), edgeAt(right, sizes.width, MAX_COLUMNS));
  return [{ areas: areaUnder(rows, columns), ...lookOf(shape, styles) }];
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

const lookOf = (shape: XmlElement, styles: OpenStyles): Omit<Drawing, "areas"> => {
  const text = textOf(shape);
  return { hides: text !== "" || !isSeenThrough(shape, styles), isPicture: isPicture(shape), text };
};

/** Without fill: a frame around the cells, or a shape of which no line is drawn. Others cross them: a line, a cross, a hand's stroke. */
function isSeenThrough(shape: XmlElement, styles: OpenStyles): boolean {
  const name = shape.attributes["draw:style-name"];
  const of = (attribute: string) => styles.property("graphic", name, "style:graphic-properties", attribute);
  const form = findChild(shape, "draw:enhanced-geometry")?.attributes["draw:type"] ?? shape.name;
  const isFrame = /^(?:draw:(?:rect|ellipse|circle)|(?:round-)?rectangle|ellipse|ooxml-(?:round\w*)?rect)$/i.test(form);
  const isDrawn = shape.name !== "draw:custom-shape" && !isFrame;
  return of("draw:fill") === "none" && !isDrawn && (isFrame || of("draw:stroke") === "none");
}

const parts = (shape: XmlElement): readonly XmlElement[] =>
  elementsIn(shape).flatMap((child) => [child, ...parts(child)]);
const isPicture = (shape: XmlElement): boolean => descendants(shape, "draw:image").length > 0;
const textOf = (element: XmlElement): string => allText(element).trim();
