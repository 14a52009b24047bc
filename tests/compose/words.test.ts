import { describe, expect, test } from "vitest";
import { sizeWithRange } from "../../scripts/compose/words/size.ts";
import { typography, withTypography } from "../../scripts/compose/words/typography.ts";
import {
  formatMean,
  formatYears,
  joinNames,
  ofWord,
  recordedFacts,
  unitPlural,
} from "../../scripts/compose/words/words.ts";
import type { ComparisonKind } from "../../scripts/model/analysis.ts";
import { VERDICT_WORDS, type Verdict } from "../../scripts/model/degree.ts";
import { joinWords } from "../../scripts/model/format.ts";
import { plain } from "./find.ts";

describe("the scale", () => {
  test.each([
    ["rise-established", "hausse établie"],
    ["fall-established", "baisse établie"],
    ["rise-to-follow", "hausse à suivre"],
    ["fall-to-follow", "baisse à suivre"],
    ["ordinary", "ordinaire"],
    ["none", "aucun fait"],
    ["not-judged", "non comparable"],
  ] as const)("%s is « %s »", (verdict, short) => {
    expect(VERDICT_WORDS[verdict]).toBe(short);
  });
});

describe("how large a change is, with its sure end", () => {
  const size = (
    before: number,
    after: number,
    [low, high]: readonly [number, number | null],
    verdict: Verdict,
    kind: ComparisonKind = "quarter-pooled",
  ): string =>
    plain(
      sizeWithRange({
        kind,
        ratio: { low, high },
        verdict,
        before: { periods: [], values: [before], value: before },
        after: { periods: [], value: after },
        exposure: 4,
      }),
    )
      .replace("le niveau de la saison", "le niveau")
      .replace("au niveau de la saison", "au niveau");
  test.each([
    [24, 26, [1.6, 12], "rise-established", "environ 4 fois le niveau (6) ; au moins 1,5 fois"],
    [24, 15, [2.1, null], "rise-established", "environ 2,5 fois le niveau (6) ; au moins 2 fois"],
    [80, 27, [1.12, 1.4], "rise-to-follow", "environ 35 % de plus que le niveau (20) ; au moins 12 % de plus"],
    [80, 27, [1.04, 1.4], "rise-to-follow", "environ 35 % de plus que le niveau (20)"],
    [
      66,
      2,
      [0.01, 0.59],
      "fall-established",
      "divisé par environ 8 par rapport au niveau (16,5) ; divisé au moins par 1,5",
    ],
    [80, 14, [0.5, 0.9], "fall-to-follow", "environ 30 % de moins que le niveau (20) ; au moins 10 % de moins"],
    [80, 14, [0.5, null], "fall-to-follow", "environ 30 % de moins que le niveau (20)"],
    [40, 0, [0, 0.4], "fall-to-follow", "contre 10 (le niveau) ; divisé au moins par 2,5"],
    [2, 5, [2.2, null], "rise-to-follow", "environ 10 fois le niveau (moins d'un) ; au moins 2 fois"],
    [0, 6, [1.9, null], "rise-to-follow", "aucun à cette saison les années précédentes ; au moins 1,5 fois"],
    [24, 26, [0.5, 2], "ordinary", ""],
  ] as const)("%d in four, then %d, %j, %s: « %s »", (before, after, range, verdict, said) => {
    expect(size(before, after, range, verdict)).toBe(said);
  });

  test("of twelve months, against the earlier years", () => {
    expect(size(160, 14, [0.2, 0.5], "fall-to-follow", "rolling-year-pooled")).toBe(
      "divisé par environ 3 par rapport à la moyenne annuelle d'avant (40) ; divisé au moins par 2",
    );
    expect(size(0, 6, [1.2, null], "rise-to-follow", "rolling-year-pooled")).toBe(
      "aucun auparavant ; au moins 19 % de plus",
    );
  });

  test("against the level of a course, where there is one; « n fois moins » is never said", () => {
    const x = {
      before: { periods: [], values: [80], value: 80 },
      after: { periods: [], value: 24 },
      exposure: 4,
      expected: 7.6,
    };
    expect(
      plain(sizeWithRange({ ...x, ratio: { low: 1.5, high: 9 }, verdict: "rise-established", kind: "quarter-pooled" })),
    ).toBe("environ 3 fois ce que donnerait son évolution (8) ; au moins 1,5 fois");
  });
});

test.each(["évasions", "extorsions", "êtres", "homicides", "îlots", "ivresses", "œuvres", "usages"])(
  "« d'%s »",
  (name) => {
    expect([ofWord(name), ofWord(`vols d'${name}`)]).toEqual([`d'${name}`, `de vols d'${name}`]);
  },
);

test("counts agree: none, one, two, a thousand", () => {
  expect([0, 1, 2, 1012].map((n) => plain(recordedFacts(n)))).toEqual([
    "aucun fait enregistré",
    "1 fait enregistré",
    "2 faits enregistrés",
    "1 012 faits enregistrés",
  ]);
});

test("a unit that is not the fact is named, and agrees", () => {
  expect(unitPlural("victime entendue")).toBe("victimes entendues");
});

test("a mean has one decimal, and none when it is whole; under one it is said in words", () => {
  expect([formatMean(28, 3), formatMean(27, 3), formatMean(0, 2), formatMean(1, 3)]).toEqual([
    "9,3",
    "9",
    "0",
    "moins d'un",
  ]);
});

test("years that follow each other are a span, two are a pair, others are a list", () => {
  expect(formatYears([2025, 2024, 2023])).toBe("2023 à 2025");
  expect(formatYears([2024, 2025])).toBe("2024 et 2025");
  expect(formatYears([2021, 2023, 2025])).toBe("2021, 2023 et 2025");
  expect(formatYears([2025])).toBe("2025");
  expect(formatYears([])).toBe("");
});

test("lists of words end with « et »", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(joinWords)).toEqual(["", "a", "a et b", "a, b et c"]);
});

test("long lists of names end with a number", () => {
  const names = (n: number) => Array.from({ length: n }, (_, i) => `N${i}`);
  expect(joinNames(names(9))).toBe("N0, N1, N2, N3, N4, N5, N6, N7 et N8");
  expect(joinNames(names(20))).toBe("N0, N1, N2, N3, N4, N5, N6, N7 et 12 autres");
});

test("French typography is for what is read: a key, a place, a path stay as they are", () => {
  const text = "l'an : 3 %";
  const same = { id: text, line: text, from: [text], kind: text, severity: text, emphasis: text };
  const set = withTypography({ ...same, text, cells: [{ ...same, text }] });
  expect(set).toEqual({ ...same, text: "l’an\u00a0: 3\u202f%", cells: [{ ...same, text: "l’an\u00a0: 3\u202f%" }] });
});

test.each([
  ["a:b, 12:30", "a:b, 12:30"],
  ["vrai ?", "vrai\u202f?"],
  ["(3 %)", "(3\u202f%)"],
  ["« x »", "«\u00a0x\u00a0»"],
  ["l'été, aujourd'hui", "l’été, aujourd’hui"],
  ["5' et 'x'", "5' et 'x'"],
  ["1 000 habitants, 12 0001", "1\u202f000 habitants, 12 0001"],
])("« %s » is set", (text, set) => {
  expect(typography(text)).toBe(set);
});
