import { describe, expect, test } from "vitest";
import { month, type Period, parsePeriodKey, periodKey, span } from "../../../scripts/model/period.ts";
import { type Anchor, describePeriod, resolve } from "../../../scripts/recognise/periods/resolve.ts";
import { findPeriods } from "../../../scripts/recognise/words/period-text.ts";
import { fc } from "../../fast-check.ts";
import { listOf, pairsOf } from "../../lists.ts";

/** The one period of a text, in a statement of that period: "2026-01/2026-03". */
function periodOf(text: string, anchor = "2026-01/2026-03"): string {
  const own = parsePeriodKey(anchor);
  const context: { anchor: Anchor | null; bareYears: number[] } = {
    anchor: own ? { period: own, source: "title" } : null,
    bareYears: [],
  };
  const { parts, unreadable } = findPeriods(text);
  if (unreadable.length > 0) return `unreadable: ${unreadable.join(", ")}`;
  return parts
    .map((p) => {
      const r = resolve(p, context);
      return r.kind === "period"
        ? periodKey(r.period)
        : r.kind === "ambiguous"
          ? r.periods.map(describePeriod).join(" ou ")
          : r.why;
    })
    .join(" & ");
}

describe("spellings", () => {
  const Q1 = "2026-01/2026-03";
  test.each<readonly [string, string]>([
    ...listOf(`
      1er trimestre 2026 ; 1er trim. 2026 ; 1er Trim 2026 ; 1ER TRIMESTRE 2026 ; Premier trimestre 2026 ;
      premier trimestre de l'année 2026 ; T1 2026 ; T1-2026 ; T12026 ; Ier trimestre 2026 ; 1er T 2026 ;
      1er T. 2026 ; T1/2026 ; T1_2026 ; T1-26 ; T1 '26 ; T 1 2026 ; 1T2026 ; 1T 2026 ; 1T26 ; 1T-2026 ; 2026T1 ;
      2026-T1 ; 2026 T1 ; Q1 2026 ; Trimestre 1 2026 ; Trim. 1 2026 ; Trimestre n° 1 2026 ; I trimestre 2026 ;
      Trimestre I 2026 ; I/2026 ; 2026-I ; 2026T01 ; T01 2026 ; T.1 2026 ; TR1 2026 ; 1TR26 ; 1Q26 ;
      1er tri 2026 ; 01/26 - 03/26 ; 01/01-31/03/2026 ; du 1/1 au 31/3/2026 ; janv. fév. mars 2026 ;
      janvier-février-mars 2026 ; janvier/février/mars 2026 ; 1° trimestre 2026 ; 1er  trimestre\u00a02026 ;
      1er trimestre\n2026 ; 1er trimestre - 2026 ; 1er trimestre 2026 (janvier-mars) ; janvier à mars 2026 ;
      de janvier à mars 2026 ; janv.-mars 2026 ; janv/mars 2026 ; Janv-Mars 26 ; janvier, février et mars 2026 ;
      Janvier, février, mars 2026 ; du 01/01/2026 au 31/03/2026 ; 01/01/2026 - 31/03/2026 ;
      du 1er janvier au 31 mars 2026 ; du 1er janvier 2026 au 31 mars 2026 ; 01/2026 - 03/2026 ; 2026-01/2026-03 ;
      2026-01 à 2026-03 ; 3 premiers mois 2026 ; trois premiers mois de 2026`).map((text) => [text, Q1] as const),
    ...pairsOf(`
      2026-04/2026-06: 2ème trimestre 2026 ; 2nd trimestre 2026 ; 2e trim. 2026 ; deuxième trimestre 2026 ; second trimestre 2026
      2026-07/2026-09: 3ème trimestre 2026
      2025-10/2025-12: 4e trimestre 2025 ; IV trimestre 2025
      2026-01/2026-06: 1er semestre 2026 ; S1 2026 ; S1-26 ; 1S2026 ; 2026S1 ; 1er sem. 2026 ; Premier semestre 2026
      2025-07/2025-12: Second semestre 2025 ; 2ème semestre 2025
      2026-01/2026-01: janv. 2026 ; Janvier 2026 ; janv.-26 ; 2026_01 ; 2026M01 ; 2026-01 ; 01/2026 ; 202601 ; JANVIER 2026
      2024-06/2024-06: Juin 2024
      2026-02/2026-02: févr.-26
      2016-01/2016-01: 2016M01
      2025-08/2025-08: août 2025
      2025-12/2025-12: déc. 2025
      2025-01/2025-12: Année 2025 ; année civile 2025 ; Exercice 2025
    `),
  ])("« %s » is %s", (text, expected) => {
    expect(periodOf(text)).toBe(expected);
  });

  test.each<readonly [string, string]>([
    ...pairsOf(`
      2026-01/2026-09: Cumul 2026 ; Cumul annuel 2026 ; Cumulé 2026 ; Total cumulé 2026
      2026-01/2026-09: Cumul depuis le 1er janvier 2026 ; Cumul janvier-septembre 2026
      2026-01/2026-09: Cumul du 01/01/2026 au 30/09/2026 ; Cumul 9 mois 2026 ; Cumul année 2026 ; Cumul
      2026-01/2026-09: Cumul de l'année en cours
      2025-01/2025-09: CUMUL 2025 ; Depuis le 1er janvier 2025 ; 2025 Cumul depuis le 1er janvier
      2025-01/2025-09: 9 mois cumulés 2025 ; Cumul N-1 ; Cumul année précédente ; Cumul de l'année dernière
      2025-01/2025-09: Cumul annuel année précédente
      2026-01/2026-06: Cumul au 30/06/2026 ; Cumul à fin juin 2026 ; Cumul fin juin 2026 ; Cumul au 30 juin 2026
      2025-10/2026-09: 12 derniers mois ; les 12 derniers mois ; 12 mois glissants ; année glissante
      2025-10/2026-09: douze derniers mois ; Cumul 12 mois
      2025-07/2026-06: Année glissante à fin juin 2026 ; 12 derniers mois au 30/06/2026
      2024-07/2025-06: juil. 24 - juin 25
      2025-03/2025-03 & 2026-03/2026-03: mars 2025 / mars 2026
      2024-10/2025-09: 12 mois précédents
      2026-07/2026-09: N ; Trimestre N ; Trimestre en cours ; 3ème trimestre
      2025-07/2025-09: N-1 ; N\u20111 ; A-1 ; Année N-1 ; Même trimestre de l'année précédente
      2025-07/2025-09: Année précédente, même trimestre ; Même trimestre N-1 ; même période 2025
      2024-07/2024-09: N - 2
      2026-04/2026-06: Trimestre précédent ; trim. préc.
    `),
    [
      "Cumul 12 mois 2025",
      "année\u00a02025 (2025-01/2025-12) ou octobre\u00a02024 à septembre\u00a02025 (2024-10/2025-09)",
    ],
    [
      "année précédente",
      "3e\u00a0trimestre\u00a02025 (2025-07/2025-09) ou janvier à septembre\u00a02025 (2025-01/2025-09)",
    ],
    [
      "Année en cours",
      "3e\u00a0trimestre\u00a02026 (2026-07/2026-09) ou janvier à septembre\u00a02026 (2026-01/2026-09)",
    ],
  ])("in a statement of the 3rd quarter of 2026, « %s » is %s", (text, expected) => {
    expect(periodOf(text, "2026-07/2026-09")).toBe(expected);
  });

  test.each(
    listOf(`
    du 3 au 9 mars 2026 ; du 01/01/2026 au 15/03/2026 ; 15/01/2026 - 14/04/2026 ; 4 mois ; 6 derniers mois ;
    janvier, mars et mai 2026 ; janvier et mars 2026 ; mars, février et janvier 2026 ; octobre à mars ;
    octobre à mars 2026 ; avril 2026 à mars 2025 ; 31/03/2026 au 01/01/2026 ; du 01/02/2025 au 29/02/2025`),
  )("« %s » is said to be no span of whole months, or says no period at all", (text) => {
    expect(periodOf(text)).toMatch(/^(unreadable: .*|)$/);
  });
  test.each([
    "Édité le 08/04/2026",
    "Arras, le 8 avril 2026",
    "zone 12",
    "62753",
    "tél. 03 21 00 20 26 11",
    "n° 2",
    "200 faits",
  ])("a date or a number of « %s » is no period", (text) => {
    expect(findPeriods(text).parts).toEqual([]);
  });
  test.each([
    ["T1 2025 / T1 2026", "2025-01/2025-03 & 2026-01/2026-03"],
    ["Variation T1 2025 / 2026", "2025-01/2025-03 & 2026-01/2026-03"],
    ["Évolution cumul 2025/2026", "2025-01/2025-03 & 2026-01/2026-03"],
  ])("« %s » compares two periods", (text, expected) => {
    expect(periodOf(text)).toBe(expected);
  });
});

describe("any period in any spelling reads back", () => {
  const MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");
  const ORDINALS = ["premier", "deuxième", "troisième", "quatrième"];
  const nth = (n: number) => (n === 1 ? "1er" : `${n}ème`);
  const two = (n: number) => String(n).padStart(2, "0");
  const year = fc.integer({ min: 2010, max: 2039 });
  const lastDay = (y: number, m: number) => new Date(Date.UTC(y, m, 0)).getUTCDate();
  const SHAPES: readonly ((text: string) => string)[] = [
    (t) => t,
    (t) => t.toUpperCase(),
    (t) => t.replaceAll(" ", "\u00a0"),
    (t) => t.normalize("NFD"),
    (t) => `(${t})`,
    (t) => `Faits constatés - ${t}`,
    (t) => t.normalize("NFD").replace(/\p{M}/gu, ""),
  ];
  const shape = fc.constantFrom(...SHAPES);
  const reads = (text: string, period: Period): void => {
    expect([text, periodOf(text, "2019-04/2019-06")]).toEqual([text, periodKey(period)]);
  };

  test("quarters", () => {
    const spellings: readonly ((n: number, y: number) => string)[] = [
      (n, y) => `${nth(n)} trimestre ${y}`,
      (n, y) => `${nth(n)} trim. ${y}`,
      (n, y) => `${ORDINALS[n - 1]} trimestre ${y}`,
      (n, y) => `T${n} ${y}`,
      (n, y) => `T${n}-${two(y % 100)}`,
      (n, y) => `${n}T${y}`,
      (n, y) => `${n}T${two(y % 100)}`,
      (n, y) => `${y}T${n}`,
      (n, y) => `${y}-T${n}`,
      (n, y) => `${y} ${nth(n)} trimestre`,
      (n, y) => `trimestre ${n} ${y}`,
    ];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), year, fc.constantFrom(...spellings), shape, (n, y, spell, as) =>
        reads(as(spell(n, y)), span(y, 3 * n - 2, 3 * n)),
      ),
      { numRuns: 600 },
    );
  });
  test("half-years", () => {
    const spellings: readonly ((n: number, y: number) => string)[] = [
      (n, y) => `${nth(n)} semestre ${y}`,
      (n, y) => `${n === 1 ? "premier" : "second"} semestre ${y}`,
      (n, y) => `S${n} ${y}`,
      (n, y) => `${y}S${n}`,
      (n, y) => `${n}S${y}`,
      (n, y) => `${nth(n)} sem. ${y}`,
    ];
    fc.assert(
      fc.property(fc.constantFrom(1, 2), year, fc.constantFrom(...spellings), shape, (n, y, spell, as) =>
        reads(as(spell(n, y)), span(y, 6 * n - 5, 6 * n)),
      ),
      { numRuns: 300 },
    );
  });
  test("months, ranges of months and ranges of days", () => {
    const spellings: readonly ((a: number, b: number, y: number) => string)[] = [
      (a, b, y) => `de ${MONTHS[a - 1]} à ${MONTHS[b - 1]} ${y}`,
      (a, b, y) => `${MONTHS[a - 1]} - ${MONTHS[b - 1]} ${y}`,
      (a, b, y) => `du 01/${two(a)}/${y} au ${lastDay(y, b)}/${two(b)}/${y}`,
      (a, b, y) => `du 1er ${MONTHS[a - 1]} au ${lastDay(y, b)} ${MONTHS[b - 1]} ${y}`,
      (a, b, y) => `${y}-${two(a)}/${y}-${two(b)}`,
    ];
    const pair = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })).filter(([a, b]) => a < b);
    fc.assert(
      fc.property(pair, year, fc.constantFrom(...spellings), shape, ([a, b], y, spell, as) =>
        reads(as(spell(a, b, y)), span(y, a, b)),
      ),
      { numRuns: 600 },
    );
    const single: readonly ((m: number, y: number) => string)[] = [
      (m, y) => `${MONTHS[m - 1]} ${y}`,
      (m, y) => `${y}_${two(m)}`,
      (m, y) => `${y}M${two(m)}`,
      (m, y) => `${two(m)}/${y}`,
    ];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), year, fc.constantFrom(...single), shape, (m, y, spell, as) =>
        reads(as(spell(m, y)), span(y, m, m)),
      ),
      { numRuns: 300 },
    );
  });
  test("cumulative counts", () => {
    const spellings: readonly ((m: number, y: number) => string)[] = [
      (m, y) => `Cumul au ${lastDay(y, m)}/${two(m)}/${y}`,
      (m, y) => `Cumul à fin ${MONTHS[m - 1]} ${y}`,
      (m, y) => `Cumul ${m} mois ${y}`,
      (m, y) => `Cumul du 01/01/${y} au ${lastDay(y, m)}/${two(m)}/${y}`,
    ];
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 11 }), year, fc.constantFrom(...spellings), shape, (m, y, spell, as) =>
        reads(as(spell(m, y)), { first: month(y, 1), last: month(y, m) }),
      ),
      { numRuns: 400 },
    );
  });
  test("no text makes it throw", () => {
    const whatever = fc.property(fc.string({ maxLength: 60 }), (text) => void findPeriods(text));
    expect(() => fc.assert(whatever)).not.toThrow();
  });
});

test.each([
  [
    "Cumul 2025, année 2026",
    [
      { cumulative: true, year: 2025 },
      { wholeYear: true, year: 2026 },
    ],
  ],
  [
    "T1 2026 année 2025",
    [
      { within: [1, 3], year: 2026 },
      { wholeYear: true, year: 2025 },
    ],
  ],
  ["2024, année 2025", [{ year: 2024 }, { wholeYear: true, year: 2025 }]],
])("« %s » says two periods: a whole year is not of the words before it", (text, parts) => {
  expect(findPeriods(text).parts).toEqual(parts);
});

describe("a rank and a year", () => {
  test.each([
    ["1/2026", "2026-04/2026-06", "2026-01/2026-03"],
    ["2026/2", "2026-04/2026-06", "2026-04/2026-06"],
    ["2/2025", "2026-04/2026-06", "2025-04/2025-06"],
    ["4/2026", "2026-04/2026-06", "2026-04/2026-04"],
    ["2026-9", "2026-07/2026-09", "2026-09/2026-09"],
  ])("%s in a statement of %s is %s", (text, anchor, period) => {
    expect(periodOf(text, anchor)).toBe(period);
  });
  test("may be the quarter or the month of a statement of both", () => {
    expect(periodOf("1/2026")).toMatch(/2026-01\/2026-03\) ou .*2026-01\/2026-01\)/);
    expect(findPeriods("Réf. 1/2026").parts).toEqual([{ year: 2026 }]);
  });
});
