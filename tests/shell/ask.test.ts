import { afterEach, expect, test } from "vitest";
import { assertTerminal, yesOrNo } from "../../scripts/shell/ask.ts";

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

const { stdin, stderr } = process;
const [typed, shown] = [stdin.isTTY, stderr.isTTY];
afterEach(() => {
  Object.assign(stdin, { isTTY: typed });
  Object.assign(stderr, { isTTY: shown });
});

test.each([
  [true, true, true],
  [false, true, false], // answers from a file
  [true, false, false], // a question that nobody sees
  [false, false, false],
])(
  "a person can be asked where keys come from a terminal (%s) and questions go to one (%s): %s",
  (keys, questions, can) => {
    Object.assign(stdin, { isTTY: keys });
    Object.assign(stderr, { isTTY: questions });
    if (can) expect(assertTerminal).not.toThrow();
    else expect(assertTerminal).toThrow(/dans un terminal/);
  },
);
