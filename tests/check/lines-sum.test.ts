import { describe, expect, it } from "vitest";
import { saying, spoken } from "../spoken.ts";
import { count, issuesOf, recognise } from "./build.ts";

/** Columns of figures, the last of each its total: "ensemble 2026-T1: 3 4 = 7"; "-" is no figure. */
const table = (...columns: readonly string[]) =>
  recognise(
    columns.flatMap((text, i) => {
      const [head = "", figures = ""] = text.split(": ");
      return figures
        .replaceAll("= ", "=")
        .split(" ")
        .flatMap((figure, row) => {
          if (figure === "-") return [];
          const isTotal = figure.startsWith("=");
          const value = figure.replace("=", "");
          const label = isTotal ? "?Total" : `?line-${row}`;
          const provenance = { file: "2026-T1/IS101.csv", part: "CSV", row: row + 2, column: i + 2, raw: value };
          return count(`${label} ${head} ${value}`, { kind: isTotal ? "total" : "line", provenance });
        });
    }),
  );
const told = (...columns: readonly string[]) =>
  issuesOf(["total-does-not-add-up"], { recognitions: table(...columns) })
    .map(spoken)
    .map(({ place, message }) => {
      const [, sum, value] = /font (\d+), le total imprimé est (\d+)/.exec(message) ?? [];
      return `${place && "column" in place ? place.column : "?"}: ${value}, not ${sum}`;
    });

describe("a row of totals", () => {
  it("that is the sum of its lines in the other columns is told where it is not", () => {
    expect(told("ensemble 2025-T1: 3 4 = 7", "ensemble 2026-T1: 5 6 = 12")).toEqual(["3: 12, not 11"]);
    const [issue] = issuesOf(["total-does-not-add-up"], {
      recognitions: table("ensemble 2025-T1: 3 4 = 7", "ensemble 2026-T1: 5 6 = 12"),
    });
    expect(issue?.severity).toBe("warning");
    expect(spoken(issue).message).toMatch(
      /ensemble, 1er.trimestre.2026 : les lignes au-dessus font 11, le total imprimé est 12\.$/,
    );
  });

  it("does not add « dont … » to the lines, which count it already", () => {
    const of = (year: number, ...values: readonly number[]) =>
      ["?Vols", "?dont-cycles", "?Recels", "?Total"].map((label, i) => {
        const provenance = {
          file: "2026-T1/IS101.csv",
          part: "CSV",
          row: i + 2,
          column: year - 2023,
          raw: String(values[i]),
        };
        const kind = label === "?Total" ? "total" : "line";
        return count(`${label} ensemble ${year}-T1 ${values[i]}`, { kind, provenance });
      });
    const found = (...all: ReturnType<typeof of>[]) =>
      issuesOf(["total-does-not-add-up"], { recognitions: recognise(all.flat()) }).map(spoken);
    expect(found(of(2025, 4, 3, 1, 5), of(2026, 6, 2, 2, 8))).toEqual([]);
    expect(found(of(2025, 4, 3, 1, 5), of(2026, 6, 2, 2, 9))).toMatchObject([{ message: saying("9") }]);
  });

  it("that is the sum in no column, or in fewer than the half, counts something else", () => {
    expect(told("ensemble 2025-T1: 3 4 = 9", "ensemble 2026-T1: 5 6 = 12")).toEqual([]);
    expect(told("ensemble 2024-T1: 1 1 = 3", "ensemble 2025-T1: 3 4 = 7", "ensemble 2026-T1: 5 6 = 12")).toEqual([]);
    expect(told("ensemble 2025-T1: 0 0 = 0", "ensemble 2026-T1: 5 6 = 12")).toEqual([]);
  });

  it("is not judged where a line is not known, where there is none, or where one is of another period or force", () => {
    const sound = "ensemble 2025-T1: 3 4 = 7";
    expect(told(sound, "ensemble 2026-T1: 5 nd = 12")).toEqual([]);
    expect(told(sound, "ensemble 2026-T1: - - = 6")).toEqual([]);
    const mixed = recognise([
      ...["homicides PN 2026-T1 5", "vols-avec-armes GN 2026-T1 6"].map((text, i) => count(text, { row: i + 1 })),
      count("?Total ensemble 2026-T1 12", { kind: "total", row: 3 }),
    ]);
    expect(issuesOf(["total-does-not-add-up"], { recognitions: mixed })).toEqual([]);
  });

  it("adds the lines since the total before", () => {
    expect(told("ensemble 2025-T1: 3 4 = 7 2 5 = 7", "ensemble 2026-T1: 5 6 = 11 1 1 = 3")).toEqual(["3: 3, not 2"]);
  });

  it("that is the sum in another table of the statement is told where it is in no column", () => {
    const inFile = (delivery: string, text: string) =>
      table(text).map((r) => ({
        ...r,
        file: { ...r.file, source: { ...r.file.source, delivery } },
        observations: r.observations.map((o) => ({
          ...o,
          delivery,
          provenance: { ...o.provenance, file: `${delivery}/IS101.csv` },
        })),
      }));
    const told = (before: string) =>
      issuesOf(["total-does-not-add-up"], {
        recognitions: [...inFile("2026-T1", before), ...inFile("2026-T2", "ensemble 2026-T2: 5 6 = 12")],
      }).map(({ place }) => place?.file);
    expect(told("ensemble 2026-T1: 3 4 = 7")).toEqual(["2026-T2/IS101.csv"]);
    expect(told("ensemble 2026-T1: 3 4 = 9")).toEqual([]);
  });
});
