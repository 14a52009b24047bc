/**
 * A delivery: a folder of data/ named for the quarter whose statements it brings. The one rule on such names: what is read, checked,
 * received, shown and, its time passed, deleted as a delivery is what this file calls one.
 */
import { addMonths, type Period, parseQuarterId, periodOfQuarter, quarterId } from "./period.ts";

/** Length of "2026-T1". */
const ID_LENGTH = 7;

/**
 * "2026-T1", and "2026-T1-rectificatif", "2026-T1_2", "2026-T1 bis" for a further sending => 2026-01/2026-03; undefined for any other
 * name: "2026-T10", "2026-T1bis", "2026-t1", "2026-T5", "x2026-T1".
 */
export function quarterOfDelivery(name: string): Period | undefined {
  const rest = name.slice(ID_LENGTH);
  return rest === "" || /^[-_ ]/.test(rest) ? parseQuarterId(name.slice(0, ID_LENGTH)) : undefined;
}

/** The same as an id: "2026-T1-rectificatif" => "2026-T1" */
export function deliveryQuarter(name: string): string | undefined {
  const quarter = quarterOfDelivery(name);
  return quarter && quarterId(quarter);
}

/** Of a name that is a delivery's. */
export const periodOfDelivery = (name: string): Period => periodOfQuarter(deliveryQuarter(name) ?? "");

/** Delivery that a path of the data folder lies in: "2026-T1/IS 101.xls" => "2026-T1"; undefined for "convention.yaml". */
export function deliveryOfPath(path: string): string | undefined {
  const [folder = ""] = path.split("/");
  return quarterOfDelivery(folder) && folder;
}

/** Folder of a further sending of a quarter, beside those that are there: "2026-T1", then "2026-T1-rectificatif", "2026-T1-rectificatif-2" … */
export function nextDelivery(quarter: string, held: readonly string[]): string {
  const corrected = `${quarter}-rectificatif`;
  for (let n = 0; ; n++) {
    const name = n === 0 ? quarter : n === 1 ? corrected : `${corrected}-${n}`;
    if (!held.includes(name)) return name;
  }
}

/** Day that its statements are due on, of the month after the quarter: 2026-01/2026-03 and 8 => "2026-04-08". */
export const dueDay = (quarter: Period, day: number): string =>
  `${addMonths(quarter.last, 1)}-${String(day).padStart(2, "0")}`;

/**
 * First day on which it has passed its time, which runs from the end of the quarter: 5 years for 2021-T3 (ends 2021-09-30) => 2026-10-01, always
 * the first of a month.
 */
export const retentionDay = (quarter: Period, years: number): string => `${addMonths(quarter.last, 12 * years + 1)}-01`;
