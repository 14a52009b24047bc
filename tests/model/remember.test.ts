import { expect, test } from "vitest";
import { once, onceFor, remember } from "../../scripts/model/remember.ts";

test("a function remembers the value of each short text, and of what is asked of it", () => {
  const asked: string[] = [];
  const length = remember((text: string, of?: "words") => {
    asked.push(`${text} ${of}`);
    return of === "words" ? text.split(" ").length : text.length;
  });
  expect([length("a b"), length("a b", "words"), length("a b"), length("a b", "words")]).toEqual([3, 2, 3, 2]);
  expect(asked).toEqual(["a b undefined", "a b words"]);
});

test("two askings are two, wherever their texts are cut", () => {
  const joined = remember((a: string, b: string) => `${a}+${b}`);
  expect([joined("a|b", "c"), joined("a", "b|c")]).toEqual(["a|b+c", "a+b|c"]);
});

test("what a list gives beside each text, its place and itself, is no part of the question", () => {
  let count = 0;
  const length = remember((text: string) => {
    count += 1;
    return text.length;
  });
  expect(["a", "bb", "a"].map(length)).toEqual([1, 2, 1]);
  expect(count).toBe(2);
});

test("null is a value that is remembered; the text of a whole page is not", () => {
  let count = 0;
  const none = remember((_text: string) => {
    count += 1;
    return null;
  });
  none("a");
  none("a");
  expect(count).toBe(1);
  none("a".repeat(201));
  none("a".repeat(201));
  expect(count).toBe(3);
});

test("what is made once is made when it is first asked for, even when it is nothing", () => {
  let count = 0;
  const made = once(() => {
    count += 1;
    return undefined;
  });
  expect(count).toBe(0);
  expect([made(), made()]).toEqual([undefined, undefined]);
  expect(count).toBe(1);
});

test("what is made once for each thing is made again for another alike, and not for the same, even when it is nothing", () => {
  let asked = 0;
  const made = onceFor((line: { readonly text: string }) => {
    asked++;
    return line.text === "" ? null : line.text;
  });
  const [one, alike, empty] = [{ text: "a" }, { text: "a" }, { text: "" }];
  expect([one, one, alike, empty, empty].map((line) => made(line))).toEqual(["a", "a", "a", null, null]);
  expect(asked).toBe(3);
});
