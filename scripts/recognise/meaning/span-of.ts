/** The period of one number: what its row, its column, the captions and the titles say, joined. */
import { quote } from "../../model/format.ts";
import { addMonths, comparePeriods, isWholeYear, type Period, periodKey, yearOf } from "../../model/period.ts";
import { ambiguous, type Doubt } from "../layout/outcome.ts";
import type { Surroundings } from "../layout/surroundings.ts";
import { findOtherYear, type PeriodFinding } from "../periods/around.ts";
import {
  describePeriod,
  periodOf,
  type Resolution,
  type ResolveContext,
  resolve,
  settlePeriods,
} from "../periods/resolve.ts";
import { fullPeriod, mergeParts, type PeriodPart, saysNoMonths, saysOnlyYear } from "../words/period-part.ts";
import { isCount } from "../words/said.ts";
import { type Axis, NO_AXIS } from "./axis.ts";

type SpanReading =
  | {
      readonly kind: "period";
      readonly period: Period;
      readonly because: readonly string[];
      /** The texts that said it. */
      readonly texts: readonly string[];
      readonly fromFolder?: true;
    }
  | { readonly kind: "unknown"; readonly why: string }
  | Doubt;

export interface SpanContext extends ResolveContext {
  /** Columns to come are headed by their period, and hold nothing yet: a total may be that of one period alone. */
  readonly isFillingUp?: boolean;
  readonly around: Surroundings;
  /** The period that these texts say. */
  readonly periodAround: () => PeriodFinding;
}

/** The parts that the axes say, joined; more than one only where a heading compares two periods. */
export function partsOf(column: Axis, row: Axis): readonly PeriodPart[] | undefined {
  if (column.periods.length === 0) return row.periods;
  if (row.periods.length === 0) return column.periods;
  const merged = column.periods.flatMap((c) => row.periods.map((r) => mergeParts(c, r) ?? mergeParts(r, c)));
  return merged.every((m) => m !== undefined) ? merged : undefined;
}

/** The period of the number at the crossing of a column and a row. */
export function spanOf(column: Axis, row: Axis, context: SpanContext): SpanReading {
  const parts = partsOf(column, row);
  if (parts === undefined)
    return ambiguous([...column.periodTexts, ...row.periodTexts].join(" / "), [
      `la période de la colonne ${quote(column.texts.join(" / "))}`,
      `celle de la ligne ${quote(row.texts.join(" / "))}`,
    ]);
  const said = [...column.periodTexts, ...row.periodTexts];
  if (parts.length > 1) return severalParts(parts, said, context);
  const [own] = parts;
  const line = context.periodAround();
  // a quarter without its year, "N", "Cumul": counted from the statement's own period
  const counted =
    own === undefined
      ? line.kind === "none" || (line.kind === "part" && (line.isTitle || fullPeriod(line.part) === undefined))
      : fullPeriod(own) === undefined;
  const other = counted ? findOtherYear(context.around, context.anchor) : null;
  if (other) return other;
  if (own) return settled(resolve(withCaption(own, line), context), said, []);
  if (line.kind === "doubt") return line;
  if (line.kind === "part") return settled(resolve(line.part, context), [line.text], [quote(line.text)]);
  const { anchor } = context;
  if (!anchor) return { kind: "unknown", why: "aucune période n'est indiquée" };
  const span = { kind: "period", period: anchor.period, because: [SOURCES[anchor.source]], texts: [] } as const;
  return anchor.source === "folder" ? { ...span, fromFolder: true } : span;
}

/** "2025" under the caption "Cumul" or "1er trimestre": the caption says which months of the year. */
function withCaption(own: PeriodPart, line: PeriodFinding): PeriodPart {
  if (!(saysOnlyYear(own) || own.own === "year") || line.kind !== "part" || !line.explained) return own;
  const { part } = line;
  if (part.full || part.year !== undefined) return own;
  return mergeParts(part, own) ?? own;
}

/** "Total", or "Total 2025", after months or quarters that follow each other: their union, those of its year. */
export function totalSpan(
  columns: readonly { readonly axis: Axis }[],
  column: Axis,
  row: Axis,
  spans: SpanContext,
): SpanReading {
  const [own] = column.periods;
  if (own === undefined) return unionOf(partsOfTotal(columns, column), row, spans);
  const ofYear = columns.filter(({ axis }) => {
    const [part, second] = partsOf(axis, row) ?? [];
    const period = part && !second && !axis.total ? periodOf(part, spans) : undefined;
    return period !== undefined && yearOf(period.first) === own.year && yearOf(period.last) === own.year;
  });
  const union = ofYear.length > 1 ? unionOf(ofYear, row, spans) : undefined;
  return union?.kind === "period" ? union : spanOf(column, row, spans);
}

/** Does the heading say a total of the year, or of all the columns? */
export const isTotalOfPeriods = ({ total, periods }: Axis): boolean =>
  total && (periods.length === 0 || (periods.length === 1 && periods.every(saysNoMonths)));

/**
 * What a bare "Total" sums: the columns before it, from the total before on; those after it where none of them says a period. "T1 | T2 |
 * Total | Année 2025": the year beside it is no part of it. After another total it is that of all before.
 */
function partsOfTotal<T extends { readonly axis: Axis }>(columns: readonly T[], total: Axis): readonly T[] {
  const at = columns.findIndex(({ axis }) => axis === total);
  const before = columns.slice(0, Math.max(at, 0));
  const own = before.slice(before.findLastIndex(({ axis }) => isTotalOfPeriods(axis)) + 1);
  const parts = own.length > 0 ? own : before;
  if (parts.some(({ axis }) => axis.periods.length > 0)) return parts;
  const after = columns.slice(at + 1);
  const next = after.findIndex(({ axis }) => isTotalOfPeriods(axis));
  return next < 0 ? after : after.slice(0, next);
}

function unionOf(columns: readonly { readonly axis: Axis }[], row: Axis, spans: SpanContext): SpanReading {
  const counts = columns.filter(({ axis }) => !axis.total && isCount(axis));
  const dated = counts.filter(({ axis }) => axis.unknown.length > 0 || axis.periods.length > 0);
  const parts = dated.filter(({ axis }) => !axis.periods.some((p) => p.cumulative || p.rolling));
  if (dated.length > 0 && parts.length === 0) return { kind: "unknown", why: "« Total » de cumuls" };
  const periods = parts.flatMap(({ axis }) => {
    const [only, second] = partsOf(axis, row) ?? [];
    return (only && !second && axis.unknown.length === 0 ? periodOf(only, spans) : undefined) ?? [];
  });
  if (periods.length < parts.length && periods.length > 0)
    return { kind: "unknown", why: "« Total » de périodes qui ne sont pas toutes comprises" };
  // one period for each of two forces is one
  const sorted = [...new Map(periods.map((p) => [periodKey(p), p])).values()].toSorted(comparePeriods);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (!first || !last) return spanOf(NO_AXIS, row, spans);
  const follow = sorted.slice(1).every((p, i) => p.first === addMonths(sorted[i]?.last ?? p.first, 1));
  if ((first === last && !spans.isFillingUp) || !follow)
    return { kind: "unknown", why: "« Total » de périodes qui ne se suivent pas" };
  if (sorted.some((p) => isWholeYear(p) !== isWholeYear(first)))
    return { kind: "unknown", why: "« Total » d'années et de périodes plus courtes" };
  return {
    kind: "period",
    period: { first: first.first, last: last.last },
    because: ["total des périodes de la ligne"],
    texts: [],
  };
}

const SOURCES = {
  title: "titre",
  header: "en-tête",
  sheet: "nom de la feuille",
  file: "nom du fichier",
  folder: "dossier de la livraison",
} as const;

/** A doubt over the periods of one text can be settled by the settings; over those of several texts, only by another file. */
const periodDoubt = (said: readonly string[], readings: readonly string[], periods: readonly Period[]): Doubt => {
  const [text = "", second] = said;
  const isOfOne = second === undefined && periods.length === readings.length;
  return ambiguous(said.join(" / "), readings, isOfOne ? { settle: settlePeriods(text, periods) } : {});
};

function settled(r: Resolution, texts: readonly string[], because: readonly string[]): SpanReading {
  if (r.kind === "ambiguous") return periodDoubt(texts, r.periods.map(describePeriod), r.periods);
  return r.kind === "period" ? { ...r, because, texts } : r;
}

/** "T1 2025 / T1 2026" over whole numbers: the change from the one to the other, or the counts of one of them. */
function severalParts(parts: readonly PeriodPart[], said: readonly string[], context: SpanContext): Doubt {
  const resolved = parts.map((p) => resolve(p, context));
  const periods = resolved.flatMap((r) => (r.kind === "period" ? [r.period] : []));
  const readings = resolved.map((r) =>
    r.kind === "unknown" ? r.why : (r.kind === "period" ? [r.period] : r.periods).map(describePeriod).join(" ou "),
  );
  const { settle, ...doubt } = periodDoubt(said, readings, periods);
  const [text = ""] = said;
  return {
    ...doubt,
    readings: ["l'évolution d'une période à l'autre", ...readings],
    ...(settle ? { settle: [{ text, reading: "evolution" }, ...settle] } : {}),
  };
}
