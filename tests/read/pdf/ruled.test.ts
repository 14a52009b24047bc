import { describe, expect, test } from "vitest";
import { findLattices } from "../../../scripts/read/pdf/ruled.ts";

const flat = (at: number, from = 50, to = 250) => ({ at, from, to });
const upright = (at: number, from = 100, to = 140) => ({ at, from, to });
const HORIZONTAL = [flat(100), flat(120), flat(140)];
const VERTICAL = [upright(50), upright(150), upright(250)];
const shapes = (horizontal = HORIZONTAL, vertical = VERTICAL): readonly string[] =>
  findLattices({ horizontal, vertical }).map(
    ({ xs, ys, regions }) => `${ys.length - 1} x ${xs.length - 1}: ${regions?.length ?? "no rectangles"}`,
  );

describe("the lines of a table", () => {
  test("enclose its cells", () => {
    expect(shapes()).toEqual(["2 x 2: 4"]);
  });

  test("drawn apart for two neighbouring cells are one line; five points apart, they are two", () => {
    expect(shapes([...HORIZONTAL, flat(123)])).toEqual(["2 x 2: 4"]);
    expect(shapes([...HORIZONTAL, flat(125)])).toEqual(["3 x 2: 6"]);
    expect(shapes(HORIZONTAL, [...VERTICAL, upright(153)])).toEqual(["2 x 2: 4"]);
    expect(shapes(HORIZONTAL, [...VERTICAL, upright(155)])).toEqual(["2 x 3: 6"]);
  });

  test("may stop short of those that they meet, by three points; five points away they are of another table", () => {
    expect(shapes(HORIZONTAL, [upright(50), upright(150), upright(253)])).toEqual(["2 x 2: 4"]);
    for (const [from, to] of [
      [47, 250],
      [53, 250],
      [50, 247],
    ] as const)
      expect(shapes([flat(100, from, to), flat(120, from, to), flat(140, from, to)])).toEqual(["2 x 2: 4"]);
    for (const [from, to] of [
      [97, 140],
      [103, 140],
      [100, 137],
      [100, 143],
    ] as const)
      expect(shapes(HORIZONTAL, [upright(50, from, to), upright(150, from, to), upright(250, from, to)])).toEqual([
        "2 x 2: 4",
      ]);
    expect(shapes([flat(100), flat(120), flat(140), flat(143), flat(160)])).toHaveLength(1);
    const below = [flat(145), flat(165), flat(185)];
    expect(shapes([...HORIZONTAL, ...below], [...VERTICAL, upright(50, 145, 185), upright(250, 145, 185)])).toEqual([
      "2 x 2: 4",
      "2 x 1: 2",
    ]);
  });

  test("that are missing between two rows or two columns make one cell of two", () => {
    const [top, middle, bottom] = HORIZONTAL;
    const [left, centre, right] = VERTICAL;
    if (!top || !middle || !bottom || !left || !centre || !right) throw new Error("no line");
    const regions = (horizontal = HORIZONTAL, vertical = VERTICAL) =>
      findLattices({ horizontal, vertical }).flatMap(({ regions }) => regions ?? []);
    expect(shapes([top, flat(120, 150, 250), bottom])).toEqual(["2 x 2: 3"]);
    expect(shapes([top, flat(120, 50, 150), bottom])).toEqual(["2 x 2: 3"]);
    expect(shapes(HORIZONTAL, [left, upright(150, 120, 140), right])).toEqual(["2 x 2: 3"]);
    expect(regions([top, flat(120, 150, 250), bottom])).toHaveLength(3);
  });

  test("part two cells when they cover most of the side between them, not when they cover half of it", () => {
    const half = [upright(50), upright(150, 100, 130), upright(250)];
    expect(shapes(HORIZONTAL, half)).toEqual(["2 x 2: 3"]); // half of the second row's side
    expect(shapes(HORIZONTAL, [...half, upright(150, 105, 130)])).toEqual(["2 x 2: 3"]); // drawn twice
    expect(shapes(HORIZONTAL, [upright(50), upright(150, 100, 133), upright(250)])).toEqual(["2 x 2: 4"]);
  });

  test("may run past those that they meet: what they enclose there is a cell too; alone, they have ends only", () => {
    expect(shapes([flat(100, 30, 270), flat(120, 30, 270), flat(140, 30, 270)])).toEqual(["2 x 4: 8"]);
    expect(shapes(HORIZONTAL, [upright(50, 80, 160), upright(150, 80, 160), upright(250, 80, 160)])).toEqual([
      "4 x 2: 8",
    ]);
    expect(shapes(HORIZONTAL, [])).toEqual([]);
    expect(shapes([flat(100)], [])).toEqual([]);
    expect(shapes([], VERTICAL)).toEqual([]);
  });

  test("may be drawn in pieces, in any order, one over the other", () => {
    expect(shapes(HORIZONTAL, [upright(50), upright(150, 110, 140), upright(150, 100, 120), upright(250)])).toEqual([
      "2 x 2: 4",
    ]);
    expect(shapes([flat(100, 50, 150), flat(100, 150, 250), flat(120), flat(140)])).toEqual(["2 x 2: 4"]);
    expect(shapes([flat(100, 50, 140), flat(100, 145, 250), flat(120), flat(140)])).toEqual(["2 x 2: 4"]);
    expect(shapes([flat(100, 154, 250), flat(120), flat(140)])).toEqual(["2 x 2: 4"]);
  });

  test("that enclose shapes which are no rectangles have no cells, wherever the corner is", () => {
    const [top, bottom] = [flat(100), flat(140)];
    const sides = [upright(50), upright(250)];
    expect(shapes([top, flat(120, 50, 150), bottom], [...sides, upright(150, 100, 120)])).toEqual([
      "2 x 2: no rectangles",
    ]);
    expect(shapes([top, flat(120, 150, 250), bottom], [...sides, upright(150, 100, 120)])).toEqual([
      "2 x 2: no rectangles",
    ]);
    expect(shapes([top, flat(120, 50, 150), bottom], [...sides, upright(150, 120, 140)])).toEqual([
      "2 x 2: no rectangles",
    ]);
    expect(shapes([top, flat(120, 150, 250), bottom], [...sides, upright(150, 120, 140)])).toEqual([
      "2 x 2: no rectangles",
    ]);
  });

  test("do not part a cell within which they end", () => {
    const around = [flat(100, 50, 350), flat(140, 50, 350), flat(120, 250, 350)];
    const sides = [upright(50), upright(250), upright(350)];
    for (const stub of [upright(150, 100, 120), upright(150, 120, 140)])
      expect(shapes(around, [...sides, stub])).toEqual(["2 x 3: 3"]);
    const [below, columns] = [upright(150, 140, 160), [upright(50, 100, 160), upright(250, 100, 160)]];
    for (const stub of [flat(120, 50, 150), flat(120, 150, 250)])
      expect(shapes([flat(100), flat(140), flat(160), stub], [...columns, below])).toEqual(["2 x 2: 3"]);
  });
});
