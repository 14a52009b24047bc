import { describe, expect, test } from "vitest";
import { parsePeriodKey, periodKey } from "../../../scripts/model/period.ts";
import { type Anchor, describePeriod, resolve } from "../../../scripts/recognise/periods/resolve.ts";
import { mergeParts, type PeriodPart } from "../../../scripts/recognise/words/period-part.ts";
import { findPeriods } from "../../../scripts/recognise/words/period-text.ts";

const anchorOf = (key: string, source: Anchor["source"] = "title"): Anchor => {
  const period = parsePeriodKey(key);
  if (!period) throw new Error(key);
  return { period, source };
};
const T3 = anchorOf("2026-07/2026-09");
const T4 = anchorOf("2026-10/2026-12");

const part = (text: string): PeriodPart => {
  const [only] = findPeriods(text).parts;
  if (!only) throw new Error(text);
  return only;
};
function say(text: string, anchor: Anchor | null, bareYears: readonly number[] = []): string {
  const r = resolve(part(text), { anchor, bareYears });
  return r.kind === "period"
    ? periodKey(r.period)
    : r.kind === "ambiguous"
      ? r.periods.map(describePeriod).join(" ou ")
      : `? ${r.why}`;
}
const months = (key: string) => key.replace(/^.*\((.*)\)$/, "$1");
const both = (text: string, anchor: Anchor, years: readonly number[] = []) =>
  say(text, anchor, years).split(" ou ").map(months);

describe("a year alone", () => {
  test("« 2025 | 2026 » in a statement of the third quarter is that quarter of each year", () => {
    expect(say("2025", T3, [2025, 2026])).toBe("2025-07/2025-09");
    expect(say("2026", T3, [2025, 2026])).toBe("2026-07/2026-09");
  });
  test("in a statement of the fourth quarter, whole years are just as possible: both are given", () => {
    expect(both("2025", T4, [2025, 2026])).toEqual(["2025-10/2025-12", "2025-01/2025-12"]);
    expect(both("2026", T4, [2025, 2026])).toEqual(["2026-10/2026-12", "2026-01/2026-12"]);
  });
  test("years that are all over (2023 to 2025) are two readings", () => {
    expect(both("2025", T3, [2023, 2024, 2025])).toEqual(["2025-07/2025-09", "2025-01/2025-12"]);
  });
  test("when only the folder names the quarter, the months gone by are just as possible", () => {
    expect(both("2026", anchorOf("2026-07/2026-09", "folder"), [2025, 2026])).toEqual([
      "2026-07/2026-09",
      "2026-01/2026-09",
    ]);
  });
  test("a year after the statement's own is not read", () => {
    expect(say("2027", T3, [2027])).toMatch(/^\? .*2027/);
  });
  test("with nothing that names a quarter, and in a statement of a whole year, it is the year", () => {
    expect(say("2025", null, [2025])).toBe("2025-01/2025-12");
    expect(say("2024", anchorOf("2025-01/2025-12"), [2024, 2025])).toBe("2024-01/2024-12");
  });
  test("« Année 2026 » in September may be the months gone by or the whole year; « Année 2025 » is the year", () => {
    expect(both("Année 2026", T3)).toEqual(["2026-01/2026-09", "2026-01/2026-12"]);
    expect(say("Année 2025", T3)).toBe("2025-01/2025-12");
    expect(say("Année 2026", T4)).toBe("2026-01/2026-12");
  });
});

describe("words that need an anchor", () => {
  test.each(["N", "N-1", "Cumul", "12 derniers mois", "Trimestre", "1er trimestre"])(
    "« %s » alone is not read",
    (text) => {
      expect(say(text, null)).toMatch(/^\? /);
    },
  );
  test("« 12 mois cumulés » end with the statement's own period; « 9 mois cumulés » begin in January", () => {
    expect(say("12 mois cumulés", T3)).toBe("2025-10/2026-09");
    expect(say("9 mois cumulés", T3)).toBe("2026-01/2026-09");
    expect(say("12 mois précédents", T3)).toBe("2024-10/2025-09");
  });
  test("a half-year asked of a statement that ends in September is not read", () => {
    expect(say("Semestre en cours", T3)).toMatch(/^\? /);
  });
});

describe("parts along one axis", () => {
  const joined = (outer: string, inner: string): string => {
    const merged = mergeParts(part(outer), part(inner));
    if (!merged) return "contradiction";
    const r = resolve(merged, { anchor: T3, bareYears: [] });
    return r.kind === "period" ? periodKey(r.period) : r.kind;
  };
  test.each([
    ["Année 2026", "1er trimestre", "2026-01/2026-03"],
    ["2025", "T2", "2025-04/2025-06"],
    ["1er trimestre", "2025", "2025-01/2025-03"],
    ["Cumul", "2025", "2025-01/2025-09"],
    ["1er trimestre 2026", "janvier", "2026-01/2026-01"],
    ["T1 2026", "01/01/2026 au 31/03/2026", "2026-01/2026-03"],
    ["12 derniers mois", "T1", "unknown"],
    ["T1 2026", "T2 2026", "contradiction"],
    ["2025", "2026", "contradiction"],
    ["T1 2026", "avril", "contradiction"],
    ["2025", "01/01/2026 au 31/03/2026", "contradiction"],
  ])("« %s » over « %s »: %s", (outer, inner, expected) => {
    expect(joined(outer, inner)).toBe(expected);
  });
});
