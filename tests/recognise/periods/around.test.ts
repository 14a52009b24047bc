/** Which period the texts around a table say, which of them may contradict it, and what the statement's own period is. */
import { describe, expect, test } from "vitest";
import { periodKey } from "../../../scripts/model/period.ts";
import { axisOfCell } from "../../../scripts/recognise/meaning/axis.ts";
import { findAnchor, isBelied } from "../../../scripts/recognise/periods/anchor.ts";
import { findOtherYear, findPeriodLine, type PeriodFinding } from "../../../scripts/recognise/periods/around.ts";
import type { Anchor } from "../../../scripts/recognise/periods/resolve.ts";
import { isCount } from "../../../scripts/recognise/words/said.ts";
import { viewOf } from "../tables.ts";
import { around, period, readings, type Texts } from "../texts-around.ts";

describe("the period that the texts around a table say", () => {
  const said = (texts: Texts, within: readonly string[] = []) => {
    const found: PeriodFinding = findPeriodLine(around({ ...texts, within }));
    if (found.kind === "part") return [found.text, found.part, found.explained, found.isTitle];
    return found.kind === "doubt" ? readings(found) : found.kind;
  };
  const T1 = { within: [1, 3], year: 2026 };

  test("is that of the nearest that says one, within the table first; then the sheet's, then the file's", () => {
    const texts = { near: ["Police", "T1 2026"], far: ["T2 2025"], sheet: "T3 2024", file: "T4 2023" };
    expect(said({ ...texts, sheet: "x" }, ["T4 2026"])).toEqual([
      "T4 2026",
      { within: [10, 12], year: 2026 },
      true,
      false,
    ]);
    expect(said({ near: ["Police", "T1 2026"], far: ["T2 2025"] })).toEqual(["T1 2026", T1, true, false]);
    expect(said({ near: ["Police"], sheet: "T1 2026", file: "T4 2023" })).toEqual(["T1 2026", T1, false, false]);
    expect(said({ near: ["Police"], file: "IS101 T1 2026" })).toEqual(["IS101 T1 2026", T1, false, false]);
    expect(said({ near: ["Police"] })).toBe("none");
  });

  test("is no period of a sheet or a file that names two", () => {
    expect(said({ sheet: "T1 2025 T1 2026", file: "T2 2026" })).toEqual([
      "T2 2026",
      { within: [4, 6], year: 2026 },
      false,
      false,
    ]);
    expect(said({ file: "T1 2025 T1 2026" })).toBe("none");
  });

  test("is a title's when it names the statement, and understood whole or not", () => {
    expect(said({ far: ["IS 101 - T1 2026"] })).toEqual(["IS 101 - T1 2026", T1, true, true]);
    expect(said({ near: ["Situation zinzolin T1 2026"] })).toEqual(["Situation zinzolin T1 2026", T1, false, false]);
  });

  test("is in doubt when one text says two: in full, each; else the first or the last", () => {
    expect(said({ near: ["T1 2025 / T1 2026"] })).toEqual({
      text: "T1 2025 / T1 2026",
      readings: ["1er trimestre 2025 (2025-01/2025-03)", "1er trimestre 2026 (2026-01/2026-03)"],
      may: ["2025-01/2025-03", "2026-01/2026-03"],
    });
    expect(said({ near: ["2025 / 2026"] })).toEqual({
      text: "2025 / 2026",
      readings: ["la première période de « 2025 / 2026 »", "la dernière"],
      may: undefined,
    });
  });

  test("is in no doubt when the settings say it", () => {
    const settings = 'mots:\n  - { texte: "T1 2025 / T1 2026", lecture: 2026-01/2026-03 }';
    expect(said({ near: ["T1 2025 / T1 2026"], sheet: "T3 2024", settings })).toMatchObject([
      "T1 2025 / T1 2026",
      { full: period("2026-01/2026-03") },
      true,
      false,
    ]);
  });

  test("is the text's, whatever the sheet's name says", () => {
    expect(said({ near: ["T1 2026"], sheet: "T2 2026" })).toEqual(["T1 2026", T1, true, false]);
    expect(said({ near: ["T1 2026"], sheet: "1er trimestre 2026" })).toEqual(["T1 2026", T1, true, false]);
    expect(said({ near: ["T1 2026"], sheet: "Année 2025" })).toEqual(["T1 2026", T1, true, false]);
    expect(said({ near: ["1er trimestre"], sheet: "T2 2026" })).toEqual([
      "1er trimestre",
      { within: [1, 3] },
      true,
      false,
    ]);
  });

  test("of a text that is not understood whole is in doubt when a further one says another", () => {
    const half = "Situation zinzolin T1 2026";
    expect(said({ near: [half, "T2 2026"] })).toEqual({
      text: half,
      readings: [
        "1er trimestre 2026 (2026-01/2026-03), selon ce texte",
        "2e trimestre 2026 (2026-04/2026-06), selon « T2 2026 »",
      ],
      may: ["2026-01/2026-03", "2026-04/2026-06"],
    });
    expect(said({ near: [half, "T1 2026", "T2 2026"] })).toMatchObject({ text: half });
    expect(said({ near: [half, "1er trimestre 2026"] })).toEqual([half, T1, false, false]);
    expect(said({ near: [half, "2e trimestre"] })).toEqual([half, T1, false, false]);
    expect(said({ near: ["T1 2026", "T2 2026"] })).toEqual(["T1 2026", T1, true, false]);
  });
});

describe("a title of another year than the folder", () => {
  const anchor = (key: string, source: Anchor["source"] = "title"): Anchor => ({ period: period(key), source });
  const rival = (texts: Texts, from: Anchor | null) => {
    const found = findOtherYear(around(texts), from);
    return found && readings(found);
  };
  const Q1 = "2026-01/2026-03";

  test("a year in the texts against the folder's quarter has three readings, and no word for the third", () => {
    const folder = anchor(Q1, "folder");
    expect(rival({ near: ["Police", "IS 101 - 2025"] }, folder)).toEqual({
      text: "IS 101 - 2025",
      readings: [
        "1er trimestre 2025 (2025-01/2025-03), le trimestre de la livraison dans l'année que dit ce texte",
        "année 2025 (2025-01/2025-12)",
        "1er trimestre 2026 (2026-01/2026-03), le trimestre de la livraison : ce texte serait fautif",
      ],
      may: ["2025-01/2025-03", "2025-01/2025-12"],
      hint: "Si le texte est fautif, demandez au service un fichier corrigé.",
    });
    expect(rival({ near: ["IS 101 - 2026", "IS 101 - 2025"] }, folder)).toBeNull();
    expect(rival({ near: ["Cumul 2025"] }, folder)).toBeNull();
    expect(rival({ near: ["2024 / 2025", "2025"] }, folder)).toMatchObject({ text: "2025" });
    expect(rival({ near: ["N-1"] }, folder)).toBeNull();
    expect(
      rival({ near: ["2025"], settings: `mots:\n  - { texte: '2025', lecture: 2025-01/2025-12 }` }, folder),
    ).toBeNull();
  });
});

describe("a heading that goes on after the title", () => {
  const belied = (explicit: readonly string[], source: Anchor["source"] = "title", settings?: string) =>
    isBelied(
      { period: period("2026-04/2026-06"), source },
      explicit.map(period),
      around({ near: ["IS 101 - T2 2026"], ...(settings && { settings }) }),
    );

  test("belies it: « Cumul » may be counted from the one or the other", () => {
    expect(belied(["2026-04/2026-06", "2026-07/2026-12", "2026-07/2026-09"])).toBe(true);
  });

  test("does not where it ends with it, where the period is no title's, or where the settings say it", () => {
    expect(belied(["2026-04/2026-06", "2026-01/2026-06"])).toBe(false);
    expect(belied(["2026-07/2026-09"], "header")).toBe(false);
    const settings = 'mots: [{ texte: "IS 101 - T2 2026", lecture: 2026-04/2026-06 }]';
    expect(belied(["2026-07/2026-09"], "title", settings)).toBe(false);
  });
});

describe("the statement's own period", () => {
  const own = (texts: Texts, headings = "", spread: Parameters<typeof findAnchor>[1] = []) => {
    const cells = headings === "" ? [] : viewOf(headings).own(0);
    const found = findAnchor(around(texts), [
      ...cells
        .map((c) => axisOfCell(c, false))
        .filter(isCount)
        .flatMap((axis) => axis.periods),
      ...spread,
    ]);
    return found && `${found.source} ${periodKey(found.period)}`;
  };

  test("is the latest that the nearest of its titles names; a title before a sentence, a near one before a far one", () => {
    expect(own({ near: ["IS 101 - T1 2025 et T1 2026"] })).toBe("title 2026-01/2026-03");
    expect(own({ near: ["IS 101 - T2 2026"], far: ["IS 101 - T3 2026"] })).toBe("title 2026-04/2026-06");
    expect(own({ near: ["Au T1 2025, 9 vols zinzolins", "IS 101 - T2 2026"] })).toBe("title 2026-04/2026-06");
    expect(own({ near: ["Au T1 2025, 9 vols zinzolins"], far: ["IS 101 - T2 2026"] })).toBe("title 2025-01/2025-03");
    expect(own({ near: ["Réf. : zinzolin 2024"], far: ["IS 101 - T2 2026"] })).toBe("title 2026-04/2026-06");
  });

  test("is else that of the headings, the sheet, the file, the folder, in this order", () => {
    const all = { sheet: "T2 2026", file: "T3 2026", folder: "2026-T4" };
    expect(own(all, "Infractions|T1 2025|T1 2026|Évolution T4 2026")).toBe("header 2026-01/2026-03");
    expect(own(all)).toBe("sheet 2026-04/2026-06");
    expect(own({ file: "T3 2026", folder: "2026-T4" })).toBe("file 2026-07/2026-09");
    expect(own({ folder: "2026-T4" })).toBe("folder 2026-10/2026-12");
    expect(own({})).toBeNull();
  });

  test("of two that end together is the shorter", () => {
    expect(own({}, "Infractions|Cumul T2 2026|T2 2026|S1 2026")).toBe("header 2026-04/2026-06");
  });

  test("takes the year of the next text that has one when the nearest says months alone", () => {
    expect(own({ near: ["IS 101 - 1er trimestre"], sheet: "2025" })).toBe("title 2025-01/2025-03");
    expect(own({ near: ["IS 101 - 1er trimestre"], far: ["Statistiques 2024 et 2025"] })).toBe("title 2025-01/2025-03");
    expect(own({ near: ["IS 101 - 1er trimestre"], folder: "2026-T1" })).toBe("title 2026-01/2026-03");
    expect(own({ near: ["IS 101 - 1er et 2e trimestres"], folder: "2026-T2" })).toBe("title 2026-04/2026-06");
    expect(own({ near: ["IS 101 - 2025"], sheet: "2e trimestre", folder: "2026-T1" })).toBe("sheet 2025-04/2025-06");
    expect(own({ near: ["IS 101 - 1er trimestre"] })).toBeNull();
  });

  test("is no whole year over headings that say its months; it is one over others", () => {
    expect(own({ near: ["IS 101 - Année 2025"], folder: "2025-T4" }, "Infractions|T1|T2")).toBe(
      "header 2025-04/2025-06",
    );
    expect(own({ near: ["IS 101 - Année 2025"], folder: "2025-T4" }, "Infractions|Police")).toBe(
      "title 2025-01/2025-12",
    );
    expect(own({ near: ["IS 101 - Année 2025"], folder: "2025-T4" }, "Infractions|T1 2025|T2 2025")).toBe(
      "header 2025-04/2025-06",
    );
  });

  test("of cells that say it together counts with the headings", () => {
    expect(own({ folder: "2026-T1" }, "Infractions|Nombre", [{ year: 2025, within: [10, 12] }])).toBe(
      "header 2025-10/2025-12",
    );
  });

  test("takes a bare year of the headings with months said elsewhere, unless the settings say what it is", () => {
    expect(own({ near: ["IS 101 - 2e trimestre"], folder: "2026-T2" }, "Infractions|2024|2025")).toBe(
      "title 2025-04/2025-06",
    );
  });
});
