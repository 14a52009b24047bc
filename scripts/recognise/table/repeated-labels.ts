/** A label on several rows of one table: an unknown one, "dont tentatives" under one line and under the next, or a line twice. */
import { periodKey } from "../../model/period.ts";
import { fold, labelKey } from "../../nomenclature/index.ts";
import { doubtful, notUnderstood, type PlacedOutcome } from "../layout/outcome.ts";
import type { ReadRow } from "../meaning/context.ts";

/** The outcomes of one table, without the counts of such a label for one force and period; a line that stands twice may be in parts. */
export function withoutRepeatedLabels(
  outcomes: readonly PlacedOutcome[],
  rows: readonly ReadRow[],
): readonly PlacedOutcome[] {
  const texts = new Map(rows.map((r) => [r.row, fold(r.axis.texts.join("/"))]));
  const keyOf = ({ row, column, outcome }: PlacedOutcome): string | null => {
    if (outcome.kind !== "count") return null;
    const { indicator, label, kind, statement, family, force, period, value } = outcome.observation;
    if (kind !== "line" || value === null) return null;
    const said = texts.get(row)?.replace(fold(label), labelKey(label));
    // "Cumul 2026" is not "T1 2026", although both are the same months
    return [column, statement, indicator ?? family, said, force, periodKey(period), outcome.running].join("|");
  };
  const same = Map.groupBy(outcomes, keyOf);
  return outcomes.map((o) => {
    const key = keyOf(o);
    if (key === null || o.outcome.kind !== "count" || same.get(key)?.length === 1) return o;
    const { indicator, label } = o.outcome.observation;
    return { ...o, outcome: indicator === null ? notUnderstood("row", label, REPEATED) : doubtful(label, TWICE) };
  });
}

const TWICE = "deux lignes ont ce libellé, et rien ne les distingue";
const REPEATED = "elle est répétée dans le tableau, sans que rien ne dise de quelle ligne elle dépend";
