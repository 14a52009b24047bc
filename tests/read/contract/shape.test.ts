import { expect, test } from "vitest";
import { shape } from "../../../scripts/read/contract/shape.ts";
import { show, source } from "../source.ts";

test("signs of no width are no part of a text; those that turn the order of reading are kept, and told", () => {
  const texts = ["12\u200b", "\ufeff1\u200c2", "\u200e12\u200d", "1\u20602", "\u202e21", "12\u200f", "1\u00ad2"];
  const { value } = shape(source("IS101.csv", ""), [{ part: "IS101", rows: texts.map((text) => [{ text }]) }]);
  expect(show(value[0])).toEqual(["12", "12", "12", "12", "\u202e21", "12\u200f", "1\u00ad2"]);
});

test("a row of nothing but results that formulas wait for ends the grid as an empty one does", () => {
  const waiting = { text: "", beside: [{ kind: "hidden" as const, text: "" }] };
  const { value } = shape(source("IS101.xlsx", ""), [{ part: "IS101", rows: [[{ text: "12" }, waiting], [waiting]] }]);
  expect(value[0]?.rows).toHaveLength(1);
});
