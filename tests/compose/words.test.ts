import { describe, expect, test } from "vitest";
import { typography, withTypography } from "../../scripts/compose/words/typography.ts";
import {
  againstReference,
  atPeriods,
  formatMean,
  formatYears,
  joinNames,
  joinWords,
  LADDER,
  recordedFacts,
  unitPlural,
  unitRemark,
} from "../../scripts/compose/words/words.ts";
import type { Comparison, ReadingWord } from "../../scripts/model/analysis.ts";
import { quarter } from "../../scripts/model/period.ts";
import { plain } from "./find.ts";

const WORDS: Record<ReadingWord, string> = {
  rise: "hausse",
  fall: "baisse",
  "marked-rise": "hausse nette",
  "marked-fall": "baisse nette",
  "no-clear-change": "pas d'évolution claire",
  "too-few": "trop peu pour conclure",
  none: "aucun fait",
  "not-tested": "non comparable",
};

describe("the ladder", () => {
  test.each(Object.entries(WORDS))("%s is « %s »", (word, short) => {
    expect(LADDER[word as ReadingWord].short).toBe(short);
    expect(LADDER[word as ReadingWord].meaning).not.toBe("");
  });

  test("only rises and falls are told as changes", () => {
    expect(Object.entries(LADDER).flatMap(([word, w]) => (w.tone === "neutral" ? [] : [word]))).toEqual([
      "rise",
      "fall",
      "marked-rise",
      "marked-fall",
    ]);
  });
});

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
  expect(unitRemark("victime entendue", 3)).toBe(" (comptés en victimes entendues)");
  expect(unitRemark("véhicule", 1)).toBe(" (unité de compte : véhicule)");
  expect([unitRemark("infraction", 3), unitRemark("fait", 3), unitRemark(null, 3), unitRemark("victime", 0)]).toEqual([
    "",
    "",
    "",
    "",
  ]);
});

test("a mean has one decimal, and none when it is whole", () => {
  expect([formatMean(28, 3), formatMean(27, 3), formatMean(0, 2), formatMean(1, 3)]).toEqual(["9,3", "9", "0", "0,3"]);
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

test("the same quarter of several years is said once", () => {
  expect(plain(atPeriods([quarter(2025, 1)]))).toBe("au 1er trimestre 2025");
  expect(plain(atPeriods([2023, 2024, 2025].map((y) => quarter(y, 1))))).toBe("aux 1ers trimestres 2023 à 2025");
  expect(plain(atPeriods([2024, 2025].map((y) => quarter(y, 3))))).toBe("aux 3es trimestres 2024 et 2025");
});

test("the reference is a mean over several years, a count over one, and « aucun » when it is zero", () => {
  const against = (value: number, years: readonly number[]): string =>
    plain(
      againstReference({
        before: { periods: years.map((y) => quarter(y, 1)), value },
        exposure: years.length,
      } as unknown as Comparison),
    );
  expect(against(28, [2023, 2024, 2025])).toBe("contre 9,3 en moyenne aux 1ers trimestres 2023 à 2025");
  expect(against(9, [2025])).toBe("contre 9 au 1er trimestre 2025");
  expect(against(0, [2024, 2025])).toBe("contre aucun aux 1ers trimestres 2024 et 2025");
});

test("French typography is for what is read: a key, a place, a path stay as they are", () => {
  const text = "l'an : 3 %";
  const same = { id: text, line: text, from: [text], kind: text, severity: text, tone: text, emphasis: text };
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
])("« %s » is set", (text, set) => {
  expect(typography(text)).toBe(set);
});
