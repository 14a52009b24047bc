import { expect, test } from "vitest";
import { editDistance, nearest } from "../../scripts/model/text/nearest.ts";

const KEYS = ["population", "service", "mots", "commune"];

test.each([
  ["populaton", "population"],
  ["POPULATIÓN", "population"],
  ["mtos", "mots"], // two letters of four: a short word may be that far
  ["mo", "mots"],
  ["zzz", undefined],
])("the word nearest to « %s » is %s", (word, expected) => {
  expect(nearest(word, KEYS)).toBe(expected);
});

test("of two as near, the first is proposed; of none, none", () => {
  expect(nearest("ab", ["ax", "ay"])).toBe("ax");
  expect(nearest("ab", [])).toBeUndefined();
});

test.each([
  ["", "abc", 3],
  ["abc", "abc", 0],
  ["abc", "abd", 1],
  ["abc", "ab", 1],
  ["abc", "xabc", 1],
  ["chat", "chien", 3],
])("« %s » is %s in %i changes", (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
});
