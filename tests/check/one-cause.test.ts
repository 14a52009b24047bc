/** Warnings in proportion: one cause, one issue; a correction that is in the folder is not asked for. */

import { describe, expect, test } from "vitest";
import type { Observation } from "../../scripts/model/observation.ts";
import { spoken } from "../spoken.ts";
import { count, issuesOf, recognise } from "./build.ts";

const RULES = ["figure-revised", "cumulative-not-its-parts", "half-year-not-its-quarters"] as const;
const LINES = ["homicides", "cambriolages-logement", "vols-vehicules"];
/** What a statement gives of a period: each line, each force, with what the corrections add to the first two lines. */
const gives = (delivery: string, period: string, each: number, corrected = false): readonly Observation[] =>
  LINES.flatMap((line, l) =>
    ["PN", "GN", "ensemble"].map((force, f) => {
      const more = corrected && force !== "GN" && l > 0 ? (l === 1 ? 2 : -1) : 0;
      const value = each * (force === "ensemble" ? 2 : 1) + more;
      return count(`${line} ${force} ${period} ${value}`, { delivery, row: 3 * l + f + 1 });
    }),
  );
const T1 = gives("2026-T1", "2026-T1", 10);
const T2 = [...gives("2026-T2", "2026-T2", 5), ...gives("2026-T2", "2026-01/2026-06", 15)];
/** [rule, severity, cells] */
const told = (...observations: readonly Observation[]) =>
  issuesOf(RULES, { recognitions: recognise(observations) }).map(({ rule, severity, also = [] }) => [
    rule,
    severity,
    1 + also.length,
  ]);
const messages = (...observations: readonly Observation[]) =>
  issuesOf(RULES, { recognitions: recognise(observations) })
    .map(spoken)
    .map(({ message }) => message.replace(/[\u00a0\u202f]/g, " "));

describe("two figures of the first quarter, corrected", () => {
  const cumulative = gives("2026-T3", "2026-01/2026-09", 22, true);
  const T3 = [...gives("2026-T3", "2026-T3", 7), ...cumulative];

  test("by the cumulative counts of the third quarter alone are one warning, which asks for the correction", () => {
    expect(told(...T1, ...T2, ...T3)).toEqual([["cumulative-not-its-parts", "warning", 4]]);
    const [message = ""] = messages(...T1, ...T2, ...T3);
    expect(message).toContain(
      "« cambriolages-logement » (police nationale : 24 au lieu de 22 ; ensemble : 46 au lieu de 44), « vols-vehicules » (",
    );
  });

  test("by several long counts of one file are one warning still", () => {
    const before = gives("2025-T4", "2025-T4", 4);
    const all = [...before, ...T1, ...T2, ...T3, ...gives("2026-T3", "2025-10/2026-09", 26, true)];
    expect(told(...all)).toEqual([["cumulative-not-its-parts", "warning", 8]]);
    const [message = ""] = messages(...all);
    expect(message).toContain("(police nationale : janvier à septembre 2026, 24 au lieu de 22");
    expect(message).toContain("octobre 2025 à septembre 2026, 28 au lieu de 26");
    expect(message).toContain("(2026-T1, 2026-T2, 2025-T4)");
  });

  test("by the third quarter, which gives them anew, are one note; nothing is asked for", () => {
    const anew = gives("2026-T3", "2026-T1", 10, true);
    expect(told(...T1, ...T2, ...T3, ...anew)).toEqual([["figure-revised", "info", 4]]);
    expect(messages(...T1, ...T2, ...T3, ...anew)[0]).toBe(
      "Pour le 1er trimestre 2026, des nombres de la livraison 2026-T1 sont autres dans celle-ci : « cambriolages-logement » (police nationale : 10 puis 12 ; ensemble : 20 puis 22), « vols-vehicules » (police nationale : 10 puis 9 ; ensemble : 20 puis 19). Les nombres les plus récents sont retenus.",
    );
  });

  test("by a further sending of the first quarter leave a note for the half-year printed before it, and no warning", () => {
    const anew = gives("2026-T1-rectificatif", "2026-T1", 10, true);
    expect(told(...T1, ...T2, ...T3, ...anew)).toEqual([
      ["half-year-not-its-quarters", "info", 4],
      ["figure-revised", "info", 4],
    ]);
    const [half] = messages(...T1, ...T2, ...T3, ...anew);
    expect(half).toContain(
      "juste avec les valeurs d'une autre livraison : un nombre a été corrigé, et la correction est dans le dossier.",
    );
  });

  test("are told by the third quarter, and not again by the year that is right with it", () => {
    const T4 = [...gives("2026-T4", "2026-T4", 3), ...gives("2026-T4", "2026-01/2026-12", 25, true)];
    expect(told(...T1, ...T2, ...T3, ...T4)).toEqual([["cumulative-not-its-parts", "warning", 4]]);
  });
});

test("a difference that no correction held explains stays a warning, beside one that is explained", () => {
  const anew = gives("2026-T1-rectificatif", "2026-T1", 10, true);
  const more = (o: Observation): Observation => {
    const isWrong = o.label === "homicides" && o.period.first === "2026-01" && o.value !== null;
    return isWrong ? { ...o, value: (o.value ?? 0) + 1 } : o;
  };
  expect(told(...T1, ...T2.map(more), ...anew).filter(([rule]) => rule === "half-year-not-its-quarters")).toEqual([
    ["half-year-not-its-quarters", "warning", 3],
    ["half-year-not-its-quarters", "info", 4],
  ]);
});

test("within one delivery, lines that differ each in their own way are told one by one, both forces of a line together", () => {
  const own = [...gives("2026-T2", "2026-T1", 10), ...gives("2026-T2", "2026-T2", 5)];
  const half = gives("2026-T2", "2026-01/2026-06", 15, true);
  expect(told(...own, ...half)).toEqual([
    ["half-year-not-its-quarters", "warning", 2],
    ["half-year-not-its-quarters", "warning", 2],
  ]);
});

test("more lines than a person reads are counted", () => {
  const names = Array.from({ length: 9 }, (_, i) => `?Ligne${i}`);
  const line = (name: string, span: string, value: number, delivery: string, row: number) =>
    count(`${name} ensemble ${span} ${value}`, { delivery, row });
  const all = names.flatMap((name, i) => [
    line(name, "2026-T1", 1, "2026-T1", i + 1),
    line(name, "2026-T1", 2, "2026-T2", i + 1),
  ]);
  expect(told(...all)).toEqual([["figure-revised", "info", 9]]);
  expect(messages(...all)[0]).toMatch(/« Ligne5 » \(ensemble : 1 puis 2\), et 3 autres lignes\. Les nombres/);
});

test("within one delivery, two forces of a line that differ by other numbers are two issues: one answer would not do for both", () => {
  const of = (force: "PN" | "ensemble", half: number) => [
    count(`homicides ${force} 2026-T1 5`, { delivery: "2026-T2" }),
    count(`homicides ${force} 2026-T2 4`, { delivery: "2026-T2" }),
    count(`homicides ${force} 2026-01/2026-06 ${half}`, { delivery: "2026-T2" }),
  ];
  const half = (pn: number, all: number) =>
    told(...of("PN", pn), ...of("ensemble", all)).filter(([rule]) => rule === "half-year-not-its-quarters");
  expect(half(10, 10)).toEqual([["half-year-not-its-quarters", "warning", 2]]);
  expect(half(10, 12)).toHaveLength(2);
});
