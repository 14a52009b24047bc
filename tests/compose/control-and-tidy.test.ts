import { describe, expect, test } from "vitest";
import { compose } from "../../scripts/compose/index.ts";
import { tableCells } from "../../scripts/model/document/table-cells.ts";
import { provenanceKey } from "../../scripts/model/observation.ts";
import { quarter } from "../../scripts/model/period.ts";
import { madeIssue } from "../spoken.ts";
import { inputOf } from "./builders.ts";
import { SAMPLE, SPECS } from "./sample.ts";

const edition = compose(inputOf(SPECS));

describe("the control sheet", () => {
  test("every cell of the bulletin that rests on a figure leads to a cell that was read as a count", () => {
    const counts = new Set(
      edition.control.files.flatMap((f) =>
        f.tables.flatMap((t) =>
          t.readings.flatMap((row) =>
            row.flatMap((r) => (r.kind === "count" ? [provenanceKey(r.observation.provenance)] : [])),
          ),
        ),
      ),
    );
    const all = [...tableCells(edition.bulletin)].flatMap(({ cell }) => cell.from ?? []);
    const keys = all.filter((key) => !(key in edition.control.older));
    expect(keys.length).toBeGreaterThan(10);
    expect(keys.filter((key) => !counts.has(key))).toEqual([]);
  });

  test("it shows the files of its quarter; an older cell stands on the sheet of its own, by its place there", () => {
    const { control } = compose(inputOf(SPECS, { sheets: new Set(["2025-T1", "2026-T1"]) }));
    expect(new Set(control.files.map(({ note }) => note.delivery))).toEqual(new Set(["2026-T1"]));
    const older = Object.entries(control.older);
    expect(older.length).toBeGreaterThan(50);
    expect(older.filter(([key]) => key.startsWith("2026-T1/"))).toEqual([]);
    const own = compose(inputOf(SPECS, { at: quarter(2025, 1) })).control;
    for (const [key, { sheet, file, count }] of older) {
      expect(sheet, key).toBe(key.startsWith("2025-T1/") ? "2025-T1" : null);
      expect(count, key).not.toBeNull();
      if (sheet) expect(key.startsWith(`${own.files[file]?.note.path}#`), key).toBe(true);
    }
  });

  test("the totals count what was read", () => {
    expect(edition.control.totals).toEqual({
      counts: edition.tidy.filter((r) => r.status !== "derived" && r.delivery === "2026-T1").length,
      printed: 0,
      ignored: 0,
      notUnderstood: 0,
    });
  });

  test("issues stand at their file, the others apart", () => {
    const sheet = compose({
      ...SAMPLE,
      issues: [
        ...SAMPLE.issues,
        madeIssue({ rule: "figure-revised", severity: "info", message: "m" }),
        madeIssue({ rule: "file-not-read", severity: "error", message: "m", place: { file: "2026-T1/illisible.pdf" } }),
      ],
    }).control;
    expect(sheet.files.flatMap((f) => f.issues.map((i) => [f.note.path, i.rule]))).toEqual([
      ["2026-T1/IS 101 2026-T1.csv", "total-does-not-add-up"],
    ]);
    // a file that gave no table has no place of its own on the sheet: what is said of it must not be lost
    expect(sheet.issues.map((i) => i.rule)).toEqual(["figure-revised", "file-not-read"]);
  });

  test("issues are typeset as sentences", () => {
    const issue = {
      rule: "figure-revised",
      severity: "info",
      message: "l'état : « x »",
      hint: "d'accord !",
    } as const;
    const [typeset] = compose({ ...SAMPLE, issues: [madeIssue(issue)] }).control.issues;
    expect(typeset).toMatchObject({
      message: "l’état\u00a0: «\u00a0x\u00a0»",
      hint: "d’accord\u202f!",
    });
  });
});

describe("donnees.csv", () => {
  test("every count received is there once, with its delivery and its place", () => {
    const received = edition.tidy.filter((r) => r.status !== "derived");
    expect(new Set(received.map((r) => provenanceKey(r.provenance))).size).toBe(received.length);
    for (const row of received) expect(row.provenance.file.startsWith(`${row.delivery}/`)).toBe(true);
  });

  test("a count that a later delivery replaced names that delivery", () => {
    const revised = compose(SAMPLE).tidy.filter((r) => r.revised !== "");
    expect(revised.map((r) => [r.indicator, r.force, r.period, r.delivery, r.revised])).toEqual([
      ["cambriolages-logement", "ensemble", "2025-01/2025-03", "2025-T1", "2026-T1"],
    ]);
  });

  test("a quarter that the program derived is there, marked so", () => {
    const input = inputOf(SPECS.slice(0, 1));
    const [analysis, ...others] = input.analysis.analyses;
    if (analysis === undefined) throw new Error("no analysis");
    const series = analysis.series.map((p, i) =>
      i === 0 ? { ...p, figure: { ...p.figure, status: "derived" as const } } : p,
    );
    const derived = { ...input, analysis: { ...input.analysis, analyses: [{ ...analysis, series }, ...others] } };
    expect(
      compose(derived)
        .tidy.filter((r) => r.status === "derived")
        .map((r) => [r.period, r.value]),
    ).toEqual([["2023-01/2023-03", 0]]);
  });

  test("deliveries that come after the quarter are left out", () => {
    const input = inputOf(SPECS);
    const later = { ...input, analysis: { ...input.analysis, deliveries: input.analysis.deliveries.slice(0, -1) } };
    expect(compose(later).tidy.some((r) => r.delivery === "2026-T1")).toBe(false);
  });
});
