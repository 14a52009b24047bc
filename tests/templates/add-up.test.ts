import { describe, expect, test } from "vitest";
import { addUp } from "../../scripts/publish/filters/add-up.ts";

const words = (total: number | null, parts: readonly (number | undefined)[]): string | undefined =>
  addUp(total, parts)
    ?.map(({ part, sign }) => `${sign} ${parts[part]}`)
    .join(" ");

describe("how the source cells make a figure", () => {
  test.each([
    [53, [30, 23], "= 30 + 23"],
    [12, [8, 20], "= 20 − 8"],
    [5, [0, 5], "= 0 + 5"],
    [9, [0, 3, 12], "= 0 + 12 − 3"],
    [30, [30, 30], "= 30 = 30"],
    [0, [0, 0], "= 0 + 0"],
    [13, [1, 2, 4, 8], "= 2 + 4 + 8 − 1"],
    [45, [12, 9, 4, 3, 8, 9], "= 12 + 9 + 4 + 3 + 8 + 9"],
  ])("%i from %j: %s", (total, parts, expected) => {
    expect(words(total, parts)).toBe(expected);
  });

  test.each([
    ["a rate is no sum of counts", 14.56, [30, 23]],
    ["a count that the page does not know", 53, [30, undefined]],
    ["a count that the page does not know, beside those that make the figure", 53, [30, 23, undefined]],
    ["two choices of signs that make the same", 7, [5, 5, 7]],
    ["no figure", null, [30, 23]],
    ["no cell", 0, []],
  ])("nothing is said of %s", (_, total, parts) => {
    expect(words(total, parts)).toBeUndefined();
  });
});
