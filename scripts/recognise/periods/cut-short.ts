/** "T1 2026 - arrêté au 15 mars 2026": figures that end before the period that they are said to be of. */
import { month, monthIndex, monthOf, type Period, yearOf } from "../../model/period.ts";
import { ambiguous, type Doubt } from "../layout/outcome.ts";
import type { FacetParser } from "../words/facets.ts";
import { daysIn } from "../words/period-items.ts";
import type { EndDay } from "../words/period-part.ts";
import { describePeriod } from "./resolve.ts";

/** Is the day before the last one of the period? A day without its year, "au 8 janvier" for a 4th quarter, is of the year after. */
export function isCutShort({ day, month: number, year }: EndDay, { first, last }: Period): boolean {
  const own = yearOf(last);
  const end = monthIndex(month(year ?? (number < monthOf(first) ? own + 1 : own), number));
  return end < monthIndex(last) || (end === monthIndex(last) && day < daysIn(own, monthOf(last)));
}

/** The doubt over a period said by texts that also say an earlier end: "Cumul au 15/03/2026". */
export function findCutShort(period: Period, texts: readonly string[], parse: FacetParser): Doubt | null {
  const text = texts.find((t) => parse(t).until.some((day) => isCutShort(day, period)));
  if (text === undefined) return null;
  return ambiguous(
    text,
    [`toute la période : ${describePeriod(period)}`, "une partie seulement, jusqu'à la date que dit ce texte"],
    { hint: "Demandez au service les chiffres de la période entière." },
  );
}
