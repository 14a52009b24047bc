import { expect, test } from "vitest";
import { parseNumbers } from "../../scripts/custody/copies/numbers.ts";

test("one number, a row of numbers and a list of both are understood, each number once", () => {
  expect(parseNumbers("3")).toEqual([3]);
  expect(parseNumbers("1-5")).toEqual([1, 2, 3, 4, 5]);
  expect(parseNumbers("7, 1 – 3;2")).toEqual([7, 1, 2, 3]);
  expect(parseNumbers("4-4")).toEqual([4]);
});

test.each(["", "0", "trois", "5-1", "1-", "-3", "1-2-3", "99999", "1 2"])("« %s » is no number of a copy", (text) => {
  expect(() => parseNumbers(text)).toThrow(/n'est pas un numéro d'exemplaire/);
});
