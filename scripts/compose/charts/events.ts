/** « Le mot de la commune »: the dated notes of the settings, written on the curves at their quarter; never read as a cause. */
import type { ChartData } from "../../model/chart.ts";
import { type Block, COMMUNE_WORD } from "../../model/document/bulletin.ts";
import { formatPeriod, upperFirst } from "../../model/format.ts";
import { contains, type Period } from "../../model/period.ts";
import type { CommuneEvent } from "../../model/settings.ts";
import type { Context } from "../context/context.ts";
import { paragraph } from "../words/present.ts";

interface PlacedEvent extends CommuneEvent {
  readonly month: Period;
}

/** Those of the years up to the quarter, oldest first. */
const eventsKnown = (c: Context): readonly PlacedEvent[] =>
  c.settings.events
    .filter(({ date }) => date.slice(0, 7) <= c.quarter.last)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((event) => {
      const month = event.date.slice(0, 7) as Period["first"];
      return { ...event, month: { first: month, last: month } };
    });

/** On the curve of a line: the events that name it, and those that name none. */
export const eventsOn = (
  c: Context,
  indicator: string | null,
  axis: readonly Period[],
): NonNullable<ChartData["events"]> =>
  eventsKnown(c).flatMap(({ text, month, lines }) => {
    const at = axis.findIndex((quarter) => contains(quarter, month));
    return at === -1 || (lines.length > 0 && !lines.includes(indicator ?? "")) ? [] : [{ at, text }];
  });

/** Each of them whole: on a curve there is room for the first words. Nothing without events. */
export function communeWord(c: Context): readonly Block[] {
  const events = eventsKnown(c);
  if (events.length === 0) return [];
  const items = events.map(({ month, text }) => ({ lead: `${upperFirst(formatPeriod(month))} :`, text }));
  return [
    { kind: "heading", id: COMMUNE_WORD, text: "Le mot de la commune" },
    paragraph(
      "Notes de la commune, telles qu'elle les a écrites. Elles sont portées sur les courbes à leur trimestre ; rien n'en est déduit.",
    ),
    { kind: "list", items },
  ];
}
