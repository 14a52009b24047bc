/** A way that is printed beside two counts, and that they deny. */
import { expect, test } from "vitest";
import { readTables } from "../recognise/tables.ts";
import { spoken } from "../spoken.ts";
import { issuesOf } from "./build.ts";

const TITLE = "IS 101 – Saint-Aubin-les-Tilleuls – Police nationale – 1er trimestre 2026";
const HEADS = "Infractions | T1 2025 | T1 2026 | Tendance";
const told = (lines: readonly string[], heads = HEADS, besides: readonly string[] = []) => {
  const { recognition } = readTables([TITLE, "", heads, ...lines, "", ...besides].join("\n"), { delivery: "2026-T1" });
  return issuesOf(["printed-trend-mismatch", "printed-change-mismatch"], { recognitions: [recognition] });
};
const said = (lines: readonly string[], heads?: string, besides?: readonly string[]): readonly string[] =>
  told(lines, heads, besides).map((issue) => spoken(issue).message.replace(/[\u00a0\u202f]/g, " "));

test.each([
  ["▲", "▼"],
  ["↗", "↘"],
  ["hausse", "baisse"],
  ["en hausse", "en nette baisse"],
  ["▲ +3", "▼ -2"],
])("%s over a rise, %s over a fall: nothing is told; the other way round, once", (up, down) => {
  const lines = (one: string, other: string) => [
    `Homicides | 0 | 0 | =`,
    `Vols avec armes | 3 | 6 | ${one}`,
    `Vols de véhicules | 7 | 5 | ${other}`,
  ];
  expect(said(lines(up, down))).toEqual([]);
  const [first = ""] = said(lines(down, up)).filter((one) => one.includes("tendance"));
  expect(first).toContain(
    `Vols avec armes », police nationale, 1er trimestre 2026 : la tendance imprimée « ${down} » contredit les nombres, 3 puis 6 ; de même pour 1 autre ligne du tableau.`,
  );
});

test("« stable » of two counts that are near, and a way beside one count, four, or two forces, say nothing", () => {
  expect(said(["Vols avec armes | 21 | 20 | stable", "Vols de véhicules |  | 5 | ▲"])).toEqual([]);
  const four = "Infractions | Police T1 2025 | Police T1 2026 | Gendarmerie T1 2025 | Gendarmerie T1 2026 | Tendance";
  expect(said(["Vols avec armes | 5 | 3 | 9 | 4 | ▲"], four)).toEqual([]);
  expect(said(["Vols avec armes | 5 | 3 | 9 | ▲"], "Infractions | T1 2024 | T1 2025 | T1 2026 | Tendance")).toEqual([]);
  expect(
    said(["Vols avec armes | 5 | 3 | ▲"], "Infractions | Police T1 2025 | Gendarmerie T1 2026 | Tendance"),
  ).toEqual([]);
});

test("each trend is of the two counts before it", () => {
  const heads =
    "Infractions | Police T1 2025 | Police T1 2026 | Tendance | Gendarmerie T1 2025 | Gendarmerie T1 2026 | Tendance";
  expect(said(["Vols avec armes | 5 | 3 | ▼ | 4 | 9 | ▲"], heads)).toEqual([]);
  expect(said(["Vols avec armes | 5 | 3 | ▼ | 4 | 9 | ▼"], heads)).toHaveLength(1);
  expect(said(["Vols avec armes | 5 | 3 | = | 4 | 9 | ▼"], heads)).toHaveLength(1);
});

test("a trend on the quarter before is not of two counts a year apart", () => {
  const line = "Vols avec armes | 3 | 6 | ▼";
  expect(said([line])).toHaveLength(1);
  expect(said([line], `${HEADS} sur le trimestre précédent`)).toEqual([]);
  expect(said([line], HEADS, ["Tendance : par rapport au trimestre précédent."])).toEqual([]);
  expect(said([line], "Infractions | T4 2025 | T1 2026 | Tendance sur le trimestre précédent")).toHaveLength(1);
});

test("a difference printed with its arrow is one that is checked", () => {
  expect(said(["Vols avec armes | 3 | 6 | ▲ +3", "Vols de véhicules | 7 | 5 | ▼ -2"])).toEqual([]);
  expect(said(["Vols avec armes | 3 | 6 | ▲ +4", "Vols de véhicules | 7 | 5 | ▼ -2"])).toEqual([
    expect.stringContaining("l'évolution imprimée « ▲ +4 » ne correspond pas à 3 puis 6 (+3)"),
  ]);
});
