import { expect, test } from "vitest";
import { yesOrNo } from "../../scripts/shell/ask.ts";

test.each([
  ["oui", true],
  [" O ", true],
  ["non", false],
  ["N", false],
  ["q", null],
  ["Quitter", null],
  ["", undefined], // a key pressed by mistake is no yes
  ["ouais", undefined],
  ["no", undefined],
  ["nonoui", undefined],
  ["1", undefined],
])("« %s », typed at a question of yes or no, is %s", (typed, meant) => {
  expect(yesOrNo(typed)).toBe(meant);
});
