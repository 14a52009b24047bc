/** The axes of a drawn statement: lines, periods, forces and measures, each a list of headings with what they mean. */

import type { Force } from "../../scripts/model/observation.ts";
import {
  cumulative,
  halfYear,
  monthOf,
  type Period,
  quarter,
  rollingYear,
  shiftQuarters,
  shiftYears,
  span,
  wholeYear,
  yearOf,
} from "../../scripts/model/period.ts";
import type { Random } from "../demo/random.ts";
import type { Plan } from "./choices.ts";
import type { DrawnLine } from "./labels.ts";
import { forceText, periodPath, periodText, type SaidPeriod } from "./words.ts";

export type Measure = "count" | "cleared" | "rate" | "charged" | "clearance" | "share" | "district" | "department";
export type Axis = "line" | "period" | "force" | "measure";

/** A place on one axis: its headings (none: the axis says nothing) and what it stands for. */
export interface Item {
  readonly headings: readonly string[];
  readonly line?: DrawnLine;
  readonly period?: Period;
  readonly force?: Force;
  readonly measure?: Measure;
}

/** What a cell stands for: one item of each axis. */
export interface Place {
  readonly line: DrawnLine;
  readonly period: Period;
  readonly force: Force;
  readonly measure: Measure;
}

/** The periods of the statement, oldest first, and how each is said. */
export function saidPeriods(plan: Plan, q: Period): readonly SaidPeriod[] {
  const plain = (...periods: Period[]): SaidPeriod[] => periods.map((period) => ({ period, kind: "plain" }));
  const as = (kind: SaidPeriod["kind"], ...periods: Period[]): SaidPeriod[] =>
    periods.map((period) => ({ period, kind }));
  const before = shiftYears(q, -1);
  const year = yearOf(q.last);
  const number = monthOf(q.last) / 3;
  const soFar = (y: number): Period[] => Array.from({ length: number }, (_, i) => quarter(y, i + 1));
  const half = halfYear(year, Math.ceil(number / 2));
  switch (plan.periods) {
    case "title only":
    case "one quarter":
      return plain(q);
    case "two quarters":
      return plain(before, q);
    case "two quarters and cumul":
      return [...plain(before, q), ...as("cumul", cumulative(before), cumulative(q))];
    case "cumul only":
      return as("cumul", cumulative(before), cumulative(q));
    case "half-years":
      // A half-year is sent when it is over: with the second and the fourth quarter.
      return number % 2 === 0 ? plain(shiftYears(half, -1), half) : plain(before, q);
    case "quarters of the year":
      return plain(...soFar(year));
    case "quarters of two years":
      return plain(...soFar(year - 1), ...soFar(year));
    case "months":
    case "months and quarter": {
      const months = [0, 1, 2].map((i) => span(year, number * 3 - 2 + i, number * 3 - 2 + i));
      return plain(...months, ...(plan.periods === "months" ? [] : [q]));
    }
    case "N-1, N":
      return as("relative", before, q);
    case "date ranges":
      return as("range", before, q);
    case "years": {
      const last = number === 4 ? year : year - 1;
      return plain(wholeYear(last - 1), wholeYear(last));
    }
    case "quarter and rolling year":
      return [...plain(q), ...as("rolling", rollingYear(q))];
    case "bare years":
      return as("bare year", before, q);
    case "following quarters":
      return plain(shiftQuarters(q, -1), q);
  }
}

/** "Nombre de faits T1 2026", "Rappel T1 2025" */
function prefixed(path: readonly string[], said: SaidPeriod, plan: Plan, q: Period): readonly string[] {
  const [only, ...more] = path;
  const isCount = plan.headingPrefix !== "Rappel";
  const fits = isCount ? plan.measures === "none" : yearOf(said.period.last) < yearOf(q.last);
  if (plan.headingPrefix === "none" || only === undefined || more.length > 0 || said.kind !== "plain" || !fits)
    return path;
  return [`${plan.headingPrefix} ${only}`];
}

export function periodItems(plan: Plan, q: Period): readonly Item[] {
  const said = saidPeriods(plan, q);
  const paths = said.map((each) => (plan.periods === "title only" ? [] : periodPath(each, plan, q)));
  const even = paths.every((path) => path.length === paths[0]?.length);
  // « 12 derniers mois » has no year: beside it the others are said in one heading too.
  const items = said.map((each, i): Item => {
    const path = paths[i] ?? [];
    const headings = even ? path : [periodText(each, plan, q)];
    return { period: each.period, headings: prefixed(headings, each, plan, q) };
  });
  return plan.periodOrder === "reversed" ? items.reverse() : items;
}

const FORCES: Readonly<Record<Plan["forces"], readonly Force[]>> = {
  none: ["ensemble"],
  "both and total": ["PN", "GN", "ensemble"],
  both: ["PN", "GN"],
  "total first": ["ensemble", "PN", "GN"],
  "police only": ["PN"],
  "gendarmerie only": ["GN"],
  "gendarmerie first": ["GN", "PN", "ensemble"],
};

/** The only force of a statement may be named by its title or its sheet, and not in the table. */
export const forceInTitle = (plan: Plan): Force | null => {
  const [only, ...others] = FORCES[plan.forces];
  return plan.forceIn === "headings" || plan.forces === "none" || others.length > 0 || !only ? null : only;
};

export const forceItems = (plan: Plan): readonly Item[] =>
  FORCES[plan.forces].map((force) => {
    const isSilent = plan.forces === "none" || forceInTitle(plan) !== null;
    return { force, headings: isSilent ? [] : [forceText(force, plan)] };
  });

const MEASURE_WORDS: Readonly<Record<Exclude<Measure, "count">, string>> = {
  cleared: "Faits élucidés",
  clearance: "Taux d'élucidation",
  charged: "Mis en cause",
  rate: "Taux pour 1 000 hab.",
  share: "Part (%)",
  district: "Circonscription",
  department: "Département",
};
const MEASURES: Readonly<Record<Plan["measures"], readonly Exclude<Measure, "count">[]>> = {
  none: [],
  cleared: ["cleared"],
  "cleared and rate": ["cleared", "clearance"],
  charged: ["charged"],
  rate: ["rate"],
  share: ["share"],
  places: ["district", "department"],
  // Columns of their own, beside the others: table.ts
  average: [],
  target: [],
  all: ["cleared", "clearance", "charged", "rate"],
};

/** The count's own heading is printed where other measures stand beside it, or where nothing else heads the column. */
export function measureItems(plan: Plan, headed: boolean): readonly Item[] {
  const others = MEASURES[plan.measures].map((measure) => ({ measure, headings: [MEASURE_WORDS[measure]] }));
  // « Total » heads a lone column of counts, never one beside « Faits élucidés ».
  const word = plan.countWords === "Total" && (others.length > 0 || headed) ? "Faits constatés" : plan.countWords;
  if (plan.measures === "places") return [{ measure: "count", headings: ["Commune"] }, ...others];
  return [{ measure: "count", headings: others.length > 0 || !headed ? [word] : [] }, ...others];
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? "" : `${((100 * part) / whole).toFixed(2).replace(".", ",")} %`;

/** The text of a cell that is not a count, from the count beside it. */
export function measureText(measure: Exclude<Measure, "count">, count: number, random: Random): string {
  const cleared = random.integer(0, count);
  if (measure === "cleared" || measure === "charged") return String(cleared);
  if (measure === "clearance") return percent(cleared, count);
  if (measure === "share") return percent(count, 4 * count + 7);
  if (measure === "district") return String(count * 7 + random.integer(0, 9));
  if (measure === "department") return String(count * 60 + random.integer(0, 99));
  return (count / 6.507).toFixed(2).replace(".", ",");
}
