/** Do headings that stand over no figures each fit into one cell with theirs? */
import { expect, test } from "vitest";
import { fitCells, type Level } from "../../../scripts/read/pdf/standing.ts";

type Extent = readonly [x0: number, x1: number];

/** A heading a column, and the figures of each. */
const level = (headings: readonly Extent[], figures: readonly Extent[]): Level => ({
  over: headings.map(([x0, x1]) => [{ text: "", x0, x1, baseline: 0, size: 10 }]),
  overlapped: headings.map(([x0, x1]) => figures.flatMap(([left, right], i) => (x0 < right && left < x1 ? [i] : []))),
  atoms: figures.map(([left, right], i) => ({ first: i, last: i, left, right, text: null })),
  bands: figures.map(([x0, x1]) => ({ x0, x1 })),
});

test.each<readonly [string, first: Extent, second: Extent, fit: boolean]>([
  ["that stand over their figures fit", [100, 120], [195, 215], true],
  ["that stand before them fit", [50, 90], [120, 180], true],
  ["that stand after them fit", [110, 120], [215, 240], true],
  ["of which one stands before and the other after do not", [115, 130], [150, 190], false],
  ["of which one, after its figures, is nearer to the next ones do not", [160, 190], [215, 240], false],
  ["of which a cell would reach into the next one do not: two lines of headings", [110, 140], [130, 205], false],
])("two headings %s", (_, first, second, fit) => {
  const figures: readonly Extent[] = [
    [100, 110],
    [200, 210],
  ];
  expect(fitCells(level([first, second], figures))).toBe(fit);
});
