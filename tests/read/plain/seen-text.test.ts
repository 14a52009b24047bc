/** A text as a person sees it, and what stands beside it. */
import { expect, test } from "vitest";
import type { Beside } from "../../../scripts/model/grid.ts";
import { joinLines, type SeenText, withBeside } from "../../../scripts/read/plain/seen-text.ts";

const other = (text: string): Beside => ({ kind: "unplain", text });

test("texts are put one under the other with all that stands beside them", () => {
  const parts: readonly SeenText[] = [{ text: "a", beside: [other("1")] }, { text: " " }, { text: " b " }];
  expect(joinLines(parts)).toEqual({ text: "a\n \n b ", beside: [other("1")] });
  expect(withBeside({ text: "a", beside: [other("1")] }, [other("2")])).toEqual({
    text: "a",
    beside: [other("1"), other("2")],
  });
  expect(withBeside({ text: "a" }, [])).toEqual({ text: "a" });
});
