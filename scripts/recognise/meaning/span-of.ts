/** The period of one number: what its row, its column, the captions and the titles say, joined. */

import { distinctPeriods, type Period } from "../../model/period.ts";
import { CHOICES, type ChoiceId } from "../../model/question.ts";
import { asking, type Doubt, doubtful } from "../layout/outcome.ts";
import type { Surroundings } from "../layout/surroundings.ts";
import type { PeriodFinding } from "../periods/around.ts";
import { askPeriods, type Resolution, type ResolveContext, resolve } from "../periods/resolve.ts";
import { mergeParts, type PeriodPart, saysOnlyYear } from "../words/period-part.ts";
import type { Axis } from "./axis.ts";

export type SpanReading =
  | {
      readonly kind: "period";
      readonly period: Period;
      /** The texts that said it. */
      readonly texts: readonly string[];
      readonly fromFolder?: true;
    }
  | { readonly kind: "unknown"; readonly why: string }
  | Doubt;

export interface SpanContext extends ResolveContext {
  /** Columns to come are headed by their period, and hold nothing yet: a total may be that of one period alone. */
  readonly isFillingUp?: boolean;
  /** The column holds the numbers of the one at its left. */
  readonly isRepeated?: boolean;
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
    return doubtful(
      [...column.periodTexts, ...row.periodTexts].join(" / "),
      "la ligne et la colonne disent deux périodes",
    );
  const said = [...column.periodTexts, ...row.periodTexts];
  if (parts.length > 1) return severalParts(parts, said, context);
  const [own] = parts;
  const line = context.periodAround();
  if (own) return settled(resolve(withCaption(own, line), context), said);
  if (line.kind === "doubt") return line;
  if (line.kind === "part") return settled(resolve(line.part, context), [line.text]);
  const { anchor } = context;
  if (!anchor) return { kind: "unknown", why: "aucune période n'est indiquée" };
  const span = { kind: "period", period: anchor.period, texts: [] } as const;
  return anchor.source === "folder" ? { ...span, fromFolder: true } : span;
}

/** "2025" under the caption "Cumul" or "1er trimestre": the caption says which months of the year. */
function withCaption(own: PeriodPart, line: PeriodFinding): PeriodPart {
  if (!(saysOnlyYear(own) || own.own === "year") || line.kind !== "part" || !line.explained) return own;
  const { part } = line;
  if (part.full || part.year !== undefined) return own;
  return mergeParts(part, own) ?? own;
}

/** A doubt over the periods of one text can be settled by the settings; over those of several texts, only by another file. */
const periodDoubt = (said: readonly string[], periods: readonly Period[], more: readonly ChoiceId[] = []): Doubt => {
  const [text = "", second] = said;
  if (second !== undefined || periods.length === 0)
    return doubtful(said.join(" / "), "plusieurs textes y disent plusieurs périodes");
  return asking(text, { kind: "period", may: [...more, ...askPeriods(periods).may] });
};

function settled(r: Resolution, texts: readonly string[]): SpanReading {
  if (r.kind === "ambiguous") return periodDoubt(texts, r.periods);
  return r.kind === "period" ? { ...r, texts } : r;
}

/** "T1 2025 / T1 2026" over whole numbers: the change from the one to the other, or the counts of one of them. */
function severalParts(parts: readonly PeriodPart[], said: readonly string[], context: SpanContext): SpanReading {
  const resolved = parts.map((p) => resolve(p, context));
  const periods = distinctPeriods(resolved.flatMap((r) => (r.kind === "period" ? [r.period] : [])));
  const areKnown = resolved.every((r) => r.kind === "period");
  const [only, another] = periods;
  // "12 mois glissants (avr. 2025 à mars 2026)"
  if (areKnown && only && !another) return { kind: "period", period: only, texts: said };
  return periodDoubt(said, areKnown ? periods : [], [CHOICES.change]);
}
