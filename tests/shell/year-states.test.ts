/** How far each quarter of the year has come, and what to do next. */
import { expect, test } from "vitest";
import type { Holdings } from "../../scripts/holdings/holdings.ts";
import { defaultSettings } from "../../scripts/holdings/settings.ts";
import { yearStates } from "../../scripts/shell/year-states.ts";

const states = (names: readonly string[], known: Partial<Parameters<typeof yearStates>[0]> = {}) =>
  yearStates({
    holdings: { deliveries: { names }, settings: defaultSettings() } as unknown as Holdings,
    lines: [],
    received: names,
    toConfirm: () => false,
    published: [],
    today: "2026-11-29",
    ...known,
  }).quarters.map(({ quarter, steps, next }) => [
    quarter.replaceAll("\u00a0", " "),
    steps.filter(({ done }) => done).length,
    next,
  ]);

test("each quarter says the first thing that is not done", () => {
  const next = (known: Parameters<typeof states>[1]) => states(["2026-T1"], known)[0]?.slice(1);
  expect(next({ received: [] })).toEqual([2, "npm run reception -- 2026-T1"]);
  expect(next({ toConfirm: (quarter) => quarter === "2026-T1" })).toEqual([2, "npm run lecture -- 2026-T1"]);
  expect(next({})).toEqual([3, "npm run build -- --trimestre 2026-T1"]);
  expect(next({ published: ["2026-T1"] })).toEqual([4, "npm run copies -- 2026-T1 --pour tous"]);
  expect(next({ published: ["2026-T1"], received: undefined })).toEqual([4, "rien"]);
});

test("copies that are out, then returned, then destroyed: the walk asks which", () => {
  const at = "2026-04-20T10:00:00.000Z";
  const handed = {
    action: "copies",
    quarter: "2026-T1",
    at,
    edition: 1,
    copies: [1, 2].map((number) => ({ number, recipient: `P${number}`, role: "maire" })),
  };
  const ended = (action: string, number: number) => ({ action, quarter: "2026-T1", at, number });
  const next = (...lines: readonly object[]) =>
    states(["2026-T1"], {
      published: ["2026-T1"],
      lines: lines as unknown as Parameters<typeof yearStates>[0]["lines"],
    })[0]?.slice(1);
  const back = [ended("return", 1), ended("return", 2)];
  expect(next(handed)).toEqual([5, "npm run trimestre, qui demande lesquels sont revenus"]);
  expect(next(handed, ended("return", 1))).toEqual([5, "npm run trimestre, qui demande lesquels sont revenus"]);
  expect(next(handed, ...back)).toEqual([6, "npm run trimestre, qui demande lesquels sont détruits"]);
  expect(next(handed, ...back, ended("destruction", 1), ended("destruction", 2))).toEqual([7, "rien"]);
});

test("the four of the year are there, and the one that comes after its end", () => {
  expect(states(["2025-T4", "2026-T1"]).map(([name, done]) => [name, done])).toEqual([
    ["1er trimestre 2026", 3],
    ["2e trimestre 2026", 0],
    ["3e trimestre 2026", 0],
    ["4e trimestre 2026", 0],
  ]);
  const after = states(["2025-T4"]).at(-1);
  expect(after?.[0]).toBe("1er trimestre 2026");
  expect(after?.[2]).toContain("data/2026-T1");
  expect(states([])).toEqual([]);
});

test("a quarter from before the convention, or from before the first delivery, is not awaited", () => {
  expect(states(["2026-T2"]).map(([name]) => name)).toEqual([
    "2e trimestre 2026",
    "3e trimestre 2026",
    "4e trimestre 2026",
  ]);
  const settings = { ...defaultSettings(), since: "2026-T1" };
  const holdings = { deliveries: { names: ["2026-T2"] }, settings } as unknown as Holdings;
  expect(states([], { holdings })[0]?.[0]).toBe("1er trimestre 2026");
});

test("what is said of copies is said of a day; the demonstration, which has none, of none", () => {
  const holdings = { deliveries: { names: ["2026-T1"] }, settings: defaultSettings() } as unknown as Holdings;
  const known = { holdings, lines: [], toConfirm: () => false, published: [], today: "2026-11-29" };
  expect(yearStates({ ...known, received: [] }).asOf?.replaceAll("\u00a0", " ")).toBe("29 novembre 2026");
  expect(yearStates({ ...known, received: undefined }).asOf).toBeNull();
});
