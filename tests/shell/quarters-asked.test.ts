import { expect, test } from "vitest";
import type { Arguments } from "../../scripts/shell/command-line.ts";
import { chooseQuarters, yearsToReview } from "../../scripts/shell/quarters-asked.ts";

const HELD = ["2025-T3", "2025-T4", "2026-T1"];

/** What was typed: "trimestre 2026-t1", "tous". */
function typed(...options: readonly string[]): Arguments {
  const values = new Map(options.map((option) => option.split(" ") as [string, string | undefined]));
  return {
    has: (name) => values.has(name),
    get: (name) => values.get(name),
    words: [],
    dataDir: "data",
    outDir: "dist",
  };
}

test.each<readonly [options: readonly string[], quarters: readonly string[]]>([
  [[], ["2026-T1"]],
  [["trimestre 2025-t3"], ["2025-T3"]],
  [["annee 2025"], ["2025-T4"]],
  [["tous"], HELD],
])("%j is %j", (options, quarters) => {
  expect(chooseQuarters(typed(...options), HELD, [])).toEqual(quarters);
});

test.each([
  [["tous", "trimestre 2026-T1"], "« --tous » et « --trimestre » se contredisent."],
  [["tous", "annee 2025"], "« --tous » et « --annee » se contredisent."],
  [["trimestre 2026-T1", "annee 2025"], "« --trimestre » et « --annee » se contredisent."],
  [["annee 25"], "« 25 » n'est pas une année."],
  [["trimestre 2024-T1"], "Aucune livraison du trimestre « 2024-T1 »."],
  [["annee 2026"], "Aucune livraison du trimestre « 2026-T4 »."],
])("%j is refused", (options, message) => {
  const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, " ");
  let told = "";
  try {
    chooseQuarters(typed(...options), HELD, []);
  } catch (error) {
    told = plain(String((error as Error).message));
  }
  expect(told).toBe(message);
});

test("a review is made when its year is asked for, then with its quarter", () => {
  expect(yearsToReview(typed("annee 2025"), ["2025-T4"], [])).toEqual(new Set(["2025-T4"]));
  expect(yearsToReview(typed("tous"), HELD, ["2025-T4"])).toEqual(new Set(["2025-T4"]));
  expect(yearsToReview(typed(), ["2026-T1"], ["2025-T4"])).toEqual(new Set());
});
