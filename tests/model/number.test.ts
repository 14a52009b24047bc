import { describe, expect, test } from "vitest";
import { parseNumber } from "../../scripts/model/number.ts";
import { fc } from "../fast-check.ts";

const SPACES = ["", " ", "\u00a0", "\u202f", "\u2009", "\u2007", "\u2002", "\u2005", "\u200a"];
const grouped = (n: number, space: string): string => String(n).replace(/\B(?=(\d{3})+$)/g, space);

describe("whole numbers", () => {
  test("any count written with any space between thousands reads back", () => {
    fc.assert(
      fc.property(fc.nat({ max: 10 ** 9 }), fc.constantFrom(...SPACES), (n, space) => {
        expect(parseNumber(grouped(n, space))).toEqual({ kind: "whole", value: n });
      }),
    );
  });
  test("a footnote mark, « (p) » or « fait(s) » after a count changes nothing of it", () => {
    const marks = [
      "*",
      "**",
      "\u00b9",
      "\u00b2",
      "\u2074",
      "\u2079",
      "(\u00b9)",
      " [\u00b2]",
      " (p)",
      "(1)",
      " p",
      " r",
      " faits",
      " fait(s)",
      "\u00a0faits",
    ];
    fc.assert(
      fc.property(fc.nat({ max: 99_999 }), fc.constantFrom(...marks), (n, mark) => {
        expect(parseNumber(`${n}${mark}`)).toEqual({ kind: "whole", value: n });
      }),
    );
  });
  test("a change in brackets, which its sign tells, changes nothing of the count before it", () => {
    for (const beside of ["(+6)", " (-5)", "(=)", "\u202f(\u22123)", " (+33 %)", " (- 2,5%)"])
      expect([beside, parseNumber(`1\u00a0012${beside}`)]).toEqual([beside, { kind: "whole", value: 1012 }]);
    for (const other of ["12 (15)", "12 (+)", "(+6)", "12 (+6) 3", "a (+6)", "12,5 (+6)"])
      expect([other, parseNumber(other)?.kind]).not.toEqual([other, "whole"]);
  });
  test("signs of no width change nothing of it, and wide digits are digits", () => {
    for (const sign of ["\u0007", "\u00ad", "\u200b", "\u200c", "\u200d", "\u200e", "\u2060", "\ufeff"])
      for (const text of [`12${sign}`, `${sign}12`, `1${sign}2`])
        expect([sign, parseNumber(text)]).toEqual([sign, { kind: "whole", value: 12 }]);
    expect(parseNumber("\uff11\uff12")).toEqual({ kind: "whole", value: 12 });
    expect(parseNumber("\uff10\uff19")).toEqual({ kind: "whole", value: 9 });
    // From right to left, the parts of a figure change places.
    expect(parseNumber("\u200f12")).toBeUndefined();
  });
  test("a whole number with zeros after the comma is one", () => {
    expect(parseNumber("12,00")).toEqual({ kind: "whole", value: 12 });
    expect(parseNumber('="12"')).toEqual({ kind: "whole", value: 12 });
    expect(parseNumber("'12")).toEqual({ kind: "whole", value: 12 });
    expect(parseNumber(" 17\u202f369,0 ")).toEqual({ kind: "whole", value: 17369 });
  });
  test.each([
    "12 1",
    "1 01",
    "12 34 56",
    "1 0123",
    "1,012,5",
    "12 ou 13",
    "12-13",
    "12/13",
    "0x12",
    "١٢",
    "12abc",
    "²",
  ])("« %s » is no number", (text) => {
    expect(parseNumber(text)).toBeUndefined();
  });
});

describe("what is never a count", () => {
  const notWhole = (text: string) => expect(parseNumber(text)?.kind).not.toBe("whole");
  test("a sign, whatever dash it is", () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 99_999 }),
        fc.constantFrom(
          "+",
          "-",
          "\u2212",
          "\u2010",
          "\u2011",
          "\u2013",
          "\u2014",
          "\u2015",
          "+ ",
          "- ",
          "\u2212\u00a0",
        ),
        (n, sign) => {
          expect(parseNumber(`${sign}${n}`)).toEqual({
            kind: "signed",
            value: sign.startsWith("+") ? n : -n,
            precision: 0.5,
          });
        },
      ),
    );
  });
  test("a decimal that is not zero", () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 9999 }),
        fc.integer({ min: 1, max: 99 }),
        fc.constantFrom(",", "."),
        (n, decimals, point) => {
          const text = `${n}${point}${String(decimals).padStart(2, "0")}`;
          expect(parseNumber(text)?.kind).toBe("decimal");
        },
      ),
    );
  });
  test("a percentage, a rate per thousand, points", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999, max: 999 }),
        fc.constantFrom("%", " %", "\u00a0%", "\u202f%", " ‰", " pts", " point"),
        (n, unit) => {
          expect(parseNumber(`${n}${unit}`)).toMatchObject({ kind: "percent", value: n });
        },
      ),
    );
  });
  test.each([
    ["-10.87 % (-5 fait(s))", { kind: "change", percent: -10.87, precision: 0.005, facts: -5 }],
    ["10,9 % ( + 5 faits )", { kind: "change", percent: 10.9, precision: 0.05, facts: 5 }],
    ["+10 % (5)", { kind: "change", percent: 10, precision: 0.5, facts: 5 }],
    ["-10 % (+5)", { kind: "change", percent: -10, precision: 0.5, facts: 5 }],
    ["-5 faits", { kind: "signed", value: -5, precision: 0.5 }],
    ["-1 012,5", { kind: "signed", value: -1012.5, precision: 0.05 }],
    ["2,5 faits", undefined],
    ["12 (10)", undefined],
    ["12 (0)", undefined],
    ["2.5", { kind: "decimal", value: 2.5, precision: 0.05 }],
    ["+ 1 fait(s)", { kind: "signed", value: 1, precision: 0.5 }],
    ["0,00 %", { kind: "percent", value: 0, precision: 0.005 }],
    ["7,83e-03", { kind: "decimal", value: 0.00783, precision: 0.005 }],
  ] as const)("« %s » as printed in statements", (text, reading) => {
    expect(parseNumber(text)).toEqual(reading);
  });
  test("« 1.012 » has two readings, both given", () => {
    expect(parseNumber("1.012")).toEqual({ kind: "two-ways", readings: ["1\u202f012", "1,012"] });
    expect(parseNumber("123.456")).toEqual({ kind: "two-ways", readings: ["123\u202f456", "123,456"] });
    expect(parseNumber("1.234.567")).toEqual({ kind: "two-ways", readings: ["1\u202f234\u202f567", "1,234.567"] });
    expect(parseNumber("1234.567")?.kind).toBe("decimal");
    expect(parseNumber("1,000")).toEqual({ kind: "two-ways", readings: ["1\u202f000", "1,000"] });
    expect(parseNumber("12,000")).toEqual({ kind: "two-ways", readings: ["12\u202f000", "12,000"] });
    expect(parseNumber("123,000")).toEqual({ kind: "two-ways", readings: ["123\u202f000", "123,000"] });
    expect(parseNumber("0,000")).toEqual({ kind: "whole", value: 0 });
  });
  test("no text makes parseNumber throw, and a count is always a whole number of 0 or more", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const n = parseNumber(text);
        if (n?.kind === "whole") expect(n.value >= 0 && Number.isInteger(n.value)).toBe(true);
      }),
    );
    notWhole("1e3");
  });
});

describe("no value, and why", () => {
  test.each([
    ["nd", "missing"],
    ["N.D.", "missing"],
    ["NA", "missing"],
    ["NC", "missing"],
    ["-", "missing"],
    ["\u2013", "missing"],
    ["…", "missing"],
    ["non communiqué", "missing"],
    ...["n.d", "n/d", "n.c", "n.c.", "n/c", "n.a", "n.a.", "n/a", "nr", "n.r.", "#N/A", "...", "?", "--"].map(
      (t) => [t, "missing"] as const,
    ),
    ...["Non disponible", "non renseigné"].map((t) => [t, "missing"] as const),
    ...["Non diffusé", "secret", "Secret statistique"].map((t) => [t, "confidential"] as const),
    ...["< 5", "≤ 10", "moins de 10"].map((t) => [t, "confidential"] as const),
    ...["//", "SO", "Sans objet"].map((t) => [t, "not-applicable"] as const),
    ["ndiff", "confidential"],
    ["s", "confidential"],
    ["S", "confidential"],
    ["/", "not-applicable"],
    ["s.o.", "not-applicable"],
  ] as const)("« %s » is %s, not zero", (text, status) => {
    expect(parseNumber(text)).toEqual({ kind: "absent", status });
  });
  test("an empty cell is nothing at all", () => {
    expect(parseNumber("")).toBeUndefined();
    expect(parseNumber(" \u00a0 ")).toBeUndefined();
  });
});
