/** The same figures sent again, and a total that is one force's. */
import { expect, test } from "vitest";
import { count, issuesOf, recognise } from "./build.ts";

const LINES = ["homicides", "vols-avec-armes", "vols-vehicules", "vols-dans-vehicules", "cambriolages-logement"];
const column = (force: string, period: string, values: readonly (number | "nd")[], delivery = period) =>
  LINES.map((line, i) => count(`${line} ${force} ${period} ${values[i]}`, { delivery, file: `${delivery}/IS101.csv` }));
const rule = ["figures-copied"];
const told = (...columns: readonly ReturnType<typeof column>[]) =>
  issuesOf(rule, { recognitions: recognise(columns.flat()) }).map(({ message, place }) => [place?.file, message]);

test("the figures of the quarter before, sent again, are told once", () => {
  const same = [0, 4, 7, 9, 12];
  expect(
    told(column("PN", "2025-T4", same), column("PN", "2026-T1", same), column("GN", "2026-T1", [1, 2, 3, 4, 5])),
  ).toEqual([
    ["2026-T1/IS101.csv", expect.stringMatching(/police.* sont, ligne pour ligne, ceux du 4e.trimestre.2025/)],
  ]);
});

test("one other figure, few that hold something, or the quarter repeated as a reminder say nothing", () => {
  expect(told(column("PN", "2025-T4", [0, 4, 7, 9, 12]), column("PN", "2026-T1", [0, 4, 7, 9, 13]))).toEqual([]);
  expect(told(column("PN", "2025-T4", [0, 0, 0, 1, 1]), column("PN", "2026-T1", [0, 0, 0, 1, 1]))).toEqual([]);
  expect(told(column("PN", "2025-T4", [0, 4, 7, 9, 12]), column("PN", "2025-T4", [0, 4, 7, 9, 12], "2026-T1"))).toEqual(
    [],
  );
});

test("an empty column beside a total that is the other force's is told; one with a figure is not", () => {
  const [none, own] = [column("PN", "2026-T1", ["nd", "nd", "nd", "nd", "nd"]), [0, 4, 7, 9, 12]];
  const others = [column("GN", "2026-T1", own), column("ensemble", "2026-T1", own)] as const;
  expect(told(none, ...others)).toEqual([["2026-T1/IS101.csv", expect.stringContaining("seule gendarmerie")]]);
  expect(told(column("PN", "2026-T1", [0, 0, 0, 0, 0]), ...others)).toEqual([]);
});
