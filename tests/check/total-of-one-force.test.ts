/** A total that is one force's. */

import { expect, test } from "vitest";
import { spoken } from "../spoken.ts";
import { count, issuesOf, recognise } from "./build.ts";

const LINES = ["homicides", "vols-avec-armes", "vols-vehicules", "vols-dans-vehicules", "cambriolages-logement"];
const column = (force: string, period: string, values: readonly (number | "nd")[]) =>
  LINES.map((line, i) =>
    count(`${line} ${force} ${period} ${values[i]}`, { delivery: period, file: `${period}/IS101.csv` }),
  );
const rule = ["total-of-one-force"];
const told = (...columns: readonly ReturnType<typeof column>[]) =>
  issuesOf(rule, { recognitions: recognise(columns.flat()) })
    .map(spoken)
    .map(({ message, place }) => [place?.file, message]);

test("an empty column beside a total that is the other force's is told; one with a figure is not", () => {
  const [none, own] = [column("PN", "2026-T1", ["nd", "nd", "nd", "nd", "nd"]), [0, 4, 7, 9, 12]];
  const others = [column("GN", "2026-T1", own), column("ensemble", "2026-T1", own)] as const;
  expect(told(none, ...others)).toEqual([["2026-T1/IS101.csv", expect.stringContaining("seule gendarmerie")]]);
  expect(told(column("PN", "2026-T1", [0, 0, 0, 0, 0]), ...others)).toEqual([]);
});
