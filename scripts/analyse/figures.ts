/** The figure of any period of one line and force: as printed; else summed over the forces; else derived from other spans. */
import type { Figure } from "../model/analysis.ts";
import type { SeriesBreak } from "../model/nomenclature.ts";
import type { Force } from "../model/observation.ts";
import { lengthOf, monthIndex, type Period, periodKey } from "../model/period.ts";
import { breakBetween } from "./breaks.ts";
import { type KnownSpan, spanDeriver } from "./spans.ts";
import type { Standing, Standings } from "./vintage.ts";

/** Looks up or derives one figure. */
export type FigureOf = (period: Period) => Figure;

/**
 * @param standings what the deliveries say of the line.
 * @param latest rank of the latest delivery.
 * @param breaks a figure of several quarters is never derived over a break inside it: it would add two definitions.
 */
export function figuresOf(
  standings: Standings,
  latest: number,
  breaks: readonly SeriesBreak[],
): Readonly<Record<Force, FigureOf>> {
  const PN = figureOf(standings.get("PN") ?? new Map(), latest, breaks, () => null);
  const GN = figureOf(standings.get("GN") ?? new Map(), latest, breaks, () => null);
  const sum = (period: Period) => sumOf(PN(period), GN(period));
  const ensemble = figureOf(withSums(standings), latest, breaks, sum);
  return { PN, GN, ensemble };
}

function figureOf(
  standings: ReadonlyMap<string, Standing>,
  latest: number,
  breaks: readonly SeriesBreak[],
  otherwise: (period: Period) => Figure | null,
): FigureOf {
  const derive = spanDeriver([...standings.values()].flatMap((s) => toSpan(s, latest)));

  return (period) => {
    const own = standings.get(periodKey(period));
    const figure: Figure = {
      period,
      value: own?.value ?? null,
      status: own?.status ?? "missing",
      from: own?.from ?? [],
    };
    if (own && !isOpen(own)) return figure;
    if (lengthOf(period) > 3 && breakBetween(breaks, period, period)) return figure;
    const derived = derive(monthIndex(period.first), monthIndex(period.last) + 1);
    if (derived) return { period, value: derived.value, status: "derived", from: derived.from };
    return otherwise(period) ?? figure;
  };
}

/** May other spans tell what this one does not? Not a value withheld, nor one of two that contradict each other. */
const isOpen = ({ kind, status }: Standing): boolean => kind === "none" && status === "missing";

const toSpan = ({ period, value, rank, from }: Standing, latest: number): readonly KnownSpan[] =>
  value === null
    ? []
    : [{ first: monthIndex(period.first), end: monthIndex(period.last) + 1, value, age: latest - rank, from }];

/** The ensemble as printed and, for the other periods that both forces print, their sum: "derived". */
function withSums(standings: Standings): ReadonlyMap<string, Standing> {
  const all = new Map(standings.get("ensemble"));
  for (const [key, pn] of standings.get("PN") ?? []) {
    const gn = standings.get("GN")?.get(key);
    const printed = all.get(key);
    if (!gn || pn.value === null || gn.value === null || (printed && !isOpen(printed))) continue;
    all.set(key, {
      period: pn.period,
      kind: "count",
      value: pn.value + gn.value,
      status: "derived",
      rank: Math.min(pn.rank, gn.rank),
      from: [...pn.from, ...gn.from],
    });
  }
  return all;
}

function sumOf(pn: Figure, gn: Figure): Figure | null {
  if (pn.value === null || gn.value === null) return null;
  return { period: pn.period, value: pn.value + gn.value, status: "derived", from: [...pn.from, ...gn.from] };
}
