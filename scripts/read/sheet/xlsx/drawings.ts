/** What is drawn over the cells of an .xlsx: pictures, charts, shapes, by the cells that they stand on (ECMA-376 part 1, 20.5). */
import { descendants, findChild, ownText, textIn, type XmlElement } from "../../container/xml.ts";
import {
  areaUnder,
  coveredSpan,
  type Edge,
  edgeAt,
  leanOf,
  type Reach,
  type Span,
  spansUnderLeaning,
} from "../workbook/drawn-over.ts";
import type { Drawing } from "../workbook/workbook.ts";
import { isSet } from "./values.ts";

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

/** The drawings of this part; the controls and objects of a sheet too. */
export const drawingsOf = (root: XmlElement, sizes: Sizes): readonly Drawing[] =>
  ANCHORS.flatMap((name) => descendants(root, name))
    .filter((anchor) => isShown(anchor))
    .map((anchor) => {
      const { rows, columns } = cellsUnder(anchor, sizes);
      const shape = findChild(anchor, "xdr:sp", "xdr:spPr");
      const text = descendants(anchor, "a:p").map(textOf).join("\n").trim();
      return {
        areas: areaUnder(rows, columns),
        hides: text !== "" || shape === undefined || !isSeenThrough(shape),
        isPicture: descendants(anchor, "xdr:pic").length > 0,
        text,
      };
    });

/** Without fill: a frame around the cells, or a shape of which no line is drawn. Others cross them: a line, a cross, a hand's stroke. */
function isSeenThrough(shape: XmlElement): boolean {
  const form = findChild(shape, "a:prstGeom")?.attributes.prst ?? "";
  const isFrame = /^(?:(?:round\d*|snip\d*)?rect|ellipse)$/i.test(form);
  return findChild(shape, "a:noFill") !== undefined && (isFrame || findChild(shape, "a:ln", "a:noFill") !== undefined);
}

/** A group is shown when a shape in it is. */
function isShown(anchor: XmlElement): boolean {
  const isHidden = ({ attributes }: XmlElement): boolean => isSet(attributes.hidden);
  const groups = descendants(anchor, "xdr:nvGrpSpPr").flatMap((own) => descendants(own, "xdr:cNvPr"));
  const shapes = descendants(anchor, "xdr:cNvPr").filter((own) => !groups.includes(own));
  return !groups.some(isHidden) && (shapes.length === 0 || !shapes.every(isHidden));
}

const textOf = (paragraph: XmlElement): string => textIn(paragraph, "a:t");

/** Rows and columns that it stands on; those that it only bites at its edges left out. */
function cellsUnder(anchor: XmlElement, { height, width }: Sizes): { readonly rows: Span; readonly columns: Span } {
  const high = (row: number): number => height(row) * EMU_PER_POINT;
  const wide = (column: number): number => width(column) * EMU_PER_CHARACTER;
  const lean = Math.max(0, ...turnsOf(anchor).map(leanOf));
  return lean === 0
    ? { rows: span(anchor, "row", high), columns: span(anchor, "col", wide) }
    : spansUnderLeaning(reach(anchor, "row", high), reach(anchor, "col", wide), lean);
}

const turnsOf = (anchor: XmlElement): readonly number[] =>
  descendants(anchor, "a:xfrm").map(({ attributes }) => Number(attributes.rot ?? 0) / 60_000);

/** Where it begins and ends, in EMU from the corner of the sheet. */
function reach(anchor: XmlElement, of: "row" | "col", sizeOf: (index: number) => number): Reach {
  const lengthTo = ({ index, offset }: Place): number =>
    Array.from({ length: Math.min(index, FARTHEST) }, (_, i) => sizeOf(i)).reduce((sum, size) => sum + size, 0) +
    offset;
  const [from, to] = [findChild(anchor, "xdr:from"), findChild(anchor, "xdr:to")];
  const start = from ? lengthTo(placeIn(from, of)) : positionOf(anchor, of);
  return { from: start, to: to ? lengthTo(placeIn(to, of)) : start + extentOf(anchor, of), sizeOf, most: FARTHEST };
}

/** Rows or columns of an anchor whose sides are upright. */
function span(anchor: XmlElement, of: "row" | "col", sizeOf: (index: number) => number): Span {
  const from = findChild(anchor, "xdr:from");
  const to = findChild(anchor, "xdr:to");
  const edge = ({ index, offset }: Place): Edge => ({ index, share: offset / Math.max(1, sizeOf(index)) });
  const start = from ? placeIn(from, of) : { index: 0, offset: positionOf(anchor, of) };
  return coveredSpan(
    from ? edge(start) : edgeAt(start.offset, sizeOf, FARTHEST),
    to ? edge(placeIn(to, of)) : edgeAt(start.offset + extentOf(anchor, of), sizeOf, FARTHEST, start.index),
  );
}

interface Place {
  readonly index: number;
  /** From the start of the row or column, in EMU. */
  readonly offset: number;
}

const numberIn = (element: XmlElement, name: string): number => Number(ownText(findChild(element, name))) || 0;

const placeIn = (marker: XmlElement, of: "row" | "col"): Place => ({
  index: numberIn(marker, `xdr:${of}`),
  offset: numberIn(marker, `xdr:${of}Off`),
});

const positionOf = (anchor: XmlElement, of: "row" | "col"): number =>
  Number(findChild(anchor, "xdr:pos")?.attributes[of === "row" ? "y" : "x"] ?? 0);
const extentOf = (anchor: XmlElement, of: "row" | "col"): number =>
  Number(findChild(anchor, "xdr:ext")?.attributes[of === "row" ? "cy" : "cx"] ?? 0);
