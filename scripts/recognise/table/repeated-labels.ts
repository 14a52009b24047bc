/** A label that stands on several rows of one table: the same line twice, or the parts of several? */
import { quote } from "../../model/format.ts";
import type { Observation } from "../../model/observation.ts";
import { periodKey } from "../../model/period.ts";
import { fold, labelKey } from "../../nomenclature/index.ts";
import { ambiguous, type Doubt, notUnderstood, type PlacedOutcome } from "../layout/outcome.ts";
import type { ReadRow } from "../meaning/context.ts";

/** Row => all that its texts say, folded: "Cumul 2026" is not "T1 2026", although both are the same months. */
const textsOf = (rows: readonly ReadRow[]): ReadonlyMap<number, string> =>
  new Map(rows.map((r) => [r.row, fold(r.axis.texts.join("/"))]));

/**
 * The outcomes of one table, without an unknown label that stands on several rows: "dont tentatives" under one line and under the next,
 * "27.1 - dont tentatives" and "28.1 - dont tentatives".
 */
export function withoutRepeatedLabels(
  outcomes: readonly PlacedOutcome[],
  rows: readonly ReadRow[],
): readonly PlacedOutcome[] {
  const texts = textsOf(rows);
  const keyOf = ({ row, column, outcome }: PlacedOutcome): string | null => {
    if (outcome.kind !== "count") return null;
    const { indicator, label, kind, statement, family, force, period, value } = outcome.observation;
    // "Total" under a family is the family's own
    if (indicator !== null || kind !== "line" || value === null) return null;
    const said = texts.get(row)?.replace(fold(label), labelKey(label));
    return [column, statement, family, said, force, periodKey(period)].join("|");
  };
  const same = Map.groupBy(outcomes, keyOf);
  return outcomes.map((o) => {
    const key = keyOf(o);
    if (key === null || o.outcome.kind !== "count" || (same.get(key)?.length ?? 0) < 2) return o;
    const why = "elle est répétée dans le tableau, sans que rien ne dise de quelle ligne elle dépend";
    return { ...o, outcome: notUnderstood("row", o.outcome.observation.label, why) };
  });
}

/** A line of the nomenclature that stands twice in one table, each time with a figure: a part of a line, or a line twice? */
export function repeatedDoubt(outcomes: readonly PlacedOutcome[], rows: readonly ReadRow[]): Doubt | null {
  const texts = textsOf(rows);
  const seen = new Map<string, Observation>();
  for (const { row, column, outcome } of outcomes) {
    if (outcome.kind !== "count") continue;
    const o = outcome.observation;
    if (o.value === null || o.indicator === null) continue;
    const key = [column, o.statement, o.indicator, texts.get(row), o.force, periodKey(o.period)].join("|");
    if (!seen.has(key)) seen.set(key, o);
    else
      return ambiguous(o.label, [
        `les deux lignes ${quote(o.label)} sont des parties de cet indicateur, à additionner`,
        "l'une des deux est d'une autre période, d'une autre force ou d'un autre indicateur",
      ]);
  }
  return null;
}
