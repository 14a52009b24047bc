/** The months that one number counts: its column, its row and the texts around it, joined; or the readings between which they hesitate. */
import { describe, expect, test } from "vitest";
import { periodKey } from "../../../scripts/model/period.ts";
import { type Axis, axisOfCell, NO_AXIS, unite } from "../../../scripts/recognise/meaning/axis.ts";
import { type SpanContext, spanOf } from "../../../scripts/recognise/meaning/span-of.ts";
import { isTotalOfPeriods, totalSpan } from "../../../scripts/recognise/meaning/total-span.ts";
import { findPeriodLine } from "../../../scripts/recognise/periods/around.ts";
import type { Anchor } from "../../../scripts/recognise/periods/resolve.ts";
import { viewOf } from "../tables.ts";
import { around, period, plain, readings, type Texts } from "../texts-around.ts";

/** "2026 / T1": a heading over another. */
const axis = (text: string): Axis =>
  text === ""
    ? NO_AXIS
    : unite(
        text.split(" > ").flatMap((t) =>
          viewOf(t)
            .own(0)
            .map((cell) => axisOfCell(cell, false)),
        ),
      );
const anchorOf = (key: string, source: Anchor["source"] = "title"): Anchor => ({ period: period(key), source });
const Q1 = anchorOf("2026-01/2026-03");

interface Around extends Texts {
  readonly anchor?: Anchor | null;
  readonly years?: readonly number[];
}
const context = ({ anchor = Q1, years = [], ...texts }: Around): SpanContext => ({
  anchor,
  bareYears: years,
  around: around(texts),
  periodAround: () => findPeriodLine(around(texts)),
});
const told = (found: ReturnType<typeof spanOf>) => {
  if (found.kind === "doubt") return readings(found);
  if (found.kind === "unknown") return `? ${plain(found.why)}`;
  return [periodKey(found.period), found.because.map(plain).join(), found.texts.join(), found.fromFolder ?? false];
};
/** Its months alone. */
const monthsOf = (found: ReturnType<typeof told>) => (Array.isArray(found) ? found[0] : found);
const said = (column: string, row: string, texts: Around = {}) => told(spanOf(axis(column), axis(row), context(texts)));

describe("the column and the row", () => {
  test("say it: either, or both joined in whatever order", () => {
    expect(said("T1 2025", "")).toEqual(["2025-01/2025-03", "", "T1 2025", false]);
    expect(said("", "T1 2025")).toEqual(["2025-01/2025-03", "", "T1 2025", false]);
    expect(said("2025", "T1")).toEqual(["2025-01/2025-03", "", "2025,T1", false]);
    expect(said("T1", "2025")).toEqual(["2025-01/2025-03", "", "T1,2025", false]);
    expect(said("T1 2026", "janvier")).toEqual(["2026-01/2026-01", "", "T1 2026,janvier", false]);
    expect(said("janvier", "T1 2026")).toEqual(["2026-01/2026-01", "", "janvier,T1 2026", false]);
  });

  test("that contradict each other are a doubt, which only another file settles", () => {
    expect(said("T1 2025", "2026 > T1")).toEqual({
      text: "T1 2025 / 2026 / T1",
      readings: ["la période de la colonne « T1 2025 »", "celle de la ligne « 2026 / T1 »"],
      may: undefined,
    });
  });

  test("that compare two periods are a change or a count of one of them", () => {
    expect(said("T1 2025 / T1 2026", "")).toEqual({
      text: "T1 2025 / T1 2026",
      readings: [
        "l'évolution d'une période à l'autre",
        "1er trimestre 2025 (2025-01/2025-03)",
        "1er trimestre 2026 (2026-01/2026-03)",
      ],
      may: ["change", "2025-01/2025-03", "2026-01/2026-03"],
    });
    // said by two texts, or with a period that is not known: no word of the settings can take one of them
    expect(said("2025 / 2026", "T1")).toMatchObject({ text: "2025 / 2026 / T1", may: undefined });
    expect(said("T1 2025 / 2027", "", { years: [2027] })).toMatchObject({ may: expect.anything() });
    expect(said("N-1 / N", "", { anchor: null })).toEqual({
      text: "N-1 / N",
      readings: [
        "l'évolution d'une période à l'autre",
        "aucune période n'est indiquée",
        "aucune période n'est indiquée",
      ],
      may: undefined,
    });
    expect(said("12 mois 2025 / T1 2026", "")).toMatchObject({
      readings: [
        "l'évolution d'une période à l'autre",
        "année 2025 (2025-01/2025-12) ou avril 2024 à mars 2025 (2024-04/2025-03)",
        "1er trimestre 2026 (2026-01/2026-03)",
      ],
      may: undefined,
    });
  });

  test("that hesitate are a doubt that the settings can settle when one text says it", () => {
    expect(said("12 mois 2025", "")).toEqual({
      text: "12 mois 2025",
      readings: ["année 2025 (2025-01/2025-12)", "avril 2024 à mars 2025 (2024-04/2025-03)"],
      may: ["2025-01/2025-12", "2024-04/2025-03"],
    });
    expect(said("12 mois", "2025")).toMatchObject({ text: "12 mois / 2025", may: undefined });
    expect(said("1er trimestre", "", { anchor: null })).toBe("? un trimestre ou un mois sans son année");
  });
});

describe("a year under a caption that says its months", () => {
  const under = (caption: string, more: Around = {}) => said("2025", "", { near: [caption], ...more });
  test("is those months of the year", () => {
    expect(monthsOf(under("1er trimestre"))).toBe("2025-01/2025-03");
    expect(monthsOf(under("Cumul", { anchor: anchorOf("2026-07/2026-09") }))).toBe("2025-01/2025-09");
    expect(monthsOf(said("2025", "", { within: ["2e trimestre"], anchor: anchorOf("2026-04/2026-06") }))).toBe(
      "2025-04/2025-06",
    );
  });
  test("is not those of a caption that is not understood whole, that says its own year or a whole year", () => {
    const T3 = { anchor: anchorOf("2026-07/2026-09"), years: [2025, 2026] };
    expect(monthsOf(under("1er trimestre zinzolin", T3))).toBe("2025-07/2025-09");
    expect(monthsOf(under("1er trimestre 2026", T3))).toBe("2025-07/2025-09");
    expect(monthsOf(under("Année", T3))).toBe("2025-07/2025-09");
  });
  test("stays what it is when the heading says its months itself", () => {
    expect(monthsOf(said("T2 2025", "", { near: ["1er trimestre"] }))).toBe("2025-04/2025-06");
  });
});

describe("no heading says it", () => {
  test("then the nearest text around does, and says so", () => {
    expect(said("", "", { near: ["T1 2025"] })).toEqual(["2025-01/2025-03", "« T1 2025 »", "T1 2025", false]);
    expect(said("", "", { near: ["T1 2025"], within: ["T2 2025"] })).toEqual([
      "2025-04/2025-06",
      "« T2 2025 »",
      "T2 2025",
      false,
    ]);
    expect(said("", "", { near: ["Situation zinzolin T1 2025", "T2 2025"] })).toMatchObject({
      text: "Situation zinzolin T1 2025",
    });
  });
  test.each([
    ["title", "titre", false],
    ["header", "en-tête", false],
    ["sheet", "nom de la feuille", false],
    ["file", "nom du fichier", false],
    ["folder", "dossier de la livraison", true],
  ] as const)("then the statement's own period, known from its %s: « %s »", (source, because, fromFolder) => {
    expect(said("", "", { anchor: anchorOf("2026-01/2026-03", source) })).toEqual([
      "2026-01/2026-03",
      because,
      "",
      fromFolder,
    ]);
  });
  test("then nothing does", () => {
    expect(said("", "", { anchor: null })).toBe("? aucune période n'est indiquée");
  });
});

describe("a title of another year than the folder", () => {
  test("a title's year that is not the folder's puts every relative word in doubt", () => {
    const folder = { anchor: anchorOf("2026-01/2026-03", "folder"), far: ["IS 101 - 2025"] };
    expect(said("1er trimestre", "", folder)).toMatchObject({ text: "IS 101 - 2025" });
    expect(said("", "", folder)).toMatchObject({ text: "IS 101 - 2025" });
    expect(monthsOf(said("T1 2026", "", folder))).toBe("2026-01/2026-03");
  });
});

describe("a total of periods", () => {
  const total = (
    heading: string,
    before: readonly string[],
    row = "",
    more: Around = {},
    after: readonly string[] = [],
  ) => {
    const columns = [...before, heading, ...after].map((text) => ({ axis: axis(text) }));
    return told(totalSpan(columns, columns[before.length]?.axis ?? NO_AXIS, axis(row), context(more)));
  };
  const ALL = "total des périodes de la ligne";

  test("is their union, in whatever order they stand, when they follow each other", () => {
    expect(total("Total", ["Janvier", "Février", "Mars"])).toEqual(["2026-01/2026-03", ALL, "", false]);
    expect(total("Total", ["Mars", "Janvier", "Février"])).toEqual(["2026-01/2026-03", ALL, "", false]);
    expect(total("Total", ["T4 2025", "T1 2026"])).toEqual(["2025-10/2026-03", ALL, "", false]);
    expect(total("Total", ["Janvier", "Février"], "2025")).toEqual(["2025-01/2025-02", ALL, "", false]);
  });
  test("leaves out what is no count, another total, and counts that run since January or over twelve months", () => {
    expect(monthsOf(total("Total", ["Janvier", "Février", "Évolution", "Total T3 2025"]))).toBe("2026-01/2026-02");
    expect(monthsOf(total("Total", ["Janvier", "Février", "Cumul", "12 derniers mois"]))).toBe("2026-01/2026-02");
    expect(monthsOf(total("Total", ["Janvier", "Police", "Février"]))).toBe("2026-01/2026-02");
  });
  test("is of the columns before it, or of those after it, up to another total; no whole year is a part of it", () => {
    const of = (before: string, after: string) =>
      monthsOf(total("Total", before.split("|"), "", { anchor: null }, after.split("|")));
    expect(of("T1 2026|T2 2026", "Année 2025")).toBe("2026-01/2026-06");
    expect(of("", "T1 2026|T2 2026|Total|T3 2026")).toBe("2026-01/2026-06");
    expect(of("S1 2025|S2 2025|Total|S1 2026|S2 2026", "Évolution")).toBe("2026-01/2026-12");
    expect(of("T1 2026|T2 2026|Total", "T3 2026")).toBe("2026-01/2026-06");
    expect(of("Janvier 2026|Total T1 2026|Février 2026", "")).toBe("2026-01/2026-02");
    expect(of("T1 2026|T2 2026|Total|T3 2026|T4 2026", "")).toBe(
      "? « Total » d'une partie de l'année, ou de toute l'année",
    );
    expect(of("Janvier 2026|Février 2026|Mars 2026|Total|Avril 2026|Mai 2026|Juin 2026", "")).toBe("2026-04/2026-06");
    expect(of("", "T1 2026|T2 2026|Année 2025")).toBe("? « Total » d'années et de périodes plus courtes");
  });
  test("is not known over gaps, over one alone, over cumulative counts, over one that is not understood", () => {
    expect(total("Total", ["Janvier", "Mars"])).toBe("? « Total » de périodes qui ne se suivent pas");
    expect(total("Total", ["Janvier", "Janvier"])).toBe("? « Total » de périodes qui ne se suivent pas");
    expect(total("Total", ["Janvier"])).toBe("? « Total » de périodes qui ne se suivent pas");
    expect(total("Total", ["Cumul 2025", "Cumul 2026"])).toBe("? « Total » de cumuls");
    expect(total("Total", ["Janvier", "Fevreir", "Mars"])).toBe(
      "? « Total » de périodes qui ne sont pas toutes comprises",
    );
    expect(total("Total", ["Janvier", "T1 2025 / T1 2026"])).toBe(
      "? « Total » de périodes qui ne sont pas toutes comprises",
    );
  });
  test("is the statement's own period when no column says any", () => {
    expect(total("Total", ["Police", "Gendarmerie"])).toEqual(["2026-01/2026-03", "titre", "", false]);
    expect(total("Total", ["Fevreir"])).toEqual(["2026-01/2026-03", "titre", "", false]);
  });
  test("of a year is that of its columns of the year, two at least, that follow each other", () => {
    const columns = ["T3 2025", "T4 2025", "T1 2026", "T2 2026"];
    const T2 = { anchor: anchorOf("2026-04/2026-06") };
    expect(total("Total 2025", columns, "", T2)).toEqual(["2025-07/2025-12", ALL, "", false]);
    expect(total("Total 2026", columns, "", T2)).toEqual(["2026-01/2026-06", ALL, "", false]);
    expect(total("Total 2025", ["T4 2025", "T1 2026"], "", T2)).toMatchObject({ text: "Total 2025" });
    expect(total("Total 2025", ["T1 2025", "T4 2025", "T1 2026"], "", T2)).toMatchObject({ text: "Total 2025" });
    expect(monthsOf(total("Total 2025", ["Décembre 2024 à janvier 2025", "Février 2025", "Mars 2025"], "", T2))).toBe(
      "2025-02/2025-03",
    );
    expect(monthsOf(total("Total 2025", ["T1 2025", "T2 2025", "Total S2 2025"], "", T2))).toBe("2025-01/2025-06");
  });
  test("is said by « Total » alone or with a year, not with months", () => {
    const is = (text: string) => isTotalOfPeriods(axis(text));
    expect(["Total", "Total 2025", "Total année 2025"].map(is)).toEqual([true, true, true]);
    expect(["2025", "Total T1 2025", "Total 2024 / 2025", "Police", "Total cumul 2025"].map(is)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
