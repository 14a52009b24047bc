/** « Le mot de la commune »: the dated notes of the settings, numbered, set on the curves at their quarter; never read as a cause. */
import type { ChartData } from "../../model/chart.ts";
import { type Block, COMMUNE_WORD } from "../../model/document/bulletin.ts";
import { formatPeriod, NBSP } from "../../model/format.ts";
import { contains, type Period } from "../../model/period.ts";
import type { CommuneEvent } from "../../model/settings.ts";
import type { Context } from "../context/context.ts";
import { paragraph } from "../words/present.ts";

interface NumberedEvent extends CommuneEvent {
  readonly number: number;
  readonly month: Period;
}

/** Those of the years up to the quarter, oldest first. */
const eventsKnown = (c: Context): readonly NumberedEvent[] =>
  c.settings.events
    .filter(({ date }) => date.slice(0, 7) <= c.quarter.last)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((event, i) => {
      const month = event.date.slice(0, 7) as Period["first"];
      return { ...event, number: i + 1, month: { first: month, last: month } };
    });

/** On the curve of a line: the events that name it, and those that name none. */
export const eventsOn = (
  c: Context,
  indicator: string | null,
  axis: readonly Period[],
): NonNullable<ChartData["events"]> =>
  eventsKnown(c).flatMap(({ number, month, lines }) => {
    const at = axis.findIndex((quarter) => contains(quarter, month));
    return at === -1 || (lines.length > 0 && !lines.includes(indicator ?? "")) ? [] : [{ at, number }];
  });

/** The list that the numbers lead to; nothing without events. */
export function communeWord(c: Context): readonly Block[] {
  const events = eventsKnown(c);
  if (events.length === 0) return [];
  const items = events.map(({ number, month, text }) => ({ lead: `${number}.${NBSP}${formatPeriod(month)} :`, text }));
  return [
    { kind: "heading", id: COMMUNE_WORD, text: "Le mot de la commune" },
    paragraph(
      "Notes de la commune, telles qu'elle les a écrites. Leur numéro est porté sur les courbes à leur trimestre ; rien n'en est déduit.",
    ),
    { kind: "list", items },
  ];
}
