/** The colour of a text or a shade of a .docx that is named after one of the theme. */
import { expect, test } from "vitest";
import { colourOf } from "../../../../scripts/read/document/docx/docx-colours.ts";

const NAVY = [31, 73, 125];

test.each([
  ["auto", "none", {}, undefined],
  ["1F497D", "none", {}, NAVY],
  ["navy", "none", {}, null],
  ["auto", "accent1", {}, null],
  ["1F497D", "accent1", {}, NAVY],
  ["000000", "background1", {}, [255, 255, 255]],
  ["000000", "dark1", {}, [0, 0, 0]],
  ["1F497D", "text2", {}, [0, 0, 0]],
  ["F2F2F2", "text2", {}, null],
  ["1F497D", "text2", { "w:themeTint": "99" }, NAVY],
  ["000000", "text1", { "w:themeTint": "05" }, null],
  ["000000", "dark1", { "w:themeShade": "BF" }, [0, 0, 0]],
  ["FFFFFF", "background1", { "w:themeShade": "05" }, null],
])("%s, of the theme's %s, %j: %j", (written, name, more, expected) => {
  const attributes = { "w:val": written, "w:themeColor": name, ...more };
  expect(colourOf({ name: "w:color", attributes, children: [] }, "w:val", "theme")).toEqual(expected);
});
