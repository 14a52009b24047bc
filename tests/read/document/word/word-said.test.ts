import { expect, it } from "vitest";
import { NOTHING_SAID, oddIn, saidWith } from "../../../../scripts/read/document/word/word-said.ts";

it("keeps some of the words that no list has, and not the thousands that a hostile file says one after the other", () => {
  const words = Array.from({ length: 1_000 }, (_, i) => ({ name: `zz${"a".repeat(i)}`, value: null }));
  const said = words.reduce(saidWith, NOTHING_SAID);
  expect(oddIn(said).length).toBeGreaterThan(0);
  expect(oddIn(said).length).toBeLessThan(100);
});
