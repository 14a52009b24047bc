/** The facts behind a drawn statement: counts a month, so that quarters, half-years and cumulative counts agree. */

import type { Force } from "../../scripts/model/observation.ts";
import { addMonths, lengthOf, type Month, type Period } from "../../scripts/model/period.ts";
import { seeded } from "../demo/random.ts";
import type { Plan } from "./choices.ts";

const MEAN = { small: 2, town: 6, large: 700, zeros: 0.1 } as const;

/** A number that depends on the text alone (FNV-1a). */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (const character of text) h = Math.imul(h ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return h >>> 0;
}

function monthly(plan: Plan, line: string, force: "PN" | "GN", month: Month): number {
  const random = seeded(hash(`${plan.values} ${line} ${force} ${month}`));
  const mean = MEAN[plan.size] * (force === "PN" ? 1 : 0.4);
  return mean > 50 ? Math.round(mean * (0.5 + random.next())) : random.poisson(mean);
}

/** Facts of the lines (by their keys) together, for the force and the period. */
export function facts(plan: Plan, lines: readonly string[], force: Force, period: Period): number {
  if (force === "ensemble") return facts(plan, lines, "PN", period) + facts(plan, lines, "GN", period);
  let total = 0;
  for (const line of lines)
    for (let i = 0; i < lengthOf(period); i++) total += monthly(plan, line, force, addMonths(period.first, i));
  return total;
}
