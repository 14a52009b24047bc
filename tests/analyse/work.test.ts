import { expect, test, vi } from "vitest";
import { analyse } from "../../scripts/analyse/index.ts";
import { settings as defaults, nomenclature, observeAll, T1 } from "./builders.ts";

/** How often a special function was called: the work of an analysis, whatever else the machine does. */
const calls = vi.hoisted(() => ({ number: 0 }));
vi.mock("../../scripts/analyse/methods/cephes.cjs", async (original) => {
  const { default: cephes } = await original<{ default: Record<string, (...numbers: number[]) => number> }>();
  const counted = Object.entries(cephes).map(([name, compute]) => [
    name,
    (...numbers: number[]) => {
      calls.number += 1;
      return compute(...numbers);
    },
  ]);
  return { default: Object.fromEntries(counted) };
});

test("29 lines of 2 forces over 40 quarters ask for few enough special functions to take a moment", () => {
  const lines = Array.from({ length: 29 }, (_, i) => `Ligne ${String.fromCharCode(97 + (i % 26))}${i < 26 ? "" : "a"}`);
  const observations = lines.flatMap((label, line) =>
    (["PN", "GN"] as const).flatMap((force, f) => {
      const counts = Array.from({ length: 40 }, (_, q) => (line * 7 + q * 11 + f * 3 + ((q * q) % 5)) % 13);
      return observeAll(T1, counts, { indicator: null, label, force });
    }),
  );
  calls.number = 0;
  expect(
    analyse({ observations, quarter: T1, nomenclature, settings: defaults, references: [] }).analyses,
  ).toHaveLength(87);
  expect(calls.number).toBeGreaterThan(1_000);
  expect(calls.number).toBeLessThan(60_000);
});
