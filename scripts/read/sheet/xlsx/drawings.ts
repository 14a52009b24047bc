/** What is drawn over the cells of an .xlsx: pictures, charts, shapes, by the cells that they stand on (ECMA-376 part 1, 20.5). */
import { descendants, findChild, type XmlElement } from "../../container/xml.ts";
import type { Area } from "../workbook/areas.ts";
import { areaUnder, coveredSpan, type Span } from "../workbook/drawn-over.ts";

export interface Sizes {
  /** In points, by row. */
  readonly height: (row: number) => number;
  /** In characters, by column. */
  readonly width: (column: number) => number;
}

const EMU_PER_POINT = 12_700;
const EMU_PER_CHARACTER = 7 * 9_525;
/** Rows and columns that a drawing may reach over: more is no statement. */
const FARTHEST = 20_000;

const ANCHORS = ["xdr:twoCellAnchor", "xdr:oneCellAnchor", "xdr:absoluteAnchor", "x:anchor"];

/** Cells whose content a person does not see, whole, under the drawings of this part; controls and objects of a sheet too. */
export function anchoredAreas(root: XmlElement, sizes: Sizes): readonly Area[] {
  return ANCHORS.flatMap((name) => descendants(root, name))
    .filter(hidesWhatIsUnder)
    .flatMap((anchor) => {
      const rows = span(anchor, "row", (row) => sizes.height(row) * EMU_PER_POINT);
      const columns = span(anchor, "col", (column) => sizes.width(column) * EMU_PER_CHARACTER);
      return areaUnder(rows, columns);
    });
}

/** A picture, or a shape with a text: it may stand for the cells that a sheet does not have. */
export const drawsSomething = (root: XmlElement): boolean =>
  descendants(root, "xdr:pic").length > 0 ||
  descendants(root, "a:t").some(({ children }) =>
    children.some((child) => typeof child === "string" && /\S/.test(child)),
  );

function hidesWhatIsUnder(anchor: XmlElement): boolean {
  if (descendants(anchor, "xdr:cNvPr").some(({ attributes }) => /^(1|true)$/.test(attributes.hidden ?? "")))
    return false;
  const shape = findChild(anchor, "xdr:sp");
  const seeThrough = shape && findChild(shape, "xdr:spPr", "a:noFill");
  return !seeThrough || drawsSomething(shape);
}

/** Rows or columns of an anchor, those that it only bites at its edges left out. */
function span(anchor: XmlElement, of: "row" | "col", sizeOf: (index: number) => number): Span {
  const from = findChild(anchor, "xdr:from");
  const to = findChild(anchor, "xdr:to");
  const start = from ? placeIn(from, of) : walk({ index: 0, offset: 0 }, positionOf(anchor, of), sizeOf);
  const end = to ? placeIn(to, of) : walk(start, extentOf(anchor, of), sizeOf);
  const edge = ({ index, offset }: Place) => ({ index, share: offset / Math.max(1, sizeOf(index)) });
  return coveredSpan(edge(start), edge(end));
}

interface Place {
  readonly index: number;
  /** From the start of the row or column, in EMU. */
  readonly offset: number;
}

const numberIn = (element: XmlElement, name: string): number =>
  Number(findChild(element, name)?.children.find((child) => typeof child === "string") ?? 0) || 0;

const placeIn = (marker: XmlElement, of: "row" | "col"): Place => ({
  index: numberIn(marker, `xdr:${of}`),
  offset: numberIn(marker, `xdr:${of}Off`),
});

const positionOf = (anchor: XmlElement, of: "row" | "col"): number =>
  Number(findChild(anchor, "xdr:pos")?.attributes[of === "row" ? "y" : "x"] ?? 0);
const extentOf = (anchor: XmlElement, of: "row" | "col"): number =>
  Number(findChild(anchor, "xdr:ext")?.attributes[of === "row" ? "cy" : "cx"] ?? 0);

/** The place so far beyond another. */
function walk(start: Place, length: number, sizeOf: (index: number) => number): Place {
  let { index } = start;
  let left = start.offset + length;
  while (index < FARTHEST && left > sizeOf(index)) {
    left -= sizeOf(index);
    index += 1;
  }
  return { index, offset: left };
}
