import { describe, expect, it } from "vitest";
import { analyse } from "../../scripts/analyse/index.ts";
import type { Observation } from "../../scripts/model/observation.ts";
import { quarter } from "../../scripts/model/period.ts";
import { loadNomenclature } from "../../scripts/nomenclature/index.ts";
import { fc, runs } from "../fast-check.ts";
import { count, issuesOf, recognise, settings } from "./build.ts";

const NOMENCLATURE = loadNomenclature();
/** What check tells, as places of the new counts. */
const told = (observations: readonly Observation[]): readonly string[] =>
  issuesOf(["figure-revised"], { recognitions: recognise(observations) }).flatMap(({ place, also = [] }) => {
    if (!place || !("row" in place)) throw new Error("a revision without a cell");
    return [place, ...also].map(({ file, row, raw }) => `${file}:${row} = ${raw}`);
  });

/** What « Révisions » prints. */
const printed = (observations: readonly Observation[]): readonly string[] =>
  analyse({
    observations,
    quarter: quarter(2026, 4),
    nomenclature: NOMENCLATURE,
    settings: settings(),
    references: [],
  }).revisions.map(({ new: { provenance, value } }) => `${provenance.file}:${provenance.row} = ${value}`);

describe("what check tells of revisions and what the bulletin prints", () => {
  const line = (label: string, delivery: string, value: number, more: Partial<Observation> = {}) =>
    count(`? PN 2025-T1 ${value}`, { label, delivery, ...more });

  it("is one list where a label has its number in one delivery only", () => {
    const all = [line("Rodéos urbains", "2025-T1", 12), line("7 - RODEOS URBAINS", "2025-T2", 15)];
    expect(told(all)).toEqual(["2025-T2/IS101.csv:1 = 15"]);
    expect(printed(all)).toEqual(told(all));
  });

  it("leaves out printed totals, other documents and the same label of another family", () => {
    const all = [
      line("Total", "2025-T1", 1, { kind: "total" }),
      line("Total", "2025-T2", 2, { kind: "total" }),
      line("Heures", "2025-T1", 1, { statement: "AUTRE" }),
      line("Heures", "2025-T2", 2, { statement: "AUTRE" }),
      line("Divers", "2025-T1", 1, { family: "Tapages" }),
      line("Divers", "2025-T2", 2, { family: "Dépôts" }),
    ];
    expect(told(all)).toEqual([]);
    expect(printed(all)).toEqual([]);
  });

  it("is one list for any deliveries", () => {
    const cell = fc.record({
      line: fc.constantFrom("homicides", "?Divers", "?4 - DIVERS", "?2 roues", "?4 roues"),
      force: fc.constantFrom("PN", "GN"),
      period: fc.constantFrom("2025-T1", "2025-01/2025-06"),
      value: fc.constantFrom("0", "1", "2", "nd"),
      delivery: fc.constantFrom("2025-T1", "2025-T1-rectificatif", "2025-T2", "2025-T3"),
      family: fc.constantFrom(null, "Tapages", "1 - TAPAGES"),
      kind: fc.constantFrom<"line" | "total">("line", "line", "line", "total"),
      statement: fc.constantFrom("IS101", "IS101", "IS101", "AUTRE"),
    });
    let revised = 0;
    fc.assert(
      fc.property(fc.array(cell, { minLength: 20, maxLength: 60 }), (cells) => {
        const all = cells.map(({ line: name, force, period, value, ...more }, i) =>
          count(`${name.replaceAll(" ", "\u00a0")} ${force} ${period} ${value}`, { ...more, row: i + 1 }),
        );
        revised += printed(all).length;
        expect(told(all).toSorted()).toEqual(printed(all).toSorted());
      }),
      runs(30),
    );
    expect(revised).toBeGreaterThan(15);
  });
});
