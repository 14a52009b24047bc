/** Parts of a period, joined and resolved: each word alone, and each pair of words that agree or exclude each other. */
import { describe, expect, test } from "vitest";
import { periodKey } from "../../../scripts/model/period.ts";
import { findPeriodColumns, periodOfNumber } from "../../../scripts/recognise/periods/period-columns.ts";
import { type Anchor, resolve } from "../../../scripts/recognise/periods/resolve.ts";
import { findUnfinished } from "../../../scripts/recognise/periods/unfinished.ts";
import { mergeParts, type PeriodPart } from "../../../scripts/recognise/words/period-part.ts";
import { viewOf } from "../tables.ts";
import { parserOf, period, plain, readings } from "../texts-around.ts";

const Q1: PeriodPart = { within: [1, 3] };
const Q2: PeriodPart = { within: [4, 6] };
const full = (key: string): PeriodPart => ({ full: period(key) });
const T1 = full("2026-01/2026-03");
const cumulative: PeriodPart = { cumulative: true };
const rolling: PeriodPart = { rolling: true };
const N = (relative: number): PeriodPart => ({ year: { relative } });

describe("two parts", () => {
  test.each<[PeriodPart, PeriodPart, PeriodPart | undefined]>([
    [{}, {}, {}],
    [{ year: 2026 }, Q1, { year: 2026, within: [1, 3] }],
    [Q1, { year: 2026 }, { year: 2026, within: [1, 3] }],
    [Q1, { within: [2, 2] }, { within: [2, 2] }],
    [Q1, Q1, Q1],
    [Q1, Q2, undefined],
    [{ within: [1, 2] }, { within: [2, 3] }, undefined],
    [{ within: [2, 3] }, { within: [1, 3] }, undefined],
    [{ wholeYear: true }, Q1, { within: [1, 3], wholeYear: true }],
    [Q1, { wholeYear: true }, { within: [1, 3], wholeYear: true }],
    [cumulative, { year: 2025 }, { year: 2025, cumulative: true }],
    [{ year: 2025 }, cumulative, { year: 2025, cumulative: true }],
    [rolling, { year: 2025 }, { year: 2025, rolling: true }],
    [{ year: 2025 }, rolling, { year: 2025, rolling: true }],
    [{ own: "half" }, { own: "quarter" }, { own: "quarter" }],
    [{ own: "quarter" }, { own: "year", ...N(-1) }, { own: "quarter", ...N(-1) }],
    [{ own: "year", ...N(-1) }, { own: "quarter" }, { own: "quarter", ...N(-1) }],
    [{ own: "half" }, { year: 2025 }, { year: 2025, own: "half" }],
    [{ year: 2025 }, { own: "half" }, { year: 2025, own: "half" }],
    [{ year: 2025 }, { year: 2025 }, { year: 2025 }],
    [{ year: 2025 }, { year: 2026 }, undefined],
    [{ year: 2026 }, N(-1), { year: 2025 }],
    [N(-1), N(-1), N(-1)],
    [N(-1), N(0), undefined],
    [N(-1), { year: 2025 }, undefined],
    [{ year: 2025 }, N(0), { year: 2025 }],
    [{ months: 9 }, { year: 2025 }, { year: 2025, months: 9 }],
    [{ year: 2025 }, { months: 9 }, { year: 2025, months: 9 }],
    [{ months: 9 }, { months: 6 }, { months: 6 }],
  ])("%j over %j: %j", (outer, inner, merged) => {
    expect(mergeParts(outer, inner)).toEqual(merged);
  });

  test.each<[string, PeriodPart, boolean]>([
    ["2026-01/2026-03", T1, true],
    ["2026-01/2026-03", full("2025-01/2025-03"), false],
    ["2026-01/2026-03", {}, true],
    ["2026-01/2026-03", { year: 2026 }, true],
    ["2026-01/2026-03", { year: 2025 }, false],
    ["2025-04/2026-03", { year: 2025 }, true],
    ["2025-04/2026-03", { year: 2026 }, true],
    ["2025-04/2026-03", { year: 2024 }, false],
    ["2026-01/2026-03", N(-1), true],
    ["2026-01/2026-03", Q1, true],
    ["2026-01/2026-03", Q2, false],
    ["2026-01/2026-03", { within: [1, 2] }, false],
    ["2026-02/2026-03", Q1, false],
    ["2026-01/2026-06", cumulative, true],
    ["2026-04/2026-06", cumulative, false],
    ["2025-04/2026-03", rolling, true],
    ["2026-01/2026-03", rolling, false],
  ])("%s in full and %j agree: %s", (key, part, agree) => {
    const expected = agree ? full(key) : undefined;
    expect(mergeParts(full(key), part)).toEqual(expected);
    expect(mergeParts(part, full(key))).toEqual(expected);
  });
});

describe("one part", () => {
  const anchor = (key: string, source: Anchor["source"] = "title"): Anchor => ({ period: period(key), source });
  const [march, september, december] = ["2026-01/2026-03", "2026-07/2026-09", "2026-10/2026-12"].map((key) =>
    anchor(key),
  );
  const meant = (part: PeriodPart, own: Anchor | null | undefined, bareYears: readonly number[] = []) => {
    const found = resolve(part, { anchor: own ?? null, bareYears });
    if (found.kind === "period") return periodKey(found.period);
    return found.kind === "unknown" ? `? ${plain(found.why)}` : found.periods.map(periodKey).join(" | ");
  };

  test("in full is itself, whatever the statement", () => {
    expect(meant(T1, null)).toBe("2026-01/2026-03");
    expect(meant(T1, september)).toBe("2026-01/2026-03");
  });

  test("of twelve months ends with the statement, in its year or in the one said", () => {
    expect(meant(rolling, march)).toBe("2025-04/2026-03");
    expect(meant({ ...rolling, year: 2025 }, march)).toBe("2024-04/2025-03");
    expect(meant({ ...rolling, ...N(-1) }, march)).toBe("2024-04/2025-03");
    expect(meant({ ...rolling, within: [1, 12] }, march)).toBe("2025-04/2026-03");
    expect(meant({ ...rolling, within: [1, 12], year: 2025 }, march)).toBe("2025-01/2025-12 | 2024-04/2025-03");
    expect(meant({ ...rolling, within: [1, 12], year: 2025 }, december)).toBe("2025-01/2025-12");
    expect(meant({ ...rolling, ...Q1 }, march)).toBe("? « 12 derniers mois » et un autre intervalle à la fois");
    expect(meant({ ...rolling, within: [1, 11] }, march)).toBe(
      "? « 12 derniers mois » et un autre intervalle à la fois",
    );
    expect(meant(rolling, null)).toBe("? « 12 derniers mois » sans que rien ne dise lesquels");
  });

  test("that runs since January ends with the statement, or with the months said", () => {
    expect(meant(cumulative, september)).toBe("2026-01/2026-09");
    expect(meant({ ...cumulative, year: 2025 }, september)).toBe("2025-01/2025-09");
    expect(meant({ ...cumulative, ...Q2 }, september)).toBe("2026-01/2026-06");
    expect(meant({ ...cumulative, ...Q2, year: 2025 }, null)).toBe("2025-01/2025-06");
    expect(meant(cumulative, null)).toBe("? « cumul » sans que rien ne dise jusqu'à quel mois");
    expect(meant({ ...cumulative, year: 2025 }, null)).toBe("? « cumul » sans que rien ne dise jusqu'à quel mois");
    expect(meant({ ...cumulative, ...Q2 }, null)).toBe("? « cumul » sans que rien ne dise jusqu'à quel mois");
  });

  test("of months is in the statement's year, unless they would come after it", () => {
    expect(meant({ ...Q2, year: 2025 }, null)).toBe("2025-04/2025-06");
    expect(meant({ ...Q2, year: 2027 }, march)).toBe("2027-04/2027-06");
    expect(meant(Q2, september)).toBe("2026-04/2026-06");
    expect(meant(Q1, march)).toBe("2026-01/2026-03");
    expect(meant(Q2, march)).toBe("2025-04/2025-06 | 2026-04/2026-06");
    expect(meant({ ...Q2, ...N(-1) }, march)).toBe("2025-04/2025-06");
    expect(meant(Q2, null)).toBe("? un trimestre ou un mois sans son année");
  });

  test("of the statement's own quarter, half-year or period", () => {
    expect(meant({ own: "period" }, anchor("2026-01/2026-06"))).toBe("2026-01/2026-06");
    expect(meant({ own: "period", year: 2025 }, anchor("2026-01/2026-06"))).toBe("2025-01/2025-06");
    expect(meant({ own: "quarter" }, anchor("2026-01/2026-06"))).toBe("2026-04/2026-06");
    expect(meant({ own: "half" }, anchor("2026-04/2026-06"))).toBe("2026-01/2026-06");
    expect(meant({ own: "quarter", ...N(-1) }, march)).toBe("2025-01/2025-03");
    expect(meant({ own: "half" }, september)).toBe("? la période de l'état ne finit pas avec un semestre");
    expect(meant({ own: "quarter" }, anchor("2026-04/2026-04"))).toBe(
      "? la période de l'état ne finit pas avec un trimestre",
    );
    expect(meant({ own: "quarter" }, null)).toBe("? « trimestre » sans que rien ne dise lequel");
  });

  test("of a number of months begins in January, and may else end with the statement, in its year or in the one said", () => {
    expect(meant({ months: 9 }, september)).toBe("2026-01/2026-09");
    expect(meant({ months: 9, year: 2025 }, september)).toBe("2025-01/2025-09");
    expect(meant({ months: 6 }, september)).toBe("2026-01/2026-06 | 2026-04/2026-09");
    expect(meant({ months: 6, year: 2025 }, september)).toBe("2025-01/2025-06 | 2025-04/2025-09");
    expect(meant({ months: 3, ...N(-1) }, march)).toBe("2025-01/2025-03");
    expect(meant({ months: 9 }, null)).toBe("? « 9 mois » sans que rien ne dise lesquels");
    expect(meant({ months: 9, year: 2025 }, null)).toBe("? « 9 mois » sans que rien ne dise lesquels");
  });

  test("of a whole year is one that is over, or may be the months gone by", () => {
    const whole = (year: number, own: Anchor | null | undefined) => meant({ wholeYear: true, year }, own);
    expect(whole(2026, null)).toBe("2026-01/2026-12");
    expect(whole(2025, september)).toBe("2025-01/2025-12");
    expect(whole(2026, december)).toBe("2026-01/2026-12");
    expect(whole(2026, september)).toBe("2026-01/2026-09 | 2026-01/2026-12");
    expect(whole(2027, september)).toBe("? l'année 2027 n'est pas commencée à la date de l'état");
    expect(whole(2027, december)).toBe("2027-01/2027-12");
  });

  test("of a bare year is the statement's own months of it, unless the whole year is as possible", () => {
    const bare = (year: number, own: Anchor | null | undefined, years: readonly number[] = []) =>
      meant({ year }, own, years);
    expect(bare(2025, null)).toBe("2025-01/2025-12");
    expect(bare(2025, september, [2026])).toBe("2025-07/2025-09");
    expect(bare(2025, september)).toBe("2025-07/2025-09 | 2025-01/2025-12");
    expect(bare(2026, december)).toBe("2026-10/2026-12 | 2026-01/2026-12");
    expect(bare(2025, anchor("2026-01/2026-12"), [2026])).toBe("2025-01/2025-12");
    expect(bare(2025, anchor("2025-07/2026-06"), [2026])).toBe("2024-07/2025-06");
    expect(bare(2027, september)).toBe("? l'année 2027 est postérieure à la période de l'état");
    expect(bare(2026, september, [2027])).toBe("? l'année 2027 est postérieure à la période de l'état");
    expect(bare(2025, anchor("2026-07/2026-09", "folder"), [2026])).toBe("2025-07/2025-09 | 2025-01/2025-09");
    expect(bare(2025, anchor("2026-01/2026-03", "folder"), [2026])).toBe("2025-01/2025-03");
  });

  test("that says nothing, or a year from the statement's own, is the statement's own period", () => {
    expect(meant({}, september)).toBe("2026-07/2026-09");
    expect(meant(N(0), september)).toBe("2026-07/2026-09");
    expect(meant(N(-1), september)).toBe("2025-07/2025-09");
    expect(meant({ wholeYear: true }, null)).toBe("? aucune période n'est indiquée");
    expect(meant(N(-1), null)).toBe("? aucune période n'est indiquée");
  });
});

describe("a column of numbers that say a period", () => {
  const kind = (heading: string, cells: readonly string[], longForm = false) => {
    const view = viewOf([heading, ...cells].join("\n"));
    const column = { column: 0, headings: heading === "" ? [] : view.own(0) };
    const beside = { column: 1, headings: longForm ? viewOf("Nombre").own(0) : [] };
    const columns = {
      values: [column, beside],
      texts: [],
      isFillingUp: false,
      repeated: new Set<number>(),
      doubt: null,
    };
    return findPeriodColumns(
      view,
      [...cells.keys()].map((i) => i + 1),
      columns,
    ).get(0);
  };
  test.each<[string, string[], boolean, ReturnType<typeof kind>]>([
    ["Année", ["2025", "2026"], false, "year"],
    ["Exercice", ["1999"], true, "year"],
    ["Période", ["2026", "202601"], false, "unreadable"],
    ["Période", ["202601", "202612"], false, "year-month"],
    ["Période", ["202600"], false, "unreadable"],
    ["Période", ["202613"], false, "unreadable"],
    ["Mois", ["1", "12"], true, "month"],
    ["Trimestre", ["1"], true, "quarter"],
    ["Trim.", ["1"], true, "quarter"],
    ["N° trimestre", ["4"], true, "quarter"],
    ["Semestre", ["2"], true, "half"],
    ["An", ["12"], true, "unreadable"],
    ["Trimestre", ["12", "8"], false, undefined],
    ["Faits", ["2026"], true, undefined],
    ["", ["2026"], true, undefined],
  ])("« %s » over %j (one line a count: %s): %s", (heading, cells, longForm, expected) => {
    expect(kind(heading, cells, longForm)).toBe(expected);
  });

  test.each([
    ["year", 2026, { year: 2026 }],
    ["year-month", 202604, { year: 2026, within: [4, 4] }],
    ["quarter", 1, { within: [1, 3] }],
    ["quarter", 4, { within: [10, 12] }],
    ["quarter", 5, undefined],
    ["quarter", 0, undefined],
    ["half", 2, { within: [7, 12] }],
    ["half", 3, undefined],
    ["month", 12, { within: [12, 12] }],
    ["month", 13, undefined],
    ["unreadable", 1, undefined],
  ] as const)("%s %i: %j", (column, value, part) => {
    expect(periodOfNumber(column, value)).toEqual(part);
  });
});

describe("a period that goes on after its delivery", () => {
  const folder = period("2026-01/2026-03");
  const told = (
    key: string,
    texts: readonly string[],
    own: { folder?: typeof folder | null; anchor?: string } = {},
  ) => {
    const found = findUnfinished(
      {
        period: period(key),
        texts,
        folder: own.folder === undefined ? folder : own.folder,
        anchor: own.anchor === undefined ? null : { period: period(own.anchor), source: "title" },
      },
      parserOf(),
    );
    return found && readings(found);
  };
  const WRONG = "Si le fichier est dans le mauvais dossier, déplacez-le dans celui de son trimestre.";
  const unfinished = (words: string) =>
    `${words}, période qui n'était pas finie à la livraison : le fichier serait dans le mauvais dossier`;

  test("is none when it ends with its quarter, begins after it, or no folder says a quarter", () => {
    expect(told("2025-04/2026-03", ["x"])).toBeNull();
    expect(told("2026-04/2026-06", ["x"])).toBeNull();
    expect(told("2026-01/2026-06", ["x"], { folder: null })).toBeNull();
    expect(told("2026-03/2026-04", ["x"])).not.toBeNull();
  });

  test("of a year may be the months gone by, and the settings can say so of one text", () => {
    expect(told("2026-01/2026-12", ["Année 2026"])).toEqual({
      text: "Année 2026",
      readings: ["1er trimestre 2026 (2026-01/2026-03)", unfinished("année 2026 (2026-01/2026-12)")],
      may: ["2026-01/2026-03"],
      hint: WRONG,
    });
    expect(told("2026-01/2026-12", ["2026"], { folder: period("2026-07/2026-09"), anchor: "2026-01/2026-12" })).toEqual(
      {
        text: "2026",
        readings: [
          "janvier à septembre 2026 (2026-01/2026-09)",
          "3e trimestre 2026 (2026-07/2026-09)",
          unfinished("année 2026 (2026-01/2026-12)"),
        ],
        may: ["2026-01/2026-09", "2026-07/2026-09"],
        hint: WRONG,
      },
    );
    expect(told("2026-01/2026-12", ["Année", "2026"])).toMatchObject({ text: "Année / 2026", may: undefined });
    expect(told("2026-01/2026-12", [])).toMatchObject({ text: "", may: undefined });
  });

  test("that says its months is what it says: refused in an earlier statement, read in one of those months", () => {
    const refused = {
      readings: [
        unfinished("1er semestre 2026 (2026-01/2026-06)"),
        "une période plus courte, que l'en-tête devrait nommer",
      ],
      may: undefined,
      hint: `${WRONG} Sinon demandez au service un fichier corrigé : aucun réglage ne peut dire une autre période que ce texte.`,
    };
    expect(told("2026-01/2026-06", ["S1 2026"])).toEqual({ text: "S1 2026", ...refused });
    expect(told("2026-01/2026-06", ["S1", "2026"], { anchor: "2026-01/2026-03" })).toEqual({
      text: "S1 / 2026",
      ...refused,
    });
    expect(told("2026-01/2026-06", ["S1 2026"], { anchor: "2026-04/2026-06" })).toBeNull();
    expect(told("2026-01/2026-12", ["janvier à décembre 2026"])).toMatchObject({ may: undefined });
  });
});
