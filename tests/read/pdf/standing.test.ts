/** Do headings that stand over no figures each fit into one cell with theirs? */
import { describe, expect, test } from "vitest";
import { fitCells, type Level } from "../../../scripts/read/pdf/standing.ts";

type Extent = readonly [x0: number, x1: number];

/** A heading a column, and the figures of each. */
const level = (headings: readonly Extent[], figures: readonly Extent[]): Level => ({
  over: headings.map(([x0, x1]) => [{ text: "", x0, x1, baseline: 0, size: 10 }]),
  overlapped: headings.map(([x0, x1]) => figures.flatMap(([left, right], i) => (x0 < right && left < x1 ? [i] : []))),
  atoms: figures.map(([left, right], i) => ({ first: i, last: i, left, right, text: null })),
  bands: figures.map(([x0, x1]) => ({ x0, x1 })),
});
const FIGURES: readonly Extent[] = [
  [100, 110],
  [200, 210],
];

describe("headings and the figures under them fit into cells", () => {
  test("when all stand over their figures, or before them, or after them", () => {
    expect(
      fitCells(
        level(
          [
            [100, 120],
            [195, 215],
          ],
          FIGURES,
        ),
      ),
    ).toBe(true);
    expect(
      fitCells(
        level(
          [
            [50, 90],
            [120, 180],
          ],
          FIGURES,
        ),
      ),
    ).toBe(true);
    expect(
      fitCells(
        level(
          [
            [110, 120],
            [215, 240],
          ],
          FIGURES,
        ),
      ),
    ).toBe(true);
  });

  test("not when some stand before and others after", () => {
    expect(
      fitCells(
        level(
          [
            [115, 130],
            [150, 190],
          ],
          FIGURES,
        ),
      ),
    ).toBe(false);
  });

  test("not when one after its figures is nearer to the next ones", () => {
    expect(
      fitCells(
        level(
          [
            [160, 190],
            [215, 240],
          ],
          FIGURES,
        ),
      ),
    ).toBe(false);
  });

  test("not when a cell would reach into the next one: two lines of headings", () => {
    expect(
      fitCells(
        level(
          [
            [110, 140],
            [130, 205],
          ],
          FIGURES,
        ),
      ),
    ).toBe(false);
  });
});
