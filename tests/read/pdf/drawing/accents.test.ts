import { describe, expect, test } from "vitest";
import { withAccent } from "../../../../scripts/read/pdf/drawing/upright.ts";

const glyph = (text: string, x0: number, baseline = 100) => ({
  text,
  x0,
  x1: x0 + 5,
  next: x0 + 5,
  baseline,
  size: 10,
  run: 1,
  rise: 0,
});

describe("an accent drawn over a letter", () => {
  test.each([
    ["´", "e", "é"],
    ["`", "a", "à"],
    ["ˆ", "ı", "î"],
    ["¨", "i", "ï"],
    ["c", "¸", "ç"],
    ["´", "E", "É"],
  ])("« %s » with « %s » is « %s »", (first, second, letter) => {
    expect(withAccent(glyph(first, 50), glyph(second, 50))).toMatchObject({ text: letter, x0: 50 });
  });

  test("keeps the letter's place, a little off its middle or raised over a capital", () => {
    expect(withAccent(glyph("´", 53), glyph("e", 50))).toMatchObject({ text: "é", x0: 50, baseline: 100 });
    expect(withAccent(glyph("´", 54), glyph("e", 50))).toBeNull();
    expect(withAccent(glyph("´", 50, 95), glyph("E", 50))).toMatchObject({ text: "É", baseline: 100 });
    expect(withAccent(glyph("´", 50, 94), glyph("E", 50))).toBeNull();
  });

  test.each([
    ["´", "7"],
    ["a", "e"],
    ["¸", "x"], // no letter has it
    ["´", "´"],
  ])("« %s » with « %s » stay two signs", (first, second) => {
    expect(withAccent(glyph(first, 50), glyph(second, 50))).toBeNull();
  });
});
