/** The values of style sheets: colours and lengths, each with what it is taken for after "=>". */
import { describe, expect, test } from "vitest";
import { parseColour, parseLength, parseSize } from "../../../../scripts/read/document/html/css-values.ts";
import { withValues } from "../../source.ts";

describe("values", () => {
  test("of colours", () => {
    expect(
      withValues(
        [
          "#fff",
          "#FFFFFF",
          "#fff8",
          "#ffffff80",
          "#ff",
          "#fffff",
          "fff",
          "white",
          " White ",
          "navy",
          "transparent",
          "rgb(1,2,3)",
          "rgb(1 2 3 / .5)",
          "rgba(1,2,3,50%)",
          "rgb(100%, 0%, 50%)",
          "rgb(1,2)",
          "hsl(0,100%,50%)",
          "hsl(120 100% 25% / 0.5)",
          "hsl(240deg 50% 50%)",
          "hsla(60,100%,50%,0)",
          "hsl(300, 100%, 25%)",
          "oklch(1 0 0)",
          "unknown",
          "constructor",
          "",
        ],
        (text) => {
          const colour = parseColour(text);
          return colour && [...colour.rgb, Math.round(colour.alpha * 100) / 100];
        },
      ),
    ).toEqual([
      "#fff => [255,255,255,1]",
      "#FFFFFF => [255,255,255,1]",
      "#fff8 => [255,255,255,0.53]",
      "#ffffff80 => [255,255,255,0.5]",
      "#ff => undefined",
      "#fffff => undefined",
      "fff => [255,255,255,1]",
      "white => [255,255,255,1]",
      " White  => [255,255,255,1]",
      "navy => [0,0,128,1]",
      "transparent => [0,0,0,0]",
      "rgb(1,2,3) => [1,2,3,1]",
      "rgb(1 2 3 / .5) => [1,2,3,0.5]",
      "rgba(1,2,3,50%) => [1,2,3,0.5]",
      "rgb(100%, 0%, 50%) => [255,0,128,1]",
      "rgb(1,2) => undefined",
      "hsl(0,100%,50%) => [255,0,0,1]",
      "hsl(120 100% 25% / 0.5) => [0,128,0,0.5]",
      "hsl(240deg 50% 50%) => [64,64,191,1]",
      "hsla(60,100%,50%,0) => [255,255,0,0]",
      "hsl(300, 100%, 25%) => [128,0,128,1]",
      "oklch(1 0 0) => undefined",
      "unknown => undefined",
      "constructor => undefined",
      " => undefined",
    ]);
  });

  test("of lengths and of sizes of type, in points", () => {
    const rounded = (value: number | undefined) => value && Math.round(value * 1000) / 1000;
    expect(
      withValues(
        [
          "12pt",
          "1px",
          "1pc",
          "1in",
          "1cm",
          "1mm",
          "1q",
          "1rem",
          "2em",
          "2ex",
          "2ch",
          "50%",
          "0",
          "0vw",
          "1vw",
          "1",
          "-1.5px",
          "+1px",
          ".5em",
          "1.px",
          " 1PX ",
          "px",
          "1 px",
          "calc(1px)",
        ],
        (text) => rounded(parseLength(text, 10, 200)),
      ),
    ).toEqual([
      "12pt => 12",
      "1px => 0.75",
      "1pc => 12",
      "1in => 72",
      "1cm => 28.346",
      "1mm => 2.835",
      "1q => 0.709",
      "1rem => 12",
      "2em => 20",
      "2ex => 10",
      "2ch => 10",
      "50% => 100",
      "0 => 0",
      "0vw => 0",
      "1vw => undefined",
      "1 => undefined",
      "-1.5px => -1.125",
      "+1px => 0.75",
      ".5em => 5",
      "1.px => 0.75",
      " 1PX  => 0.75",
      "px => undefined",
      "1 px => undefined",
      "calc(1px) => undefined",
    ]);
    expect(
      withValues(["small", "medium", "x-large", "smaller", "larger", "120%", "9pt", "auto", "toString"], (text) =>
        rounded(parseSize(text, 12)),
      ),
    ).toEqual([
      "small => 10",
      "medium => 12",
      "x-large => 18",
      "smaller => 10",
      "larger => 14.4",
      "120% => 14.4",
      "9pt => 9",
      "auto => undefined",
      "toString => undefined",
    ]);
  });
});
