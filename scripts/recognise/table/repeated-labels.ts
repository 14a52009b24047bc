/** A label that stands on several rows of one table: the same line twice, or the parts of several? */
import type { Observation } from "../../model/observation.ts";
import { periodKey } from "../../model/period.ts";
import { fold, labelKey } from "../../nomenclature/index.ts";
import { type Doubt, doubtful, notUnderstood, type PlacedOutcome } from "../layout/outcome.ts";
import type { ReadRow } from "../meaning/context.ts";

/**
 * The outcomes of one table, without the counts of a label that stands on several rows for one force and period. An unknown one, "dont
 * tentatives" under one line and under the next, is not understood; a line of the nomenclature may be in parts, or of something else: a
 * doubt over the table.
 */
export function withoutRepeatedLabels(
  outcomes: readonly PlacedOutcome[],
  rows: readonly ReadRow[],
): readonly PlacedOutcome[] {
  const texts = new Map(rows.map((r) => [r.row, fold(r.axis.texts.join("/"))]));
  const keyOf = ({ row, column, outcome }: PlacedOutcome): string | null => {
    if (outcome.kind !== "count") return null;
    const { indicator, label, kind, statement, family, force, period, value } = outcome.observation;
    // "Total" under a family is the family's own
    if (kind !== "line" || value === null) return null;
    const said = indicator === null ? texts.get(row)?.replace(fold(label), labelKey(label)) : texts.get(row);
    // "Cumul 2026" is not "T1 2026", although both are the same months
    return [column, statement, indicator ?? family, said, force, periodKey(period), outcome.running].join("|");
  };
  const same = Map.groupBy(outcomes, keyOf);
  const repeatedIn = (o: PlacedOutcome): Observation | null => {
    const key = keyOf(o);
    return key !== null && o.outcome.kind === "count" && (same.get(key)?.length ?? 0) > 1
      ? o.outcome.observation
      : null;
  };
  const known = outcomes.map(repeatedIn).find((o) => o !== null && o.indicator !== null);
  return outcomes.map((o) => {
    const { label } = repeatedIn(o) ?? {};
    if (known) return { ...o, outcome: twice(known.label) };
    return label === undefined ? o : { ...o, outcome: notUnderstood("row", label, REPEATED) };
  });
}

const REPEATED = "elle est répétée dans le tableau, sans que rien ne dise de quelle ligne elle dépend";

const twice = (label: string): Doubt => doubtful(label, "deux lignes ont ce libellé, et rien ne les distingue");
